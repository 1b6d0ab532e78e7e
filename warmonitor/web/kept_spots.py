"""The spots of the last filters, kept ready, so that a map can be panned without asking the store each time."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock, Thread

from warmonitor.monitor import Monitor
from warmonitor.web.asked import Asked
from warmonitor.web.cells import Spots
from warmonitor.web.monitors import Monitors

FRESH = 5.0
"""Seconds for which spots are taken as they are; older ones are shown once more while they are read anew."""
OLD = 60.0
"""Seconds after which spots are not shown any more."""
MOST = 16
"""Filters that are kept: some 40 MB each at 100,000 incidents."""


class KeptSpots:
    """Spots by filter. What people rule at this desk shows at once; what others add to the store, seconds later."""

    def __init__(self, monitors: Monitors, clock: Callable[[], float] = time.monotonic) -> None:
        self._monitors = monitors
        self._clock = clock
        self._kept: OrderedDict[Asked, tuple[Spots, float]] = OrderedDict()
        self._reading: set[Asked] = set()
        self._made = 0
        self._lock = Lock()

    def of(self, wanted: Asked, monitor: Monitor) -> Spots:
        """The spots that a filter leaves; its window on the map and the page of the table do not matter."""
        key = Asked(where=wanted.where.model_copy(update={"box": None}), as_of=wanted.as_of)
        with self._lock:
            found = self._kept.get(key)
            age = self._clock() - found[1] if found else OLD
            if found and age < OLD:
                self._kept.move_to_end(key)
                if age >= FRESH and key not in self._reading:
                    self._reading.add(key)
                    Thread(target=self._again, args=(key,), daemon=True).start()
                return found[0]
        return self._read(key, monitor)

    def forget(self) -> None:
        """What is kept is no longer so."""
        with self._lock:
            self._kept.clear()
            self._made += 1

    def _again(self, key: Asked) -> None:
        try:
            with self._monitors.lend() as monitor:
                self._read(key, monitor)
        finally:
            with self._lock:
                self._reading.discard(key)

    def _read(self, key: Asked, monitor: Monitor) -> Spots:
        made, at = self._made, self._clock()
        spots = Spots(monitor.points(key.where, as_of=key.as_of))
        with self._lock:
            if made == self._made:
                self._kept[key] = (spots, at)
                while len(self._kept) > MOST:
                    self._kept.popitem(last=False)
        return spots
