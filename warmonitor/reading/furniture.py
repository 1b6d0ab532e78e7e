"""Page furniture: what a web page puts around a report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from warmonitor.reading.headlines import find_headlines
from warmonitor.reading.rules import Rules

Range = tuple[int, int]

_STOPPED = re.compile(r"[.!?…][\"”’»)\]]*$")
_SENTENCE = re.compile(r"[^.!?\s][^.!?\n]*[.!?]*")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|local time))? ?[-–—|:] +", re.IGNORECASE)
"""The hour at the head of an entry of a live page: "14:20 - "."""
_SENTENCE_SHORTEST = 60
_LINE_LONGEST = 400
"""Furniture is short: a longer paragraph is text, whatever it opens with (own)."""
_HEADLINE_WORDS = 30
_BEFORE_TAIL = re.compile(r"[.!?\"”)] +|(?=-{2,})")
_TAIL_LONGEST = 200
_REPEAT_SHORTEST = 30
_APPEAL_LONGEST = 1500
_QUOTED = re.compile(r"[\"“”«»]")
_TO_READER = re.compile(r"\b(?:you|your|yours|you['’](?:ve|re|ll|d))\b", re.IGNORECASE)


def find_furniture(text: str, paragraphs: tuple[Range, ...], rules: Rules) -> tuple[Range, ...]:
    """The ranges that are no report: menus, buttons, prompts, credits, other stories, paragraphs given twice."""
    found = list(_lines(text, paragraphs, rules))
    known = set(found)
    found += find_headlines(text, [part for part in paragraphs if part not in known])
    found += _repeats(text, known)
    found += (match.span() for match in rules.anywhere.finditer(text))
    found += (match.span() for start, end in paragraphs if (match := _CLOCK.match(text, start, end)))
    found += _appeals(text, paragraphs, rules)
    if paragraphs and (tail := _tail(text, paragraphs[-1], rules)):
        found.append(tail)
    return merged(found)


def merged(ranges: list[Range]) -> tuple[Range, ...]:
    """The same ranges in order, without overlaps."""
    kept: list[Range] = []
    for start, end in sorted(ranges):
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        elif start < end:
            kept.append((start, end))
    return tuple(kept)


def _lines(text: str, paragraphs: tuple[Range, ...], rules: Rules) -> Iterator[Range]:
    in_block = False
    seen: set[str] = set()
    for start, end in paragraphs:
        words = text[start:end]
        if words in seen and len(words) >= _REPEAT_SHORTEST:
            yield start, end
            continue
        seen.add(words)
        if len(words) > _LINE_LONGEST:
            in_block = False
        elif rules.block.fullmatch(words) and len(paragraphs) > 1:
            in_block = True
            yield start, end
        elif _stands_alone(words, rules) or (in_block and _is_headline(words)):
            yield start, end
        else:
            in_block = False


def _appeals(text: str, paragraphs: tuple[Range, ...], rules: Rules) -> Iterator[Range]:
    """Where the page speaks to its readers of itself: subscriptions, donations, what they may read.

    A paragraph that does is none of the report's if it says "you", and so is each behind it that does; of another
    only the sentence. A quotation speaks to somebody else.
    """
    asking = False
    for start, end in paragraphs:
        words = text[start:end]
        told = rules.appeal.search(words)
        if _QUOTED.search(words) or end - start > _APPEAL_LONGEST or not (told or asking):
            continue
        if _TO_READER.search(words):
            asking = True
            yield start, end
        elif told:
            sentences = (match.span() for match in _SENTENCE.finditer(text, start, end))
            yield from ((a, b) for a, b in sentences if rules.appeal.search(text, a, b))


def _repeats(text: str, known: set[Range]) -> Iterator[Range]:
    """Long sentences that stand, letter for letter, a second time: pages repeat their lead."""
    seen: set[str] = set()
    within = merged(list(known))
    at = 0
    for match in _SENTENCE.finditer(text):
        while at < len(within) and within[at][1] <= match.start():
            at += 1
        if at < len(within) and within[at][0] <= match.start():
            continue
        words = match.group()
        if len(words) < _SENTENCE_SHORTEST or not _STOPPED.search(words):
            continue
        if words in seen:
            yield match.span()
        seen.add(words)


def _stands_alone(words: str, rules: Rules) -> bool:
    return bool(rules.line.fullmatch(words) or rules.story.fullmatch(words))


def _is_headline(words: str) -> bool:
    """One line without a full stop, or with an ellipsis where a page cut it."""
    if words.endswith(("…", "...")):
        return True
    return not _STOPPED.search(words) and words.count(" ") < _HEADLINE_WORDS


def _tail(text: str, last: Range, rules: Rules) -> Range | None:
    """Credits and counters in the last words of a text, after the end of a sentence."""
    start, end = last
    first = max(start, end - _TAIL_LONGEST)
    breaks = [match.end() for match in _BEFORE_TAIL.finditer(text, first, end)]
    for at in [start, *breaks] if first == start else breaks:
        if rules.tail.fullmatch(text, at, end):
            return at, end
    return None
