"""The ledger of control: for each town, road and area, who held it when, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from warmonitor.ledgers.days import days_of
from warmonitor.ledgers.known import PAST, Known
from warmonitor.ledgers.places import key_of, kilometres
from warmonitor.ledgers.rows import ControlRow, How
from warmonitor.ledgers.sides import sides_of
from warmonitor.ledgers.statements import Effects, Statement, read_effects, statements
from warmonitor.ledgers.stretches import NOBODY, Stretch, start_of, stretches
from warmonitor.records import Claim, ClaimantKind, Place

INDEPENDENT: frozenset[ClaimantKind] = frozenset(
    {"monitor", "journalist", "media", "un_agency", "ngo", "rescue_service", "witness"}
)
"""Claimants who speak for no side."""
FIGHTS = ("battle", "offensive_launch")
FRESH = timedelta(days=7)
"""For so long after fighting a place counts as contested (own: a front that is quiet for a week has settled)."""
NEAR = 15
"""Kilometres around a town in which fighting is fighting for it, as a place "near" a town is coded."""


def control(known: Known, effects: Effects | None = None) -> tuple[ControlRow, ...]:
    """The stretches of all places, place by place, oldest first."""
    by_place: dict[tuple[str, str, str], list[Statement]] = {}
    for told in statements(known.claims, effects or read_effects()):
        by_place.setdefault(key_of(told.place), []).append(told)
    rows = [row for told in by_place.values() for row in _place_rows(known, told)]
    order = {id(row): at for at, row in enumerate(rows)}
    return tuple(sorted(rows, key=lambda row: (row.place.name, key_of(row.place), order[id(row)])))


def _place_rows(known: Known, told: Sequence[Statement]) -> Iterator[ControlRow]:
    place = min((one.place for one in told), key=lambda p: (p.name, p.lat is None))
    said = [one for one in told if not one.denied and not one.open]
    found = stretches(said)
    partly = [one for one in said if one.effect == "partly"]
    if partly and not found:
        yield _partly(known, place, partly)
    fights = [claim for claim in known.claims if _fought_at(claim, place)]
    starts = [start_of(stretch, found[at - 1] if at else None) for at, stretch in enumerate(found)]
    for at, stretch in enumerate(found):
        start, bounds = starts[at]
        end, end_bounds = starts[at + 1] if at + 1 < len(found) else (None, None)
        row = ControlRow(
            place=place, holder=stretch.holder.name if stretch.holder else None, start=start, start_range=bounds,
            end=end, end_range=end_bounds, current=at + 1 == len(found), how=_how(stretch), status="held",
            claimed=False, contested=False, implied=stretch.implied, lost_by=_lost_by(stretch), claims=(),
        )  # fmt: skip
        yield _judged(known, row, stretch, told, fights)


def _judged(
    known: Known, row: ControlRow, stretch: Stretch, told: Sequence[Statement], fights: Sequence[Claim]
) -> ControlRow:
    """The row with who says so, who says otherwise, and the status that follows."""
    claims = [one.claim for one in stretch.told]
    if stretch.implied:
        return row.model_copy(update=_backed(known, claims))
    denials = [one.claim for one in told if one.denied and _speaks_of(one, row, stretch)]
    stunts = _stunts(known, claims)
    against = _unique([*(one.claim for one in stretch.rivals), *denials, *stunts])
    fighting = [claim for claim in fights if _fresh(known, claim, row, stretch)]
    outlook = [one.claim for one in told if one.open and stretch.side in sides_of(one.holders) and row.current]
    claimed, contested = not _independent(claims, stretch), bool(against or fighting)
    update = _backed(known, claims) | {
        "claimed": claimed, "contested": contested,
        "status": "contested" if contested else "claimed" if claimed else "held",
        "deniers": known.sources_of([*against, *fighting]),
        "against": _ids(against), "fighting": _ids(fighting), "outlook": _ids(outlook),
    }  # fmt: skip
    return row.model_copy(update=update)


def _partly(known: Known, place: Place, told: Sequence[Statement]) -> ControlRow:
    """An area in which ground changes hands, while nobody is said to hold all of it."""
    claims = _unique(one.claim for one in told)
    days = [one.days for one in told]
    losers = {party.name for one in told for party in one.losers}
    row = ControlRow(
        place=place, start=min((d.earliest for d in days if d.dated and d.earliest), default=None), current=True,
        how="partly", status="contested", claimed=False, contested=True,
        lost_by=losers.pop() if len(losers) == 1 else None, claims=(),
    )  # fmt: skip
    return row.model_copy(update=_backed(known, claims))


def _backed(known: Known, claims: Sequence[Claim]) -> dict[str, object]:
    """The sources, incidents and claims behind a row."""
    own = _unique(claims)
    return {"sources": known.sources_of(own), "incidents": known.incidents_of(own), "claims": _ids(own)}


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
    names = [party.name for party in stretch.losers if not stretch.implied or {stretch.side} != sides_of([party])]
    return names[0] if names else None


def _independent(claims: Iterable[Claim], stretch: Stretch) -> bool:
    """Whether somebody who does not speak for the holder says so: one without a side, or the loser who admits it.

    A report's own voice counts unless the same report carries the word of a side: it then retells that.
    """
    told = list(claims)
    sided = {claim.report_id for claim in told if claim.claimant.kind not in INDEPENDENT | {"reporter"}}
    return any(
        claim.claimant.kind in INDEPENDENT or claim.stance == "acknowledges"
        or (claim.claimant.kind == "reporter" and claim.report_id not in sided)
        for claim in told
    )  # fmt: skip


def _speaks_of(denial: Statement, row: ControlRow, stretch: Stretch) -> bool:
    """Whether a denial is of this stretch: of this holder, or of the loss, in its days."""
    named = sides_of(denial.holders)
    if named and stretch.side not in named:
        return False
    day = denial.days.latest
    first = row.start or (row.start_range[0] if row.start_range else None)
    return not ((day and first and day < first) or (day and row.end and day > row.end))


def _stunts(known: Known, claims: Sequence[Claim]) -> list[Claim]:
    """Claims in the same incidents that what happened was a show."""
    ids, names = {claim.id for claim in claims}, {claim.claimant.name for claim in claims}
    return [
        claim for found in known.happenings if any(one.id in ids for one in found.claims) for claim in found.claims
        if claim.event_type == "propaganda" and claim.claimant.name not in names and claim.stance != "denies"
    ]  # fmt: skip


def _fought_at(claim: Claim, place: Place) -> bool:
    if claim.event_type not in FIGHTS or claim.realis not in PAST or claim.stance == "denies" or claim.negated:
        return False
    return any(spot.role == "event" and _at(spot, place) for spot in claim.places)


def _at(spot: Place, place: Place) -> bool:
    if key_of(spot) == key_of(place) or (spot.gazetteer_id and spot.gazetteer_id == place.gazetteer_id):
        return spot.precision in ("site", "near_town", "town", "road") or key_of(spot) == key_of(place)
    away = kilometres(spot, place)
    towns = ("site", "town", "near_town")
    return away is not None and away <= NEAR and spot.precision in towns and place.precision in towns


def _fresh(known: Known, claim: Claim, row: ControlRow, stretch: Stretch) -> bool:
    """Whether it is fighting of this stretch: against its holder, since it began, and not long before its end.

    The battle in which it was taken is none of it; fighting of the first day is only if it is said to go on.
    """
    first = row.start or (row.start_range[1] if row.start_range else None)
    day = days_of(claim.time).latest
    last = row.end or known.day
    if first is None or day is None or day < first or (last and (day > last or last - day > FRESH)):
        return False
    attackers = sides_of(claim.agents) - {stretch.side}
    opened = claim.event_type == "offensive_launch" and bool(attackers)
    return opened or (claim.event_type == "battle" and (day > first or claim.realis == "ongoing"))


def _unique(claims: Iterable[Claim]) -> list[Claim]:
    return list({claim.id: claim for claim in claims}.values())


def _ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.id for claim in claims))
