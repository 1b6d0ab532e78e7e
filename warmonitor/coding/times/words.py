"""A text as time words: every word becomes one letter, so that a rule is a regular expression over letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

WORD = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d(?!\d))"
    r"|(?P<slashed>\d{1,2}(?P<sign>[./])\d{1,2}(?P=sign)\d{4}(?!\d))"
    r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))"
    r"|(?P<grouped>\d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d+)"
    r"|(?P<nth>\d+(?:st|nd|rd|th)\b)"
    r"|(?P<decade>\d{1,3}0['’]?s\b)"
    r"|(?P<digits>\d+)"
    r"|(?P<gap>\n\s*\n)"
    r"|[ABab]\.[CDcd]\b(?:\.(?:[Ee]\.)?)?|[AaPp]\.[Mm]\.|[^\W\d_]+|\S"
)
"""A word: numbers by their form; "B.C." and "p.m." whole; an empty line; else letters, or one sign."""

YEAR = re.compile(r"[ ,]{1,2}(?:1\d|20)\d\d\b")
FIRST_YEAR, LAST_YEAR = 1000, 2099
"""Four digits between these may be a year; beyond them they are a count far more often."""


class Kind(StrEnum):
    """What a word may be in a time expression, as one letter."""

    MONTH, MON, WEEKDAY, WDAY, WEEKDAYS = "M", "m", "W", "w", "V"
    SEASON, FALL, PART, HOLIDAY = "S", "s", "P", "h"
    UNIT, UNITS, CENTURY, QUARTER, HALF = "u", "U", "C", "Q", "H"
    CARD, ORD, INT, NUM, YEAR, DECADE, ISO, CLOCK = "c", "o", "i", "n", "Y", "D", "I", "k"
    THE, A, THIS, THAT, SAME, LAST, PAST, PREV = "t", "a", "T", "x", "y", "l", "L", "p"
    NEXT, COMING, FOLLOW, FIRST, RECENT, LATTER = "N", "G", "F", "f", "r", "R"
    EARLY, EDGE, AGO, LATER, EARLIER, AFTER = "e", "E", "g", "v", "B", "A"
    BEFORE, COUNTED = "^", "*"
    OF, AND, TO, PREP, SINCE, UNTIL, FROM = "z", "&", "2", "q", "K", "j", "b"
    FEW, APPROX, EVERY, PER, OFTEN, CONSECUTIVE, LONG = "O", "X", "Z", "3", "4", "5", "6"
    TIME, BEING, NOW, PRESENT, WAS, FORMER, FUTURE = "7", "8", "9", "d", "0", "1", "%"
    DAY, TONIGHT, ERA, AMPM, OCLOCK, ZONE = "_", "~", "!", "@", "#", ">"
    COMMA, DOT, HYPHEN, APOS, GAP, OTHER = ",", ";", "-", "'", "\n", "J"


SIGNS = {",": Kind.COMMA, ".": Kind.DOT, "-": Kind.HYPHEN, "–": Kind.HYPHEN, "—": Kind.HYPHEN,
         "'": Kind.APOS, "’": Kind.APOS, "‘": Kind.APOS}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word of the lexicon: its kind, and what it is worth."""

    kind: Kind
    value: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text; `kinds[i]` is the letter of word i, `at[i]` its first and last offset."""

    text: str
    kinds: str
    at: list[tuple[int, int]]
    values: dict[int, str]

    def value(self, i: int) -> str:
        """What word i is worth; an empty string where the lexicon has no value for it."""
        return self.values.get(i, "")

    def lower(self, i: int) -> str:
        """Word i in lower case; empty beyond either end."""
        return self.written(i).lower()

    def written(self, i: int) -> str:
        """Word i as written; empty beyond either end."""
        return self.text[self.at[i][0] : self.at[i][1]] if 0 <= i < len(self.at) else ""

    def kind(self, i: int) -> str:
        """The letter of word i; a gap beyond either end."""
        return self.kinds[i] if 0 <= i < len(self.kinds) else Kind.GAP


def read_words(text: str, lexicon: Mapping[str, TimeWord]) -> Words:
    """Split a text into words and look each up once."""
    kinds: list[str] = []
    at: list[tuple[int, int]] = []
    values: dict[int, str] = {}
    for found in WORD.finditer(text):
        written = found[0]
        form = found.lastgroup
        if form is None:
            kind = _spelled(written, lexicon, values, len(at), YEAR.match(text, found.end()) is not None)
        else:
            kind = _numeral(written, form, values, len(at))
        kinds.append(kind)
        at.append(found.span())
    return Words(text, "".join(kinds), at, values)


def _spelled(written: str, lexicon: Mapping[str, TimeWord], values: dict[int, str], i: int, dated: bool) -> str:
    """The kind of a word in letters; `dated`: a year follows, so that "in may 2022" is a month."""
    word = lexicon.get(written) or lexicon.get(written.lower().replace(".", "") or written)
    if word is None:
        return SIGNS.get(written, Kind.OTHER)
    if word.capital and not written[0].isupper() and not (word.kind == Kind.MONTH and dated):
        return Kind.OTHER
    values[i] = word.value
    return word.kind


def _numeral(written: str, form: str, values: dict[int, str], i: int) -> str:
    if form == "gap":
        return Kind.GAP
    values[i] = written.replace(",", "").rstrip("stndrh'’") if form in ("grouped", "nth", "decade") else written
    if form == "digits":
        size = int(written) if len(written) < 5 else 0
        if len(written) == 4 and FIRST_YEAR <= size <= LAST_YEAR:
            return Kind.YEAR
        return Kind.INT if len(written) < 3 and 1 <= size <= 31 else Kind.NUM
    return {
        "iso": Kind.ISO,
        "slashed": Kind.ISO,
        "clock": Kind.CLOCK,
        "grouped": Kind.NUM,
        "nth": Kind.ORD,
        "decade": Kind.DECADE,
    }[form]
