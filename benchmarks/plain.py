"""The made data as plain maps, as a script without Gutgraph would build them: the final values."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from benchmarks.made import DOCUMENT, SHA256, Made, entity_id
from graph.model.identity import evidence_id
from graph.model.nearness import near_keys

Row = dict[str, Any]

_MANY = 10  # claims from which an entity has its degree's digits indexed

_NO_STUDY = {
    **dict.fromkeys(("study_type", "host", "body_site", "population", "comparator", "method"), ""),
    **dict.fromkeys(("n_cases", "n_controls", "p_value"), None),
    **dict.fromkeys(("effect", "via", "condition", "purpose"), ""),
}
_NO_WORDS = {
    **dict.fromkeys(("quote", "cue", "negation", "section", "inferred", "extractor", "rule"), ""),
    **dict.fromkeys(("start", "end"), None),
}


def document(made: Made) -> Row:
    """The document as it is when all has come."""
    return {
        "id": DOCUMENT,
        "sha256": SHA256,
        "kind": "made",
        "title": "Made data",
        "loader": "made",
        "loader_version": "1",
        "evidence": made.claims,
        "definitions": made.entities,
        **dict.fromkeys(("url", "licence", "interest", "text_sha256"), ""),
        **dict.fromkeys(("mentions", "citations", "assertions"), 0),
    }


def entities(made: Made) -> Iterator[Row]:
    """Each entity with the edge that defines it; the number of its claims is known beforehand."""
    degrees = _degrees(made)
    for number in range(made.entities):
        name = f"entity {number:07d}"
        said = {
            "name": name,
            "category": "Gene",
            "synonyms": [],
            "description": "",
            "xrefs": [],
            "compartment": "",
            "biolink": "",
        }
        degree = degrees[entity_id(number)]
        kept = {
            "id": entity_id(number),
            "compartment": "immune",
            "biolink": "biolink:Gene",
            "search_text": name,
            "name_keys": f"entity{number:07d} made{number:07d}",
            "near_keys": near_keys((name,)),
            "defined_in": [DOCUMENT],
            "degree": degree,
            "degree_digits": len(str(degree)) if degree >= _MANY else None,
        }
        yield {"id": entity_id(number), "props": said | kept, "said": said}


def claims(made: Made) -> Iterator[Row]:
    """Each claim with its numbers, and its evidence."""
    for row, (subject, object_) in enumerate(made.pairs()):
        claim = f"{subject}~AFFECTS~{object_}"
        evidence = evidence_id(DOCUMENT, claim, "supports", f"row {row}")
        yield {
            "subject": subject,
            "object": object_,
            "claim": claim,
            "id": evidence,
            "evidence": {
                "id": evidence,
                "claim": claim,
                "predicate": "AFFECTS",
                "subject": subject,
                "object": object_,
                "stance": "supports",
                "certainty": "asserted",
                "status": "finding",
                "row_key": f"row {row}",
                "occurrence": 0,
                "cited": [],
                "knowledge_level": "not_provided",
                "agent_type": "not_provided",
                **_NO_WORDS,
                **_NO_STUDY,
            },
            "counts": {
                "id": claim,
                "supports": 1,
                "mentions": 1,
                "certainty": "asserted",
                "agreement": "one-sided",
                **dict.fromkeys(("refutes", "papers", "refuting_papers"), 0),
                **dict.fromkeys(("first_year", "last_year"), None),
                **{name: [] for name in ("hosts", "study_types", "qualifiers")},
                **{name: [] for name in ("asserted_in", "denied_in", "databases")},
            },
        }


def _degrees(made: Made) -> Counter[str]:
    return Counter(end for pair in made.pairs() for end in pair)
