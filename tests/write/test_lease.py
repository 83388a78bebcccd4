"""One writer a graph: others wait, name whom, and take over from the dead."""

import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from graph.engine.bolt import BoltStore
from graph.engine.store import Store
from graph.errors import StoreRejected
from graph.settings import Settings
from graph.write import lease
from graph.write.check import check
from graph.write.writer import write_records
from tests.engines import variables
from tests.write.cut import CutStore
from tests.write.sample import UP, document_a

pytestmark = pytest.mark.engine
ROOT = Path(__file__).parents[2]


def test_two_loaders_at_once_on_one_claim_count_right(
    store: BoltStore, graph_settings: Settings
) -> None:
    loaders = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.write.loader_process", first, "6"],
            cwd=ROOT,
            env=os.environ | variables(graph_settings),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for first in ("0", "6")
    ]
    said = [loader.communicate(timeout=120)[0] for loader in loaders]
    assert [loader.returncode for loader in loaders] == [0, 0], said
    rows = store.read(
        "MATCH (:Entity)-[r:INCREASED_IN]->(:Entity) RETURN r.id AS id, r.supports AS n, "
        "r.mentions AS m"
    )
    assert rows == [{"id": UP, "n": 12, "m": 12}]
    assert check(store) == []


def test_a_second_loader_waits_and_says_for_whom(store: Store) -> None:
    told: list[str] = []
    second = threading.Thread(
        target=write_records,
        args=(store, document_a(), 5000, None, lambda owner: told.append(str(owner))),
    )
    with lease.hold(store) as held:
        second.start()
        time.sleep(1.0)
        assert store.read("MATCH (d:Document) RETURN d.id AS id") == []
        assert told == [str(held.owner)]
    second.join(timeout=30)
    assert store.read("MATCH (d:Document) RETURN d.id AS id") == [{"id": "a"}]


def test_a_lease_that_nobody_renews_is_taken_over_and_its_owner_is_told(store: Store) -> None:
    with lease.hold(store, seconds=0.2) as slow:
        time.sleep(0.3)
        with lease.hold(store) as quick:
            with store.transaction() as tx:
                quick.renew(tx)
            with pytest.raises(StoreRejected) as lost, store.transaction() as tx:
                slow.renew(tx)
        assert str(lost.value) == (
            "Another writer has taken over the lease of this graph, because this one was silent "
            "for 0 seconds. Load again: what was written stays."
        )


def test_a_lease_is_given_back_when_a_load_fails(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), lease.hold(store):
        raise ZeroDivisionError
    told: list[lease.Owner] = []
    with lease.hold(store, waiting=told.append):
        assert told == []


def test_a_writer_that_was_killed_is_not_waited_for(
    store: BoltStore, graph_settings: Settings
) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-m", "tests.write.holding_process"],
        cwd=ROOT,
        env=os.environ | variables(graph_settings),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    with holder.stdout:
        assert holder.stdout.readline() == "holds\n"
        holder.kill()
    holder.wait(timeout=30)
    told: list[lease.Owner] = []
    started = time.monotonic()
    with lease.hold(store, told.append) as held, store.transaction() as tx:
        held.renew(tx)
    assert told == []
    assert time.monotonic() - started < 10


def test_a_process_is_gone_when_another_has_its_number_and_unknown_on_another_machine() -> None:
    me = lease.this_process()
    assert not me.gone()
    assert replace(me, born=me.born - 60).gone()
    assert not replace(me, born=me.born - 60, host="elsewhere").gone()
    assert not replace(me, born=me.born - 60, space="pid:[1]").gone()


def test_a_store_that_refuses_every_lease_is_not_asked_for_ever(store: BoltStore) -> None:
    with (
        CutStore(store, 0, StoreRejected) as refusing,
        pytest.raises(StoreRejected, match="cut at transaction 10"),
        lease.hold(refusing),
    ):
        pytest.fail("it has no lease")
