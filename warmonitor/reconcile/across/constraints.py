"""What people have ruled: these are one happening, those are not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from warmonitor.reconcile.across.sights import Sight
from warmonitor.records import Episode, Ruling


@dataclass(frozen=True, slots=True)
class Step:
    """One ruling: other incidents merged into one, or claims split off it."""

    action: Literal["merge", "split"]
    incident: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Constraints:
    """The rulings that hold, in the order in which they were made."""

    steps: tuple[Step, ...] = ()
    tied: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By the id of an episode, those that it was merged with."""


def constraints(rulings: Iterable[Ruling]) -> Constraints:
    """The merges and splits among the rulings that no other undoes; all else in them is left to others."""
    held = tuple(rulings)
    undone = _undone(held)
    steps = tuple(
        Step("merge" if ruling.action == "merge" else "split", ruling.incident, ruling.others)
        for ruling in held
        if ruling.action in ("merge", "split") and ruling.incident and ruling.id not in undone
    )
    tied: dict[str, frozenset[str]] = {}
    for step in steps:
        if step.action == "merge":
            together = frozenset((step.incident, *step.others))
            tied.update({name: tied.get(name, frozenset()) | together - {name} for name in together})
    return Constraints(steps, tied)


def _undone(rulings: Sequence[Ruling]) -> set[str]:
    """The rulings that are undone: the last word counts, and what undoes may be undone itself."""
    undone: set[str] = set()
    for ruling in reversed(rulings):
        if ruling.action == "undo" and ruling.undoes and ruling.id not in undone:
            undone.add(ruling.undoes)
    return undone


def divided(episode: Episode, rules: Constraints) -> tuple[Episode, ...]:
    """The episode, in two where a person split some of its claims off; the part split off has an id of its own."""
    for step in rules.steps:
        if step.action == "split":
            off = tuple(name for name in episode.claims if name in step.others)
            if off and len(off) < len(episode.claims):
                kept = tuple(name for name in episode.claims if name not in step.others)
                rest = episode.model_copy(update={"claims": kept})
                part = episode.model_copy(update={"id": _part_id(episode.id, off), "claims": off})
                return (*divided(rest, rules), *divided(part, rules))
    return (episode,)


def _part_id(episode: str, claims: Sequence[str]) -> str:
    return "i-" + hashlib.sha256(f"part {episode} {' '.join(claims)}".encode()).hexdigest()[:16]


def ruled(groups: Iterable[Sequence[Sight]], rules: Constraints) -> list[list[Sight]]:
    """The groups as the rulings leave them, each in the order of all episodes."""
    held = [list(group) for group in groups]
    for step in rules.steps:
        held = _merged(held, step) if step.action == "merge" else _split(held, step)
    return [sorted(group, key=lambda seen: seen.rank) for group in held]


def _merged(groups: list[list[Sight]], step: Step) -> list[list[Sight]]:
    names = {step.incident, *step.others}
    meant = [any(seen.episode.id in names for seen in group) for group in groups]
    one = [seen for group, is_meant in zip(groups, meant, strict=True) if is_meant for seen in group]
    return [*(group for group, is_meant in zip(groups, meant, strict=True) if not is_meant), *([one] if one else [])]


def _split(groups: list[list[Sight]], step: Step) -> list[list[Sight]]:
    """Takes the episodes whose claims were split off out of their group; they stay together."""
    off = set(step.others)
    moved = [seen for group in groups for seen in group if off.issuperset(seen.episode.claims)]
    rest = ([seen for seen in group if not off.issuperset(seen.episode.claims)] for group in groups)
    return [group for group in (*rest, moved) if group]
