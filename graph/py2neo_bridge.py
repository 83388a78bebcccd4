"""Our subgraphs as py2neo's, and back, for people with py2neo code: alone in importing py2neo."""

from typing import Any, Final, Self

import py2neo
from py2neo import errors as vendor

from graph.engine import embedded
from graph.engine.connect import open_store
from graph.errors import LoadError, QueryRefused, StoreUnavailable
from graph.model.properties import claim_from, claim_properties, entity_from, entity_properties
from graph.model.subgraph import CountedClaim, Subgraph
from graph.settings import Settings

_LABEL: Final = "Entity"
_WAY_OUT: Final = (
    "Return entities and the claims between them, for example: "
    "MATCH (a:Entity)-[r]->(b:Entity) RETURN a, r, b LIMIT 20"
)
# Which node it is: the store's own number, or that of the object where it was made here.
_Key = tuple[bool, int]


def connect(settings: Settings) -> "ReadingGraph":
    """Open the graph that the settings name with py2neo, starting the embedded engine if need be.

    Raises:
        SettingsError: The data folder cannot be used.
        StoreUnavailable: The store does not answer, refuses the login, or speaks too new a Bolt.

    """
    # Our own driver first: py2neo says the same words of a wrong password and of no server.
    open_store(settings, "reader").close()
    if settings.neo4j_uri:
        address, database = settings.neo4j_uri, settings.neo4j_database
        login = (settings.neo4j_username, settings.neo4j_password.get_secret_value())
    else:
        engine = embedded.status(settings)
        address, database = engine.address, engine.database
        login = (engine.username, engine.password)
    try:
        return ReadingGraph(address, name=database, auth=login, user_agent="gutgraph")
    except (vendor.ConnectionUnavailable, vendor.ProtocolError) as error:
        raise StoreUnavailable(
            f"py2neo cannot talk to {address}: {error}. It knows Bolt up to 4.3 only; "
            "use the neo4j driver, or Gutgraph's own commands."
        ) from error


def to_py2neo(subgraph: Subgraph) -> py2neo.Subgraph:
    """Turn a subgraph into py2neo's: labels, relationship types and properties as in the store.

    A node with neighbours outside the subgraph has their number in a property `hidden`, which the
    store does not have.
    """
    nodes = {
        one.id: py2neo.Node(
            _LABEL,
            one.category,
            **entity_properties(one),
            hidden=subgraph.hidden.get(one.id),  # py2neo drops a property that is None
        )
        for one in subgraph.entities
    }
    relationships = [
        py2neo.Relationship(
            nodes[one.claim.subject],
            one.claim.predicate,
            nodes[one.claim.object],
            **claim_properties(one),
        )
        for one in subgraph.claims
    ]
    return py2neo.Subgraph(nodes.values(), relationships)


def from_py2neo(subgraph: py2neo.Subgraph) -> Subgraph:
    """Read a py2neo subgraph, made by `to_py2neo` or returned by a query.

    Properties that neither an entity nor a claim has are passed over.

    Raises:
        LoadError: A node is no entity, a relationship no claim, or its ends are not its claim's.
        RecordError: A value breaks a rule of the model.

    """
    rows = {_key(node): _entity_row(node) for node in subgraph.nodes}
    ids = {key: row["id"] for key, row in rows.items()}
    return Subgraph.of(
        [entity_from(row) for row in rows.values()],
        [_claim(one, ids) for one in subgraph.relationships],
        {row["id"]: row["hidden"] for row in rows.values() if row.get("hidden")},
    )


class ReadingGraph(py2neo.Graph):  # type: ignore[misc] # py2neo has no types
    """py2neo's `Graph` in which every transaction reads; close it, or use it as a context.

    The embedded engine's login cannot write anyhow; Neo4j refuses what a reading transaction
    writes.

    Raises:
        QueryRefused: A transaction that writes was asked for.

    """

    def auto(self, readonly: bool = True) -> py2neo.Transaction:
        """Begin a transaction that commits by itself."""
        _require_reading(readonly)
        return super().auto(readonly=True)

    def begin(self, readonly: bool = True) -> py2neo.Transaction:
        """Begin a transaction."""
        _require_reading(readonly)
        return super().begin(readonly=True)

    def close(self) -> None:
        """Give the connections back."""
        self.service.connector.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _require_reading(readonly: bool) -> None:
    if not readonly:
        rule = "only Gutgraph's own loads write, which keep counts, quotes and sources together"
        raise QueryRefused("a py2neo transaction that may write", rule)


def _key(node: py2neo.Node) -> _Key:
    return (False, id(node)) if node.identity is None else (True, node.identity)


def _entity_row(node: py2neo.Node) -> dict[str, Any]:
    row = dict(node)
    if _LABEL not in node.labels or not {"id", "name", "category"} <= row.keys():
        raise _refused(f"A node with the labels {', '.join(sorted(node.labels)) or '(none)'}")
    return row


def _claim(relationship: py2neo.Relationship, ids: dict[_Key, str]) -> CountedClaim:
    kind = type(relationship).__name__
    row = dict(relationship)
    try:
        read = claim_from(row)
    except (KeyError, ValueError) as error:
        raise _refused(f"A relationship {kind} with the id {row.get('id')!r}") from error
    stated = (read.claim.subject, read.claim.predicate, read.claim.object)
    ends = [ids[_key(node)] for node in relationship.nodes]
    if stated != (ends[0], kind, ends[1]):
        raise LoadError(
            "py2neo.Subgraph",
            f"The relationship {ends[0]} {kind} {ends[1]} has the id of another claim, {read.id}",
            "Make claims with to_py2neo, or return them as they are stored.",
        )
    return read


def _refused(what: str) -> LoadError:
    return LoadError("py2neo.Subgraph", f"{what} is not of a subgraph of claims", _WAY_OUT)
