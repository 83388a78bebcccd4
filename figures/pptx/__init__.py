"""The PPTX pen: native shapes, glued connectors, on the user's own template if given."""

from figures.pptx.deck import Slide, presentation
from figures.pptx.notes import notes

__all__ = ["Slide", "notes", "presentation"]
