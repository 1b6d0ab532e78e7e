"""Names of actors, people and countries in a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from warmonitor.coding.parties.lexicon import ActorLexicon
from warmonitor.coding.parties.spelling import WORD, Name, fold
from warmonitor.coding.parties.words import Words

LONGEST_GAP = 3
"""Characters between two words of a name: a hyphen, an apostrophe, a space; more is another name."""


HYPHENS = ("-", "–")
OF_AMERICA = frozenset({"latin", "central", "south", "inter", "pan", "meso", "ibero", "spanish", "hispano"})
"""What stands before "American" where it is of the continent."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that stands in the text, from token `first` to token `last`."""

    start: int
    end: int
    first: int
    last: int
    name: Name


def find_names(text: str, words: Words, lexicon: ActorLexicon) -> tuple[Hit, ...]:
    """The names of a text from left to right; where several begin at one word, the longest."""
    spots = [match.span() for match in WORD.finditer(text)]
    raw = [text[start:end] for start, end in spots]
    folded = [fold(word) for word in raw]
    if not words.start:
        return ()
    found = tuple(
        hit
        for hit in _scan(text, spots, raw, folded, words, lexicon)
        if not _namesake(hit, words, lexicon) and not _of_continent(hit, words)
    )
    return tuple(hit for before, hit in zip((None, *found), found, strict=False) if not _of_another(before, hit))


def _namesake(hit: Hit, words: Words, lexicon: ActorLexicon) -> bool:
    """ "Corporal Luis Chavez": someone else of that surname, by the first name before it."""
    if hit.name.form != "person" or len(hit.name.words) > 1 or not hit.first:
        return False
    before = hit.first - 1
    first = words.lower[before]
    if words.entity[before] != "PERSON" or words.pos[before] != "PROPN" or words.end[before] + 1 < hit.start:
        return False
    initials = {fold(word)[:1] for word in lexicon.people[hit.name.key].name.split()}  # "Ahmed" is "Ahmet"
    return len(first.strip(".")) > 1 and fold(first)[:1] not in initials and first not in lexicon.nouns


def _of_continent(hit: Hit, words: Words) -> bool:
    """ "Latin American diplomats", "the Pan-American highway": of no single country."""
    if hit.name.form != "adjective" or hit.name.words != ("american",) or not hit.first:
        return False
    before = hit.first - (2 if words.lower[hit.first - 1] in HYPHENS and hit.first > 1 else 1)
    return words.lower[before] in OF_AMERICA


def _of_another(before: Hit | None, hit: Hit) -> bool:
    """ "Turkish occupation forces": a common noun that names one army when it stands alone."""
    if before is None or before.last + 1 != hit.first or before.name.form not in ("country", "adjective"):
        return False
    return hit.name.form == "actor" and " ".join(hit.name.raw).islower() and len(hit.name.raw) > 1


def _scan(
    text: str, spots: list[tuple[int, int]], raw: list[str], folded: list[str], words: Words, lexicon: ActorLexicon
) -> Iterator[Hit]:
    at, size = 0, len(folded)
    while at < size:
        names = lexicon.names.get(folded[at])
        name = names and _fitting(names, at, raw, folded, spots, text)
        if not name:
            at += 1
            continue
        start, end = spots[at][0], spots[at + len(name.words) - 1][1]
        first = max(0, bisect_right(words.start, start) - 1)
        yield Hit(start, end, first, max(first, bisect_right(words.start, end - 1) - 1), name)
        at += len(name.words)


def _fitting(
    names: tuple[Name, ...], at: int, raw: list[str], folded: list[str], spots: list[tuple[int, int]], text: str
) -> Name | None:
    for name in names:
        end = at + len(name.words)
        if tuple(folded[at:end]) == name.words and _cased(name, raw, at) and _joined(spots, at, end, text):
            return name
    return None


def _joined(spots: list[tuple[int, int]], at: int, end: int, text: str) -> bool:
    """No line end, full stop or bracket within a name."""
    for left in range(at, end - 1):
        gap = text[spots[left][1] : spots[left + 1][0]]
        if len(gap) > LONGEST_GAP or "\n" in gap or "," in gap or ". " in gap or "(" in gap:
            return False
    return True


def _cased(name: Name, raw: list[str], at: int) -> bool:
    size = len(name.words)
    if name.case == "any":
        return True
    if name.case == "exact":
        return raw[at].isupper() and not (size == 1 and len(raw[at]) <= 3 and _shouting(raw, at))
    pairs = zip(raw[at : at + size], name.raw, strict=True)
    capitals = [written[0].isupper() for written, given in pairs if given[0].isupper()]
    return any(capitals) if size > 2 else all(capitals)


def _shouting(raw: list[str], at: int) -> bool:
    """In a line of capitals an abbreviation cannot be told from a word."""
    beside = [raw[near] for near in (at - 1, at + 1) if 0 <= near < len(raw)]
    return len(beside) == 2 and all(word.isupper() and len(word) > 1 for word in beside)
