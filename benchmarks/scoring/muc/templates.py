"""Incidents written as MUC-4 templates, one for each incident and report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from benchmarks.scoring.muc.naming import (
    PlaceTypes,
    by_words,
    is_common,
    location,
    phrase,
    thing,
    upper,
)
from benchmarks.scoring.muc.people import NOBODY, Human, how_many, humans
from benchmarks.scoring.muc.tables import mapping, scoring
from benchmarks.scoring.muc.telling import Telling, told
from warmonitor.records import Claim, Incident, Party, Report

SAME = ("inc-date", "inc-loc", "inc-type", "perp-org-id", "perp-ind-id")
"""What differs in none of these is one template (documentation, 5.0)."""


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


def templates(
    incidents: Iterable[Incident], claims: Iterable[Claim], reports: Iterable[Report], types: PlaceTypes
) -> dict[str, list[dict[str, list[str]]]]:
    """The templates of every report, by its id."""
    of, given = {claim.id: claim for claim in claims}, {report.id: report for report in reports}
    out: dict[str, dict[str, dict[str, list[str]]]] = {report: {} for report in given}
    groups = {
        report: _group(mine, given[report]) for report, mine in _by_report(of.values()).items() if report in given
    }
    for incident in incidents:
        for report in sorted(set(incident.reports) & set(given)):
            own = [of[c] for c in incident.claims if c in of and of[c].report_id == report]
            made = template(told(incident, given[report], own, groups.get(report)), types)
            if made:
                _add(out[report], made)
    return {report: [{"id": [str(n)], **one} for n, one in enumerate(made.values(), 1)] for report, made in out.items()}


def _by_report(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    out: dict[str, list[Claim]] = {}
    for claim in claims:
        out.setdefault(claim.report_id, []).append(claim)
    return out


def _group(claims: Iterable[Claim], report: Report) -> str | None:
    """The armed group that a report names, if it names one alone."""
    parties = {p.name: p.kind for claim in claims for p in (*claim.agents, *claim.targets)}
    text = upper(report.text)
    named = [name for name, kind in parties.items() if kind in mapping().groups and upper(name) in text]
    named = [name for name in named if not is_common(upper(name))]
    return upper(named[0]) if len(named) == 1 else None


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
        "inc-loc": [location(one.places, types, [*one.targets, *one.agents])],
        "inc-type": [kind],
        "inc-stage": [one.stage()],
    })  # fmt: skip
    if kind in ("ATTACK", "BOMBING"):
        _instruments(draft, one.evidence)
    for agent in one.agents:
        _perpetrator(draft, agent, one)
    _group_of(draft, one)
    _targets(draft, one, kind)
    return draft.fills if any(draft.fills.get(slot) for slot in scoring().content) else None


def _instruments(draft: Draft, evidence: str) -> None:
    for match in re.finditer(mapping().instrument_words, evidence, re.I):
        draft.put("inc-instr-id", upper(match[0]))
        draft.put("inc-instr-type", by_words(mapping().instrument_type, match[0]) or "OTHER", upper(match[0]))


def _perpetrator(draft: Draft, agent: Party, one: Telling) -> None:
    """ "FMLN guerrillas" is an individual, and FMLN its organization if the report names it."""
    if agent.kind in mapping().no_perpetrator:
        return
    text = phrase(agent)
    named = agent.kind in mapping().organized
    name = upper(agent.name) if is_common(text) else text
    if is_common(text) or not named:
        draft.put("perp-ind-id", text)
    if named and not is_common(name) and name in upper(one.report.text):
        draft.put("perp-org-id", name)
        draft.put("perp-org-conf", one.confidence(agent.name), name)
    draft.fills["perp-inc-cat"] = ["STATE-SPONSORED VIOLENCE" if agent.kind in mapping().state else "TERRORIST ACT"]


def _group_of(draft: Draft, one: Telling) -> None:
    """Where no organization is named, the one armed group that the report names, unless the state did it."""
    if one.group and "perp-org-id" not in draft.fills and not any(a.kind in mapping().state for a in one.agents):
        draft.put("perp-org-id", one.group)
        draft.put("perp-org-conf", "SUSPECTED OR ACCUSED", one.group)


def _targets(draft: Draft, one: Telling, kind: str) -> None:
    things = [(target, kind_of) for target in one.targets if (kind_of := thing(phrase(target)))]
    for target, kind_of in things:
        if kind != "KIDNAPPING":
            text = phrase(target)
            draft.put("phys-tgt-id", text)
            draft.put("phys-tgt-type", kind_of, text)
            draft.put("phys-tgt-num", how_many(text), text)
    for human in humans(one, [target for target in one.targets if not thing(phrase(target))]):
        _human(draft, human)


def _human(draft: Draft, human: Human) -> None:
    if human.name:
        draft.put("hum-tgt-name", human.name)
    if human.description:
        draft.put("hum-tgt-desc", human.description, human.tag if human.name else None)
    for effect in human.effects:
        draft.put("hum-tgt-effect", effect, human.tag)
    if human.tag != NOBODY:
        draft.put("hum-tgt-type", human.kind, human.tag)
        draft.put("hum-tgt-num", human.number or how_many(human.tag), human.tag)
