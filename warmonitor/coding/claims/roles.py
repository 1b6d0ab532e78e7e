"""Who did it, to whom, and with whose support: parties in the places that a frame gives them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from spacy.tokens import Token

from warmonitor.coding.claims.addressed import commanded, of_refusal, of_speech, sayers
from warmonitor.coding.claims.blame import blamed, unproven
from warmonitor.coding.claims.bystanders import bystanders
from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.causes import doers_of_harm
from warmonitor.coding.claims.clauses import VERBAL, arguments, governor, heading, is_passive, up_to_verb
from warmonitor.coding.claims.deeds import DONE, HARM, HARMLESS, STRIKING
from warmonitor.coding.claims.denoting import after, once, parties_of
from warmonitor.coding.claims.frames import (
    FLYING,
    RoleVerbs,
    aimed_at,
    doing,
    fought_between,
    helpers,
    of_noun,
    of_verb,
)
from warmonitor.coding.claims.layers import Layers, within
from warmonitor.coding.claims.people import sufferers
from warmonitor.coding.claims.refusals import RULE as REFUSAL
from warmonitor.coding.claims.things import merged, struck
from warmonitor.coding.claims.victims import victims
from warmonitor.coding.events.senses import BURSTING, MUNITIONS
from warmonitor.coding.mentions import PartyMention, TollMention
from warmonitor.records import EventType

Parties = tuple[PartyMention, ...]
COUNTED = frozenset({"rebel", "militia", "jihadist", "unknown", "state_force", "foreign_force", "police"})
SENDING = frozenset({"launch", "fire", "send", "use", "fly"})
HITTING = frozenset({"hit", "strike", "target"})
TAKEN: frozenset[EventType] = frozenset({"territory_gain", "territory_status", "road_control"})
ANNOUNCING = frozenset({"announce", "declare", "proclaim"})
COVERING = frozenset({"apply", "cover", "include", "exclude", "extend"})
""" "The truce does not cover the Front": what a truce does to those who did not make it."""
CALLED_CIVILIANS = frozenset({"civilian", "child", "woman", "villager", "journalist", "medic"})
""" "Six soldiers and one civilian": a word that tells them from fighters, as "people" does not."""
FROM_AFAR: frozenset[EventType] = frozenset({"air_strike", "shelling", "bombing", "chemical_attack"})
"""What civilians do not do to others."""
OF_PEOPLE = frozenset({"killed", "injured", "missing", "captured", "displaced", "arrested"})
PERCEIVING = frozenset(
    "hear see witness feel watch notice film record escape survive monitor observe document detect investigate probe "
    "examine study discuss describe recall remember".split()
)
"""Verbs whose subject only meets with what happens: "we heard an explosion", "the police are investigating"."""
ENDING = frozenset({"break", "lift", "relieve"})
"""Verbs that undo the event that their object names."""
AFTERWARDS = frozenset({"after", "following"})
ELSEWHEN = frozenset("as while after before since until because although though".split())
"""What joins a clause with a subject of its own to a deed that was another."""
INFIGHTING = frozenset({"infighting", "in-fighting", "feud", "clash", "rivalry", "battle"})
ANSWERS = frozenset({"response", "retaliation", "reprisal", "revenge"})
ARTICLE = 4
"""Characters of "the " before a source's words."""
CARING = frozenset({"receive", "treat", "admit", "take", "count", "register", "record"})
"""What a hospital does with the wounded: it is not hurt itself."""
ONLOOKERS = frozenset({"monitor", "media", "ngo", "medical", "rescue_service", "witness", "activist"})
INFLICTING = frozenset({"inflict", "cause"})
"""Verbs whose subject does the harm that their object names: "inflicted ten casualties on the army"."""
SIGNS = frozenset({"sign", "mark", "trace"})
COMMANDS = frozenset({"ultimatum", "demand", "threat"})
ACTING = frozenset({"act", "go", "between", "send", "hold", "aim", "meet"})
SUFFERED = frozenset({"act", "go", "between", "hold", "suffer", "flee", "aim", "send"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Parties of one proposition, each once, in the order in which they stand."""

    agents: tuple[PartyMention, ...]
    targets: tuple[PartyMention, ...]
    supporters: tuple[PartyMention, ...]
    rule: str


def roles(candidate: Candidate, span: tuple[int, int], layers: Layers, verbs: RoleVerbs) -> Roles:
    """Reads the arguments of the predicate and of the event's noun, then the clause `span` and the verb above."""
    agents, targets = (once(found) for found in _by_frame(candidate, layers, verbs))
    rule = f"frame:{candidate.frame}"
    called = frozenset[str]()
    doers = _blamed_for(candidate, layers)
    if doers and not (agents and all(d.kind == "unknown" for d in doers)):
        # "Rebels staged terrorist attacks": the adjective names no second party.
        called = frozenset(a.entity for a in agents if a.start < candidate.trigger.idx)
        agents, rule = doers, rule + "+blame"
        targets = tuple(t for t in targets if t.entity not in {d.entity for d in doers})
    if not agents and candidate.frame in ACTING and not candidate.rule.startswith("cue:"):
        agents, rule = _from_above(candidate, targets, layers, verbs), rule + "+above"
    agents, targets = _against_each_other(candidate, agents, targets, layers, verbs)
    if not agents and (candidate.event_type in COMMANDS or _is_announced(candidate) or _is_owned(candidate, layers)):
        agents = once(p for p in sayers(candidate, layers) if p.kind not in HARMLESS)
    if candidate.event_type in DONE and _only_tells(candidate, layers):
        agents = tuple(a for a in agents if not _is_source(a, candidate, layers))
    agents, targets = _put_right(candidate, agents, targets, layers, verbs)
    held = {a.entity for a in agents}
    said = partial(_is_source, candidate=candidate, layers=layers)
    targets = tuple(t for t in targets if not said(t) and _says_who(t, layers))
    among = candidate.event_type == "casualty_report" and any(t.start != a.start for t in targets for a in agents)
    if not (among and _is_infighting(candidate)):
        apart = candidate.frame != "meet" or candidate.predicate.lemma_ in COVERING
        targets = tuple(t for t in targets if apart and t.entity not in held)
    things = tuple(t for t in struck(candidate, layers, verbs.things) if t.entity not in held)
    if things:
        targets, rule = merged(targets, things), rule + "+things"
    if not targets:
        targets, rule = (
            once(p for p in sufferers(candidate, layers, verbs.things) if p.entity not in held and not said(p)),
            rule + "+harmed",
        )
    names = tuple(p for p in victims(candidate, layers) if p.entity not in held)
    targets = _each_once(once((*targets, *names)), layers)
    if not targets and candidate.frame in SUFFERED:
        beside = bystanders(candidate, agents, span, layers)
        targets, rule = tuple(p for p in beside if p.entity not in called), rule + "+clause"
    if candidate.predicate.lemma_ in SENDING:  # "launched rockets and drones at the base"
        targets = tuple(t for t in targets if t.entity != FLYING)
    helping = helpers(candidate.predicate, layers) if candidate.predicate.pos_ in VERBAL else []
    supporters = once([*(s for party in (*agents, *targets) for s in party.supporters), *helping])
    return Roles(agents, targets, supporters, rule)


def _against_each_other(
    candidate: Candidate, agents: Parties, targets: Parties, layers: Layers, verbs: RoleVerbs
) -> tuple[Parties, Parties]:
    """ "Rebels took the town after clashes with the army": who acts in the clause fought whom the noun names."""
    noun = candidate.trigger
    alone = candidate.frame == "between" and noun.pos_ not in VERBAL and len(agents) == 1 and not targets
    if not alone or not any(c.lower_ in ("with", "against") for c in noun.children):
        return agents, targets
    above = governor(candidate.predicate) if candidate.predicate.pos_ not in VERBAL else candidate.predicate.head
    doers = once(parties_of(arguments(above, verbs.control).doer, layers)) if above.pos_ in VERBAL else ()
    fought = tuple(d for d in doers if d.entity != agents[0].entity and d.kind not in HARMLESS)
    return (fought, agents) if fought and layers.voice_of(above) == candidate.voice else (agents, targets)


def _is_owned(candidate: Candidate, layers: Layers) -> bool:
    """ "Claimed responsibility for the bomb that killed 30": what the bomb did is theirs."""
    owned = candidate.voice is not None and layers.voices[candidate.voice].stance == "claims_responsibility"
    return owned and candidate.event_type in STRIKING | HARM and candidate.frame in ("act", "go")


def _is_announced(candidate: Candidate) -> bool:
    """ "The army announced the capture of the town": who announces that ground is taken has taken it."""
    taken = candidate.event_type in TAKEN and candidate.trigger.pos_ == "NOUN"
    return taken and candidate.predicate.lemma_ in ANNOUNCING


def _each_once(targets: Parties, layers: Layers) -> Parties:
    """ "A soldier, a major in the reserves, was killed": what somebody is besides is nobody else."""
    roots = {target.root for target in targets}
    tokens = [layers.document.parse[target.root] for target in targets]
    beside = [t.dep_ == "appos" and t.head.i in roots and t.pos_ == "NOUN" for t in tokens]
    return tuple(p for p, again in zip(targets, beside, strict=True) if not (again and p.person))


def _put_right(
    candidate: Candidate, agents: Parties, targets: Parties, layers: Layers, verbs: RoleVerbs
) -> tuple[Parties, Parties]:
    """Those whom fire comes from act, and those it has hurt do not, whatever place the parser gives them."""
    agents, targets = _burst(candidate, agents, targets)
    if candidate.event_type not in STRIKING:
        return agents, targets
    if candidate.event_type in FROM_AFAR:
        agents = tuple(a for a in agents if a.kind not in HARMLESS)
        firing = {p.entity: p for p in after(candidate.predicate, ("from",), layers) if p.kind not in HARMLESS}
        agents = agents or tuple(firing.values())
        targets = tuple(t for t in targets if t.entity not in firing)
        carriers = tuple(t for t in targets if candidate.trigger.doc[t.root].lemma_.lower() in verbs.flying)
        if carriers and not agents:
            agents, targets = carriers, tuple(t for t in targets if t not in carriers)
    agents = _of_the_strike(candidate, agents, layers, verbs)
    above = candidate.predicate.head
    behind = candidate.predicate.dep_ in ("advcl", "conj") and candidate.predicate.tag_ == "VBG"
    if behind and (is_passive(above) or above.lemma_ == "die"):
        agents = tuple(a for a in agents if a.kind not in HARMLESS)  # "people were killed in raids, targeting homes"
    if not agents and behind and (is_passive(above) or above.lemma_ == "die"):
        agents = once(doers_of_harm(replace(candidate, trigger=above, predicate=above), layers))
    return agents, targets


def _burst(candidate: Candidate, agents: Parties, targets: Parties) -> tuple[Parties, Parties]:
    """ "The plane blew up, killing all on board": an aircraft that bursts is hit and hits nobody, but for a drone."""
    verb = candidate.predicate
    bursting = verb if verb.lemma_ in BURSTING else verb.head
    if bursting.lemma_ not in BURSTING or any(c.dep_ == "dobj" for c in bursting.children):
        return agents, targets
    planes = [a for a in agents if a.entity == FLYING and verb.doc[a.root].lemma_.lower() not in MUNITIONS]
    if not planes:
        return agents, targets
    kept = tuple(a for a in agents if a not in planes)
    return kept, targets if candidate.event_type == "casualty_report" else (*targets, *planes)


def _of_the_strike(candidate: Candidate, agents: Parties, layers: Layers, verbs: RoleVerbs) -> Parties:
    """ "A raid killed four people overnight that hit a suburb": what hit is the raid, not those whom it killed."""
    verb = candidate.predicate
    if verb.dep_ != "relcl" or verb.lemma_ not in HITTING or not agents or any(a.kind not in HARMLESS for a in agents):
        return agents
    strikes = [e.root for e in layers.events if e.event_type in STRIKING and verb.sent.start <= e.root < verb.i]
    nouns = [verb.doc[at] for at in reversed(strikes) if verb.doc[at].pos_ == "NOUN"]
    above = doing(arguments(verb.head.head, verbs.control).doer, layers)
    for found in (above, *(of_noun("act", noun, layers)[0] for noun in nouns)):
        armed = once(p for p in found if p.kind not in HARMLESS)
        if armed:
            return armed
    return ()


def _is_source(party: PartyMention, candidate: Candidate, layers: Layers) -> bool:
    """Whether it is who says it, by the very words: ", the governor said" is no part of what he says.

    A monitor that tells of the dead is not among them, whatever the parser makes of its name.
    """
    source = layers.voices[candidate.voice].source if candidate.voice is not None else None
    if source is None:
        return False
    if source[0] <= party.start + ARTICLE and source[0] < party.end <= source[1]:
        return True
    own = {p.entity for p in within(layers.parties, source[0] - ARTICLE, source[1])}
    return candidate.event_type == "casualty_report" and party.entity in own and _only_tells(candidate, layers)


def _is_infighting(candidate: Candidate) -> bool:
    """ "Rebel infighting has killed 45 rebels": one side on both."""
    subject = next((c for c in candidate.predicate.children if c.dep_ == "nsubj"), None)
    return subject is not None and subject.lemma_.lower() in INFIGHTING


def _says_who(party: PartyMention, layers: Layers) -> bool:
    """ "Ten casualties were inflicted on the army": how many were hit says nothing of who they are."""
    words = layers.document.text[party.start : party.end].lower()
    if party.kind != "civilians" or not words.endswith(("casualty", "casualties", "fatalities")):
        return True
    return "civilian" in words


def _only_tells(candidate: Candidate, layers: Layers) -> bool:
    """Whether the source reports force and uses none: "monitors documented the death, targeting the town"."""
    return candidate.voice is not None and layers.voices[candidate.voice].kind in ONLOOKERS


def _blamed_for(candidate: Candidate, layers: Layers) -> tuple[PartyMention, ...]:
    """Whom the sentence makes responsible for what a noun names."""
    if candidate.trigger.pos_ in VERBAL or candidate.event_type not in DONE:
        return ()
    return once(parties_of(blamed(candidate.trigger), layers))


def counted(who: Roles, tolls: Iterable[TollMention], layers: Layers) -> Roles:
    """With the people that the tolls count as targets: each group that is counted by itself was hit."""
    held = {a.entity for a in (*who.agents, *who.targets)}
    if who.targets:
        roots = [(p, t) for t in tolls if t.kind in OF_PEOPLE for p in within(layers.parties, t.start, t.end + 1)]
        more = once(p for p, t in roots if p.entity not in held and _is_the_counted(p, t, layers))
        return replace(who, targets=(*who.targets, *more), rule=who.rule + "+groups") if more else who
    near = [p for t in tolls if t.kind in OF_PEOPLE for p in within(layers.parties, t.start, t.end + 1)]
    return replace(
        who,
        targets=once(p for p in near if p.entity not in held and _says_who(p, layers))[:1],
        rule=who.rule + "+counted",
    )


def _is_the_counted(party: PartyMention, toll: TollMention, layers: Layers) -> bool:
    """ "Three fighters": whether a party's own noun is what the toll counts."""
    root = layers.document.parse[party.root]
    of_a_kind = party.kind in COUNTED or (party.kind == "civilians" and root.lemma_.lower() in CALLED_CIVILIANS)
    return party.rule != "pronoun" and of_a_kind and root.idx + len(root.text) == toll.end


def _from_above(
    candidate: Candidate, targets: tuple[PartyMention, ...], layers: Layers, verbs: RoleVerbs
) -> tuple[PartyMention, ...]:
    """The subject of the verb that an event hangs from: "regained the city during intense fighting"."""
    noun = candidate.trigger
    about = noun.dep_ == "pobj" and (noun.head.lower_ in ("over", "about") or noun.head.head.lemma_ in SIGNS)
    if about or _came_before(candidate.trigger) or unproven(candidate.trigger):
        return ()  # "protested over the shelling", "showed signs of torture"
    misplaced = candidate.predicate.tag_ == "VBG" and candidate.predicate.dep_ == "acl"  # "bombed the city killing two"
    above = candidate.predicate.head
    if candidate.predicate.pos_ not in VERBAL or misplaced:
        above = governor(above if misplaced else candidate.predicate)
    if above.lemma_ in PERCEIVING | verbs.undergoing or above.pos_ not in VERBAL or _is_meanwhile(candidate.predicate):
        return ()
    if above.i == candidate.predicate.i or layers.voice_of(above) != candidate.voice:
        return ()
    if any(v.cue and v.cue[0] <= above.idx < v.cue[1] for v in layers.voices):
        return ()  # who says it takes no part
    taken = {t.entity for t in targets}
    doers = once(parties_of(arguments(above, verbs.control).doer, layers))
    harmless = HARMLESS if candidate.event_type in DONE else frozenset[str]()
    return tuple(p for p in doers if p.entity not in taken and p.kind not in harmless)


def _is_meanwhile(verb: Token) -> bool:
    """ "Took the bridge as shelling killed 22", "after a mayor was killed": another deed, or an earlier one."""
    marked = any(c.dep_ == "mark" and c.lower_ in ELSEWHEN for c in verb.children)
    undergone = any(c.lower_ == "when" and c.dep_ == "advmod" for c in verb.children) and is_passive(verb)
    if (marked or undergone) and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return True
    before = [verb, *(c for c in verb.head.children if c.i < verb.i)] if verb.dep_ == "advcl" else [verb]
    return any(t.dep_ == "pcomp" and t.head.lower_ == "as" for near in before for t in (near, *near.children))


def _came_before(noun: Token) -> bool:
    """ "Hours after the capture, the army struck back": whoever acts later need not have done what the noun names.

    Nor has who strikes "in response to" it.
    """
    return any(
        (token.dep_ == "prep" and token.lower_ in AFTERWARDS) or token.lower_ in ANSWERS for token in up_to_verb(noun)
    )


def _by_frame(candidate: Candidate, layers: Layers, verbs: RoleVerbs) -> tuple[list[PartyMention], list[PartyMention]]:
    frame, token = candidate.frame, candidate.trigger
    if candidate.rule.startswith("cue:"):
        return of_speech(candidate, layers)
    if candidate.rule == REFUSAL:
        return of_refusal(token, layers)
    if token.pos_ in VERBAL and token.i == candidate.predicate.i:
        agents, targets = of_verb(frame, token, layers, verbs)
        if candidate.event_type == "casualty_report" and frame == "act":
            targets = list(parties_of(arguments(token, verbs.control).undergoer, layers)) or targets
        headline = frame == "act" and not _has_object(token) and not _has_agent(token)
        if candidate.event_type in HARM and agents and not targets and headline:
            agents, targets = [], agents  # "six fighters killed": a headline's passive
        if candidate.event_type == "casualty_report" and agents and all(_is_counted(a, layers) for a in agents):
            agents, targets = [], agents  # "10 civilians killed 15 injured"
        hit = {t.entity for t in targets}
        means = [p for p in _by_means(candidate, layers) if p.entity not in hit]  # "died in their car"
        return agents or _inside(candidate, frame, layers) or means, targets
    agents, targets = of_noun(frame, token, layers)
    if candidate.event_type in COMMANDS:
        targets = targets + commanded(token, layers)
    if token.dep_ == "conj" and not agents and not targets:
        agents, targets = of_noun(frame, heading(token), layers)
    if candidate.predicate.i != token.i and not _came_before(token):
        agents, targets = _with_light_verb(candidate, agents, targets, layers, verbs)
    elif not agents and frame in ("act", "go", "send", "hold"):
        agents = _inside(candidate, frame, layers)
    return agents or _by_means(candidate, layers), targets


def _with_light_verb(
    candidate: Candidate, agents: list[PartyMention], targets: list[PartyMention], layers: Layers, verbs: RoleVerbs
) -> tuple[list[PartyMention], list[PartyMention]]:
    """ "Rebels launched an attack on the army": the verb's subject does it, what the verb is aimed at suffers it."""
    frame, verb = candidate.frame, candidate.predicate
    if any(v.cue and v.cue[0] <= verb.idx < v.cue[1] for v in layers.voices):
        return agents, targets  # "state media reported clashes": the source takes no part
    doers, sufferers = of_verb(frame if frame in ("meet", "suffer") else "light", verb, layers, verbs)
    if verb.lemma_ in PERCEIVING:
        doers = []
    if verb.lemma_ in ENDING and frame == "act":
        return doers, agents or targets  # "to break the siege by the army"
    if verb.lemma_ in verbs.undergoing and frame in ("act", "go", "send"):
        return agents, targets or doers
    if frame == "suffer" and verb.lemma_ in INFLICTING and not is_passive(verb):
        doing = list(parties_of(arguments(verb, verbs.control).doer, layers))
        on = (list(after(word, ("on", "upon", "among"), layers)) for word in (verb, candidate.trigger))
        return agents or doing, targets or next(filter(None, on), [])
    if frame == "suffer":
        cared_for = candidate.trigger.i > verb.i and verb.lemma_ in CARING
        return agents, targets or sufferers or ([] if cared_for else doers)
    if frame == "meet" and verb.lemma_ in COVERING:
        covered = list(parties_of(arguments(verb, verbs.control).undergoer, layers))
        return agents, covered + list(after(verb, ("to",), layers))
    if frame == "meet":
        return doers + agents, []
    if frame == "between" and verb.lemma_ in verbs.undergoing:
        return agents, targets  # "the wounds that he sustained during clashes"
    if frame == "between":
        pair = [] if agents else fought_between(verb, layers)
        return agents or pair[:1] or doers, targets or pair[1:]
    hit = {t.entity for t in targets}
    return agents or [d for d in doers if d.entity not in hit], targets or aimed_at(verb, layers)


def _is_counted(party: PartyMention, layers: Layers) -> bool:
    """Civilians whom a toll counts: they are the dead."""
    return party.kind == "civilians" and any(
        t.kind in OF_PEOPLE and t.start <= party.start < t.end + 1 for t in layers.tolls
    )


def _has_object(verb: Token) -> bool:
    return any(c.dep_ in ("dobj", "dative", "attr") for c in verb.children)


def _has_agent(verb: Token) -> bool:
    """ "Killed by hired men"."""
    return any(c.dep_ == "agent" for c in verb.children)


def _by_means(candidate: Candidate, layers: Layers) -> list[PartyMention]:
    return doers_of_harm(candidate, layers) if candidate.event_type in HARM else []


def _inside(candidate: Candidate, frame: str, layers: Layers) -> list[PartyMention]:
    """A party within the trigger's own words: "under opposition control"."""
    inside = [
        p
        for p in within(layers.parties, candidate.start, candidate.end)
        if p.root != candidate.trigger.i and p.kind != "civilians"
    ]
    return inside if frame in ("hold", "act", "go") else []
