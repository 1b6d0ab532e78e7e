"""Verbs of headlines that the parser reads as nouns: "Drone wounds civilian", "Air strike targets outskirts"."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

_VERBS = {
    "wounds": "wound", "targets": "target", "injures": "injure", "kills": "kill", "hits": "hit", "shells": "shell",
    "bombs": "bomb", "hurts": "hurt", "retakes": "retake", "recaptures": "recapture", "captures": "capture",
    "seizes": "seize",
}  # fmt: skip
"""Words that are verbs between two noun phrases where the line has no other verb."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OPENING = frozenset({"NOUN", "PROPN", "NUM", "DET", "ADJ"})
_BEFORE = frozenset({"amod", "compound", "nmod", "det", "poss", "nummod"})


def mend(parse: Doc) -> None:
    """Makes a verb of the noun that stands where a headline has its verb, with what stands round it as its own."""
    for sentence in parse.sents:
        if any(map(_may_be, sentence)) and not any(map(_tells, sentence)):
            for token in sentence:
                if _is_verb(token, sentence):
                    _make_verb(token, sentence)
                    break


def _may_be(token: Token) -> bool:
    """A verb by its form that stands as a part of a noun phrase, or a noun that is one where the line has no other."""
    if token.tag_ == "VBZ":
        return token.dep_ in _BEFORE
    return token.lower_ in _VERBS and token.tag_ in ("NNS", "NNP", "NN")


def _tells(token: Token) -> bool:
    """Whether it is the verb of the line: not that of a side clause, "hours after troops pull out"."""
    main = token.dep_ not in _BEFORE and not any(c.dep_ == "mark" for c in token.children)
    return token.tag_ in _FINITE and main


def _is_verb(token: Token, sentence: Span) -> bool:
    inside = sentence.start < token.i < sentence.end - 1
    if not _may_be(token) or not inside:
        return False
    before, behind = token.nbor(-1), token.nbor()
    told = (before.pos_ in _NOUNS or before.tag_ == "VBG") and behind.pos_ in _OPENING
    return told and (token.dep_ == "ROOT" or token.dep_ in _BEFORE) and _object(token, sentence) is not None


def _object(verb: Token, sentence: Span) -> Token | None:
    """The noun that heads the phrase behind the verb."""
    if verb.dep_ in _BEFORE and verb.head.i > verb.i:
        return verb.head if verb.head.i < sentence.end else None
    behind = verb.nbor()
    while behind.dep_ in _BEFORE and behind.head.i > behind.i:
        behind = behind.head
    return behind if behind.head.i == verb.i else None


def _make_verb(verb: Token, sentence: Span) -> None:
    doer, said, root = verb.nbor(-1), _object(verb, sentence), sentence.root
    if said is None:
        return
    for token in list(sentence):
        own = token.i not in (doer.i, verb.i) and token.head.i in (verb.i, said.i, root.i)
        if own and token.i < doer.i:
            token.head = doer
            token.dep_ = token.dep_ if token.dep_ in _BEFORE else "compound"
    verb.head, verb.dep_, verb.pos_, verb.tag_ = verb, "ROOT", "VERB", "VBZ"
    verb.lemma_ = _VERBS.get(verb.lower_, verb.lemma_)
    said.head, said.dep_ = verb, "dobj"
    if said.pos_ == "ADJ":
        said.pos_, said.tag_ = "NOUN", "NN"
    if root.i not in (verb.i, said.i, doer.i):
        root.head, root.dep_ = (doer, "compound") if root.i < doer.i else (verb, "dep")
    doer.head, doer.dep_, doer.pos_ = verb, "nsubj", "PROPN" if doer.pos_ == "PROPN" else "NOUN"
    if doer.tag_ == "VBG":
        doer.tag_, doer.lemma_ = "NN", doer.lower_
