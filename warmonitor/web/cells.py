"""Incidents for a window of the map: each as it is while they are few, gathered in cells when they are many."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from warmonitor.monitor import Outline
from warmonitor.web.sheet import Chosen, Sheet

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
    points: tuple[Outline, ...]


def view(sheet: Sheet, chosen: Chosen, zoom: float) -> View:
    """What a map at `zoom` shows of the chosen incidents; those without coordinates are left out."""
    placed = chosen[~np.isnan(sheet.columns.lat[chosen])]
    if len(placed) <= FEW:
        return View(len(placed), (), tuple(sheet.rows[at] for at in placed))
    return _gathered(sheet, placed, math.floor(min(max(zoom, 0.0), MOST_ZOOM)))


def _gathered(sheet: Sheet, placed: Chosen, zoom: int) -> View:
    lat, lon = sheet.columns.lat[placed], sheet.columns.lon[placed]
    across = TILE * 2**zoom / CELL
    bent = np.radians(np.clip(lat, -EDGE, EDGE))
    x = (lon + 180.0) / 360.0
    y = 0.5 - np.log(np.tan(math.pi / 4 + bent / 2)) / (2 * math.pi)
    keys = np.floor(x * across) * 2**32 + np.floor(y * across)
    _, first, cell, counts = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    number = len(counts)
    disputed = np.bincount(cell, weights=sheet.disputed(placed), minlength=number).astype(int)
    mean_lat = np.bincount(cell, weights=lat, minlength=number) / counts
    mean_lon = np.bincount(cell, weights=lon, minlength=number) / counts
    order = np.argsort(cell, kind="stable")
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    west, east = np.minimum.reduceat(lon[order], starts), np.maximum.reduceat(lon[order], starts)
    south, north = np.minimum.reduceat(lat[order], starts), np.maximum.reduceat(lat[order], starts)
    many = counts > 1
    columns = (mean_lat, mean_lon, counts, disputed, west, south, east, north)
    cells = tuple(Cell(*row) for row in zip(*(column[many].tolist() for column in columns), strict=True))
    return View(len(placed), cells, tuple(sheet.rows[at] for at in placed[first[~many]]))
