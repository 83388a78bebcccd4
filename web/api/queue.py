"""A bounded queue: so many at once, so many more for a short while, the others sent away."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from graph.errors import TooBusy


class Queue:
    """Places that requests share; who asks first is let in first.

    Args:
        at_once: How many have a place.
        waiting: How many more may wait for one.
        seconds: How long each of them waits.

    """

    def __init__(self, at_once: int, waiting: int, seconds: float) -> None:
        self._at_once = at_once
        self._places = asyncio.Semaphore(at_once)
        self._most = waiting
        self._waiting = 0
        self._seconds = seconds

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Hold a place for the block.

        Raises:
            TooBusy: Too many wait already, or none became free in time.

        """
        await self._enter()
        try:
            yield
        finally:
            self._places.release()

    async def _enter(self) -> None:
        if self._places.locked() and self._waiting >= self._most:
            raise TooBusy(
                f"{self._at_once} questions are being answered and {self._waiting} wait, which is "
                "as many as may. Ask again in a moment."
            )
        self._waiting += 1
        try:
            async with asyncio.timeout(self._seconds):
                await self._places.acquire()
        except TimeoutError as error:
            raise TooBusy(
                f"{self._at_once} questions are being answered, which is as many as may, and none "
                f"ended within {self._seconds:g} s. Ask again in a moment."
            ) from error
        finally:
            self._waiting -= 1
