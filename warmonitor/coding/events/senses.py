"""Which sense of a trigger stands here: what must be beside it, and what a strike was made with."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warmonitor.coding.events.lexicon import EventLexicon, Trigger
from warmonitor.coding.events.terrain import changes_hands, names_person
from warmonitor.records import EventType

OBJECTS = frozenset({"dobj", "nsubjpass", "pobj", "attr", "oprd", "dative", "obj"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECT_PREPOSITIONS = frozenset("of over on to into in from at against for with by through".split())
STRIKES = frozenset({"attack", "shelling", "bombing"})
BY_SUBJECT = frozenset(
    "force air people building military workers life media officials crowd protest abductor projectile fleeing "
    "service planter hold_word".split()
)
"""Classes that a verb's subject may belong to."""
DOERS = frozenset({"fleeing", "planter"})
"""Classes that only who does it may belong to: "guerrillas bombed the bridge", not "jets bombed guerrillas"."""
GROUND: frozenset[EventType] = frozenset({"territory_gain", "territory_loss"})
TAKING = frozenset({"capture", "recapture", "seize", "take"})
HELD = frozenset({"people", "victim", "culprit"})
CAPTURING = frozenset({"capture", "recapture"})
CARE = frozenset("hospital clinic infirmary morgue ward medical health operating surgery doctor ambulance".split())
"""What is said of where the hurt and the dead are taken."""
PERSONS = frozenset({"they", "them", "he", "him", "she", "her", "who", "others"})
NONE: frozenset[str] = frozenset()
TELLING: tuple[EventType, ...] = ("suicide_bombing", "chemical_attack")
"""Means that name the strike whatever else was used."""


def fits(trigger: Trigger, token: Token, lexicon: EventLexicon, places: frozenset[int], forces: frozenset[int]) -> bool:
    """Whether `trigger` has its sense beside the words round `token`; `places` and `forces` are token indices."""
    if trigger.unless and any(ruled_out(trigger, near, lexicon) for near in company(token)):
        return False
    if _is_idiom(trigger, token):
        return False
    if trigger.event_type in GROUND and not _is_about_ground(trigger, token, lexicon, places, forces):
        return False
    if trigger.event_type == "arrest" and token.lemma_ == "catch" and any(c.lower_ == "in" for c in token.children):
        return False  # "caught in the crossfire"
    if trigger.event_type == "battle" and token.dep_ == "nsubj" and token.head.lemma_ in SAYING:
        return False  # "the resistance said": a body
    if trigger.word == "leave" and _leaves_alone(token):
        return False
    if trigger.word == "take" and trigger.event_type in ("abduction", "territory_gain") and _to_care(token):
        return False
    if trigger.needs is None:
        return True
    return all(_stands_by(need, token, lexicon, places, forces) for need in trigger.needs.split("+"))


def _is_about_ground(
    trigger: Trigger, token: Token, lexicon: EventLexicon, places: frozenset[int], forces: frozenset[int]
) -> bool:
    if trigger.event_type == "territory_gain" and (_takes_people(token, lexicon, places) or _takes_place(token)):
        return False
    return trigger.pos == "p" or changes_hands(token, lexicon, places, forces)


def _is_idiom(trigger: Trigger, token: Token) -> bool:
    """Whether a word stands in a phrase in which it names nothing that happened."""
    if trigger.word == "siege" and token.dep_ == "pobj" and token.head.head.lemma_.lower() == "state":
        return True  # "the state of siege": a law
    if trigger.word == "dead" and token.i > 0 and token.nbor(-1).lemma_ == "shoot":
        return True  # "shot dead": how the verb ends
    if trigger.word == "retaliation" and token.dep_ == "pobj" and token.head.lower_ == "in":
        return True  # "fired rockets in retaliation": why they did
    if trigger.word == "death" and token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.i + 1 == token.i:
        return True  # "shot to death": how the verb ends
    return trigger.word == "engage" and _is_engaged_in(token)


def _stands_by(need: str, token: Token, lexicon: EventLexicon, places: frozenset[int], forces: frozenset[int]) -> bool:
    """Whether a word of the class `need` stands beside the trigger."""
    if need == "plural":
        return token.tag_ in ("NNS", "NNPS")
    if need == "under":
        return token.dep_ == "pobj" and token.head.lower_ == "under"
    if need == "falling":
        return _falls(token, lexicon, places)
    if need == "ground":
        return _is_of_ground(token, lexicon, places)
    if need == "place" and _of_a_topic(token):
        return True
    if need == "victim":
        taken = list(_taken(token))
        named = token.lemma_ in CAPTURING and any(names_person(near, places) for near in taken)
        return named or any(near.lower_ in PERSONS or need in classes(near, lexicon) for near in taken)
    for near in neighbours(token, subject=need in BY_SUBJECT):
        if _is_of(need, near, token, lexicon):
            return True
        if need == "fleeing" and near.like_num and near.dep_ in SUBJECTS:
            return True  # "at least 300,000 left the camps"
        if (need == "place" and near.i in places) or (need == "force" and near.i in forces):
            return True
    return False


