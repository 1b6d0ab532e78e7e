"""The grounds of a claim, field by field, as `explain` draws them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from warmonitor.cli import words
from warmonitor.records import Claim, Reason, Ruling, Span

FIELDS = (
    "event_type", "evidence", "claimant", "stance", "realis", "negated", "agents", "targets", "supporters", "places",
    "time", "tolls", "deadline", "confidence", "acled",
)  # fmt: skip
"""In the order in which a reader asks."""
PARTIES = ("agents", "targets", "supporters")


def fields_of(claim: Claim) -> tuple[str, ...]:
    """The fields that can be asked for: those that every claim has, and those that its reasons name besides."""
    named = (reason.field for reason in claim.reasons if reason.field != "parties")
    return tuple(dict.fromkeys([*FIELDS, *named]))


def grounds(claim: Claim, field: str | None, console: Console, rulings: Sequence[Ruling] = ()) -> None:
    """Draws the value, the words, the rule and the alternatives of one field, or of all that have any, and what people
    ruled on it.
    """
    console.print(Text.assemble(("claim ", "dim"), (claim.id, "bold"), (f" of report {claim.report_id}", "dim")))
    console.print(Text(f"“{' '.join(claim.evidence.text.split())}”", style="italic"))
    for name in [field] if field else fields_of(claim):
        reasons, spans = _reasons(claim, name), list(_spans(claim, name))
        if field or reasons or spans:
            console.print()
            console.print(Text.assemble((name, "bold cyan"), "  ", _value(claim, name)))
            console.print(_table(reasons, spans))
    ruled = [ruling for ruling in rulings if field is None or (ruling.field or "").split(".")[0] in ("", field)]
    if ruled:
        console.print()
        console.print(Text("rulings", style="bold cyan"))
        console.print(_rulings(ruled))


def _rulings(rulings: Sequence[Ruling]) -> Table:
    """A line for each ruling, oldest first: when, who, what, and why."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for ruling in rulings:
        changed = f" {ruling.field}: {ruling.before} → {ruling.after}" if ruling.field else ""
        words_of = f" “{' '.join(ruling.words.text.split())}”" if ruling.words else ""
        why = f"  {ruling.why}" if ruling.why else ""
        done = Text(ruling.action + changed + words_of + why)
        table.add_row(f"{ruling.at:%Y-%m-%d %H:%M}", Text(f"{ruling.by} ({ruling.role})"), done)
    return table


def _reasons(claim: Claim, name: str) -> list[Reason]:
    """What was noted for the field, or for the parties together."""
    names = {name, "parties"} if name in PARTIES else {name}
    return [reason for reason in claim.reasons if reason.field in names]


def _table(reasons: list[Reason], spans: list[Span]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for words_of in dict.fromkeys([*spans, *(reason.words for reason in reasons if reason.words)]):
        table.add_row("words", _where(words_of))
    for reason in reasons:
        table.add_row("rule", Text(reason.rule))
        for other in reason.considered:
            table.add_row("considered", Text(other))
    if not table.rows:
        table.add_row("rule", Text("none applied: the report says nothing of it, or it is the plain case"))
    return table


def _where(span: Span) -> Text:
    return Text.assemble(f"“{' '.join(span.text.split())}”", (f"  characters {span.start} to {span.end}", "dim"))


def _value(claim: Claim, name: str) -> str:
    if name in PARTIES:
        return ", ".join(f"{party.name} ({party.kind})" for party in getattr(claim, name)) or "none"
    shown = {
        "evidence": "",
        "claimant": f"{claim.claimant.name} ({claim.claimant.kind})",
        "places": "; ".join(f"{words.place_name(p)} ({p.role}, {p.precision})" for p in claim.places) or "none",
        "time": words.days(claim.time) or "none",
        "tolls": "; ".join(map(words.toll, claim.tolls)) or "none",
        "acled": f"{claim.acled.event_type}: {claim.acled.sub_event_type}" if claim.acled else "none",
        "deadline": str(claim.deadline or "none"),
    }
    return shown[name] if name in shown else str(getattr(claim, name, ""))


def _spans(claim: Claim, name: str) -> Iterator[Span]:
    """The words that a field carries itself."""
    own: dict[str, list[Span | None]] = {
        "event_type": [claim.trigger],
        "evidence": [claim.evidence],
        "claimant": [claim.claimant.as_written, claim.claimant.cue],
        "places": [place.as_written for place in claim.places],
        "time": [claim.time.as_written if claim.time else None],
        "tolls": [toll.as_written for toll in claim.tolls],
    }
    if name in PARTIES:
        own[name] = [party.as_written for party in getattr(claim, name)]
    yield from (span for span in own.get(name, []) if span is not None)
