"""Where it happened: the places of a clause with their roles, else the place that the report is at."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from warmonitor.coding.claims.candidates import Candidate
from warmonitor.coding.claims.causes import WHEN
from warmonitor.coding.claims.layers import Layers, within
from warmonitor.coding.mentions import PlaceMention
from warmonitor.records import EventType, PartyKind, Place, PlaceRole

PHYSICAL: frozenset[EventType] = frozenset({
    "battle", "air_strike", "shelling", "suicide_bombing", "bombing", "chemical_attack", "shooting", "attack",
    "offensive_launch", "territory_gain", "territory_loss", "territory_status", "road_control", "withdrawal",
    "deployment", "casualty_report", "displacement", "humanitarian", "abduction", "arrest", "execution",
    "sexual_violence", "protest", "riot", "property_damage", "assessment", "objective", "propaganda", "violation",
    "threat", "ultimatum", "military_support",
})  # fmt: skip
REMARKS: frozenset[EventType] = frozenset({"assessment", "objective", "threat", "ultimatum", "violation"})
"""What is said of a place takes a report there no more than a meeting does."""
STRUCK: frozenset[EventType] = frozenset({
    "air_strike", "shelling", "suicide_bombing", "bombing", "chemical_attack", "shooting", "attack", "casualty_report",
})  # fmt: skip
HURT: frozenset[EventType] = STRUCK | {"battle", "abduction", "arrest", "execution", "property_damage"}
GOES_ON = frozenset("the this these they it".split())
ALL_OVER = frozenset("across throughout around".split())
MOVING: frozenset[EventType] = frozenset(
    {"deployment", "withdrawal", "displacement", "military_support", "humanitarian"}
)
OF_THE_WAR: frozenset[EventType] = frozenset({"ceasefire", "agreement", "demand", "statement"})
"""What holds for a whole war where no place is named."""
AT_HOME: frozenset[PartyKind] = frozenset({"state_force", "police", "rebel"})
"""Who fights in its own country; an army abroad is a foreign force."""
ON_THE_SPOT = frozenset({"witness", "activist", "rescue_service", "official", "armed_group"})
"""Sources whose own place is where they saw it: "Idlib residents said"."""
Placed = tuple[tuple[PlaceMention, PlaceRole], ...]
DEGREE_KM = 111.2
FAR_OFF = 24.0
"""Kilometres; "355 km north of the capital" says which town is meant, not where it happened."""
VAST = 350.0
"""Kilometres; the radius of a small sea."""
FINENESS = ("site", "town", "near_town", "road", "district", "region", "province", "country")
LOCATIVE = frozenset("in into across inside from throughout within over near on around through".split())
OWNED = 3
"""Characters between "Aleppo" and its quarter in "Aleppo's Salaheddin"."""
BAR = " | "
HEADING = 40
"""Characters of the longest line that heads others with the name of a place."""
KEPT_AT = frozenset("station base position deploy garrison entrench camp hail originate come displace".split())
"""Verbs of where a force or a person belongs: forces stationed in one town fire at another."""
BELONGING = frozenset("resident residents native natives inhabitant inhabitants".split())
OFFICES = frozenset(
    "mayor governor prefect bishop archbishop cardinal imam mufti rector candidate councilman senator deputy".split()
)
"""Of where they are, not of where they were hurt if that is told as well."""
INSTITUTIONS = frozenset(
    "hospital clinic university college school institute monastery convent cathedral church chapel seminary cemetery "
    "prison stadium hotel museum library theatre theater street avenue boulevard".split()
)
"""What bears the names of saints and of places far away."""
NAMESAKES = frozenset(
    "cartel car jeep truck van pickup motorcycle accord treaty convention protocol declaration process "
    "newspaper".split()
)
"""What is nowhere near the place that it is called after."""
BORN = frozenset("native natives".split())
VEHICLES = frozenset(
    "bus minibus coach train plane aircraft airliner flight ship vessel boat ferry truck lorry car vehicle".split()
)
BOUND = frozenset("bound route way trip journey".split())
""" "En route to", "on the way to", "bound for" a place: nothing has happened there yet."""
TRAVEL = frozenset("travel head drive fly go sail ride walk return".split())
DEPARTING = frozenset("leave depart head sail embark".split())
WARDS = frozenset("hospital hospitals clinic clinics infirmary".split())
BROUGHT = frozenset("take rush transfer evacuate move bring carry airlift fly".split())
OCCASIONS = frozenset("summit conference talk meeting election visit congress tournament".split())
OTHER_TIMES = frozenset({"before", "after", "since"})
ANSWERING = re.compile(r"\b(?:in|as) (?:an? |the )?(?:response|retaliation|reprisal|revenge)\b", re.I)
""" "In response to the attack on X": X is where the other attack was."""
MEANWHILE = frozenset({"as", "while", "after", "before", "since"})
TO = frozenset({"to", "into", "toward", "towards", "onto"})
AIRSPACE = frozenset({"airspace", "skies"})
CROSSED = frozenset({"from", "through", "via"})
""" "Missiles fired through Lebanon's airspace": no more than where they came from."""
PARTS = frozenset("village hamlet town camp neighbourhood neighborhood quarter district area suburb".split())
SEATS = PARTS | {"city", "capital", "seat", "stronghold", "port"}
DIVISIONS = frozenset("department province governorate region state county district municipality".split())
""" "Uchiza, in the department of San Martin": what a town lies in."""
APPOSED = range(4, 9)
"""Words from a place to what holds it, where its kind stands between: ", the last city in"."""
PARTED = range(2, 6)
"""Words from a place's kind to the name of the town that it belongs to: "village of the city of"."""
PARTS_REACH = 20
"""Characters on either side of a name in which its kind stands: "the village of Zaytun"."""
NEXT = 12
"""Characters from one place to the next that says where it lies: ", in the "."""
BEHIND_ROADS = 36
"""Characters up to a countryside that holds what is named: "the M4 international highway in the countryside of"."""
HYPHENS = ("-", "–")
TELLING = frozenset({"tell", "say"})
AUDIENCES = frozenset({"conference", "briefing", "reporter", "journalist", "interview"})
JOINED = re.compile(r"[-–][A-Z]")
""" "The US-Russian agreement", "the Syria-Turkey border": two countries as one word are no place."""
LISTING = frozenset({"like", "as", "including"})
LOOSELY = 3
"""Characters between "Ghouta" and "near Damascus", which says where that is."""
BESIDE = 60.0
"""Kilometres that a place may lie off the town that it is told to be near."""


