"""What was made last time, kept for as long as it would be made of the same things again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")


class Memory:
    """Results by what they are called, each with the things it was made of.

    Things are compared as they compare themselves: briefs, outlines and what is made of them are equal to themselves
    alone, so that a look at them takes next to no time. What a pass does not ask for is forgotten with it.
    """

    def __init__(self) -> None:
        self._before: dict[Hashable, tuple[tuple[object, ...], object]] = {}
        self._now: dict[Hashable, tuple[tuple[object, ...], object]] = {}

    def begin(self) -> None:
        """Another pass begins: what the last one did not ask for goes."""
        self._before, self._now = self._now, {}

    def of(self, name: Hashable, make: Callable[..., T], *made_of: object) -> T:
        """`make(*made_of)`, called so; made anew if it was made of other things last time."""
        found = self._before.get(name)
        if found is None or found[0] != made_of:
            found = made_of, make(*made_of)
        self._now[name] = found
        return cast(T, found[1])

    def last(self, name: Hashable, otherwise: T) -> T:
        """What was noted under the name in the last pass."""
        found = self._before.get(name)
        return otherwise if found is None else cast(T, found[1])

    def note(self, name: Hashable, made: object) -> None:
        """Notes something for the next pass."""
        self._now[name] = (), made
