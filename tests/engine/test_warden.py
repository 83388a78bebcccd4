"""The warden ends the query to blame, goes on after an error, and does without its last means."""

import ctypes.util
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from graph.engine.java_thread import JavaThreads
from graph.engine.warden import MARK, Warden

_HEAP = 1_000


@dataclass
class _Query:
    """A query as the engine shows it, on a connection of the same name."""

    id: str
    text: str = "RETURN 1"
    ended: list[str] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        said = {
            "getId": self.id,
            "getConnectionId": self.id,
            "getUser": "reader",
            "getText": self.text,
            "isTerminated": False,
        }
        return lambda: said[name]

    def terminate(self, user: str) -> None:
        self.ended.append(user)


def _thread(connection: str) -> Any:
    held = SimpleNamespace(setAccessible=lambda _: None, get=lambda _: connection)
    kind = SimpleNamespace(
        getSimpleName=lambda: "BoltNetworkExecutor", getDeclaredField=lambda _: held
    )
    return SimpleNamespace(getClass=lambda: kind, threadId=lambda: connection)


def _warden(queries: Sequence[_Query], taken: dict[str, int], used: list[int]) -> Warden:
    """A warden of these queries; their threads took so much, and so much of the heap is used."""
    heap = SimpleNamespace(getUsed=lambda: used[0], getMax=lambda: _HEAP)
    memory = SimpleNamespace(getHeapMemoryUsage=lambda: heap, gc=lambda: used.append(used[0]))
    beans = SimpleNamespace(
        getMemoryMXBean=lambda: memory,
        getThreadMXBean=lambda: SimpleNamespace(getThreadAllocatedBytes=lambda id_: taken[id_]),
    )
    running = SimpleNamespace(getRunning=lambda: queries)
    server = SimpleNamespace(getRunningQueries=lambda: running)
    return Warden(server, beans, lambda: [_thread(one.id) for one in queries], None)


def test_a_full_memory_ends_the_query_that_took_it_and_not_the_oldest_connection() -> None:
    old, hog = _Query("old"), _Query("hog")
    taken, used = {"old": 90_000, "hog": 10}, [100]
    warden = _warden([old, hog], taken, used)
    warden.look()
    taken["hog"], used[0] = 700, 900
    warden.look()
    assert (old.ended, hog.ended) == ([], ["reader"])


def test_a_memory_that_others_fill_ends_nobody_and_is_not_swept_again_at_once() -> None:
    honest = _Query("honest")
    used = [900]
    warden = _warden([honest], {"honest": 5}, used)
    warden.look()
    warden.look()
    assert honest.ended == []
    assert len(used) == 2, "swept once"


def test_a_late_query_is_ended_and_a_false_mark_is_no_trouble() -> None:
    late = _Query("late", MARK.format(mark="ab", until=time.time() - 5) + "RETURN 1")
    explained = _Query("plan", f"EXPLAIN {late.text}")
    early = _Query("early", MARK.format(mark="ab", until=time.time() + 5) + "RETURN 1")
    false = _Query("false", "/* gutgraph ab until 1.2.3 */ RETURN 1")
    queries = [false, late, explained, early]
    _warden(queries, dict.fromkeys((one.id for one in queries), 0), [100]).look()
    assert [one.id for one in queries if one.ended] == ["late", "plan"]


def test_it_looks_again_after_an_error(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    looked: list[int] = []

    def look(_: Warden) -> None:
        looked.append(1)
        if len(looked) > 1:
            raise SystemExit  # the end of the test, which nothing holds up
        raise RuntimeError("no memory")

    monkeypatch.setattr(Warden, "look", look)
    monkeypatch.setattr("graph.engine.warden.time.sleep", lambda _: None)
    with caplog.at_level(logging.ERROR), pytest.raises(SystemExit):
        _warden([], {}, [0])._watch()
    assert "Could not look at the reader's queries" in caplog.text
    assert len(looked) == 2


def test_threads_of_no_java_are_said_to_be_none() -> None:
    with pytest.raises(OSError, match="is no Java"):
        JavaThreads(Path(ctypes.util.find_library("c") or ""))
    with pytest.raises(OSError, match="no_such"):
        JavaThreads(Path("no_such.so"))