@dataclass
class Whereabouts:
    """Where the report is at, as the reading goes on: the last place of an event."""

    last: PlaceMention | None = None
    read: int = 0
    """How far headings were looked for."""
    by_country: dict[str, PlaceMention] = field(default_factory=dict)
    """The last place of an event in each country."""

    def move(self, there: PlaceMention | None) -> None:
        """Be where the report is now."""
        self.last = there
        if there is not None and there.place is not None and there.place.country:
            self.by_country[there.place.country] = there


def places(candidate: Candidate, span: tuple[int, int], layers: Layers, at: Whereabouts, wide: bool = False) -> Placed:
    """Places of the clause `span` with their roles; what happens somewhere is where the report is at, if not told.

    `wide`: it tells of the whole war, which is all over the country that the report is at.
    """
    _pass_headings(span[0], layers, at)
    found = [p for p in within(layers.places, *span) if _happens_at(p, layers)]
    found = [p for p in found if not _is_answered(p, candidate, layers)]
    found = [p for p in found if not _meanwhile(p, candidate, layers)] or found
    found = found or _antecedent(candidate, layers)
    if candidate.event_type in PHYSICAL and all(_belongs(p, layers) for p in found):
        found += _nearby(candidate, span, layers, found)
    if found:
        roles = [(p, _role(p, candidate, layers)) for p in found]
        roles = _containers(_elsewhere(_under_way(roles, candidate, layers, at), layers), layers)
        roles = _narrowed(roles, candidate, span, layers)
        if candidate.event_type in PHYSICAL - REMARKS:
            at.move(_latest(roles, at.last))
        elif at.last is None:
            at.move(_scene(roles))
        return tuple(roles)
    if wide:
        country = _country(layers, at)
        return ((country, "event"),) if country is not None else ()
    if candidate.event_type in PHYSICAL and at.last is not None:
        here = at.last if candidate.event_type in REMARKS else _at_home(span, layers, at)
        return ((here, "event"),) if here is not None else ()
    silent = candidate.event_type == "statement" and candidate.rule.startswith("cue:")
    country = _country(layers, at) if candidate.event_type in OF_THE_WAR and not silent else None
    return ((country, "about"),) if country is not None else ()


