"""The fields of an incident as its claims give them: what, where, when, who, to whom, how many, whether it is so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from warmonitor.reconcile.happenings import Happenings
from warmonitor.reconcile.incident.counting import apart, claimed, of_one_group, total
from warmonitor.reconcile.incident.standing import Said, reading
from warmonitor.reconcile.incident.voices import Voice, is_onlooker
from warmonitor.reconcile.parties import Side, any_same, side
from warmonitor.reconcile.whereabouts import Spot, nearness
from warmonitor.records import Count, EventType, Incident, Party, Place, Reading, Toll, TollKind

Tally = tuple[Count, tuple[Toll, ...]]
"""A claim's figure, and the tolls that it is made of."""
WEEK = timedelta(days=7)
SPECIFIC = 3  # how specific a type is that another one contradicts
TAKEN: frozenset[EventType] = frozenset(("territory_gain", "territory_loss", "territory_status"))
FOUGHT: frozenset[EventType] = frozenset(("battle", "offensive_launch", "propaganda", "objective"))
"""What he says who does not admit that a place is lost: there is fighting, it is a show."""


def readings(told: Sequence[Voice], whole: Incident, happenings: Happenings) -> tuple[Reading, ...]:
    """One reading a field, those included that nobody tells."""
    mine = [voice for voice in told if _of_it(voice, whole.event_type, happenings)]
    struck = happenings.types[whole.event_type].family == "force"
    return (
        reading("status", list(_status(told, whole, happenings)), lambda a, b: a.value == b.value),
        reading("type", list(_types(mine)), _one_type),
        reading("place", list(_places(mine)), lambda a, b: nearness(a.value, b.value) != "apart"),
        reading("time", list(_times(mine)), _one_time),
        reading("agents", list(_parties(mine, "agents")), _one_striker if struck else _one_side),
        reading("targets", list(_parties(mine, "targets")), lambda a, b: True),
        reading("killed", list(_tolls(mine, "killed")), _one_toll),
        reading("injured", list(_tolls(mine, "injured")), _one_toll),
    )


def _of_it(voice: Voice, kind: EventType, happenings: Happenings) -> bool:
    """Whether the claim tells the happening itself, as something that was."""
    telling = voice.telling
    return telling.actual and telling.happening.part != "remark" and happenings.fit(telling.claim.event_type, kind) > 0


def _denied(voice: Voice) -> bool:
    return voice.telling.claim.stance == "denies" or voice.telling.claim.negated


def _status(told: Sequence[Voice], whole: Incident, happenings: Happenings) -> Iterator[Said[bool]]:
    """Whether it is so. The side that is said to have lost a place speaks of fighting or of a show where it denies."""
    takers = _takers(told, whole.place)
    admitting = {v.side.casefold() for v in told if v.telling.claim.event_type in TAKEN and not _denied(v)}
    for voice in told:
        claim = voice.telling.claim
        if _denied(voice) and _denies(voice, happenings):
            yield Said(voice, value=False, shown="denied")
        elif whole.event_type in TAKEN and not _admits(voice, admitting | takers):
            if claim.event_type in FOUGHT:
                yield Said(voice, value=False, shown="not conceded")
        elif _of_it(voice, whole.event_type, happenings):
            yield Said(voice, value=True, shown="told as fact" if claim.realis == "occurred" else "ongoing")


def _denies(voice: Voice, happenings: Happenings) -> bool:
    return voice.telling.happening.part != "remark" or voice.telling.claim.stance == "denies"


def _admits(voice: Voice, sides: frozenset[str] | set[str]) -> bool:
    """Whether the voice's side is one of these, or none; what a loser tells else is not whether the place is lost."""
    return is_onlooker(voice.side) or voice.side.casefold() in sides


def _takers(told: Sequence[Voice], place: Place | None) -> frozenset[str]:
    """Names of those who took the place, as more claims have it than say that they lost it; what they took elsewhere
    says nothing of it.
    """
    votes: Counter[str] = Counter()
    for voice in told:
        claim, spot = voice.telling.claim, voice.telling.spot
        there = place is None or spot is None or nearness(Spot(place), spot) == "same"
        if there and claim.event_type in TAKEN and not _denied(voice):
            votes.update(party.name.casefold() for party in claim.agents if party.stated)
            votes.subtract(party.name.casefold() for party in claim.targets if party.stated)
    return frozenset(name for name, balance in votes.items() if balance > 0)


