"""The KGX pen: nodes.tsv and edges.tsv in Biolink's terms, packed in one zip."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from figures.exchange import (
    Value,
    biolink_class,
    counts,
    quote_line,
    source_line,
    statements_by_claim,
)
from graph.model import vocabulary
from graph.model.entity import Entity
from graph.model.snapshot import Snapshot, Source, Stated
from graph.model.subgraph import CountedClaim

OURS: Final = "infores:gutgraph"

_NODE_COLUMNS: Final = ("id", "category", "name", "description", "synonym", "xref", "provided_by")
_EDGE_COLUMNS: Final = (
    "id", "subject", "predicate", "object", "category", "negated", "knowledge_level", "agent_type",
    "primary_knowledge_source", "aggregator_knowledge_source", "publications", "supporting_text",
    "evidence_count",
)  # fmt: skip
_LEVELS: Final = {"asserted": "knowledge_assertion", "": "not_provided"}
_UNKNOWN_PREDICATE: Final = "biolink:related_to"
_DIRECTION: Final = "object_direction_qualifier"
_CURIES: Final = {"PMID": "PMID", "DOI": "doi"}
_DOI: Final = "https://doi.org/"
_PUBMED: Final = re.compile(r"https://pubmed\.ncbi\.nlm\.nih\.gov/(\d+)/?")
_SEPARATOR: Final = "|"
_BREAKS: Final = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_DATE: Final = (1980, 1, 1, 0, 0, 0)

Row = dict[str, Value]


def kgx(snapshot: Snapshot) -> bytes:
    """Write a snapshot as a zip of KGX's two tables."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as out:
        for name, text in (
            ("nodes.tsv", _table(nodes(snapshot), _NODE_COLUMNS)),
            ("edges.tsv", _table(edges(snapshot), _EDGE_COLUMNS)),
        ):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            out.writestr(entry, text.encode("utf-8", "replace"))
    return packed.getvalue()


def nodes(snapshot: Snapshot) -> list[Row]:
    """A row for each entity."""
    return [_node(one) for one in snapshot.subgraph.entities]


def edges(snapshot: Snapshot) -> list[Row]:
    """A row for each claim: Biolink's predicate and ends, then our own columns."""
    stated = statements_by_claim(snapshot)
    sources = {one.number: one for one in snapshot.citations}
    return [_edge(one, stated.get(one.id, []), sources) for one in snapshot.subgraph.claims]


def _node(one: Entity) -> Row:
    return {
        "id": one.id,
        "category": [biolink_class(one.biolink, one.category)],
        "name": one.name,
        "description": one.description,
        "synonym": list(one.synonyms),
        "xref": list(one.xrefs),
        "provided_by": [OURS],
        "compartment": one.place,
    }


def _edge(one: CountedClaim, stated: Sequence[Stated], sources: Mapping[int, Source]) -> Row:
    cited = [sources[number] for number in sorted({each.source for each in stated} & set(sources))]
    databases = one.databases or tuple(
        sorted({entry.rpartition(_SEPARATOR)[2] for entry in one.denied_in})
    )
    single = databases[0] if len(databases) == 1 and not stated else OURS
    accepted = any(each.verdict == "accepted" for each in stated)
    return {
        "id": one.id,
        **_in_biolink(one),
        "category": ["biolink:Association"],
        "negated": one.refuted_only,
        "knowledge_level": _LEVELS.get(one.counts.certainty, "prediction"),
        "agent_type": "manual_validation_of_automated_agent" if accepted else "not_provided",
        "primary_knowledge_source": single,
        "aggregator_knowledge_source": [OURS] if single != OURS else [],
        "publications": [id_ for id_ in map(_publication, cited) if id_],
        "supporting_text": _quotes(stated, "supports"),
        "evidence_count": one.counts.supports + one.counts.refutes,
        "original_predicate": one.claim.predicate,
        "refuting_text": _quotes(stated, "refutes"),
        "statements": [quote_line(each) for each in stated],
        "source_lines": [source_line(each) for each in cited],
        **counts(one),
    }


def _in_biolink(one: CountedClaim) -> Row:
    """The ends, predicate and qualifiers as Biolink has them."""
    claim, row = one.claim, vocabulary.predicates().get(one.claim.predicate)
    qualifiers = dict(claim.qualifiers)
    ends: Row = {"subject": claim.subject, "object": claim.object}
    if row is not None and row.swap:
        ends = {"subject": claim.object, "object": claim.subject}
        qualifiers = {_turned(key): value for key, value in qualifiers.items()}
    found = ends | {"predicate": row.biolink if row else _UNKNOWN_PREDICATE}
    if row is not None and row.direction:
        found |= {"qualified_predicate": "biolink:causes", _DIRECTION: row.direction}
    return found | {
        f"{key}" if _is_qualifier(key) else f"qualifier_{key}": value
        for key, value in qualifiers.items()
    }


def _is_qualifier(key: str) -> bool:
    """Whether a qualifier can be a column of its own name without taking another's."""
    return key.endswith("_qualifier") and key.isidentifier()


def _turned(key: str) -> str:
    for one, other in (("subject_", "object_"), ("object_", "subject_")):
        if key.startswith(one):
            return other + key.removeprefix(one)
    return key


def _publication(source: Source) -> str:
    """The CURIE of a paper, or the address of a page."""
    prefix, _, local = source.id.partition(":")
    if prefix in _CURIES and local:
        return f"{_CURIES[prefix]}:{local}"
    if source.link.startswith(_DOI):
        return f"doi:{source.link.removeprefix(_DOI)}"
    found = _PUBMED.fullmatch(source.link)
    return f"PMID:{found[1]}" if found else source.link


def _quotes(stated: Iterable[Stated], stance: str) -> list[str]:
    return list(dict.fromkeys(one.quote for one in stated if one.quote and one.stance == stance))


def _table(rows: Sequence[Row], first: Sequence[str]) -> str:
    columns = list(dict.fromkeys((*first, *sorted({key for row in rows for key in row}))))
    lines = [columns, *([_cell(row.get(column, "")) for column in columns] for row in rows)]
    return "".join("\t".join(line) + "\n" for line in lines)


def _cell(value: Value) -> str:
    """A value in a table: lists by KGX's separator, which no member may hold then."""
    if isinstance(value, list):
        return _SEPARATOR.join(_flat(str(one)).replace(_SEPARATOR, "¦") for one in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return _flat(str(value))


def _flat(text: str) -> str:
    return _BREAKS.sub(" ", text)
