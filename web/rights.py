"""Who may change the graph from a browser: whoever started this dashboard for oneself."""

from collections.abc import Mapping
from typing import Final

from graph.errors import GutgraphError
from graph.settings import Settings

TOKEN: Final = "GUTGRAPH_TOKEN"  # noqa: S105 - the name of a variable

NO_RIGHT: Final = (
    "This dashboard only reads: it is shared (GUTGRAPH_PUBLIC_URL is set) or was started without a "
    "launch token. Whoever keeps the graph loads with gutgraph load, or opens it with gutgraph "
    "serve on their own machine."
)


def may_write(settings: Settings, environment: Mapping[str, str]) -> bool:
    """Say whether this dashboard is one's own: started with a launch token, and not shared.

    It follows configuration alone; where a request comes from proves nothing.
    """
    return bool(environment.get(TOKEN)) and not settings.public_url


def require_right(allowed: bool) -> None:
    """Refuse a change where the dashboard only reads.

    Raises:
        GutgraphError: It does.

    """
    if not allowed:
        raise GutgraphError(NO_RIGHT)
