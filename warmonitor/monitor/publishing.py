"""Ledgers of what the store holds: drawn up once for each state of the record, then kept in the store."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from warmonitor.monitor.holding import Held
from warmonitor.monitor.results import LedgerKind
from warmonitor.monitor.uncollected import uncollected
from warmonitor.records import Filter, Ruling
from warmonitor.store import DrawnLine, Store
from warmonitor.store.texts import to_record, to_text
from warmonitor.version import mark

if TYPE_CHECKING:
    from warmonitor.ledgers import Line, Period, Rows
    from warmonitor.reconcile import Rule

ALL = Filter()
MADE_BY = ("ledgers", "codebook", "records.py")
"""What decides how a ledger comes out, beside the record: another version of it draws all up anew."""


def ledger(
    store: Store, held: Held | None, kind: LedgerKind, where: Filter, as_of: date | None, period: Period, rule: Rule
) -> Rows:
    """The rows of a ledger that the filter leaves. Those of tolls are by a rule of which figure is best, and with sums
    by a period. What is held answers if there is something; else what the store keeps.
    """
    from warmonitor import ledgers  # it reads tables, which only this needs

    made: Held | _Kept = held or _Kept(store.rulings(), store.edition())
    lines = made.lines(store, kind, as_of, rule)
    with uncollected():
        left = lines if where == ALL else list(ledgers.chosen(lines, where, _has_words(store, where).__contains__))
        if kind != "tolls":
            return ledgers.Rows(left)
        sums = made.sums(store, as_of, rule, period) if where == ALL else ledgers.summed(left, period)
        return ledgers.Rows(ledgers.arranged(left, sums))


class _Kept:
    """Ledgers as the store keeps them, for who asks once; drawn up and kept, if they are not.

    The edition is asked for first: what is drawn up while the record changes is of no edition, and is not kept.
    """

    def __init__(self, rulings: tuple[Ruling, ...], edition: int) -> None:
        self._rulings, self._edition = rulings, edition
        self._held = Held()

    def lines(self, store: Store, kind: LedgerKind, as_of: date | None, rule: Rule) -> list[Line]:
        """The lines of a ledger but the sums of tolls."""
        name = _name(kind, as_of, rule)
        return self._of(store, kind, name, as_of, lambda: self._held.lines(store, kind, as_of, rule))

    def sums(self, store: Store, as_of: date | None, rule: Rule, period: Period) -> list[Line]:
        """The sums of tolls over all incidents."""
        from warmonitor import ledgers

        def summed() -> list[Line]:
            return ledgers.summed(self.lines(store, "tolls", as_of, rule), period)

        return self._of(store, "tolls", f"{_name('tolls', as_of, rule)} by {period}", as_of, summed)

    def _of(
        self, store: Store, kind: LedgerKind, name: str, as_of: date | None, draw_up: Callable[[], list[Line]]
    ) -> list[Line]:
        from warmonitor.ledgers import ROWS, Facets, Line

        state = _state(tuple(r for r in self._rulings if as_of is None or r.at.date() <= as_of))
        found = store.drawn(name, state)
        if found is not None:
            return [
                Line(partial(to_record, ROWS[kind], line.record), partial(to_record, Facets, line.facets), line.part)
                for line in found
            ]
        with uncollected():
            lines = draw_up()
            written = [DrawnLine(line.part, to_text(line.row), to_text(line.facets)) for line in lines]
            store.keep_drawn(name, state, self._edition, written)
        return lines


def _name(kind: LedgerKind, as_of: date | None, rule: Rule) -> str:
    return f"{kind} {as_of or 'now'} {rule if kind == 'tolls' else ''}".strip()


def _state(rulings: tuple[Ruling, ...]) -> str:
    """What a ledger is made of beside reports, claims and incidents: the rulings that can change it, and the code."""
    from warmonitor.ledgers import mattering

    found = hashlib.sha256(mark(*MADE_BY).encode())
    for ruling in mattering(rulings):
        found.update(to_text(ruling).encode())
    return found.hexdigest()


def _has_words(store: Store, where: Filter) -> frozenset[str]:
    """The claims that have the words that are asked for, as everywhere in the store: whole words, in any order."""
    if where.text is None:
        return frozenset()
    return frozenset(name for name, _ in store.claim_ids(where=Filter(text=where.text)))
