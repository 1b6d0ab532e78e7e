"""One incident as one report tells it, and whether MUC-4 has a place for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from benchmarks.scoring.muc import days
from benchmarks.scoring.muc.naming import by_words, nation, phrase, thing, worded
from benchmarks.scoring.muc.tables import mapping
from warmonitor.records import Claim, EventType, Incident, Party, Place, Report, Toll

OLD = 61
"""Days after which an incident is no news: two months."""
FIGHTING = frozenset({"battle", "offensive_launch"})
"""Both sides are armed: guerrilla war, unless civilians were hurt."""
MILD = FIGHTING | {"threat", "property_damage"}
"""Told beside a seizure or a protest, these make it no attack."""
UNTOLD = frozenset({"hypothetical", "future_expected"})
ADMITTING = frozenset({"claims_responsibility", "acknowledges"})


@dataclass(frozen=True)
class Telling:
    """The claims of one report about one incident, without what is denied or has not happened."""

    incident: Incident
    report: Report
    claims: Sequence[Claim]
    denied: Sequence[Claim] = ()
    """Claims of it that say "not"."""
    group: str | None = None
    """The one armed group that the report names, if it names one alone."""

    @cached_property
    def agents(self) -> list[Party]:
        """Whoever is said to have done it, each once."""
        return worded(p for claim in self.claims for p in claim.agents if p.stated)

    @cached_property
    def targets(self) -> list[Party]:
        """Whoever or whatever it was done to, each once."""
        return worded(p for claim in self.claims for p in claim.targets if p.stated)

    @cached_property
    def tolls(self) -> list[Toll]:
        """The incident's own dead, injured and captured."""
        kinds = ("killed", "injured", "captured")
        return [t for claim in self.claims for t in claim.tolls if t.scope == "incident" and t.kind in kinds]

    @cached_property
    def places(self) -> list[Place]:
        """Where it happened: as the incident has it, then as its claims say."""
        told = [place for claim in self.claims for place in claim.places if place.role == "event"]
        return [self.incident.place, *told] if self.incident.place else told

    @cached_property
    def triggers(self) -> str:
        """The words that name it."""
        return " ".join(claim.trigger.text for claim in self.claims)

    @cached_property
    def evidence(self) -> str:
        """The clauses that tell it."""
        return " ".join(claim.evidence.text for claim in self.claims)

    @property
    def event(self) -> EventType:
        """What this report makes of it: the incident's own type if the task has it, else the first violence told."""
        own = [claim.event_type for claim in self.claims]
        whole = self.incident.event_type
        if whole in own and whole in mapping().event_type:
            return whole
        return next((event for event in own if event in mapping().event_type and event not in MILD), whole)

    def kind(self) -> str | None:
        """Its type; None: MUC-4 has none for it, or it is not what the task asks for."""
        event = self.event
        kind = mapping().event_type.get(event)
        if not self.claims or kind is None or not (self.tolls or event != "casualty_report") or not self.relevant():
            return None
        if event in ("air_strike", "shelling"):
            return kind  # bombs from the air are an attack
        own = [claim for claim in self.claims if claim.event_type == event]
        said = by_words(mapping().type_by_word, " ".join(claim.trigger.text for claim in own))
        if said is None and kind == "ATTACK":
            said = by_words(mapping().type_by_word, " ".join(claim.evidence.text for claim in own))
        return said or kind

    def relevant(self) -> bool:
        """A target that is not armed, at most two months old, some tie to the nine countries (documentation, 1.0)."""
        groups = " ".join(toll.group or "" for toll in self.tolls)
        harmed = bool(re.search(mapping().civilian_toll, groups, re.I))
        civil = any(t.kind not in mapping().armed or thing(phrase(t)) for t in self.targets)
        start, published = self.incident.start, self.report.published
        old = start is not None and published is not None and (published - start).days > OLD
        nations = {nation(party) for party in (*self.agents, *self.targets)} | {nation(at) for at in self.places}
        nations.discard(None)
        here = not nations or not nations.isdisjoint(mapping().nine_countries.values())
        return (harmed or (civil and self.event not in FIGHTING)) and not old and here

    def stage(self) -> str:
        """Threatened, attempted or accomplished."""
        threat = self.event == "threat"
        if threat or all(claim.realis in ("planned", "threatened") for claim in self.claims):
            return "THREATENED"
        return "ATTEMPTED" if re.search(mapping().attempted, self.triggers + self.evidence, re.I) else "ACCOMPLISHED"

    def date(self) -> str:
        """Days that a claim has words for; else on or before the day of the report (documentation, 7.3)."""
        said = [c.time for c in self.claims if c.time and c.time.as_written and c.time.precision != "vague"]
        for time in sorted((t for t in said if t.start), key=lambda t: (t.precision != "day", t.inferred)):
            if time.start:
                ends = [days.written(day) for day in (time.start, time.end or time.start)]
                return " - ".join(dict.fromkeys(ends))
        return f"- {days.written(self.report.published)}" if self.report.published else "-"

    def confidence(self, organization: str) -> str:
        """Who says that an organization did it: itself, the report, an authority, someone else."""
        said = [(c.claimant, c.stance) for c in self.claims if organization in (a.name for a in c.agents)]
        if any(s in ADMITTING or (who.name == organization and s == "asserts") for who, s in said):
            return "CLAIMED OR ADMITTED"
        if any(who.kind in ("reporter", "journalist") and s == "asserts" for who, s in said):
            return "REPORTED AS FACT"
        accusers = {who.kind for who, s in said if s != "denies"}
        if not accusers:
            return "POSSIBLE"
        return "SUSPECTED OR ACCUSED" + " BY AUTHORITIES" * (not accusers.isdisjoint(mapping().authority))


def told(incident: Incident, report: Report, claims: Sequence[Claim], group: str | None = None) -> Telling:
    """What a report's claims tell of an incident; `group` is the one armed group that the report names."""
    actual = [claim for claim in claims if not claim.negated and claim.realis not in UNTOLD]
    return Telling(incident, report, actual, [claim for claim in claims if claim.negated], group)
