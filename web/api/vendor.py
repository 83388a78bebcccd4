"""`/vendor/…`: files of packages that the page needs, from their packages; nothing is copied."""

from importlib.resources import files
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from figures.text import font_files

_WEIGHT_NAMES = ("regular", "semibold")


def vendor_routes() -> list[Route]:
    """Routes of the vis-network script and of the fonts that figures are measured with."""
    vis = Path(str(files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"))
    served = {"vis-network.min.js": (vis, "text/javascript")}
    for weight, font in zip(_WEIGHT_NAMES, font_files(), strict=True):
        served[f"source-sans-pro-{weight}.ttf"] = (Path(font), "font/ttf")
    return [_route(name, path, kind) for name, (path, kind) in served.items()]


def _route(name: str, path: Path, kind: str) -> Route:
    async def answer(_: Request) -> Response:
        headers = {"cache-control": "private, max-age=86400"}
        return FileResponse(path, media_type=kind, headers=headers)

    return Route(f"/vendor/{name}", answer)
