"""What a person means by the name of a place: Saraqeb, Saraqib and سراقب are one town."""

from __future__ import annotations

from pathlib import Path

from warmonitor.records import Filter
from warmonitor.store import Store

MOST = 6
"""Names that are tried for one: spellings of a name lead to few places."""


def meant(store: Store, where: Filter, file: Path | None) -> Filter:
    """The filter with its place under the name that finds most in this store: as it was given, or as the gazetteer has
    it. Without a gazetteer, and for an id, it stays as it is.
    """
    asked = where.place
    if asked is None or ":" in asked:
        return where
    known = _names(asked, file)
    if not known or asked.casefold() in map(str.casefold, known):
        return where
    names = dict.fromkeys((asked, *known))
    best = max(names, key=lambda name: store.count(Filter(place=name)))  # the first of those that find the same
    return where.model_copy(update={"place": best})


def _names(asked: str, file: Path | None) -> list[str]:
    """The names in the gazetteer of the places that are spelt most like it."""
    from warmonitor import gazetteer  # only this filter needs it

    if not (file or gazetteer.gazetteer_file()).exists():
        return []
    with gazetteer.open(file) as places:
        found = places.search(asked)
    return [entry.name for entry, rung in found if rung == found[0][1]][:MOST]
