"""Commands that ask the graph for what it knows of a thing: search, show."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

from graph.ask import entity, evidence
from graph.ask import search as searching
from graph.ask.answers import ClaimEvidence, EntityKnown
from graph.model import vocabulary
from graph.model.evidence import Context
from graph.model.review import Review
from graph.model.subgraph import CountedClaim
from terminal.output import print_json, print_table, print_text
from terminal.session import Json, opened, settings_of


def search(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="A name, synonym, misspelling or CURIE.")],
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 20,
    json: Json = False,
) -> None:
    """Find entities by name, synonym, misspelling or CURIE."""
    with opened(settings_of(context), "reader") as store:
        hits = searching.search(store, text, limit)
    if json:
        print_json([asdict(hit) for hit in hits])
        return
    print_table(
        ("id", "name", "category", "claims", "matched", "how"),
        (
            (hit.entity.id, hit.entity.name, hit.entity.category, hit.claims, hit.matched, hit.how)
            for hit in hits
        ),
        empty=f"Nothing fits {text!r}. Try another spelling, or a shorter part of the name.",
    )


def show(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="An entity's CURIE, or a claim's id.")],
    limit: Annotated[int, typer.Option(min=1, max=1000, help="Claims shown.")] = 50,
    json: Json = False,
) -> None:
    """Show an entity with its claims, or a claim with its evidence."""
    with opened(settings_of(context), "reader") as store:
        answer = evidence.of_claim(store, id) if "~" in id else entity.known(store, id, limit)
    if json:
        print_json(_as_json(answer))
    elif isinstance(answer, EntityKnown):
        _print_entity(answer)
    else:
        _print_claim(answer)


def _as_json(answer: EntityKnown | ClaimEvidence) -> dict[str, Any]:
    """An answer as a map; each statement with the id that `review` takes."""
    values = asdict(answer)
    if isinstance(answer, ClaimEvidence):
        for row, stated in zip(values["statements"], answer.statements, strict=True):
            row["id"] = stated.evidence.id
    return values


def _print_entity(answer: EntityKnown) -> None:
    one = answer.entity
    print_text(f"{one.name}  ({one.id}, {one.category})", style="bold")
    if one.synonyms:
        print_text(f"Also: {', '.join(one.synonyms)}")
    if one.xrefs:
        print_text(f"Same as: {', '.join(one.xrefs)}")
    names = {neighbour.id: neighbour.name for neighbour in (*answer.neighbours, one)}
    print_table(
        ("claim", "for", "against", "papers", "certainty", "agreement", "id"),
        (
            (
                f"{names[each.claim.subject]} {vocabulary.phrase(each.claim.predicate)} "
                f"{names[each.claim.object]}",
                each.counts.supports,
                each.counts.refutes,
                each.counts.papers,
                _standing(each),
                each.counts.agreement,
                each.id,
            )
            for each in answer.claims
        ),
        empty="No claims about it.",
    )
    if answer.total > len(answer.claims):
        print_text(f"{len(answer.claims)} of {answer.total} claims; --limit shows more.")


def _standing(claim: CountedClaim) -> str:
    """How surely a claim is made: a denial is no assertion, and titles and aims make none."""
    if claim.refuted_only:
        return "denied"
    if claim.counts.supports or not (claim.asserted_in or claim.denied_in):
        return claim.counts.certainty or "not counted: only a title or an aim"
    return "asserted by databases" if claim.asserted_in else "denied by databases"


def _print_claim(answer: ClaimEvidence) -> None:
    phrase = vocabulary.phrase(answer.claim.claim.predicate)
    print_text(f"{answer.subject.name} {phrase} {answer.object.name}", style="bold")
    counts = answer.claim.counts
    print_text(
        f"{answer.claim.id} · {counts.supports} for, {counts.refutes} against, "
        f"{counts.papers} papers, {counts.mentions} mentions · {counts.agreement}"
    )
    for stated in answer.statements:
        one = stated.evidence
        said = f"“{one.quote}”" if one.quote else one.row_key
        print_text(f"  {one.stance}, {one.certainty}: {said}")
        if study := _study(one.context):
            print_text(f"    {study}")
        cited = "; ".join(paper.title or paper.id for paper in stated.publications)
        verdict = stated.verdict
        why = "rejected" if verdict and verdict.verdict == "rejected" else one.status
        counted = "" if stated.counts else f" · not counted ({why})"
        print_text(
            f"    {stated.document.title or stated.document.id}"
            + (f" · {one.section}" if one.section else "")
            + (f" · cites {cited}" if cited else "")
            + counted
            + f" · {one.id}",
            style="dim",
        )
        if verdict is not None:
            print_text(f"    {_said(verdict)}")


def _said(verdict: Review) -> str:
    """Lay a verdict out: what, by whom, on which day, and why."""
    note = f": {verdict.note}" if verdict.note else ""
    return f"{verdict.verdict} by {verdict.reviewer}, {verdict.at[:10]}{note}"


def _study(context: Context) -> str:
    """Lay out the study behind a statement: groups with their sizes, host, site, design, method."""
    groups = (
        _group(context.population, context.n_cases),
        _group(context.comparator, context.n_controls),
    )
    parts = (
        " v ".join(group for group in groups if group),
        context.host,
        context.body_site,
        context.study_type,
        context.method,
        context.effect,
        "" if context.p_value is None else f"p = {context.p_value}",
    )
    return " · ".join(part for part in parts if part)


def _group(name: str, size: int | None) -> str:
    if size is None:
        return name
    return f"{name} (n = {size})" if name else f"n = {size}"
