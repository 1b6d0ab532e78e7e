"""What the scorer and the mapping know of MUC-4: slots, half-right fills, words for types of targets."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

SlotKind = Literal["date", "loc", "set", "str", "num"]
Words = list[tuple[str, str]]
"""A fill, and the regular expression of the words that it stands for; the first that matches counts."""


class Table(BaseModel):
    """Frozen, and strict about fields that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Scoring(Table):
    """Slots by their short names, and what counts as half right (guidelines of 1992, version 7)."""

    slots: dict[str, SlotKind]
    long_names: dict[str, str]
    """The names that the released keys use, with the short ones."""
    groups: dict[str, list[str]]
    """Slots that are scored together."""
    content: list[str]
    """Slots of which one must agree for two templates to be compared."""
    half: dict[str, dict[str, list[str]]]
    """By slot and fill: the keys for which it is half right."""
    modifiers: list[str]
    """Words that make no difference."""
    perpetrators: list[str]
    """Words for perpetrators that are half right for one another."""


class Mapping(Table):
    """How incidents become templates: words and kinds by what they stand for in MUC-4."""

    event_type: dict[str, str]
    type_by_word: Words
    one_fill: list[str]
    instrument_words: str
    instrument_type: Words
    effect_by_word: Words
    attempted: str
    nine_countries: dict[str, str]
    other_countries: dict[str, str]
    place_precision: dict[str, str]
    place_order: list[list[str]]
    physical_type: Words
    human_type: Words
    number: dict[str, str]
    human_type_by_kind: dict[str, str]
    state: list[str]
    armed: list[str]
    organized: list[str]
    """Kinds of parties that are the organization of a perpetrator, and no human targets."""
    groups: list[str]
    """Kinds of parties that are armed groups, none of a state."""
    no_perpetrator: list[str]
    """Kinds of parties that the task takes for no perpetrators."""
    authority: list[str]
    civilian_toll: str
    common_noun: str
    not_a_person: str


@cache
def scoring() -> Scoring:
    """Reads `scoring.json`, from the task's documentation."""
    return Scoring.model_validate_json(_table("scoring"))


@cache
def mapping() -> Mapping:
    """Reads `mapping.json`; its words come from the task's documentation and from what its keys call targets."""
    return Mapping.model_validate_json(_table("mapping"))


def _table(name: str) -> str:
    return (Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8")
