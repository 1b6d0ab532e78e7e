"""The ledger of control: for each town, road and area, who held it when, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import cast

from warmonitor.ledgers.fights import Fights
from warmonitor.ledgers.judging import backed, judged
from warmonitor.ledgers.known import Known
from warmonitor.ledgers.lines import Line, line_of
from warmonitor.ledgers.memory import Memory
from warmonitor.ledgers.places import key_of
from warmonitor.ledgers.rows import ControlRow, How
from warmonitor.ledgers.sides import sides_of
from warmonitor.ledgers.statements import GROUND, Effects, Statement, read_effects, statements
from warmonitor.ledgers.stretches import NOBODY, Range, Stretch, start_of, stretches
from warmonitor.records import Place

Start = tuple[date | None, Range | None]


def control(known: Known, memory: Memory, effects: Effects | None = None) -> list[Line]:
    """The stretches of all places, place by place, oldest first."""
    by_place: dict[tuple[str, str, str], list[Statement]] = {}
    read = partial(statements, effects=effects or read_effects())
    for claim in known.claims:
        if claim.event_type in GROUND:
            for one in memory.of(("ground", claim.id), read, claim):
                by_place.setdefault(key_of(one.place), []).append(one)
    fights = Fights(known.claims, known.day)
    make = partial(_lines, known, fights)
    found = []
    for key, told in by_place.items():
        happenings = known.told_by([one.claim for one in told])
        fighting = fights.at(_where(told)), fights.going_on(claim for one in happenings for claim in one.claims)
        found.append(memory.of(("place", key), make, tuple(told), fighting, happenings))
    ordered = sorted((place for place in found if place), key=lambda lines: _place(lines[0]))
    return [each for lines in ordered for each in lines]


def _place(first: Line) -> tuple[object, ...]:
    place = cast(ControlRow, first.row).place
    return place.name, key_of(place)


def _lines(known: Known, fights: Fights, told: Sequence[Statement], *_: object) -> tuple[Line, ...]:
    """The lines of one place: of its statements, the fighting there and the happenings that they tell of."""
    return tuple([line_of(known, row) for row in _timeline(known, told, fights)])


def _where(told: Sequence[Statement]) -> Place:
    return min((one.place for one in told), key=lambda p: (p.name, p.lat is None, p.lat or 0))


def _timeline(known: Known, told: Sequence[Statement], fights: Fights) -> Iterator[ControlRow]:
    """The stretches of one place."""
    place = _where(told)
    said = [one for one in told if not one.denied and not one.open]
    found = stretches(said)
    partly = [one for one in said if one.effect == "partly"]
    if partly and not found:
        yield _partly(known, place, partly)
    starts = _starts(found, partly)
    for at, stretch in enumerate(found):
        start, bounds = starts[at]
        if not stretch.prior:
            stretch.told += [one for one in partly if _on_the_way(one, stretch)]
        end, end_bounds = starts[at + 1] if at + 1 < len(found) else (None, None)
        row = ControlRow(
            place=place, holder=stretch.holder.name if stretch.holder else None, start=start, start_range=bounds,
            end=end, end_range=end_bounds, current=at + 1 == len(found), how=_how(stretch), status="held",
            claimed=False, contested=False, implied=stretch.implied, lost_by=_lost_by(stretch), claims=(),
        )  # fmt: skip
        yield judged(known, row, stretch, told, fights)


def _partly(known: Known, place: Place, told: Sequence[Statement]) -> ControlRow:
    """An area in which ground changes hands, while nobody is said to hold all of it."""
    losers = {party.name for one in told for party in one.losers}
    row = ControlRow(
        place=place, start=min((o.days.earliest for o in told if o.days.dated and o.days.earliest), default=None),
        current=True, how="partly", status="contested", claimed=False, contested=True,
        lost_by=losers.pop() if len(losers) == 1 else None, claims=(),
    )  # fmt: skip
    return row.model_copy(update=backed(known, [one.claim for one in told]))


def _starts(found: Sequence[Stretch], partly: Sequence[Statement]) -> list[Start]:
    """When each stretch began; what has no day of its own began before the day on which the next one did."""
    starts = [start_of(stretch, [one for one in partly if _on_the_way(one, stretch)]) for stretch in found]
    for at, (day, bounds) in enumerate(starts[:-1]):
        after = starts[at + 1][0]
        if bounds and day and after and day >= after:
            starts[at] = (None, bounds)
    return starts


def _on_the_way(partly: Statement, stretch: Stretch) -> bool:
    """Whether ground inside an area went to those who then took all of it."""
    return stretch.side in sides_of(partly.holders) or bool(sides_of(partly.losers) & sides_of(stretch.losers))


def _how(stretch: Stretch) -> How:
    if stretch.prior:
        return "implied"
    effects = {one.effect for one in stretch.told}
    if "take" in effects:
        return "taken"
    if "cut" in effects:
        return "cut"
    return "left" if stretch.side == NOBODY and "leave" in effects else "held"


def _lost_by(stretch: Stretch) -> str | None:
    names = [party.name for party in stretch.losers if stretch.side not in sides_of([party])]
    return names[0] if names else None
