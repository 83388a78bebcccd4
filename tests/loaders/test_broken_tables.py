"""Tables broken at random are read or refused, and nothing else; the seed is printed on failure."""

import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.errors import GutgraphError, LoadError, TooLarge
from loaders.base import Loader, Source
from loaders.bugsigdb import loader as bugsigdb
from loaders.claims_table import loader as claims_table
from loaders.claims_table import spreadsheet
from tests.loaders.shared import evidence, read, shared

SIGNS = b'",\n\r\tA#:=~%;|{}'


def book() -> bytes:
    made = Workbook()
    page = made.active
    assert page is not None
    page.append(["subject", "predicate", "object", "pmid"])
    for number in range(1, 6):
        page.append(["Akkermansia", "causes", "MS", number])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def table() -> bytes:
    return b'subject,predicate,object,pmid\nAkkermansia,causes,MS,1\n"a",b,"c\nd",9\n'


def lines() -> bytes:
    return b'{"subject": "MS", "predicate": "causes", "object": {"id": "MS"}, "pmid": [1]}\n' * 2


def export() -> bytes:
    return shared("data", "bugsigdb_ms", "full_dump.ms_subset.csv").read_bytes()


@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
@pytest.mark.parametrize(
    ("loader", "name", "whole", "signs"),
    [
        (claims_table, "t.xlsx", book, bytes(range(256))),
        (claims_table, "t.csv", table, SIGNS),
        (claims_table, "t.jsonl", lines, SIGNS),
        (bugsigdb, "t.csv", export, SIGNS),
    ],
)
@pytest.mark.parametrize("seed", range(100))
def test_broken_bytes_are_read_or_refused(
    loader: Loader, name: str, whole: Callable[[], bytes], signs: bytes, seed: int
) -> None:
    chance = random.Random(seed)
    data = bytearray(whole())
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.choice(signs)
    cut = chance.randrange(1, len(data)) if seed % 5 == 0 else len(data)
    try:
        yielded = list(loader.read(Source.of(name, bytes(data[:cut]))))
    except GutgraphError as error:
        assert str(error)
    else:
        assert len({one.id for one in evidence(yielded)}) == len(evidence(yielded))


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "_LARGEST", 1000)
    with pytest.raises(TooLarge, match=r"The workbook unpacks to .* the limit is 1,000"):
        read(claims_table, "t.xlsx", book())


def test_a_table_in_utf_16_is_recognised_and_refused_with_the_reason() -> None:
    data = table().decode().encode("utf-16")
    assert claims_table.recognises(Path("t.csv"), data)
    with pytest.raises(LoadError, match="This is not UTF-8"):
        read(claims_table, "t.csv", data)