def _at_home(span: tuple[int, int], layers: Layers, at: Whereabouts) -> PlaceMention | None:
    """Where the report is at, but what the army, police or rebels of a country do in it is not abroad.

    "Talks went on in Geneva. Guerrillas attacked an army post": the last place in that country, else the country.
    """
    here = at.last.place.country if at.last is not None and at.last.place is not None else None
    parties = within(layers.parties, *span)
    homes = {p.country for p in parties if p.kind in AT_HOME and p.country}
    if here is None or len(homes) != 1 or any(p.country == here for p in parties):
        return at.last
    home = homes.pop()
    return at.by_country.get(home) or _named(home, layers)


def _narrowed(
    roles: list[tuple[PlaceMention, PlaceRole]], candidate: Candidate, span: tuple[int, int], layers: Layers
) -> list[tuple[PlaceMention, PlaceRole]]:
    """ "Two died in Syria after a jet bombed a market near Homs": a town of the same event after its country."""
    events = [m for m, role in roles if role == "event"]
    if candidate.event_type not in STRUCK or not events or any(not _is_country(m) for m in events):
        return roles
    if any(_preposition(m, layers) in ALL_OVER for m in events):
        return roles
    countries = {m.place.country for m in events if m.place is not None}
    behind = within(layers.places, span[1], candidate.predicate.sent.end_char)
    told = [p for p in behind if _in_its_cause(p, candidate, layers)] or _next(candidate, layers)
    towns = [p for p in told if _is_spot(p) and p.place is not None and p.place.country in countries]
    towns = [p for p in towns if p.rule != "offset" and _happens_at(p, layers) and not _belongs(p, layers)]
    if not towns:
        return roles
    return [(towns[0], "event"), *((m, "container" if role == "event" else role) for m, role in roles)]


def _next(candidate: Candidate, layers: Layers) -> list[PlaceMention]:
    """Places of the next sentence, where that goes on with what was told: "The planes hit a market in", "They hit"."""
    sentence = candidate.predicate.sent
    if sentence.end >= len(sentence.doc):
        return []
    following = sentence.doc[sentence.end].sent
    if following[0].lower_ not in GOES_ON:
        return []
    return within(layers.places, following.start_char, following.end_char)


def _is_country(mention: PlaceMention) -> bool:
    return mention.place is not None and mention.place.precision == "country"


def _is_answered(mention: PlaceMention, candidate: Candidate, layers: Layers) -> bool:
    """ "Fired rockets in retaliation for the killing in X": where the other deed was."""
    after = candidate.trigger.idx + len(candidate.trigger)
    between = layers.document.text[after : mention.start] if mention.start < candidate.predicate.sent.end_char else ""
    return ANSWERING.search(between) is not None


def _meanwhile(mention: PlaceMention, candidate: Candidate, layers: Layers) -> bool:
    """ "Shelling kills four in one town as troops close in on another": where a side clause has another do a thing."""
    token = _root(mention, layers)
    while token is not None and token.i != candidate.predicate.i and token.head.i != token.i:
        if token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in MEANWHILE for c in token.children):
            return any(c.dep_ == "nsubj" for c in token.children)
        token = token.head
    return False


