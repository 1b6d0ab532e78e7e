"""Who did it, to whom, and with whose support: parties in the places that a frame gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from warmonitor.codebook.tables import Row, read_table
from warmonitor.coding.claims.blame import blamed
from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.clauses import VERBAL, arguments, conjuncts, governor, heading
from warmonitor.coding.claims.layers import Layers, within
from warmonitor.coding.claims.people import sufferers
from warmonitor.coding.claims.things import STRIKING, Things, merged, read_things, struck
from warmonitor.coding.mentions import PartyMention, TollMention

AGAINST = frozenset({"against", "on", "at", "upon", "targeting", "toward", "towards", "with"})
HARM = frozenset({"casualty_report", "property_damage", "displacement", "arrest", "execution", "abduction"})
DONE = HARM | STRIKING | {"execution", "battle", "sexual_violence"}
"""Events for which somebody is responsible."""
HARMLESS = frozenset({"civilians", "media", "aid"})
"""Kinds of parties that do not do such things unless the report says so of them."""
OF_PEOPLE = frozenset({"killed", "injured", "missing", "captured", "displaced", "arrested"})
ACTING = frozenset({"act", "go", "between", "send", "hold", "aim", "meet"})
SUFFERED = frozenset({"act", "go", "between", "hold", "suffer", "flee", "aim", "send"})


class RoleWord(Row):
    """A word that turns the usual places of agent and target, by lemma."""

    word: str


@dataclass(frozen=True)
class RoleVerbs:
    """Verbs of object control ("forced them to leave") and of undergoing ("came under fire"), by lemma."""

    control: frozenset[str]
    undergoing: frozenset[str]
    things: Things
    """Things that are hit, by lemma, and whom that hits."""


def role_verbs() -> RoleVerbs:
    """Reads `control_verbs.tsv`, `undergoing_verbs.tsv` and `struck_things.tsv`."""
    control, undergoing = (
        frozenset(row.word for row in read_table(name, RoleWord)) for name in ("control_verbs", "undergoing_verbs")
    )
    return RoleVerbs(control, undergoing, read_things())


@dataclass(frozen=True, slots=True)
class Roles:
    """Parties of one proposition, each once, in the order in which they stand."""

    agents: tuple[PartyMention, ...]
    targets: tuple[PartyMention, ...]
    supporters: tuple[PartyMention, ...]
    rule: str


def roles(candidate: Candidate, span: tuple[int, int], layers: Layers, verbs: RoleVerbs) -> Roles:
    """Reads the arguments of the predicate and of the event's noun, then the clause `span` and the verb above."""
    agents, targets = (_once(found) for found in _by_frame(candidate, layers, verbs))
    rule = f"frame:{candidate.frame}"
    if doers := _blamed_for(candidate, layers):
        agents, rule = doers, rule + "+blame"
        targets = tuple(t for t in targets if t.entity not in {d.entity for d in doers})
    if not agents and candidate.frame in ACTING and not candidate.rule.startswith("cue:"):
        agents, rule = _from_above(candidate, targets, layers, verbs), rule + "+above"
    held = {a.entity for a in agents}
    targets = tuple(t for t in targets if t.entity not in held) if candidate.frame != "meet" else ()
    things = tuple(t for t in struck(candidate, layers, verbs.things) if t.entity not in held)
    if things:
        targets, rule = merged(targets, things), rule + "+things"
    if not targets:
        targets, rule = (
            _once(p for p in sufferers(candidate, layers, verbs.things) if p.entity not in held),
            rule + "+harmed",
        )
    if not targets and candidate.frame in SUFFERED:
        targets, rule = _left_over(candidate, agents, span, layers), rule + "+clause"
    supporters = _once(s for party in (*agents, *targets) for s in party.supporters)
    return Roles(agents, targets, supporters, rule)


def _blamed_for(candidate: Candidate, layers: Layers) -> tuple[PartyMention, ...]:
    """Whom the sentence makes responsible for what a noun names."""
    if candidate.trigger.pos_ in VERBAL or candidate.event_type not in DONE:
        return ()
    return _once(parties_of(blamed(candidate.trigger), layers))


