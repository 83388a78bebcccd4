"""Questions by query as tools: contested, saved queries, Cypher, within the console's limits."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import Annotated, Any, Final

from pydantic import Field

from agents.answers import Disputed, Rows, StoredQueries, StoredRows, joined
from agents.quoting import claims_in, quotes
from agents.reached import Reached
from graph.ask import console
from graph.ask.saved import ask_saved, every_saved, saved
from graph.ask.subgraph import among
from graph.engine.store import Store
from graph.model.claim import Claim
from graph.settings import Settings
from shapes.claim import Claim as ClaimShape
from shapes.claim import claim_shape
from shapes.saved import answer_shape, query_shape
from shapes.table import table_shape

# What an agent reads at once; a console's answer may be much larger.
_BYTES: Final = 200_000
_DISPUTED: Final = 500  # statements on disputed claims that are looked through


@dataclass(frozen=True, slots=True)
class Asking:
    """The questions by query; the graph is opened when the first one is asked."""

    reached: Reached
    settings: Settings
    gate: BoundedSemaphore

    def contested(
        self,
        about: Annotated[
            str, Field(max_length=200, description="A CURIE or name; empty for the whole graph")
        ] = "",
        limit: Annotated[int, Field(ge=1, le=40, description="Claims, at most")] = 10,
    ) -> Disputed:
        """List the claims that sources disagree about, with the words of both sides."""
        store = self.reached.store()
        name, wanted = ("both_sides", _DISPUTED) if about else ("contested", limit + 1)
        values = {"limit": str(wanted)} | ({"about": about} if about else {})
        table = ask_saved(store, name, values, self.settings, gate=self.gate).table
        ids = [*dict.fromkeys(row[table.columns.index("claim_id")] for row in table.rows)]
        cut = f"the first {limit} claims; there are more, ask with a higher limit"
        said, _ = quotes(store, ids[:limit])
        return Disputed(
            claims=_claims(store, ids[:limit]),
            quotes=said,
            cut=joined(cut if len(ids) > limit or table.truncated else ""),
        )

    def saved_queries(self) -> StoredQueries:
        """List the saved queries: questions that need no Cypher, with the parameters they take."""
        return StoredQueries(queries=tuple(query_shape(one) for one in every_saved().values()))

    def ask_saved(
        self,
        name: Annotated[str, Field(max_length=100, description="As saved_queries lists it")],
        values: Annotated[
            dict[str, str | int] | None,
            Field(description="Values by parameter; one left out takes its default"),
        ] = None,
    ) -> StoredRows:
        """Ask a saved query. Entities among the values may be CURIEs or names; limit (1 to 1,000)
        is the number of rows. The words behind the claims that it names are added.
        """
        saved(name)  # before any server is started for a name that nobody knows
        given = {key: str(value) for key, value in (values or {}).items()}
        store = self.reached.store()
        found = ask_saved(store, name, given, self._brief(), gate=self.gate)
        shape = answer_shape(found)
        said, unsaid = quotes(store, claims_in(found.table))
        fields = {one: getattr(shape, one) for one in type(shape).model_fields}
        return StoredRows(**fields, quotes=said, cut=joined(shape.reason, unsaid))

    def cypher(
        self,
        query: Annotated[
            str,
            Field(
                min_length=1,
                max_length=20_000,
                description="One statement that reads, e.g. MATCH (t:Taxon)-[c:INCREASED_IN]->"
                "(d:Disease) RETURN t.name, d.name, c.papers, c.id LIMIT 20. Values go into "
                "parameters as $name.",
            ),
        ],
        parameters: Annotated[
            dict[str, Any] | None, Field(description="Values of the $names in the query")
        ] = None,
        rows: Annotated[int, Field(ge=1, le=1000, description="Rows, at most")] = 100,
    ) -> Rows:
        """Ask in Cypher what no other tool answers; reading only, with limits of time, rows and
        bytes. Entities have the label Entity and that of their category; claims are relations
        between them, with id, supports, refutes, papers, mentions, certainty and agreement. Return
        the ids of claims, and the words behind them are added.
        """
        store = self.reached.store()
        limits = self._brief(rows)
        table = console.run(store, query, limits, parameters, gate=self.gate)
        shape = table_shape(table)
        said, unsaid = quotes(store, claims_in(table))
        fields = {one: getattr(shape, one) for one in type(shape).model_fields}
        return Rows(**fields, quotes=said, cut=joined(shape.reason, unsaid))

    def _brief(self, rows: int | None = None) -> Settings:
        """The console's limits, and those of what an agent reads at once."""
        most = self.settings.console_rows
        return self.settings.model_copy(
            update={
                "console_bytes": min(self.settings.console_bytes, _BYTES),
                "console_rows": most if rows is None else min(rows, most),
            }
        )


def _claims(store: Store, ids: Sequence[str]) -> tuple[ClaimShape, ...]:
    """Lay claims out in the order of their ids as given, read by their ends at once."""
    if not ids:
        return ()
    ends = {end for one in map(Claim.from_id, ids) for end in (one.subject, one.object)}
    found = among(store, sorted(ends))
    names = {str(one.id): one.name for one in found.entities}
    by_id = {str(one.id): one for one in found.claims}
    return tuple(claim_shape(by_id[id_], names) for id_ in ids if id_ in by_id)
