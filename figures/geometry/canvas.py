"""The picture for the screen: in the places and pixels of its snapshot, with no frame around."""

from figures.geometry.drawing import Drawing
from figures.geometry.fitting import plane, refuse_too_large
from figures.geometry.picture import draw_picture
from figures.layout import Arrangement
from figures.style import theme
from figures.text import clean
from graph.model.snapshot import Snapshot


def on_canvas(snapshot: Snapshot, arrangement: Arrangement | None = None) -> Drawing:
    """Draw a snapshot as the canvas shows it, which has its own title, legend and sources.

    Args:
        snapshot: What is drawn, with places.
        arrangement: What `figures.layout.arrange` found for its subgraph, where it is known.

    Raises:
        TooLarge: More than 1,000 entities.
        SettingsError: The snapshot's theme is unknown.

    """
    refuse_too_large(snapshot.subgraph)
    look = theme(snapshot.theme)
    picture = draw_picture(snapshot, plane(snapshot, look, arrangement), look)
    return Drawing(
        width=picture.size.width,
        height=picture.size.height,
        theme=look,
        title=clean(snapshot.title),
        bands=picture.bands,
        edges=picture.edges,
        boxes=picture.boxes,
        wordless=picture.wordless,
    )
