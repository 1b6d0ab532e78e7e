"""From propositions to claims: every field with its words and the rule that filled it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Token

from warmonitor.codebook import Codebook
from warmonitor.coding.claims.candidates import Candidate, candidates
from warmonitor.coding.claims.clauses import VERBAL, extent, governor
from warmonitor.coding.claims.counts import DEFAULT, home, joined_tolls
from warmonitor.coding.claims.layers import Layers, within
from warmonitor.coding.claims.realis import Governors, Mood, mood
from warmonitor.coding.claims.roles import Roles, RoleVerbs, parties_of, roles
from warmonitor.coding.claims.selection import CUT, FAMILY_OF, Selection, features
from warmonitor.coding.claims.subevents import Signs, acled, signs
from warmonitor.coding.claims.when import Dated, main_day, when
from warmonitor.coding.claims.where import Whereabouts, places
from warmonitor.coding.mentions import PartyMention, PlaceMention, TollMention
from warmonitor.records import (
    Claim,
    Claimant,
    ClaimantKind,
    Document,
    Party,
    PartyKind,
    Place,
    PlaceRole,
    Realis,
    Reason,
    Stance,
    Toll,
    Window,
)
from warmonitor.version import CODER

COMMITTING = frozenset({"ultimatum", "threat", "demand", "withdrawal", "agreement", "ceasefire", "objective"})
OF_PARTY: dict[PartyKind, ClaimantKind] = {
    "government": "government", "state_force": "military", "foreign_force": "military", "rebel": "armed_group", "militia": "armed_group",
    "jihadist": "armed_group", "political": "official", "media": "media", "aid": "ngo", "civilians": "witness", "police": "official",
}  # fmt: skip
OF_ACT: dict[Stance, Realis] = {"demands": "planned", "threatens": "threatened"}
NARRATOR = Claimant(name="narrator", kind="reporter", chain=("narrator",))


@dataclass(frozen=True)
class Tables:
    """Word tables that the assembly of claims needs."""

    light: frozenset[str]
    governors: Governors
    selection: Selection
    verbs: RoleVerbs
    codebook: Codebook


def build(layers: Layers, tables: Tables) -> tuple[Claim, ...]:
    """All claims of one document in reading order; ids follow from report, evidence and event type."""
    kept = []
    for claim, known in propose(layers, tables):
        probability = tables.selection.probability(known)
        if probability >= CUT:
            kept.append(claim.model_copy(update={"confidence": round(probability, 3)}))
    return tuple(kept)


def propose(layers: Layers, tables: Tables) -> list[tuple[Claim, frozenset[str]]]:
    """Every proposition as a claim, with the features by which it is kept or left out."""
    told = list(candidates(layers, tables.light))
    spans = [_span(c, told, layers) for c in told]
    counts = _counts(told, spans, layers)
    told_again: set[int] = set()
    for one, other in joined_tolls(told, counts, layers):
        counts[other] = counts.get(other, []) + counts.pop(one)
        told_again.add(one)
    spans = [_with_tolls(i, spans, told, counts, layers) for i in range(len(told))]
    told = [replace(c, day=day) for day in [main_day(told, spans, layers)] for c in told]
    told_by = signs(layers.document, tables.codebook.sub_events)
    at, seen = Whereabouts(), dict[str, int]()
    first_told, last_told = dict[str, int](), dict[str, int]()
    made = []
    for i in sorted(set(range(len(told))) - told_again, key=lambda i: (spans[i], told[i].start)):
        claim = _claim(told[i], spans[i], counts.get(i, []), layers, tables, at, seen, told_by)
        family, sentence = FAMILY_OF[told[i].event_type], told[i].predicate.sent.start
        known_before = frozenset(f for f, first in first_told.items() if first < sentence)
        made.append(
            (claim, features(told[i], claim, _nested(i, spans), known_before, last_told.get(family) == sentence))
        )
        first_told.setdefault(family, sentence)
        last_told[family] = sentence
    return made


def _with_tolls(
    index: int, spans: list[tuple[int, int]], told: list[Candidate], counts: dict[int, list[int]], layers: Layers
) -> tuple[int, int]:
    """A clause reaches over the tolls that it carries: "10 were killed and 45 injured"."""
    (start, end), sentence = spans[index], told[index].predicate.sent
    for toll in (layers.tolls[i] for i in counts.get(index, ())):
        if sentence.start_char <= toll.start and toll.end <= sentence.end_char:
            word = layers.document.parse[toll.predicate]
            start, end = min(start, toll.start), max(end, toll.end, word.idx + len(word.text))
    return start, end


def _nested(index: int, spans: list[tuple[int, int]]) -> bool:
    start, end = spans[index]
    return any(a <= start and end <= b and (a, b) != (start, end) for a, b in spans)


def _span(candidate: Candidate, told: list[Candidate], layers: Layers) -> tuple[int, int]:
    """The clause that says it, without the claims inside it, within the words of its voice."""
    if (
        candidate.rule.startswith("cue:")
        and candidate.voice is not None
        and (said := layers.voices[candidate.voice].contents)
    ):
        return said[0][0], said[-1][1]
    others = frozenset(c.predicate.i for c in told if c.predicate.i != candidate.predicate.i)
    head = candidate.predicate
    if head.pos_ not in VERBAL:
        above = governor(head)
        if above.i != head.i and above.i not in others and head.dep_ in ("nsubj", "nsubjpass", "attr", "dobj"):
            head = above
    start, end = extent(head, others)
    start, end = min(start, candidate.start), max(end, candidate.end)
    if candidate.voice is None:
        return start, end
    for a, b in layers.voices[candidate.voice].contents:
        if a <= candidate.trigger.idx < b:
            return max(a, min(start, candidate.start)), min(b, max(end, candidate.end))
    return start, end


def _counts(told: list[Candidate], spans: list[tuple[int, int]], layers: Layers) -> dict[int, list[int]]:
    """Toll indices by proposition; a toll without one makes its own."""
    counts: dict[int, list[int]] = {}
    for index, toll in enumerate(layers.tolls):
        at = home(toll, told, spans)
        if at is None and toll.kind != "other":
            candidate = _from_toll(toll, layers)
            told.append(candidate)
            spans.append(_span(candidate, told, layers))
            at = len(told) - 1
        if at is not None:
            counts.setdefault(at, []).append(index)
    return counts


def _from_toll(toll: TollMention, layers: Layers) -> Candidate:
    token: Token = layers.document.parse[toll.predicate]
    event_type, frame = DEFAULT[toll.kind]
    return Candidate(
        token.idx,
        token.idx + len(token.text),
        token,
        token,
        event_type,
        frame,
        f"toll:{toll.rule}",
        layers.voice_of(token),
    )


def _claim(
    candidate: Candidate,
    span: tuple[int, int],
    tolls: list[int],
    layers: Layers,
    tables: Tables,
    at: Whereabouts,
    seen: dict[str, int],
    told_by: Signs,
) -> Claim:
    document = layers.document
    evidence, trigger = document.span(*span), document.span(candidate.start, candidate.end)
    status = _mood(candidate, layers, tables)
    who = roles(candidate, span, layers, tables.verbs)
    where = places(candidate, span, layers, at)
    dated = when(candidate, span, layers)
    key = f"{document.report.sha256}:{evidence.start}:{evidence.end}:{candidate.event_type}"
    seen[key] = seen.get(key, -1) + 1
    return Claim(
        id=hashlib.sha256(f"{key}:{seen[key]}".encode()).hexdigest()[:16],
        report_id=document.report.id,
        report_sha256=document.report.sha256,
        coder=CODER,
        event_type=candidate.event_type,
        evidence=evidence,
        trigger=trigger,
        claimant=_claimant(candidate, layers),
        stance=_stance(candidate, layers),
        realis=status.realis,
        negated=status.negated,
        agents=tuple(_party(p, document) for p in who.agents),
        targets=tuple(_party(p, document) for p in who.targets),
        supporters=tuple(_party(p, document) for p in who.supporters),
        places=tuple(_place(p, role, document) for p, role in where),
        time=dated.when,
        tolls=_tolls(tolls, dated, layers),
        deadline=_deadline(candidate, span, layers),
        acled=acled(candidate, span, who, told_by, tables.codebook.sub_events),
        reasons=_reasons(candidate, status, who, dated, where, document),
    )


def _mood(candidate: Candidate, layers: Layers, tables: Tables) -> Mood:
    """Realis of the event; a cue that plans, threatens or expects colours what it says."""
    voice = None if candidate.voice is None else layers.voices[candidate.voice]
    if candidate.rule.startswith("cue:") and voice is not None:
        return Mood(OF_ACT.get(_stance(candidate, layers)) or voice.realis or "occurred", False, "speech act")
    status = mood(candidate.trigger, candidate.predicate, candidate.event_type, voice is not None, tables.governors)
    if voice is not None and voice.realis is not None and status.realis == "occurred":
        return Mood(voice.realis, status.negated, f"cue:{voice.rule}")
    return status


def _claimant(candidate: Candidate, layers: Layers) -> Claimant:
    if candidate.voice is None:
        return _claimed_by(candidate, layers) or NARRATOR
    voice = layers.voices[candidate.voice]
    chain, above = [voice.name], voice.within
    while above is not None and len(chain) < 6:
        chain.append(layers.voices[above].name)
        above = layers.voices[above].within
    return Claimant(
        name=voice.name,
        kind=voice.kind,
        as_written=layers.document.span(*voice.source) if voice.source else None,
        cue=layers.document.span(*voice.cue) if voice.cue else None,
        chain=("narrator", *reversed(chain)),
    )


def _claimed_by(candidate: Candidate, layers: Layers) -> Claimant | None:
    """ "Capture claimed by Russia": whoever claims it, not the narrator, says that it happened."""
    token = candidate.trigger
    claims = [c for c in (token, token.head, *token.children) if c.lemma_ == "claim" and c.tag_ == "VBN"]
    for by in (
        c for claim in claims for word in (claim, token) for c in word.children if c.dep_ == "agent" or c.lower_ == "by"
    ):
        for source in by.children:
            for party in parties_of(source, layers):
                words = layers.document.span(source.left_edge.idx, source.idx + len(source.text))
                return Claimant(
                    name=party.name,
                    kind=OF_PARTY.get(party.kind, "unattributed"),
                    as_written=words,
                    chain=("narrator", party.name),
                )
    return None


def _stance(candidate: Candidate, layers: Layers) -> Stance:
    if candidate.rule.startswith("cue:") and candidate.event_type in ("threat", "ultimatum"):
        return "demands" if layers.voices[candidate.voice or 0].stance == "demands" else "threatens"
    return "asserts" if candidate.voice is None else layers.voices[candidate.voice].stance


def _party(party: PartyMention, document: Document) -> Party:
    return Party(
        name=party.name,
        as_written=document.span(party.start, party.end),
        kind=party.kind,
        country=party.country,
        stated=True,
    )


def _place(mention: PlaceMention, role: PlaceRole, document: Document) -> Place:
    words = document.span(mention.start, mention.end)
    if mention.place is None:  # a name that no gazetteer has: most often a village
        return Place(name=mention.name, as_written=words, precision="town", role=role)
    return mention.place.model_copy(update={"role": role, "as_written": words})


def _tolls(indices: list[int], dated: Dated, layers: Layers) -> tuple[Toll, ...]:
    order = {index: at for at, index in enumerate(indices)}
    return tuple(_toll(layers.tolls[i], order, dated, layers.document) for i in indices)


def _toll(toll: TollMention, order: dict[int, int], dated: Dated, document: Document) -> Toll:
    window = None
    if dated.when is not None and (dated.when.start or dated.when.end):
        window = Window(start=dated.when.start, end=dated.when.end)
    return Toll(
        kind=toll.kind, low=toll.low, high=toll.high, best=toll.best, bound=toll.bound, group=toll.group,
        group_kind=toll.group_kind, side="both" if toll.both_sides else None, as_written=document.span(toll.start, toll.end),
        scope=toll.scope, window=window, part_of=order.get(toll.part_of) if toll.part_of is not None else None,
    )  # fmt: skip


def _deadline(candidate: Candidate, span: tuple[int, int], layers: Layers) -> date | None:
    if candidate.event_type not in COMMITTING:
        return None
    sentence = candidate.predicate.sent
    near = within(layers.times, *span) or within(layers.times, sentence.start_char, sentence.end_char)
    return next((t.when.end for t in near if t.deadline and t.when is not None), None)


def _reasons(
    candidate: Candidate,
    status: Mood,
    who: Roles,
    dated: Dated,
    where: tuple[tuple[PlaceMention, PlaceRole], ...],
    document: Document,
) -> tuple[Reason, ...]:
    """The rule behind each field, for `warmonitor explain`."""
    reasons = [
        Reason(field="event_type", rule=candidate.rule, words=document.span(candidate.start, candidate.end)),
        Reason(field="realis", rule=status.rule),
    ]
    if who.agents or who.targets:
        reasons.append(
            Reason(field="parties", rule=who.rule, considered=tuple(p.rule for p in (*who.agents, *who.targets)))
        )
    if dated.when is not None:
        reasons.append(Reason(field="time", rule=dated.rule, words=dated.when.as_written))
    reasons += [
        Reason(
            field="places",
            rule=p.rule,
            words=document.span(p.start, p.end),
            considered=p.place.others if p.place else (),
        )
        for p, _ in where
    ]
    return tuple(reasons)
