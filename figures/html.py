"""The HTML pen: one file that needs no network; an edge that is clicked shows its quotes."""

from html import escape
from string import Template
from typing import Final

from figures.geometry.drawing import Drawing
from figures.page import faces, part, policy
from figures.style import Theme
from figures.svg import svg
from figures.text import clean

_PAGE: Final = Template("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="$policy">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="$alt">
<meta name="generator" content="Gutgraph">
<title>$title</title>
<style>$style</style>
</head>
<body>
<main id="stage" tabindex="0" aria-label="The figure: drag to move, wheel or + and − to zoom">
$figure</main>
<nav aria-label="View">
<button type="button" data-act="in" title="Larger (+)" aria-label="Larger">+</button>
<button type="button" data-act="out" title="Smaller (−)" aria-label="Smaller">−</button>
<button type="button" data-act="all" title="Whole figure (0)" aria-label="Whole figure">⤢</button>
</nav>
<aside id="reading" hidden aria-live="polite" aria-label="What the sources say"></aside>
<script>$script</script>
</body>
</html>
""")


def html(drawing: Drawing) -> str:
    """Write a page around a figure.

    Its policy allows this one style and this one script, by their hashes, and nothing else: no
    request, no form, no frame. The snapshot stands in the SVG, and the script reads it there.
    """
    style = _colours(drawing.theme) + faces() + part("figure.css")
    script = part("figure.js")
    return _PAGE.substitute(
        policy=escape(policy(style, script)),
        alt=escape(drawing.alt),
        title=escape(clean(drawing.title) or "Gutgraph figure"),
        style=style,
        script=script,
        figure=svg(drawing),
    )


def _colours(theme: Theme) -> str:
    """The colours of the figure, for what stands around it."""
    named = {
        "ground": theme.background,
        "ink": theme.ink,
        "quiet": theme.quiet,
        "rule": theme.rule,
        "accent": theme.compartments["immune"].stroke,
        "warning": theme.contested,
        "scheme": "dark" if theme.name == "dark" else "light",
    }
    return ":root{" + "".join(f"--{name}:{value};" for name, value in named.items()) + "}\n"
