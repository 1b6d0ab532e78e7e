"""Two people at one claim: what the others decided since one last looked."""

from __future__ import annotations

from collections.abc import Sequence

from warmonitor.records import Ruling


def since(rulings: Sequence[Ruling], seen: str | None, by: str) -> tuple[Ruling, ...]:
    """The rulings of others on one claim or incident that came after the ruling `seen` (None: after none).

    Whoever is about to rule is shown these first. A `seen` that is not among them counts as none.
    """
    at = next((place for place, ruling in enumerate(rulings, 1) if ruling.id == seen), 0)
    return tuple(ruling for ruling in rulings[at:] if ruling.by != by)
