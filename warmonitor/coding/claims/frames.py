"""The parties that a verb or an event noun has in the places of its frame."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from warmonitor.codebook.tables import Row, read_table
from warmonitor.coding.claims.clauses import VERBAL, Arguments, arguments
from warmonitor.coding.claims.deeds import STRIKING
from warmonitor.coding.claims.denoting import after, owner_of, parties_of
from warmonitor.coding.claims.layers import Layers, within
from warmonitor.coding.claims.things import Things, read_things
from warmonitor.coding.events.lexicon import NounClass
from warmonitor.coding.mentions import PartyMention

AGAINST = frozenset({"against", "on", "at", "upon", "targeting", "toward", "towards", "with"})

ARMED = frozenset({"state_force", "foreign_force", "rebel", "militia", "jihadist"})
MADE = frozenset({"acl", "relcl", "xcomp"})
"""How "carried out by the army" hangs on what was carried out."""
FIRED = frozenset({"fire", "gunfire", "rocket", "missile", "shell", "bullet"})
"""What comes from whose it is: "the fire of the army"."""
SUFFERED_BY = frozenset("kidnapping abduction murder assassination death killing execution arrest wounding".split())
"""Nouns that stand behind those whom they befall."""
HELP = frozenset("support help backing assistance cooperation participation cover aid".split())
FLYING = "aircraft:"
"""The entity of unidentified aircraft."""
HELD = frozenset({"hold", "control", "occupy", "besiege", "seize"})
"""What is done to ground, as it stands before its name: "the rebel-held province"."""


class RoleWord(Row):
    """A word that turns the usual places of agent and target, by lemma."""

    word: str


@dataclass(frozen=True)
class RoleVerbs:
    """Verbs of object control ("forced them to leave") and of undergoing ("came under fire"), by lemma."""

    control: frozenset[str]
    undergoing: frozenset[str]
    flying: frozenset[str]
    """What flies, by lemma: it strikes, and is not what an air strike or shelling hits."""
    things: Things
    """Things that are hit, by lemma, and whom that hits."""


def role_verbs() -> RoleVerbs:
    """Reads `control_verbs.tsv`, `undergoing_verbs.tsv`, `struck_things.tsv`, and what flies of `noun_classes.tsv`."""
    control, undergoing = (
        frozenset(row.word for row in read_table(name, RoleWord)) for name in ("control_verbs", "undergoing_verbs")
    )
    flying = frozenset(row.word for row in read_table("noun_classes", NounClass) if row.class_name == "air")
    return RoleVerbs(control, undergoing, flying, read_things())


def of_verb(frame: str, verb: Token, layers: Layers, verbs: RoleVerbs) -> tuple[list[PartyMention], list[PartyMention]]:
    """Agents and targets among the arguments of a verb, in the places that the frame gives them."""
    args = arguments(verb, verbs.control)
    if frame == "act" and verb.tag_ == "VBG" and args.undergoer is None:
        by = list(after(verb, ("by",), layers)) or _made_by(verb, layers)
        if by:  # "shelling by the army": a noun that the parser takes for a verb
            return by, aimed_at(verb, layers)
    doers = [] if _is_held_place(args.doer, layers) else doing(args.doer, layers)
    sufferers = list(parties_of(args.undergoer, layers))
    if frame == "light":
        return doers, []
    if frame == "suffer":
        return [], sufferers if args.passive else [] if _is_counted(verb) else doers
    if frame == "flee":
        return [], sufferers or doers
    if frame == "show":
        return doers, sufferers
    if frame == "repel":
        return _repelled(args, layers) or (doers, sufferers)
    if frame in ("go", "aim", "speak", "hold"):
        against = aimed_at(verb, layers) if frame in ("go", "hold") else []
        return doers or (sufferers if not args.passive else []), against
    if frame == "fall":
        return list(after(verb, ("to",), layers)), [p for p in doers if p.kind in ARMED or p.kind == "unknown"]
    if frame in ("meet", "between"):
        joined = list(after(verb, ("with", "between", "among", "to"), layers)) or _met(verb, layers)
        if frame == "between":
            against = joined + sufferers + aimed_at(verb, layers)
            return (doers, against) if doers and against else ((doers or against)[:1], (doers or against)[1:])
        return doers + sufferers + joined, []
    return doers, sufferers + aimed_at(verb, layers)


def doing(subject: Token | None, layers: Layers) -> list[PartyMention]:
    """Who does what a subject does: of "the shelling of army positions (killed two)" not those who were shelled."""
    if subject is None or subject.i in layers.party_at:
        return list(parties_of(subject, layers))
    fire = any(e.root == subject.i and e.event_type in STRIKING for e in layers.events)
    if not fire:
        return list(parties_of(subject, layers))
    return of_noun("act", subject, layers)[0]


def _is_counted(word: Token) -> bool:
    """ "Received more than 140 injured": a participle behind a number is people, whatever the parser makes of it."""
    return word.tag_ in ("VBN", "VBD", "JJ") and word.i > 0 and word.nbor(-1).like_num and word.dep_ != "ROOT"


def _is_held_place(noun: Token | None, layers: Layers) -> bool:
    """ "Rebel-held Aleppo" does nothing; what hangs on it is the parser's mistake."""
    if noun is None or noun.i in layers.party_at:
        return False
    if any(c.dep_ == "amod" and c.tag_ == "VBN" and c.lemma_ in HELD for c in noun.children):
        return True
    return any(p.is_place for p in within(layers.places, noun.idx, noun.idx + len(noun.text)))


