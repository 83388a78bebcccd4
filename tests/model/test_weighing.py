"""Weighing: which contexts are one, so that sources in them can contradict each other."""

from typing import Any

import pytest

from graph.model.vocabulary import context_table
from graph.model.weighing import contrast_class, host_class, site_class


@pytest.mark.parametrize("said", ["Feces", "faeces", "stool", "Stool samples", "faecal samples"])
def test_every_wording_of_faeces_is_one_site(said: str) -> None:
    assert site_class(said) == "faeces"


def test_other_sites_stay_apart() -> None:
    sites = ("Blood", "ileum", "Saliva", "toadstools", "")
    assert len({site_class(said) for said in sites}) == len(sites)
    assert site_class("  Blood ") == "blood"


def test_hosts_and_contrasts_fold_too() -> None:
    assert host_class("Homo sapiens") == host_class("patients") == "human"
    assert host_class("Mus musculus") == "animal"
    assert contrast_class("Healthy controls") == contrast_class("controls") == "control"


@pytest.mark.parametrize(
    ("kind", "row"),
    [(kind, row) for kind, rows in context_table().items() for row in rows],
    ids=lambda value: value if isinstance(value, str) else value["class"],
)
def test_each_class_of_context_reads_its_own_examples(kind: str, row: dict[str, Any]) -> None:
    fold = {"host": host_class, "body_site": site_class, "contrast": contrast_class}[kind]
    assert {said: fold(said) for said in row["yes"]} == dict.fromkeys(row["yes"], row["class"])
    assert [said for said in row["no"] if fold(said) == row["class"]] == []
