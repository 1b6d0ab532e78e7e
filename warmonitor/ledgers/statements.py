"""What a claim says of who holds a place: who took, holds, cut or left it, and on which days that may have been."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from warmonitor.codebook import Row, read_table
from warmonitor.ledgers.briefs import Brief
from warmonitor.ledgers.days import Days, days_of
from warmonitor.ledgers.known import PAST
from warmonitor.ledgers.places import WIDE, narrower, plain
from warmonitor.ledgers.sides import fighting
from warmonitor.records import Party, Place

Effect = Literal["take", "hold", "cut", "leave", "partly"]
Word = Literal["cut", "presence", "siege", "contest", "advance", "whole"]
GROUND = ("territory_gain", "territory_loss", "territory_status", "road_control", "withdrawal")
OPEN_STANCES = ("predicts", "demands", "threatens", "promises", "no_comment")


class ControlEffect(Row):
    """A stem and what it makes of who holds a place."""

    stem: str
    effect: Word


Effects = tuple[ControlEffect, ...]


@cache
def read_effects() -> Effects:
    """The table control_effects.tsv."""
    return read_table("control_effects", ControlEffect)


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A claim on who holds one place. `denied`: that this is not so. `open`: it may come to be so."""

    claim: Brief
    place: Place
    effect: Effect
    holders: tuple[Party, ...]
    losers: tuple[Party, ...]
    days: Days
    denied: bool = False
    open: bool = False


def statements(claim: Brief, effects: Effects) -> tuple[Statement, ...]:
    """What a claim on ground says of places, a statement for each place."""
    return tuple(_statements(claim, effects))


def _statements(claim: Brief, effects: Effects) -> Iterator[Statement]:
    holders, losers = fighting(claim.agents), fighting(claim.targets)
    words = {row.effect for row in effects if _has(claim.trigger, row.stem)}
    whole = "whole" in words or any(row.effect == "whole" and _has(claim.words, row.stem) for row in effects)
    denied = claim.stance == "denies" or (claim.negated and claim.realis in PAST)
    later = claim.realis not in PAST or claim.stance in OPEN_STANCES
    for place in _ground(claim):
        effect = _effect(claim, place, words, whole)
        if effect == "leave":
            holders, losers = (), fighting(claim.agents)
        if effect and (holders or losers):
            yield Statement(
                claim, plain(place), effect, holders, losers, days_of(claim.time), denied, later and not denied
            )


def _effect(claim: Brief, place: Place, words: set[Word], whole: bool) -> Effect | None:
    """None where the words say nothing of who holds it."""
    if "presence" in words or "siege" in words or place.precision in ("near_town", "country"):
        return None
    if claim.event_type == "road_control" and place.precision not in ("road", "site"):
        return None
    if claim.event_type == "withdrawal":
        return "leave" if place.precision not in WIDE else None
    if "contest" in words or (place.precision in WIDE and (not whole or "advance" in words or _counts_towns(claim))):
        return "partly"
    if "advance" in words:
        return None
    if place.precision == "road" and "cut" in words:
        return "cut"
    return "hold" if claim.event_type == "territory_status" else "take"


def _ground(claim: Brief) -> list[Place]:
    """The places that are meant: of the narrowest size that the claim names."""
    roles = ("event", "origin") if claim.event_type == "withdrawal" else ("event",)
    places = [place for place in claim.places if place.role in roles]
    return [place for place in places if not any(narrower(other, place) for other in places)]


def _counts_towns(claim: Brief) -> bool:
    return any(toll.kind == "towns_taken" for toll in claim.tolls)


def _has(text: str, stem: str) -> bool:
    return re.search(rf"\b{stem}", text, re.IGNORECASE) is not None
