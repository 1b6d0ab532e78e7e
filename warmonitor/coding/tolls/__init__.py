"""Tolls: every count of people killed, hurt, moved, taken or sent, with its bounds, its group and its scope."""

from warmonitor.coding.tolls.find import find
from warmonitor.coding.tolls.lexicon import TollLexicon, lexicon

__all__ = ["TollLexicon", "find", "lexicon"]
