"""Keys for names from Cyrillic: one for the Ukrainian and the Russian form, and for either's romanisations."""

from __future__ import annotations

import re

_LETTERS = {
    **dict(zip("абвгґдезийіїклмнопрстуўфыэё", "abvhhdeziiiiklmnoprstuufieo", strict=True)),
    "є": "ie", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "iu",
    "я": "ia",
}  # fmt: skip
_STEPS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        ("[gh](?!h)", "h"), ("kh", "x"), ("hh", "h"), ("[yj]", "i"), ("ii+", "i"), ("i(?=[aeu])", ""), ("w", "v"),
        ("ck", "k"), (r"(?:iv|ov|ev)k[aiy]\Z", "vk"),
        (r"(?:ov|iv|ev)[eo]\Z", "v"), (r"(?:iv|ov|ev)\Z", "v"), (r"o?i?e\Z", ""),
        (r"(?:iii|ii|i|a|o)\Z", ""), (r"(.)\1+", r"\1"), ("[o]", "a"), ("e", "i"),
    )
)  # fmt: skip


def slavic(plain: str) -> str:
    """The key of a plain key in Latin or Cyrillic letters: Luhansk is Lugansk, Kalynove is Kalinovo; may be empty."""
    latin = "".join(_LETTERS.get(letter, letter) for letter in plain.replace(" ", ""))
    for pattern, to in _STEPS:
        latin = pattern.sub(to, latin)
    return latin if len(latin) >= 3 else ""
