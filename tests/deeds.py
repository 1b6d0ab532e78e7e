"""Anything that can be done to a record, in any order: for tests of what holds whatever has been done."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st
from telegraph import Telegraph

from warmonitor.errors import WarmonitorError
from warmonitor.monitor import Monitor
from warmonitor.records import Report, Ruling
from warmonitor.store import open_store

NOON = datetime(2020, 3, 9, 12, tzinfo=UTC)
LINES = (
    "monitor: air_strike at Ariha on 2020-03-02 killed 9", "Turkey: air_strike at Ariha on 2020-03-02 killed 11",
    "Syrian army: denies air_strike at Ariha on 2020-03-02", "rebels: territory_gain at Sarmin by Russia on 2020-03-04",
    "monitor: shelling at Saraqib on 2020-03-05 killed 3", "narrator: displacement at Maarrat on 2020-03-04",
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """Something that is done to the record."""

    what: str
    which: int
    lines: tuple[int, ...]

    def do(self, monitor: Monitor, number: int) -> None:
        """Does it; what cannot be done just now is left."""
        with suppress(WarmonitorError):
            getattr(self, self.what)(monitor, number)

    def add(self, monitor: Monitor, _: int) -> None:
        told = "\n".join(LINES[at] for at in self.lines)
        name, outlet = f"r{self.which % 4}", ("Herald", "Courier", None)[self.which % 3]
        monitor.add([Report(id=name, text=told, published=date(2020, 3, 5 + self.which % 4), outlet=outlet)])

    def rule(self, monitor: Monitor, number: int) -> None:
        claims = [claim.id for claim in monitor.store.claims()]
        incidents = [found.id for found in monitor.incidents().incidents]
        if not claims or not incidents:
            return
        claim, incident = claims[self.which % len(claims)], incidents[self.which % len(incidents)]
        made: list[dict[str, object]] = [
            {"action": "accept", "claim": claim}, {"action": "reject", "claim": claim},
            {"action": "unsure", "claim": claim}, {"action": "unsure", "incident": incident},
            {"action": "reject", "incident": incident}, {"action": "accept", "incident": incident},
            {"action": "edit", "claim": claim, "field": "stance", "after": None},
            {"action": "merge", "incident": incident, "others": incidents[-1:]},
            {"action": "split", "incident": incident, "others": monitor.incident(incident).claims[:1]},
            {"action": "undo", "undoes": f"u{number - 1}"},
            {"action": "accept", "source": "Turkey", "field": "reliability", "after": "B"},
        ]  # fmt: skip
        at = NOON + timedelta(minutes=number)
        fields = made[sum(self.lines) % len(made)]
        monitor.rule(Ruling.model_validate({"id": f"u{number}", "at": at, "by": "Rana", "why": "seen", **fields}))

    def redact(self, monitor: Monitor, number: int) -> None:
        if self.which % 3 == 0:
            monitor.redact("report", f"r{self.which % 4}", by="Rana", why="asked")
        elif self.which % 3 == 1:
            monitor.redact("person", "Turkey", by="Rana", why="asked")
        else:
            monitor.redact("ruling", f"u{number - 1}", by="Rana", why="asked")

    def reconcile(self, monitor: Monitor, _: int) -> None:
        monitor.reconcile(everything=True)


STEPS = st.lists(
    st.builds(
        Step,
        st.sampled_from([*["add"] * 5, *["rule"] * 6, "redact", "reconcile"]),
        st.integers(0, 30),
        st.lists(st.integers(0, len(LINES) - 1), min_size=1, max_size=4).map(tuple),
    ),
    min_size=2,
    max_size=9,
)


def opened(address: str) -> Monitor:
    """A monitor on a store, with the coder of the tests and no gazetteer; it is always noon of one day."""
    return Monitor(open_store(address), Telegraph, lambda: NOON, "independent", Path("no gazetteer"))
