"""Mentions into the parts of a claim: parties, places, tolls, deadlines and reasons, each with the original words."""

from __future__ import annotations

from datetime import date

from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.layers import Layers, within
from warmonitor.coding.claims.proposals import Proposal
from warmonitor.coding.claims.realis import Mood
from warmonitor.coding.claims.roles import Roles
from warmonitor.coding.claims.when import Dated
from warmonitor.coding.claims.where import Placed
from warmonitor.coding.mentions import PartyMention, PlaceMention, TollMention
from warmonitor.records import Document, Party, Place, PlaceRole, Reason, Toll, Window

COMMITTING = frozenset({"ultimatum", "threat", "demand", "withdrawal", "agreement", "ceasefire", "objective"})


def party(mention: PartyMention, document: Document) -> Party:
    """A party in the words of the report."""
    words = document.span(mention.start, mention.end)
    return Party(name=mention.name, as_written=words, kind=mention.kind, country=mention.country, stated=True)


def place(mention: PlaceMention, role: PlaceRole, document: Document) -> Place:
    """A place with its role; one that no gazetteer has, most often a village, keeps its name without coordinates."""
    words = document.span(mention.start, mention.end)
    if mention.place is None:
        return Place(name=mention.name, as_written=words, precision="town", role=role)
    return mention.place.model_copy(update={"role": role, "as_written": words})


def tolls(proposal: Proposal, dated: Dated, layers: Layers) -> tuple[Toll, ...]:
    """The tolls of a proposition, over the days that it is dated to."""
    order = {index: at for at, index in enumerate(proposal.tolls)}
    when = dated.when
    window = Window(start=when.start, end=when.end) if when is not None and (when.start or when.end) else None
    return tuple(_toll(layers.tolls[i], order, window, layers) for i in proposal.tolls)


def _toll(toll: TollMention, order: dict[int, int], window: Window | None, layers: Layers) -> Toll:
    document, group = layers.document, _somebody(toll, layers) or toll.group
    return Toll(
        kind=toll.kind, low=toll.low, high=toll.high, best=toll.best, bound=toll.bound, group=group,
        group_kind=toll.group_kind, side="both" if toll.both_sides else None, scope=toll.scope, window=window,
        as_written=document.span(toll.start, toll.end),
        part_of=order.get(toll.part_of) if toll.part_of is not None else None,
    )  # fmt: skip


def _somebody(toll: TollMention, layers: Layers) -> str | None:
    """ "The union leader died": the name of the one whom a toll counts, where the report gives it."""
    who = layers.party_at.get(toll.root, ())
    if toll.best != 1 or len(who) != 1 or not who[0].person:
        return None
    names = who[0].name.split()
    return who[0].name if len(names) > 1 and all(word[:1].isupper() for word in names) else None


def deadline(candidate: Candidate, span: tuple[int, int], layers: Layers) -> date | None:
    """The end of the time granted, for what commits someone to something."""
    if candidate.event_type not in COMMITTING:
        return None
    sentence = candidate.predicate.sent
    near = within(layers.times, *span) or within(layers.times, sentence.start_char, sentence.end_char)
    return next((t.when.end for t in near if t.deadline and t.when is not None), None)


def reasons(
    candidate: Candidate, status: Mood, who: Roles, dated: Dated, where: Placed, document: Document
) -> tuple[Reason, ...]:
    """The rule behind each field, for `warmonitor explain`."""
    trigger = document.span(candidate.start, candidate.end)
    found = [
        Reason(field="event_type", rule=candidate.rule, words=trigger),
        Reason(field="realis", rule=status.rule),
    ]
    if who.agents or who.targets:
        rules = tuple(p.rule for p in (*who.agents, *who.targets))
        found.append(Reason(field="parties", rule=who.rule, considered=rules))
    if dated.when is not None:
        found.append(Reason(field="time", rule=dated.rule, words=dated.when.as_written))
    return (*found, *(_of_place(mention, document) for mention, _ in where))


def _of_place(mention: PlaceMention, document: Document) -> Reason:
    others = mention.place.others if mention.place else ()
    words = document.span(mention.start, mention.end)
    return Reason(field="places", rule=mention.rule, words=words, considered=others)
