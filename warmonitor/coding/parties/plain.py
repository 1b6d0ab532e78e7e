"""Party nouns that say nothing of a side, with or without a country."""

from __future__ import annotations

from collections.abc import Callable

from warmonitor.coding.parties import armed, society
from warmonitor.coding.parties.lexicon import Identity
from warmonitor.coding.parties.phrases import Phrase
from warmonitor.coding.parties.scene import Memory, Scene

Find = Callable[[Phrase, Scene, Memory], Identity | None]


def plain(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """The party of a noun that names no side."""
    find = PLAIN.get(phrase.noun.sense)
    return find(phrase, scene, memory) if find else None


PLAIN: dict[str, Find] = {
    "force": armed.force, "officer": armed.officer, "arms": armed.arms, "position": armed.position,
    "fighters": armed.fighters, "government": society.government, "police": society.police,
    "civilians": society.civilians, "media": society.media, "aid": society.aid, "political": society.political,
    "role": society.role, "enemy": armed.enemy,
}  # fmt: skip
