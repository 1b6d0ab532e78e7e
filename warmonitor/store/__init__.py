"""Where reports, claims, incidents and rulings are kept: one interface, two databases.

    with closing(open_store("war.db")) as store:
        store.migrate()

SQLite, one file, is the default; `postgresql://user@host/name` keeps it in PostgreSQL with PostGIS.
"""

from __future__ import annotations

import os
from pathlib import Path

from warmonitor.store.columns import outline
from warmonitor.store.interface import (
    Change,
    Counts,
    DrawnLine,
    Outline,
    Outlines,
    Provenance,
    Put,
    Release,
    Seen,
    Store,
    Written,
)

__all__ = [
    "Change", "Counts", "DrawnLine", "Outline", "Outlines", "Provenance", "Put", "Release", "Seen",
    "Store", "Written", "open_store", "outline",
]  # fmt: skip
POSTGRES = ("postgresql://", "postgres://")


def open_store(where: str | os.PathLike[str]) -> Store:
    """The store in a file or at an address; it need not exist yet, `migrate()` makes it.

    Raises StoreError where PostgreSQL is asked for and its driver is not installed.
    """
    # The databases' libraries take half a second to load, and most commands keep nothing.
    from warmonitor.store.relational import RelationalStore

    if isinstance(where, str) and where.startswith(POSTGRES):
        from warmonitor.store.postgres import PostgresDialect

        return RelationalStore(PostgresDialect(where))
    from warmonitor.store.sqlite import SqliteDialect

    return RelationalStore(SqliteDialect(Path(where).expanduser()))
