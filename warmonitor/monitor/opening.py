"""A monitor on the store that is named, or on that of the settings; and how both come to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from os import PathLike, fspath
from pathlib import Path

from warmonitor import settings
from warmonitor.monitor.adding import Coder
from warmonitor.monitor.monitor import Monitor
from warmonitor.store import Store, open_store


def _now() -> datetime:
    return datetime.now(UTC)


def open_monitor(
    store: str | PathLike[str] | Store | None = None,
    *,
    build: Callable[[], Coder] | None = None,
    now: Callable[[], datetime] = _now,
) -> Monitor:
    """A monitor on a store: a file, an address of PostgreSQL, or without any the store of the settings.

    `build` makes the pipeline that codes, when the first report is added; `now` tells the time. Raises StoreError when
    the store is first asked, if there is none.
    """
    known = settings.load()
    opened = store if isinstance(store, Store) else open_store(known.store if store is None else fspath(store))
    places = known.gazetteer / "gazetteer.sqlite" if known.gazetteer else None

    def built() -> Coder:
        from warmonitor import pipeline  # it loads the parser, which only adding needs

        return pipeline.build(places)

    return Monitor(opened, build or built, now, known.figures, places)


def create(store: str | PathLike[str] | None = None) -> Iterator[str]:
    """Makes a store or brings it up to date, and settings that name it if there are none; says what was done."""
    where = settings.load().store if store is None else fspath(store)
    with closing(open_store(where)) as opened:
        steps = opened.migrate()
        at = opened.counts().where
        if steps and not steps[0].startswith("0001"):
            yield f"brought the store {at} up to date."
        else:
            yield f"{'made' if steps else 'there is'} the store {at}."
    yield from settings.write(where)
    known = settings.load().store
    if Path(known).absolute() != Path(where).expanduser().absolute():
        yield f"they name another store, {known}: give --store, or change the file."
