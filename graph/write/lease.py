"""The lease: one writer a graph, with an owner whom others can name while they wait."""

import getpass
import os
import socket
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Final

from graph.engine.cypher import cypher
from graph.engine.store import Store, Transaction
from graph.errors import StoreRejected

# A writer renews with every batch; one that has not for so long is taken for dead.
SECONDS: Final = 120.0
_PAUSE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Owner:
    """Who writes: the user, the machine, the process."""

    user: str
    host: str
    pid: int
    token: str = ""

    def __str__(self) -> str:
        return f"{self.user} on {self.host}, process {self.pid}"


Waiting = Callable[[Owner], None]


@dataclass(frozen=True, slots=True)
class Lease:
    """A lease held. `renew` belongs into every write transaction: it fails once it is lost."""

    owner: Owner
    seconds: float = SECONDS

    def renew(self, tx: Transaction) -> None:
        """Move the expiry on.

        Raises:
            StoreRejected: Another writer has taken the lease over.

        """
        values = {"token": self.owner.token, "expires": time.time() + self.seconds}
        if not tx.run(cypher("write/lease_renew"), values):
            raise StoreRejected(
                "Another writer has taken over the lease of this graph, because this one was "
                f"silent for {self.seconds:.0f} seconds. Load again: what was written stays."
            )


def this_process() -> Owner:
    """Name the process that runs, with a token of its own."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError):  # a container's user without a name
        user = str(os.getuid()) if hasattr(os, "getuid") else "unknown"
    return Owner(user, socket.gethostname(), os.getpid(), uuid.uuid4().hex)


@contextmanager
def hold(store: Store, waiting: Waiting | None = None, seconds: float = SECONDS) -> Iterator[Lease]:
    """Hold the lease for the block; wait for whoever has it, give it back at the end.

    Args:
        store: The graph.
        waiting: Told once for every owner that is waited for.
        seconds: A lease not renewed for so long may be taken over.

    """
    lease = Lease(this_process(), seconds)
    told = ""
    while other := _try(store, lease):
        if waiting is not None and other.pid and other.token != told:
            waiting(other)
        told = other.token
        time.sleep(_PAUSE)
    try:
        yield lease
    finally:
        with store.transaction() as tx:
            tx.run(cypher("write/lease_release"), {"token": lease.owner.token})


def _try(store: Store, lease: Lease) -> Owner | None:
    """Take the lease if it is free or stale; else say who has it."""
    now = time.time()
    # Only look while another has it: a write would get in the way of its renewals.
    if other := _held_by_another(store, lease, now):
        return other
    owner = lease.owner
    values = {
        "token": owner.token,
        "user": owner.user,
        "host": owner.host,
        "pid": owner.pid,
        "now": now,
        "expires": now + lease.seconds,
    }
    # Two may take it at the same instant: the engine lets one through, and the other looks again.
    with suppress(StoreRejected), store.transaction() as tx:
        tx.run(cypher("write/lease_take"), values)
    return _held_by_another(store, lease, now) or _nobody_yet(store, lease)


def _held_by_another(store: Store, lease: Lease, now: float) -> Owner | None:
    for row in store.read(cypher("write/lease")):
        if row["token"] not in {None, lease.owner.token} and row["expires"] >= now:
            return Owner(row["user"], row["host"], row["pid"], row["token"])
    return None


def _nobody_yet(store: Store, lease: Lease) -> Owner | None:
    """Return nobody once the lease is ours; before that, name whoever is about to take it."""
    rows = store.read(cypher("write/lease"))
    ours = any(row["token"] == lease.owner.token for row in rows)
    return None if ours else Owner("another loader", "this graph", 0, "taking")
