"""The places that a sentence names: capitalised words behind "en", "provincia de", "à", in the gazetteer."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from warmonitor.codebook import Row, read_table
from warmonitor.codebook.foreign import ForeignLanguage
from warmonitor.coding.foreign.lexicon import Tongue
from warmonitor.coding.foreign.words import LOST, Word
from warmonitor.coding.places.atlas import Entry, Gazetteer
from warmonitor.coding.places.writing import only
from warmonitor.records import Place, PlaceRole

LONGEST = 6
"""Words of a name."""
LARGE = 100_000
"""People of a town that is named without its country being spoken of."""
NAMED = 5
"""How much more the name of a country says than that of a town in it."""
_LINKS = frozenset("de del d la las los el le les l da do das dos du des et y sur sous au aux en".split())
_LETTERS = "aeiounc"
"""What letters with accents are without them."""
_MOST_LOST = 2
_ROLES: dict[str, PlaceRole] = {"event": "event", "destination": "destination"}


class CountryName(Row):
    """A row of `foreign_countries.tsv`: a country as another language calls it."""

    language: ForeignLanguage
    word: str
    name: str
    """As the gazetteer has it."""


class LanguageRow(Row):
    """A row of `foreign_languages.tsv`: where a language is spoken."""

    language: ForeignLanguage
    name: str
    countries: str
    """ISO 3166-1 alpha-3, parted by bars."""


@dataclass(frozen=True)
class Atlas:
    """A gazetteer, what countries are called, and where each language is spoken."""

    gazetteer: Gazetteer
    called: dict[tuple[str, str], str]
    spoken: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a place: `words[start:end]`, with the places that bear it, if the gazetteer has any."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    role: PlaceRole


def atlas(gazetteer: Gazetteer) -> Atlas:
    """Reads the tables of countries; built once."""
    rows = read_table("foreign_countries", CountryName)
    languages = read_table("foreign_languages", LanguageRow)
    spoken = {str(row.language): frozenset(row.countries.split("|")) for row in languages}
    return Atlas(gazetteer, {(row.language, row.word): row.name for row in rows}, spoken)


def named(words: Sequence[Word], tongue: Tongue, atlas: Atlas) -> tuple[Named, ...]:
    """The names of places of a sentence, in order."""
    found: list[Named] = []
    at = 0
    while at < len(words):
        here = _here(words, at, tongue, atlas, found[-1] if found else None)
        if here is not None:
            found.append(here)
        at = here.end if here else at + 1
    return tuple(name for name in found if name.entries)


def _here(words: Sequence[Word], at: int, tongue: Tongue, atlas: Atlas, last: Named | None) -> Named | None:
    if not words[at].capital:
        return None
    role = _role(words, at, tongue, last)
    ends = [end for end in _ends(words, at) if end > at + 1 or not _common(words[at], tongue)]
    if role is None or not ends:
        return None
    for end in ends:
        entries = _entries(words[at:end], tongue, atlas)
        if entries:
            return Named(at, end, entries, role)
    return None if _common(words[at], tongue) else Named(at, ends[-1], (), role)


def _role(words: Sequence[Word], at: int, tongue: Tongue, last: Named | None) -> PlaceRole | None:
    """What the words before a capital say: a preposition of place, an enumeration of places, or the start of a line."""
    if last is not None and at - last.end in (1, 2) and all(
        word.folded == "," or tongue.words.at([word], 0, "joint") for word in words[last.end : at]
    ):  # fmt: skip
        return last.role
    step = at
    while step > 0 and words[step - 1].folded in ("la", "el", "las", "los", "le", "les", "l", "o", "as", "os"):
        step -= 1
    before = tongue.words.before(words, step, "at")
    if before is not None:
        further = tongue.words.before(words, _region(words, step, tongue), "at")
        return _ROLES[further.value if further and further.value == "destination" else before.value]
    alone = at == 0 or words[at - 1].folded in ("\n", "(", ":")
    return "event" if alone else None


def _region(words: Sequence[Word], at: int, tongue: Tongue) -> int:
    """Where "la ciudad de" begins before a name, to look what stands before it."""
    found = tongue.words.before(words, at, "at")
    at -= found.length if found else 0
    while at > 0 and words[at - 1].folded in ("la", "el", "le", "l", "o", "a"):
        at -= 1
    return at


def _ends(words: Sequence[Word], at: int) -> Iterator[int]:
    """Where a name that begins at `at` may end, longest first: on a capitalised word, joined by "de", "la", "sur"."""
    ends, step = [], at
    while step < len(words) and step < at + LONGEST:
        if words[step].is_word and words[step].capital:
            if not (step + 1 < len(words) and words[step + 1].is_word and words[step + 1].capital):
                ends.append(step + 1)
        elif words[step].folded not in _LINKS:
            break
        step += 1
    yield from reversed(ends)


def _common(word: Word, tongue: Tongue) -> bool:
    """A word of the language, or an acronym, that is no name by itself."""
    return tongue.words.at([word], 0) is not None or tongue.numbers.at([word], 0) is not None or len(word.text) < 3


def _entries(words: Sequence[Word], tongue: Tongue, atlas: Atlas) -> tuple[Entry, ...]:
    name = " ".join(word.text for word in words)
    known = atlas.called.get((tongue.language, " ".join(word.folded for word in words)))
    if known is not None:
        return tuple(e for e in atlas.gazetteer.named(known) if e.feature.startswith("PCL"))
    if name.isupper() and len(name) <= 4:
        return ()
    lost = name.count(LOST)
    if not lost:
        return atlas.gazetteer.named(name)
    if lost > _MOST_LOST or len(name) < 4:
        return ()
    parts = name.split(LOST)
    spelt = (_filled(parts, letters) for letters in product(_LETTERS, repeat=lost))
    return tuple({entry.id: entry for guess in spelt for entry in atlas.gazetteer.named(guess)}.values())


def _filled(parts: Sequence[str], letters: Sequence[str]) -> str:
    return parts[0] + "".join(letter + part for letter, part in zip(letters, parts[1:], strict=True))


def weights(names: Sequence[Named], spoken: frozenset[str]) -> Counter[str]:
    """How much speaks for each country: names that may lie in it, most of all its own, and its language."""
    found: Counter[str] = Counter(dict.fromkeys(spoken, 2))
    for name in names:
        here = {entry.country for entry in name.entries if entry.country}
        country = any(entry.feature.startswith("PCL") for entry in name.entries)
        found.update(dict.fromkeys(here, NAMED if country else 1))
    return found


def place(name: Named, countries: Counter[str], spoken: frozenset[str]) -> Place | None:
    """The place that a name most likely means: in the report's countries, then where most people live.

    None where only small places of other countries bear it.
    """
    likely = [e for e in name.entries if e.country in spoken or countries[e.country or ""] >= NAMED or _known(e)]
    if not likely:
        return None
    ranked = sorted(likely, key=lambda e: (-countries[e.country or ""] - math.log10(e.population + 1), e.id))
    rivals = ranked[1:]
    update = {
        "role": name.role,
        "probability": round(1 / (1 + len(rivals) / 2), 3),
        "others": tuple(f"{entry.id} {entry.name}" for entry in rivals[:4]),
    }
    return only(ranked[0]).model_copy(update=update)


def _known(entry: Entry) -> bool:
    """A place that reports of any language may name: a country, a province, a large town."""
    return entry.feature.startswith(("PCL", "ADM1")) or entry.population >= LARGE
