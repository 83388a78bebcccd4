"""What a page offers for a figure: its formats, and the parts that can be left out."""

from typing import Final

from figures.formats import FORMATS
from figures.options import PARTS

_LABELS: Final = {"signature": "id and licences", "code": "QR code"}


def formats() -> list[dict[str, str]]:
    """Suffix and label of each, in the order of the table."""
    return [{"suffix": one.suffix, "label": one.label} for one in FORMATS.values()]


def parts() -> list[dict[str, str]]:
    """Name and label of each part that can be left out, from top to bottom."""
    return [{"name": one, "label": _LABELS.get(one, one)} for one in PARTS]
