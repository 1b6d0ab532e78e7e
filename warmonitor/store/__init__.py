"""Where it is all kept: one interface, SQLite by default, PostgreSQL by a URL."""

from __future__ import annotations

from warmonitor.store.interface import Change, Counts, Put, Store

__all__ = ["Change", "Counts", "Put", "Store"]