def _is_elsewhen(mention: PlaceMention, layers: Layers) -> bool:
    """ "Two days before the summit in X": where something else is held."""
    token = _root(mention, layers)
    if token is None or token.dep_ != "pobj" or token.head.lower_ not in ("in", "at"):
        return False
    occasion = token.head.head
    return occasion.lemma_.lower() in OCCASIONS and occasion.head.lower_ in OTHER_TIMES


def _in_its_cause(mention: PlaceMention, candidate: Candidate, layers: Layers) -> bool:
    """Whether a place stands in the clause that tells what did it: "after warplanes bombed the town"."""
    token = _root(mention, layers)
    while token is not None and token.head.i != token.i:
        if token.dep_ == "advcl":
            marked = any(c.lower_ in WHEN and c.dep_ in ("mark", "advmod") for c in token.children)
            return marked and token.head.i in (candidate.predicate.i, *(c.i for c in candidate.predicate.conjuncts))
        token = token.head
    return False


def _antecedent(candidate: Candidate, layers: Layers) -> list[PlaceMention]:
    """ "Countries like Jordan and Turkey, where many have sought refuge": what "where" stands for."""
    clause = candidate.predicate
    if clause.dep_ != "relcl" or not any(c.lower_ == "where" and c.dep_ == "advmod" for c in clause.children):
        return []
    noun = clause.head
    while noun.dep_ in ("conj", "appos") or (noun.dep_ == "pobj" and noun.head.lower_ in LISTING):
        noun = noun.head.head if noun.dep_ == "pobj" else noun.head
    return [p for p in within(layers.places, noun.left_edge.idx, clause.left_edge.idx) if p.is_place]


def _country(layers: Layers, at: Whereabouts) -> PlaceMention | None:
    """The country that the report is at, by a mention of its name: what a truce without a place holds for."""
    code = at.last.place.country if at.last is not None and at.last.place is not None else None
    return _named(code, layers) if code is not None else None


def _named(country: str, layers: Layers) -> PlaceMention | None:
    """A mention of a country by its name."""
    named = (p for p in layers.places if p.place is not None and p.place.precision == "country")
    return next((p for p in named if p.place is not None and p.place.country == country), None)


def _happens_at(mention: PlaceMention, layers: Layers) -> bool:
    """A resolved place; a country that acts as a party is one only behind a preposition of place."""
    if not mention.is_place or _is_forename(mention, layers) or _is_venue(mention, layers):
        return False
    if _called_after(mention, layers) in NAMESAKES:
        return False
    if _is_elsewhen(mention, layers):
        return False
    if mention.place is None or mention.place.precision != "country":
        return True
    text = layers.document.text
    if JOINED.match(text, mention.end) or (text[mention.start - 1 : mention.start] in HYPHENS and mention.start > 1):
        return False
    if text[mention.start : mention.end].replace(".", "").isupper() and _preposition(mention, layers) not in LOCATIVE:
        return False  # "no harm to U.S. personnel"
    acts = any(
        p.start <= mention.start and mention.end <= p.end
        for p in within(layers.parties, mention.start - 40, mention.end + 40)
    )
    return not acts or _preposition(mention, layers) in LOCATIVE


def _is_forename(mention: PlaceMention, layers: Layers) -> bool:
    """ "Volodymyr Zelensky": a town that is a part of somebody's name."""
    word = layers.document.text[mention.start : mention.end]
    around = within(layers.parties, mention.start - HEADING, mention.end + HEADING)
    named = (p for p in around if p.person and p.start <= mention.start and mention.end <= p.end)
    return any(word in p.name.split()[:-1] for p in named)


