"""What the program shows while it downloads."""

from __future__ import annotations

import pytest
from rich.console import Console

from warmonitor.cli.talk import Talk


def test_a_download_shows_how_much_is_there_on_a_terminal_only() -> None:
    talk = Talk()
    for terminal in (True, False):
        talk.console = Console(stderr=True, force_terminal=terminal, width=80, record=True)
        with talk.download("SY") as progress:
            progress(500_000, 1_000_000)
        shown = talk.console.export_text()
        assert ("SY" in shown and "0.5/1.0" in shown) is terminal


def test_a_download_of_unknown_length_shows_too(capsys: pytest.CaptureFixture[str]) -> None:
    with Talk().download("UA") as progress:
        progress(10, None)
    assert capsys.readouterr().out == ""
