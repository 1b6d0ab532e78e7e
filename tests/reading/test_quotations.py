"""Quoted passages, whatever the marks, and whichever of them is missing."""

from __future__ import annotations

import pytest

from warmonitor.reading.layout import paragraphs
from warmonitor.reading.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in find_quotations(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We stay," he said. "We fight."', ["We stay,", "We fight."]),
        ("“We stay,” he said.", ["We stay,"]),
        ("«We stay», he said.", ["We stay"]),
        ("„We stay“, he said.", ["We stay"]),
        ("“We stay“ he said.", ["We stay"]),
        ("He said the 'so-called army' had fled.", ["so-called army"]),
        ("The minister said ‘the rebels’ offensive has failed’.", ["the rebels’ offensive has failed"]),
        ("The rebels' leader said it wasn't the army's fault.", []),
        ("“He told me ‘run’ and I ran,” she said.", ["He told me ‘run’ and I ran,"]),
        ("The sentence 'She said \"go\" and left' is nested.", ['She said "go" and left']),
        ('He said "we stay. The army left the town.', ["we stay."]),
        ('He said "we stay. The army "fled" at dawn.', ["we stay.", "fled"]),
        ('"We stay.\n\n"We fight," he said.', ["We stay.", "We fight,"]),
        ('"We stay. We fight.\n\nThe army left.', ["We stay. We fight."]),
        ('The army left." They stayed.', []),
        ('a 5" shell and a 6" shell', []),
        ('""', []),
        ("", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