def _is_venue(mention: PlaceMention, layers: Layers) -> bool:
    """ "Told a news conference in Washington": where somebody speaks; "the embassy of France" is not there."""
    token = _root(mention, layers)
    if token is None or token.dep_ != "pobj":
        return False
    head = token.head.head
    if token.head.lower_ == "of":
        return head.lemma_.lower() in ("embassy", "consulate")
    return token.head.lower_ in ("in", "at") and (head.lemma_ in TELLING or head.lemma_.lower() in AUDIENCES)


def _latest(roles: list[tuple[PlaceMention, PlaceRole]], last: PlaceMention | None) -> PlaceMention | None:
    """Where the report is at now: the last place of an event, a country only when nothing finer was named."""
    for mention, role in roles:
        if role == "event" and (mention.place is None or mention.place.precision != "country" or last is None):
            return last if last is not None and _is_quarter(last, mention) else mention
    return last


def _pass_headings(start: int, layers: Layers, at: Whereabouts) -> None:
    """A line that is no more than a place's name says where the lines below it are, before a bar what is behind it."""
    for first, end in layers.document.paragraphs:
        bar = layers.document.text.find(BAR, first, min(end, first + HEADING))
        last = bar if first < bar < start else end
        if at.read <= first < start and last - first <= HEADING:
            named = [p for p in within(layers.places, first, last) if _happens_at(p, layers)]
            whole = next((p for p in named if p.end - p.start >= (last - first) / 3), None)
            at.move(whole or at.last)
    at.read = max(at.read, start)


def _scene(roles: list[tuple[PlaceMention, PlaceRole]]) -> PlaceMention | None:
    """Where a report sets its scene before it tells an event: "heavy rain fell over the province"."""
    fine = (m for m, role in roles if role in ("event", "about") and m.place and m.place.precision != "country")
    return next(fine, None)


def _nearby(candidate: Candidate, span: tuple[int, int], layers: Layers, but: list[PlaceMention]) -> list[PlaceMention]:
    """Places elsewhere in the sentence, the nearest before the clause first; of the same voice only.

    Where the clause has places of belonging only (`but`), others of them are none better.
    """
    sentence = candidate.predicate.sent
    same = [
        p
        for p in within(layers.places, sentence.start_char, sentence.end_char)
        if _happens_at(p, layers) and _spoken(p, candidate, layers) and not (but and _belongs(p, layers))
        and not _is_answered(p, candidate, layers)
        and not _meanwhile(p, candidate, layers)
    ]
    if not same and candidate.event_type == "casualty_report":  # "nine were killed after warplanes bombed the town"
        behind = within(layers.places, span[1], sentence.end_char)
        same = [p for p in behind if _happens_at(p, layers) and _in_its_cause(p, candidate, layers)]
    told = _containers([(p, "event") for p in same], layers)
    before = [p for p, role in told if p.end <= span[0] and role == "event"]
    return before[-1:] or [p for p in same if p.end <= span[0]][-1:] or same[:1]


def _spoken(place: PlaceMention, candidate: Candidate, layers: Layers) -> bool:
    if candidate.voice is None:
        return True
    voice = layers.voices[candidate.voice]
    if voice.source and voice.kind in ON_THE_SPOT and voice.source[0] <= place.start < voice.source[1]:
        return True
    return any(a <= place.start < b for a, b in voice.contents)


def _role(mention: PlaceMention, candidate: Candidate, layers: Layers) -> PlaceRole:
    word = _preposition(mention, layers)
    if (
        candidate.event_type == "displacement"
        and mention.end <= candidate.predicate.left_edge.idx
        and (any(c.lower_ == "where" for c in candidate.predicate.children))
    ):
        return "destination"
    if _is_vast(mention) or (mention.rule == "offset" and _reach(mention.place) > FAR_OFF):
        return "container"
    if candidate.event_type in MOVING and word in TO:
        return "destination"
    if candidate.event_type in MOVING and word == "for" and candidate.predicate.lemma_ in DEPARTING:
        return "destination"  # "left for Venezuela"
    if candidate.event_type in MOVING and word == "from":
        return "origin"
    if candidate.event_type not in PHYSICAL | MOVING and candidate.event_type != "diplomatic_meeting":
        return "about"
    if word in ("toward", "towards"):
        return "direction"
    return "event"


