"""The record in brief, held for a desk that is asked for ledgers all day: a change costs only what it changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from warmonitor.monitor.copying import with_originals
from warmonitor.monitor.results import LedgerKind
from warmonitor.monitor.uncollected import settled, uncollected
from warmonitor.records import Claim, Ruling
from warmonitor.store import Seen, Store

if TYPE_CHECKING:
    from warmonitor.ledgers import Known, Line, Memory, Period, Record
    from warmonitor.reconcile import Rule

DAYS = 3
"""Days, beside now, of which all that was known then is kept ready."""
LEDGERS = 24
"""Ledgers and their sums that are kept ready: each kind now, and some as of other days."""
T = TypeVar("T")


class Held:
    """What the ledgers of a store are made of, and those that were asked for; for any number of monitors on one store.

    Each time that it is asked it looks what changed, and follows. Nothing of it is written into the store.
    """

    def __init__(self) -> None:
        self._turn = RLock()
        self._seen: Seen | None = None
        self._record: Record | None = None
        self._rulings: tuple[Ruling, ...] = ()
        self._state: object = None
        self._memories: dict[Hashable, Memory] = {}
        self._drawn: set[Hashable] = set()
        self._known: OrderedDict[Hashable, Known] = OrderedDict()
        self._ready: OrderedDict[Hashable, list[Line]] = OrderedDict()

    def lines(self, store: Store, kind: LedgerKind, as_of: date | None, rule: Rule) -> list[Line]:
        """The lines of a ledger as the store is now, but the sums of tolls."""
        with self._turn, uncollected():
            self._follow(store)
            name = (kind, as_of, rule if kind == "tolls" else "")
            anew = as_of is None and name not in self._drawn
            lines = _kept(self._ready, name, LEDGERS, lambda: self._drawn_up(store, kind, as_of, rule))
            if anew:  # what comes later takes the place of some of it, bit by bit
                self._drawn.add(name)
                settled()
            return lines

    def sums(self, store: Store, as_of: date | None, rule: Rule, period: Period) -> list[Line]:
        """The sums of tolls over all incidents, as the store is now."""
        from warmonitor import ledgers

        with self._turn, uncollected():
            lines = self.lines(store, "tolls", as_of, rule)
            memory = self._memory("sums", rule, period) if as_of is None else ledgers.Memory()
            name = ("sums", as_of, rule, period)
            return _kept(self._ready, name, LEDGERS, lambda: ledgers.summed(lines, period, memory))

    def _drawn_up(self, store: Store, kind: LedgerKind, as_of: date | None, rule: Rule) -> list[Line]:
        from warmonitor import ledgers

        known = _kept(self._known, as_of, DAYS + 1, lambda: self._as_known(store, as_of))
        memory = self._memory(kind, rule if kind == "tolls" else "") if as_of is None else ledgers.Memory()
        return ledgers.draw_up(kind, known, rule, memory)

    def _as_known(self, store: Store, as_of: date | None) -> Known:
        from warmonitor import ledgers

        def whole(claim_id: str) -> Claim | None:
            return next(iter(store.claims(ids=(claim_id,))), None)

        assert self._record is not None, "following came first"
        memory = self._memory("known") if as_of is None else ledgers.Memory()
        return self._record.known(self._rulings, whole, as_of, memory)

    def _memory(self, *name: Hashable) -> Memory:
        from warmonitor import ledgers

        return self._memories.setdefault(name, ledgers.Memory())

    def _follow(self, store: Store) -> None:
        """Takes in what changed since it was asked last."""
        from warmonitor import ledgers

        with store.written(self._seen) as news:
            if news.seen == self._seen:
                return
            record = self._record
            if record is None or news.reports is None:
                self._memories.clear()
                self._drawn.clear()
                record = ledgers.Record()
            self._record, self._seen = None, None  # if reading fails on the way, all is read again
            record.put(news.claims, news.reports)
            record.put_incidents(news.incidents, news.gone)
        if news.provenance:
            record.put_origins(ledgers.Origin(*told) for told in with_originals(news.provenance))
        # Of rulings alone some change nothing.
        state = news.seen[:2], ledgers.mattering(news.rulings)
        if state != self._state:
            self._state, self._rulings = state, news.rulings
            self._known.clear()
            self._ready.clear()
        self._record, self._seen = record, news.seen


def _kept(held: OrderedDict[Hashable, T], name: Hashable, most: int, make: Callable[[], T]) -> T:
    """What is held under the name, made if it is not; what was not asked for longest makes room."""
    if name not in held:
        held[name] = make()
    held.move_to_end(name)
    while len(held) > most:
        held.popitem(last=False)
    return held[name]
