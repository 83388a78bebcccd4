"""The question before a hub grows: what it could grow by, in words and numbers."""

from collections import Counter
from typing import Any

from graph.ask.hub import HubQuestion, hub_question
from graph.engine.store import Store
from graph.model import vocabulary
from graph.settings import Settings
from web.view import View
from web.words import capital

Json = dict[str, Any]


def question(store: Store, id_: str, view: View, settings: Settings) -> Json:
    """Ask what of an entity's claims should be drawn.

    Raises:
        NotFound: It is not in the graph.
        StoreError: The store did not answer.

    """
    asked = hub_question(store, id_, view.drawn)
    categories = vocabulary.categories()
    room = max(0, settings.drawn_nodes - len(view.drawn))
    return {
        "id": id_,
        "name": capital(asked.entity.name),
        "claims": asked.claims,
        "not_drawn": asked.not_drawn,
        "relations": _relations(asked),
        "categories": [
            {"value": name, "label": categories[name].label, "count": count}
            for name, count in asked.categories.items()
        ],
        "limit": min(settings.neighbours, room),
        "room": room,
    }


def _relations(asked: HubQuestion) -> list[Json]:
    """One row a predicate: an entity can be its subject, its object, or both."""
    counts: Counter[str] = Counter()
    ways: dict[str, list[str]] = {}
    for (predicate, direction), count in asked.relations.items():
        counts[predicate] += count
        ways.setdefault(predicate, []).append(_phrase(predicate, inverse=direction == "in"))
    return [
        {"value": predicate, "label": " / ".join(dict.fromkeys(ways[predicate])), "count": count}
        for predicate, count in counts.most_common()
    ]


def _phrase(predicate: str, *, inverse: bool) -> str:
    row = vocabulary.predicates().get(predicate)
    return row.inverse_phrase if inverse and row else vocabulary.phrase(predicate)