def _under_way(
    roles: list[tuple[PlaceMention, PlaceRole]], candidate: Candidate, layers: Layers, at: Whereabouts
) -> list[tuple[PlaceMention, PlaceRole]]:
    """Where victims were born, were bound for or were brought is not where they were hurt.

    What they were bound for stays the event's place if the report has named no other.
    """
    if candidate.event_type not in HURT:
        return roles
    kept: list[tuple[PlaceMention, PlaceRole]] = [
        (m, "origin" if role == "event" and _is_birthplace(m, layers) else role) for m, role in roles
    ]
    bound = [role == "event" and _is_bound_for(m, layers) for m, role in kept]
    here = any(role == "event" and not gone for (_, role), gone in zip(kept, bound, strict=True))
    if any(bound) and (here or at.last is not None):
        kept = [(m, "destination" if gone else role) for (m, role), gone in zip(kept, bound, strict=True)]
    named = {role for _, role in kept}
    if named and named <= {"origin", "destination"} and at.last is not None and named != {r for _, r in roles}:
        kept.append((at.last, "event"))
    return kept


def _is_birthplace(mention: PlaceMention, layers: Layers) -> bool:
    """ "A native of X", "Roberto Rossi of Milan"."""
    token = _root(mention, layers)
    if token is None or token.dep_ != "pobj" or token.head.lower_ != "of":
        return False
    head = token.head.head
    return head.lower_ in BORN or (head.ent_type_ == "PERSON" and head.pos_ == "PROPN")


def _is_bound_for(mention: PlaceMention, layers: Layers) -> bool:
    """ "The bus to X", "a plane en route to X", "taken to hospital in X"."""
    token = _root(mention, layers)
    if token is None or token.dep_ != "pobj":
        return False
    head = token.head.head
    if token.head.lower_ in ("in", "at", "of") and head.lower_ in WARDS:
        return head.dep_ == "pobj" and head.head.lower_ == "to" and head.head.head.lemma_ in BROUGHT
    if token.head.lower_ == "for":
        return head.lower_ in BOUND
    if token.head.lower_ not in TO:
        return False
    if head.lower_ in VEHICLES or head.lower_ in BOUND:
        return True
    return head.lemma_ in TRAVEL and head.dep_ in ("acl", "relcl", "advcl") and head.tag_ in ("VBG", "VBD", "VBN")


def _elsewhere(roles: list[tuple[PlaceMention, PlaceRole]], layers: Layers) -> list[tuple[PlaceMention, PlaceRole]]:
    """Where those who act or suffer belong is not where it happens, if that is told as well."""
    away = [role == "event" and _belongs(mention, layers) for mention, role in roles]
    here = any(role == "event" and not gone for (_, role), gone in zip(roles, away, strict=True))
    gone_as: tuple[PlaceRole, PlaceRole] = ("origin", "about")
    return [
        (m, gone_as[_called_after(m, layers) in INSTITUTIONS] if gone and here else role)
        for (m, role), gone in zip(roles, away, strict=True)
    ]


def _called_after(mention: PlaceMention, layers: Layers) -> str:
    """What bears a place's name: "the Medellin cartel", "San Jorge Hospital", "the University of San Marcos"."""
    span = layers.document.parse.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return ""
    token: Token = span.root
    if token.dep_ in ("compound", "nmod", "amod"):
        return token.head.lemma_.lower()
    named = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.text[:1].isupper()
    return token.head.head.lemma_.lower() if named else ""


