"""The PDF pen: vectors and text in embedded fonts; the snapshot is attached to the file."""

from io import BytesIO
from threading import Lock
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from figures.geometry.drawing import (
    Band,
    Box,
    Code,
    Drawing,
    Edge,
    Glyph,
    LegendItem,
    Text,
    Words,
)
from figures.outlines import corner, hexagon, outline
from figures.plane import Point, Rect
from figures.style import EdgeStyle, NodeStyle
from figures.text import WEIGHTS, clean, font_files

# The name of the attached file that holds the snapshot.
ATTACHMENT: Final = "gutgraph-snapshot.json"

_REGISTERING: Final = Lock()  # two threads that draw must not register one font twice
_ROUND: Final = 1
_SEEN: Final = 0.01


def pdf(drawing: Drawing) -> bytes:
    """Draw a figure as one page of its sheet's size; the same bytes each time."""
    file = BytesIO()
    page = (drawing.width * drawing.point, drawing.height * drawing.point)
    _register()
    canvas = Canvas(
        file,
        pagesize=page,
        invariant=1,
        pageCompression=1,
        lang="en-GB",
        initialFontName=_font(min(WEIGHTS)),
    )
    canvas.setTitle(clean(drawing.title) or "Gutgraph figure")
    canvas.setAuthor("Gutgraph")
    canvas.setSubject(drawing.alt)
    canvas.setKeywords(f"snapshot {drawing.snapshot_id}")
    canvas.setCreator("Gutgraph")
    _attach(canvas, drawing)
    canvas.scale(drawing.point, drawing.point)
    _Pen(canvas, drawing.height).figure(drawing)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _register() -> None:
    """Make the fonts known to the library, once a process: it keeps them for all its documents."""
    with _REGISTERING:
        for weight, path in zip(WEIGHTS, font_files(), strict=True):
            if _font(weight) not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(_font(weight), path))


def _font(weight: int) -> str:
    return f"SourceSans-{weight}"


def _attach(canvas: Canvas, drawing: Drawing) -> None:
    """Attach the snapshot, as readers show it in their list of files."""
    # The library has no public door to attachments.
    document = canvas._doc
    content = drawing.snapshot.encode("ascii")
    stream = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("EmbeddedFile"),
                "Subtype": pdfdoc.PDFName("application/json"),
                "Params": pdfdoc.PDFDictionary({"Size": len(content)}),
            }
        ),
        content,
        [pdfdoc.PDFZCompress],
    )
    file = document.Reference(stream)
    name = pdfdoc.PDFString(ATTACHMENT)
    said = pdfdoc.PDFString("The snapshot that this figure shows; it opens back in Gutgraph.")
    spec = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Filespec"),
            "F": name,
            "UF": name,
            "Desc": said,
            "EF": pdfdoc.PDFDictionary({"F": file}),
        }
    )
    names = pdfdoc.PDFArray([name, document.Reference(spec)])
    tree = pdfdoc.PDFDictionary({"Names": names})
    canvas.setCatalogEntry("Names", pdfdoc.PDFDictionary({"EmbeddedFiles": tree}))


