"""The Content Security Policy: scripts and requests of this server alone."""

import base64
import hashlib
import re
from pathlib import Path
from typing import Final

import streamlit

from graph.errors import SettingsError

_ORIGIN: Final = re.compile(r"https?://[A-Za-z0-9.\-]+(:\d{1,5})?")
_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def content_policy(frames: str = "") -> str:
    """Build the header's value; Streamlit's own inline script is allowed by its hash.

    Its style sheets are made by script (emotion), hence `unsafe-inline` for styles alone.
    WebAssembly is for Streamlit's table reader.

    Args:
        frames: Origins of pages elsewhere that may show the dashboard in a frame.

    Raises:
        SettingsError: One of them is no origin.

    """
    scripts = " ".join(f"'{digest}'" for digest in _inline_script_digests())
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' 'wasm-unsafe-eval' {scripts}".rstrip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-src 'none'",
            " ".join(("frame-ancestors 'self'", *_origins(frames))),
        )
    )


def _origins(frames: str) -> list[str]:
    origins = frames.split()
    for one in origins:
        if not _ORIGIN.fullmatch(one):
            raise SettingsError(
                f"GUTGRAPH_FRAMES has {one!r}, which is no origin; for example "
                "GUTGRAPH_FRAMES=https://slides.example.org"
            )
    return origins


def _inline_script_digests() -> list[str]:
    page = Path(streamlit.__file__).parent / "static" / "index.html"
    scripts = _INLINE_SCRIPT.findall(page.read_text(encoding="utf-8"))
    return [f"sha256-{_base64_sha256(script)}" for script in scripts]


def _base64_sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
