"""How far what is said reaches: the complements of a cue, as token ranges."""

from __future__ import annotations

from warmonitor.coding.voices.cues import FINITE
from warmonitor.coding.voices.drafts import Range
from warmonitor.coding.voices.lexicon import Frame, VoiceLexicon
from warmonitor.coding.voices.subjects import SUBJECTS
from warmonitor.coding.voices.syntax import QUOTE_MARKS, Syntax

TRIMMED = frozenset(",.;:-–—…([") | {"--", "..."}
LONGEST_OBJECT = 60
"""Tokens within which "X as Y" has its "as"."""
CLAIMS = frozenset({"claim", "charge", "allegation", "accusation", "assertion", "report", "version"})
AGAINST = frozenset({"but", "while", "whereas", "although", "though"})
SAY = 8
"""Words from "but" to the verb of saying of somebody else."""
FIGURES = frozenset({"toll", "figure", "count", "tally", "estimate"})
CLAUSES = ("ccomp", "xcomp", "advcl")


def complement(tree: Syntax, lexicon: VoiceLexicon, at: int, frame: Frame) -> tuple[str, list[Range]] | None:
    """What an active verb takes on its right in one frame: the rule and the ranges; None: it does not fit."""
    if at + 1 < len(tree) and tree.lower[at + 1] == ";":
        return None  # "..., activists said; there were no casualties"
    kids = [c for c in tree.children[at] if c > at]
    first = _first(tree, lexicon, kids, frame)
    if first is None:
        return None
    rule, start = first
    start = _after_day(tree, lexicon, start)
    end = reach(tree, lexicon, at, start)
    found = trim(tree, start, end)
    return (rule, [found]) if found else None


def _after_day(tree: Syntax, lexicon: VoiceLexicon, start: int) -> int:
    """"said on Monday they left": the day tells when it was said."""
    at = start + (tree.lower[start] == "on")
    return at + 1 if at + 1 < len(tree) and tree.lower[at] in lexicon.words.day and tree.tag[at] == "NNP" else start


def _first(tree: Syntax, lexicon: VoiceLexicon, kids: list[int], frame: Frame) -> tuple[str, int] | None:
    """Where the content starts on the right of the cue."""
    frames = frame.frames
    for kid in kids:
        dep = tree.dep[kid]
        at = tree.head[kid]
        if dep == "ccomp" and infinitive(tree, kid):
            if frames & {"object_to", "to"}:
                return "object_to", tree.left[kid]
        elif dep == "ccomp" and frames & {"that", "quote", "call", "object_as"}:
            return "that", max(tree.left[kid], at + 1)
        elif _is_gerund(tree, kid) and dep in CLAUSES and tree.left[kid] == at + 1 and "object" in frames:
            if frame.stance == "denies" or tree.lemma[kid] not in lexicon.verbs:  # "denied backing the rebels"
                return "ing", tree.left[kid]
        elif dep == "xcomp":
            if infinitive(tree, kid) and frames & {"to", "object_to"}:
                return "to", _object_start(tree, kids, kid, frames)
            if frames & {"call", "object_as"} and (not infinitive(tree, kid) or tree.lemma[kid] == "be"):
                return "call", _object_start(tree, kids, kid, frames)
            if frames & {"that"} and not infinitive(tree, kid) and tree.tag[kid] in FINITE:
                return "that", tree.left[kid]
        elif dep == "prep" and "that" in frames and (clause := _in_document(tree, lexicon, kid)) is not None:
            return "that", tree.left[clause]
    strayed = _strayed_infinitive(tree, kids, frames)
    return strayed or _object(tree, lexicon, kids, frame) or _prepositional(tree, kids, frame)


def _is_gerund(tree: Syntax, at: int) -> bool:
    """ "Denied shelling it", "denied having shelled it"."""
    return tree.tag[at] == "VBG" or any(tree.lower[c] == "having" for c in tree.children[at] if c < at)


def _strayed_infinitive(tree: Syntax, kids: list[int], frames: frozenset[str]) -> tuple[str, int] | None:
    """"Urged the parties during a visit on Sunday to accept": an infinitive that the parse hangs further down."""
    asked = next((k for k in kids if tree.dep[k] == "dobj"), None)
    if asked is None or "object_to" not in frames:
        return None
    last = max(tree.right[k] for k in kids)
    found = any(infinitive(tree, at) for at in range(tree.right[asked] + 1, last + 1))
    return ("object_to", tree.left[asked]) if found else None


def _in_document(tree: Syntax, lexicon: VoiceLexicon, prep: int) -> int | None:
    """"claimed in a statement that": the clause that the parse hangs on the statement."""
    held = tree.child(prep, "pobj")
    if held is None or tree.lemma[held] not in lexicon.words.document:
        return None
    for clause in range(held + 1, tree.right[held] + 1):
        mark = tree.child(clause, "mark") if tree.dep[clause] in ("acl", "ccomp", "relcl") else None
        if mark is not None and tree.lower[mark] == "that":
            return clause
    return None


def _object_start(tree: Syntax, kids: list[int], clause: int, frames: frozenset[str]) -> int:
    """"urged the parties to stop" starts at the object, "vowed to stop" at the infinitive."""
    if frames & {"object_to", "call", "object_as"}:
        found = next((k for k in kids if k < clause and tree.dep[k] == "dobj"), None)
        if found is not None:
            return tree.left[found]
    return tree.left[clause]


