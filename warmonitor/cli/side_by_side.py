"""Claims side by side, by incident and claimant, as `show` draws them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from warmonitor.cli import words
from warmonitor.records import Claim, Incident, Report

STANCES = {
    "denies": "bold red", "accuses": "magenta", "acknowledges": "green", "claims_responsibility": "green",
    "threatens": "red", "demands": "yellow", "promises": "blue", "predicts": "blue", "no_comment": "dim",
}  # fmt: skip
STATUSES = {"disputed": "bold red", "undisputed": "green", "single_source": "dim"}
LONGEST_QUOTE = 320
"""Characters of evidence that are shown; more is cut around the word that names the event."""
SHORT_ID = 8
"""Characters of a claim's id that are shown; `explain` takes any beginning that only one claim has."""
CONSTRUCTED = " constructed example "


@dataclass(frozen=True)
class SideBySide:
    """What is to be shown. `constructed` holds the hashes of texts that ship with the program as examples."""

    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    reports: Mapping[str, Report]
    constructed: frozenset[str]

    def draw(self, console: Console) -> None:
        """Draws report after report: its incidents, then what belongs to none."""
        by_report: dict[str, list[Claim]] = {}
        for claim in self.claims:
            by_report.setdefault(claim.report_id, []).append(claim)
        for report_id, claims in by_report.items():
            self._report(console, report_id, claims)

    def _report(self, console: Console, report_id: str, claims: list[Claim]) -> None:
        console.print()
        console.rule(self._heading(report_id, claims[0]), align="left", style="bold blue", characters="━")
        report = self.reports.get(report_id)
        if report and report.title:
            console.print(Text(report.title, style="bold"))
        known = {claim.id: claim for claim in claims}
        told: set[str] = set()
        for number, incident in enumerate((i for i in self.incidents if report_id in i.texts), 1):
            mine = [known[key] for key in incident.claims if key in known]
            told.update(claim.id for claim in mine)
            console.print()
            console.print(Text.assemble((f"{number}  ", "bold"), heading(incident)))
            console.print(Padding(_accounts(mine, incident, console.width), (0, 0, 0, 2)))
        rest = [claim for claim in claims if claim.id not in told]
        if rest:
            console.print()
            console.print(Text("Apart from these", style="bold dim"))
            console.print(Padding(_accounts(rest, None, console.width), (0, 0, 0, 2)))

    def _heading(self, report_id: str, claim: Claim) -> Text:
        heading = Text.assemble((report_id, "bold"))
        report = self.reports.get(report_id)
        for more in (report.outlet, report.published) if report else ():
            if more:
                heading.append(f" · {more}")
        if claim.report_sha256 in self.constructed:
            heading.append("  ")
            heading.append(CONSTRUCTED, style="black on yellow")
        return heading


def heading(incident: Incident) -> Text:
    """What it was, where, when, how many, and how its accounts stand, in a line."""
    line = Text.assemble((spaced(incident.event_type), "bold cyan"))
    parts = [
        words.place_name(incident.place) if incident.place else "",
        words.incident_days(incident),
        words.count(incident.killed, "killed"),
        words.count(incident.injured, "injured"),
    ]
    for part in filter(None, parts):
        line.append(f" · {part}", style="default")
    line.append(" · ", style="default")
    line.append(spaced(incident.status), style=STATUSES[incident.status])
    return line


def _accounts(claims: Iterable[Claim], incident: Incident | None, width: int) -> Table:
    """A row for each claim, claimants in the order in which they first speak."""
    by_claimant: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        by_claimant.setdefault((claim.claimant.name, claim.claimant.kind), []).append(claim)
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), expand=True)
    narrow = width < 100
    table.add_column(width=16 if narrow else 22, overflow="fold")
    table.add_column(width=24 if narrow else 36, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for (name, kind), theirs in by_claimant.items():
        for at, claim in enumerate(theirs):
            table.add_row(_claimant(name, kind) if at == 0 else Text(), says(claim, incident), quoted(claim))
    return table


def _claimant(name: str, kind: str) -> Text:
    return Text.assemble((name, "bold"), "\n", (spaced(kind), "dim"))


def says(claim: Claim, incident: Incident | None) -> Text:
    """Stance, type and figures; place and days only where the incident's heading does not say them."""
    said = Text.assemble((spaced(claim.stance), STANCES.get(claim.stance, "default")))
    if claim.realis != "occurred":
        said.append(f" · {spaced(claim.realis)}", style="yellow")
    if claim.negated:
        said.append(" · not the case", style="bold red")
    said.append(f" · {spaced(claim.event_type)}", style="cyan")
    for line in _lines(claim, incident):
        said.append(f"\n{line}", style="default")
    if claim.deadline:
        said.append(f"\nby {claim.deadline}", style="yellow")
    return said


def _lines(claim: Claim, incident: Incident | None) -> Iterator[str]:
    yield from filter(None, [words.parties(claim)])
    where = words.places(claim)
    if where and not (incident and incident.place and where == words.place_name(incident.place)):
        yield where
    when = claim.time
    if when and not (when.inferred or (incident and (when.start, when.end) == (incident.start, incident.end))):
        yield words.days(when)
    yield from map(words.toll, claim.tolls)


def quoted(claim: Claim) -> Text:
    """The evidence in quotation marks, its trigger underlined, white space as single spaces."""
    evidence, trigger = claim.evidence, claim.trigger
    first, last = trigger.start - evidence.start, trigger.end - evidence.start
    if not 0 <= first < last <= len(evidence.text):
        first = last = 0
    before, named, after = evidence.text[:first], evidence.text[first:last], evidence.text[last:]
    room = LONGEST_QUOTE // 2
    if len(evidence.text) > LONGEST_QUOTE:
        before = "… " + before[-room:] if len(before) > room else before
        after = after[:room] + " …" if len(after) > room else after
    parts = [("“", "italic"), (flat(before), "italic"), (flat(named), "italic underline"), (flat(after), "italic")]
    return Text.assemble(*parts, ("”", "italic"), (f"  {claim.id[:SHORT_ID]}", "dim"))


def flat(text: str) -> str:
    """White space as single spaces, without the control characters that would move the terminal's cursor."""
    spaced = "".join(" " if char.isspace() else char for char in text if char.isspace() or char.isprintable())
    while "  " in spaced:
        spaced = spaced.replace("  ", " ")
    return spaced


def spaced(code: str) -> str:
    """A code as words."""
    return code.replace("_", " ")
