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
_ASCII = str.maketrans({**dict.fromkeys(_DROPPED, None), **dict.fromkeys(_SPACED, " "), **_LETTERS})
_ARTICLES = {
    "al": "", "el": "", "ul": "", "il": "", "ash": "s", "esh": "s", "an": "n", "en": "n", "ar": "r", "er": "r",
    "az": "z", "ez": "z", "ad": "d", "ed": "d", "at": "t", "et": "t", "as": "s", "es": "s", "us": "s", "ur": "r",
}  # fmt: skip


@lru_cache(maxsize=1 << 15)
def plain(name: str) -> str:
    """Case, diacritics, hyphens, brackets, and marks for ayn and hamza dropped: `Ta'izz` and `Taizz`."""
    lowered = name.lower()
    if not lowered.isascii():
        lowered = lowered.translate(_ASCII)
        if not lowered.isascii():
            parts = unicodedata.normalize("NFKD", lowered)
            lowered = "".join(c for c in parts if not unicodedata.combining(c)).lower()
    elif lowered.isalpha():
        return lowered
    lowered = lowered.translate(_ASCII)
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
