"""Which figure of several is called best; the codebook's `figure_rules.tsv` says what each rule means."""

from __future__ import annotations

from typing import Literal

Rule = Literal["conservative", "independent", "latest"]
"""The lowest figure that is told, the one that most independent sources tell, the latest."""
