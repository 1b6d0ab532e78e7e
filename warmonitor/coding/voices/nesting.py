"""Which voice speaks within which: the chain from the report to the claimant."""

from __future__ import annotations

from dataclasses import replace

from warmonitor.coding.mentions import Voice
from warmonitor.coding.voices.drafts import Draft


def nested(voices: list[Voice]) -> tuple[Voice, ...]:
    """Set `within` of every voice to the one whose narrowest content holds its cue and source."""
    parts = [(start, -end, at) for at, voice in enumerate(voices) for start, end in voice.contents]
    spans = sorted(parts, key=lambda span: span[:2])
    order = sorted(range(len(voices)), key=lambda at: _anchor(voices[at]))
    within: list[int | None] = [None] * len(voices)
    opened: list[tuple[int, int, int]] = []
    at_span = 0
    for at in order:
        start, end = _anchor(voices[at])
        while at_span < len(spans) and spans[at_span][0] <= start:
            opened.append((spans[at_span][0], -spans[at_span][1], spans[at_span][2]))
            at_span += 1
        opened = [span for span in opened if span[1] > start]
        holding = [span for span in opened if span[1] >= end and span[2] != at]
        if holding:
            within[at] = min(holding, key=lambda span: (span[1] - span[0], span[2]))[2]
    return tuple(replace(voice, within=_acyclic(within, at)) for at, voice in enumerate(voices))


def _anchor(voice: Voice) -> tuple[int, int]:
    """From the source or cue that comes first to the end of the cue."""
    parts = [part for part in (voice.source, voice.cue) if part]
    if voice.cue and voice.source and voice.source[0] > voice.cue[1]:
        parts = [voice.cue]
    return min(part[0] for part in parts), max(part[1] for part in parts)


def _acyclic(within: list[int | None], at: int) -> int | None:
    """The parent, unless following parents leads back to this voice."""
    seen, up = {at}, within[at]
    while up is not None:
        if up in seen:
            return None
        seen.add(up)
        up = within[up]
    return within[at]


def outermost(drafts: list[Draft]) -> list[Draft]:
    """Drafts that no other draft's content holds: annotators leave what stands within what is said."""
    parts = sorted((first, last, at) for at, draft in enumerate(drafts) for first, last in draft.contents)
    kept: list[Draft] = []
    begun: list[tuple[int, int, int]] = []
    at_part = 0
    for at, draft in enumerate(drafts):
        while at_part < len(parts) and parts[at_part][0] <= draft.cue:
            begun.append(parts[at_part])
            at_part += 1
        begun = [part for part in begun if part[1] >= draft.cue]
        if all(owner == at for _, _, owner in begun):
            kept.append(draft)
    return kept
