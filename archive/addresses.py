"""Where a snapshot is found: its absolute link, and a frame of it for a page."""

from html import escape
from typing import Final

_DIGITS: Final = 16  # of an id: enough for one archive, and for a small code to scan


def snapshot_link(public_url: str, id_: str) -> str:
    """The link that opens a snapshot live; "" without a public address.

    Args:
        public_url: `GUTGRAPH_PUBLIC_URL`.
        id_: The snapshot's id; a link needs no more than its beginning.

    """
    return f"{public_url}/snapshots/{id_[:_DIGITS]}" if public_url else ""


def frame_of(link: str, title: str) -> str:
    """The markup that shows a snapshot in another page."""
    named = escape(title, quote=True)
    return (
        f'<iframe src="{escape(link, quote=True)}?embed=true" title="{named}" '
        'width="960" height="600" style="border:0" loading="lazy"></iframe>'
    )