def counted(who: Roles, tolls: Iterable[TollMention], layers: Layers) -> Roles:
    """With the people that the tolls count as targets, where no other words name whom it hit."""
    if who.targets:
        return who
    held = {a.entity for a in who.agents}
    near = [p for t in tolls if t.kind in OF_PEOPLE for p in within(layers.parties, t.start, t.end + 1)]
    return replace(who, targets=_once(p for p in near if p.entity not in held)[:1], rule=who.rule + "+counted")


def _from_above(
    candidate: Candidate, targets: tuple[PartyMention, ...], layers: Layers, verbs: RoleVerbs
) -> tuple[PartyMention, ...]:
    """The subject of the verb that an event hangs from: "regained the city during intense fighting"."""
    above = governor(candidate.predicate) if candidate.predicate.pos_ not in VERBAL else candidate.predicate.head
    if above.pos_ not in VERBAL or above.i == candidate.predicate.i or layers.voice_of(above) != candidate.voice:
        return ()
    taken = {t.entity for t in targets}
    doers = _once(parties_of(arguments(above, verbs.control).doer, layers))
    harmless = HARMLESS if candidate.event_type in DONE else frozenset[str]()
    return tuple(p for p in doers if p.entity not in taken and p.kind not in harmless)


def _left_over(
    candidate: Candidate, agents: tuple[PartyMention, ...], span: tuple[int, int], layers: Layers
) -> tuple[PartyMention, ...]:
    """A party that the clause names after its predicate and that does not act: "advanced into areas held by rebels"."""
    acting = {a.entity for a in agents} | {s.entity for a in agents for s in a.supporters}
    after = [p for p in within(layers.parties, candidate.predicate.idx, span[1]) if p.entity not in acting]
    return tuple(after[:1])


def _by_frame(candidate: Candidate, layers: Layers, verbs: RoleVerbs) -> tuple[list[PartyMention], list[PartyMention]]:
    frame, token = candidate.frame, candidate.trigger
    if candidate.rule.startswith("cue:"):
        return _of_speech(candidate, layers)
    if token.pos_ in VERBAL and token.i == candidate.predicate.i:
        agents, targets = _of_verb(frame, token, layers, verbs)
        if candidate.event_type in HARM and agents and not targets and frame == "act" and not _has_object(token):
            agents, targets = [], agents  # "six fighters killed": a headline's passive
        return agents or _inside(candidate, frame, layers) or _by_means(candidate, layers), targets
    agents, targets = _of_noun(frame, token, layers)
    if token.dep_ == "conj" and not agents and not targets:
        agents, targets = _of_noun(frame, heading(token), layers)
    if candidate.predicate.i != token.i:
        agents, targets = _with_light_verb(candidate, agents, targets, layers, verbs)
    elif not agents and frame in ("act", "go", "send", "hold"):
        agents = _inside(candidate, frame, layers)
    return agents, targets


def _of_speech(candidate: Candidate, layers: Layers) -> tuple[list[PartyMention], list[PartyMention]]:
    """Who says it and to whom it is said, demanded or imputed: "urged Russia to", "accused Moscow of"."""
    voice = layers.voices[candidate.voice] if candidate.voice is not None else None
    sayers = within(layers.parties, *voice.source) if voice is not None and voice.source else []
    args = arguments(candidate.trigger, frozenset())
    doers, addressed = list(parties_of(args.doer, layers)), list(parties_of(args.undergoer, layers))
    if voice is not None and voice.stance == "accuses":
        return addressed, []
    held = {p.entity for p in (*doers, *sayers)}
    contents = voice.contents if voice is not None and voice.stance in ("threatens", "promises") else ()
    meant = [p for a, b in contents for p in within(layers.parties, a, b) if p.entity not in held]
    return doers or sayers[:1], addressed or meant[:1] or list(
        _after(candidate.trigger, ("on", "to", "for", "against"), layers)
    )


