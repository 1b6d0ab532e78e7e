"""Which words name an event: triggers with their senses."""

from warmonitor.coding.events.find import find
from warmonitor.coding.events.lexicon import EventLexicon, lexicon

__all__ = ["EventLexicon", "find", "lexicon"]
