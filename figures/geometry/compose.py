"""Compose a snapshot into a figure on its sheet."""

from typing import Final

from figures.geometry.advising import advice
from figures.geometry.code import code
from figures.geometry.drawing import Drawing
from figures.geometry.fitting import fitted, refuse_too_large
from figures.geometry.frame import MARGIN, Part, foot, head, legend_part
from figures.geometry.labelled import labelled
from figures.geometry.picture import draw_picture
from figures.geometry.said import alt, description
from figures.geometry.scaling import Placement
from figures.options import FigureOptions
from figures.plane import Point, Size
from figures.sheet import SHEETS
from figures.style import theme
from figures.text import clean
from graph.model.snapshot import Snapshot

_SIDE: Final = 24.0  # left and right of the columns
_GAP: Final = 11.0  # between the picture and the legend
_RULE_GAP: Final = 6.0
_CODE: Final = 80.0  # side of the code, in the upper right corner
_CODE_TOP: Final = 12.0
_PLAIN: Final = FigureOptions()


def compose(snapshot: Snapshot, options: FigureOptions = _PLAIN) -> Drawing:
    """Lay a snapshot out as a figure that fills its sheet, with the largest type that fits.

    Where even the smallest does not fit, the figure is taller than its sheet. What keeps it from
    being read is in its `advice`.

    Raises:
        TooLarge: More than 1,000 entities.
        SettingsError: The snapshot's theme is unknown.

    """
    refuse_too_large(snapshot.subgraph)
    look, sheet, link = theme(snapshot.theme), SHEETS[options.aspect], options.address
    without = options.without
    coded = link and "code" not in without
    columns = snapshot.layout != "organic"
    across = sheet.width - 2 * MARGIN
    top = head(snapshot, look, across - (_CODE + _GAP if coded else 0.0), without)
    key = Part((), 0.0)
    if "legend" not in without:
        key = legend_part(snapshot, look, sheet.width, columns=columns)
    below = foot(snapshot, look, across, link, without)
    high = max(top.height, _CODE + 2 * _CODE_TOP if coded else 0.0)
    around = high + key.height + below.height + _GAP + _RULE_GAP
    room = Size(sheet.width - 2 * _SIDE, sheet.height - around)
    shown = labelled(snapshot)
    plan, scale = fitted(shown, look, room, sheet.label / (look.sizes.label * sheet.point))
    picture = draw_picture(shown, plan, look)
    wide, tall = picture.size.width * scale, picture.size.height * scale
    free = Point(max(0.0, room.width - wide) / 2, max(0.0, room.height - tall) / 2)
    place = Placement(scale, Point(_SIDE + free.x, high + free.y))
    end = high + max(tall, room.height)
    key = key.lowered(end + _GAP)
    rule = round(end + _GAP + key.height + _RULE_GAP, 2)
    height = sheet.height if tall <= room.height + 1 else float(round(rule + below.height))
    below = below.lowered(rule)
    return Drawing(
        width=sheet.width,
        height=height,
        point=sheet.point,
        theme=look,
        snapshot_id=snapshot.short_id,
        snapshot=snapshot.to_json(),
        title=clean(snapshot.title),
        alt=alt(snapshot),
        description=description(snapshot),
        bands=tuple(map(place.band, picture.bands)),
        edges=tuple(map(place.edge, picture.edges)),
        boxes=tuple(map(place.box, picture.boxes)),
        legend=key.items,
        texts=(*top.texts, *below.texts),
        rules=((Point(MARGIN, rule), Point(sheet.width - MARGIN, rule)),) if below.texts else (),
        code=code(link, sheet.width - MARGIN - _CODE, _CODE_TOP, _CODE) if coded else None,
        wordless=picture.wordless,
        link=link,
        transparent=options.transparent,
        advice=advice(
            snapshot,
            plan,
            scale,
            sheet,
            room,
            taller=height > sheet.height,
            wordless=picture.wordless,
            texts=(*top.texts, *below.texts),
        ),
    )