def _with_light_verb(
    candidate: Candidate, agents: list[PartyMention], targets: list[PartyMention], layers: Layers, verbs: RoleVerbs
) -> tuple[list[PartyMention], list[PartyMention]]:
    """ "Rebels launched an attack on the army": the verb's subject does it, what the verb is aimed at suffers it."""
    frame, verb = candidate.frame, candidate.predicate
    if any(v.cue and v.cue[0] <= verb.idx < v.cue[1] for v in layers.voices):
        return agents, targets  # "state media reported clashes": the source takes no part
    doers, sufferers = _of_verb(frame if frame in ("meet", "suffer") else "light", verb, layers, verbs)
    if verb.lemma_ in verbs.undergoing and frame in ("act", "go", "send"):
        return agents, targets or doers
    if frame == "suffer":
        return agents, targets or sufferers or doers
    if frame == "meet":
        return doers + agents, []
    if frame == "between":
        return agents or doers, targets
    return agents or doers, targets or _against(verb, layers)


def _has_object(verb: Token) -> bool:
    return any(c.dep_ in ("dobj", "dative", "attr") for c in verb.children)


def _by_means(candidate: Candidate, layers: Layers) -> list[PartyMention]:
    """Whose strike it was: "killed in an Israeli air raid", "wounded by army shelling"."""
    if candidate.event_type not in HARM:
        return []
    joined = (c for c in candidate.trigger.children if c.dep_ == "conj" and c.pos_ in VERBAL)
    for prep in (c for verb in (candidate.trigger, *joined) for c in verb.children):
        if prep.dep_ in ("prep", "agent") and prep.lower_ in ("in", "by", "from"):
            for thing in prep.children:
                owners = [
                    o
                    for noun in conjuncts(thing)
                    if (o := _owner(noun, layers)) is not None and noun.i not in layers.party_at
                ]
                if owners:
                    return owners
    return []


def _inside(candidate: Candidate, frame: str, layers: Layers) -> list[PartyMention]:
    """A party within the trigger's own words: "under opposition control"."""
    inside = [
        p
        for p in within(layers.parties, candidate.start, candidate.end)
        if p.root != candidate.trigger.i and p.kind != "civilians"
    ]
    return inside if frame in ("hold", "act", "go") else []


def _of_verb(
    frame: str, verb: Token, layers: Layers, verbs: RoleVerbs
) -> tuple[list[PartyMention], list[PartyMention]]:
    args = arguments(verb, verbs.control)
    doers = list(parties_of(args.doer, layers))
    sufferers = list(parties_of(args.undergoer, layers))
    if frame == "light":
        return doers, []
    if frame == "suffer":
        return [], sufferers if args.passive else doers
    if frame == "flee":
        return [], sufferers or doers
    if frame == "show":
        return doers, sufferers
    if frame in ("go", "aim", "speak", "hold"):
        against = _against(verb, layers) if frame in ("go", "hold") else []
        return doers or (sufferers if not args.passive else []), against
    if frame == "fall":
        return list(_after(verb, ("to",), layers)), []
    if frame in ("meet", "between"):
        joined = list(_after(verb, ("with", "between", "among", "to"), layers)) or _met(verb, layers)
        return doers + [s for s in sufferers if frame == "meet"] + joined, []
    return doers, sufferers + _against(verb, layers)


def _met(verb: Token, layers: Layers) -> list[PartyMention]:
    """ "hold a second round of negotiations with their counterparts": whom the talks are with."""
    talks = [t for c in verb.children if c.dep_ == "dobj" for t in c.subtree]
    return [party for t in talks for party in _after(t, ("with", "between", "among"), layers)]


