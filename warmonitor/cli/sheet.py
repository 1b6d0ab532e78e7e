"""One incident on a sheet: how each field stands, the accounts side by side, and what was known when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from warmonitor.cli import words
from warmonitor.cli.side_by_side import CONSTRUCTED, heading, quoted, says, spaced
from warmonitor.cli.talk import counted
from warmonitor.records import Account, Incident, Kept, Reading

if TYPE_CHECKING:
    from warmonitor.monitor import Known, RuledClaim

NARROWEST = 36
"""Characters that an account needs beside others; on a small terminal fewer stand side by side."""
MOST_ABREAST = 4
"""Accounts beside each other: more cannot be compared by eye."""
STANDINGS = {"agreed": "green", "contested": "bold red", "single": "default", "unknown": "dim"}


@dataclass(frozen=True)
class Sheet:
    """What is drawn of an incident. `constructed` holds the hashes of texts that ship with the program as examples."""

    incident: Incident
    claims: Sequence[RuledClaim]
    history: Sequence[Known]
    reports: Mapping[str, Kept]
    constructed: frozenset[str]

    def draw(self, console: Console) -> None:
        """Draws the whole sheet."""
        console.print(self._title())
        console.print(heading(self.incident))
        console.print(Text(self._counts(), style="dim"))
        for title, part in (
            ("How the fields stand", _readings(self.incident.readings)),
            ("Accounts", self._accounts(console.width)),
            ("Totals that include it", self._totals()),
            ("What was known when", self._history()),
            ("Reports", self._reports()),
        ):
            if part is not None:
                console.print()
                console.print(Text(title, style="bold underline"))
                console.print(Padding(part, (0, 0, 0, 2)))

    def _title(self) -> Text:
        title = Text.assemble((self.incident.id, "bold"))
        if any(claim.coded.report_sha256 in self.constructed for claim in self.claims):
            title.append("  ")
            title.append(CONSTRUCTED, style="black on yellow")
        return title

    def _counts(self) -> str:
        told = self.incident
        counts = f"{counted(len(told.claims), 'claim')} in {counted(len(told.reports), 'report')}"
        later = f", recalled in {len(told.recalled_in)} more" if told.recalled_in else ""
        return f"{counts}{later}, {counted(told.sources, 'independent source')}"

    def _accounts(self, width: int) -> Table | None:
        """The accounts in columns, as many abreast as the terminal has room for, the next under the shortest column."""
        told = self.incident.accounts
        abreast = max(1, min(MOST_ABREAST, len(told), (width - 2) // NARROWEST))
        columns: list[list[Text]] = [[] for _ in range(abreast)]
        for account in told:
            min(columns, key=len).extend(self._account(account))
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), expand=True)
        for _ in columns:
            table.add_column(ratio=1, overflow="fold")
        table.add_row(*(Group(*column) for column in columns))
        return table if told else None

    def _account(self, account: Account) -> Iterator[Text]:
        yield Text.assemble((account.side, "bold"), (f" · {counted(account.sources, 'source')}", "dim"))
        claimants = ", ".join(name for name in account.claimants if name != account.side)
        if claimants:
            yield Text(claimants, style="dim")
        for claim in self.claims:
            if claim.claim.id in account.claims:
                yield Text()
                yield says(claim.claim, self.incident)
                yield Text.assemble(quoted(claim.claim), (f" in {claim.claim.report_id}", "dim"))
                yield from _ruled(claim)
        yield Text()

    def _totals(self) -> Table | None:
        totals = [claim.claim for claim in self.claims if claim.claim.id in self.incident.totals]
        if not totals:
            return None
        table = _plain(3)
        for claim in totals:
            figures = "; ".join(words.toll(toll) for toll in claim.tolls if toll.scope == "cumulative" or not toll.side)
            table.add_row(Text(claim.claimant.name), Text(figures), quoted(claim))
        return table

    def _history(self) -> Table | None:
        table = _plain(3)
        for known in self.history:
            then = known.incident
            figures = [words.count(then.killed, "killed"), words.count(then.injured, "injured")]
            shown = [spaced(then.status), *filter(None, figures), counted(len(then.claims), "claim")]
            table.add_row(Text(f"{known.day}"), Text(", ".join(known.reports), style="dim"), Text(" · ".join(shown)))
        return table if self.history else None

    def _reports(self) -> Table | None:
        table = _plain(3)
        for name in self.incident.texts:
            kept = self.reports.get(name)
            told = kept.report if kept else None
            about = " · ".join(str(part) for part in (told.published, told.outlet) if part) if told else ""
            more = f"version {kept.version}" if kept and kept.version > 1 else ""
            copied = f"carries the text of {kept.copy_of}" if kept and kept.copy_of else ""
            erased = "redacted" if kept and kept.redacted else ""
            title = told.title or "" if told else ""
            looks_back = "looks back on it" if name in self.incident.recalled_in else ""
            notes = " · ".join(filter(None, (title, looks_back, more, copied, erased)))
            table.add_row(Text(name), Text(about, style="dim"), Text(notes))
        return table if self.incident.texts else None


def _readings(readings: Sequence[Reading]) -> Table | None:
    """A line for each value of each field, with those who give it."""
    if not readings:
        return None
    table = _plain(4)
    for reading in readings:
        first = [Text(spaced(reading.field)), Text(reading.standing, style=STANDINGS[reading.standing])]
        for told in reading.told:
            sides = ", ".join(told.sides)
            value = spaced(told.value) if reading.field == "type" else told.value
            table.add_row(*first, Text(value), Text(f"{sides} ({counted(told.sources, 'source')})", style="dim"))
            first = [Text(), Text()]
        if not reading.told:
            table.add_row(*first, Text("nobody says", style="dim"), Text())
    return table


def _ruled(claim: RuledClaim) -> Iterator[Text]:
    if claim.standing != "coded":
        last = claim.rulings[-1] if claim.rulings else None
        by = f" by {last.by}" if last else ""
        yield Text(f"{claim.standing}{by}{', before its text changed' if claim.stale else ''}", style="yellow")


def _plain(columns: int) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for _ in range(columns):
        table.add_column(overflow="fold")
    return table
