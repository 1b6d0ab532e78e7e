"""The grammar of time expressions, read once from the codebook's tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from warmonitor.codebook.tables import Row, read_table
from warmonitor.coding.times.words import Kind, TimeWord
from warmonitor.errors import CodebookError


class WordRow(Row):
    """A row of time_words.tsv."""

    word: str
    kind: str
    value: str = ""
    case: Literal["", "capital"] = ""


class RuleRow(Row):
    """A row of time_rules.tsv."""

    rule: str
    pattern: str
    example: str


class VerbRow(Row):
    """A row of time_verbs.tsv: what a verb or adjective makes of the time of the words that it governs."""

    lemma: str
    looks: Literal["ahead", "back", "scheduled"]


@dataclass(frozen=True, slots=True)
class TimeGrammar:
    """Words, rules and verbs of time; `pattern` is all rules as one regular expression over letters of `Kind`."""

    words: Mapping[str, TimeWord]
    pattern: re.Pattern[str]
    joined: re.Pattern[str]
    """What makes a date without a year share the year of the date behind it: "(26 June - 4 August 1952)"."""
    ahead: frozenset[str]
    """ "plan", "expect", "scheduled": what they govern lies ahead."""
    back: frozenset[str]
    """ "begin", "manage", "force": what they govern has happened when they have."""
    scheduled: frozenset[str]
    """ "expire", "meet": in the present tense, a named day is the one to come."""


def grammar() -> TimeGrammar:
    """Read the tables. Raises CodebookError naming the row that breaks the rules."""
    words = {row.word: _word(row) for row in read_table("time_words", WordRow)}
    verbs = read_table("time_verbs", VerbRow)
    looks = {way: frozenset(row.lemma for row in verbs if row.looks == way) for way in ("ahead", "back", "scheduled")}
    pattern, joined = compiled(read_table("time_rules", RuleRow))
    return TimeGrammar(words, pattern, joined, looks["ahead"], looks["back"], looks["scheduled"])


def _word(row: WordRow) -> TimeWord:
    try:
        return TimeWord(Kind[row.kind], row.value, row.case == "capital")
    except KeyError:
        raise CodebookError(f"time_words.tsv: {row.word!r} has kind {row.kind!r}, which no rule knows.") from None


NEVER_FIRST = (
    Kind.OTHER, Kind.COMMA, Kind.DOT, Kind.GAP, Kind.HYPHEN, Kind.OF, Kind.AND, Kind.TO, Kind.FROM, Kind.UNTIL,
    Kind.AGO, Kind.AFTER, Kind.LONG, Kind.AMPM, Kind.OCLOCK, Kind.ZONE, Kind.COUNTED,
)  # fmt: skip
"""No rule begins with these; they are nine words of ten, and passing them over halves the time of the search."""


def compiled(rows: Iterable[RuleRow]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """All rules as one regular expression, the first that fits wins, its `lastgroup` names the rule; and JOINED."""
    parts: dict[str, str] = {}
    rules = []
    for row in rows:
        pattern = _letters(row, parts)
        if row.rule.isupper():
            parts[row.rule] = f"(?:{pattern})"
        else:
            rules.append(f"(?P<{row.rule}>{pattern})")
    first = "".join(re.escape(kind) for kind in Kind if kind not in NEVER_FIRST)
    return re.compile(f"(?=[{first}])(?:{'|'.join(rules)})"), re.compile(parts["JOINED"])


def _letters(row: RuleRow, parts: Mapping[str, str]) -> str:
    def letter(name: re.Match[str]) -> str:
        if name[0] in parts:
            return parts[name[0]]
        try:
            return re.escape(Kind[name[0]].value)
        except KeyError:
            raise CodebookError(f"time_rules.tsv: rule {row.rule!r} names {name[0]!r}, which is no kind.") from None

    return re.sub(r"[A-Z]+", letter, re.sub(r"\((?!\?)", "(?:", row.pattern)).replace(" ", "")
