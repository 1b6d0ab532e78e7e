"""Names to places, offline: one SQLite file, built once from what the packages carry, with packs that a user adds."""

from __future__ import annotations

from pathlib import Path

from warmonitor.gazetteer.build import ready
from warmonitor.gazetteer.entries import Entry, Listed
from warmonitor.gazetteer.home import FILE, gazetteer_file, home
from warmonitor.gazetteer.labels import Label
from warmonitor.gazetteer.lookup import Gazetteer
from warmonitor.gazetteer.packs import add, add_country, remove
from warmonitor.gazetteer.store import Pack

__all__ = [
    "FILE", "Entry", "Gazetteer", "Label", "Listed", "Pack", "add", "add_country", "gazetteer_file", "home", "open",
    "remove",
]  # fmt: skip


def open(path: Path | None = None) -> Gazetteer:  # noqa: A001  (the verb of this room: `gazetteer.open()`)
    """The gazetteer at `path` (default: in the user's folder), built first if it is not there or of an old version.

    Raises GazetteerError if it can be neither read nor built.
    """
    path = path or gazetteer_file()
    ready(path)
    return Gazetteer(path)
