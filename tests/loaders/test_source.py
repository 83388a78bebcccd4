"""Broken inputs are refused in words that say what to do; the texts are pinned here."""

from pathlib import Path

import pytest

from graph.errors import LoadError, UnknownFormat
from loaders.base import Source
from loaders.run import find_loader, inputs


def refusal(path: Path) -> str:
    with pytest.raises(LoadError) as caught:
        Source.read(path).decode()
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
