"""The claims of a report that is not in English: figures of people moved and houses hit, and nothing else."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from warmonitor.coding.foreign.counted import Counted, counted
from warmonitor.coding.foreign.fates import BLOWS
from warmonitor.coding.foreign.lexicon import ForeignLexicon, Tongue
from warmonitor.coding.foreign.sentences import sentences
from warmonitor.coding.foreign.whereabouts import Atlas, Named, named, place, weights
from warmonitor.coding.foreign.words import Word, words
from warmonitor.records import (
    Claim,
    Claimant,
    EventType,
    OffsetMap,
    Party,
    Place,
    Realis,
    Reason,
    Report,
    Span,
    Toll,
)
from warmonitor.version import CODER

MOOD_REACH = 4
"""Words before what befell them in which "pueden", "seront", "no" bend it."""
_MOODS: dict[str, Realis] = {"hypothetical": "hypothetical", "future_expected": "future_expected"}


@dataclass(frozen=True, slots=True)
class Text:
    """A report with the repaired copy of its text and the way back."""

    report: Report
    text: str
    offsets: OffsetMap

    def span(self, start: int, end: int) -> Span:
        """The original words behind `text[start:end]`."""
        first, last = self.offsets.original(start, end)
        return Span(start=first, end=last, text=self.report.text[first:last])


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence, read."""

    start: int
    end: int
    words: tuple[Word, ...]
    figures: tuple[Counted, ...]
    names: tuple[Named, ...]


def code(text: Text, lexicon: ForeignLexicon, atlas: Atlas) -> tuple[Claim, ...]:
    """The displacement and damage claims of a report whose `language` the lexicon knows, in reading order."""
    tongue = lexicon[text.report.language or ""]
    read = [_read(text.text, start, end, tongue, atlas) for start, end in sentences(text.text, tongue)]
    spoken = atlas.spoken[tongue.language]
    countries = weights([name for sentence in read for name in sentence.names], spoken)
    made: list[Claim] = []
    seen: dict[str, int] = {}
    at: tuple[Place, ...] = ()
    for sentence in read:
        places = _places(sentence, text, countries, spoken)
        at = tuple(p for p in places if p.role == "event") or at
        here = places or at
        made += [_claim(figures, sentence, here, text, tongue, seen) for figures in _by_trigger(sentence.figures)]
    return tuple(made)


def _read(text: str, start: int, end: int, tongue: Tongue, atlas: Atlas) -> _Read:
    found = words(text, start, end, tongue.vocabulary)
    return _Read(start, end, found, counted(found, tongue), named(found, tongue, atlas))


def _by_trigger(figures: Sequence[Counted]) -> Iterator[tuple[Counted, ...]]:
    """Figures of one word make one claim."""
    ordered = sorted(figures, key=lambda figure: (figure.trigger, figure.span))
    grouped = [tuple(same) for _, same in groupby(ordered, key=lambda figure: figure.trigger)]
    yield from sorted(grouped, key=lambda same: same[0].span)


def _places(sentence: _Read, text: Text, countries: Counter[str], spoken: frozenset[str]) -> tuple[Place, ...]:
    """The places that a sentence names, each once."""
    found: dict[str | None, Place] = {}
    for name in sentence.names:
        here = place(name, countries, spoken)
        if here is None:
            continue
        words_of_it = text.span(sentence.words[name.start].start, sentence.words[name.end - 1].end)
        found.setdefault(here.gazetteer_id, here.model_copy(update={"as_written": words_of_it}))
    return tuple(found.values())


def _claim(
    figures: tuple[Counted, ...], sentence: _Read, places: tuple[Place, ...], text: Text, tongue: Tongue,
    seen: dict[str, int],
) -> Claim:  # fmt: skip
    fate, trigger = figures[0].fate, figures[0].trigger
    evidence = text.span(sentence.start, sentence.end)
    told = text.span(sentence.words[trigger[0]].start, sentence.words[trigger[1] - 1].end)
    kind = _event_type(figures[0])
    realis, negated = _mood(sentence.words, trigger, tongue)
    sha256 = text.report.sha256
    return Claim(
        id=_id(f"{text.report.id}:{sha256}:{evidence.start}:{evidence.end}:{kind}", seen),
        report_id=text.report.id,
        report_sha256=sha256,
        coder=CODER,
        event_type=kind,
        evidence=evidence,
        trigger=told,
        claimant=Claimant(name="narrator", kind="reporter"),
        realis=realis,
        negated=negated,
        targets=tuple(_target(figure, sentence.words, text) for figure in figures if figure.thing != "houses"),
        places=places,
        tolls=tuple(_toll(figure, sentence.words, text) for figure in figures),
        reasons=(Reason(field="event_type", rule=f"foreign:{tongue.language}:{fate}", words=told),),
    )


def _event_type(figure: Counted) -> EventType:
    if figure.fate in BLOWS:
        return "property_damage"
    return "humanitarian" if figure.fate == "sheltered" else "displacement"


def _mood(words_: Sequence[Word], trigger: tuple[int, int], tongue: Tongue) -> tuple[Realis, bool]:
    """Whether it has happened, will, or may; and whether it is denied."""
    realis: Realis = "occurred"
    negated = False
    for at in range(max(0, trigger[0] - MOOD_REACH), trigger[0]):
        found = tongue.words.at(words_, at, "mood", "not")
        if found is not None and found.role == "mood":
            realis = _MOODS[found.value]
        negated = negated or (found is not None and found.role == "not")
    return realis, negated


def _target(figure: Counted, words_: Sequence[Word], text: Text) -> Party:
    span = text.span(words_[figure.span[0]].start, words_[figure.span[1] - 1].end)
    return Party(name=figure.group, as_written=span, kind="civilians")


def _toll(figure: Counted, words_: Sequence[Word], text: Text) -> Toll:
    number = figure.number
    return Toll(
        kind="other" if figure.fate in BLOWS else "displaced",
        low=number.low,
        high=number.high,
        best=number.best,
        bound=number.bound,
        group=figure.group,
        group_kind="children" if figure.group == "children" else "women" if figure.group == "women" else None,
        as_written=text.span(words_[figure.span[0]].start, words_[figure.span[1] - 1].end),
    )


def _id(key: str, seen: dict[str, int]) -> str:
    """Of report, words and type; a second claim of the same words counts up."""
    seen[key] = seen.get(key, -1) + 1
    return hashlib.sha256(f"{key}:{seen[key]}".encode()).hexdigest()[:16]
