"""Whether two party records may be one party."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from warmonitor.records import Party

# Words that many parties share; they do not make two names one.
SHARED_WORDS = frozenset(
    "the a an of and in for its their army armed force forces fighter fighters troops soldiers military police group "
    "groups personnel government people civilians members security rebels militia rescue local state president "
    "minister".split()
)
ARTICLE = re.compile(r"\A(?:al|el|ar|as|ad|an|at|az|ash)[ '’-]+")


@dataclass(frozen=True, slots=True)
class Side:
    """A stated party, reduced to what is compared."""

    name: str
    words: frozenset[str]
    kind: str
    country: str | None


def sides(parties: Iterable[Party]) -> tuple[Side, ...]:
    """The stated parties, in order."""
    return tuple(side(party) for party in parties if party.stated)


def side(party: Party) -> Side:
    """The party as it is compared."""
    return Side(party.name.casefold(), name_words(party.name), party.kind, party.country)


@lru_cache(maxsize=50_000)
def name_words(name: str) -> frozenset[str]:
    """The words that tell this name from others; all of them where none does."""
    words = frozenset(re.findall(r"\w+", name.casefold().replace("-", " ")))
    return words - SHARED_WORDS or words


@lru_cache(maxsize=50_000)
def bare(name: str) -> str:
    """A name without article, accents and marks, in any spelling of these: "al-Bāb" is "bab"."""
    folded = ARTICLE.sub("", unicodedata.normalize("NFKD", name).casefold())
    return re.sub(r"[^a-z0-9]", "", folded) or folded


def same_side(a: Side, b: Side) -> bool:
    """One name, names that share most of their telling words, or the same kind of party of the same country."""
    if a.name == b.name:
        return True
    if a.words and b.words and 2 * len(a.words & b.words) >= min(len(a.words), len(b.words)) + 1:
        return True
    return a.country is not None and a.country == b.country and a.kind == b.kind != "unknown"


def same_name(a: str, b: str) -> bool:
    """Whether two names are one, or share most of their telling words."""
    return same_side(*(Side(name.casefold(), name_words(name), "unknown", None) for name in (a, b)))


def any_same(first: Iterable[Side], second: Iterable[Side]) -> bool:
    """Whether some party stands on both lists."""
    others = tuple(second)
    return any(same_side(a, b) for a in first for b in others)
