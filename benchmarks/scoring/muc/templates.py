"""Incidents written as MUC-4 templates, one for each incident and report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from benchmarks.scoring.muc.naming import (
    PlaceTypes,
    by_words,
    head,
    is_common,
    is_person,
    location,
    phrase,
    thing,
    upper,
)
from benchmarks.scoring.muc.tables import mapping, scoring
from benchmarks.scoring.muc.telling import Telling, told
from warmonitor.records import Claim, Incident, Party, Report, Toll

SAME = ("inc-date", "inc-loc", "inc-type", "perp-org-id", "perp-ind-id")
"""What differs in none of these is one template (documentation, 5.0)."""
EFFECT = {"killed": "DEATH", "injured": "INJURY"}
NOBODY = "-"


@dataclass
class Draft:
    """A template on its way: its fills by slot."""

    fills: dict[str, list[str]] = field(default_factory=dict)

    def put(self, slot: str, value: str, tag: str | None = None) -> None:
        """Adds a fill once, in the syntax of the keys."""
        written = f'"{value}"' if scoring().slots[slot] == "str" else value
        written += f': "{tag}"' if tag else ""
        if written not in self.fills.setdefault(slot, []):
            self.fills[slot].append(written)


@dataclass
class Human:
    """A human target: its type, and how many."""

    kind: str
    number: str | None


def templates(
    incidents: Iterable[Incident], claims: Iterable[Claim], reports: Iterable[Report], types: PlaceTypes
) -> dict[str, list[dict[str, list[str]]]]:
    """The templates of every report, by its id."""
    of, given = {claim.id: claim for claim in claims}, {report.id: report for report in reports}
    out: dict[str, dict[str, dict[str, list[str]]]] = {report: {} for report in given}
    for incident in incidents:
        for report in sorted(set(incident.reports) & set(given)):
            own = [of[c] for c in incident.claims if c in of and of[c].report_id == report]
            made = template(told(incident, given[report], own), types)
            if made:
                _add(out[report], made)
    return {report: [{"id": [str(n)], **one} for n, one in enumerate(made.values(), 1)] for report, made in out.items()}


def _add(known: dict[str, dict[str, list[str]]], made: Mapping[str, list[str]]) -> None:
    same = known.setdefault(str([made.get(slot) for slot in SAME]), {})
    for slot, lines in made.items():
        both = list(dict.fromkeys([*same.get(slot, []), *lines]))
        same[slot] = both[:1] if slot in mapping().one_fill else both


def template(one: Telling, types: PlaceTypes) -> dict[str, list[str]] | None:
    """The template of an incident as one report tells it; None: MUC-4 has no place for it."""
    kind = one.kind()
    if kind is None:
        return None
    draft = Draft({
        "inc-date": [one.date()],
        "inc-loc": [location(one.places, types)],
        "inc-type": [kind],
        "inc-stage": [one.stage()],
    })  # fmt: skip
    if kind in ("ATTACK", "BOMBING"):
        _instruments(draft, one.evidence)
    for agent in one.agents:
        _perpetrator(draft, agent, one)
    _humans(draft, one, kind)
    return draft.fills


def _instruments(draft: Draft, evidence: str) -> None:
    for match in re.finditer(mapping().instrument_words, evidence, re.I):
        draft.put("inc-instr-id", upper(match[0]))
        draft.put("inc-instr-type", by_words(mapping().instrument_type, match[0]) or "OTHER", upper(match[0]))


def _perpetrator(draft: Draft, agent: Party, one: Telling) -> None:
    """ "FMLN guerrillas" is an individual, and FMLN its organization if the report names it."""
    text = phrase(agent)
    named = agent.kind in mapping().armed or (agent.kind not in ("unknown", "civilians") and not is_person(agent.name))
    name = upper(agent.name) if is_common(text) else text
    if is_common(text) or not named:
        draft.put("perp-ind-id", text)
    if named and not is_common(name) and name in upper(one.report.text):
        draft.put("perp-org-id", name)
        draft.put("perp-org-conf", one.confidence(agent.name), name)
    draft.fills["perp-inc-cat"] = ["STATE-SPONSORED VIOLENCE" if agent.kind in mapping().state else "TERRORIST ACT"]


def _humans(draft: Draft, one: Telling, kind: str) -> None:
    people: dict[str, Human] = {}
    for target in one.targets:
        text = phrase(target)
        if not thing(text):
            _human(draft, target, text, people)
        elif kind != "KIDNAPPING":
            draft.put("phys-tgt-id", text)
            draft.put("phys-tgt-type", thing(text) or "OTHER", text)
            draft.put("phys-tgt-num", _how_many(text), text)
    for toll in one.tolls:
        _hurt(draft, toll, people)
    for tag, human in people.items():
        draft.put("hum-tgt-type", human.kind, tag)
        draft.put("hum-tgt-num", human.number or _how_many(tag), tag)


def _human(draft: Draft, target: Party, text: str, people: dict[str, Human]) -> None:
    name, person = upper(target.name), is_person(target.name)
    tag = name if person else text
    kind = by_words(mapping().human_type, text) or mapping().human_type_by_kind.get(target.kind, "CIVILIAN")
    people[tag] = Human(kind, "1" if person else None)
    draft.put("hum-tgt-name" if person else "hum-tgt-desc", tag)
    if tag != text and tag in text:  # the title that stands with a name
        draft.put("hum-tgt-desc", text.replace(tag, "").strip(" ,"), tag)


def _hurt(draft: Draft, toll: Toll, people: dict[str, Human]) -> None:
    text = upper(toll.group or (next(iter(people)) if len(people) == 1 else _counted(toll)))
    whole = next((tag for tag in people if set(text.split()) <= set(tag.split())), None)
    tag = whole or (NOBODY if toll.best == 0 else text)
    if tag not in people and tag != NOBODY:
        draft.put("hum-tgt-desc", tag)
        people[tag] = Human(by_words(mapping().human_type, tag) or "CIVILIAN", None)
    if toll.kind in EFFECT:
        draft.put("hum-tgt-effect", "NO " * (toll.best == 0) + EFFECT[toll.kind], tag)
    if toll.best != 0:
        people[tag].number = people[tag].number or _number(toll)


def _counted(toll: Toll) -> str:
    return re.sub(r"^\W*[\d,.]+\W*", "", toll.as_written.text) or "people"


def _number(toll: Toll) -> str:
    """`6`, `9 -` (at least), `- 24` (at most), `~100`, PLURAL."""
    best, low, high = (None if n is None else f"{n:g}" for n in (toll.best, toll.low, toll.high))
    if toll.bound in (">", ">="):
        return f"{low} -"
    if toll.bound in ("<", "<="):
        return f"- {high}"
    if best is not None:
        return "~" * (toll.bound == "~") + best
    return f"{low} - {high}" if toll.high else "PLURAL"


def _how_many(text: str) -> str:
    return "PLURAL" if re.search("(?:[^SU]S|PEOPLE|MEN)$", head(text)) else "1"
