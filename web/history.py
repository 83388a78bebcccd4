"""What was on the canvas before, to be had again: undo and redo. Pure."""

from dataclasses import dataclass, replace
from typing import Final, Self

from web.view import View

STEPS: Final = 20


@dataclass(frozen=True, slots=True)
class History:
    """Views before the present one, and those that were undone; the nearest comes last in both."""

    past: tuple[View, ...] = ()
    future: tuple[View, ...] = ()

    def changed(self, before: View, now: View) -> Self:
        """Keep the view before a change; a mere choice is none, and forgets nothing."""
        if before.same_picture(now):
            return self
        return replace(self, past=(*self.past, before)[-STEPS:], future=())

    def undone(self, now: View) -> tuple[Self, View]:
        """Step back; at the start nothing changes."""
        if not self.past:
            return self, now
        return replace(self, past=self.past[:-1], future=(*self.future, now)), self.past[-1]

    def redone(self, now: View) -> tuple[Self, View]:
        """Step forward again; without anything undone nothing changes."""
        if not self.future:
            return self, now
        return replace(self, past=(*self.past, now), future=self.future[:-1]), self.future[-1]
