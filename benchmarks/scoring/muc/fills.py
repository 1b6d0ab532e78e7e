"""The fills of a template as its keys write them: `"FMLN"`, `2 -: "JUDGES"`, `03 JAN 90 / 04 JAN 90`, `? ATTACK`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.scoring.muc.tables import SlotKind, scoring

Template = Mapping[str, Sequence[str]]
"""Fills by the slot's short name, in the syntax of the keys; `id` is its number and whether it is optional."""
EMPTY = frozenset({"", "-", "*"})
_DESCRIBED = re.compile(r'(".*")\s*:\s*(".*)$')
_TAGGED = re.compile(r'\(?([^"]*?)\)?\s*(?::\s*(".*|-)?)?$')
_NAMED = re.compile(r'("(.*)")')


@dataclass(frozen=True, slots=True)
class Fill:
    """One fill of a slot."""

    optional: bool
    """It costs nothing when it is missing."""
    values: tuple[str, ...]
    """The alternatives of a key; one value of a response."""
    tags: tuple[str, ...]
    """Cross-references: which target the number, type or effect is of."""


def fills(template: Template | None, slot: str) -> list[Fill]:
    """The fills of a slot; none of a template that is not there."""
    kind = scoring().slots[slot]
    raw = [(fill.strip().startswith("?"), fill.strip(" ?")) for fill in (template or {}).get(slot, ())]
    read = (_fill(optional, written, slot, kind) for optional, written in raw if written not in EMPTY)
    return [fill for fill in read if fill is not None]


def _fill(optional: bool, written: str, slot: str, kind: SlotKind) -> Fill | None:
    if kind in ("date", "loc"):
        parts = [part[1:-1] if part[0] == "(" else part for part in written.upper().split(" / ")]
        return Fill(optional, tuple(re.sub(r" *: *", ": ", " ".join(part.split())) for part in parts), ())
    if kind == "str":
        named = _DESCRIBED.match(written) if slot == "hum-tgt-desc" else None
        values = _quoted(named[1] if named else written) or (written,)
        return Fill(optional, values, _quoted(named[2]) if named else ())
    match = _TAGGED.match(written.replace('\\"', "'")) or _NAMED.match(written)
    if match is None or not match[1].strip(" *"):
        return None
    tag = match[2] or ""
    return Fill(
        optional,
        tuple(" ".join(part.upper().split()) for part in match[1].split(" / ")),
        _quoted(tag) or ((tag,) if tag else ()),
    )


def _quoted(written: str) -> tuple[str, ...]:
    return tuple(part.replace('\\"', '"') for part in re.findall(r'"((?:\\.|[^"\\])*)"', written))
