"""Headers of files that are the same for ever."""

from typing import Final

FOR_EVER: Final = "public, max-age=31536000, immutable"


def disposition(media_type: str, *, saved: bool) -> str:
    """Whether a browser shows a file or saves it.

    A page is always saved: the dashboard's own policy would stop its script, and it is made to be
    opened from disk.
    """
    return "attachment" if saved or media_type.startswith("text/html") else "inline"
