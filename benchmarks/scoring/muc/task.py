"""MUC-4's messages as a task: keys as templates, and the figures by groups of slots."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.scoring.counts import GoldRecord, Score
from benchmarks.scoring.muc.comparing import compare, total
from benchmarks.scoring.muc.fills import Template
from benchmarks.scoring.muc.naming import PlaceTypes
from benchmarks.scoring.muc.tables import scoring
from benchmarks.scoring.muc.templates import templates
from warmonitor.records import Claim, Incident, Report


class Gold(GoldRecord):
    """The key templates of one message; slots by their released or short names, fills as released."""

    templates: list[dict[str, list[str] | str]]
    """A slot is a list of fills; a string is the message's id, which the released keys repeat."""


def place_types(folder: Path) -> PlaceTypes:
    """The task's list of places (`muc.places.json`: name, then types), with which locations are written; else none."""
    path = folder / "muc.places.json"
    if not path.exists():
        return {}
    types: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return types


def score(
    golds: Sequence[Gold],
    claims: Sequence[Claim],
    incidents: Sequence[Incident],
    reports: Sequence[Report],
    types: PlaceTypes,
) -> Score:
    """F by group of slots, then by slot; the headline is the official one, over all templates and slots."""
    keys = {gold.report_id: [_short(template) for template in gold.templates] for gold in golds}
    by_slot = compare(keys, templates(incidents, claims, reports, types))
    groups: Mapping[str, Sequence[str]] = {"ALL TEMPLATES": list(scoring().slots)} | scoring().groups
    figures = {f"F, {name}": round(total(by_slot[slot] for slot in slots).f1(), 1) for name, slots in groups.items()}
    return Score(len(golds), figures | {slot: round(counts.f1(), 1) for slot, counts in by_slot.items()})


def _short(template: Mapping[str, list[str] | str]) -> Template:
    names = scoring().long_names | {"MESSAGE: TEMPLATE": "id"}
    return {"id": [""]} | {names.get(slot, slot): fills for slot, fills in template.items() if isinstance(fills, list)}
