"""Who was counted, in the report's words."""

from __future__ import annotations

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.links import Link
from warmonitor.coding.tolls.view import View
from warmonitor.records import GroupKind

COUNTED = frozenset({"people", "troops", "displaced", "homes"})
POINTING = frozenset({"the", "this", "that", "these", "those"})
NAMELESS = frozenset({
    "another", "others", "more", "them", "whom", "which", "dead", "wounded", "injured", "hundreds", "thousands",
    "displaced",
})  # fmt: skip


def group_of(seen: View, count: Count, link: Link, lexicon: TollLexicon) -> tuple[str | None, GroupKind | None]:
    """(the counted words, their kind): "Turkish soldiers"; nothing for "two others" and most bare numbers."""
    if count.head is None and link.rule in ("measure", "label"):
        return _measured_group(seen, count, link, lexicon)
    if count.head is None or seen.lower[count.head] in NAMELESS:
        return None, None
    if count.named:
        return _name(seen, count), count.group_kind
    start = count.number.end
    while start < count.head and seen.lower[start] in ("of", "the", "other", "more", "-", "those"):
        start += 1
    return _words(seen, start, count.end), count.group_kind


def _name(seen: View, count: Count) -> str | None:
    """The name of the one who is counted, without titles, or what he is; nothing for a pronoun."""
    first = last = count.end - 1
    if seen.tag(last) in ("NN", "NNS"):
        start = count.number.start
        return _words(seen, start + (seen.lower[start] in POINTING), count.end)
    while first > count.number.start and seen.tokens[first - 1].ent_type_ == "PERSON":
        first -= 1
    return _words(seen, first, last + 1) if seen.tokens[last].ent_type_ == "PERSON" else None


def _measured_group(seen: View, count: Count, link: Link, lexicon: TollLexicon) -> tuple[str | None, GroupKind | None]:
    """The first known noun between the measure or label and the number: "the number of displaced families is 349"."""
    first, last = sorted((link.at, count.number.start))
    for at in range(max(first - 4, seen.sentence[first][0]), last):
        thing, kind = lexicon.nouns.get(seen.lower[at], (None, None))
        if thing in COUNTED and seen.lower[at] not in NAMELESS:
            return _words(seen, at, at + 1), kind
    return None, None


def _words(seen: View, start: int, end: int) -> str:
    first, last = seen.tokens[start], seen.tokens[end - 1]
    return str(first.doc[first.i : last.i + 1].text)
