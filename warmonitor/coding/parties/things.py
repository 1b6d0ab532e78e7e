"""Things that stand for the people who suffer in them: "residential areas", a market that is bombed."""

from __future__ import annotations

from warmonitor.coding.parties.grammar import uses
from warmonitor.coding.parties.scene import Draft, Memory, Scene


def describe_site(at: int, scene: Scene, memory: Memory) -> None:
    """ "a market", "homes" that are struck: those who live and trade there suffer."""
    words = scene.words
    governor = words.head[words.head[at]] if words.dep[at] == "pobj" else words.head[at]
    struck = words.dep[at] in ("dobj", "nsubjpass") or (
        words.dep[at] == "pobj" and words.lower[words.head[at]] in ("on", "at", "against")
    )
    if struck and "strike" in uses(scene, governor) and at not in memory.at:
        identity = scene.cast.civilians(scene.here(at))
        memory.add(Draft(words.left(at), at, at, identity, "civilian thing", "many", strong=False))


def describe_thing(at: int, scene: Scene, memory: Memory) -> None:
    """ "residential areas", "a civilian prison", "western criticism": a thing whose adjective tells the party."""
    words, side, head = scene.words, scene.lexicon.sides[scene.words.lower[at]], scene.words.head[at]
    if words.dep[at] not in ("amod", "compound") or head <= at or head in scene.hit_of or head in memory.at:
        return
    noun = scene.lexicon.nouns.get(words.lower[head])
    if noun is not None and noun.sense not in ("position", "site"):
        return
    if side == "civilian":
        identity = scene.cast.civilians(scene.here(at))
        memory.add(Draft(words.left(head), head, head, identity, "civilian thing", "many", strong=False))
    elif side == "western" and uses(scene, head) & {"support", "speech"}:
        memory.add(Draft(at, at, at, scene.lexicon.actors["west"], "adjective", "many", strong=False))
