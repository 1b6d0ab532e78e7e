"""Voices: who says what in a report."""

from warmonitor.coding.voices.find import find
from warmonitor.coding.voices.lexicon import VoiceLexicon, lexicon

__all__ = ["VoiceLexicon", "find", "lexicon"]