def _of_noun(frame: str, noun: Token, layers: Layers) -> tuple[list[PartyMention], list[PartyMention]]:
    before = [p for c in noun.children if c.dep_ in ("amod", "compound", "poss", "nmod") for p in parties_of(c, layers)]
    by = list(_after(noun, ("by",), layers)) or _made_by(noun, layers)
    of = list(_after(noun, ("of",), layers))
    against = _against(noun, layers)
    pair = list(_after(noun, ("between", "with", "among"), layers))
    if frame == "between":
        if pair:
            return pair[:1], pair[1:]
        return before + by, against
    if frame == "meet":
        return before + by + pair, []
    if frame in ("suffer", "flee"):
        return [], of + before
    if frame in ("go", "hold", "aim", "speak", "show", "send"):
        return before + by + of, against
    return before + by, of + against


def _made_by(noun: Token, layers: Layers) -> list[PartyMention]:
    """ "a rocket fired by Qassam", "the deadline set by Erdogan"."""
    made = [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VBN"]
    return [party for verb in made for party in _after(verb, ("by",), layers)]


def _against(token: Token, layers: Layers) -> list[PartyMention]:
    return list(_after(token, AGAINST - ({"with"} if token.pos_ not in VERBAL else set()), layers))


def _after(token: Token, prepositions: Iterable[str], layers: Layers) -> Iterator[PartyMention]:
    """Parties behind prepositions that hang from a word."""
    wanted = frozenset(prepositions)
    for prep in token.children:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in wanted:
            for thing in prep.children:
                if thing.dep_ == "pobj":
                    yield from parties_of(thing, layers)


def parties_of(token: Token | None, layers: Layers) -> Iterator[PartyMention]:
    """The parties that a noun phrase denotes or that own it ("rebel positions", "Russian warplanes")."""
    if token is None:
        return
    for noun in conjuncts(token):
        parties = layers.party_at.get(noun.i)
        if parties:
            yield from parties
            yield from _joint(noun, layers)
            yield from _by_name(noun, parties[0], layers)
            continue
        owner = _owner(noun, layers)
        if owner is not None:
            yield _with_its_noun(owner, noun)


def _with_its_noun(owner: PartyMention, noun: Token) -> PartyMention:
    """ "Soviet marines", "rebel positions": the words that an owner stands before are part of what is said of it."""
    if not 0 < noun.i - owner.root <= 6 or owner.rule == "pronoun":
        return owner
    return replace(owner, end=max(owner.end, noun.idx + len(noun.text)))


def _by_name(noun: Token, party: PartyMention, layers: Layers) -> Iterator[PartyMention]:
    """ "Two guards, Jan Kos and Ivo Pek": people whom an apposition names one by one."""
    for child in noun.children:
        if child.dep_ == "appos" and not party.person:
            yield from (p for name in conjuncts(child) for p in layers.party_at.get(name.i, ()) if p.person)


def _joint(noun: Token, layers: Layers) -> Iterator[PartyMention]:
    """ "Russian and Syrian forces", "Russia/ LPR": the first word is a party of its own."""
    for child in noun.children:
        first = child.dep_ == "amod" and any(c.dep_ == "conj" for c in child.children)
        slashed = child.dep_ in ("amod", "compound", "nmod") and (child.text.endswith("/") or child.nbor().text == "/")
        if (first or slashed) and child.i in layers.party_at:
            yield layers.party_at[child.i][0]


def _owner(noun: Token, layers: Layers) -> PartyMention | None:
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "poss", "nmod") and child.i in layers.party_at:
            return layers.party_at[child.i][0]
        if child.dep_ in ("amod", "compound"):
            inner = next((layers.party_at[c.i][0] for c in child.children if c.i in layers.party_at), None)
            if inner is not None:
                return inner
    for prep in noun.children:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in ("of", "by"):
            of = next((c for c in prep.children if c.dep_ == "pobj"), None)
            if of is not None and of.i in layers.party_at:
                return layers.party_at[of.i][0]
    return None


def _once(parties: Iterable[PartyMention]) -> tuple[PartyMention, ...]:
    seen: dict[str, PartyMention] = {}
    for party in parties:
        seen.setdefault(party.entity, party)
    return tuple(seen.values())
