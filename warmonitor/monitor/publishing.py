"""Ledgers of what the store holds: drawn up once for each state of the record, then kept in the store."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from warmonitor.monitor.copying import with_originals
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


def ledger(store: Store, kind: LedgerKind, where: Filter, as_of: date | None, period: Period, rule: Rule) -> Rows:
    """The rows of a ledger that the filter leaves. Those of tolls are by a rule of which figure is best, and with sums
    by a period.
    """
    from warmonitor import ledgers  # it reads tables, which only this needs

    rulings = tuple(r for r in store.rulings() if as_of is None or r.at.date() <= as_of)
    state = _state(rulings)
    name = f"{kind} {as_of or 'now'} {rule if kind == 'tolls' else ''}".strip()
    lines = _drawn(store, kind, name, state)
    with uncollected():
        if lines is None:
            edition = store.edition()
            reports = (ledgers.Origin(*told) for told in with_originals(store.provenance()))
            lines = ledgers.drawn_up(
                kind, store.claims(), store.incidents(ALL), rulings, reports=reports, as_of=as_of, rule=rule
            )  # fmt: skip
            written = [DrawnLine(line.part, to_text(line.row), to_text(line.facets)) for line in lines]
            store.keep_drawn(name, state, edition, written)
        left = ledgers.chosen(lines, where, _has_words(store, where).__contains__)
        return ledgers.Rows(ledgers.with_sums(left, period) if kind == "tolls" else left)


def _state(rulings: tuple[Ruling, ...]) -> str:
    """What a ledger is made of beside reports, claims and incidents: the rulings that can change it, and the code."""
    from warmonitor.ledgers import mattering

    found = hashlib.sha256(mark(*MADE_BY).encode())
    for ruling in mattering(rulings):
        found.update(to_text(ruling).encode())
    return found.hexdigest()


def _drawn(store: Store, kind: LedgerKind, name: str, state: str) -> list[Line] | None:
    from warmonitor.ledgers import ROWS, Facets, Line

    kept = store.drawn(name, state)
    if kept is None:
        return None
    return [
        Line(partial(to_record, ROWS[kind], line.record), partial(to_record, Facets, line.facets), line.part)
        for line in kept
    ]


def _has_words(store: Store, where: Filter) -> frozenset[str]:
    """The claims that have the words that are asked for, as everywhere in the store: whole words, in any order."""
    if where.text is None:
        return frozenset()
    return frozenset(claim.id for claim in store.claims(where=Filter(text=where.text)))
