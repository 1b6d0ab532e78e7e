"""What the finders of this room hand to each other: attributions in token positions, before names are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from warmonitor.coding.voices.lexicon import Frame

Range = tuple[int, int]
"""First and last token, both included."""


@dataclass(slots=True)
class Draft:
    """An attribution on its way: filled by the finders in turn, then turned into a Voice."""

    cue: int
    """Token of the cue's head word."""
    words: Range
    """The cue with its auxiliaries, particle or preposition."""
    frame: Frame
    rule: str
    source: int | None = None
    """Token of the source's head; None: not attributed to anyone."""
    contents: list[Range] = field(default_factory=list)
    negated: bool = False
    phrase: Range | None = None
    """The words of the source where the parse cannot be trusted with them."""
    relative: int | None = None
    """The relative pronoun that stands for the source ("who complained")."""
    made: bool = True
    """False: a statement wished, ordered or to come, not one that was made."""
