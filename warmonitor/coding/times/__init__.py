"""When: every time expression of a text, and which of them dates a clause."""

from warmonitor.coding.times.choosing import choose
from warmonitor.coding.times.finding import find
from warmonitor.coding.times.grammar import TimeGrammar, grammar

__all__ = ["TimeGrammar", "choose", "find", "grammar"]
