"""One server for a data folder: started on demand, shared, healed, stopped when nobody is left."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable

import neo4j
import psutil
import pytest

from graph.engine import embedded
from graph.engine.bolt import BoltStore
from graph.errors import StoreUnavailable
from graph.settings import Settings
from tests.engines import emptied

pytestmark = pytest.mark.engine


def count(store: BoltStore) -> int:
    return int(store.read("MATCH (n:Entity) RETURN count(n) AS n")[0]["n"])


def write(store: BoltStore, entities: int) -> None:
    with store.transaction() as transaction:
        transaction.run("UNWIND range(1, $n) AS i CREATE (:Entity {name: i})", {"n": entities})


def test_two_processes_that_start_at_once_share_one_server(settings: Settings) -> None:
    embedded.stop(settings)
    code = f"""
from pathlib import Path
from graph.engine import embedded
from graph.settings import Settings
settings = Settings(data=Path({str(settings.data)!r}), engine_memory_mb=256)
with embedded.connect(settings, "reader") as store:
    assert store.read("RETURN 1 AS one") == [{{"one": 1}}]
    print(embedded.status(settings).pid)
"""
    starts = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    answers = [start.communicate(timeout=150)[0].strip() for start in starts]
    assert [start.returncode for start in starts] == [0, 0]
    assert answers == [str(embedded.status(settings).pid)] * 2
    servers = [
        process.pid
        for process in psutil.process_iter(["cmdline"])
        if str(settings.data) in (process.info["cmdline"] or [])
    ]
    assert servers == [embedded.status(settings).pid]


def test_a_server_killed_in_the_open_is_healed_and_keeps_commits_port_and_login(
    settings: Settings,
) -> None:
    with embedded.connect(settings, "writer") as store:
        write(emptied(store), 500)
        before = embedded.status(settings)
        psutil.Process(before.pid).kill()
        assert count(store) == 500
        psutil.Process(embedded.status(settings).pid).kill()
        write(store, 1)
        assert list(store.stream("MATCH (n:Entity) RETURN count(n) AS n")) == [{"n": 501}]
    after = embedded.status(settings)
    assert after.running
    assert after.pid != before.pid
    assert (after.address, after.password) == (before.address, before.password)


def test_a_transaction_cut_by_a_kill_leaves_nothing(settings: Settings) -> None:
    with embedded.connect(settings, "writer") as store:
        write(emptied(store), 10)
        with pytest.raises(StoreUnavailable), store.transaction() as transaction:
            transaction.run("CREATE (:Entity {name: 'half'})")
            psutil.Process(embedded.status(settings).pid).kill()
            transaction.run("CREATE (:Entity {name: 'other half'})")
        assert count(store) == 10


def test_the_server_stays_for_a_foreign_client_and_stops_after_the_last(
    settings: Settings,
) -> None:
    impatient = settings.model_copy(update={"idle_stop_minutes": 2 / 60})
    status = embedded.restart(impatient)
    login = (status.username, status.password)
    with neo4j.GraphDatabase.driver(status.address, auth=login) as foreign:
        foreign.verify_connectivity()
        time.sleep(3.5)  # longer than the two seconds of idleness allowed
        assert embedded.status(settings).connections == 1
    assert eventually(lambda: not embedded.status(settings).running)
    assert "nobody was connected for 2 s" in status.log.read_text()


def test_stop_is_immediate_and_restart_keeps_port_and_logins(settings: Settings) -> None:
    before = embedded.start(settings)
    began = time.monotonic()
    assert embedded.stop(settings)
    assert time.monotonic() - began < 10
    assert not psutil.pid_exists(before.pid)
    assert not embedded.status(settings).running
    assert not embedded.stop(settings)
    after = embedded.restart(settings)
    assert (after.address, after.password) == (before.address, before.password)


def test_the_folder_is_its_owners_alone_and_there_is_one_door(settings: Settings) -> None:
    status = embedded.start(settings)
    assert settings.data.stat().st_mode & 0o777 == 0o700
    assert (settings.data / "engine").stat().st_mode & 0o777 == 0o700
    held = [path for path in settings.data.rglob("*") if path.name != "engine.lock"]
    assert [path for path in held if path.stat().st_mode & 0o077] == []
    process = psutil.Process(status.pid)
    doors = [door.laddr for door in process.net_connections() if door.status == "LISTEN"]
    assert [door.ip.removeprefix("::ffff:") for door in doors] == ["127.0.0.1"]
    assert status.address == f"bolt://127.0.0.1:{doors[0].port}"
    secrets = json.loads((settings.data / "engine.json").read_text())
    words = " ".join(process.cmdline())
    assert secrets["writer"] not in words
    assert secrets["reader"] not in words
    assert process.parent() is None or process.parent().pid != os.getpid()  # type: ignore[union-attr]


def eventually(holds: Callable[[], bool], seconds: float = 15) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.1)
    return False
