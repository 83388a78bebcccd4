"""A store whose line is cut after a number of write transactions: what a killed writer leaves."""

from collections.abc import Iterator
from contextlib import contextmanager

from graph.engine.bolt import BoltStore, BoltTransaction
from graph.errors import StoreError, StoreUnavailable


class CutStore(BoltStore):
    """A store like another; after so many transactions every later one fails, and says which it is.

    Args:
        store: Whose engine it is.
        after: How many transactions are let through.
        error: What the later ones raise.

    """

    def __init__(
        self, store: BoltStore, after: int, error: type[StoreError] = StoreUnavailable
    ) -> None:
        login = store._login
        super().__init__(login.address, login.username, login.password, login.database)
        self.after = after
        self.begun = 0
        self.error = error

    @contextmanager
    def transaction(self) -> Iterator[BoltTransaction]:
        """Open a write transaction, while the line holds."""
        self.begun += 1
        if self.begun > self.after:
            raise self.error(f"cut at transaction {self.begun}")
        with super().transaction() as transaction:
            yield transaction
