"""The lease: one writer a graph, with an owner whom others can name while they wait."""

import getpass
import os
import socket
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import psutil

from graph.engine.cypher import cypher
from graph.engine.store import Store, Transaction
from graph.errors import StoreError, StoreRejected

# A writer renews with every batch; one that has not for so long is taken for dead.
SECONDS: Final = 120.0
_PAUSE: Final = 0.3
# Others who take the lease at the same instant explain some refusals in a row, never so many.
_REFUSALS: Final = 10


@dataclass(frozen=True, slots=True)
class Owner:
    """Who writes: the user, the machine, the process.

    Attributes:
        space: The space that `pid` counts in: two containers may share a host's name, not this.
        born: When the process began, so that a later one with its number is not taken for it.

    """

    user: str
    host: str
    pid: int
    token: str = ""
    space: str = ""
    born: float = 0.0

    def __str__(self) -> str:
        return f"{self.user} on {self.host}, process {self.pid}"

    def gone(self) -> bool:
        """Say whether its process is known to have ended; of another machine nothing is known."""
        if (self.host, self.space) != (socket.gethostname(), _space()):
            return False
        try:
            process = psutil.Process(self.pid)
            same = not self.born or abs(process.create_time() - self.born) < 1
            return not same or process.status() == psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return True
        except psutil.AccessDenied:
            return False


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
    pid = os.getpid()
    born = psutil.Process(pid).create_time()
    return Owner(user, socket.gethostname(), pid, uuid.uuid4().hex, _space(), born)


def _space() -> str:
    """Name the space in which this process has its number; "" where there is but one."""
    try:
        return str(Path("/proc/self/ns/pid").readlink())
    except OSError:  # not Linux
        return ""


@contextmanager
def hold(store: Store, waiting: Waiting | None = None, seconds: float = SECONDS) -> Iterator[Lease]:
    """Hold the lease for the block; wait for whoever has it, give it back at the end.

    A process of this machine that has ended is not waited for.

    Args:
        store: The graph.
        waiting: Told once for every owner that is waited for.
        seconds: A lease not renewed for so long may be taken over.

    Raises:
        StoreRejected: The store lets nobody take the lease, and nobody has it.

    """
    lease = Lease(this_process(), seconds)
    told = ""
    tries = _Tries()
    while other := _try(store, lease, tries):
        if waiting is not None and other.pid and other.token != told:
            waiting(other)
        told = other.token
        time.sleep(_PAUSE)
    try:
        yield lease
    except BaseException:
        with suppress(StoreError):  # what stopped the writer is what its user must read
            _release(store, lease)
        raise
    _release(store, lease)


def _release(store: Store, lease: Lease) -> None:
    with store.transaction() as tx:
        tx.run(cypher("write/lease_release"), {"token": lease.owner.token})


@dataclass(slots=True)
class _Tries:
    """How many times in a row the store has refused a lease that nobody had."""

    refused: int = 0


def _try(store: Store, lease: Lease, tries: _Tries) -> Owner | None:
    """Take the lease if it is free or stale; else say who has it."""
    now = time.time()
    # Only look while another has it: a write would get in the way of its renewals.
    before = _holder(store, lease)
    if other := _living(before, now):
        tries.refused = 0
        return other
    values = asdict(lease.owner) | {
        "now": now,
        "expires": now + lease.seconds,
        "dead": before[0].token if before else "",
    }
    # Two may take it at the same instant: the engine lets one through, and the other looks again.
    try:
        with store.transaction() as tx:
            tx.run(cypher("write/lease_take"), values)
    except StoreRejected:
        tries.refused += 1
        if tries.refused >= _REFUSALS:
            raise
    return _living(_holder(store, lease), now) or _nobody_yet(store, lease)


Held = tuple[Owner, float] | None


def _holder(store: Store, lease: Lease) -> Held:
    """Read which other writer has the lease, and until when."""
    for row in store.read(cypher("write/lease")):
        if row["token"] not in {None, lease.owner.token}:
            who = (row["user"], row["host"], row["pid"], row["token"])
            return Owner(*who, row["space"] or "", row["born"] or 0.0), row["expires"]
    return None


def _living(held: Held, now: float) -> Owner | None:
    """Name the holder whose lease is neither stale nor that of a process that has ended."""
    if held is None or held[1] < now or held[0].gone():
        return None
    return held[0]


def _nobody_yet(store: Store, lease: Lease) -> Owner | None:
    """Return nobody once the lease is ours; before that, name whoever is about to take it."""
    rows = store.read(cypher("write/lease"))
    ours = any(row["token"] == lease.owner.token for row in rows)
    return None if ours else Owner("another loader", "this graph", 0, "taking")
