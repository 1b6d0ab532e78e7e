"""What ACLED calls a claim: rules over its type, its trigger, its parties and the words around it.

The rules stand in `acled.tsv`, the words that they ask for in `acled_words.tsv`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from warmonitor.codebook.tables import Row, read_table
from warmonitor.errors import CodebookError
from warmonitor.records import Acled, EventType, PartyKind

NOTHING: frozenset[str] = frozenset()

Sign = tuple[tuple[str, ...], frozenset[str]]
"""The words of a sign, and the signals that it gives."""


class AcledRow(Row):
    """ACLED's words for some event types, under conditions; without ACLED's words: what it does not code."""

    event_types: str
    triggers: str = ""
    agents: str = ""
    targets: str = ""
    words: str = ""
    reach: Literal["clause", "sentence", "passage"] = "passage"
    near: str = ""
    unless: str = ""
    acled_event_type: str = ""
    acled_sub_event_type: str = ""


class AcledWord(Row):
    """A word or phrase and what it is a sign of."""

    word: str
    signal: str


@dataclass(frozen=True)
class Telling:
    """How a claim is told: its trigger's lemma, the kinds of its parties, and the signals in ever wider windows."""

    event_type: EventType
    trigger: str = ""
    agents: Collection[PartyKind] = ()
    targets: Collection[PartyKind] = ()
    windows: tuple[frozenset[str], ...] = (NOTHING,)
    """Signals of the clause, of its sentence and of the passage; at least one window."""


@dataclass(frozen=True)
class Rule:
    """A row of the table, its cells as sets."""

    triggers: frozenset[str]
    agents: frozenset[str]
    targets: frozenset[str]
    words: frozenset[str]
    reach: int
    """How many of the windows it looks at."""
    near: frozenset[str]
    unless: frozenset[str]
    acled: Acled | None

    def fits(self, told: Telling, window: frozenset[str]) -> bool:
        """Whether the conditions hold, with the words in `window` and their company in the whole passage."""
        passage = told.windows[-1]
        return (
            (not self.triggers or told.trigger in self.triggers)
            and (not self.agents or not self.agents.isdisjoint(told.agents))
            and (not self.targets or not self.targets.isdisjoint(told.targets))
            and (not self.words or not self.words.isdisjoint(window))
            and self.near <= passage
            and self.unless.isdisjoint(passage)
        )


@dataclass(frozen=True)
class SubEvents:
    """The rules by event type, in blocks, and the words that are signs, by their first word, longest first."""

    blocks: Mapping[EventType, tuple[tuple[Rule, ...], ...]]
    signs: Mapping[str, tuple[Sign, ...]]

    def acled(self, told: Telling) -> Acled | None:
        """ACLED's words for what is told; None where ACLED has no place for it.

        Neighbouring rows that ask for words are tried together, on the clause first, then on wider windows.
        """
        for block in self.blocks.get(told.event_type, ()):
            for width, window in enumerate(told.windows if block[0].words else told.windows[:1]):
                for rule in block:
                    if width < rule.reach and rule.fits(told, window):
                        return rule.acled
        return None

    def names(self, event_type: EventType) -> tuple[Acled, ...]:
        """All that a type may be called, the commonest first: the last rule is the one without conditions."""
        rules = [rule.acled for block in self.blocks.get(event_type, ()) for rule in block if rule.acled is not None]
        return tuple(dict.fromkeys((*rules[-1:], *rules)))


def sub_events(event_types: Collection[EventType]) -> SubEvents:
    """Reads both tables. Raises CodebookError where a row names a type or a signal that there is not."""
    rows = read_table("acled", AcledRow)
    signs: dict[str, list[Sign]] = {}
    signals: dict[tuple[str, ...], frozenset[str]] = {}
    for row in read_table("acled_words", AcledWord):
        words = tuple(row.word.split())
        signals[words] = signals.get(words, NOTHING) | {row.signal}
    for words, meant in signals.items():
        signs.setdefault(words[0], []).append((words, meant))
    _check(rows, frozenset(s for meant in signals.values() for s in meant), event_types)
    return SubEvents(
        blocks={code: _blocks([_rule(r) for r in rows if code in r.event_types.split()]) for code in event_types},
        signs={first: tuple(sorted(group, key=lambda g: (-len(g[0]), g[0]))) for first, group in signs.items()},
    )


def _check(rows: Collection[AcledRow], signals: frozenset[str], event_types: Collection[EventType]) -> None:
    for row in rows:
        strange = [code for code in row.event_types.split() if code not in event_types]
        strange += [s for cell in (row.words, row.near, row.unless) for s in cell.split() if s not in signals]
        if strange:
            raise CodebookError(f"acled.tsv: no such event type or signal: {', '.join(strange)}.")


def _rule(row: AcledRow) -> Rule:
    named = row.acled_event_type != ""
    return Rule(
        triggers=frozenset(row.triggers.split()),
        agents=frozenset(row.agents.split()),
        targets=frozenset(row.targets.split()),
        words=frozenset(row.words.split()),
        reach=("clause", "sentence", "passage").index(row.reach) + 1,
        near=frozenset(row.near.split()),
        unless=frozenset(row.unless.split()),
        acled=Acled(event_type=row.acled_event_type, sub_event_type=row.acled_sub_event_type) if named else None,
    )


def _blocks(rules: list[Rule]) -> tuple[tuple[Rule, ...], ...]:
    """Runs of rules that ask for words; every other rule alone."""
    runs = groupby(enumerate(rules), key=lambda pair: -1 if pair[1].words else pair[0])
    return tuple(tuple(rule for _, rule in run) for _, run in runs)
