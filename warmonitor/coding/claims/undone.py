"""What was undone was done before: "captured in 2022, recaptured on 11 September 2022"."""

from __future__ import annotations

from collections.abc import Sequence

from warmonitor.records import Claim, EventType, Reason, When

GROUND: frozenset[EventType] = frozenset({"territory_gain", "territory_loss"})
RETURNED = frozenset({
    "recapture", "recaptured", "retake", "retook", "retaken", "regain", "regained", "reclaim", "reclaimed",
    "liberate", "liberated", "liberation", "reconquer", "reconquered",
})  # fmt: skip
"""Triggers that say that the ground was lost before."""


def in_order(claims: Sequence[Claim]) -> list[Claim]:
    """The claims in their order; a capture told in a wide time ends, at the latest, when the ground was retaken."""
    found = list(claims)
    for at, claim in enumerate(found):
        back = _retaken(claim, found[at + 1 :])
        if claim.time is not None and back is not None and back.time is not None:
            time = claim.time.model_copy(update={"end": back.time.end})
            reason = Reason(field="time", rule="before it was retaken", words=back.trigger)
            found[at] = claim.model_copy(update={"time": time, "reasons": (*claim.reasons, reason)})
    return found


def _retaken(claim: Claim, later: Sequence[Claim]) -> Claim | None:
    """The next telling that the ground of a claim was retaken, in a shorter time within the claim's own."""
    if claim.event_type not in GROUND or claim.time is None:
        return None
    back = next((c for c in later if c.event_type in GROUND and _ground(c) == _ground(claim)), None)
    if back is None or not RETURNED.intersection(back.trigger.text.lower().split()):
        return None
    return back if back.time is not None and _within(back.time, claim.time) else None


def _ground(claim: Claim) -> frozenset[str]:
    return frozenset(place.name for place in claim.places)


def _within(inner: When, outer: When) -> bool:
    if inner.start is None or inner.end is None or outer.start is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end < outer.end
