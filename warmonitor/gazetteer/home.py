"""Where the gazetteer file lives."""

from __future__ import annotations

import os
import sys
from pathlib import Path

FILE = "gazetteer.sqlite"


def home() -> Path:
    """The user's folder for warmonitor: `WARMONITOR_HOME` if set, else where the platform keeps a program's data."""
    if chosen := os.environ.get("WARMONITOR_HOME"):
        return Path(chosen).expanduser()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "warmonitor"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "warmonitor"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "warmonitor"


def gazetteer_file() -> Path:
    """The one file that all places are in."""
    return home() / FILE