def _is_of(need: str, near: Token, token: Token, lexicon: EventLexicon) -> bool:
    """Whether a neighbour is of a class, in the place that the class must have."""
    if need not in classes(near, lexicon):
        return False
    return _leads(near, token) or near.head.dep_ == "agent" if need in DOERS else near.pos_ != "VERB"


def _leads(noun: Token, verb: Token) -> bool:
    """Whether a noun is the subject of a verb, its own or the one that it shares."""
    return noun.dep_ in SUBJECTS or (noun.dep_ in ("conj", "pobj") and noun.i < verb.i)


def _is_of_ground(token: Token, lexicon: EventLexicon, places: frozenset[int]) -> bool:
    """Whether a place is what a verb or a noun has as its object: "lost the village", "the loss of Aleppo"."""
    if _of_a_topic(token):
        return True
    objects = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass")]
    if token.dep_ in ("acl", "relcl"):
        objects.append(token.head)
    if not objects and token.dep_ == "conj":
        objects += [c for c in token.head.children if c.dep_ in ("dobj", "nsubjpass")]  # "was attacked and taken"
    if not objects and token.pos_ == "VERB":
        objects += [c for also in token.conjuncts for c in also.children if c.dep_ == "dobj"]  # "seized and held it"
    if token.pos_ == "NOUN" and any(of.pos_ == "PROPN" and of.ent_type_ != "PERSON" for of in _of(token)):
        return True
    made_of = (c for o in objects for c in o.children if c.dep_ != "prep")
    named = [*objects, *(of for o in (*objects, token) for of in _of(o)), *made_of]
    return any(noun.i in places or "place" in classes(noun, lexicon) for noun in named)


def _leaves_alone(verb: Token) -> bool:
    """ "Left the town without power", "as he left his house in the town": nobody pulls out."""
    if any(c.lower_ in ("without", "he", "she", "i") for c in verb.children):
        return True
    if any(c.dep_ == "nsubj" and c.ent_type_ == "PERSON" for c in verb.children):
        return True  # "the envoy Ana Ruiz left for Venezuela"
    left = next((c for c in verb.children if c.dep_ == "dobj"), None)
    return left is not None and left.lemma_.lower() in ("house", "home", "office", "work", "building", "mosque")


def _to_care(verb: Token) -> bool:
    """ "Was taken to a medical centre", "to the operating room"."""
    to = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("to", "into"))
    there = [noun for prep in to for noun in prep.children if noun.dep_ == "pobj"]
    return any(CARE.intersection(t.lower_ for t in (noun, *noun.lefts)) for noun in there)


def _is_engaged_in(verb: Token) -> bool:
    """ "Engaged in looting", where "engaged the enemy in the hills" has an object."""
    within = any(c.lower_ == "in" and c.dep_ == "prep" for c in verb.children)
    return within and not any(c.dep_ == "dobj" for c in verb.children)


def _takes_place(token: Token) -> bool:
    """ "The shooting that took place in the town", "took part in the fighting"."""
    taken = [c for c in token.children if c.dep_ == "dobj" and c.lower_ in ("place", "part")]
    return token.lemma_ == "take" and bool(taken) and not any(c.lower_ == "of" for c in taken[0].children)


def _takes_people(token: Token, lexicon: EventLexicon, places: frozenset[int]) -> bool:
    """ "Captured three members of the group", "they were captured": people who are held, and no ground."""
    if token.lemma_ not in TAKING or _of_a_topic(token):
        return False
    taken = [c for c in _taken(token) if c.i not in places]
    if any(names_person(c, places) for c in taken):
        return True
    people = [c for c in taken if c.pos_ != "PROPN"]
    counted = any(c.like_num and _is_taken(c, token) and not _is_day(c) for c in people)  # "captured 14"
    return counted or any(c.lower_ in PERSONS or not HELD.isdisjoint(classes(c, lexicon)) for c in people)


