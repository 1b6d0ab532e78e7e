"""Whether ground changes hands in words that can say so: an advance of troops, not one of science."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from warmonitor.coding.events.lexicon import EventLexicon

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "nsubjpass"})
ONE = frozenset({"he", "she", "i", "you"})
ARMED = frozenset({"force", "military", "air", "projectile"})
"""Classes of who takes a place by going there."""
ASIDE = frozenset({"on", "upon", "onto", "for", "from", "within", "in", "ill", "short", "behind", "asleep"})
"""Words behind "fall" with which nothing falls to anyone: "fell on a street", "falls under", "fell ill"."""
HANDS = frozenset({"hand", "hands", "control"})
"""What places fall into and under when they are lost."""
LEADING = frozenset({"toward", "towards", "on", "into", "to", "in", "of", "against", "through", "along", "for"})
HOPE = "hope_word"
"""The class of what one advances towards that is no ground: victory, peace."""


def changes_hands(token: Token, lexicon: EventLexicon, places: frozenset[int], forces: frozenset[int]) -> bool:
    """Whether a word of `territory_gain` or `territory_loss` can be about ground; what is not asked of is trusted."""
    word = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        if word == "enter":
            return _enters(token, lexicon, forces)
        if word == "fall":
            return _falls_to_someone(token)
        if word == "drive":
            return any(c.dep_ in OBJECTS for c in token.children) or token.dep_ in ("acl", "relcl")
        if word == "advance":
            return not any(HOPE in _classes(noun, lexicon) for noun in _led_to(token))
        return True
    if word in ("advance", "gain", "progress"):
        return _goes_on(token, lexicon, places, forces)
    return True


def names_person(token: Token, places: frozenset[int]) -> bool:
    """Whether a name of two words or more is somebody's and no place's: "captured Ana Ruiz"."""
    if token.pos_ != "PROPN" or token.ent_type_ != "PERSON" or token.i in places:
        return False
    first = token.i
    while first > token.sent.start and token.doc[first].ent_iob_ == "I":
        first -= 1
    return first < token.i and not any(at in places for at in range(first, token.i))


def _enters(verb: Token, lexicon: EventLexicon, forces: frozenset[int]) -> bool:
    """Whether who enters is, or may be, armed; travellers, thieves and talks enter too."""
    subject = _subject(verb)
    if subject is None:
        return not any(c.dep_ == "dobj" and c.lemma_.lower() == "country" for c in verb.children)
    if subject.lower_ in ONE or subject.ent_type_ == "PERSON":
        return False
    if subject.pos_ == "PRON":
        return True
    return any(noun.i in forces or _is_armed(noun, lexicon) for noun in (subject, *_made_of(subject))) or (
        subject.pos_ == "PROPN" and subject.ent_type_ != "GPE"
    )


def _falls_to_someone(verb: Token) -> bool:
    """Whether something falls, so to speak, and to somebody: not a shell on a street, nor anyone ill or prey."""
    subject = _subject(verb)
    if subject is not None and subject.lower_ in ("i", "we", "he", "she"):
        return False
    for child in verb.children:
        if child.lower_ == "under" or child.lower_ == "into":
            return any(c.lemma_.lower() in HANDS for c in child.children)
        if child.lower_ in ASIDE and child.dep_ in ("prep", "acomp", "advmod") and _behind(child, verb):
            return not any(c.ent_type_ not in ("DATE", "TIME") and c.dep_ == "pobj" for c in child.children)
    return True


def _behind(child: Token, verb: Token) -> bool:
    return child.i == verb.i + 1


def _goes_on(noun: Token, lexicon: EventLexicon, places: frozenset[int], forces: frozenset[int]) -> bool:
    """Whether an advance is that of somebody armed, or towards a place: "the rebels' advance on the city"."""
    whose = [c for c in noun.children if c.dep_ in ("poss", "compound", "amod", "nmod")]
    if any(c.i in forces or _is_armed(c, lexicon) or c.lower_ in ("our", "their", "its") for c in whose):
        return True
    doing = noun.head if noun.dep_ == "dobj" else None
    subject = _subject(doing) if doing is not None else None
    if subject is not None and (subject.i in forces or _is_armed(subject, lexicon)):
        return True
    return any(c.i in places or c.i in forces or _is_armed(c, lexicon) for c in _led_to(noun))


def _subject(verb: Token) -> Token | None:
    """Who does it: of a relative clause what it belongs to, of an infinitive or a second verb that of the first."""
    own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if own is not None:
        return verb.head if own.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else own
    if verb.dep_ in ("conj", "xcomp", "advcl"):
        return next((c for c in verb.head.children if c.dep_ in SUBJECTS), None)
    return verb.head if verb.dep_ == "acl" and verb.tag_ == "VBG" else None


def _led_to(token: Token) -> Iterator[Token]:
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ in LEADING:
            for thing in prep.children:
                if thing.dep_ == "pobj":
                    yield thing
                    yield from _made_of(thing)


def _made_of(noun: Token) -> Iterator[Token]:
    """What stands with a noun: "members of the army", "five neighbourhoods", "soldiers and police"."""
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "conj", "appos", "nmod"):
            yield child
        elif child.dep_ == "prep" and child.lower_ == "of":
            yield from (c for c in child.children if c.dep_ == "pobj")


def _is_armed(noun: Token, lexicon: EventLexicon) -> bool:
    return not ARMED.isdisjoint(_classes(noun, lexicon))


def _classes(noun: Token, lexicon: EventLexicon) -> frozenset[str]:
    empty: frozenset[str] = frozenset()
    return lexicon.classes.get(noun.lemma_.lower(), empty) | lexicon.classes.get(noun.lower_, empty)
