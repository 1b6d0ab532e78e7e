"""Whether a text is English: by its function words, and where they are few, by a second opinion."""

from __future__ import annotations

import re
import unicodedata

ENGLISH = frozenset(
    "the of and to in a that is was for on as by with said were at from has it he have had be been an this are not "
    "their they his but after its who which would her she will more than one two when we there also up out into no "
    "or over said, about before between against during under near including while where all other some people".split()
)
"""Function words and the commonest of news English (own)."""
FEWEST = 0.12
"""Share of those words below which a second opinion is asked: English news has 0.3 to 0.5 (own)."""
ENOUGH = 12
"""Words that a judgement needs: headlines and captions are taken as they come."""
SAMPLE = 4_000
"""Characters from the start that are judged."""
LATIN = 0.5
"""Share of letters in Latin script below which a text is not English, however short."""
NAMES = {
    "ar": "Arabic", "de": "German", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew", "it": "Italian",
    "ku": "Kurdish", "my": "Burmese", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def other_language(text: str, said: str | None = None) -> str | None:
    """The name of the language that a text is in, if it is not English; None: English, or too short to tell.

    `said` is the language that the report names itself; it decides only where the words do not.
    """
    words = _WORD.findall(text[:SAMPLE].lower())
    if not words:
        return None
    english = sum(word in ENGLISH for word in words) / len(words)
    if len(words) >= ENOUGH and english >= FEWEST:
        return None
    if _latin(words) < LATIN:
        return _second_opinion(text) or "a language in another script"
    if len(words) < ENOUGH:
        return _named(said) if said and not said.lower().startswith("en") and not english else None
    return _second_opinion(text)


def _latin(words: list[str]) -> float:
    letters = "".join(words)[:1000]
    return sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters) / len(letters)


def _second_opinion(text: str) -> str | None:
    """What py3langid says, unless it says English; loaded only here, for it takes half a second."""
    import py3langid

    code: str = py3langid.classify(text[:SAMPLE])[0]
    return None if code == "en" else _named(code)


def _named(code: str) -> str:
    return NAMES.get(code[:2].lower(), f"another language ({code})")
