"""Weighing: which contexts are one, so that sources in them can contradict each other."""

import pytest

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
