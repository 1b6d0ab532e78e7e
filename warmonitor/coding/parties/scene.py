"""All that the finders need to know of one report, and the mentions in the making."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from warmonitor.coding.parties.cast import Cast
from warmonitor.coding.parties.lexicon import ActorLexicon, Identity
from warmonitor.coding.parties.names import Hit
from warmonitor.coding.parties.rows import Number
from warmonitor.coding.parties.words import Words

BACKED = re.compile(r"[-‐‑–](?:backed|supported|sponsored|allied|aligned|led|funded|armed|trained|financed)\b", re.I)
LINKED = re.compile(r"[-‐‑–](?:linked|affiliated|inspired|based|born|owned|made|designed|style|built|language)\b", re.I)
HELD = re.compile(
    r"[-‐‑–](?:held|controlled|occupied|run|ruled|besieged|administered|governed|dominated|claimed|annexed)\b", re.I
)

LOOK_BACK = 80
"""Mentions that are looked through for an antecedent at most: many sentences of a report, a part of a runaway one."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A report's words, its names and its cast."""

    text: str
    words: Words
    lexicon: ActorLexicon
    cast: Cast
    hits: tuple[Hit, ...]
    hit_of: dict[int, Hit]
    """The name that a token belongs to."""
    quotations: tuple[range, ...]
    """The tokens of each quoted passage."""
    soil: Mapping[int, str] = field(default_factory=dict)
    """By the number of a sentence, the country (ISO alpha-3) in which all of its places lie."""
    house: Identity | None = None
    """The party to the war in whose outlet it came out: "our forces", where nobody is quoted, are its."""

    def here(self, at: int) -> str | None:
        """The country in which what a token's sentence tells happens: of its places, else the one at war."""
        return self.soil.get(self.words.sentence[at], self.cast.theatre)

    def quoted(self, at: int) -> int | None:
        """First token of the quotation around a token."""
        index = bisect_right(self.quotations, at, key=lambda tokens: tokens.start) - 1
        return self.quotations[index].start if index >= 0 and at in self.quotations[index] else None

    def side(self, hit: Hit) -> str:
        """What a hyphen makes of a name: `backed` by it, `linked`, `held` by it, `pro`, `anti`, or nothing."""
        for label, pattern in (("backed", BACKED), ("held", HELD), ("linked", LINKED)):
            if pattern.match(self.text, hit.end):
                return label
        return self.prefix(hit.first)

    def prefix(self, at: int) -> str:
        """`pro`, `anti` or `counter` before a token, with its hyphen; else nothing."""
        lower = self.words.lower
        if at >= 2 and lower[at - 1] in ("-", "‐", "‑", "–") and lower[at - 2] in ("pro", "anti", "counter"):
            return lower[at - 2]
        return ""

    def held(self, at: int) -> bool:
        """ "rebel-held": the word before the hyphen."""
        return HELD.match(self.text, self.words.end[at]) is not None


@dataclass(slots=True)
class Draft:
    """A mention in the making, in tokens, `last` inclusive."""

    first: int
    last: int
    root: int
    identity: Identity
    rule: str
    number: Number = "many"
    backers: list[int] = field(default_factory=list)
    strong: bool = True
    """False: too weak to be what a pronoun stands for."""


class Memory:
    """The mentions met so far, in the order of the text."""

    def __init__(self, words: Words) -> None:
        """Nothing is remembered of another report."""
        self.drafts: list[Draft] = []
        self.at: dict[int, Draft] = {}
        self._words = words

    def add(self, draft: Draft) -> None:
        """Remember a mention under its root."""
        self.drafts.append(draft)
        self.at.setdefault(draft.root, draft)

    def back(self, before: int, sentences: int, weak: bool = False) -> Iterator[Draft]:
        """Mentions before a token, nearest first, in its own sentence and so many before; `weak` ones too if asked."""
        oldest = self._words.sentence[before] - sentences
        for seen, draft in enumerate(reversed(self.drafts)):
            if self._words.sentence[draft.root] < oldest or seen == LOOK_BACK:
                return
            if (draft.strong or weak) and draft.last < before:
                yield draft

    def last(self, before: int, sentences: int, fits: Callable[[Draft], bool]) -> Draft | None:
        """The nearest mention before a token that fits."""
        return next((draft for draft in self.back(before, sentences) if fits(draft)), None)

    def usual(self, before: int, sentences: int, fits: Callable[[Draft], bool]) -> Draft | None:
        """The mention of whom the text speaks most of late; of equals the nearest."""
        counts: dict[str, int] = {}
        nearest: dict[str, Draft] = {}
        for draft in self.back(before, sentences, weak=True):
            if fits(draft):
                counts[draft.identity.entity] = counts.get(draft.identity.entity, 0) + 1
                nearest.setdefault(draft.identity.entity, draft)
        return nearest[max(counts, key=lambda entity: counts[entity])] if counts else None
