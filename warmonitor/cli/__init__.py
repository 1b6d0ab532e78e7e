"""The command line, one file per command, thin over the library."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the program: 0 all was done, 1 some report could not be coded, 2 the call is wrong."""
    from warmonitor.cli.app import run

    return run(sys.argv[1:])
