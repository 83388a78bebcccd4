"""The formats that a page offers for a figure."""

from figures.formats import FORMATS


def formats() -> list[dict[str, str]]:
    """Suffix and label of each, in the order of the table."""
    return [{"suffix": one.suffix, "label": one.label} for one in FORMATS.values()]