def _repelled(args: Arguments, layers: Layers) -> tuple[list[PartyMention], list[PartyMention]] | None:
    """ "The army repelled an attack by rebels on the base": who attacked acts, who held out is attacked."""
    attack = args.undergoer
    if attack is None or attack.i in layers.party_at:
        return None
    attackers, attacked = of_noun("act", attack, layers)
    return (attackers, attacked or list(parties_of(args.doer, layers))) if attackers else None


def _met(verb: Token, layers: Layers) -> list[PartyMention]:
    """ "hold a second round of negotiations with their counterparts": whom the talks are with."""
    talks = [t for c in verb.children if c.dep_ == "dobj" for t in c.subtree]
    return [party for t in talks for party in after(t, ("with", "between", "among"), layers)]


def of_noun(frame: str, noun: Token, layers: Layers) -> tuple[list[PartyMention], list[PartyMention]]:
    """Agents and targets among the modifiers of a noun that names an event."""
    if noun.pos_ == "ADP":  # "under the control of the rebels", "in the hands of the army"
        noun = next((child for child in noun.children if child.dep_ == "pobj"), noun)
    before = _standing_before(noun, layers)
    by = list(after(noun, ("by",), layers)) or _made_by(noun, layers) or _by_behind(noun, layers)
    if not by and noun.dep_ == "dobj" and not before:
        by = list(after(noun.head, ("by",), layers))  # "condemned the shelling of homes by the army"
    of = list(after(noun, ("of",), layers))
    against = aimed_at(noun, layers) or _aimed_behind(noun, layers)
    pair = list(after(noun, ("between", "with", "among"), layers))
    if frame == "between":
        if pair:
            return pair[:1], pair[1:]
        return before + by, against
    if frame == "meet":
        return before + by + pair, []
    if frame in ("suffer", "flee"):
        doers = [p for p in by if p.kind != "civilians"] if frame == "suffer" else []
        return doers, of + before + list(after(noun, ("among",), layers))
    if frame == "go":
        own = list(layers.party_at.get(noun.i, ()))  # "a Russian convoy"
        return own or before + by + of or list(after(noun, ("for",), layers)), against or _lost_by(noun, layers)
    if frame in ("hold", "aim", "speak", "show", "send"):
        return before + by + of, against
    if whose := _befallen(noun, before):
        return by, whose + of + against
    if of and not by and not before and all(p.kind in ARMED for p in of) and (noun.lemma_ in FIRED or _is_aimed(noun)):
        return of, against  # "the bombing of the regime forces on the market", "the fire of the army"
    return before + by, of + against


