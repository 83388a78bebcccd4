"""A figure as an answer that a browser saves, with the advice that goes with it."""

from dataclasses import replace
from urllib.parse import quote

from starlette.responses import Response

from figures.chosen import options_of
from figures.formats import Format
from graph.model.snapshot import Snapshot
from web.api.asked import Written


def written(snapshot: Snapshot, form: Format, asked: Written, link: str = "") -> Response:
    """Draw a snapshot as it is asked for.

    Args:
        snapshot: What is drawn.
        form: The format.
        asked: The choices, and a template for slides.
        link: Absolute address of the snapshot, "" to print its id alone.

    Raises:
        GutgraphError: A choice cannot be, or the template is no presentation.

    """
    options = replace(options_of(asked.choices, link), template=asked.template)
    name = f"gutgraph-{snapshot.short_id}.{form.suffix}"
    return saved(
        form.draw(snapshot, options), form.media_type, name, form.advice(snapshot, options)
    )


def saved(data: bytes, media_type: str, name: str, advice: str) -> Response:
    """A file to save: its name and the advice in headers that a script can read."""
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "x-file-name": name,
        "x-advice": quote(advice),
    }
    return Response(data, media_type=media_type, headers=headers)
