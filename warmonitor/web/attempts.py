"""Logins that fail too often have to wait."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from threading import Lock

MOST = 5
"""Failures that a name, and ten times as many that an address, may have within the window: people mistype."""
WINDOW = 300.0
_FORGOTTEN_ABOVE = 10_000


class Attempts:
    """Failed logins of the last minutes, by name and by address, kept in memory."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: dict[str, deque[float]] = {}
        self._lock = Lock()

    def wait(self, name: str, address: str) -> int:
        """Seconds that this name or this address has to wait before it may try; 0 if it need not."""
        with self._lock:
            return max(self._left(f"name {name}", MOST), self._left(f"address {address}", 10 * MOST))

    def failed(self, name: str, address: str) -> None:
        """Remembers a failure."""
        with self._lock:
            if len(self._failed) > _FORGOTTEN_ABOVE:
                self._forget()
            for key in (f"name {name}", f"address {address}"):
                self._failed.setdefault(key, deque(maxlen=10 * MOST)).append(self._clock())

    def succeeded(self, name: str) -> None:
        """Clears a name; its address keeps its failures."""
        with self._lock:
            self._failed.pop(f"name {name}", None)

    def _left(self, key: str, most: int) -> int:
        failures = self._failed.get(key)
        if not failures:
            return 0
        while failures and failures[0] <= self._clock() - WINDOW:
            failures.popleft()
        if len(failures) < most:
            return 0
        return max(1, round(failures[-most] + WINDOW - self._clock()))

    def _forget(self) -> None:
        since = self._clock() - WINDOW
        self._failed = {key: failures for key, failures in self._failed.items() if failures and failures[-1] > since}
