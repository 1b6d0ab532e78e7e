"""Which totals of a report count one of its happenings among others: "19 this month" includes the two of today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from warmonitor.reconcile.parties import SHARED_WORDS, name_words
from warmonitor.reconcile.tellings import Telling
from warmonitor.reconcile.whereabouts import nearness
from warmonitor.records import Toll

PEOPLE = frozenset((None, "unknown"))
Days = tuple[date | None, date | None]


def totals(members: Sequence[Telling], days: Days, report: Sequence[Telling]) -> tuple[str, ...]:
    """The claims of the report that give a running or a combined toll of which a toll of this happening is a part.

    The same people are counted, the days lie in those that the total counts over, the place in its place.
    """
    own = [(telling, toll) for telling in members for toll in telling.tolls if toll.side != "both"]
    found = (
        other.claim.id
        for other in report
        for total in other.claim.tolls
        if _is_total(total) and any(_counts(total, other, toll, mine, days) for mine, toll in own)
    )
    return tuple(dict.fromkeys(found))


def _is_total(toll: Toll) -> bool:
    return toll.scope == "cumulative" or toll.side == "both"


def _counts(total: Toll, other: Telling, toll: Toll, mine: Telling, days: Days) -> bool:
    return (
        total.kind == toll.kind
        and other.claim.id != mine.claim.id
        and _least(total) >= _least(toll)
        and _same_people(total, toll)
        and _within(days, _window(total, other))
        and nearness(mine.spot, other.spot) != "apart"
    )


def _least(toll: Toll) -> float:
    return next((number for number in (toll.best, toll.low, toll.high) if number is not None), 0)


def _same_people(total: Toll, toll: Toll) -> bool:
    """Whether the total may count them: it says nothing of whom, or the same kind, or names them alike."""
    if total.side == "both" or (total.group_kind in PEOPLE and not _named(total)):
        return True
    return bool(_named(total) & _named(toll)) or (
        total.group_kind == toll.group_kind and not (_named(total) and _named(toll))
    )


def _named(toll: Toll) -> frozenset[str]:
    """The words that tell whose people they are: "Turkish", of soldiers here and of police there."""
    return name_words(" ".join(filter(None, (toll.group, toll.side)))) - SHARED_WORDS


def _window(total: Toll, telling: Telling) -> Days:
    if total.window:
        return total.window.start, total.window.end
    return telling.first_day, telling.last_day


def _within(days: Days, window: Days) -> bool:
    """Whether the days lie in the window; an end that is not told is open."""
    first, last = days[0] or days[1], days[1] or days[0]
    since, until = window
    return (first is None or since is None or since <= first) and (last is None or until is None or last <= until)
