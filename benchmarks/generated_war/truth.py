"""What happened in the made-up wars."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.generated_war.world import Theatre, Town, word
from warmonitor.records import EventType, Party

FIRST = date(2021, 1, 1)
A_DAY = 5  # happenings that are reported, in each war
KINDS: tuple[tuple[EventType, float], ...] = (
    ("air_strike", 24), ("shelling", 22), ("battle", 14), ("bombing", 8), ("shooting", 7), ("suicide_bombing", 3),
    ("territory_gain", 7), ("abduction", 4), ("arrest", 4), ("displacement", 3), ("protest", 4),
)  # fmt: skip
BLOODY = frozenset(("air_strike", "shelling", "battle", "bombing", "shooting", "suicide_bombing"))
CIVILIANS = (
    Party(name="Civilians", kind="civilians"),
    Party(name="Residents", kind="civilians"),
)  # fmt: skip


@dataclass(frozen=True)
class Happening:
    """One thing that happened."""

    id: int
    theatre: Theatre
    town: Town
    day: date
    kind: EventType
    agent: tuple[Party, ...]
    target: tuple[Party, ...]
    killed: int
    injured: int
    number: int
    """Captured, arrested, displaced."""
    landmark: str | None
    fame: int
    """In how many texts it is told as news."""


def happenings(theatres: tuple[Theatre, ...], days: int, random: Random) -> list[Happening]:
    """Everything that happens in so many days, day by day."""
    found: list[Happening] = []
    for day in range(days):
        for theatre in theatres:
            for _ in range(_poisson(A_DAY, random)):
                found.append(_happening(len(found), theatre, FIRST + timedelta(day), random))
    return found


def _happening(number: int, theatre: Theatre, day: date, random: Random) -> Happening:
    kind = random.choices([kind for kind, _ in KINDS], [weight for _, weight in KINDS])[0]
    agent, target = _sides(kind, theatre, random)
    killed = min(150, int(random.paretovariate(0.9) - 0.4)) if kind in BLOODY else 0
    return Happening(
        id=number,
        theatre=theatre,
        town=random.choices(theatre.towns, [town.weight for town in theatre.towns])[0],
        day=day,
        kind=kind,
        agent=agent,
        target=target,
        killed=killed,
        injured=int(killed * random.uniform(0.5, 3)) if kind in BLOODY else 0,
        number=random.randrange(3, 60),
        landmark=word(random, 3).capitalize() if random.random() < 0.6 else None,
        fame=1 + min(30, int(random.expovariate(1 / (1.2 + math.log1p(killed))))),
    )


def _sides(kind: EventType, theatre: Theatre, random: Random) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    state, others = (theatre.army, theatre.air_force), (theatre.rebels, theatre.militants)
    if kind == "air_strike":
        return random.choice(state), random.choice((*others, CIVILIANS, CIVILIANS))
    if kind in ("protest", "displacement"):
        return CIVILIANS, ()
    if kind in ("bombing", "suicide_bombing", "abduction"):
        return random.choice(others), random.choice((theatre.army, CIVILIANS))
    if random.random() < 0.5:
        return theatre.army, random.choice((*others, CIVILIANS))
    return random.choice(others), theatre.army


def _poisson(mean: float, random: Random) -> int:
    limit, product, count = math.exp(-mean), random.random(), 0
    while product > limit:
        product *= random.random()
        count += 1
    return count
