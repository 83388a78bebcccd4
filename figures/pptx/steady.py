"""The same deck as the same bytes: entries in one order, with one date."""

import io
import zipfile
from typing import Final

_FIRST: Final = "[Content_Types].xml"
_DATE: Final = (1980, 1, 1, 0, 0, 0)


def steady(package: bytes) -> bytes:
    """Pack a package anew, so that its bytes hang on what it holds alone."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as given,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as out,
    ):
        for name in sorted(given.namelist(), key=lambda one: (one != _FIRST, one)):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # else it hangs on the machine
            entry.external_attr = 0o644 << 16
            out.writestr(entry, given.read(name))
    return packed.getvalue()
