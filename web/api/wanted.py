"""Work for a request as long as somebody waits for it."""

import asyncio
from collections.abc import Callable
from typing import Final, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from graph.ask.running import Running

_LOOK: Final = 0.1  # seconds between two looks whether somebody still waits
_Answer = TypeVar("_Answer")


async def while_wanted(request: Request, work: Callable[[], _Answer], running: Running) -> _Answer:
    """Do it in a thread; cancel it as soon as the browser hangs up.

    Args:
        request: Whoever asks; its body has been read.
        work: What is done.
        running: What cancels it.

    Raises:
        QueryCancelled: The browser hung up.

    """
    task = asyncio.ensure_future(run_in_threadpool(work))
    while not (await asyncio.wait({task}, timeout=_LOOK))[0]:
        if await request.is_disconnected():
            running.cancel()
            break
    return await task
