"""`warmonitor samples`: reports to try the program on."""

from __future__ import annotations

from importlib.resources import files

from warmonitor.cli.options import Output
from warmonitor.cli.output import opened


def samples(output: Output = None) -> int:
    """Write the sample reports (JSON Lines). They are constructed examples, made for trying the program; no news."""
    with opened(output) as out:
        out.write((files("warmonitor") / "samples" / "reports.jsonl").read_bytes())
    return 0
