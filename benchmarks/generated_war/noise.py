"""What coding makes of a happening: vague places, days taken from the report's date, other words, other numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.generated_war.truth import Happening
from benchmarks.generated_war.world import Town, spelled, word
from warmonitor.records import EventType, Party, Place, Span, Toll, TollKind, When

# How places come out (shares): exact, nearby, a site in it, only the province, nothing, another town.
PLACES = (("town", 63), ("near_town", 14), ("site", 8), ("province", 9), ("none", 5), ("wrong", 1))
# How days come out: printed, taken from the report's date, "this week", nothing, a day off.
DAYS = (("printed", 60), ("inferred", 27), ("week", 6), ("none", 5), ("off", 2))
OTHER_KIND = 0.07  # another type of the same family
VAGUE_KIND = 0.13  # "attack"
NO_AGENT, OTHER_AGENT = 0.3, 0.03
MISSPELLED, UNRESOLVED = 0.12, 0.03
FORCE: tuple[EventType, ...] = ("air_strike", "shelling", "bombing", "shooting")
NUMBERS: dict[EventType, TollKind] = {"abduction": "captured", "arrest": "arrested", "displacement": "displaced"}


@dataclass(frozen=True)
class Seen:
    """A happening as one text tells it: what a copy of the text repeats."""

    happening: Happening
    kind: EventType
    place: Place | None
    how_dated: str
    agents: tuple[Party, ...]
    targets: tuple[Party, ...]
    killed: int | None
    injured: int | None
    words: tuple[str, ...]


def seen(happening: Happening, late: int, random: Random) -> Seen:
    """The happening as an author tells it so many days later; first counts are low."""
    early = 0.7 if late == 0 else 1.0
    killed, injured = (_number(true, early, random) for true in (happening.killed, happening.injured))
    return Seen(
        happening=happening,
        kind=_kind(happening.kind, random),
        place=place(happening, random),
        how_dated=_choice(DAYS, random),
        agents=_agents(happening, random),
        targets=(random.choice(happening.target),) if happening.target and random.random() < 0.75 else (),
        killed=killed,
        injured=injured,
        words=tuple(word(random, random.choice((1, 2, 2, 3))) for _ in range(40)),
    )


def _choice(shares: tuple[tuple[str, int], ...], random: Random) -> str:
    return random.choices([name for name, _ in shares], [share for _, share in shares])[0]


def _kind(kind: EventType, random: Random) -> EventType:
    if kind not in FORCE:
        return kind
    draw = random.random()
    return "attack" if draw < VAGUE_KIND else random.choice(FORCE) if draw < VAGUE_KIND + OTHER_KIND else kind


def _agents(happening: Happening, random: Random) -> tuple[Party, ...]:
    draw = random.random()
    if draw < NO_AGENT:
        return ()
    theatre = happening.theatre
    wrong = random.choice((theatre.army, theatre.rebels, theatre.militants, theatre.air_force))
    return (random.choice(wrong if draw < NO_AGENT + OTHER_AGENT else happening.agent),)


def _number(true: int, early: float, random: Random) -> int | None:
    """A count near the true one; half of the authors have just that one."""
    if true == 0 or random.random() < 0.1:
        return None
    return true if random.random() < 0.5 else max(1, round(true * early * random.uniform(0.7, 1.2)))


def place(happening: Happening, random: Random) -> Place | None:
    """Where an author says that it was."""
    how, town = _choice(PLACES, random), happening.town
    if how == "none":
        return None
    if how == "wrong":
        near = [other for other in happening.theatre.towns if other.province == town.province]
        return _town(random.choice(near), random)
    if how == "province":
        middle = next(t for t in happening.theatre.towns if t.province == town.province)
        return Place(
            name=f"{town.province}", country=town.country, admin1=town.province, lat=middle.lat, lon=middle.lon,
            precision="province",
        )  # fmt: skip
    if how == "town":
        return _town(town, random)
    moved = {"lat": town.lat + random.uniform(-0.03, 0.03), "lon": town.lon + random.uniform(-0.03, 0.03)}
    name = happening.landmark if how == "site" and happening.landmark else town.name
    precision = "site" if how == "site" else "near_town"
    return _town(town, random).model_copy(update={"name": name, "precision": precision, "gazetteer_id": None, **moved})


def _town(town: Town, random: Random) -> Place:
    name = spelled(town.name, random) if random.random() < MISSPELLED else town.name
    found = random.random() >= UNRESOLVED
    return Place(
        name=name, country=town.country, admin1=town.province if found else None, precision="town",
        lat=town.lat if found else None, lon=town.lon if found else None,
        gazetteer_id=f"made:{town.province}/{town.name}" if found else None,
    )  # fmt: skip


def when(seen: Seen, published: date, words: Span, random: Random) -> When | None:
    """The day that coding makes of it; what came out long ago is dated by its words."""
    true = seen.happening.day
    how = seen.how_dated if (published - true).days <= 3 else "printed"
    if how == "none":
        return None
    if how == "week":
        return When(start=published - timedelta(6), end=published, precision="week", as_written=words)
    if how == "inferred":
        return When(start=published, end=published, precision="day", inferred=True)
    day = true + timedelta(random.choice((-1, 1))) if how == "off" else true
    return When(start=day, end=day, precision="day", as_written=words)


def toll(kind: TollKind, number: int, words: Span, **more: object) -> Toll:
    """So many."""
    told = {"kind": kind, "low": number, "high": number, "best": number, "as_written": words}
    return Toll.model_validate(told | more)