def _types(told: Sequence[Voice]) -> Iterator[Said[tuple[EventType, int, str]]]:
    for voice in told:
        happening = voice.telling.happening
        if happening.part == "happening" and not _denied(voice):
            kind = voice.telling.means or happening.event_type
            yield Said(voice, (kind, happening.specific, happening.family), kind)


def _one_type(a: Said[tuple[EventType, int, str]], b: Said[tuple[EventType, int, str]]) -> bool:
    """A vague word fits any type of force; battles and gains are stages of one happening."""
    (mine, specific, family), (theirs, other, _) = a.value, b.value
    return mine == theirs or min(specific, other) < SPECIFIC or family != "force"


def _places(told: Sequence[Voice]) -> Iterator[Said[Spot]]:
    for voice in told:
        if voice.telling.spot:
            yield Said(voice, voice.telling.spot, voice.telling.spot.place.name)


def _times(told: Sequence[Voice]) -> Iterator[Said[tuple[date, date]]]:
    for voice in told:
        first, last = voice.telling.first_day, voice.telling.last_day or voice.telling.first_day
        if voice.telling.dated and first and last and last - first <= WEEK:
            yield Said(voice, (first, last), str(first) if first == last else f"{first} to {last}")


def _one_time(a: Said[tuple[date, date]], b: Said[tuple[date, date]]) -> bool:
    """A night lies between two days."""
    night = timedelta(days=1)
    return a.value[0] - night <= b.value[1] and b.value[0] - night <= a.value[1]


def _parties(told: Sequence[Voice], role: str) -> Iterator[Said[tuple[Side, str]]]:
    for voice in told:
        claim = voice.telling.claim
        parties: tuple[Party, ...] = () if _denied(voice) else claim.agents if role == "agents" else claim.targets
        for party in parties:
            if party.stated:
                yield Said(voice, (side(party), voice.telling.happening.family), party.name)


def _one_side(a: Said[tuple[Side, str]], b: Said[tuple[Side, str]]) -> bool:
    """Only of a strike or an attack there is one actor; in a battle both sides act."""
    (mine, family), (theirs, other) = a.value, b.value
    return "force" not in (family, other) or family != other or _may_be_one(mine, theirs)


def _one_striker(a: Said[tuple[Side, str]], b: Said[tuple[Side, str]]) -> bool:
    """Whoever is said to have killed people in a strike is said to have struck."""
    (mine, family), (theirs, other) = a.value, b.value
    return not {family, other} <= {"force", "toll"} or _may_be_one(mine, theirs)


def _may_be_one(mine: Side, theirs: Side) -> bool:
    """Whether two actors may be the same: "a drone", "gunmen" are anybody's."""
    return "unknown" in (mine.kind, theirs.kind) or any_same([mine], [theirs])


def _tolls(told: Sequence[Voice], kind: TollKind) -> Iterator[Said[Tally]]:
    for voice in told:
        tolls = claimed(voice.telling, kind)
        if figure := total(tolls):
            yield Said(voice, (figure, tolls), shown(figure))


def shown(figure: Count) -> str:
    """A figure as it is read: `5`, `5 to 9`, `at least 5`, `up to 9`."""
    low, high, best = figure.low, figure.high, figure.best
    if low is not None and high is not None:
        return f"{low:g}" if low == high else f"{low:g} to {high:g}"
    if low is not None or best is not None:
        return f"at least {low if low is not None else best:g}"
    return f"up to {high:g}" if high is not None else ""


def _one_toll(a: Said[Tally], b: Said[Tally]) -> bool:
    """Ranges that meet agree, and so does a larger number that came on a later day: tolls rise."""
    if not apart(a.value[0], b.value[0]) or not of_one_group(a.value[1], b.value[1]):
        return True
    first, later = sorted((a, b), key=lambda said: said.voice.known or date.max)
    grew = (later.value[0].best or later.value[0].low or 0) > (first.value[0].best or first.value[0].low or 0)
    same_kind = is_onlooker(a.voice.side) and is_onlooker(b.voice.side)
    return bool(
        first.voice.known and later.voice.known and first.voice.known < later.voice.known and grew and same_kind
    )
