"""A graph that changes, and more programs than may ask at once."""

import asyncio
import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from graph.engine.connect import open_store
from graph.errors import StoreUnavailable, TooBusy
from graph.settings import Settings
from graph.write.forget import forget
from graph.write.writer import write_records
from tests.web.conftest import Dashboard
from tests.web.crowd import HUB, crowd
from tests.web.programs import Program
from tests.web.sample import MS
from web.api.answers import problem
from web.api.queue import Queue

BOMB = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS n"


def test_a_tag_goes_with_the_graph_and_comes_back_with_it(
    dashboard: Dashboard, graph_settings: Settings
) -> None:
    program = Program(dashboard)
    address = f"/api/entities/{MS}"
    before = program.get(address).headers["etag"]
    with open_store(graph_settings, "writer") as store:
        write_records(store, crowd(20), batch_size=1000)
        try:
            changed = program.send("GET", address, headers={"if-none-match": before})
            assert changed.status == 200
            assert changed.headers["etag"] != before
            assert program.get(f"/api/entities/{HUB}").json["total"] == 20
        finally:
            forget(store, "https://example.org/crowd")
    assert program.send("GET", address, headers={"if-none-match": before}).status == 304


def test_a_hub_is_paged_through_and_each_page_is_as_quick_as_the_first(
    crowded: Dashboard,
) -> None:
    program = Program(crowded)
    address, seen, took = f"/api/entities/{HUB}/neighbours?limit=200&category=Gene", [], []
    while address:
        start = time.perf_counter()
        page = program.send("GET", address).json
        took.append(time.perf_counter() - start)
        seen += [one["id"] for one in page["neighbours"]]
        address = page["next"]
    assert len(set(seen)) == len(seen) == 1666
    assert seen == sorted(seen, key=lambda id_: f"{id_}~")
    assert sorted(took)[len(took) // 2] < 2


def test_strangers_queries_wait_or_are_sent_away_and_keep_nobody_else(
    dashboard: Dashboard,
) -> None:
    program = Program(dashboard)
    with ThreadPoolExecutor(9) as pool:
        bombs = [pool.submit(program.query, BOMB) for _ in range(8)]
        time.sleep(1)
        start = time.perf_counter()
        assert program.get(f"/api/entities/{MS}").status == 200
        honest = time.perf_counter() - start
        answers = [bomb.result() for bomb in bombs]
    assert {answer.status for answer in answers} == {429, 504}
    for answer in answers:
        assert answer.problem
        assert (answer.status == 429) == ("retry-after" in answer.headers)
        assert int(answer.headers.get("retry-after", 1)) >= 1
    assert honest < 4
    assert program.query("RETURN 1 AS one").json["rows"] == [[1]]


def test_a_store_that_does_not_answer_is_told_without_the_folders_of_the_machine() -> None:
    told = problem(
        StoreUnavailable("The engine of /home/ada/graph did not start; look at C:\\data\\log."),
        "/api/search",
    )
    assert told.status_code == 503
    assert json.loads(bytes(told.body)) == {
        "type": "about:blank",
        "title": "StoreUnavailable",
        "status": 503,
        "detail": "The engine of … did not start; look at …",
        "instance": "/api/search",
    }


def asked(queue: Queue, seconds: float, times: int) -> list[str]:
    """Ask so many times at once, and say how each went."""

    async def one() -> str:
        try:
            async with queue.place():
                await asyncio.sleep(seconds)
        except TooBusy as error:
            return str(error)
        return ""

    async def every() -> list[str]:
        return await asyncio.gather(*(one() for _ in range(times)))

    # In a thread of its own: the browser tests leave an event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, every()).result()


def test_a_queue_lets_in_whoever_waits_and_sends_the_others_away_at_once() -> None:
    said = asked(Queue(at_once=2, waiting=3, seconds=5), 0.05, 8)
    assert [one == "" for one in said] == [True] * 5 + [False] * 3
    assert said[5] == (
        "2 questions are being answered and 3 wait, which is as many as may. Ask again in a moment."
    )


def test_nobody_waits_longer_than_a_queue_says() -> None:
    said = asked(Queue(at_once=1, waiting=3, seconds=0.05), 0.4, 2)
    assert said[1] == (
        "1 questions are being answered, which is as many as may, and none ended within 0.05 s. "
        "Ask again in a moment."
    )


def test_a_place_comes_back_after_an_error() -> None:
    async def both(queue: Queue) -> None:
        with pytest.raises(ZeroDivisionError):
            async with queue.place():
                raise ZeroDivisionError
        async with queue.place():
            pass

    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, both(Queue(at_once=1, waiting=0, seconds=0.1))).result()
