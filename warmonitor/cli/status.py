"""`warmonitor status`: what is where, and how much of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from warmonitor.cli.desk import monitor_at
from warmonitor.cli.options import FormatForEyes, Output, StoreAt, form_of
from warmonitor.cli.output import opened
from warmonitor.cli.show import console_on
from warmonitor.cli.talk import counted

if TYPE_CHECKING:
    from warmonitor.monitor import Status


def status(store: StoreAt = None, output: Output = None, form: FormatForEyes = None) -> int:
    """Say where the store is, how much it holds, what waits, and which places the gazetteer has."""
    with monitor_at(store) as monitor, opened(output) as out:
        from warmonitor.monitor import Status

        now = monitor.status()
        if form is not None or output is not None:
            from warmonitor import export

            export.write([now], Status, form_of(form, output), out)
            return 0
        with console_on(out, terminal=True) as console:
            for name, words in _lines(now):
                console.print(f"[bold]{name:<11}[/bold]", end="")
                console.print(words, markup=False)
    return 0


def _lines(now: Status) -> Iterator[tuple[str, str]]:
    yield "store", f"{now.store} (schema {now.schema_version})"
    older = f", {counted(now.versions - now.reports, 'older version')}" if now.versions > now.reports else ""
    redacted = f", {now.redacted:,} redacted" if now.redacted else ""
    yield "reports", f"{now.reports:,}{older}{redacted}"
    yield "claims", f"{now.claims:,}"
    days = f", {now.first} to {now.last}" if now.first and now.last else ""
    yield "incidents", f"{now.incidents:,}{days}"
    yield "rulings", f"{now.rulings:,}"
    waits = f"{counted(now.pending, 'report')}: `warmonitor reconcile` gathers their claims into incidents"
    yield "waiting", waits if now.pending else "nothing"
    yield "coder", now.coder
    places = sum(pack.places for pack in now.packs)
    yield "gazetteer", f"{now.gazetteer} ({counted(places, 'place')})"
    for pack in now.packs:
        yield "", f"{pack.name}: {counted(pack.places, 'place')}"