class _Pen:
    """Draws on a canvas whose y grows upwards what was placed on a plane whose y grows down."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self.canvas = canvas
        self.height = height

    def figure(self, drawing: Drawing) -> None:
        if not drawing.transparent:
            self._fill(Rect(0, 0, drawing.width, drawing.height), drawing.theme.background)
        for band in drawing.bands:
            self._band(band)
        for edge in drawing.edges:
            self._edge(edge)
        for edge in drawing.edges:
            if edge.words:
                self._words(edge.words)
        for box in drawing.boxes:
            self._box(box)
        for item in drawing.legend:
            self._legend(item)
        for start, end in drawing.rules:
            self.canvas.setLineWidth(1)
            self.canvas.setStrokeColor(HexColor(drawing.theme.rule))
            self.canvas.line(start.x, self._y(start.y), end.x, self._y(end.y))
        for text in drawing.texts:
            self._text(text)
            if drawing.link and text.role == "snapshot":
                around = Rect(text.at.x, text.at.y - text.size, drawing.width, text.size * 1.3)
                self._link(drawing.link, around)
        if drawing.code:
            self._code(drawing.code, drawing.link)

    def _band(self, band: Band) -> None:
        self._fill(band.rect, band.fill, 14)
        self._text(band.heading)

    def _edge(self, edge: Edge) -> None:
        path = self.canvas.beginPath()
        path.moveTo(edge.start.x, self._y(edge.start.y))
        for first, second, end in edge.curve:
            path.curveTo(*self._xy(first), *self._xy(second), *self._xy(end))
        self._stroke(path, edge.style)
        for glyph in edge.glyphs:
            self._glyph(glyph)

    def _stroke(self, path: object, style: EdgeStyle) -> None:
        canvas = self.canvas
        if style.halo:
            canvas.setDash()
            canvas.setLineCap(0)
            canvas.setStrokeColor(HexColor(style.halo))
            canvas.setLineWidth(style.width + 7)
            canvas.drawPath(path, stroke=1, fill=0)
        canvas.setStrokeColor(HexColor(style.colour))
        canvas.setLineWidth(style.width)
        if style.dash:
            canvas.setLineCap(_ROUND if style.dash[0] < style.width else 0)
            canvas.setDash([max(_SEEN, length) for length in style.dash])
        canvas.drawPath(path, stroke=1, fill=0)
        canvas.setDash()
        canvas.setLineCap(0)

    def _glyph(self, glyph: Glyph) -> None:
        self._polygon(outline(glyph), fill=glyph.colour)

    def _words(self, words: Words) -> None:
        self._fill(words.rect, words.ground, 3)
        for line in words.lines:
            self._text(line)

    def _box(self, box: Box) -> None:
        self._shape(box.rect, box.style, box.lines[0].size if box.lines else box.rect.height)
        for line in box.lines:
            self._text(line)

    def _shape(self, rect: Rect, style: NodeStyle, size: float) -> None:
        canvas = self.canvas
        canvas.setLineWidth(style.outline)
        if style.shape == "hexagon":
            self._polygon(hexagon(rect, size), style.fill, style.stroke)
            return
        canvas.setFillColor(HexColor(style.fill))
        canvas.setStrokeColor(HexColor(style.stroke))
        radius = min(corner(rect, style, size), rect.width / 2, rect.height / 2)
        canvas.roundRect(
            rect.x, self._y(rect.bottom), rect.width, rect.height, radius, stroke=1, fill=1
        )

    def _legend(self, item: LegendItem) -> None:
        rect, entry = item.sample, item.entry
        if entry.node is not None:
            self._shape(rect, entry.node, rect.height / 2)
        if entry.edge is not None:
            middle = rect.centre.y
            path = self.canvas.beginPath()
            path.moveTo(rect.x, self._y(middle))
            path.lineTo(rect.right, self._y(middle))
            self._stroke(path, entry.edge)
            for glyph in item.glyphs:
                self._glyph(glyph)
        self._text(item.text)

    def _code(self, code: Code, link: str) -> None:
        self._fill(code.rect, code.light)
        canvas = self.canvas
        canvas.setFillColor(HexColor(code.dark))
        path = canvas.beginPath()
        for run in code.runs:
            path.rect(run.x, self._y(run.bottom), run.width, run.height)
        canvas.drawPath(path, stroke=0, fill=1)
        self._link(link, code.rect)

    def _link(self, link: str, rect: Rect) -> None:
        corners = (rect.x, self._y(rect.bottom), rect.right, self._y(rect.y))
        self.canvas.linkURL(link, corners, relative=1)

    def _text(self, text: Text) -> None:
        canvas = self.canvas
        canvas.setFont(_font(text.weight), text.size)
        canvas.setFillColor(HexColor(text.colour))
        draw = canvas.drawCentredString if text.anchor == "middle" else canvas.drawString
        draw(text.at.x, self._y(text.at.y), clean(text.text))

    def _fill(self, rect: Rect, colour: str, radius: float = 0) -> None:
        canvas = self.canvas
        canvas.setFillColor(HexColor(colour))
        x, y = rect.x, self._y(rect.bottom)
        if radius:
            canvas.roundRect(x, y, rect.width, rect.height, radius, stroke=0, fill=1)
        else:
            canvas.rect(x, y, rect.width, rect.height, stroke=0, fill=1)

    def _polygon(self, corners: tuple[Point, ...], fill: str, stroke: str = "") -> None:
        canvas = self.canvas
        path = canvas.beginPath()
        path.moveTo(*self._xy(corners[0]))
        for one in corners[1:]:
            path.lineTo(*self._xy(one))
        path.close()
        canvas.setFillColor(HexColor(fill))
        if stroke:
            canvas.setStrokeColor(HexColor(stroke))
        canvas.drawPath(path, stroke=int(bool(stroke)), fill=1)

    def _xy(self, point: Point) -> tuple[float, float]:
        return point.x, self._y(point.y)

    def _y(self, y: float) -> float:
        return self.height - y
