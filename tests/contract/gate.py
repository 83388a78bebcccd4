"""A gate that stops at a chosen message between loader and server, and lets a test kill there."""

import socket
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Lock, Thread
from typing import Final, Literal, Self

from graph.engine.cypher import cypher

_CHUNK: Final = 1 << 18
When = Literal["asked", "working", "answered"]

# What is counted on its way to the server, beside the commits of writes: any request, some queries.
MARKS: Final = {
    "request": b"",
    "removal": cypher("write/mark_removal").encode(),
    "finish": cypher("write/finish_document").encode(),
    "version": cypher("write/set_version").encode(),
}


_COMMIT: Final = b"\x00\x02\xb0\x12\x00\x00"  # reads are committed, too
_WRITING: Final = cypher("write/lease_renew").encode()  # first in each transaction that writes


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in the talk of loader and server.

    Attributes:
        mark: What passes, as `MARKS` names it; "commit" of a write; or the text of a query.
        nth: Which of those, from 1.
        when: `asked`: the server has not got it; `working`: it has just got it; `answered`: it has
            done it, and the loader does not know.

    """

    mark: str
    nth: int
    when: When

    def __str__(self) -> str:
        return f"{self.mark} {self.nth}, {self.when}"


class Gate:
    """Passes bytes between its own loopback port and a server's, and holds them at a moment.

    Args:
        address: The server's Bolt address.
        moment: Where to hold; None only counts what passes.

    """

    def __init__(self, address: str, moment: Moment | None = None) -> None:
        host, _, port = address.removeprefix("bolt://").partition(":")
        self._server = (host, int(port))
        self._moment = moment
        self._door = socket.create_server(("127.0.0.1", 0))
        self._ends: list[socket.socket] = []
        self._counting = Lock()
        self._writing = False
        self._over = Event()
        self._answer_held = Event()
        self.counts: Counter[str] = Counter()
        self.reached = Event()
        self.port = int(self._door.getsockname()[1])
        self.address = f"bolt://127.0.0.1:{self.port}"
        Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Drop what is held, cut every connection and take no new ones."""
        self._over.set()
        for end in (self._door, *self._ends):
            with suppress(OSError):  # it may be cut already
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _accept(self) -> None:
        with suppress(OSError):  # the door is closed
            while True:
                client, _ = self._door.accept()
                try:
                    server = socket.create_connection(self._server)
                except OSError:
                    client.close()  # the server is gone: so is this way to it
                    continue
                self._ends += [client, server]
                for work in (self._ask, self._answer):
                    Thread(target=work, args=(client, server), daemon=True).start()

    def _ask(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):  # one side has left
            while some := client.recv(_CHUNK):
                here = self._count(some)
                if here == "asked":
                    self._hold()
                    return
                if here is not None:
                    self._answer_held.set()
                server.sendall(some)
                if here == "working":
                    self._hold()
                    return
        _cut(client, server)

    def _answer(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while some := server.recv(_CHUNK):
                if self._answer_held.is_set():
                    self._hold()
                    return
                client.sendall(some)
        _cut(client, server)

    def _count(self, some: bytes) -> When | None:
        """Count what passes; says what to do when it is the moment."""
        with self._counting:
            moment = self._moment
            marks = dict(MARKS)
            if moment is not None and moment.mark not in {*MARKS, "commit"}:
                marks[moment.mark] = moment.mark.encode()
            passing = [mark for mark, bytes_ in marks.items() if bytes_ in some]
            self._writing = self._writing or _WRITING in some
            if self._writing and _COMMIT in some:
                passing.append("commit")
                self._writing = False
            self.counts.update(passing)
            if moment is None or moment.mark not in passing or self.reached.is_set():
                return None
            return moment.when if self.counts[moment.mark] == moment.nth else None

    def _hold(self) -> None:
        self.reached.set()
        self._over.wait()


def _cut(*ends: socket.socket) -> None:
    for end in ends:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
