"""Whether a commitment is open, kept, broken, held or past, on the day that is asked about."""

from __future__ import annotations

from collections.abc import Sequence

from warmonitor.ledgers.briefs import Brief
from warmonitor.ledgers.days import first_day
from warmonitor.ledgers.known import PAST, Known
from warmonitor.ledgers.places import lies_in, may_be_within, narrowest
from warmonitor.ledgers.pledges import Pledge
from warmonitor.ledgers.rows import CommitmentStatus
from warmonitor.ledgers.sides import side_of, sides_of
from warmonitor.records import EventType

TRUCE = ("truce", "ceasefire", "cease-fire", "cessation", "armistice")
BROKEN = ("collaps", "broke", "break", "breach", "violat", "unravel", "fell apart")


def status_of(known: Known, pledge: Pledge) -> tuple[CommitmentStatus, tuple[Brief, ...]]:
    """How it stands, and the claims that settle it. What nobody tells the end of is expired once its day is past."""
    if pledge.kind == "talks":
        return _of_talks(known, pledge)
    if pledge.kind == "ceasefire":
        broken = _breaches(known, pledge)
        if broken:
            return "broken", broken
        if all(claim.realis not in PAST for claim in pledge.seeds):
            return ("expired" if _past(known, pledge) else "planned"), ()
    else:
        kept = _fulfilled(known, pledge)
        if kept:
            return "kept", kept
    return ("expired" if _past(known, pledge) else "open"), ()


def _past(known: Known, pledge: Pledge) -> bool:
    return bool(known.day and pledge.expires and known.day > pledge.expires)


def _of_talks(known: Known, pledge: Pledge) -> tuple[CommitmentStatus, tuple[Brief, ...]]:
    held = tuple(claim for claim in pledge.seeds if claim.realis in PAST and not claim.negated)
    if held:
        return "held", held
    sides = {side for claim in pledge.seeds for side in sides_of((*claim.agents, *claim.targets))}
    own = {claim.report_id for claim in pledge.claims}
    later = tuple(
        claim
        for claim in known.of_types("diplomatic_meeting")
        if _told(claim)
        and claim.report_id not in own
        and len(sides & sides_of((*claim.agents, *claim.targets))) > 1
        and pledge.expires
        and (day := first_day(claim.time))
        and day >= pledge.expires
    )
    if later:
        return "held", later
    return ("expired" if _past(known, pledge) else "planned"), ()


def _breaches(known: Known, pledge: Pledge) -> tuple[Brief, ...]:
    """Claims that the truce is broken: violations told of it, or the truce itself told as broken."""
    named = {side for claim in pledge.seeds for side in sides_of((*claim.agents, *claim.targets))}
    return tuple(
        claim
        for claim in known.of_types("violation", "ceasefire")
        if _told(claim)
        and _after(claim, pledge)
        and (claim.event_type == "violation" or _has(claim.trigger, BROKEN))
        and _has(claim.words, TRUCE)
        and (not named or not (others := sides_of((*claim.agents, *claim.targets))) or named & others)
        and may_be_within(narrowest(claim.places), pledge.place)
    )


def _told(claim: Brief) -> bool:
    """Whether it is told as a fact."""
    return claim.realis in PAST and claim.stance != "denies" and not claim.negated


def _has(words: str, stems: Sequence[str]) -> bool:
    return any(stem in words.casefold() for stem in stems)


def _after(claim: Brief, pledge: Pledge) -> bool:
    day = first_day(claim.time)
    return not (day and ((pledge.made_on and day < pledge.made_on) or (pledge.expires and day > pledge.expires)))


def _fulfilled(known: Known, pledge: Pledge) -> tuple[Brief, ...]:
    """Claims that what was demanded or promised has been done: the same deed by the one bound, in time, and not only
    in a part of the place that is meant. A report that tells of it as open does not tell that it was done.
    """
    bound = pledge.addressee if pledge.kind in ("ultimatum", "deadline") else pledge.issuer
    deeds: set[EventType] = {claim.event_type for claim in pledge.claims if claim.event_type != "ultimatum"}
    made = pledge.made_on
    if bound is None or made is None:
        return ()
    own = {claim.report_id for claim in pledge.claims}
    wanted: list[EventType] = sorted(deeds) or ["withdrawal"]
    return tuple(
        claim
        for claim in known.of_types(*wanted)
        if claim.report_id not in own
        and claim.realis == "occurred"
        and _told(claim)
        and side_of(bound) in sides_of(claim.agents)
        and (day := first_day(claim.time))
        and made <= day
        and _after(claim, pledge)
        and _as_wide(claim, pledge)
    )


def _as_wide(claim: Brief, pledge: Pledge) -> bool:
    places = [place for place in claim.places if place.role in ("event", "origin")]
    return pledge.place is not None and any(lies_in(pledge.place, place) for place in places)
