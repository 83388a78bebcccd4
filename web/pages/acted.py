"""What a person asked for on a page of kept things: done, or said why it was not."""

from collections.abc import Callable

from graph.errors import GutgraphError, StoreError


def acted(do: Callable[[], str]) -> tuple[str, bool]:
    """Do it; say what was done, and whether it was refused.

    Raises:
        StoreError: The graph did not answer: then the whole page says so.

    """
    try:
        return do(), False
    except StoreError:
        raise
    except GutgraphError as error:
        return str(error), True