def _belongs(mention: PlaceMention, layers: Layers) -> bool:
    """ "Forces stationed in X", "residents of X", "the mayor of X", "missiles fired from X"."""
    if _called_after(mention, layers) in INSTITUTIONS:
        return True
    token = _root(mention, layers)
    if token is None or token.dep_ != "pobj":
        return False
    if token.head.lower_ == "of" and token.head.head.lower_ in OFFICES:
        return True
    if token.head.lower_ == "of" and token.head.head.lower_ in AIRSPACE:
        token = token.head.head
    if token.lower_ in AIRSPACE:
        return token.head.lower_ in CROSSED
    head = token.head.head
    if token.head.lower_ == "from":
        return True
    if head.lower_ in BELONGING:
        return True
    return head.dep_ in ("acl", "relcl", "amod") and head.lemma_ in KEPT_AT and head.tag_ in ("VBN", "VBG", "VBD")


def _reach(place: Place | None) -> float:
    return (place.radius_km or 0.0) if place is not None else 0.0


def _is_vast(mention: PlaceMention) -> bool:
    """A sea, a continent: nothing happens all over it."""
    place = mention.place
    return place is not None and place.precision == "region" and (place.radius_km or 0) > VAST


def _preposition(mention: PlaceMention, layers: Layers) -> str:
    """The preposition that a place stands behind."""
    token = _root(mention, layers)
    return token.head.lower_ if token is not None and token.dep_ == "pobj" else ""


def _root(mention: PlaceMention, layers: Layers) -> Token | None:
    """The head of the noun phrase that a place's name stands in."""
    span = layers.document.parse.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return None
    token: Token = span.root
    while token.dep_ in ("compound", "amod", "conj", "appos", "nmod", "poss") and token.head.i != token.i:
        token = token.head
    return token


def _containers(
    roles: list[tuple[PlaceMention, PlaceRole]], layers: Layers
) -> list[tuple[PlaceMention, PlaceRole]]:
    """ "Saraqeb, in Idlib province": what a finer place right before lies in is its container."""
    out: list[tuple[PlaceMention, PlaceRole]] = []
    for mention, role in roles:
        before = out[-1][0] if out else None
        beside = before is not None and _is_beside(before, mention)
        reach = BEHIND_ROADS if mention.rule == "part" else NEXT
        near = before is not None and mention.start - before.end <= reach
        contained = near and any(_lies_in(inner, mention, layers) for inner in _just_told(out))
        contained = contained or (before is not None and _said_within(before, mention, layers))
        owned = before is not None and mention.start - before.end <= OWNED and _finer(mention.place, before.place)
        if before is not None and owned and not beside:
            out[-1] = (before, "container" if out[-1][1] in ("event", "about") else out[-1][1])
        out.append((mention, "container" if (contained or beside) and role in ("event", "about") else role))
    return [(m, "container" if role == "event" and _is_around(m, out) else role) for m, role in out]


def _is_around(outer: PlaceMention, roles: list[tuple[PlaceMention, PlaceRole]]) -> bool:
    """Whether a country or province holds another place of the same event: "Homs province: shells hit Zaytun"."""
    whole = outer.place
    if whole is None or whole.precision not in ("country", "province") or outer.rule == "part":
        return False
    return any(
        role == "event" and m.place is not None and m.place.precision in ("site", "town", "near_town", "road")
        and m.place.country == whole.country and (whole.precision == "country" or _reaches(whole, m.place))
        for m, role in roles
    )  # fmt: skip


def _reaches(whole: Place, place: Place) -> bool:
    if whole.lat is None or whole.lon is None or place.lat is None or place.lon is None:
        return False
    return _apart(whole.lat, whole.lon, place.lat, place.lon) <= _reach(whole) + BESIDE / 2


