"""A story as one page: arrow keys go from step to step; no network, a strict policy inside."""

from html import escape
from importlib.resources import files
from string import Template
from typing import Final

from figures.options import FigureOptions
from figures.page import faces, policy
from figures.story.plain import without_snapshot
from figures.story.steps import step_drawings
from figures.style import Theme
from figures.svg import svg
from figures.text import clean
from graph.model.snapshot import Snapshot
from graph.model.story import Story

_PAGE: Final = Template("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
$policy<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Gutgraph">
<title>$title</title>
<style>$style</style>
</head>
<body$leave>
<main tabindex="0" aria-label="$title: arrow keys go from step to step">
$steps
</main>
<nav aria-label="Steps">
<button type="button" data-go="-1" title="Back (←)" aria-label="Back">←</button>
<output aria-live="polite"></output>
<button type="button" data-go="1" title="On (→)" aria-label="On">→</button>
</nav>
$script
</body>
</html>
""")


def page(
    story: Story, snapshot: Snapshot, options: FigureOptions, *, served: str = "", leave: str = ""
) -> str:
    """Write a page that tells a story.

    Args:
        story: What is told.
        snapshot: What it is drawn from.
        options: Of the figures.
        served: Address of the script, where a server's own policy guards the page; "" for a file
            that holds all it needs.
        leave: Address that Esc leads to, "" for none.

    """
    drawings = step_drawings(story, snapshot, options)
    style = _colours(drawings[0].theme) + faces() + part("story.css")
    script = part("story.js")
    return _PAGE.substitute(
        policy="" if served else _policy(style, script),
        title=escape(clean(story.title) or "Gutgraph story"),
        style=style,
        leave=f' data-leave="{escape(leave)}"' if leave else "",
        steps="\n".join(
            f'<section data-step="{index + 1}"{" hidden" if index else ""}>\n'
            f"{without_snapshot(drawing, index) if index else svg(drawing)}</section>"
            for index, drawing in enumerate(drawings)
        ),
        script=f'<script src="{escape(served)}"></script>'
        if served
        else f"<script>{script}</script>",
    )


def part(name: str) -> str:
    """Read the style or the script."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    rules = escape(policy(style, script))
    return f'<meta http-equiv="Content-Security-Policy" content="{rules}">\n'


def _colours(theme: Theme) -> str:
    named = {"ground": theme.background, "ink": theme.ink, "quiet": theme.quiet, "rule": theme.rule}
    return f":root{{{';'.join(f'--{name}:{value}' for name, value in named.items())}}}\n"
