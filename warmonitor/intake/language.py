"""Which language a text is in: by its function words, and where they are few, by a second opinion."""

from __future__ import annotations

import re
import unicodedata

from warmonitor.codebook.foreign import foreign_words, forms

ENGLISH = frozenset(
    "the of and to in a that is was for on as by with said were at from has it he have had be been an this are not "
    "their they his but after its who which would her she will more than one two when we there also up out into no "
    "or over said, about before between against during under near including while where all other some people".split()
)
"""Function words and the commonest of news English (own)."""
FEWEST = 0.12
"""Share of those words below which a second opinion is asked: English news has 0.3 to 0.5 (own)."""
SURELY = 0.25
"""From this share on a text is English, whatever else it has; "a" and "no" are Spanish words, too."""
ENOUGH = 12
"""Words that a judgement needs: headlines and captions are taken as they come."""
SAMPLE = 4_000
"""Characters from the start that are judged."""
LATIN = 0.5
"""Share of letters in Latin script below which a text is not English, however short."""
FEW_FOREIGN = 0.3
"""Share of a language's words of the table from which a text is in it: situation reports have 0.5 to 0.7 (own)."""
PLAIN = frozenset({"plain", "at", "joint", "between", "sum", "mood", "not"})
"""Roles of words that any text of the language has."""
SHARED = frozenset(
    "as ate case cases civil con concession concessions destruction do era evacuation evacuations foyer ha "
    "habitation hay maison mars mas no nos on par pas patient patients persona plus rancho resident residents "
    "sans sept ser sin son submerge submerges suite sur total touche touches vaccine vaccines".split()
)
"""Words of theirs that English texts have, too (own)."""
NAMES = {
    "ar": "Arabic", "de": "German", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew", "it": "Italian",
    "ku": "Kurdish", "my": "Burmese", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish",
    "uk": "Ukrainian", "und": "a language in another script", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


class Tongues:
    """The judge of languages; reads the words of those that are read in part once."""

    def __init__(self) -> None:
        """Reads the table."""
        self._plain: dict[str, frozenset[str]] = {}
        self._telling: dict[str, frozenset[str]] = {}
        for row in foreign_words():
            found = frozenset(word for form in forms(row.word) for word in form.split())
            kept = self._plain if row.role in PLAIN else self._telling
            kept[row.language] = kept.get(row.language, frozenset()) | found

    def other(self, text: str, said: str | None = None) -> str | None:
        """The language of a text, as an ISO 639-1 code, if it is not English; None: English, or too short to tell.

        `said` is the language that the report names itself; it decides only where the words do not.
        """
        words = _WORD.findall(text[:SAMPLE].lower())
        if not words:
            return None
        english = sum(word in ENGLISH for word in words) / len(words)
        if len(words) >= ENOUGH and english >= SURELY:
            return None
        if _latin(words) < LATIN:
            return _second_opinion(text) or "und"
        folded = [_bare(word) for word in words if len(word) > 1]  # "â" is most often what is left of a mark
        if len(words) >= ENOUGH:
            return self._in_part(folded, english) or (_second_opinion(text) if english < FEWEST else None)
        short = self._in_short(folded, english)
        return short or (_code(said) if said and not said.lower().startswith("en") and not english else None)

    def _in_part(self, words: list[str], english: float) -> str | None:
        """The language read in part that most words are of, if many are and no other has as many."""
        shares = {language: self._share(words, language) for language in self._plain}
        first, second = sorted(shares, key=lambda language: -shares[language])[:2]
        return first if shares[first] > max(FEW_FOREIGN, english, shares[second]) else None

    def _in_short(self, words: list[str], english: float) -> str | None:
        """As above for a line such as "Familias evacuadas: 32": some word must be one that tells of people moved."""
        for language in sorted(self._plain, key=lambda language: -self._share(words, language)):
            known = self._plain[language] | self._telling[language]
            own = [word for word in words if word in known and word not in SHARED]
            telling = any(word not in self._plain[language] for word in own)
            if telling and len(own) / len(words) > max(FEW_FOREIGN, english) and len(own) >= min(2, len(words)):
                return language
        return None

    def _share(self, words: list[str], language: str) -> float:
        known = self._plain[language] | self._telling[language]
        return sum(word in known for word in words) / (len(words) or 1)


def called(code: str) -> str:
    """The English name of a language by its code."""
    return NAMES.get(code, f"another language ({code})")


def _latin(words: list[str]) -> float:
    letters = "".join(words)[:1000]
    return sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters) / len(letters)


def _bare(word: str) -> str:
    """Without accents, as the tables have it."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def _second_opinion(text: str) -> str | None:
    """What py3langid says, unless it says English; loaded only here, for it takes half a second."""
    import py3langid

    code: str = py3langid.classify(text[:SAMPLE])[0]
    return None if code == "en" else code


def _code(said: str) -> str:
    """ "fr-FR" and "French" are "fr"."""
    named = next((code for code, name in NAMES.items() if name.lower() == said.lower()), said)
    return named.lower()[:2]
