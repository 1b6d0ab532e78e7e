"""What a clause is that names no event: a demand, a statement, a judgement or background."""

from __future__ import annotations

from spacy.tokens import Token

from warmonitor.records import EventType, Stance

OBLIGING = frozenset({"must", "should", "ought"})
WILLING = frozenset({"will", "would", "wo", "'ll"})


def statement_type(token: Token, stance: Stance | bool, is_cue: bool) -> EventType | None:
    """The type of a clause by its verb; `stance` is that of the voice that says it, False for the narrator's own.

    None: too little to be a claim (the narrator's side clauses).
    """
    if is_cue:
        return "statement"
    words = {c.lower_ for c in token.children if c.dep_ == "aux"}
    if not stance:
        if token.dep_ in ("relcl", "advcl", "conj", "ccomp"):
            return None
        return "assessment" if token.lemma_ == "be" else "background"
    if token.dep_ in ("relcl", "advcl"):
        return None
    if words & OBLIGING or token.lemma_ == "need" or stance == "demands":
        return "demand"
    return "statement" if words & WILLING else "assessment"
