"""Attributions by nouns and adjectives: "X's claim that", "a warning by X of", "was confident that"."""

from __future__ import annotations

from warmonitor.coding.voices import cues, subjects
from warmonitor.coding.voices.contents import infinitive, trim
from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.lexicon import Frame, VoiceLexicon
from warmonitor.coding.voices.syntax import Syntax


def nominal(tree: Syntax, lexicon: VoiceLexicon) -> list[Draft]:
    """A draft for every noun or adjective of the lexicon that takes something said."""
    found = []
    for at, lemma in enumerate(tree.lemma):
        draft = None
        if lemma in lexicon.nouns and tree.tag[at] in ("NN", "NNS"):
            draft = _noun(tree, lexicon, at, lexicon.nouns[lemma])
        elif lemma in lexicon.adjectives and tree.dep[at] == "acomp":
            draft = _adjective(tree, lexicon, at, lexicon.adjectives[lemma][0])
        if draft is not None:
            found.append(draft)
    return found


def _noun(tree: Syntax, lexicon: VoiceLexicon, at: int, frames: tuple[Frame, ...]) -> Draft | None:
    held = next(((frame, part) for frame in frames if (part := _clause(tree, at, frame))), None)
    if held is None:
        return None
    frame, content = held
    head, (first, last) = _maker(tree, lexicon, at)
    above = tree.lemma[tree.head[at]]
    if head is None and tree.dep[at] == "dobj" and above in lexicon.verbs and above not in lexicon.words.light:
        return None
    if head is None and (frame.stance == "claims_responsibility" or tree.lower[tree.head[at]] in ("on", "in")):
        return None
    if tree.dep[content[0] - 1] == "prep":
        last = max(last, content[0] - 1)
    return Draft(at, (first, last), frame, "noun", head, [content])


def _clause(tree: Syntax, at: int, frame: Frame) -> Range | None:
    """The content of a noun: a clause with "that" or "to", or the object of a preposition."""
    kids = [c for c in tree.children[at] if c > at]
    above = tree.head[at]
    if tree.dep[at] == "nsubj" and tree.lemma[above] == "be":
        kids += [c for c in tree.children[above] if c > above and tree.dep[c] == "ccomp"]
    for kid in kids:
        if tree.dep[kid] == "prep" and tree.lower[kid] in frame.prepositions:
            found = trim(tree, kid + 1, tree.right[kid])
        else:
            found = trim(tree, tree.left[kid], tree.right[kid]) if _states(tree, kid, frame) else None
        if found:
            return found
    if "to" in frame.frames and kids:  # "its call to the rebels to stop"
        at = next((i for i in range(at + 1, max(tree.right[k] for k in kids) + 1) if infinitive(tree, i)), None) or at
        return trim(tree, tree.left[at], tree.right[at]) if infinitive(tree, at) else None
    return None


def _states(tree: Syntax, kid: int, frame: Frame) -> bool:
    dep, mark = tree.dep[kid], tree.child(kid, "mark")
    if dep in ("acl", "ccomp", "relcl") and mark is not None and tree.lower[mark] == "that":
        return True
    return dep in ("acl", "ccomp") and "to" in frame.frames and infinitive(tree, kid)


def _maker(tree: Syntax, lexicon: VoiceLexicon, at: int) -> tuple[int | None, Range]:
    """Whose claim it is, and the words of the cue: possessor, "by X", or who "issued" it."""
    owner = tree.child(at, "poss")
    if owner is not None:
        return owner, (at, at)
    for kid in tree.children[at]:
        maker = tree.child(kid, "pobj") if tree.lower[kid] in ("by", "from") else None
        if maker is not None:
            return maker, (at, at)
    above = tree.head[at]
    made = tree.lemma[above] in (lexicon.words.owning if tree.lemma[at] == "responsibility" else lexicon.words.light)
    if tree.dep[at] in ("dobj", "attr") and made:
        return subjects.source(tree, lexicon.words.day, above)[0], (cues.cue_words(tree, above)[0], at)
    return None, (at, at)


def _adjective(tree: Syntax, lexicon: VoiceLexicon, at: int, frame: Frame) -> Draft | None:
    above = tree.head[at]
    head, relative = subjects.source(tree, lexicon.words.day, above)
    if head is None:
        return None
    for kid in [c for c in (*tree.children[at], *tree.children[above]) if c > at]:
        led = tree.dep[kid] == "prep" and tree.lower[kid] in frame.prepositions
        content = trim(tree, tree.left[kid] + led, tree.right[kid]) if led or tree.dep[kid] == "ccomp" else None
        if content:
            words = (cues.cue_words(tree, above)[0], content[0] - 1 if led else at)
            return Draft(at, words, frame, "adjective", head, [content], relative=relative)
    return None
