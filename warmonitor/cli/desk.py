"""The monitor that a command of the store works with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warmonitor.monitor import Monitor


@contextmanager
def monitor_at(store: str | None) -> Iterator[Monitor]:
    """The monitor on the store that was named, else on that of the settings. Raises StoreError if there is none."""
    from warmonitor.monitor import open_monitor

    with open_monitor(store) as monitor:
        yield monitor
