"""Open the graph that the settings name: a Neo4j server, or the embedded engine."""

from graph.engine import embedded
from graph.engine.bolt import BoltStore
from graph.engine.embedded import LoginName
from graph.engine.schema import prepare
from graph.settings import Settings


def open_store(settings: Settings, login: LoginName) -> BoltStore:
    """Open the graph; with `NEO4J_URI` set there is one login for reading and writing.

    Whoever may write finds the schema made, on a new graph too.

    Raises:
        SettingsError: The data folder cannot be used.
        StoreUnavailable: The store does not answer or refuses the login.

    """
    store = _open(settings, login)
    if login == "writer":
        prepare(store)
    return store


def _open(settings: Settings, login: LoginName) -> BoltStore:
    if not settings.neo4j_uri:
        return embedded.connect(settings, login)
    return BoltStore(
        settings.neo4j_uri,
        settings.neo4j_username,
        settings.neo4j_password.get_secret_value(),
        settings.neo4j_database,
    )
