"""Mentions by pronoun, by number alone, or in the first person."""

from __future__ import annotations

from collections.abc import Mapping

from warmonitor.coding.parties.choosing import FIGHTING, SAYING, arms_of, speaker_before
from warmonitor.coding.parties.complements import complement
from warmonitor.coding.parties.grammar import counted, uses
from warmonitor.coding.parties.lexicon import Identity
from warmonitor.coding.parties.persons import People
from warmonitor.coding.parties.phrases import Phrase
from warmonitor.coding.parties.pronouns import ME, OTHERS, PRONOUNS, WE, antecedent
from warmonitor.coding.parties.scene import Draft, Memory, Scene

NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr")
PLURAL = ("they", "them", "their")
CROWD = ("dozens", "hundreds", "thousands", "scores")
"""Numbers that by themselves mean people: "thousands marched"."""
OURS = ("our",)
CLIMB = 8
"""Words from "our" up to the verb of saying."""
BATTLES = ("fight", "fighting", "clash", "battle", "combat", "ambush", "skirmish", "firefight")
"""In which those are killed who take part, mostly."""
MEASURES = ("DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY")


def refer(at: int, scene: Scene, memory: Memory) -> None:
    """Remember whom a pronoun, "others" or a bare number stands for."""
    lower = scene.words.lower[at]
    if lower in PRONOUNS:
        known = antecedent(scene, memory, at)
        if known is not None:
            memory.add(Draft(at, at, at, known.identity, "pronoun", known.number, strong=False))
            for other in _joined(known, scene, memory) if lower in PLURAL else ():
                memory.add(Draft(at, at, at, other.identity, "pronoun", other.number, strong=False))
    elif lower in OTHERS or scene.words.pos[at] == "NUM":
        _count(at, scene, memory)


def _joined(known: Draft, scene: Scene, memory: Memory) -> list[Draft]:
    """ "Damascus and Moscow say they ...": the others of a pair that one verb has as its subject."""
    if scene.words.dep[known.root] not in ("nsubj", "nsubjpass"):
        return []
    beside = (at for at in scene.words.children[known.root] if scene.words.dep[at] == "conj")
    others = [memory.at[at] for at in beside if at in memory.at]
    return [other for other in others if other.identity.kind == known.identity.kind and not other.identity.person]


def _count(at: int, scene: Scene, memory: Memory) -> None:
    """ "two others were injured", "45 wounded", "those killed"."""
    words = scene.words
    if words.dep[at] not in NOMINAL or words.entity[at] in MEASURES:
        return
    thing = counted(scene, at)
    if thing != at and words.lower[thing] not in scene.lexicon.nouns:
        return  # "hundreds of air strikes"
    if _of_people(at, scene):
        return  # "some of the fighters": the fighters are told of by their own noun
    harmed = _harmed(at, scene) or any("harm" in uses(scene, child) for child in words.children[at])
    moving = words.dep[at] == "nsubj" and "motion" in uses(scene, words.head[at])
    if words.pos[at] == "NUM" and not harmed and not moving and words.child(at, "det") is None:
        return
    identity = _members(at, scene, memory) or _counted(at, harmed or moving, scene, memory)
    if identity is not None:
        last = complement(scene, at)
        memory.add(Draft(words.left(at), at if last is None else last, at, identity, "count", "many", strong=False))


def _of_people(at: int, scene: Scene) -> bool:
    words = scene.words
    held = next((words.child(c, "pobj") for c in words.children[at] if words.lower[c] == "of"), None)
    if held is None or words.child(held, "poss") is not None:
        return False
    noun = scene.lexicon.nouns.get(words.lower[held])
    return noun is not None and noun.sense not in ("sort", "group")


def _members(at: int, scene: Scene, memory: Memory) -> Identity | None:
    """ "Three of its members": of whom the pronoun stands for."""
    words = scene.words
    of = next((child for child in words.children[at] if words.lower[child] == "of"), None)
    held = words.child(of, "pobj") if of is not None else None
    owner = words.child(held, "poss") if held is not None else None
    if owner is None or words.lower[owner] not in PRONOUNS:
        return None
    known = antecedent(scene, memory, owner)
    if known is None or known.identity.person or held is None:
        return None
    noun = scene.lexicon.nouns.get(scene.words.lower[held])
    soldiers = noun is not None and noun.sense in ("force", "officer") and known.identity.kind == "government"
    return scene.cast.army(known.identity.country) if soldiers else known.identity  # "three of its soldiers"


def _counted(at: int, harmed: bool, scene: Scene, memory: Memory) -> Identity | None:
    """Those harmed just before in the same sentence, else people spoken of, else civilians."""
    crowd, doer = scene.words.lower[at] in CROWD, scene.words.head[at]
    beside = memory.last(at, 0, lambda draft: _suffers(draft, scene)) if harmed else None
    known = beside or (None if crowd else memory.last(at, 1, lambda draft: _countable(draft, harmed, doer, scene)))
    if known is not None:
        return known.identity
    return scene.cast.civilians(scene.here(at)) if crowd or (harmed and not _in_battle(at, scene)) else None


