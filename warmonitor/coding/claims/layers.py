"""Everything that the finders found in one document, with the look-ups that the assembly of claims needs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from spacy.tokens import Token

from warmonitor.coding.mentions import EventMention, PartyMention, PlaceMention, TimeMention, TollMention, Voice
from warmonitor.records import Document


@dataclass(frozen=True)
class Layers:
    """The mentions of one document, in order of their start."""

    document: Document
    events: tuple[EventMention, ...]
    times: tuple[TimeMention, ...]
    places: tuple[PlaceMention, ...]
    parties: tuple[PartyMention, ...]
    tolls: tuple[TollMention, ...]
    voices: tuple[Voice, ...]
    party_at: Mapping[int, tuple[PartyMention, ...]]
    """Parties by the token index of their head: "both sides" are two."""
    contents: tuple[tuple[int, int, int], ...]
    """(start, end, voice index) of every content, shortest first, of equal ones the innermost voice's."""

    def voice_of(self, token: Token) -> int | None:
        """Index of the innermost voice whose content holds the token."""
        at = token.idx
        return next((voice for start, end, voice in self.contents if start <= at < end), None)


def layers(
    document: Document,
    events: tuple[EventMention, ...],
    times: tuple[TimeMention, ...],
    places: tuple[PlaceMention, ...],
    parties: tuple[PartyMention, ...],
    tolls: tuple[TollMention, ...],
    voices: tuple[Voice, ...],
) -> Layers:
    """Sorts the mentions by start and indexes them."""
    placed = frozenset((p.start, p.end) for p in places if p.is_place and p.place is not None)
    parties = tuple(p for p in parties if p.kind != "unknown" or (p.start, p.end) not in placed)
    parties, tolls = _apart_from_headings(parties, tolls, voices)
    spans = [(start, end, at) for at, voice in enumerate(voices) for start, end in voice.contents]
    return Layers(
        document=document,
        events=events,
        times=tuple(sorted(times, key=lambda m: (m.start, m.end))),
        places=tuple(sorted(places, key=lambda m: (m.start, m.end))),
        parties=tuple(sorted(parties, key=lambda m: (m.start, m.end))),
        tolls=tolls,
        voices=voices,
        party_at=_by_root(parties),
        contents=tuple(sorted(spans, key=lambda s: (s[1] - s[0], s[0], -_depth(voices, s[2])))),
    )


def _apart_from_headings(
    parties: tuple[PartyMention, ...], tolls: tuple[TollMention, ...], voices: tuple[Voice, ...]
) -> tuple[tuple[PartyMention, ...], tuple[TollMention, ...]]:
    """Without what the parser makes of the source behind a headline: "raid kills 12: NGO" is no 12 aid workers."""
    for voice in voices:
        if voice.rule != "headline" or voice.source is None:
            continue
        (first, last), told = voice.source, voice.contents[-1][1]
        parties = tuple(p for p in parties if p.end <= first or last <= p.start)
        tolls = tuple(replace(t, end=told) if t.start < first < t.end else t for t in tolls)
    return parties, tolls


def _depth(voices: Sequence[Voice], at: int) -> int:
    """How many voices it speaks within: a speaker within the outlet that carries the words."""
    depth, above = 0, voices[at].within
    while above is not None:
        depth, above = depth + 1, voices[above].within
    return depth


def _by_root(parties: Iterable[PartyMention]) -> dict[int, tuple[PartyMention, ...]]:
    by_root: dict[int, tuple[PartyMention, ...]] = {}
    for party in parties:
        by_root[party.root] = (*by_root.get(party.root, ()), party)
    return by_root


M = TypeVar("M", TimeMention, PlaceMention, PartyMention)


def within(mentions: Sequence[M], start: int, end: int) -> list[M]:
    """The mentions, sorted by start, that lie in a range of offsets."""
    first = bisect_right(mentions, start - 1, key=lambda m: m.start)
    found = []
    for mention in mentions[first:]:
        if mention.start >= end:
            break
        if mention.end <= end:
            found.append(mention)
    return found
