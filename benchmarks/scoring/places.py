"""GeoVirus, TR-News and their like: toponyms, found and put on the map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel

from benchmarks.scoring.counts import GoldRecord, Matches, Score
from benchmarks.scoring.names import kilometres
from benchmarks.scoring.spans import by_report, paired, shared
from warmonitor.records import Toponym

NEAR_KM = 161
"""A hundred miles: the distance that the literature counts as right."""


class GoldToponym(BaseModel):
    """A name of a place; a neutral one (demonym, language) neither earns nor costs."""

    start: int
    end: int
    lat: float | None
    lon: float | None
    neutral: bool


class Gold(GoldRecord):
    """One text of a corpus and its toponyms."""

    corpus: str
    spans: tuple[GoldToponym, ...]


@dataclass
class Reach:
    """What was found of one corpus, how much of it has coordinates, and how much of that was put near them."""

    names: Matches = field(default_factory=Matches)
    located: int = 0
    resolved: int = 0
    near: int = 0


def score(golds: Sequence[Gold], places: Iterable[Toponym]) -> Score:
    """The headline is the share of all located toponyms that were found and put within 161 km, mean of the corpora."""
    of = by_report(places)
    reaches: dict[str, Reach] = {}
    for gold in golds:
        _count(reaches.setdefault(gold.corpus, Reach()), gold, of[gold.report_id])
    ends = [100 * reach.near / max(1, reach.located) for reach in reaches.values()]
    figures = {"Acc@161km end to end": round(sum(ends) / max(1, len(ends)), 1)}
    for (corpus, reach), end in zip(reaches.items(), ends, strict=True):
        figures[f"{corpus}: Acc@161km end to end"] = round(end, 1)
        figures[f"{corpus}: Acc@161km of recognised"] = round(100 * reach.near / max(1, reach.resolved), 1)
        figures[f"{corpus}: recognition F1, relaxed"] = reach.names.f1()
    return Score(len(golds), figures)


def _count(reach: Reach, gold: Gold, found: Sequence[Toponym]) -> None:
    real = [span for span in gold.spans if not span.neutral]
    neutral = [span for span in gold.spans if span.neutral]
    pairs = paired(real, found, exact=False)
    taken = set(pairs.values())
    free = sum(j not in taken and any(shared(span, one) > 0 for span in neutral) for j, one in enumerate(found))
    reach.names.add(len(pairs), len(found) - free, len(real))
    reach.located += sum(span.lat is not None for span in real)
    for i, j in pairs.items():
        if real[i].lat is not None:
            away = kilometres(real[i], found[j])
            reach.resolved += 1
            reach.near += away is not None and away < NEAR_KM