def _in_battle(at: int, scene: Scene) -> bool:
    """ "In fighting with the army, seven were killed": those who fight, of a side that nobody names."""
    words = scene.words
    where = [
        words.child(c, "pobj") or words.child(c, "pcomp")
        for c in words.children[words.head[at]]
        if words.lower[c] == "in"
    ]
    return any(noun is not None and words.lemma[noun] in BATTLES for noun in where)


def _harmed(at: int, scene: Scene) -> bool:
    return "harm" in uses(scene, scene.words.head[at])


def _suffers(draft: Draft, scene: Scene) -> bool:
    return draft.number != "body" and scene.words.dep[draft.root] != "nsubj" and _harmed(draft.root, scene)


def _countable(draft: Draft, harmed: bool, doer: int, scene: Scene) -> bool:
    """People, but not those who do the harm that is counted."""
    does = harmed and (draft.identity.kind == "government" or scene.words.head[draft.root] == doer)
    return draft.number == "many" and not does and not (harmed and _is_fought(draft.root, scene))


def _is_fought(at: int, scene: Scene) -> bool:
    """ "In fighting with the army seven were killed": hardly those of the army."""
    words, above = scene.words, scene.words.head[at]
    with_whom = words.dep[at] == "pobj" and words.lower[above] in ("with", "against")
    return with_whom and "force" in uses(scene, words.head[above])


def speakers(scene: Scene, memory: Memory, people: People, heads: Mapping[int, Phrase]) -> None:
    """ "we", "our", "I" within a quotation: who is quoted, or whom that person speaks for; outside of one: nobody."""
    words = scene.words
    for at, word in enumerate(words.lower):
        if word in OURS and scene.quoted(at) is None:
            said = _sayer_above(at, scene, memory)
            whose = said.identity if said is not None else scene.house
            if whose is not None:
                _ours(at, whose, scene, memory, heads)
        elif word == "we" and scene.house is not None and at not in memory.at and _acts(at, scene):
            memory.add(Draft(at, at, at, scene.house, "speaker", "body", strong=False))
    for inside in scene.quotations:
        spoken = [at for at in inside if words.lower[at] in WE or words.lower[at] in ME]
        speaker = _speaker(scene, memory, inside) if spoken else None
        if speaker is None:
            continue
        for at in spoken:
            group = people.speaks_for.get(speaker.identity.entity) if words.lower[at] in WE else None
            identity = group or speaker.identity
            if at not in memory.at:
                memory.add(Draft(at, at, at, identity, "speaker", speaker.number, strong=False))
            _ours(at, identity, scene, memory, heads)


def _acts(at: int, scene: Scene) -> bool:
    """Whether a "we" outside of quotations uses force: "we inflicted two casualties"."""
    subject = scene.words.dep[at] in ("nsubj", "nsubjpass") and scene.quoted(at) is None
    return subject and bool(uses(scene, scene.words.head[at]) & {"force", "harm"})


def _sayer_above(at: int, scene: Scene, memory: Memory) -> Draft | None:
    """ "Our forces repelled the attack, the army said": who says the clause that a word stands in."""
    words, here = scene.words, at
    for _ in range(CLIMB):
        above = words.head[here]
        if above == here:
            return None
        if words.lemma[above] in SAYING and words.dep[here] == "ccomp":
            subject = words.child(above, "nsubj")
            return memory.at.get(subject) if subject is not None else None
        here = above
    return None


def _ours(at: int, speaker: Identity, scene: Scene, memory: Memory, heads: Mapping[int, Phrase]) -> None:
    """ "our fighters", "our government" """
    owned = scene.words.head[at]
    phrase, draft = heads.get(owned), memory.at.get(owned)
    if scene.words.dep[at] != "poss" or phrase is None or draft is None:
        return
    if phrase.noun.sense == "government" and speaker.country:
        draft.identity = scene.cast.government(speaker.country)
    elif phrase.noun.sense in FIGHTING:
        draft.identity = arms_of(speaker, phrase, scene) or draft.identity


def _speaker(scene: Scene, memory: Memory, inside: range) -> Draft | None:
    """The subject of the verb of saying nearest to a quotation, or who spoke last."""
    words, size = scene.words, len(scene.words.lower)
    for at in range(inside.stop, min(inside.stop + 10, size)):
        if words.lemma[at] in SAYING:
            subject = words.child(at, "nsubj")
            if subject is not None and subject in memory.at:
                return memory.at[subject]
    before = speaker_before(scene, memory, inside.start)
    return before or memory.last(inside.start, 2, lambda draft: _says(draft, scene))


def _says(draft: Draft, scene: Scene) -> bool:
    return scene.words.dep[draft.root] == "nsubj" and scene.words.lemma[scene.words.head[draft.root]] in SAYING