def _lies_in(inner: PlaceMention, outer: PlaceMention, layers: Layers) -> bool:
    """Whether what is named right behind a place says where that is: "Zaytun village in the Homs countryside"."""
    unlisted = inner.place is None or inner.rule == "lying"
    if _finer(None if unlisted else inner.place, outer.place):
        return True
    between = layers.document.text[inner.end : outer.start].casefold().split()
    if outer.rule == "part" and "in" in between[-2:] and outer.place is not None and inner.place != outer.place:
        return unlisted or inner.place is None or inner.place.precision in ("site", "town", "road")
    if between == ["in"] and _is_spot(inner) and inner.place != outer.place:
        return True  # "in the Zaytun neighbourhood in Homs", which may be the province's or the city's name
    if outer.rule == "offset" and "and" not in between and outer.place != inner.place:
        return True  # "Zaytun village, west of Homs"
    return unlisted and is_village(inner, layers)


def _is_spot(mention: PlaceMention) -> bool:
    return mention.place is None or mention.place.precision in ("site", "town", "near_town", "road")


def is_village(mention: PlaceMention, layers: Layers) -> bool:
    """Whether the words right before or behind a name call it a village, which lies in or by a town."""
    text = layers.document.text
    before = text[max(0, mention.start - PARTS_REACH) : mention.start].casefold().split()
    behind = text[mention.end : mention.end + PARTS_REACH].casefold().split()
    return not PARTS.isdisjoint([*before[-2:], *behind[:1]])


def _just_told(roles: list[tuple[PlaceMention, PlaceRole]]) -> Iterator[PlaceMention]:
    """The last place and, over containers that follow each other, what they hold: "Sake, in Congo's Kivu province"."""
    end: int | None = None
    for mention, role in reversed(roles):
        if end is not None and end - mention.end > NEXT:
            return
        yield mention
        if role != "container":
            return
        end = mention.start


def _said_within(inner: PlaceMention, outer: PlaceMention, layers: Layers) -> bool:
    """ "Kafr Ram village of Afrin city", "Zaytun neighbourhood in the city of Aleppo"."""
    text = layers.document.text[inner.end : outer.start].casefold()
    between = text.split()
    if text.startswith(",") and len(between) in APPOSED and between[-1] in ("in", "of") and "," not in text[1:]:
        return bool((SEATS | DIVISIONS).intersection(between))  # "El Fasher, the last city in Darfur"
    return len(between) in PARTED and between[0] in PARTS and between[1] in ("of", "in") and inner.place != outer.place


def _is_beside(before: PlaceMention, mention: PlaceMention) -> bool:
    """ "Ghouta, near Damascus": what is near the town has been named."""
    a, b = before.place, mention.place
    if mention.rule != "near" or mention.start - before.end > LOOSELY or a is None or b is None:
        return False
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None or a.name == b.name:
        return False
    return _apart(a.lat, a.lon, b.lat, b.lon) <= BESIDE


def _apart(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between points that are not far from each other."""
    return DEGREE_KM * math.hypot(lat - other_lat, (lon - other_lon) * math.cos(math.radians(lat)))


def _is_quarter(inner: PlaceMention, outer: PlaceMention) -> bool:
    """Whether a report that speaks of the city is still in the quarter that it named before."""
    return inner.place is not None and outer.place is not None and _is_town(inner) and _holds(outer.place, inner.place)


def _is_town(mention: PlaceMention) -> bool:
    return mention.place is not None and mention.place.precision in ("town", "site")


def _holds(city: Place, quarter: Place) -> bool:
    """Whether one of two towns is a quarter of the other."""
    if city.lat is None or city.lon is None or quarter.lat is None or quarter.lon is None:
        return False
    near = _apart(city.lat, city.lon, quarter.lat, quarter.lon) < _reach(city)
    return near and _reach(quarter) < _reach(city) / 2


def _finer(inner: Place | None, outer: Place | None) -> bool:
    if outer is None:
        return False
    if inner is None:  # a village that no list knows lies in what is named behind it
        return outer.precision in ("country", "province", "region")
    if inner.precision == outer.precision == "town" and _holds(outer, inner):
        return True
    return FINENESS.index(inner.precision) < FINENESS.index(outer.precision)