def _is_taken(number: Token, verb: Token) -> bool:
    """ "Captured 14", "14 captured"."""
    return number.dep_ in ("dobj", "nsubjpass") or number.i + 1 == verb.i


def _is_day(number: Token) -> bool:
    """ "Recaptured by Ukraine 31 August 2022"."""
    behind = number.nbor(1) if number.i + 1 < len(number.doc) else number
    return number.ent_type_ in ("DATE", "TIME") or behind.pos_ == "PROPN"


def _taken(verb: Token) -> Iterator[Token]:
    """Whom or what a verb takes: "gunmen seized dozens of villagers", "the driver who was seized", "killing of"."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "dative"):
            yield child
            yield from _of(child)
            yield from (more for more in child.children if more.dep_ in ("conj", "compound", "nummod"))
    yield from _of(verb)
    if verb.dep_ in ("acl", "relcl", "amod"):
        yield verb.head


def _falls(token: Token, lexicon: EventLexicon, places: frozenset[int]) -> bool:
    """Whether it is a place that falls, not debris; a pronoun may stand for one."""
    subject = next((c for c in token.children if c.dep_ in SUBJECTS), None)
    if subject is None and token.dep_ in ("conj", "xcomp", "ccomp"):
        subject = next((c for c in token.head.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return token.dep_ in ("acl", "relcl", "ROOT", "ccomp", "csubj")
    if subject.pos_ == "PROPN":
        to = (c for c in token.children if c.dep_ == "prep" and c.lower_ == "to")
        taken = any("force" in classes(noun, lexicon) for prep in to for noun in prep.children)
        return taken or subject.ent_type_ != "PERSON"
    return subject.i in places or subject.pos_ == "PRON" or "place" in classes(subject, lexicon)


def classes(token: Token, lexicon: EventLexicon) -> frozenset[str]:
    """The classes of a word, as written or in its base form."""
    return lexicon.classes.get(token.lemma_.lower(), NONE) | lexicon.classes.get(token.lower_, NONE)


def ruled_out(trigger: Trigger, near: Token, lexicon: EventLexicon) -> bool:
    """Whether a neighbour belongs to a class that the sense does not go with."""
    return not classes(near, lexicon).isdisjoint(trigger.unless.split())


def company(token: Token) -> Iterator[Token]:
    """What a word stands with: its neighbours with its subject, and the noun that it modifies ("riot police")."""
    yield from neighbours(token, subject=True)
    if token.dep_ == "acl":
        yield from (c for c in token.head.children if c.dep_ == "compound")  # "a press conference held in"
    if token.dep_ in ("compound", "amod", "nmod", "poss"):
        yield token.head
        if token.i + 1 < len(token.doc):
            yield token.nbor(1)


def neighbours(token: Token, subject: bool) -> Iterator[Token]:
    """Objects, prepositional objects and modifiers of a word; its subject too if asked."""
    for child in token.children:
        dep = child.dep_
        if dep in OBJECTS or dep in ("compound", "amod", "poss", "nmod") or (subject and dep in SUBJECTS):
            yield child
            yield from _of(child)
            yield from (more for more in child.children if more.dep_ in ("conj", "compound", "amod"))
        elif dep in ("prep", "agent") and child.lower_ in OBJECT_PREPOSITIONS:
            for thing in child.children:
                if thing.dep_ == "pobj":
                    yield thing
                    yield from _of(thing)
    if token.dep_ in ("acl", "relcl") or (subject and token.dep_ in ("conj", "xcomp", "advcl")):
        yield token.head
    if token.dep_ in ("conj", "xcomp"):
        yield from (c for c in token.head.children if subject and c.dep_ in SUBJECTS)


def _of_a_topic(token: Token) -> bool:
    """ "Dvorichna: Captured by Russia": whether a participle opens a line behind the name that the line is about."""
    before = token
    while before.i > 1 and before.tag_ in ("VBN", "RB"):
        before = before.nbor(-1)
    return token.tag_ == "VBN" and before.text.endswith(":") and before.i > 0 and before.nbor(-1).text[0].isupper()


def _of(token: Token) -> Iterator[Token]:
    """ "control of the town", "dozens of people": what the "of" leads to."""
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            yield from (thing for thing in prep.children if thing.dep_ == "pobj")


SAYING = frozenset({"say", "tell", "claim", "announce"})
SELVES = frozenset({"himself", "herself", "themselves", "itself"})
HITTING = frozenset({"hit", "strike", "target", "attack", "damage", "shell", "bomb"})
BLASTS = frozenset({"bombing", "explosion"})
BURSTING = frozenset({"blow", "explode", "burst"})
MUNITIONS = frozenset({"drone", "uav", "quadcopter"})
"""What flies and explodes on what it hits."""
STRIKE_NOUNS = frozenset({"strike", "attack", "raid", "fire", "bombardment", "aggression", "assault"})
"""What force is called by; a modifier says what it was made with: "a drone strike that hit a house"."""


def by_means(event_type: EventType, token: Token, lexicon: EventLexicon) -> EventType:
    """A strike, attack or bombing by its weapon: "rocket attack", "jets bombed", "hit by artillery"."""
    if event_type not in STRIKES:
        return event_type
    if token.lemma_ == "blow" and any(c.lower_ in SELVES for c in token.children):
        return "suicide_bombing"
    kinds = [
        kind
        for near in (*neighbours(token, subject=True), *_instruments(token))
        if not _is_hit(near, token, lexicon) and (kind := _weapon(near, lexicon))
    ]
    return next((kind for kind in TELLING if kind in kinds), kinds[0] if kinds else event_type)


def _is_hit(near: Token, verb: Token, lexicon: EventLexicon) -> bool:
    """ "The helicopter was hit by gunfire": an aircraft that suffers says nothing of what struck it."""
    if near.dep_ == "pobj" and near.head.lower_ == "of" and verb.lemma_.lower() in BLASTS:
        return "air" in classes(near, lexicon)  # "the bombing of the plane"
    if near.dep_ == "nsubj" and verb.lemma_ in BURSTING and not any(c.dep_ == "dobj" for c in verb.children):
        return "air" in classes(near, lexicon) and near.lemma_.lower() not in MUNITIONS  # "a plane blew up"
    return near.dep_ == "nsubjpass" and "air" in classes(near, lexicon) and verb.lemma_ in HITTING


def _weapon(token: Token, lexicon: EventLexicon) -> EventType | None:
    """The strike that a weapon or carrier is for; "suicide bombers" are no aircraft."""
    kind = lexicon.weapons.get(token.lemma_.lower()) or lexicon.weapons.get(token.lower_)
    kind = kind or (lexicon.weapons.get(token.lower_[:-1]) if token.lower_.endswith("s") else None)  # "Airstrikes hit"
    if kind is None and token.lemma_.lower() not in STRIKE_NOUNS:
        return None
    if token.dep_ == "compound" and "building" in classes(token.head, lexicon):
        return None  # a chemical plant is no weapon
    told = (lexicon.weapons.get(c.lower_) for c in token.children if c.dep_ in ("compound", "amod"))
    parts = [part for part in told if part is not None]
    return next((part for part in parts if part in TELLING), kind or next(iter(parts), None))


def _instruments(token: Token) -> Iterator[Token]:
    """What it was made with or by: "by artillery fire", "with rockets", "in an Israeli air raid"."""
    if token.dep_ == "dobj" and token.pos_ == "NOUN":  # "warplanes carried out raids"
        yield from (doer for doer in token.head.children if doer.dep_ == "nsubj")
        if token.head.dep_ == "acl" and token.head.tag_ == "VBG":  # "monitored warplanes carrying out raids"
            yield token.head.head
    yield from _with(token)
    yield from (doer for thing in _of(token) for by in thing.children if by.lower_ == "by" for doer in by.children)
    yield from _carriers(token)
    if token.dep_ in ("advcl", "conj") and token.tag_ == "VBG" and token.head.pos_ == "VERB":
        # "jets carried out raids, targeting", "killed in air strikes, targeting"
        yield from (c for c in token.head.children if c.dep_ in ("nsubj", "dobj"))
        yield from _with(token.head)


def _carriers(token: Token) -> Iterator[Token]:
    """ "The attack, which was carried out by a drone, hit": by what a strike was made, of the noun for it."""
    nouns = [c for c in token.children if c.dep_ == "nsubj"] if token.pos_ == "VERB" else [token]
    for noun in nouns:
        if noun.lemma_.lower() in STRIKE_NOUNS:
            verbs = [c for c in noun.children if c.dep_ in ("relcl", "acl")]
            verbs += [noun.head] if noun.dep_ == "nsubjpass" else []
            for by in (c for verb in verbs for c in verb.children if c.dep_ == "agent"):
                yield from by.children


def _with(token: Token) -> Iterator[Token]:
    for prep in token.children:
        if prep.dep_ in ("prep", "agent") and prep.lower_ in ("with", "by", "from", "using", "in"):
            for thing in prep.children:
                yield thing
                yield from (m for m in thing.children if m.dep_ in ("compound", "amod", "conj"))
