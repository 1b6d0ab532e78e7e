"""Text in capitals, given back its lower case, so that a parser trained on mixed case can read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from spacy.language import Language
from spacy.strings import StringStore

Range = tuple[int, int]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDS_SENTENCE = re.compile(r"(?:[.!?:][\"”’»)\]]*|^[\"“‘«(\[]*|--|—)\s*[\"“‘«(\[]*$")
_POSSESSIVE = re.compile("(['’])S\\b")
_VOWEL = re.compile("[AEIOUYaeiouy]")
SHOUTED = 0.9
"""Share of capitals among the letters of a paragraph from which it counts as written in capitals (own)."""
FEWEST_LETTERS = 20
"""A shorter paragraph in capitals may be a name or an abbreviation (own)."""

TOP = 4
"""Paragraphs among which a headline is looked for (own)."""
LONGEST_TITLE = 160
FEWEST_WORDS = 4
LITTLE = 3
"""Letters of words that titles leave in lower case: "in", "the", "and"."""
TITLED = 0.9
_NAMING = frozenset(
    "islamic united security white red free national foreign prime interior arab general supreme human civil new "
    "popular democratic revolutionary defense defence european african black green blue holy big".split()
)
"""Words behind which a capital may be that of a name: Islamic State, Security Council (own)."""

_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", ""), ("ing", "e"), ("ly", ""),
    ("er", ""), ("est", ""),
)  # fmt: skip
_COMMON_NOUN = re.compile(
    r".{3,}(?:ment|tion|sion|ity|ness|ance|ence|ency|ism|sis|ship|hood|ture|ery|men|man|cide|age)$"
)
_DEMONYM = re.compile(r".+(?:(?<!civil)ian|ish|ese|ean|ican|aqi|eli|eni|ani)s?$")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september "
    "october november december".split()
)


def find_shouted(text: str, paragraphs: tuple[Range, ...]) -> tuple[Range, ...]:
    """The paragraphs that are written in capitals."""
    return tuple((start, end) for start, end in paragraphs if _is_shouted(text[start:end]))


def find_titled(text: str, paragraphs: tuple[Range, ...], headline: Range | None) -> tuple[Range, ...]:
    """Headlines In Title Case: that of the head, and short lines among the first without a full stop."""
    lines = [(start, end) for start, end in paragraphs[:TOP] if end - start <= LONGEST_TITLE]
    unended = [at for at in lines if not text[slice(*at)].rstrip("\"”’»)] ").endswith((".", "!", "?", ":"))]
    return tuple(at for at in ([headline] if headline else []) + unended if _is_titled(text[slice(*at)]))


def _is_titled(words: str) -> bool:
    long = [word for word in _WORD.findall(words) if len(word) > LITTLE]
    return len(long) >= FEWEST_WORDS and sum(word[0].isupper() for word in long) >= TITLED * len(long)


def lowered(text: str, shouted: tuple[Range, ...], titled: tuple[Range, ...], parser: Language) -> str:
    """The text with the capitals of sentences and names only; of the same length, so all offsets hold."""
    if not shouted and not titled:
        return text
    lexicon = _lexicon(parser)
    parts: list[str] = []
    at = 0
    for start, end in sorted({*shouted, *titled}):
        if start >= at:
            parts += (text[at:start], _cased(text[start:end], lexicon, (start, end) not in shouted))
            at = end
    return "".join([*parts, text[at:]])


def _is_shouted(words: str) -> bool:
    if words[:FEWEST_LETTERS].islower() or len(words) < FEWEST_LETTERS:
        return False
    capitals = sum(map(str.isupper, words))
    return capitals >= FEWEST_LETTERS and capitals >= SHOUTED * (capitals + sum(map(str.islower, words)))


def _cased(words: str, lexicon: _Lexicon, titled: bool = False) -> str:
    def _untitled(match: re.Match[str]) -> str:
        low, before = match.group().lower(), words[: match.start()].rstrip(" ").rpartition(" ")[2].lower()
        kept = not match.start() or {low, before} & _NAMING or not lexicon.is_small(low)
        return match.group() if kept or _ENDS_SENTENCE.search(words, max(0, match.start() - 6), match.start()) else low

    def put(match: re.Match[str]) -> str:
        word = match.group()
        low = word.lower()
        if titled:
            return _untitled(match) if word.istitle() else word
        if len(low) != len(word) or not word.isupper():
            return word
        if lexicon.is_common(low) and not (low in ("us", "who") and words[: match.start()].endswith("THE ")):
            starts = _ENDS_SENTENCE.search(words, max(0, match.start() - 6), match.start())
            return word.capitalize() if starts or low == "i" else low
        return word if lexicon.is_abbreviation(word) else _POSSESSIVE.sub(r"\1s", word.title())

    return _WORD.sub(put, words)


@dataclass(frozen=True, slots=True, eq=False)
class _Lexicon:
    """The words of a parser's vocabulary; `verbal` and `nominal` are those that its lemmatizer knows."""

    strings: frozenset[str]
    functional: frozenset[str]
    verbal: frozenset[str]
    nominal: frozenset[str]
    """Names are among these."""

    def is_common(self, low: str) -> bool:
        """Whether a lower-case word is a word, and not only a name."""
        if low in self.functional or low in _CALENDAR:
            return low in self.functional
        if low not in self.strings:
            known = (self.functional, self.nominal, self.verbal)
            return any(form in words for form in _forms(low)[1:] for words in known)
        return low.title() not in self.strings or any(self._is_word(form) for form in _forms(low))

    def is_small(self, low: str) -> bool:
        """Whether only a title gives a word its capital: a function word, a verb, an adjective, or no name."""
        if low in self.functional or low in _CALENDAR:
            return low in self.functional
        if any(form in self.verbal for form in _forms(low)) and not _DEMONYM.match(low):
            return True
        return low.title() not in self.strings and self.is_common(low)

    def is_abbreviation(self, word: str) -> bool:
        """Whether a word that is not common stays in capitals: FMLN, UN."""
        return len(word) <= 2 or not _VOWEL.search(word) or (len(word) <= 4 and word.title() not in self.strings)

    def _is_word(self, form: str) -> bool:
        if _DEMONYM.match(form):
            return False
        if form in self.verbal:
            return True
        plurals = (form + "s", form + "es", form.removesuffix("y") + "ies")
        has_plural = any(plural in self.strings for plural in plurals)
        return form in self.nominal and (has_plural or bool(_COMMON_NOUN.match(form)))


