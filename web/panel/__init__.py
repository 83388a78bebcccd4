"""The panel's content as plain data: an entity with its claims, or a claim with its evidence."""

from web.panel.claim import claim_panel
from web.panel.entity import entity_panel
from web.panel.statement import marked
from web.panel.words import Panel, words_panel

__all__ = ["Panel", "claim_panel", "entity_panel", "marked", "words_panel"]
