"""The repaired copy of a text, and the way back from each of its characters to the original."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from warmonitor.records import OffsetMap


@dataclass(frozen=True, slots=True)
class Edit:
    """`copy[start:end]` is to read `put`; `start == end` inserts."""

    start: int
    end: int
    put: str


@dataclass(frozen=True, slots=True, eq=False)
class Copy:
    """A text after some repairs. Character i stands for `original[starts[i]:ends[i]]`; None: nothing was moved yet."""

    text: str
    starts: array[int] | None = None
    ends: array[int] | None = None

    def edited(self, edits: Iterable[Edit]) -> Copy:
        """A new copy with the edits made; they are in order and do not overlap."""
        made = list(edits)
        if not made:
            return self
        if all(len(edit.put) == edit.end - edit.start for edit in made):
            return Copy(_put(self.text, made), self.starts, self.ends)
        starts, ends = self._map()
        return Copy(_put(self.text, made), *_moved(starts, ends, made))

    def replaced(self, pattern: re.Pattern[str], put: Callable[[re.Match[str]], str | None]) -> Copy:
        """A new copy with `put(match)` for each match of the pattern; None leaves the match as it is."""
        found = ((match, put(match)) for match in pattern.finditer(self.text))
        return self.edited(Edit(match.start(), match.end(), new) for match, new in found if new is not None)

    def offsets(self) -> OffsetMap:
        """The map that a Document carries."""
        return OffsetMap(self.starts, self.ends)

    def _map(self) -> tuple[array[int], array[int]]:
        if self.starts is not None and self.ends is not None:
            return self.starts, self.ends
        return array("q", range(len(self.text))), array("q", range(1, len(self.text) + 1))


def _put(text: str, edits: list[Edit]) -> str:
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.put)
        at = edit.end
    return "".join([*parts, text[at:]])


def _moved(starts: array[int], ends: array[int], edits: list[Edit]) -> tuple[array[int], array[int]]:
    new_starts, new_ends, at = array("q"), array("q"), 0
    for edit in edits:
        new_starts.extend(starts[at : edit.start])
        new_ends.extend(ends[at : edit.start])
        first, last = _behind(starts, ends, edit, new_ends[-1] if new_ends else 0)
        if len(edit.put) == edit.end - edit.start:
            new_starts.extend(starts[edit.start : edit.end])
            new_ends.extend(ends[edit.start : edit.end])
        else:
            new_starts.extend(array("q", [first]) * len(edit.put))
            new_ends.extend(array("q", [last]) * len(edit.put))
        at = edit.end
    new_starts.extend(starts[at:])
    new_ends.extend(ends[at:])
    return new_starts, new_ends


def _behind(starts: array[int], ends: array[int], edit: Edit, before: int) -> tuple[int, int]:
    """What an edit of another length stands for: all that it replaces; an insertion stands for nothing."""
    if edit.start < edit.end:
        return starts[edit.start], ends[edit.end - 1]
    at = starts[edit.start] if edit.start < len(starts) else before
    return at, at
