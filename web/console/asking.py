"""Ask a question of the console: run it or explain it, and keep in words what goes wrong."""

from threading import BoundedSemaphore
from typing import Final

from graph.ask import console
from graph.ask.running import Running
from graph.engine.store import Store
from graph.errors import GutgraphError, QueryCancelled, QueryRefused
from graph.settings import Settings
from web.console.desk import Answer, Question
from web.console.recognised import recognised
from web.console.values import typed

EXPLAIN: Final = "explain"
KINDS: Final = ("run", EXPLAIN)


def asked(
    question: Question,
    kind: str,
    store: Store,
    settings: Settings,
    gate: BoundedSemaphore,
    running: Running,
) -> Answer:
    """Ask, and return what came of it; what went wrong is an answer too.

    Args:
        question: The query and the values of its parameters, as typed.
        kind: One of `KINDS`.
        store: The graph, through the login that cannot write.
        settings: The limits.
        gate: Shared by all who ask.
        running: What cancels it.

    Raises:
        QueryCancelled: It was; there is nobody to answer.

    """
    try:
        values = typed(question.text, question.values)
        if kind == EXPLAIN:
            plan = console.explain(store, question.text, settings, values, gate=gate)
            return Answer(question, plan=plan)
        table = console.run(store, question.text, settings, values, gate=gate, running=running)
    except QueryCancelled:
        raise
    except QueryRefused as error:
        words = f"Refused: {error.what}. The rule: {error.rule}. This would pass:"
        return Answer(question, trouble=words, example=error.example)
    except GutgraphError as error:
        return Answer(question, trouble=str(error))
    return Answer(question, table=table, found=recognised(table))
