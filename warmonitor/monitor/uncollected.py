"""Many records at once, without Python's search for cycles, which records never form."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """The collector of cycles rests: it would walk all records again for every few that are read, for half of the time.

    What is no longer used is freed as ever. Threads that do this at once only shorten each other's rest.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def settled() -> None:
    """All that there is now stays for long: the collector need not walk over it each time that it looks for cycles."""
    gc.freeze()
