"""What waits for a person: claims and incidents, queue by queue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from warmonitor import review
from warmonitor.monitor.people import by_claim, reports_ruled_before, ruled_claims
from warmonitor.monitor.results import Queue, RuledClaim, Waiting
from warmonitor.records import Filter, Incident, Ruling
from warmonitor.store import Store

AT_ONCE = 200
"""Incidents or claims that are read together while a queue is gone through."""


def queue(
    store: Store, name: Queue, limit: int, offset: int, hand: review.Hand, hide_agreed: bool
) -> tuple[Waiting, ...]:
    """A part of what waits in a queue: incidents before claims."""
    rulings = store.rulings()
    waiting = chain(_incidents(store, name, rulings), _claims(store, name, rulings, hand, hide_agreed))
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


def _claims(
    store: Store, name: Queue, rulings: Sequence[Ruling], hand: review.Hand, hide_agreed: bool
) -> Iterator[Waiting]:
    """In the order of the reports. For the queues of what nobody saw all claims are gone through, else the ruled."""
    for claim in _unseen(store, name, rulings) if name in ("new", "low_confidence") else _seen(store, name, rulings):
        state = review.state_of(claim.coded, claim.rulings)
        for found, why in review.pressing(state, hand, hide_agreed):
            if found == name:
                yield Waiting(claim=claim.coded.id, why=why)


def _unseen(store: Store, name: Queue, rulings: Sequence[Ruling]) -> Iterator[RuledClaim]:
    claims = store.claims(below=review.LOW if name == "low_confidence" else None)
    ruled_before = reports_ruled_before(store, rulings)
    while some := list(islice(claims, AT_ONCE)):
        yield from ruled_claims(store, some, rulings, ruled_before)


def _seen(store: Store, name: Queue, rulings: Sequence[Ruling]) -> Iterator[RuledClaim]:
    """The claims that were ruled on; for `changed` those of the whole report, for a new text has new ones."""
    ruled = tuple(by_claim(rulings))
    if not ruled or name not in ("flagged", "changed"):
        return
    before = reports_ruled_before(store, rulings) if name == "changed" else frozenset()
    for report_id in sorted(before):
        yield from ruled_claims(store, tuple(store.claims(report_id=report_id)), rulings)
    now = tuple(claim for claim in store.claims(ids=ruled) if claim.report_id not in before)
    yield from ruled_claims(store, now, rulings, ())