@lru_cache(maxsize=4)
def _lexicon(parser: Language) -> _Lexicon:
    return _Lexicon(_strings(parser), frozenset(parser.Defaults.stop_words), *_indexed(parser))


def _strings(parser: Language) -> frozenset[str]:
    """The words that the parser was trained on; those that it met since are left out, or results would hang on them."""
    stored = parser.path / "vocab" / "strings.json" if parser.path else None
    return frozenset(StringStore().from_disk(stored)) if stored and stored.exists() else frozenset()


def _indexed(parser: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The verbs, adverbs and adjectives, and the nouns, that the lemmatizer knows; nouns include names."""
    lookups = getattr(parser.get_pipe("lemmatizer"), "lookups", None) if parser.has_pipe("lemmatizer") else None
    if lookups is None or not (lookups.has_table("lemma_index") and lookups.has_table("lemma_exc")):
        return frozenset(), frozenset()
    index, exceptions = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    verbal = {word for part in ("verb", "adj", "adv") for word in (*index.get(part, ()), *exceptions.get(part, ()))}
    return frozenset(verbal), frozenset((*index.get("noun", ()), *exceptions.get("noun", ())))


def _forms(low: str) -> list[str]:
    """A word and what it may be inflected from."""
    found = [low]
    for ending, stem in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 2:
            found.append(low.removesuffix(ending) + stem)
    for ending in ("ed", "ing"):
        bare = low.removesuffix(ending)
        if bare != low and len(bare) > 3 and bare[-1] == bare[-2]:
            found.append(bare[:-1])
    return found
