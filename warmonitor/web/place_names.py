"""The gazetteer for the desk: names to write on the map, and places that a name may mean."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from warmonitor import gazetteer
from warmonitor.gazetteer import Gazetteer, Label
from warmonitor.records import Place

Box = tuple[float, float, float, float]


class PlaceNames:
    """Opens the gazetteer when it is first asked, and answers one thread at a time."""

    def __init__(self, path: Path | None = None) -> None:
        """`path` is the gazetteer's file; None is that of the user."""
        self._path = path
        self._opened: Gazetteer | None = None
        self._lock = Lock()

    def labels(self, box: Box, zoom: float) -> tuple[Label, ...]:
        """Names for a window of the map; `zoom` as MapLibre counts, where the world is 512 * 2 ** zoom pixels wide."""
        with self._lock:
            return self._gazetteer().labels(box, zoom + 1)

    def search(self, name: str, most: int = 9) -> tuple[Place, ...]:
        """Places that a name may mean, as a claim carries them, the likeliest first."""
        from warmonitor.coding.places.writing import only  # the coder is large, and only an edit needs this of it

        with self._lock:
            return tuple(only(entry) for entry, _ in self._gazetteer().search(name, most))

    def close(self) -> None:
        """Lets go of the gazetteer."""
        with self._lock:
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    def _gazetteer(self) -> Gazetteer:
        if self._opened is None:
            self._opened = gazetteer.open(self._path)
        return self._opened
