"""Who was counted, in the report's words."""

from __future__ import annotations

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.view import View
from warmonitor.records import GroupKind

NAMELESS = frozenset({"others", "more", "them", "whom", "which", "dead", "wounded", "injured", "hundreds", "thousands"})


def group_of(seen: View, count: Count) -> tuple[str | None, GroupKind | None]:
    """(the counted words, their kind): "Turkish soldiers"; nothing for "two others" and bare numbers."""
    if count.head is None or seen.lower[count.head] in NAMELESS:
        return None, None
    start = count.number.end
    while start < count.head and seen.lower[start] in ("of", "the", "other", "more", "-"):
        start += 1
    first, last = seen.tokens[start], seen.tokens[count.end - 1]
    return seen.tokens[start].doc.text[first.idx : last.idx + len(last)], count.group_kind
