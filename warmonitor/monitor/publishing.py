"""Ledgers of what the store holds: drawn up once for each state of the record, then kept in the store."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from warmonitor.monitor.copying import with_originals
from warmonitor.monitor.results import LedgerKind
from warmonitor.monitor.uncollected import uncollected
from warmonitor.records import Filter, Incident, Ruling
from warmonitor.store import DrawnLine, Store
from warmonitor.store.texts import to_record, to_text
from warmonitor.version import mark

if TYPE_CHECKING:
    from warmonitor.ledgers import Line, Period, Rows
    from warmonitor.reconcile import Rule

ALL = Filter()
AT_ONCE = 1000
"""Incidents that are held together."""
MADE_BY = ("ledgers", "codebook", "records.py")
"""What decides how a ledger comes out, beside the record: another version of it draws all up anew."""


def ledger(store: Store, kind: LedgerKind, where: Filter, as_of: date | None, period: Period, rule: Rule) -> Rows:
    """The rows of a ledger that the filter leaves. Those of tolls are by a rule of which figure is best, and with sums
    by a period.
    """
    from warmonitor import ledgers  # it reads tables, which only this needs

    rulings = tuple(r for r in store.rulings() if as_of is None or r.at.date() <= as_of)
    kept = _Kept(store, _state(rulings))
    name = f"{kind} {as_of or 'now'} {rule if kind == 'tolls' else ''}".strip()

    def drawn_up() -> list[Line]:
        reports = (ledgers.Origin(*told) for told in with_originals(store.provenance()))
        return ledgers.drawn_up(
            kind, store.claims(), _incidents(store), rulings, reports=reports, as_of=as_of, rule=rule
        )  # fmt: skip

    with uncollected():
        lines = kept.lines(kind, name, drawn_up)
        left = list(ledgers.chosen(lines, where, _has_words(store, where).__contains__))
        if kind != "tolls":
            return ledgers.Rows(left)
        if where != ALL:
            return ledgers.Rows(ledgers.arranged(left, ledgers.summed(left, period)))
        sums = kept.lines(kind, f"{name} by {period}", lambda: ledgers.summed(lines, period))
        return ledgers.Rows(ledgers.arranged(lines, sums))


class _Kept:
    """Lines as the store keeps them, for one state of what they are made of.

    The edition is asked for first: what is drawn up while the record changes is of no edition, and is not kept.
    """

    def __init__(self, store: Store, state: str) -> None:
        self._store, self._state, self._edition = store, state, store.edition()

    def lines(self, kind: LedgerKind, name: str, draw_up: Callable[[], list[Line]]) -> list[Line]:
        """The lines of that name; drawn up and kept, if they are not."""
        from warmonitor.ledgers import ROWS, Facets, Line

        found = self._store.drawn(name, self._state)
        if found is not None:
            return [
                Line(partial(to_record, ROWS[kind], line.record), partial(to_record, Facets, line.facets), line.part)
                for line in found
            ]
        lines = draw_up()
        written = [DrawnLine(line.part, to_text(line.row), to_text(line.facets)) for line in lines]
        self._store.keep_drawn(name, self._state, self._edition, written)
        return lines


def _incidents(store: Store) -> Iterator[Incident]:
    """All of them, some at a time: little of each is needed, and all at once are many."""
    at = 0
    while some := store.incidents(ALL, limit=AT_ONCE, offset=at):
        yield from some
        at += len(some)


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
