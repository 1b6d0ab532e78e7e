"""Answers of the store for the last filters, kept ready, so that a map can be panned without asking it each time."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock, Thread
from typing import Generic, TypeVar

from warmonitor.monitor import Monitor
from warmonitor.web.asked import Asked
from warmonitor.web.monitors import Monitors

FRESH = 5.0
"""Seconds for which an answer is taken as it is; an older one is shown once more while it is asked for anew."""
OLD = 60.0
"""Seconds after which an answer is not shown any more."""

T = TypeVar("T")


class Kept(Generic[T]):
    """Answers by filter. What people rule at this desk shows at once; what others add to the store, seconds later."""

    def __init__(
        self,
        monitors: Monitors,
        read: Callable[[Monitor, Asked], T],
        most: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`read` asks the store, and `most` answers are kept."""
        self._monitors, self._read, self._most, self._clock = monitors, read, most, clock
        self._kept: OrderedDict[Asked, tuple[T, float]] = OrderedDict()
        self._reading: set[Asked] = set()
        self._era = 0
        self._lock = Lock()

    def of(self, key: Asked, monitor: Monitor) -> T:
        """The answer for a filter."""
        with self._lock:
            found = self._kept.get(key)
            age = self._clock() - found[1] if found else OLD
            if found and age < OLD:
                self._kept.move_to_end(key)
                if age >= FRESH and key not in self._reading:
                    self._reading.add(key)
                    Thread(target=self._again, args=(key,), daemon=True).start()
                return found[0]
        return self._asked(key, monitor)

    def forget(self) -> None:
        """What is kept is no longer so."""
        with self._lock:
            self._kept.clear()
            self._era += 1

    def _again(self, key: Asked) -> None:
        try:
            with self._monitors.lend() as monitor:
                self._asked(key, monitor)
        finally:
            with self._lock:
                self._reading.discard(key)

    def _asked(self, key: Asked, monitor: Monitor) -> T:
        era, at = self._era, self._clock()
        answer = self._read(monitor, key)
        with self._lock:
            if era == self._era:
                self._kept[key] = (answer, at)
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return answer