def _standing_before(noun: Token, layers: Layers) -> list[PartyMention]:
    """The parties among the words before a noun."""
    before = [p for c in noun.children if c.dep_ in ("amod", "compound", "poss", "nmod") for p in parties_of(c, layers)]
    if not before and (owner := owner_of(noun, layers)) is not None and owner.end <= noun.idx:
        before = [owner]  # "US-led air strikes"
    if noun.dep_ == "conj" and noun.head.pos_ not in VERBAL and any(c.i in layers.party_at for c in noun.children):
        before += layers.party_at.get(noun.head.i, ())  # "the government and Russian attacks"
    return before


def _befallen(noun: Token, before: list[PartyMention]) -> list[PartyMention]:
    """ "Their kidnapping", "Galan's murder": those before a noun of harm whom it befell."""
    return [p for p in before if p.rule == "pronoun" or p.person] if noun.lemma_.lower() in SUFFERED_BY else []


def _by_behind(noun: Token, layers: Layers) -> list[PartyMention]:
    """ "The bombing of the town by jets": a doer that the parser hangs on what is bombed."""
    suffering = [thing for of in noun.children if of.lower_ == "of" for thing in of.children if thing.dep_ == "pobj"]
    return [party for thing in suffering for party in after(thing, ("by",), layers)]


def _is_aimed(noun: Token) -> bool:
    """Whether an "on" or "against" says what it is aimed at, wherever the parser hangs it, before the next verb."""
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    aims = [t for word in (noun, of) if word is not None for t in word.subtree if t.lower_ in ("on", "against")]
    return any(c.dep_ == "pobj" and c.ent_type_ not in ("DATE", "TIME") for t in aims for c in t.children)


def fought_between(verb: Token, layers: Layers) -> list[PartyMention]:
    """ "Clashes broke out in the town between rebels and the army": the pair, wherever the parse hangs it."""
    preps = [t for t in verb.subtree if t.lower_ == "between" and t.i > verb.i]
    return [party for prep in preps[:1] for thing in prep.children for party in parties_of(thing, layers)]


def _lost_by(noun: Token, layers: Layers) -> list[PartyMention]:
    """ "Taking the road from the rebels was a gain for the army": from whom, as the clause before the verb has it."""
    deeds = [word for child in noun.head.children if child.dep_ == "csubj" for word in child.subtree]
    return [party for word in deeds for party in after(word, ("from",), layers)]


def _aimed_behind(noun: Token, layers: Layers) -> list[PartyMention]:
    """ "An attack by rebels on the army": an aim that the parser hangs on the doer."""
    doers = [thing for by in noun.children if by.lower_ == "by" for thing in by.children]
    return [party for doer in doers for party in after(doer, ("on", "against"), layers)]


def _made_by(noun: Token, layers: Layers) -> list[PartyMention]:
    """ "a rocket fired by Qassam", "the deadline set by Erdogan"."""
    of = [thing for c in noun.children if c.lower_ == "of" for thing in c.subtree]
    made = [c for top in (noun, *of) for c in top.children if c.dep_ in MADE and c.tag_ == "VBN"]
    return [party for verb in made for party in after(verb, ("by",), layers)]


def aimed_at(token: Token, layers: Layers) -> list[PartyMention]:
    """Parties behind "against", "on", "at", "with"; with what flies one attacks somebody else."""
    without = {"with"} if token.pos_ not in VERBAL or any(_is_help(c) for c in token.children) else set[str]()
    found = after(token, AGAINST - without, layers)
    return [party for party in found if not (party.entity == FLYING and _is_with(party, layers))]


def helpers(verb: Token, layers: Layers) -> list[PartyMention]:
    """ "With the support of coalition aircraft"."""
    helps = [noun for prep in verb.children if _is_help(prep) for noun in prep.children]
    return [party for noun in helps for party in after(noun, ("of", "from", "by"), layers)]


def _is_help(prep: Token) -> bool:
    return prep.lower_ == "with" and any(noun.lemma_.lower() in HELP for noun in prep.children)


def _is_with(party: PartyMention, layers: Layers) -> bool:
    """ "An offensive with tanks and aircraft"."""
    token = layers.document.parse[party.root]
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ == "with"
