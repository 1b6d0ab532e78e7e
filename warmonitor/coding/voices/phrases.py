"""Attributions without a verb of saying: "according to X", "reportedly", "X's claim that", "the fear is that"."""

from __future__ import annotations

from warmonitor.coding.voices import cues
from warmonitor.coding.voices.contents import infinitive, trim
from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.lexicon import Frame, VoiceLexicon
from warmonitor.coding.voices.syntax import Syntax

ACCORDING = Frame("according to", frozenset({"that"}), frozenset({"to"}), "", "asserts", None, "speech")
LIGHT = frozenset("provide put issue make give release deliver voice express publish raise repeat reiterate offer send post have add".split())


def according(tree: Syntax) -> list[Draft]:
    """"according to X": all of the sentence but the phrase itself."""
    found = []
    for at, word in enumerate(tree.lower):
        if word == "according" and at + 2 < len(tree) and tree.lower[at + 1] == "to":
            head = tree.child(at + 1, "pobj")
            if head is None:
                head = at + 2
            draft = Draft(at, (at, at + 1), ACCORDING, "according to", head)
            draft.contents = around(tree, at, max(tree.right[head], head))
            if draft.contents:
                found.append(draft)
    return found


def around(tree: Syntax, first: int, last: int) -> list[Range]:
    """What a phrase first..last of a sentence is about: the part before it, or after it where that lacks a verb."""
    start, end = tree.sentences[tree.sentence[first]]
    ahead = trim(tree, start, first - 1)
    whole = ahead is not None and any(tree.tag[i] in cues.FINITE or tree.tag[i] == "MD" for i in range(ahead[0], ahead[1] + 1))
    behind = None if whole else trim(tree, last + 1, end - 1)
    return [part for part in (ahead, behind) if part]


def adverbs(tree: Syntax, lexicon: VoiceLexicon) -> list[Draft]:
    """"reportedly": the clause that it stands in, from no one."""
    found = []
    for at, word in enumerate(tree.lower):
        frames = lexicon.adverbs.get(word)
        if frames:
            above = tree.head[at]
            parts = [trim(tree, tree.left[above], at - 1), trim(tree, at + 1, tree.right[above])] if above != at else []
            found.append(Draft(at, (at, at), frames[0], "adverb", None, [part for part in parts if part]))
    return [draft for draft in found if draft.contents]


def nominal(tree: Syntax, lexicon: VoiceLexicon) -> list[Draft]:
    """"X's claim that", "a warning by X of", "X issued a statement saying"."""
    found = []
    for at, lemma in enumerate(tree.lemma):
        frames = lexicon.nouns.get(lemma)
        if frames and tree.tag[at] in ("NN", "NNS"):
            draft = _noun(tree, lexicon, at, frames)
            if draft:
                found.append(draft)
        elif lemma in lexicon.adjectives and tree.tag[at].startswith("JJ"):
            draft = _adjective(tree, at, lexicon.adjectives[lemma])
            if draft:
                found.append(draft)
    return found


def _noun(tree: Syntax, lexicon: VoiceLexicon, at: int, frames: tuple[Frame, ...]) -> Draft | None:
    for frame in frames:
        clause = _clause(tree, at, frame)
        if clause:
            break
    else:
        return None
    first, content = clause
    head, words = _noun_source(tree, at)
    above = tree.head[at]
    if head is None and tree.dep[at] == "dobj" and tree.lemma[above] in lexicon.verbs and tree.lemma[above] not in LIGHT:
        return None
    words = (words[0], max(words[1], first - 1)) if frame.prepositions and tree.dep[first - 1] == "prep" else words
    return Draft(at, words, frame, "noun", head, [content])


def _clause(tree: Syntax, at: int, frame: Frame) -> tuple[int, Range] | None:
    """Where the content of a noun starts, and the content."""
    kids = [c for c in tree.children[at] if c > at]
    above = tree.head[at]
    if tree.dep[at] == "nsubj" and tree.lemma[above] == "be":
        kids += [c for c in tree.children[above] if c > above and tree.dep[c] == "ccomp"]
    for kid in kids:
        dep = tree.dep[kid]
        marked = any(tree.lower[c] == "that" and tree.dep[c] == "mark" for c in tree.children[kid])
        if dep in ("acl", "ccomp", "relcl") and (marked or (dep != "relcl" and infinitive(tree, kid) and "to" in frame.frames)):
            found = trim(tree, tree.left[kid], tree.right[kid])
        elif dep == "prep" and tree.lower[kid] in frame.prepositions and tree.right[kid] > kid:
            found = trim(tree, kid + 1, tree.right[kid])
        else:
            continue
        if found:
            return found[0], found
    return None


def _noun_source(tree: Syntax, at: int) -> tuple[int | None, Range]:
    """Whose claim it is: possessor, "by X", an adjective of nation, or who makes it."""
    owner = tree.child(at, "poss")
    if owner is not None:
        return owner, (at, at)
    by = next((c for c in tree.children[at] if tree.lower[c] in ("by", "from") and tree.dep[c] in ("prep", "agent")), None)
    if by is not None and tree.child(by, "pobj") is not None:
        return tree.child(by, "pobj"), (at, at)
    above = tree.head[at]
    if tree.dep[at] in ("dobj", "attr") and tree.lemma[above] in LIGHT:
        return cues.source(tree, above)[0], (cues.cue_words(tree, above)[0], at)
    return None, (at, at)


def _adjective(tree: Syntax, at: int, frames: tuple[Frame, ...]) -> Draft | None:
    """"was confident that"."""
    above = tree.head[at]
    if tree.dep[at] != "acomp":
        return None
    for kid in [c for c in (*tree.children[at], *tree.children[above]) if c > at]:
        if tree.dep[kid] == "ccomp" or (tree.dep[kid] == "prep" and tree.lower[kid] in frames[0].prepositions):
            start = tree.left[kid] + (tree.dep[kid] == "prep")
            found = trim(tree, start, tree.right[kid])
            head, relative = cues.source(tree, above)
            if found and head is not None:
                return Draft(at, (cues.cue_words(tree, above)[0], found[0] - 1 if tree.dep[kid] == "prep" else at), frames[0], "adjective", head, [found], relative=relative)
    return None


def without_hearsay(drafts: list[Draft]) -> list[Draft]:
    """Drafts without those from no one ("reports of", "is considered") that stand in what someone says."""
    said = [part for d in drafts if d.source is not None and d.made for part in d.contents]
    return [
        d for d in drafts
        if d.source is not None or not any(first <= d.cue <= last for first, last in said)
    ]  # fmt: skip
