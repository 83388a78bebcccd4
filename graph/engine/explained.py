"""What an engine would do for a query, as a tree that pages can show."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

_NO_ESTIMATE: Final = "The engine gives no estimate of the rows of this query."
_SOME_ESTIMATES: Final = "The engine estimates the rows of some steps only."
_NOTHING: Final = "The engine gives no plan of this query."
# The embedded engine writes its plan as lines: `  + Expand(a)-->(b) [cost=9.00, rows=3]`.
_LINE: Final = re.compile(r"^(?P<indent> *)\+? ?(?P<step>.+)$")
_OPERATOR: Final = re.compile(r"[A-Z]{2,}(?: [A-Z]{2,})*(?![a-z])|\w+")
_NO_STEP: Final = ("Execution Plan", "Total Estimated ", "Steps After ", "Reason:", "Using ")
_BEGIN: Final = re.compile(r"^(?:Execution|Physical) Plan.*:$", re.M)
_ROWS: Final = re.compile(r"(?: \[|, )cost=[\d.E+]+, rows=(?P<rows>[\d.E+]+)\]$")


@dataclass(frozen=True, slots=True)
class Plan:
    """A step of a plan, and those it takes its rows from.

    Attributes:
        operator: What it does, in the engine's word.
        details: With what: names, labels, conditions.
        rows: How many rows the engine expects; None where it does not say.
        note: On the first step: what the engine leaves unsaid, "" when nothing.

    """

    operator: str
    details: str
    rows: float | None
    children: tuple["Plan", ...]
    note: str = ""


def explained(plan: Mapping[str, Any] | None) -> Plan:
    """Make the tree of what an engine answered to EXPLAIN.

    Args:
        plan: Nested maps of `operatorType`, `args` and `children`; the embedded engine's has one
            step, with all the others as its text.

    """
    if plan is None:
        return Plan("unknown", "", None, (), _NOTHING)
    text = plan.get("args", {}).get("string-representation")
    tree = _of_text(str(text)) if text and not plan.get("children") else _of_maps(plan)
    known = [step.rows is not None for step in _steps(tree)]
    return replace(tree, note="" if all(known) else _SOME_ESTIMATES if any(known) else _NO_ESTIMATE)


def _of_maps(plan: Mapping[str, Any]) -> Plan:
    args = plan.get("args", {})
    rows = args.get("EstimatedRows")
    return Plan(
        str(plan["operatorType"]).partition("@")[0],
        str(args.get("Details", "")),
        None if rows is None else float(rows),
        tuple(_of_maps(child) for child in plan.get("children", ())),
    )


def _of_text(text: str) -> Plan:
    """Put the last step first, as the other engine does: each takes the rows of the one before."""
    begin = _BEGIN.search(text)
    found = [_LINE.match(line) for line in text[begin.end() :].splitlines()] if begin else []
    lines = [(len(one["indent"]), one["step"]) for one in found if one is not None]
    chains = _chains([line for line in lines if not line[1].startswith(_NO_STEP)])
    return chains[0] if chains else Plan("unknown", "", None, (), _NOTHING)


def _chains(lines: list[tuple[int, str]]) -> tuple[Plan, ...]:
    """Make a tree of each branch; what a step holds stands below it, indented."""
    ends: list[Plan] = []
    fed: tuple[Plan, ...] = ()
    while lines:
        depth, step = lines[0]
        end = next((n for n, line in enumerate(lines) if n and line[0] <= depth), len(lines))
        if step.startswith("Branch "):
            ends.extend(fed)
            fed = ()
        else:
            fed = (_step(step, (*fed, *_chains(lines[1:end]))),)
        lines = lines[end:]
    return (*ends, *fed)


def _step(line: str, children: tuple[Plan, ...]) -> Plan:
    rows = _ROWS.search(line)
    bare = _ROWS.sub(lambda found: "]" if found.group().startswith(",") else "", line)
    operator = _OPERATOR.match(bare)
    name = operator.group() if operator else bare
    details = bare.removeprefix(name).strip()
    expected = float(rows["rows"]) if rows else 0.0  # 0 where the engine knows nothing
    return Plan(name, details, expected or None, children)


def _steps(plan: Plan) -> Iterator[Plan]:
    waiting = [plan]
    while waiting:
        step = waiting.pop()
        yield step
        waiting.extend(step.children)
