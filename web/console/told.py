"""The console as plain data for its component."""

from typing import Any, Final

from graph.ask.answers import Table
from graph.ask.examples import Example, questions, walks
from graph.ask.schema_card import SchemaCard
from graph.engine.explained import Plan
from web.console.desk import Answer, Desk, Question
from web.console.monaco import monaco_files
from web.view import ADDRESS_BYTES
from web.words import amount

Json = dict[str, Any]

_NOTHING: Final = (
    "The query ran, and nothing in this graph fits it. Names, labels and types are matched "
    "letter by letter; the card has those that are there."
)
_LONGER: Final = "Too long for an address (2 kB): no link leads to this query; keep its text."


def told(
    desk: Desk, question: Question, answer: tuple[int, Answer] | None, card: SchemaCard, state: str
) -> Json:
    """Put together what the component shows.

    Args:
        desk: Whose console it is.
        question: What stands in the editor.
        answer: The answer that is shown, with its number.
        card: The words of the graph.
        state: Of the graph: the card is counted anew when it changes.

    """
    return {
        "console": desk.id,
        "text": question.text,
        "values": dict(question.values),
        "longest": ADDRESS_BYTES,
        "monaco": monaco_files(),
        "card": _card(card, state),
        "answer": None if answer is None else _answer(desk, *answer),
    }


def said(table: Table) -> str:
    """Say how many rows came and how long it took: `1,000 rows in 1.2 s`."""
    rows = amount(len(table.rows), "row") if table.rows else "No rows"
    digits = 1 if table.seconds >= 1 else 2
    return f"{rows} in {max(table.seconds, 0.01):.{digits}f} s"


def _answer(desk: Desk, number: int, answer: Answer) -> Json:
    if answer.trouble:
        return {
            "number": number,
            "kind": "trouble",
            "trouble": answer.trouble,
            "example": answer.example,
        }
    if answer.plan is not None:
        words = "The plan: the last step first, each with what it takes its rows from"
        plan = _plan(answer.plan)
        return {
            "number": number,
            "kind": "plan",
            "words": words,
            "plan": plan,
            "note": answer.plan.note,
        }
    table = answer.table or Table((), (), truncated=False)
    return {
        "number": number,
        "kind": "table",
        "words": said(table),
        "cut": table.reason or ("cut" if table.truncated else ""),
        "note": _note(desk, answer, table),
        "files": _files(desk, number) if table.rows else None,
    }


def _note(desk: Desk, answer: Answer, table: Table) -> str:
    nothing = "" if table.rows else _NOTHING
    return " ".join(filter(None, (nothing, _LONGER if desk.longer == answer.question else "")))


def _files(desk: Desk, number: int) -> dict[str, str]:
    address = f"/api/console/answers/{desk.id}/{number}"
    return {suffix: f"{address}.{suffix}" for suffix in ("tsv", "csv", "json")}


def _plan(step: Plan) -> Json:
    return {
        "operator": step.operator,
        "details": step.details,
        "rows": None if step.rows is None else round(step.rows, 1),
        "children": [_plan(child) for child in step.children],
    }


def _card(card: SchemaCard, state: str) -> Json:
    return {
        "version": state,
        "words": {
            "labels": [
                {"name": one.name, "meaning": one.meaning, "entity": one.entity}
                for one in card.labels
            ],
            "types": [
                {"name": one.name, "meaning": one.meaning, "claim": one.claim} for one in card.types
            ],
            "properties": [
                {"of": one.of, "name": one.name, "meaning": one.meaning} for one in card.properties
            ],
        },
        "examples": [_example(one) for one in questions()],
        "walking": [_example(one) for one in walks()],
    }


def _example(one: Example) -> Json:
    return {"title": one.title, "why": one.why, "text": one.text, "values": one.values}
