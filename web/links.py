"""Addresses outside this machine: built from a checked table of prefixes, https alone."""

import csv
import re
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from urllib.parse import quote, urlsplit

from graph.model.publication import Publication


@cache
def prefixes() -> MappingProxyType[str, tuple[str, str]]:
    """Registry prefix and pattern of the local part, by CURIE prefix, from `prefixes.tsv`."""
    text = files(__package__).joinpath("prefixes.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return MappingProxyType({row["prefix"]: (row["registry"], row["local"]) for row in rows})


def curie_address(curie: str) -> str:
    """Where a CURIE is explained; "" for a prefix or a local part the table does not know."""
    prefix, _, local = curie.partition(":")
    registry, pattern = prefixes().get(prefix, ("", ""))
    if not registry or not re.fullmatch(pattern, local):
        return ""
    return f"https://bioregistry.io/{registry}:{local}"


def publication_addresses(publication: Publication) -> tuple[tuple[str, str], ...]:
    """Name and address of each place that has the publication."""
    places = []
    if publication.pmid:
        places.append(
            (f"PMID {publication.pmid}", f"https://pubmed.ncbi.nlm.nih.gov/{publication.pmid}/")
        )
    if publication.doi:
        places.append(
            (f"doi:{publication.doi}", f"https://doi.org/{quote(publication.doi, safe='/')}")
        )
    return tuple(places)


def checked_address(address: str) -> str:
    """Give back an address that a page may link to: https with a host, nothing else; else ""."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    plain = parts.scheme == "https" and parts.hostname and "@" not in parts.netloc
    return address if plain else ""
