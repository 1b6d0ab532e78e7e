"""Which toll belongs to which proposition: by its predicate, else by the clause that holds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Token

from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.layers import Layers
from warmonitor.coding.mentions import TollMention
from warmonitor.records import EventType, TollKind

HARMFUL: frozenset[EventType] = frozenset({
    "casualty_report", "air_strike", "shelling", "attack", "bombing", "shooting", "battle", "suicide_bombing",
    "chemical_attack",
})  # fmt: skip
FITTING: dict[TollKind, frozenset[EventType]] = {
    "killed": HARMFUL | {"execution"},
    "injured": HARMFUL,
    "missing": frozenset({"casualty_report", "abduction"}),
    "captured": frozenset({"casualty_report", "abduction", "arrest", "battle"}),
    "displaced": frozenset({"displacement", "humanitarian"}),
    "towns_taken": frozenset({"territory_gain", "territory_loss"}),
    "troops_deployed": frozenset({"deployment", "military_support", "withdrawal"}),
    "arrested": frozenset({"arrest"}),
    "strikes": frozenset({"air_strike", "shelling", "attack", "bombing", "battle"}),
}  # fmt: skip
DEFAULT: dict[TollKind, tuple[EventType, str]] = {
    "killed": ("casualty_report", "suffer"), "injured": ("casualty_report", "suffer"),
    "missing": ("casualty_report", "suffer"),
    "captured": ("arrest", "act"), "displaced": ("displacement", "flee"), "towns_taken": ("territory_gain", "act"),
    "troops_deployed": ("deployment", "send"), "arrested": ("arrest", "act"), "strikes": ("attack", "act"),
    "other": ("humanitarian", "act"),
}  # fmt: skip


NEAR = 9
"""Words between the verbs of two tolls that are told together."""
ANAPHORIC = frozenset({"others", "more", "another", "other", "people", "persons"})
"""Last words of a counted group that says nothing new: "two others injured" are of the group before."""


def joined_tolls(
    candidates: Sequence[Candidate], counts: Mapping[int, Sequence[int]], layers: Layers
) -> dict[int, int]:
    """Propositions whose tolls are of the same people as those of another before it in the sentence, and that other.

    "Twenty were killed and over 100 others injured" is one telling with two tolls.
    """
    told = [i for i, c in enumerate(candidates) if c.event_type == "casualty_report" and counts.get(i)]
    order = sorted(told, key=lambda i: min(layers.tolls[t].start for t in counts[i]))
    first_of: dict[int, int] = {}
    for before, one in pairwise(order):
        if _one_telling(candidates[before], candidates[one]) and all(_same_group(layers.tolls[t]) for t in counts[one]):
            first_of[one] = first_of.get(before, before)
    return first_of


def _one_telling(first: Candidate, second: Candidate) -> bool:
    same = first.voice == second.voice and first.predicate.sent.start == second.predicate.sent.start
    return same and not _clause_between(first.trigger, second.trigger)


def _same_group(toll: TollMention) -> bool:
    return toll.group is None or toll.group.split()[-1].lower() in ANAPHORIC


def home(
    toll: TollMention, candidates: Sequence[Candidate], spans: Sequence[tuple[int, int]], beside: Sequence[int]
) -> int | None:
    """Index of the proposition that a toll belongs to, among those `beside` it in the sentence; None: none of them."""
    own = [i for i in beside if toll.predicate in (candidates[i].trigger.i, candidates[i].predicate.i)]
    own = own or [i for i in beside if _made_to(toll, candidates[i])]
    fitting = [i for i in own or _joined(toll, candidates, beside) if _fits(toll, candidates[i])]
    fitting = fitting or [i for i in own if _mishap(toll, candidates[i])]
    if fitting:
        return fitting[0]
    holding = [i for i in beside if _holds(spans[i], toll) and _fits(toll, candidates[i])]
    return min(holding, key=lambda i: spans[i][1] - spans[i][0]) if holding else None


def _made_to(toll: TollMention, candidate: Candidate) -> bool:
    """ "Forty were forced to evacuate": what they were made to do is told by its own verb."""
    told = candidate.trigger
    return told.dep_ == "xcomp" and told.head.i == toll.predicate and candidate.event_type in FITTING[toll.kind]


def _mishap(toll: TollMention, candidate: Candidate) -> bool:
    """Whether the dead of a flood or an accident are told of, which is no casualty report of the war."""
    return candidate.event_type == "humanitarian" and toll.kind in ("killed", "injured", "missing")


def _holds(span: tuple[int, int], toll: TollMention) -> bool:
    return span[0] <= toll.start and toll.end <= span[1]


def _joined(toll: TollMention, candidates: Sequence[Candidate], beside: Sequence[int]) -> list[int]:
    """ "10 were killed and 45 injured": the proposition whose verb the toll's own verb is joined to."""
    casualties = [i for i in beside if candidates[i].event_type == "casualty_report"]
    near = [i for i in casualties if abs(candidates[i].trigger.i - toll.predicate) <= NEAR]
    return [i for i in near if not _clause_between(candidates[i].trigger, candidates[i].trigger.doc[toll.predicate])]


def _clause_between(one: Token, other: Token) -> bool:
    """Whether a finite clause of another subject begins between them."""
    low, high = sorted((one.i, other.i))
    return any(t.dep_ in ("mark", "relcl") or t.tag_ in ("WDT", "WP") for t in one.doc[low + 1 : high])


def _fits(toll: TollMention, candidate: Candidate) -> bool:
    return toll.kind == "other" or candidate.event_type in FITTING[toll.kind]
