"""Voices: who says what in a report."""

from warmonitor.coding.voices.find import find
from warmonitor.coding.voices.layer import attributions
from warmonitor.coding.voices.lexicon import VoiceLexicon, lexicon

__all__ = ["VoiceLexicon", "attributions", "find", "lexicon"]
