"""FA-KES: the main toll, place, actor and cause of articles on the Syrian war."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.scoring.counts import GoldRecord, Score, Tally
from benchmarks.scoring.incidents import FORCE, killed, main_incident, numbers, of_report
from benchmarks.scoring.names import names_of, same_place
from benchmarks.scoring.sides import party_sides
from benchmarks.scoring.spans import by_report
from warmonitor.records import Claim, Incident

HEADLINE = ("main toll", "main place", "main actor")
HARMING = FORCE | {"execution", "casualty_report"}


class Gold(GoldRecord):
    """One article. `tolls` are civilians and fighters: either is right, and so is their sum."""

    tolls: tuple[float, ...]
    no_toll: bool
    location: str | None
    actor_sides: frozenset[str]
    types: frozenset[str]


def score(golds: Sequence[Gold], claims: Iterable[Claim], incidents: Sequence[Incident]) -> Score:
    """The headline is the mean of main toll, place and actor."""
    tally, of = Tally(), by_report(claims)
    for gold in golds:
        mine = of[gold.report_id]
        _anywhere(tally, gold, mine)
        _main(tally, gold, mine, main_incident(of_report(incidents, gold.report_id), mine))
    return Score(len(golds), {"mean of main toll, place, actor": tally.mean(HEADLINE), **tally.figures()})


def _wanted(gold: Gold) -> set[float]:
    return {*gold.tolls, sum(gold.tolls)} if len(gold.tolls) == 2 else set(gold.tolls)


def _main(tally: Tally, gold: Gold, claims: Sequence[Claim], main: Incident | None) -> None:
    wanted = _wanted(gold)
    place = names_of(main.place) if main else []
    tally.add("main toll", main is not None and killed(main, claims) in wanted, bool(wanted))
    tally.add("main place", same_place(gold.location, *place), gold.location is not None)
    actors = party_sides(main.agents) if main else set()
    tally.add("main actor", bool(gold.actor_sides & actors), bool(gold.actor_sides))
    tally.add("main cause", main is not None and main.event_type in gold.types, bool(gold.types))


def _anywhere(tally: Tally, gold: Gold, claims: Sequence[Claim]) -> None:
    tolls = [toll for claim in claims for toll in claim.tolls if toll.kind == "killed"]
    wanted = _wanted(gold)
    tally.add("toll anywhere", bool(wanted & {n for toll in tolls for n in numbers(toll)}), bool(wanted))
    places = [n for claim in claims for place in claim.places if place.role == "event" for n in names_of(place)]
    tally.add("place anywhere", same_place(gold.location, *places), gold.location is not None)
    agents = [agent for claim in claims if claim.event_type in HARMING for agent in claim.agents]
    tally.add("actor anywhere", bool(gold.actor_sides & party_sides(agents)), bool(gold.actor_sides))
    tally.add("cause anywhere", any(claim.event_type in gold.types for claim in claims), bool(gold.types))
    tally.add("no toll: none predicted", not tolls, gold.no_toll)
