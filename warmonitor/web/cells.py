"""Incidents for a window of the map: each as it is while they are few, gathered in cells when they are many."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from warmonitor.monitor import Point

Box = tuple[float, float, float, float]
FEW = 2_000
"""Points that a browser draws without effort, and that a person can still tell apart."""
CELL = 44
"""Pixels of a cell: a little more than the disc that stands for it, so that discs do not cover each other."""
TILE = 512
"""Pixels of the world at zoom 0, as MapLibre counts."""
MOST_ZOOM = 22.0
EDGE = 85.06
"""Degrees of latitude where the map's projection ends."""


@dataclass(frozen=True)
class Cell:
    """Incidents that lie close to each other on the map: their mean position, how many, and the box around them."""

    lat: float
    lon: float
    count: int
    disputed: int
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class View:
    """What a window of the map shows; `total` counts all incidents in it."""

    total: int
    cells: tuple[Cell, ...]
    points: tuple[Point, ...]


class Spots:
    """Incidents on the map, made ready for windows: 100,000 of them are searched in some milliseconds."""

    def __init__(self, points: Sequence[Point]) -> None:
        """The points keep their order: the latest first."""
        self._points = tuple(points)
        self._lat: NDArray[np.float64] = np.array([p.lat for p in self._points], dtype=np.float64)
        self._lon: NDArray[np.float64] = np.array([p.lon for p in self._points], dtype=np.float64)
        self._disputed: NDArray[np.bool_] = np.array([p.status == "disputed" for p in self._points], dtype=np.bool_)
        self._x = (self._lon + 180.0) / 360.0
        bent = np.radians(np.clip(self._lat, -EDGE, EDGE))
        self._y = 0.5 - np.log(np.tan(math.pi / 4 + bent / 2)) / (2 * math.pi)

    def view(self, box: Box | None, zoom: float) -> View:
        """What lies in `box` (west, south, east, north in degrees; west > east: across the date line) at `zoom`."""
        inside = np.flatnonzero(self._inside(box)) if box else np.arange(len(self._points))
        if len(inside) <= FEW:
            return View(len(inside), (), tuple(self._points[at] for at in inside))
        return self._gathered(inside, math.floor(min(max(zoom, 0.0), MOST_ZOOM)))

    def _inside(self, box: Box) -> NDArray[np.bool_]:
        west, south, east, north = box
        if west <= east:
            across = (self._lon >= west) & (self._lon <= east)
        else:
            across = (self._lon >= west) | (self._lon <= east)
        found: NDArray[np.bool_] = across & (self._lat >= south) & (self._lat <= north)
        return found

    def _gathered(self, inside: NDArray[np.intp], zoom: int) -> View:
        cells_across = TILE * 2**zoom / CELL
        keys = np.floor(self._x[inside] * cells_across) * 2**32 + np.floor(self._y[inside] * cells_across)
        _, first, cell, counts = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
        number = len(counts)
        lat, lon = self._lat[inside], self._lon[inside]
        disputed = np.bincount(cell, weights=self._disputed[inside], minlength=number)
        mean_lat = np.bincount(cell, weights=lat, minlength=number) / counts
        mean_lon = np.bincount(cell, weights=lon, minlength=number) / counts
        order = np.argsort(cell, kind="stable")
        starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
        west, east = np.minimum.reduceat(lon[order], starts), np.maximum.reduceat(lon[order], starts)
        south, north = np.minimum.reduceat(lat[order], starts), np.maximum.reduceat(lat[order], starts)
        many = counts > 1
        columns = (mean_lat, mean_lon, counts, disputed.astype(int), west, south, east, north)
        cells = tuple(Cell(*row) for row in zip(*(column[many].tolist() for column in columns), strict=True))
        alone = tuple(self._points[at] for at in inside[first[~many]])
        return View(len(inside), cells, alone)
