"""Keys for names from Cyrillic: one for the Ukrainian and the Russian form, and for either's romanisations."""

from __future__ import annotations

import re

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "h", "д": "d", "е": "e", "є": "ie", "ё": "io", "ж": "zh", "з": "z", "и": "i",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e",
    "ю": "iu", "я": "ia", "ў": "u",
}  # fmt: skip
_STEPS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        ("[gh](?!h)", "h"), ("kh", "x"), ("hh", "h"), ("[yj]", "i"), ("ii+", "i"), ("i(?=[aeu])", ""), ("w", "v"), ("ck", "k"),
        (r"(?:iv|ov|ev)k[aiy]\Z", "vk"), (r"(?:ov|iv|ev)[eo]\Z", "v"), (r"(?:iv|ov|ev)\Z", "v"), (r"o?i?e\Z", ""),
        (r"(?:iii|ii|i|a|o)\Z", ""), (r"(.)\1+", r"\1"), ("[o]", "a"), ("e", "i"),
    )
)  # fmt: skip


def slavic(plain: str) -> str:
    """The key of a plain key in Latin or Cyrillic letters: Luhansk is Lugansk, Kalynove is Kalinovo; may be empty."""
    latin = "".join(_LETTERS.get(letter, letter) for letter in plain.replace(" ", ""))
    for pattern, to in _STEPS:
        latin = pattern.sub(to, latin)
    return latin if len(latin) >= 3 else ""
