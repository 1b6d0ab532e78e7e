"""How a time expression hangs on an event in the parse of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

Tie = Literal["own", "shared", "same_time", "since", "other_time", "none"]
"""How the time of an expression bears on an event: its own; shared with the clause above; that of a clause with
"when"; the beginning of a period ("since X fell in May"); the time of something else; no tie."""

SAME_TIME = frozenset({"when", "as", "while", "where"})
CONJUNCTIONS = SAME_TIME | {"since", "after", "before", "until", "till", "once"}

PASSES_TIME = frozenset(
    {"conj", "xcomp", "prep", "pcomp", "pobj", "dobj", "nsubj", "nsubjpass", "agent", "acl", "relcl", "advcl", "attr",
     "compound", "amod", "nmod", "poss", "appos", "advmod", "npadvmod", "dative", "oprd", "acomp"}
)  # fmt: skip
"""Ties over which the time of a clause holds for what hangs below; a reported clause (ccomp) has its own."""

SCHEDULING = frozenset({"plan", "schedule", "set", "slate", "expect", "hold"})
"""Participles that give what stands before them its own time."""

ANSWERED = frozenset({"response", "retaliation", "reprisal", "revenge"})
""" "In retaliation for the killing of X on Monday": the time of what is answered."""

HAPPENING = frozenset({"take", "happen", "occur", "begin", "start", "erupt", "come"})
"""Verbs whose clause behind the noun of an event tells its time; "take" as in "took place"."""

LONGEST_PATH = 60
"""Deeper than the parse of any sentence that is one."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """The tie between an expression and an event, the verb that the expression hangs on, and how far it is."""

    tie: Tie
    governor: Token
    steps: int


def attach(time: Token, event: Token) -> Attachment:
    """How the expression whose head is `time` bears on the event whose head is `event`."""
    path, up = path_of(time), path_of(event)
    governor = next((token for token in path if _governs(token)), path[-1])
    below = path[: path.index(governor) + 1]
    if event in below:
        between = time.doc[event.i + 1 : time.i]
        answered = any(token.lower_ in ANSWERED and token.head.lower_ in ("in", "as") for token in between)
        return Attachment("other_time" if answered else "own", governor, path.index(event))
    if event in path and _tells_when(governor, event):
        return Attachment("own", governor, 1)
    apart = governor.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in governor.children)
    if event in path and apart and _so_far(event) and not _so_far(governor):
        return Attachment("other_time", governor, 0)
    if event in path:
        return Attachment(_from_below(governor, path[path.index(governor) : path.index(event)]), governor, 0)
    meeting = next((token for token in up if token in path), None)
    if meeting is None:
        return Attachment("none", governor, 0)
    return Attachment(_meet(meeting, governor, path, up), governor, up.index(meeting))


def _tells_when(governor: Token, event: Token) -> bool:
    """ "The shooting that took place on 11 November": the clause behind a noun says no more than when it was."""
    return governor.head.i == event.i and governor.dep_ == "relcl" and governor.lemma_ in HAPPENING


def _so_far(verb: Token) -> bool:
    """ "Several have been hit, and a plane blew up on Monday": what has happened by now has no day."""
    return any(c.dep_ == "aux" and c.lower_ in ("have", "has") for c in verb.children)


def _meet(meeting: Token, governor: Token, path: Sequence[Token], up: Sequence[Token]) -> Tie:
    """The ways from the expression and from the event meet at a word above both."""
    climb = up[: up.index(meeting)]
    if any(token.dep_ not in PASSES_TIME or _dated_elsewhere(token) for token in climb):
        return "none"
    if path.index(meeting) <= path.index(governor):
        return "shared"
    tie = _from_below(governor, path[path.index(governor) : path.index(meeting)])
    if governor.dep_ == "acl" and meeting.lemma_ == "be":
        return "same_time"
    return "none" if tie == "other_time" else tie


def _dated_elsewhere(token: Token) -> bool:
    """Whether a clause below another has a time of its own kind: "after", "before", "since" what it says."""
    return token.dep_ == "advcl" and mark(token) not in ("", *SAME_TIME)


def _from_below(governor: Token, arcs: Iterable[Token]) -> Tie:
    """The verb that the expression hangs on hangs itself below the event's clause."""
    ties = [token.dep_ for token in arcs]
    said = mark(governor)
    if said == "since":
        return "since"
    if ties and all(dep in ("xcomp", "conj") for dep in ties):
        return "own" if "conj" not in ties else "shared"
    if said in SAME_TIME or ("pcomp" in ties and not {"acl", "relcl"}.intersection(ties)):
        return "same_time"
    return "other_time"


def path_of(token: Token) -> list[Token]:
    """A token and its heads, to the root of its sentence."""
    path = [token]
    while path[-1].head != path[-1] and len(path) < LONGEST_PATH:
        path.append(path[-1].head)
    return path


def _governs(token: Token) -> bool:
    if token.dep_ == "acl" and token.tag_ == "VBN" and token.lemma_ in SCHEDULING:
        return False  # "the talks planned for Wednesday": the time of the talks
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound", "aux", "auxpass", "prep", "nmod")


def mark(verb: Token) -> str:
    """The conjunction that opens the clause of a verb; an empty string without one."""
    for child in verb.lefts:
        if child.dep_ in ("mark", "advmod", "prep") and child.lower_ in CONJUNCTIONS:
            return child.lower_
    head = verb.head
    return head.lower_ if verb.dep_ == "pcomp" and head.lower_ in CONJUNCTIONS else ""
