"""What was asked of the store last, kept ready for as long as it is asked for; each answer is worked out once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Condition
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Kept(Generic[K, T]):
    """The last answers by what they answer. A key has to say all that the answer depends on, the edition included."""

    def __init__(self, most: int) -> None:
        """`most` answers are kept."""
        self._most = most
        self._kept: OrderedDict[K, T] = OrderedDict()
        self._reading: set[K] = set()
        self._known = Condition()

    def of(self, key: K, read: Callable[[], T]) -> T:
        """The answer; `read` works it out. Who asks while another is at it waits for that one."""
        with self._known:
            while key not in self._kept:
                if key not in self._reading:
                    self._reading.add(key)
                    break
                self._known.wait()
            else:
                self._kept.move_to_end(key)
                return self._kept[key]
        try:
            answer = read()
            with self._known:
                self._kept[key] = answer
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        finally:
            with self._known:
                self._reading.discard(key)
                self._known.notify_all()
        return answer
