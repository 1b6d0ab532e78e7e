"""Keys under which names are kept, from strict to loose: two spellings of one name should share a key.

The rungs and their order were measured on transliterated Syrian and Ukrainian names; each looser rung finds more and
errs more, so whoever uses it should pay for it.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = {"ı": "i", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ə": "a"}
_DROPPED = "`'’‘ʻʼʿʾ´\"ˈ·.“”ʹʺ"
_SPACED = "-‐‑–—_/()[],"
_MARKS = {**dict.fromkeys(_DROPPED, ""), **dict.fromkeys(_SPACED, " "), **_LETTERS}
_TO_SPACE = bytes(32 if chr(code) in _SPACED else code for code in range(256))
_TO_NOTHING = "".join(c for c in _DROPPED if c.isascii()).encode()
_ARTICLES = {
    "al": "", "el": "", "ul": "", "il": "", "ash": "s", "esh": "s", "an": "n", "en": "n", "ar": "r", "er": "r",
    "az": "z", "ez": "z", "ad": "d", "ed": "d", "at": "t", "et": "t", "as": "s", "es": "s", "us": "s", "ur": "r",
}  # fmt: skip


class _Letters(dict[int, str]):
    """What stands in a plain key for a letter, by its code; each is worked out when it first comes up."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        parts = letter if letter in _MARKS else unicodedata.normalize("NFKD", letter)
        found = self[code] = "".join(_MARKS.get(c, c) for c in parts if not unicodedata.combining(c)).lower()
        return found


_PLAIN = _Letters()


@lru_cache(maxsize=1 << 15)
def plain(name: str) -> str:
    """Case, diacritics, hyphens, brackets, and marks for ayn and hamza dropped: `Ta'izz` and `Taizz`."""
    lowered = name.lower()
    if lowered.isascii():
        if lowered.isalpha():
            return lowered
        # A tenth of the time of `str.translate`, and most words that anybody asks for come this way.
        lowered = lowered.encode().translate(_TO_SPACE, _TO_NOTHING).decode()
    else:
        lowered = lowered.translate(_PLAIN)
    key = " ".join(lowered.split())
    return "saint " + key[3:] if key.startswith("st ") else key


def article(key: str) -> str:
    """A plain key without Arabic articles; an assimilated one only where the next letter agrees: `an nayrab`."""
    if " " not in key:
        return key
    words = key.split(" ")
    kept = [w for i, w in enumerate(words) if i + 1 == len(words) or not _is_article(w, words[i + 1])]
    return " ".join(kept)


def _is_article(word: str, following: str) -> bool:
    letter = _ARTICLES.get(word)
    return letter is not None and following.startswith(letter)


ARTICLE, FOLD, SKELETON, SLAVIC = "1", "2", "3", "4"
"""What the keys of looser rungs begin with; plain keys begin with a letter."""
