"""Broken inputs are refused in words that say what to do; the texts are pinned here."""

import json
import os
import tracemalloc
from pathlib import Path

import pytest

from graph.errors import LoadError, UnknownFormat
from loaders.base import Source
from loaders.claims_table import delimited, json_lines
from loaders.preview import preview
from loaders.run import find_loader, inputs


def refusal(path: Path) -> str:
    """What is said of a file, the same whether it is read whole or by lines."""
    with pytest.raises(LoadError) as caught:
        Source.read(path).decode()
    with pytest.raises(LoadError) as by_lines:
        Source.read(path).lines()
    assert str(by_lines.value) == str(caught.value)
    return str(caught.value).replace(str(path), "FILE")


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"\xef\xbb\xbf \n")
    assert refusal(path) == "FILE: The file is empty. Load a file that has text in it."


def test_a_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert refusal(path) == (
        "FILE: This is no text: byte 8 is NUL. "
        "Load text or Markdown; for a PDF or Word file, save its text as UTF-8 first."
    )


def test_a_wrong_encoding_is_named_with_line_and_byte(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("First line\nSjögren".encode("latin-1"))
    assert refusal(path) == (
        "FILE:2: This is not UTF-8: byte 0xf6 at position 13. "
        "Save it as UTF-8, for example: iconv -f LATIN1 -t UTF-8 FILE > NEW"
    )


def test_utf_16_is_named_as_what_it_is_not(tmp_path: Path) -> None:
    path = tmp_path / "wide.txt"
    path.write_bytes("Zinc".encode("utf-16"))
    assert refusal(path).startswith("FILE:1: This is not UTF-8: byte 0xff at position 0")


def test_a_missing_path(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt") == "FILE: There is no such file. Check the path."


def test_the_byte_order_mark_is_dropped_and_newlines_stay(tmp_path: Path) -> None:
    path = tmp_path / "marked.txt"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\n")
    assert Source.read(path).decode() == "one\r\ntwo\n"


def test_lines_are_those_of_the_text_wherever_a_piece_ends() -> None:
    text = "a" + "é" * 60_000 + "\r\n\nlast"  # a letter stands across the first 65,536 bytes
    source = Source.of("long.csv", b"\xef\xbb\xbf" + text.encode())
    assert source.decode() == text
    assert list(source.lines()) == text.splitlines(keepends=True)


def test_a_file_that_no_loader_takes_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "disk.img"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)  # sparse: there is nothing on the disk
    said = str(preview(path).report.error)
    assert said.startswith(f"{path}: No loader reads this kind of file (.img). ")


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    os.mkfifo(path)
    assert str(preview(path).report.error) == (
        f"{path}: This is a pipe. Write what it gives to a file first."
    )


@pytest.mark.parametrize("name", ["claims.csv", "claims.jsonl"])
def test_a_long_table_is_never_in_memory_as_one_text(name: str) -> None:
    row = {"subject": "Akkermansia", "predicate": "INCREASED_IN", "object": "MS", "pmid": "1"}
    header = f"{','.join(row)}\n" if name.endswith("csv") else ""
    line = f"{','.join(row.values())}\n" if header else f"{json.dumps(row)}\n"
    source = Source.of(name, (header + line * 20_000).encode())
    opened = (delimited if header else json_lines).opened
    tracemalloc.start()
    rows = sum(1 for _ in opened(source).rows)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert rows == 20_000

    assert peak < len(source.data) / 2


def test_an_unknown_format_names_the_loaders_tried(tmp_path: Path) -> None:
    path = tmp_path / "graph.parquet"
    with pytest.raises(UnknownFormat) as caught:
        find_loader(path, b"PAR1")
    assert str(caught.value).replace(str(path), "FILE") == (
        "FILE: No loader reads this kind of file (.parquet). "
        "Loaders tried: bugsigdb, claims table, prose; text and Markdown (.txt, .md) are read as "
        "prose, and a table (.csv, .tsv, .xlsx, .jsonl) needs the columns that `gutgraph template` "
        "writes."
    )


def test_a_folder_gives_its_readable_files_in_order_and_each_once(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "c.parquet"):
        (tmp_path / name).write_text("Zinc is a nutrient.", encoding="utf-8")
    found = inputs([tmp_path, tmp_path / "a.txt"])
    assert [path.name for path in found] == ["a.txt", "b.md"]


def test_a_folder_with_nothing_to_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="Nothing in this folder is of a kind that a loader reads"):
        inputs([tmp_path])


def test_a_row_with_half_a_character_is_rejected_and_never_written(tmp_path: Path) -> None:
    row = {"subject": "dysbiosis", "predicate": "CAUSES", "object": "multiple sclerosis"}
    whole = json.dumps(row | {"quote": "said", "stance": "supports"})
    halved = whole.replace("said", "\\ud83d")
    given = Source.of("claims.jsonl", f"{whole}\n{halved}\n".encode())
    kept = tmp_path / "claims.rejects.tsv"
    told = preview(given, kept).report
    at = next(one for one in told.rejects if one.line == 2)
    assert at.problems[0].reason == "has half a character"
    assert "has half a character" in kept.read_text(encoding="utf-8")
