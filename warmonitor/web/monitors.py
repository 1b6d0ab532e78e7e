"""Monitors for many requests at once: each is lent to one thread at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Empty, LifoQueue

from warmonitor.monitor import Held, Monitor


class Monitors:
    """Opens a monitor when none is idle, and keeps it for the next request. All share what ledgers are made of."""

    def __init__(self, opened: Callable[[], Monitor]) -> None:
        """`opened` gives a new monitor on the same store."""
        self._opened = opened
        self._held = Held()
        self._idle: LifoQueue[Monitor] = LifoQueue()

    @contextmanager
    def lend(self) -> Iterator[Monitor]:
        """A monitor for as long as the `with` lasts; one that failed is closed, not lent again."""
        try:
            monitor = self._idle.get_nowait()
        except Empty:
            monitor = self._opened()
            monitor.share(self._held)
        try:
            yield monitor
        except BaseException:
            monitor.close()
            raise
        self._idle.put(monitor)

    def close(self) -> None:
        """Closes those that are idle."""
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return
