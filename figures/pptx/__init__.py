"""The PPTX pen: native shapes, glued connectors, on the user's own template if given."""

from typing import Final

from figures.pptx.deck import Slide, presentation
from figures.pptx.notes import notes

PPTX_MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

__all__ = ["PPTX_MEDIA_TYPE", "Slide", "notes", "presentation"]
