"""Whom a bare or partisan word means in this report: "the militants", "terrorists", "fighters", "our forces"."""

from __future__ import annotations

from collections.abc import Callable

from warmonitor.coding.parties.lexicon import Identity
from warmonitor.coding.parties.phrases import Phrase
from warmonitor.coding.parties.scene import Draft, Memory, Scene

ARMED_KINDS = ("rebel", "militia", "jihadist")
STATE_KINDS = ("government", "state_force", "foreign_force")
STATE_OWNED = frozenset(("force", "officer", "arms", "position"))
FIGHTING = STATE_OWNED | {
    "fighters", "rebel", "separatist", "guerrilla", "jihadist", "militant", "terrorist", "militia", "group", "sort",
}  # fmt: skip
RECENT = 8
"""Sentences back in which a bare "the militants" looks for whom it means."""
SAYING = frozenset(
    "say tell add claim state announce insist warn declare note explain report write argue stress vow ask confirm "
    "post".split()
)
SENDING = frozenset("send deploy mass withdraw move pull have commit station lose dispatch".split())


def fighters_meant(at: int, scene: Scene, memory: Memory) -> Identity | None:
    """The armed group that the report has spoken of most of late, and that is not itself speaking."""
    speaking = _speaking(at, scene, memory)
    known = memory.usual(at, RECENT, lambda draft: is_armed_group(draft) and draft.identity.entity != speaking)
    return known.identity if known else None


def harmed_beside(at: int, scene: Scene, memory: Memory) -> Identity | None:
    """ "Struck a car of the SDF, killing two fighters": the armed group that the same sentence has struck before."""
    words = scene.words
    verb = words.head[at]
    behind = words.dep[verb] == "advcl" and words.lower[verb].endswith("ing")
    if words.dep[at] not in ("dobj", "nsubjpass") or not behind:
        return None
    doer = _speaking(at, scene, memory)
    known = memory.last(at, 0, lambda draft: is_armed_group(draft) and draft.identity.entity != doer)
    return known.identity if known else None


def struck_beside(at: int, scene: Scene, memory: Memory, fits: Callable[[Draft], bool]) -> Draft | None:
    """ "A strike on a Turkish army column killed 33 soldiers": who the same sentence says was struck."""
    return next((d for d in memory.back(at, 0, weak=True) if fits(d) and _is_struck(d.root, scene)), None)


def _is_struck(at: int, scene: Scene) -> bool:
    words = scene.words
    for _ in range(3):
        if words.dep[at] == "pobj":
            return words.lower[words.head[at]] in ("on", "against", "at", "targeting")
        at = words.head[at]
    return False


def jihadists_meant(at: int, scene: Scene, memory: Memory) -> Identity | None:
    """The same among jihadist groups."""
    speaking = _speaking(at, scene, memory)
    known = memory.usual(at, RECENT, lambda draft: _is_jihadist_group(draft) and draft.identity.entity != speaking)
    return known.identity if known else None


def is_armed_group(draft: Draft) -> bool:
    """Rebels, militias or jihadists as a body."""
    return draft.identity.kind in ARMED_KINDS and not draft.identity.person


def _is_jihadist_group(draft: Draft) -> bool:
    return draft.identity.kind == "jihadist" and not draft.identity.person


def _speaking(at: int, scene: Scene, memory: Memory) -> str | None:
    """Who is the subject of the sentence: nobody calls himself a terrorist."""
    words, here = scene.words, at
    quoted = scene.quoted(at)
    if quoted is not None:
        speaker = speaker_before(scene, memory, quoted)
        return speaker.identity.entity if speaker is not None else None
    for _ in range(8):
        here = words.head[here]
        subject = words.child(here, "nsubj")
        if subject is not None and subject != at and subject in memory.at:
            return memory.at[subject].identity.entity
    return None


def speaker_before(scene: Scene, memory: Memory, start: int) -> Draft | None:
    """The subject of the verb of saying that leads to a quotation beginning at token `start`."""
    for at in range(start - 1, max(-1, start - 25), -1):
        if scene.words.lemma[at] in SAYING:
            subject = scene.words.child(at, "nsubj")
            if subject is not None and subject in memory.at:
                return memory.at[subject]
    return None


def sender(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "Ankara sent thousands of troops": the army of who sends."""
    words, at = scene.words, phrase.at
    verb = words.head[at]
    if words.dep[at] == "pobj":
        verb = words.head[words.head[verb]]
    if words.lemma[verb] not in SENDING:
        return None
    subject = words.child(verb, "nsubj")
    draft = memory.at.get(subject) if subject is not None else None
    return arms_of(draft.identity, phrase, scene) if draft is not None else None


def speaking_state(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "Israel's defence minister warned that the army would": the army of the state whose official speaks of it."""
    words, here = scene.words, phrase.at
    if words.lower[phrase.first] != "the" or phrase.noun.number != "body":
        return None
    for _ in range(6):
        here = words.head[here]
        subject = words.child(here, "nsubj") if words.lemma[here] in SAYING else None
        draft = memory.at.get(subject) if subject is not None and subject != phrase.at else None
        if draft is not None:
            known = draft.identity.kind in STATE_KINDS and draft.identity.country
            return scene.cast.army(draft.identity.country) if known else None
    return None


def owner_meant(phrase: Phrase, scene: Scene, memory: Memory) -> Identity | None:
    """ "its forces", "their fighters", "his troops": those of whom the pronoun stands for."""
    if phrase.owners or phrase.actors or phrase.leaders or phrase.pro or phrase.backers:
        return None
    owner = scene.words.child(phrase.at, "poss")
    draft = memory.at.get(owner) if owner is not None and owner not in scene.hit_of else None
    if draft is None:
        return None
    if scene.words.lower[phrase.at] == "men" and draft.identity.kind in (*ARMED_KINDS, "state_force", "foreign_force"):
        return draft.identity
    if phrase.noun.sense == "government" and draft.identity.country and draft.identity.kind in STATE_KINDS:
        return scene.cast.government(draft.identity.country)
    return arms_of(draft.identity, phrase, scene) if phrase.noun.sense in FIGHTING else None


def arms_of(owner: Identity, phrase: Phrase, scene: Scene) -> Identity | None:
    """Those whom an owner commands; None: the noun or the owner is not of that sort."""
    if owner.person:
        row = next((row for row in scene.lexicon.people.values() if row.name == owner.name), None)
        return scene.cast.by_id(row.forces) if row is not None and row.forces else None
    if owner.kind in STATE_KINDS and owner.country:
        if phrase.noun.sense in STATE_OWNED:
            return scene.cast.army(owner.country)
        return scene.cast.proxy(owner.country) if phrase.noun.sense == "militia" else None
    return owner if owner.kind in ARMED_KINDS else None
