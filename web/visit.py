"""What a visit keeps between two acts; its page and the route of its canvas share it."""

from collections.abc import Mapping
from secrets import token_urlsafe
from threading import RLock
from typing import Any, Final

from web.history import History
from web.memory import Memory
from web.view import View

Json = dict[str, Any]

_ISSUED: Final = 8  # addresses that a browser may have taken and the page not seen yet


class Visit:
    """The view of one browser tab, and all that acts on it need.

    Acts are numbered from 1 on, and done once each, one after the other, under the lock.

    Attributes:
        id: Names the visit to the route; whoever has it sees and changes this view.
        own: This dashboard is its user's own.
        lock: Held by whoever reads or changes the rest.
        view: What is on the canvas; None until the page was shown.
        history: For undo and redo.
        memory: What was drawn before, of one state of the graph.
        done: How many acts were done.
        turn: How often something was put together to be shown.
        documents: Filters list documents: from when somebody first asked for that.
        opened: The snapshot that it was opened from, None when it was not.
        anew: It was begun again since its page ran.
        shown: All that the page shows, as it was last put together.

    """

    def __init__(self, *, own: bool) -> None:
        self.id = token_urlsafe(16)
        self.own = own
        self.lock = RLock()
        self.view: View | None = None
        self.history = History()
        self.memory = Memory()
        self.done = 0
        self.turn = 0
        self.documents = False
        self.opened: Mapping[str, Any] | None = None
        self.anew = False
        self.shown: Json = {}
        self._issued: list[dict[str, str]] = []

    @property
    def address(self) -> dict[str, str]:
        """The address that tells the view; empty before anything was shown."""
        return self._issued[-1] if self._issued else {}

    def issue(self, address: dict[str, str]) -> None:
        """Keep the address of what is shown now."""
        if address != self.address:
            self._issued = [*self._issued, address][-_ISSUED:]

    def knows(self, address: Mapping[str, str], seen: Mapping[str, str]) -> bool:
        """Say whether a browser is where we led it: at the address last seen, or a later one.

        Any other one, earlier ones too, was gone to by hand or by the Back button.
        """
        there, last = _placed(address), _placed(seen)
        if there == last:
            return True
        for issued in map(_placed, reversed(self._issued)):
            if issued in (last, there):
                return issued == there
        return False

    def remember(self, state: str) -> Memory:
        """What was drawn before; another state of the graph forgets it."""
        if self.memory.state != state:
            self.memory = Memory(state)
        return self.memory


def _placed(address: Mapping[str, str]) -> dict[str, str]:
    """An address without its theme, which other pages change too."""
    return {key: value for key, value in address.items() if key != "theme"}
