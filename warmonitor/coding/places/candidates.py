"""Which stretches of a text bear the name of a place: longest match first, in runs of capitalised words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from warmonitor.coding.places.atlas import Atlas, Entry
from warmonitor.records import Document

_LONGEST = 7
"""Tokens of the longest name tried; hyphens count ("Deir ez-Zor" has four)."""
_LINKS = frozenset("of de del de la las los le les du da do dos das di van der den am an im upon sur on bin abu and y the".split())
_ARTICLES = frozenset("al el ul il ash an ar az ad at as es en ez ed et esh er".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that bear the name of a place of the gazetteer."""

    first: int
    last: int
    """Tokens `first` to `last`, inclusive."""
    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]


def candidates(document: Document, atlas: Atlas) -> tuple[Candidate, ...]:
    """Every name of the gazetteer in the text, none within another; whether it means a place is decided later."""
    return tuple(_candidates(document.parse, atlas))


def _candidates(parse: Doc, atlas: Atlas) -> Iterator[Candidate]:
    at, size = 0, len(parse)
    while at < size:
        if _opens(parse[at]):
            found = _longest(parse, at, atlas)
            if found:
                yield found
                at = found.last + 1
                continue
        at += 1


def _opens(token: Token) -> bool:
    text = token.text
    if text[0].isupper():
        return True
    if text[0].isalpha() and not text.isascii() and text == text.upper():
        return True  # scripts without capitals
    return text in _ARTICLES and token.i + 1 < len(token.doc) and not token.is_sent_end


def _longest(parse: Doc, at: int, atlas: Atlas) -> Candidate | None:
    for last in reversed(_ends(parse, at)):
        start, end = parse[at].idx, parse[last].idx + len(parse[last])
        text = parse.text[start:end]
        entries = atlas.gazetteer.named(text)
        if not entries and text[:3].lower() in ("al-", "al ", "el-", "el "):
            entries = atlas.gazetteer.without_article(text)
        if entries:
            return Candidate(at, last, start, end, text, entries)
    return None


def _ends(parse: Doc, at: int) -> list[int]:
    """Indices of tokens at which a name that begins at `at` may end."""
    ends = []
    for i in range(at, min(at + _LONGEST, len(parse))):
        token = parse[i]
        text = token.text
        if text[0].isupper() or (i > at and text[0].isdigit()) or not text.isascii():
            ends.append(i)
        elif not (text == "-" or text in _ARTICLES or text in _LINKS or text == "'"):
            break
        if i > at and token.is_sent_start:
            break
        if text[-1] in "\n" or token.whitespace_ == "" and i + 1 < len(parse) and parse[i + 1].text in ",;:":
            break
    return ends
