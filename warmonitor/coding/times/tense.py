"""Whether the words that govern a time expression look back or ahead."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from spacy.tokens import Doc, Token

from warmonitor.coding.times.grammar import TimeGrammar
from warmonitor.coding.times.story import Tense

CLIMB = 12
"""Heads above a time expression that are asked for a tense; its verb is nearly always within four."""

PERCEIVED = frozenset({"hear", "see", "smell", "feel", "be"})
""" "Explosions could be heard on Monday": what was there to perceive."""
GRANTING = frozenset({"give", "grant", "set"})
LASTING = frozenset({"extend", "prolong", "postpone", "suspend", "ban", "close"})
"""What is done now and holds until a day to come."""
ANSWERING = frozenset({"protest", "condemn", "denounce", "mourn", "avenge", "commemorate", "mark"})
""" "They marched to protest the killing on Monday": what is answered has happened."""
FUTURE_MODALS = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "may", "might", "must", "should", "ca", "can"})


def tense_reader(parse: Doc, grammar: TimeGrammar) -> Callable[[int, int], Tense | None]:
    """A function from the offsets of an expression to the tense of what governs it."""
    starts: list[int] = []
    parsed = parse.has_annotation("DEP")  # asking a token of an unparsed text for its children crashes spaCy

    def tense_at(start: int, end: int) -> Tense | None:
        if not parsed:
            return None
        if not starts:
            starts.extend(token.idx for token in parse)
        return _tense(parse[max(0, bisect_right(starts, end - 1) - 1)], grammar)

    return tense_at


def _tense(token: Token, grammar: TimeGrammar) -> Tense | None:
    if _is_granted(token):
        return "future"
    for _ in range(CLIMB):
        if token.tag_.startswith(("VB", "MD")):
            return _of_verb(token, grammar)
        if any(child.lemma_.lower() in grammar.ahead and child.dep_ in ("amod", "acomp") for child in token.lefts):
            return "future"
        if token.head is token or token.head == token:
            return None
        token = token.head
    return None


def _is_granted(token: Token) -> bool:
    """ "has given them until Friday": the end of a time granted lies ahead, whenever it was granted."""
    until = token.head
    return until.lower_ in ("until", "till") and until.head.lemma_ in GRANTING | LASTING


def _of_verb(verb: Token, grammar: TimeGrammar) -> Tense | None:
    helpers = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    conditional = any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in verb.lefts)
    if conditional and verb.dep_ == "advcl" and _modal(verb.head):
        return "future"  # "warned that it would attack if they had not left by Monday"
    if any(child.lower_ in FUTURE_MODALS for child in helpers):
        return "past" if any(child.lower_ == "have" for child in helpers) else "future"
    if any(child.lower_ == "could" for child in helpers) and verb.lemma_ not in PERCEIVED and verb.tag_ == "VB":
        return "past" if any(child.lower_ == "have" for child in helpers) else "future"
    if any(child.tag_ == "TO" for child in helpers):
        return _of_infinitive(verb, grammar)
    if verb.tag_ == "VBD" or any(child.tag_ == "VBD" or child.lemma_ == "have" for child in helpers):
        return "past"
    if verb.tag_ in ("VBP", "VBZ") or helpers:
        return "future" if verb.lemma_.lower() in grammar.scheduled else "present"
    return _of_participle(verb, grammar)


def _modal(verb: Token) -> bool:
    return any(child.lower_ in FUTURE_MODALS and child.dep_ == "aux" for child in verb.lefts)


def _of_infinitive(verb: Token, grammar: TimeGrammar) -> Tense | None:
    head = verb.head
    if head.lemma_.lower() in grammar.back and verb.dep_ in ("xcomp", "advcl", "ccomp"):
        return _of_verb(head, grammar) if head.tag_.startswith("VB") and head != verb else "past"
    if verb.lemma_ in ANSWERING and verb.dep_ == "advcl" and head.tag_ == "VBD":
        return "past"
    return "future"


def _of_participle(verb: Token, grammar: TimeGrammar) -> Tense | None:
    if verb.tag_ == "VBN":
        return "future" if verb.lemma_.lower() in grammar.ahead else "past"
    head = verb.head
    return _of_verb(head, grammar) if head != verb and head.tag_.startswith(("VB", "MD")) and head.i != verb.i else None
