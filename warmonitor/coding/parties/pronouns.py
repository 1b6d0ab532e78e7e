"""Who pronouns and bare group words stand for."""

from __future__ import annotations

from collections.abc import Callable

from warmonitor.coding.parties.grammar import uses
from warmonitor.coding.parties.scene import Draft, Memory, Scene

THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
IT = frozenset(("it", "its", "itself"))
HE = frozenset(("he", "she", "him", "his", "her", "hers", "himself", "herself"))
WHO = frozenset(("who", "whom", "whose", "which", "that"))
WE = frozenset(("we", "us", "our", "ours", "ourselves"))
ME = frozenset(("i", "me", "my", "mine", "myself"))
OTHERS = frozenset("others another both some many dozens all those several hundreds most thousands scores tens".split())
PRONOUNS = THEY | IT | HE | WHO
STRIKING = frozenset("drop bomb shell fire shoot bombard strike launch attack storm raid".split())
ARMED = frozenset(("state_force", "foreign_force", "rebel", "militia", "jihadist", "unknown", "police"))
ASIDE = ("advcl", "relcl", "acl")
"""Clauses whose subject the next sentence hardly speaks of: "seized the town after the garrison withdrew. It"."""
NEAR = 2
"""Sentences back in which a pronoun looks for its antecedent."""
SUBJECT_BONUS, DISTANCE_COST, SENTENCE_COST, SPEAKER_BONUS = 3.0, 0.08, 1.5, 2.0
"""Weights of an antecedent: subjects win over nearer objects in the same sentence, and the subject of the clause above
over both; from the sentence before only subjects compete (after Lappin and Leass 1994, scaled down to parties)."""


def antecedent(scene: Scene, memory: Memory, at: int) -> Draft | None:
    """The party that a pronoun stands for; None: none, or not a party."""
    lower = scene.words.lower[at]
    if lower in WHO:
        return _head_of_clause(scene, memory, at)
    bereft = _bereft(scene, memory, at)
    if bereft is not None:
        return bereft
    if lower in IT:
        speaker = _reporting(scene, memory, at)
        if speaker is not None and _single_body(speaker):
            return speaker
        return _best(scene, memory, at, _single_body) if _agentive(scene, at) else None
    if lower in HE:
        return _best(scene, memory, at, lambda draft: draft.identity.person or draft.number == "one")
    own = _of_speaker(scene, memory, at)
    return _attackers(scene, memory, at, own) or _best(
        scene, memory, at, lambda draft: (draft.number != "one" or not draft.identity.person) and draft.root not in own
    )


def _bereft(scene: Scene, memory: Memory, at: int) -> Draft | None:
    """ "Hamas said Israel had killed one of its commanders": nobody kills his own; the speaker's were killed."""
    words = scene.words
    if words.dep[at] != "poss" or words.lower[at] not in THEY | IT:
        return None
    path = [at, *_ancestors(scene, at)]
    verb = next((i for i in path if "harm" in uses(scene, i) and words.pos[i] in ("VERB", "AUX")), None)
    if verb is None or words.dep[verb] != "ccomp" or "speech" not in uses(scene, words.head[verb]):
        return None
    doer, speaker = words.child(verb, "nsubj"), words.child(words.head[verb], "nsubj")
    if doer is None or speaker is None or doer > at:
        return None
    killer, said = memory.at.get(doer), memory.at.get(speaker)
    if killer is None or said is None or said.identity.person or killer.identity.entity == said.identity.entity:
        return None
    return said


def _of_speaker(scene: Scene, memory: Memory, at: int) -> frozenset[int]:
    """Mentions before a quotation that "they" in it cannot mean: who speaks, and for whom by the words at the name."""
    opening = scene.quoted(at)
    if opening is None or scene.words.lower[at] not in THEY:
        return frozenset()
    before = [d for d in memory.back(at, NEAR, weak=True) if d.root < opening]
    speaker = next((d for d in before if d.identity.person and scene.words.dep[d.root] == "nsubj"), None)
    if speaker is None:
        return frozenset()
    return frozenset((speaker.root, *(d.root for d in before if speaker.root in _ancestors(scene, d.root))))


def _attackers(scene: Scene, memory: Memory, at: int, own: frozenset[int]) -> Draft | None:
    """ "They dropped two bombs": of those spoken of, who can."""
    words, above = scene.words, scene.words.head[at]
    if words.dep[at] != "nsubj" or words.lower[at] not in THEY or words.lemma[above] not in STRIKING:
        return None
    return _best(
        scene, memory, at,
        lambda d: d.identity.kind in ARMED and d.number != "one" and d.root not in own,
    )  # fmt: skip


def _single_body(draft: Draft) -> bool:
    return not draft.identity.person and (draft.number == "body" or draft.identity.kind in ("government", "political"))


def _agentive(scene: Scene, at: int) -> bool:
    """ "it" as one who acts: owner, or subject of a verb that says or does; never "it is", "it seems"."""
    words = scene.words
    dep, head = words.dep[at], words.head[at]
    if dep == "poss":
        return True
    if dep == "nsubj" and words.lemma[head] in ("be", "seem", "appear", "become", "remain", "take", "happen", "mean"):
        return False
    return dep in ("nsubj", "nsubjpass") and bool(uses(scene, head) & {"force", "speech", "motion"})


def _reporting(scene: Scene, memory: Memory, at: int) -> Draft | None:
    """ "The ministry said it had ...": the subject of the verb of saying above."""
    words = scene.words
    verb = words.head[at]
    if words.dep[at] != "nsubj" or words.dep[verb] != "ccomp" or "speech" not in uses(scene, words.head[verb]):
        return None
    subject = words.child(words.head[verb], "nsubj")
    return memory.at.get(subject) if subject is not None and subject < at else None


def _head_of_clause(scene: Scene, memory: Memory, at: int) -> Draft | None:
    """ "fighters who ...": the noun before its relative clause."""
    words = scene.words
    if words.pos[at] not in ("PRON", "DET") and words.lower[at] == "that":
        return None
    verb = words.head[at]
    for _ in range(3):
        if words.dep[verb] == "relcl":
            return memory.at.get(words.head[verb])
        verb = words.head[verb]
    return None


def _best(scene: Scene, memory: Memory, at: int, fits: Callable[[Draft], bool]) -> Draft | None:
    words = scene.words
    governor = _governor(scene, at)
    best, score = None, float("-inf")
    for draft in memory.back(at, NEAR):
        if not fits(draft) or (_governor(scene, draft.root) == governor and words.dep[at] != "poss"):
            continue
        here = _salience(scene, draft, at)
        if here > score:
            best, score = draft, here
    return best


def _governor(scene: Scene, at: int) -> int:
    words = scene.words
    head = words.head[at]
    if words.dep[at] == "pobj":
        head = words.head[head]
    return head


def _salience(scene: Scene, draft: Draft, at: int) -> float:
    words = scene.words
    subject = words.dep[draft.root] in ("nsubj", "nsubjpass")
    speaker = subject and words.head[draft.root] in _ancestors(scene, at)
    sentences = words.sentence[at] - words.sentence[draft.root]
    aside = subject and sentences > 0 and words.dep[words.head[draft.root]] in ASIDE
    distance = min(at - draft.root, 60)
    subject = subject and not aside
    return SUBJECT_BONUS * subject + SPEAKER_BONUS * speaker - DISTANCE_COST * distance - SENTENCE_COST * sentences


def _ancestors(scene: Scene, at: int) -> list[int]:
    found, here = [], at
    for _ in range(8):
        head = scene.words.head[here]
        if head == here:
            break
        found.append(head)
        here = head
    return found
