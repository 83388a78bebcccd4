"""A full disk, of the store, of the rejects file, of a snapshot: it is said, and nothing is lost.

A limit on the size of files (RLIMIT_FSIZE) stands for it: no file grows, and no rights are needed.
"""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.contract.ground import Ground
from tests.failures import seen

pytestmark = [pytest.mark.engine, pytest.mark.timeout(900)]  # servers are started again

TAXON = "NCBITaxon:7000001"


@contextmanager
def full(pid: int) -> Iterator[None]:
    """Let no file of a process grow past its first pages, until the block ends."""
    _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (65_536, hard))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard, hard))


def test_a_full_disk_of_the_store_loses_nothing_once_there_is_room(ground: Ground) -> None:
    version = ground.other
    with full(ground.server.pid):
        ended = ground.load(version)
    ground.server.stop()
    ground.server.start()
    seen("full disk, store", ended.err, ended.code)
    assert ground.load(version).code == 0
    assert ground.state() == ground.wanted[version]


def test_a_full_disk_of_the_rejects_file_is_told_and_the_good_rows_are_there(
    ground: Ground, tmp_path: Path
) -> None:
    table = tmp_path / "rows.csv"
    rest = "CAUSES,MONDO:9000001,Disease 1,1"
    wrong = "".join(f"X:{number},Thing,{rest}\n" for number in range(400))
    header = "subject,subject_name,predicate,object,object_name,pmid"
    table.write_text(f"{header}\n{TAXON},Taxon 1,{rest}\n{wrong}")
    ended = ground.commands.run("load", table, environment=ground.environment, largest=30_000)
    assert ended.err == ""
    *_, counted, said = ended.out.splitlines()
    assert counted == "400 of 401 rows were not loaded"
    seen("full disk, rejects", said, ended.code)
    forgotten = ground.commands.run("forget", table, environment=ground.environment)
    assert forgotten.code == 0
    assert ground.state() == ground.wanted[ground.held]


def test_a_full_disk_of_a_snapshot_leaves_the_file_that_was_there(
    ground: Ground, tmp_path: Path
) -> None:
    command = ("snapshot", "--around", TAXON, "--out", tmp_path)
    assert ground.commands.run(*command, environment=ground.environment).code == 0
    (file,) = tmp_path.iterdir()
    before = file.read_bytes()
    ended = ground.commands.run(*command, environment=ground.environment, largest=2_000)
    seen("full disk, snapshot", ended.err, ended.code)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == {file: before}
