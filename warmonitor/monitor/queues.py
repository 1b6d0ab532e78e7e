"""What waits for a person: claims and incidents, queue by queue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from warmonitor import review
from warmonitor.monitor.people import by_claim, ruled_claims
from warmonitor.monitor.results import Queue, RuledClaim, Waiting
from warmonitor.records import Filter, Incident, Ruling
from warmonitor.store import Store

AT_ONCE = 200
"""Incidents or claims that are read together while a queue is gone through."""


def queue(store: Store, name: Queue, limit: int, offset: int) -> tuple[Waiting, ...]:
    """A part of what waits in a queue: incidents before claims."""
    rulings = store.rulings()
    waiting = (found for part in (_incidents, _claims) for found in part(store, name, rulings))
    return tuple(islice(waiting, offset, offset + limit))


def _incidents(store: Store, name: Queue, rulings: Sequence[Ruling]) -> Iterator[Waiting]:
    """For `contested` those whose accounts differ, latest first; for `flagged` those that somebody ruled on."""
    about: dict[str, list[Ruling]] = {}
    for ruling in rulings:
        if ruling.incident:
            about.setdefault(ruling.incident, []).append(ruling)
    if name == "contested":
        incidents = _pages(store, Filter(status=("disputed",)))
    else:
        incidents = filter(None, map(store.incident, about if name == "flagged" else ()))
    for incident in incidents:
        for found, why in review.unsettled(incident, about.get(incident.id, ())):
            if found == name:
                yield Waiting(incident=incident.id, why=why)


def _pages(store: Store, where: Filter) -> Iterator[Incident]:
    at = 0
    while some := store.incidents(where, limit=AT_ONCE, offset=at):
        yield from some
        at += len(some)


def _claims(store: Store, name: Queue, rulings: Sequence[Ruling]) -> Iterator[Waiting]:
    """In the order of the reports. For the queues of what nobody saw all claims are gone through, else the ruled."""
    for claim in _unseen(store, rulings) if name in ("new", "low_confidence") else _seen(store, name, rulings):
        state = review.state_of(claim.coded, claim.rulings)
        for found, why in review.pressing(state):
            if found == name:
                yield Waiting(claim=claim.coded.id, why=why)


def _unseen(store: Store, rulings: Sequence[Ruling]) -> Iterator[RuledClaim]:
    claims = store.claims()
    while some := list(islice(claims, AT_ONCE)):
        yield from ruled_claims(store, some, rulings)


def _seen(store: Store, name: Queue, rulings: Sequence[Ruling]) -> Iterator[RuledClaim]:
    """The claims that were ruled on; for `changed` those of the whole report, for a new text has new ones."""
    ruled = tuple(by_claim(rulings))
    if name == "flagged":
        yield from ruled_claims(store, tuple(store.claims(ids=ruled)), rulings)
    elif name == "changed":
        reports = dict.fromkeys(claim.report_id for claim in map(store.claim, ruled) if claim)
        for report_id in reports:
            yield from ruled_claims(store, tuple(store.claims(report_id=report_id)), rulings)
