"""Who did it by what is said of responsibility: "claimed responsibility for the attack", "blamed the rebels for it"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warmonitor.coding.claims.clauses import VERBAL, heading, is_passive, subject_of

OWNING = frozenset("claim admit accept assume acknowledge take bear deny reject disclaim have share".split())
"""Verbs whose subject has, or disowns, the responsibility that is their object."""
SHARES = frozenset({"responsibility", "credit", "blame", "involvement", "role", "part", "hand"})
"""What one has, claims or denies of a deed."""
BLAMING = frozenset("blame accuse charge suspect convict indict implicate involve acquit".split())
"""Verbs whose object is said to have done it."""
TRACING = frozenset("attribute ascribe trace impute link".split())
"""Verbs that trace an event "to" whoever did it."""
DOING = frozenset(("participate", "engage"))
CARRYING_OUT = frozenset("carry commit perpetrate execute conduct mastermind order orchestrate plan plot stage".split())
"""Verbs whose subject is behind the deed that is their object."""
HOLDING = frozenset(("hold", "consider", "find", "declare"))
PROOF = frozenset({"evidence", "proof", "indication", "sign", "suggestion"})
LEADING = frozenset(("for", "of", "in", "over", "with"))


def blamed(event: Token) -> Token | None:
    """The noun for whoever is said to have done what the noun `event` names; None: nothing is said of that."""
    if unproven(event):
        return None
    return next(iter(_blamed(heading(event))), None)


def unproven(event: Token) -> bool:
    """ "There is no evidence that the army was responsible for it"."""
    for token in event.ancestors:
        if token.dep_ in ("acl", "ccomp", "relcl") and token.head.lemma_ in PROOF:
            return any(c.lower_ == "no" for c in token.head.children)
    return False


def _blamed(event: Token) -> Iterator[Token]:
    above = event.head
    if above.pos_ in VERBAL and above.lemma_ in TRACING and event.dep_ in ("dobj", "nsubjpass"):
        yield from _behind(above, "to")
    if above.pos_ in VERBAL and above.lemma_ in CARRYING_OUT and event.dep_ in ("dobj", "nsubjpass"):
        yield from _behind(above, "by") if is_passive(above) else _who(above)
    if event.dep_ == "nsubj" and above.lemma_ == "be":
        work = next((c for c in above.children if c.dep_ == "attr" and c.lemma_ in ("work", "doing", "deed")), None)
        yield from _behind(work, "of") if work is not None else ()
    if event.dep_ == "pobj" and above.lower_ in LEADING:
        yield from _responsible(above.head)


def _responsible(word: Token) -> Iterator[Token]:
    """Of "responsibility (for)", "responsible (for)", "blame (for)", "accused (of)": who is meant."""
    verb = word.head
    if word.lemma_ in SHARES and verb.lemma_ in OWNING:
        yield from _who(verb)
    elif word.lemma_ in OWNING and (thing := _object(word)) is not None and thing.lemma_ in SHARES:
        yield from _who(word)  # "denied any role in the killing", where the parser hangs "in" on the verb
    elif word.lemma_ == "responsible":
        yield from _answerable(word, verb)
    elif word.pos_ in VERBAL and word.lemma_ in BLAMING:
        who = subject_of(word) if is_passive(word) else _object(word)
        yield from (who,) if who is not None else ()
    elif word.pos_ in VERBAL and word.lemma_ in DOING:
        yield from _who(word)


def _answerable(word: Token, verb: Token) -> Iterator[Token]:
    """Of "responsible": its own subject or noun, the object of holding ("held the rebels responsible"), the subject."""
    own = next((c for c in word.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    held = _object(verb) if verb.lemma_ in HOLDING and not is_passive(verb) else None
    who = own or held or (subject_of(verb) if verb.pos_ in VERBAL else verb if word.dep_ == "amod" else None)
    if who is not None:
        yield who


def _who(verb: Token) -> Iterator[Token]:
    subject = subject_of(verb)
    if subject is not None:
        yield subject


def _object(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "dobj"), None)


def _behind(word: Token, preposition: str) -> Iterator[Token]:
    for prep in word.children:
        if prep.dep_ in ("prep", "agent") and prep.lower_ == preposition:
            yield from (c for c in prep.children if c.dep_ == "pobj")
