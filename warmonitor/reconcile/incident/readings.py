"""How the fields of an incident stand: agreed, contested, told by one, or unknown."""

from __future__ import annotations

from typing import Literal

Rule = Literal["conservative", "independent", "latest"]
"""Which figure of several is called best: the lowest that is told, the one that most independent sources tell, the
latest."""
