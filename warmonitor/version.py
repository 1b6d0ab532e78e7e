"""The version of the program, and with it the coder's name in every claim."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

VERSION = "0.1.0"
CODER = f"warmonitor {VERSION}"
HERE = Path(__file__).parent
KINDS = frozenset({".py", ".tsv"})
CODES = ("reading", "coding", "gazetteer", "reconcile", "codebook", "records.py", "pipeline.py")
"""What decides which claims are coded of a report, and what it tells as one."""


def coded_by() -> str:
    """The coder as the store keeps it with a report: other rules or tables make another coder, also between versions.

    So `add` codes again what an older coder coded, and leaves what this one did.
    """
    return f"{CODER} ({mark(*CODES)})"


@cache
def mark(*parts: str) -> str:
    """Twelve hex digits that are others as soon as any code or table in these rooms or files of the program is."""
    found = hashlib.sha256()
    for part in sorted(parts):
        whole = HERE / part
        files = [whole] if whole.is_file() else sorted(path for path in whole.rglob("*") if path.suffix in KINDS)
        for path in files:
            found.update(path.relative_to(HERE).as_posix().encode() + b"\0")
            found.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return found.hexdigest()[:12]
