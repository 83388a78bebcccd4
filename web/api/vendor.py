"""`/vendor/…`: files of packages that the page needs, from their packages; nothing is copied."""

from importlib.resources import files
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from figures.text import font_files
from web.console.monaco import served as editor_files

_WEIGHT_NAMES = ("regular", "semibold")
_A_DAY = "private, max-age=86400"
# The version is in the address of the editor's files: one is the same for ever.
_FOR_EVER = "private, max-age=31536000, immutable"
_KINDS = {".js": "text/javascript", ".css": "text/css"}


def vendor_routes() -> list[Route]:
    """Routes of vis-network, of the fonts that figures are measured with, and of the editor."""
    vis = Path(str(files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"))
    served = {"vis-network.min.js": (vis, "text/javascript")}
    for weight, font in zip(_WEIGHT_NAMES, font_files(), strict=True):
        served[f"source-sans-pro-{weight}.ttf"] = (Path(font), "font/ttf")
    return [
        *(_route(f"/vendor/{name}", path, kind, _A_DAY) for name, (path, kind) in served.items()),
        *(
            _route(address, path, _KINDS[path.suffix], _FOR_EVER)
            for address, path in editor_files().values()
        ),
    ]


def _route(address: str, path: Path, kind: str, lasting: str) -> Route:
    async def answer(_: Request) -> Response:
        return FileResponse(path, media_type=kind, headers={"cache-control": lasting})

    return Route(address, answer)
