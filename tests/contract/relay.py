"""A relay before a server: when it stops, the server is gone, for whoever came through it."""

import socket
from contextlib import suppress
from threading import Thread
from typing import Final, Self

_CHUNK: Final = 65536


class Relay:
    """Passes bytes between its own loopback port and a server's, until it is stopped."""

    def __init__(self, address: str) -> None:
        host, _, port = address.removeprefix("bolt://").partition(":")
        self._server = (host, int(port))
        self._door = socket.create_server(("127.0.0.1", 0))
        self._ends: list[socket.socket] = []
        self.address = f"bolt://127.0.0.1:{self._door.getsockname()[1]}"
        Thread(target=self._accept, daemon=True).start()

    def stop(self) -> None:
        """Cut every connection and take no new ones."""
        for end in (self._door, *self._ends):
            with suppress(OSError):  # it may be cut already
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _accept(self) -> None:
        with suppress(OSError):  # the door is closed
            while True:
                client, _ = self._door.accept()
                server = socket.create_connection(self._server)
                self._ends += [client, server]
                for source, target in ((client, server), (server, client)):
                    Thread(target=_pass_on, args=(source, target), daemon=True).start()


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):  # one side has left
        while some := source.recv(_CHUNK):
            target.sendall(some)
    for end in (source, target):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
