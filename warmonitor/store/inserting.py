"""Many rows into a table, straight to the database's driver: the library would look at each value of each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from sqlalchemy import Connection, Dialect, Table, insert

Rows = Sequence[Mapping[str, object]]


def insert_all(connection: Connection, table: Table, rows: Rows) -> None:
    """Puts rows in, which all name the same columns; numbers, texts and truths as Python has them."""
    if rows:
        statement, order = _statement(table, tuple(rows[0]), connection.dialect)
        by_place = [itemgetter(*order)(row) for row in rows] if order else [dict(row) for row in rows]
        connection.exec_driver_sql(statement, by_place)


@lru_cache(maxsize=512)  # tables and sets of columns, for each store that is open
def _statement(table: Table, columns: tuple[str, ...], dialect: Dialect) -> tuple[str, tuple[str, ...]]:
    """The statement, and the order of its values where the driver tells them apart by place."""
    compiled = insert(table).compile(dialect=dialect, column_keys=columns)
    return compiled.string, tuple(compiled.positiontup or ())