def _object(tree: Syntax, lexicon: VoiceLexicon, kids: list[int], frame: Frame) -> tuple[str, int] | None:
    frames = frame.frames
    kid = next((k for k in kids if tree.dep[k] in ("dobj", "oprd", "attr")), None)
    if kid is None:
        return None
    if "object" in frames and not ("claim_only" in frames and _person(tree, lexicon, kid)):
        return "object", tree.left[kid]
    if "figure" in frames and tree.lemma[kid] in FIGURES:
        return "object", tree.left[kid]
    end = min(max(tree.right[kid], tree.right[kids[-1]]), kid + LONGEST_OBJECT)
    after = {tree.lower[i] for i in range(kid + 1, end + 1) if tree.tag[i] == "IN"}
    wanted = {"as"} if "object_as" in frames else set()
    if frames & {"object_of", "object_for"}:
        wanted |= frame.prepositions | {"over"}
    if "put" in frames:
        wanted |= {"at"}
    if after & wanted:
        return "object_as", tree.left[kid]
    if "call" in frames and any(tree.dep[k] in ("oprd", "acomp", "ccomp") for k in kids if k > kid):
        return "call", tree.left[kid]
    return None


def _person(tree: Syntax, lexicon: VoiceLexicon, at: int) -> bool:
    """Whether a noun names a person: "dismissed the general" says nothing, "dismissed the report" denies it."""
    role = lexicon.roles.get((tree.lower[at],))
    return tree.tag[at].startswith("NNP") or (role is not None and role.who == "person" and role.rank != "thing")


def _prepositional(tree: Syntax, kids: list[int], frame: Frame) -> tuple[str, int] | None:
    for kid in kids:
        if tree.dep[kid] == "advcl" and tree.lower[tree.left[kid]] in frame.prepositions:
            return "prep:" + tree.lower[tree.left[kid]], tree.left[kid] + 1
        led = tree.dep[kid] in ("prep", "prt", "agent") and tree.lower[kid] in frame.prepositions
        if led and tree.child(kid, "pobj", "pcomp") is not None:
            return "prep:" + tree.lower[kid], tree.left[kid] + 1
    return None


def infinitive(tree: Syntax, at: int) -> bool:
    """Whether a clause is headed by "to" and a verb."""
    return any(tree.lower[c] == "to" and tree.dep[c] == "aux" for c in tree.children[at])


def reach(tree: Syntax, lexicon: VoiceLexicon, at: int, start: int) -> int:
    """The last token of what hangs on the cue from `start` on, before its next statement or deed."""
    end = start
    for kid in tree.children[at]:
        if tree.right[kid] < start:
            continue
        if kid > start and _stops(tree, lexicon, kid):
            break
        if tree.dep[kid] not in ("punct", "cc"):
            end = max(end, tree.right[kid])
    return _contradicted(tree, lexicon, start, end)


def _contradicted(tree: Syntax, lexicon: VoiceLexicon, start: int, end: int) -> int:
    """The last token before somebody else has his say: "said 22 had died, while residents put the toll at 36"."""
    for at in range(start + 2, end):
        if tree.lower[at - 1 : at + 1] == [",", "a"] and tree.lemma[at + 1] in CLAIMS:
            return at - 2  # ", a charge that Yerevan rejected"
        if tree.lower[at] not in AGAINST or tree.lower[at - 1] != ",":
            continue
        says = (i for i in range(at + 2, min(at + SAY, end + 1)) if tree.lemma[i] in lexicon.verbs)
        verb = next((i for i in says if tree.tag[i] in FINITE), None)
        if verb is not None and any(at < c < verb for c in tree.children[verb] if tree.dep[c] in SUBJECTS):
            return at - 2
    return end


def _stops(tree: Syntax, lexicon: VoiceLexicon, kid: int) -> bool:
    """A dependent of the cue that is no longer said: "and left", ", adding that"."""
    dep = tree.dep[kid]
    if dep in ("conj", "parataxis"):
        comma = any(tree.lower[c] in (",", ";") for c in range(max(0, tree.left[kid] - 3), tree.left[kid]))
        return comma or tree.child(kid, *SUBJECTS) is None or tree.lemma[kid] in lexicon.verbs
    return dep == "advcl" and tree.tag[kid] == "VBG" and tree.lemma[kid] in lexicon.verbs


def trim(tree: Syntax, first: int, last: int) -> Range | None:
    """A range without the punctuation at its ends; quotation marks stay with what they close."""
    while first <= last and (tree.lower[first] in TRIMMED or not tree.lower[first].strip()):
        first += 1
    while last >= first and (tree.lower[last] in TRIMMED or not tree.lower[last].strip()):
        last -= 1
    return (first, last) if first <= last else None


def preceding(tree: Syntax, cue: int, block: int, closing: bool = False) -> Range | None:
    """What stands before ", X said": from the start of the sentence to the comma before `block`.

    `closing`: the words from `block` on end the sentence, so that no comma is asked for.
    """
    before = block - 1
    while before >= 0 and tree.lower[before] in QUOTE_MARKS:
        before -= 1
    start = tree.sentences[tree.sentence[cue]][0]
    if before - start < 2 or (not closing and tree.lower[before] not in (",", "?", "!", "-", "–", "—", "--")):
        return None
    breaks = [i for i in range(max(start, block - LONGEST_OBJECT), block - 2) if tree.lower[i] in (":", ";")]
    if breaks:
        start = breaks[-1] + 1
    if tree.tag[start] == "CC":
        start += 1
    return trim(tree, start, block - 1)
