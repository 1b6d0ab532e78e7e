"""Mentions by pronoun, by number alone, or in the first person."""

from __future__ import annotations

from warmonitor.coding.parties import complements
from warmonitor.coding.parties.lexicon import Identity
from warmonitor.coding.parties.metonyms import uses
from warmonitor.coding.parties.pronouns import ME, OTHERS, PRONOUNS, WE, antecedent
from warmonitor.coding.parties.scene import Draft, Memory, Scene

NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr")
SAYING = frozenset(
    "say tell add claim state announce insist warn declare note explain report write argue stress vow ask confirm post".split()
)


def refer(at: int, scene: Scene, memory: Memory) -> None:
    """Remember whom a pronoun, "others" or a bare number stands for."""
    lower = scene.words.lower[at]
    if lower in PRONOUNS:
        known = antecedent(scene, memory, at)
        if known is not None:
            memory.add(Draft(at, at, at, known.identity, "pronoun", known.number, strong=False))
    elif lower in OTHERS or scene.words.pos[at] == "NUM":
        _count(at, scene, memory)


def _count(at: int, scene: Scene, memory: Memory) -> None:
    """ "two others were injured", "45 wounded", "those killed"."""
    words = scene.words
    if words.dep[at] not in NOMINAL:
        return
    harmed = "harm" in uses(scene, words.head[at]) or any("harm" in uses(scene, child) for child in words.children[at])
    if words.pos[at] == "NUM" and not harmed:
        return
    known = memory.last(at, 1, lambda draft: draft.number == "many" and (not harmed or draft.identity.kind != "government"))
    identity = known.identity if known else scene.cast.civilians(scene.cast.theatre) if harmed else None
    if identity is not None:
        memory.add(Draft(words.left(at), at, at, identity, "count", "many", strong=False))


def speakers(scene: Scene, memory: Memory, quotations: tuple[tuple[int, int], ...]) -> None:
    """ "we", "our", "I" within a quotation: who is quoted; outside of one: nobody."""
    words = scene.words
    for start, end in quotations:
        inside = range(words.at(start), words.at(max(start, end - 1)) + 1)
        spoken = [at for at in inside if words.lower[at] in WE or words.lower[at] in ME]
        speaker = _speaker(scene, memory, inside) if spoken else None
        if speaker is None:
            continue
        for at in spoken:
            if at not in memory.at:
                memory.add(Draft(at, at, at, speaker.identity, "speaker", speaker.number, strong=False))


def _speaker(scene: Scene, memory: Memory, inside: range) -> Draft | None:
    """The subject of the verb of saying nearest to a quotation."""
    words, size = scene.words, len(scene.words.lower)
    behind = range(inside.stop, min(inside.stop + 10, size))
    before = range(inside.start - 1, max(-1, inside.start - 25), -1)
    for at in (*behind, *before):
        if words.lemma[at] in SAYING:
            subject = words.child(at, "nsubj")
            if subject is not None and subject in memory.at:
                return memory.at[subject]
    return memory.last(inside.start, 2, lambda draft: words.dep[draft.root] == "nsubj" and words.lemma[words.head[draft.root]] in SAYING)
