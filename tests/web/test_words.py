"""Quotes with their cue, and links that are safe to follow."""

import pytest

from graph.model.publication import Publication
from web.links import checked_address, curie_address, prefixes, publication_addresses
from web.panel import marked


@pytest.mark.parametrize(
    ("quote", "cue", "parts"),
    [
        ("It may help.", "may", [("It ", False), ("may", True), (" help.", False)]),
        ("May it help?", "may", [("May", True), (" it help?", False)]),
        ("It helps.", "", [("It helps.", False)]),
        ("It helps.", "may", [("It helps.", False)]),
        ("", "", []),
    ],
)
def test_a_quote_is_cut_where_its_cue_stands(
    quote: str, cue: str, parts: list[tuple[str, bool]]
) -> None:
    assert [(part["text"], part["cue"]) for part in marked(quote, cue)] == parts


@pytest.mark.parametrize(
    ("curie", "address"),
    [
        ("MONDO:0005301", "https://bioregistry.io/mondo:0005301"),
        ("NCBITaxon:239934", "https://bioregistry.io/ncbitaxon:239934"),
        ("GUT:leaky-gut", ""),
        ("MONDO:../../evil", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_only_ids_of_the_table_become_links(curie: str, address: str) -> None:
    assert curie_address(curie) == address


def test_every_row_of_the_table_has_its_three_cells() -> None:
    assert all(registry and local for registry, local in prefixes().values())


def test_a_publication_links_to_pubmed_and_to_its_doi() -> None:
    paper = Publication(pmid="123", doi="10.1000/a<b>c")
    assert publication_addresses(paper) == (
        ("PMID 123", "https://pubmed.ncbi.nlm.nih.gov/123/"),
        ("doi:10.1000/a<b>c", "https://doi.org/10.1000/a%3Cb%3Ec"),
    )


@pytest.mark.parametrize("address", ["http://a.org", "javascript:alert(1)", "https://a@b.org", "x"])
def test_a_document_links_only_to_plain_https(address: str) -> None:
    assert checked_address(address) == ""
