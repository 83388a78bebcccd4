"""Files that a browser brings: what they are called, how large they may be, where rejects go."""

import re
import unicodedata
from pathlib import Path
from typing import Final

from graph.errors import TooLarge
from graph.settings import Settings
from loaders.rejects import SUFFIX

_LONGEST: Final = 120  # characters
_MOST_BYTES: Final = 200  # a file system takes 255, and the rejects file has a longer name
_MEGABYTE: Final = 2**20
_UNFIT: Final = re.compile(r'[\\/|:*?"<>]+')


def document_name(name: str) -> str:
    """What an uploaded file is called in the graph: its own name, without what is no name.

    Folders, control and direction characters go, and `|`, which separates within ids.
    """
    last = re.split(r"[\\/]", name)[-1]
    plain = "".join(
        " " if unicodedata.category(letter)[0] in "CZ" else letter
        for letter in unicodedata.normalize("NFC", last)
    )
    fit = " ".join(_UNFIT.sub("-", plain).split()).strip(". ")
    stem, dot, ending = fit.rpartition(".")
    if not dot:
        return _cut(fit, _LONGEST, _MOST_BYTES) or "upload"
    end = "." + _cut(ending, 20, _MOST_BYTES // 2)
    return (_cut(stem, _LONGEST - len(end), _MOST_BYTES - len(end.encode())) or "upload") + end


def _cut(text: str, characters: int, size: int) -> str:
    """Keep the beginning: so many characters, and in UTF-8 so many bytes, at most."""
    return text[:characters].encode()[:size].decode(errors="ignore")


def require_size(name: str, size: int, settings: Settings) -> None:
    """Hold a file's size against the limit; the browser is told it too, but is not trusted.

    Raises:
        TooLarge: It is past the limit.

    """
    if size > settings.upload_mb * _MEGABYTE:
        raise TooLarge(
            f"{name} has {size / _MEGABYTE:,.0f} MB; the limit of an upload is "
            f"{settings.upload_mb:,} MB. Load it in a terminal with gutgraph load, or set "
            "GUTGRAPH_UPLOAD_MB."
        )


def rejects_file(settings: Settings, name: str) -> Path:
    """Where the rows of an upload go that were not loaded; the Sources page shows them."""
    return settings.data / "rejects" / f"{name}{SUFFIX}"
