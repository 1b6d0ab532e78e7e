"""Events for which somebody is responsible, and who is not without being named for it."""

from __future__ import annotations

from warmonitor.records import EventType

STRIKING: frozenset[EventType] = frozenset({
    "air_strike", "shelling", "attack", "bombing", "shooting", "suicide_bombing", "chemical_attack", "property_damage",
    "offensive_launch",
})  # fmt: skip
HARM = frozenset({"casualty_report", "property_damage", "displacement", "arrest", "execution", "abduction"})
DONE = HARM | STRIKING | {"execution", "battle", "sexual_violence"}
"""Events for which somebody is responsible."""
HARMLESS = frozenset({"civilians", "media", "aid"})
"""Kinds of parties that do not do such things unless the report says so of them."""
