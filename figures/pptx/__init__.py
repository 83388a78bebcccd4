"""The PPTX pen: native shapes, connectors glued to them, on the user's own template if there is one."""

from figures.pptx.deck import Slide, presentation
from figures.pptx.notes import notes

__all__ = ["Slide", "notes", "presentation"]
