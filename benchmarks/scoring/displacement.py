"""IDMC's displacement excerpts: figure, unit, place and term."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from benchmarks.scoring.counts import GoldRecord, Matches, Score, total
from benchmarks.scoring.incidents import numbers
from benchmarks.scoring.names import names_of, same_place
from benchmarks.scoring.spans import by_report
from warmonitor.records import Claim, Toll

TERMS = (
    ("housing", r"destr|damag|uninhab|collaps"),
    ("sheltered", r"shelter|camp|host"),
    ("homeless", r"homeless"),
    ("evacuated", r"evacu"),
    ("relocated", r"relocat|resettl|move"),
    ("fled", r"fle[ed]|fled|escap"),
    ("displaced", r"displac|uproot|idp"),
)
TERM_OF = {"displacement": "displaced", "property_damage": "housing", "humanitarian": "sheltered"}
HOUSEHOLDS = r"famil|household|hous|home|dwelling|hut\b|building|unit|tent"
FIELDS = ("quantity", "unit", "location", "term")


class Gold(GoldRecord):
    """One excerpt; `unit` is People or Households, `term` a family of TERMS."""

    quantity: float
    unit: str
    location: str | None
    term: str | None


def score(golds: Sequence[Gold], claims: Iterable[Claim]) -> Score:
    """The headline is the F1 of all four fields together."""
    matches, of = {name: Matches() for name in FIELDS}, by_report(claims)
    for gold in golds:
        got = _answers(gold, of[gold.report_id])
        for name in FIELDS:
            if getattr(gold, name) is not None:
                right = got.get(name)
                matches[name].add(right is True, right is not None, 1)
    figures = {name: found.f1() for name, found in matches.items()}
    return Score(len(golds), {"F1 of quantity, unit, location, term": total(matches.values()).f1(), **figures})


def term_family(term: str) -> str | None:
    """The family that a word for displacement belongs to."""
    return next((family for family, pattern in TERMS if re.search(pattern, term.lower())), None)


def _answers(gold: Gold, claims: Sequence[Claim]) -> dict[str, bool | None]:
    """Right or wrong by field; None where nothing was said."""
    figure = _first_figure(claims)
    if figure is None:
        return {}
    toll, claim = figure
    places = [name for place in claim.places for name in names_of(place)]
    written = f"{toll.group or ''} {toll.as_written.text}"
    unit = "Households" if re.search(HOUSEHOLDS, written, re.I) else "People"
    return {
        "quantity": gold.quantity in numbers(toll),
        "unit": unit == gold.unit,
        "location": same_place(gold.location, *places) if gold.location and places else None,
        "term": (term_family(claim.trigger.text) or TERM_OF.get(claim.event_type)) == gold.term,
    }


def _first_figure(claims: Sequence[Claim]) -> tuple[Toll, Claim] | None:
    """The first number of displaced people in the text, else the first of anything in a claim of that kind."""
    tolls = [(toll, claim) for claim in claims for toll in claim.tolls if toll.kind == "displaced"]
    others = [
        (toll, claim) for claim in claims if claim.event_type in TERM_OF for toll in claim.tolls if toll.kind == "other"
    ]
    return min(tolls or others, key=lambda found: found[0].as_written.start, default=None)
