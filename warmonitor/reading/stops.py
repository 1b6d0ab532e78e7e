"""Full stops that stand where none belongs, and blanks that are missing after those that do."""

from __future__ import annotations

import re

from warmonitor.reading.copy import Copy, Edit

_FALSE = re.compile(r"\.(?<=[\w)].)(?= (?P<next>[a-z]+))")
_WORD_BEFORE = re.compile(r"[\w.]+$")
_OPENERS = frozenset("a an he her his i it its my our she the their there these they this those we you".split())
"""Words that open sentences; in careless lower-case writing a stop before one of them is meant."""
_JOINED = re.compile(
    r"[.!?](?<=[a-z0-9]{2}.)(?=[A-Z][a-z]+[ ,]|(?:A|I|UN|US|EU|UK) )"
    r"|,(?<=[a-z]{2}.)(?=[A-Za-z]{2})"
    r"|[;:](?<=[a-z]{2}.)(?=[A-Z][a-z]+ )"
    r"|[\"”](?<=[a-z]{2}[.!?].)(?=[A-Z][a-z]+ )"
)
"""Where a blank is surely missing: "there.The", "said,adding"."""
_UNBROKEN = re.compile(r"[^\w\s]{30}(?=[^\w\s])|\S{200}(?=\S)")
"""No word is so long; the parser's tokenizer takes time with the square of it, more so for marks."""
_DRAWN = re.compile(r"([^\w\s])\1{7,}")
"""A line drawn in dashes or dots says no more than three of them."""
CARELESS = 0.3
"""Share of stops before lower case at which a text is taken to write its sentences without capitals (own)."""


def repair_stops(copy: Copy, abbreviations: frozenset[str]) -> Copy:
    """Take out false full stops, put in missing blanks, shorten drawn lines, cut unbroken runs."""
    copy = copy.replaced(_DRAWN, lambda match: match[1] * 3)
    copy = copy.edited(_blanks_after(_UNBROKEN, copy.text))
    copy = copy.edited(_blanks_after(_JOINED, copy.text))
    return copy.edited(_false_stops(copy.text, abbreviations))


def _blanks_after(pattern: re.Pattern[str], text: str) -> list[Edit]:
    return [Edit(match.end(), match.end(), " ") for match in pattern.finditer(text)]


def _false_stops(text: str, abbreviations: frozenset[str]) -> list[Edit]:
    found = [match for match in _FALSE.finditer(text) if _is_false(text, match, abbreviations)]
    if len(found) > 3 and len(found) > CARELESS * text.count(". "):
        return []
    return [Edit(match.start(), match.end(), "") for match in found]


def _is_false(text: str, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    start = match.start()
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    word = before.group() if before else ""
    if "." in word or word.lower() in abbreviations or (len(word) < 3 and not word.isdigit()):
        return False
    if text[match.end("next") : match.end("next") + 1] in ("-", "’", "'", "."):  # "al-Assad said", "example.org"
        return False
    return match["next"] not in _OPENERS
