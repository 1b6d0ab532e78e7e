"""Ledgers as they were drawn up: kept until the record changes, whatever changes it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, or_, select, update

from warmonitor.store.inserting import insert_all
from warmonitor.store.interface import DrawnLine
from warmonitor.store.people import following
from warmonitor.store.schema import edition, ledger_lines, ledgers

MOST = 12  # ledgers of one edition that are kept: each kind, and some as known on other days


_NUMBER = select(edition.c.number)
_NEXT = update(edition).values(number=edition.c.number + 1)


def number(connection: Connection) -> int:
    """The edition of the record."""
    return connection.scalar(_NUMBER) or 0


def turn_over(connection: Connection) -> None:
    """Makes it another edition: ledgers of the one before hold no longer."""
    connection.execute(_NEXT)


def drawn(connection: Connection, name: str, state: str) -> tuple[DrawnLine, ...] | None:
    """The lines of a ledger of this edition and state; None if there are none such."""
    mine = select(ledgers.c.number).join(edition, edition.c.number == ledgers.c.edition)
    found = connection.scalar(mine.where(ledgers.c.name == name, ledgers.c.state == state))
    if found is None:
        return None
    own = ledger_lines.c
    rows = connection.execute(
        select(own.part, own.record, own.facets).where(own.ledger == found).order_by(own.position)
    )
    return tuple(DrawnLine(*row) for row in rows)


def keep(connection: Connection, name: str, state: str, of: int, lines: Iterable[DrawnLine]) -> bool:
    """Keeps a ledger that was drawn up from edition `of`, unless that has passed; older ones make room."""
    if number(connection) != of:
        return False
    connection.execute(delete(ledgers).where(or_(ledgers.c.edition != of, ledgers.c.name == name)))
    last = connection.scalars(select(ledgers.c.number).order_by(ledgers.c.number.desc()).offset(MOST - 1).limit(MOST))
    connection.execute(delete(ledgers).where(ledgers.c.number.in_(list(last))))
    mine = following(connection, ledgers.c.number)
    connection.execute(insert(ledgers).values(number=mine, name=name, state=state, edition=of))
    rows = [
        {"ledger": mine, "position": at, "part": line.part, "record": line.record, "facets": line.facets}
        for at, line in enumerate(lines)
    ]
    insert_all(connection, ledger_lines, rows)
    return True


def forget(connection: Connection) -> None:
    """Takes all out: they may quote what is being erased."""
    connection.execute(delete(ledgers))
