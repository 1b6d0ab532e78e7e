"""Answers of the store for the last filters, kept ready, so that a map can be panned without asking it each time."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Condition, Thread
from typing import Generic, TypeVar

from warmonitor.monitor import Monitor
from warmonitor.web.asked import Asked
from warmonitor.web.monitors import Monitors

FRESH = 10.0
"""Seconds for which an answer is taken as it is; an older one is shown once more while it is asked for anew."""
OLD = 120.0
"""Seconds after which an answer is not shown any more."""

T = TypeVar("T")


class Kept(Generic[T]):
    """Answers by filter. What is ruled at this desk or added to the store shows some seconds later."""

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
        self._known = Condition()

    def of(self, key: Asked, monitor: Monitor) -> T:
        """The answer for a filter. Who asks while another is reading the same waits for that one."""
        with self._known:
            while True:
                found = self._kept.get(key)
                age = self._clock() - found[1] if found else OLD
                if found and age < OLD:
                    self._kept.move_to_end(key)
                    if age >= FRESH and key not in self._reading:
                        self._reading.add(key)
                        Thread(target=self._again, args=(key,), daemon=True).start()
                    return found[0]
                if key not in self._reading:
                    break
                self._known.wait()
            self._reading.add(key)
        return self._asked(key, monitor)

    def begun(self, key: Asked) -> bool:
        """Whether the answer for a filter is there; if not, it is begun to be read beside the page."""
        with self._known:
            found = self._kept.get(key)
            if found and self._clock() - found[1] < OLD:
                return True
            if key not in self._reading:
                self._reading.add(key)
                Thread(target=self._again, args=(key,), daemon=True).start()
            return False

    def _again(self, key: Asked) -> None:
        with self._monitors.lend() as monitor:
            self._asked(key, monitor)

    def _asked(self, key: Asked, monitor: Monitor) -> T:
        at = self._clock()
        try:
            answer = self._read(monitor, key)
        except BaseException:
            self._done(key)
            raise
        with self._known:
            self._kept[key] = (answer, at)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        self._done(key)
        return answer

    def _done(self, key: Asked) -> None:
        with self._known:
            self._reading.discard(key)
            self._known.notify_all()
