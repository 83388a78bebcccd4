"""Claims whose sources contest them, those with most papers first."""

from graph.ask.listing import ClaimPage, listed_claims
from graph.engine.store import Store
from graph.model.narrowing import CONTESTED, Narrowing


def contested(store: Store, offset: int = 0, limit: int = 50) -> ClaimPage:
    """List a page of the contested claims."""
    return listed_claims(store, Narrowing(agreements=CONTESTED), offset=offset, limit=limit)
