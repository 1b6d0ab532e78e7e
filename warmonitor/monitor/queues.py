"""What waits for a person: claims and incidents, queue by queue."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, islice

from warmonitor import review
from warmonitor.monitor.people import by_claim, reports_ruled_before, ruled_claims
from warmonitor.monitor.results import Queue, Waiting
from warmonitor.records import Filter, Ruling
from warmonitor.store import Store

DISPUTED = Filter(status=("disputed",))
QUEUES: tuple[Queue, ...] = ("contested", "low_confidence", "new", "changed", "flagged")


def queue(
    store: Store, name: Queue, limit: int, offset: int, hand: review.Hand, hide_agreed: bool
) -> tuple[Waiting, ...]:
    """A part of what waits in a queue: incidents before claims."""
    rulings = store.rulings()
    if name == "contested":
        return _told(store, _contested(store, rulings, offset + limit)[offset:])
    claims = _claims(store, name, _Seen(store, rulings, hand, hide_agreed))
    waiting = chain(_flagged(store, rulings) if name == "flagged" else (), claims)
    return tuple(islice(waiting, offset, offset + limit))


def sizes(store: Store, hand: review.Hand, hide_agreed: bool) -> dict[Queue, int]:
    """How many wait in each queue."""
    rulings = store.rulings()
    seen = _Seen(store, rulings, hand, hide_agreed)
    found = {name: _claims_in(store, name, seen) for name in QUEUES}
    found["flagged"] += len(_flagged(store, rulings))
    found["contested"] = store.count(DISPUTED) - len(_settled(store, rulings))
    return found


class _Seen:
    """The claims that people ruled on, in this text or one before it: what each of them waits for.

    All other claims wait to be seen at all, so that no record of theirs has to be read.
    """

    def __init__(self, store: Store, rulings: Sequence[Ruling], hand: review.Hand, hide_agreed: bool) -> None:
        made = by_claim(rulings)
        now = store.coded_of(made)
        before = reports_ruled_before(store, made.keys() - now.keys())
        self.waiting: dict[str, Mapping[Queue, str]] = {}
        """Claim to the queues that it waits in, with the reason; by report and position."""
        self.low = 0
        """How many of them were coded with low confidence."""
        for name, stand in self._stands(store, made, now, before, rulings):
            self.waiting[name] = dict(review.pressing(stand, hand, hide_agreed))
            self.low += stand.confidence < review.LOW

    @staticmethod
    def _stands(
        store: Store,
        made: Mapping[str, Sequence[Ruling]],
        now: Mapping[str, tuple[str, float]],
        before: Collection[str],
        rulings: Sequence[Ruling],
    ) -> Iterator[tuple[str, review.Stand]]:
        """Claims that were ruled on, with how people stand to them; the record is read only of those that need it."""
        known = {name: review.stand_of(*coded, made[name]) for name, coded in now.items()}
        again = [claim for name in before for claim in store.claims(report_id=name)]
        edited = store.claims(ids=[name for name, stand in known.items() if stand is None])
        anew = {claim.id: claim for claim in (*edited, *again)}
        for ruled in ruled_claims(store, tuple(anew.values()), rulings, before):
            known.pop(ruled.coded.id, None)
            if ruled.rulings:
                known[ruled.coded.id] = review.state_of(ruled.coded, ruled.rulings).stand
        order = store.coded_of(known) if anew else known
        yield from ((name, stand) for name in order if (stand := known[name]) is not None)


def _claims(store: Store, name: Queue, seen: _Seen) -> Iterator[Waiting]:
    """In the order of the reports; for the queues of what nobody saw all are gone through, else the ruled."""
    if name in ("new", "low_confidence"):
        for claim, confidence in store.claim_ids(review.LOW if name == "low_confidence" else None):
            why = seen.waiting.get(claim, review.unseen(confidence)).get(name)
            if why is not None:
                yield Waiting(claim=claim, why=why)
    else:
        for claim, reasons in seen.waiting.items():
            if (why := reasons.get(name)) is not None:
                yield Waiting(claim=claim, why=why)


def _claims_in(store: Store, name: Queue, seen: _Seen) -> int:
    """Those that were ruled on and wait all the same, and all that nobody saw."""
    ruled = sum(name in reasons for reasons in seen.waiting.values())
    if name == "new":
        return store.count_claims() - len(seen.waiting) + ruled
    if name == "low_confidence":
        return store.count_claims(review.LOW) - seen.low + ruled
    return ruled


def _flagged(store: Store, rulings: Sequence[Ruling]) -> list[Waiting]:
    """The incidents that somebody was unsure of, by id."""
    about = _about(rulings)
    unsure = (incident for incident, made in about.items() if any(ruling.action == "unsure" for ruling in made))
    return [
        Waiting(incident=incident.id, why=why)
        for incident in store.incidents_of(unsure)
        for found, why in review.unsettled(incident, about.get(incident.id, ()))
        if found == "flagged"
    ]


def _contested(store: Store, rulings: Sequence[Ruling], most: int) -> list[str]:
    """The first of the incidents whose accounts differ and that nobody has settled, latest first."""
    settled = _settled(store, rulings)
    first = store.incident_ids(DISPUTED, limit=most + len(settled))
    return [name for name in first if name not in settled][:most]


def _settled(store: Store, rulings: Sequence[Ruling]) -> frozenset[str]:
    """The disputed incidents that people settled."""
    about = _about(rulings)
    return frozenset(
        incident.id
        for incident in store.incidents_of(about)
        if incident.status == "disputed" and incident.id in about
        and "contested" not in dict(review.unsettled(incident, about[incident.id]))
    )  # fmt: skip


def _told(store: Store, names: Sequence[str]) -> tuple[Waiting, ...]:
    """Why each of these incidents is contested, in their order."""
    found = {incident.id: incident for incident in store.incidents_of(names)}
    whys = ((name, dict(review.unsettled(found[name], ())).get("contested")) for name in names if name in found)
    return tuple(Waiting(incident=name, why=why) for name, why in whys if why)


def _about(rulings: Sequence[Ruling]) -> dict[str, list[Ruling]]:
    found: dict[str, list[Ruling]] = {}
    for ruling in rulings:
        if ruling.incident:
            found.setdefault(ruling.incident, []).append(ruling)
    return found
