"""Threats by what will not be put up with: "will not allow the town to fall", "would not be tolerated"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from warmonitor.coding.claims.clauses import VERBAL

TOLERATING = frozenset({"allow", "let", "permit", "tolerate", "accept"})
WILLING = frozenset({"will", "would", "wo", "'ll", "’ll"})
BELOW = frozenset({"xcomp", "ccomp", "dobj", "nsubjpass", "pobj", "prep"})
RULE = "clause:refusal"


def refusals(sentence: Span) -> list[Token]:
    """The verbs of a sentence that say what somebody will not put up with."""
    return [token for token in sentence if token.pos_ in VERBAL and token.lemma_ in TOLERATING and _refuses(token)]


def _refuses(verb: Token) -> bool:
    will = any(c.dep_ == "aux" and c.lower_ in WILLING for c in verb.children)
    return will and any(c.dep_ == "neg" for c in verb.children)


def is_refused(token: Token, verbs: Iterable[Token]) -> bool:
    """Whether a word names what is not put up with, or the refusal itself: "(allow) the town to fall"."""
    above = {verb.i for verb in verbs}
    if token.i in above:
        return True
    for _ in range(6):
        if token.dep_ not in BELOW and not (token.dep_ == "nsubj" and token.head.head.i in above):
            return False
        token = token.head
        if token.i in above:
            return True
    return False
