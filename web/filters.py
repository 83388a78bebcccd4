"""The filters: which values occur among the claims of a view, how often, and choosing them."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from graph.ask.spoken import Spoken
from graph.errors import RecordError
from graph.model import vocabulary
from graph.model.entity import Entity
from graph.model.evidence import CERTAINTIES
from graph.model.narrowing import CONTESTED, Narrowing
from graph.model.subgraph import CountedClaim, Subgraph
from graph.model.weighing import host_class
from web.view import View

Json = dict[str, Any]

_STANCES: Final = {"supports": "says so", "refutes": "says it is not so"}
_LISTS: Final = {
    "certainty": "certainties",
    "stance": "stances",
    "predicate": "predicates",
    "category": "categories",
    "host": "hosts",
    "study": "study_types",
    "document": "documents",
}
_NUMBERS: Final = ("since", "until", "papers")


def narrowed(act: Mapping[str, Any], view: View) -> View:
    """Choose a value of a filter, or leave it: `name`, `value` and `on`; numbers by `value` alone.

    Certainties, columns and categories of the legend are shown until they are switched off; of all
    else nothing is left out until some value is chosen.
    """
    name, value, on = str(act.get("name")), act.get("value", ""), bool(act.get("on"))
    asked = view.narrowing
    match name:
        case "contested":
            asked = replace(asked, agreements=CONTESTED if on else ())
        case "certainty":
            shown = set(asked.certainties or CERTAINTIES)
            shown = shown | {str(value)} if on else shown - {str(value)}
            left = tuple(one for one in CERTAINTIES if one in shown)
            asked = replace(asked, certainties=() if len(left) == len(CERTAINTIES) else left)
        case "column":
            closed = set(view.closed) - {value} if on else {*view.closed, value}
            names = tuple(one for one in vocabulary.compartments() if one in closed)
            return replace(view, closed=names)
        case "categories":
            named = {str(one) for one in value} if isinstance(value, list) else set()
            hidden = (
                set(asked.hidden_categories) - named if on else {*asked.hidden_categories, *named}
            )
            asked = replace(asked, hidden_categories=tuple(sorted(hidden)))
        case "text":
            asked = replace(asked, text=str(value))
        case _ if name in _LISTS:
            values = set(getattr(asked, _LISTS[name]))
            values = values | {str(value)} if on else values - {str(value)}
            asked = _with(asked, _LISTS[name], tuple(sorted(values)))
        case _ if name in _NUMBERS:
            asked = _numbered(asked, name, value)
        case _:
            return view
    return replace(view, narrowing=asked)


def _numbered(asked: Narrowing, name: str, value: Any) -> Narrowing:
    """Set a number; of two years that contradict each other the later choice wins."""
    number = int(value) if value not in {"", None} else None
    if name == "papers":
        return replace(asked, papers=number or 0)
    try:
        return _with(asked, name, number)
    except RecordError:
        return replace(asked, since=number, until=number)


def _with(asked: Narrowing, field: str, value: Any) -> Narrowing:
    return replace(asked, **{field: value})


def passing(
    whole: Subgraph, asked: Narrowing, spoken: Spoken | None = None
) -> tuple[CountedClaim, ...]:
    """The claims of a subgraph that are asked for."""
    if asked == Narrowing():
        return whole.claims
    by_id: dict[str, Entity] = {entity.id: entity for entity in whole.entities}
    documents = set(asked.documents)
    return tuple(
        one
        for one in whole.claims
        if asked.passes(one, by_id[one.claim.subject], by_id[one.claim.object])
        and (
            not documents
            or spoken is None
            or not documents.isdisjoint(spoken.documents.get(one.id, ()))
        )
    )


def filter_rows(whole: Subgraph, view: View, spoken: Spoken) -> list[Json]:
    """The filters of a view: only what occurs, counted among what the other filters leave."""
    asked = view.narrowing
    by_id = {entity.id: entity for entity in whole.entities}

    def counted(field: str, values: Callable[[CountedClaim], Iterable[str]]) -> Counter[str]:
        default: Any = getattr(Narrowing(), field)
        rest = passing(whole, _with(asked, field, default), spoken)
        return Counter(value for one in rest for value in set(values(one)))

    categories = vocabulary.categories()
    ends = lambda one: (by_id[one.claim.subject].category, by_id[one.claim.object].category)  # noqa: E731
    groups = [
        _group("certainty", "Certainty", counted("certainties", _certainty), asked.certainties),
        _group("stance", "Says", counted("stances", _stances), asked.stances, _STANCES),
        _group(
            "predicate",
            "Relation",
            counted("predicates", lambda one: (one.claim.predicate,)),
            asked.predicates,
            phrase=vocabulary.phrase,
        ),
        _group(
            "category",
            "Kind of entity",
            counted("categories", ends),
            asked.categories,
            {name: row.label for name, row in categories.items()},
        ),
        _group("host", "Host", counted("hosts", _hosts), asked.hosts),
        _group("study", "Kind of study", counted("study_types", _studies), asked.study_types),
        _group(
            "document",
            "Document",
            counted("documents", lambda one: spoken.documents.get(one.id, ())),
            asked.documents,
            spoken.titles,
        ),
    ]
    return [group for group in groups if group["rows"]]


def years_and_papers(whole: Subgraph, view: View) -> Json:
    """The span of years and the most papers that occur, with what is asked for of them."""
    claims = whole.claims
    years = [
        year
        for one in claims
        for year in (one.counts.first_year, one.counts.last_year)
        if year is not None
    ]
    contested = sum(one.counts.agreement == "contested" for one in claims)
    asked = view.narrowing
    return {
        "contested": {"on": asked.contested_only, "count": contested},
        "first": min(years, default=None),
        "last": max(years, default=None),
        "since": asked.since,
        "until": asked.until,
        "most": max((one.counts.papers + one.counts.refuting_papers for one in claims), default=0),
        "papers": asked.papers,
        "text": asked.text,
        "narrowed": asked != Narrowing() or bool(view.closed),
    }


def _group(
    name: str,
    label: str,
    counts: Counter[str],
    chosen: Collection[str],
    labels: Mapping[str, str] | None = None,
    phrase: Callable[[str], str] = str,
) -> Json:
    values = {value for value in counts if value} | set(chosen)
    order = list(CERTAINTIES) if name == "certainty" else []
    ranked = sorted(
        values,
        key=lambda value: (order.index(value) if value in order else 0, -counts[value], value),
    )
    said = labels or {}
    return {
        "name": name,
        "label": label,
        "chosen": len(chosen),
        "rows": [
            {
                "value": value,
                "label": said.get(value) or phrase(value),
                "count": counts[value],
                "on": value in chosen or (name == "certainty" and not chosen),
            }
            for value in ranked
        ],
    }


def _certainty(one: CountedClaim) -> tuple[str, ...]:
    return (one.counts.certainty,)


def _stances(one: CountedClaim) -> list[str]:
    sides = {"supports": one.counts.supports, "refutes": one.counts.refutes}
    return [stance for stance, number in sides.items() if number]


def _hosts(one: CountedClaim) -> set[str]:
    return {name for host in one.counts.hosts for name in (host, host_class(host))}


def _studies(one: CountedClaim) -> tuple[str, ...]:
    return one.counts.study_types
