"""The Paths page as plain data: each path with its steps, and what each step rests on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

from graph.ask.answers import StatedEvidence
from graph.ask.evidence_path import EvidencePath, Paths, Step
from graph.model import vocabulary
from graph.model.entity import Entity
from graph.model.subgraph import CountedClaim
from web.leads import canvas_link, claim_link, reading_link
from web.panel.statement import marked
from web.words import amount, capital

Json = dict[str, Any]

RANKING: Final = (
    "A path is as strong as its weakest step, which is marked: what is contested comes after what "
    "is not, then asserted comes before suggested and proposed, then more papers before fewer, "
    "then more mentions.",
    "Among paths as strong as each other the shorter comes first. A path goes through no entity "
    "twice, and along a claim in either direction; the arrow shows which way the claim reads.",
)
QUOTES: Final = 3  # of a step


def chains(found: Paths, stated: Iterable[StatedEvidence]) -> Json:
    """Lay paths out.

    Args:
        found: The paths.
        stated: What is stated for the strongest claim of each step.

    """
    by_claim: dict[str, list[StatedEvidence]] = defaultdict(list)
    for one in stated:
        by_claim[one.evidence.claim.id].append(one)
    ids = dict.fromkeys(entity.id for path in found.paths for entity in path.entities)
    return {
        "paths": [_path(path, by_claim) for path in found.paths],
        "all": canvas_link(ids),
        "ranking": list(RANKING),
        "said": _said(found),
    }


def _said(found: Paths) -> str:
    if not found.paths:
        return found.reason
    number = amount(len(found.paths), "path")
    return f"{number} of at most {amount(found.length, 'step')}. {found.reason}".strip()


def _path(path: EvidencePath, stated: Mapping[str, list[StatedEvidence]]) -> Json:
    focus = path.steps[path.weakest].claim.id
    names = {str(one.id): one.name for one in path.entities}
    return {
        "entities": [_entity(one) for one in path.entities],
        "steps": [_step(one, stated[one.claim.id], names) for one in path.steps],
        "weakest": path.weakest,
        "explanation": capital(path.explanation),
        "link": canvas_link((one.id for one in path.entities), focus),
    }


def _entity(entity: Entity) -> Json:
    link = canvas_link((entity.id,), entity.id)
    return {"id": entity.id, "name": capital(entity.name), "place": entity.place, "link": link}


def _step(step: Step, stated: list[StatedEvidence], names: Mapping[str, str]) -> Json:
    row = vocabulary.predicates().get(step.claim.claim.predicate)
    counted = [one for one in stated if one.counts and one.evidence.quote]
    return {
        "sentence": capital(step.sentence),
        "phrase": vocabulary.phrase(step.claim.claim.predicate),
        "forward": step.forward,
        "symmetric": row is not None and row.symmetric,
        "standing": step.standing,
        "certainty": step.claim.counts.certainty,
        "contested": step.claim.counts.agreement == "contested",
        "link": claim_link(step.claim.claim),
        "quotes": [_quote(one) for one in counted[:QUOTES]],
        "more": max(0, len(stated) - QUOTES) if counted else 0,
        "databases": list(step.claim.databases),
        "others": [_said_of(one, names) for one in step.others],
    }


def _said_of(one: CountedClaim, names: Mapping[str, str]) -> str:
    phrase = vocabulary.phrase(one.claim.predicate)
    return f"{names[one.claim.subject]} {phrase} {names[one.claim.object]}"


def _quote(one: StatedEvidence) -> Json:
    evidence = one.evidence
    return {
        "quote": marked(evidence.quote, evidence.cue),
        "stance": evidence.stance,
        "source": one.document.title or one.document.id,
        "read": reading_link(one.document.id, evidence.start, evidence.end),
        "papers": amount(len(one.publications), "paper") if one.publications else "",
    }
