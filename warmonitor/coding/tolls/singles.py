"""One person, counted by an article or an owner: "a child was killed", "his wife was wounded"."""

from __future__ import annotations

from spacy.tokens import Token

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.lexicon import TollLexicon
from warmonitor.coding.tolls.numbers import Number
from warmonitor.coding.tolls.view import View

TITLES = frozenset(("compound", "amod", "nmod"))
"""How words before a name hang on it or on each other."""
PEOPLE = ("people", "troops")
DEFINITE = frozenset({"the", "this", "that"})
VERBS = ("VERB", "AUX")
PLACES = frozenset(("nsubj", "nsubjpass", "dobj", "pobj"))
WHERE = frozenset(("in", "at", "near", "from", "to", "inside", "around", "outside"))
MISTERS = frozenset({"mr", "mrs", "ms", "miss", "dr"})
OWNERS = ("his", "her", "their")
ONE = frozenset({"he", "she", "him", "her"})
MANY = frozenset({"family", "household", "police", "staff", "more", "dead", "injured", "wounded", "personnel"})
"""Singular nouns of people that name more than one of them, or nobody."""
HOUSEHOLDS = frozenset({"family", "household", "couple"})
REACH = 6
"""Words from the article to its noun."""


def single_counts(seen: View, lexicon: TollLexicon) -> list[Count]:
    """Every singular person behind an article, every single relative, every person by name or pronoun."""
    found = []
    for at, word in enumerate(seen.lower):
        if word in ("a", "an", "another", *OWNERS):
            count = _single(seen, at, lexicon) or (_another(seen, at) if word == "another" else None)
        elif seen.tokens[at].ent_type_ == "PERSON" or word in ONE or _is_titled(seen, at):
            count = _named(seen, at) or (_definite(seen, at, lexicon) if _opens_line(seen, at) else None)
        elif word not in MANY and (seen.tag(at) == "NN" or _opens_line(seen, at) or _is_object(seen, at)):
            count = _definite(seen, at, lexicon)
        else:
            continue
        if count:
            found.append(count)
    return found


def _another(seen: View, at: int) -> Count | None:
    """ "Two were killed and another wounded"."""
    if seen.tokens[at].dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return None
    return Count(Number(at, at, at + 1, at + 1, 1.0, 1.0, 1.0, "="), at, at + 1, "people", None, singular=True)


def _named(seen: View, at: int) -> Count | None:
    """A person by name or pronoun, where he or she is subject or object of a verb."""
    token = seen.tokens[at]
    if _place_in_clause(token) not in PLACES or token.tag_ not in ("NNP", "PRP"):
        return None
    if token.dep_ == "pobj" and token.head.lower_ in WHERE:
        return None  # "the clinic in Zamzam": the parser takes towns for people
    if any(c.dep_ == "relcl" and any(w.lower_ == "where" for w in c.children) for c in token.children):
        return None  # "Zamzam, where two died"
    start = at
    while start and seen.tokens[start - 1].ent_type_ == "PERSON" and seen.tokens[start].ent_iob_ != "B":
        start -= 1
    start = _title_start(seen, start, at)
    number = Number(start, at, at + 1, at + 1, 1.0, 1.0, 1.0, "=")
    return Count(number, at, at + 1, "people", None, singular=True, named=True)


def _place_in_clause(token: Token) -> str:
    """What a name is to its verb, or who it is joined to: "Ana Ruiz and Jan Kos died", "the chief, Ana Ruiz"."""
    while token.dep_ == "conj" and token.pos_ == token.head.pos_ == "PROPN":
        token = token.head
    if token.dep_ == "appos" and token.pos_ == "PROPN" and _is_one(token.head):
        token = token.head
    return token.dep_


def _is_one(noun: Token) -> bool:
    """ "The chief", "his chief", "the general's wife": one whom neither an article nor a number counts."""
    before = {child.lower_ for child in noun.children if child.i < noun.i}
    counted = any(child.dep_ == "nummod" for child in noun.children) or before & {"a", "an", "another"}
    return noun.tag_ == "NN" and not counted


def _definite(seen: View, at: int, lexicon: TollLexicon) -> Count | None:
    """ "The man was killed", "kill man": one person without a number, where the verb plainly tells it."""
    token = seen.tokens[at]
    told = token.dep_ in ("nsubj", "nsubjpass", "dobj") or _hit_in_headline(seen, at, lexicon)
    if not told or lexicon.nouns.get(token.lower_, ("", None))[0] not in PEOPLE:
        return None
    before = [child for child in token.children if child.i < token.i]
    owned = any(child.dep_ == "poss" and child.pos_ != "PRON" for child in before)
    if any(child.dep_ not in ("amod", "compound", "poss") and child.lower_ not in DEFINITE for child in before):
        return None
    if any(child.dep_ == "poss" for child in before) and not owned:
        return None
    if any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in token.children):
        return None  # who is named is counted by name
    joined = [child for child in token.children if child.dep_ == "conj" and child.pos_ not in VERBS]
    if joined and not (_opens_line(seen, at) or all(_is_counted(noun) for noun in joined)):
        return None
    start = seen.of(before[0].left_edge) if before else at
    number = Number(start, start, at + 1, at + 1, 1.0, 1.0, 1.0, "=")
    return Count(number, at, at + 1, "people", lexicon.nouns[token.lower_][1], singular=True, named=True)


def _is_counted(noun: Token) -> bool:
    """ "The driver and two passengers": joined to somebody who is counted by himself."""
    return any(child.dep_ == "nummod" or child.lower_ in ("a", "an") for child in noun.children)


def _is_object(seen: View, at: int) -> bool:
    """ "Drone kills civilian": an adjective that is an object is a noun."""
    return seen.tag(at) == "JJ" and seen.tokens[at].dep_ == "dobj"


def _opens_line(seen: View, at: int) -> bool:
    """ "Child killed": the first word of a headline, which its capital may make a name of."""
    return seen.tag(at) in ("NN", "NNP") and at == seen.sentence[at][0]


def _hit_in_headline(seen: View, at: int, lexicon: TollLexicon) -> bool:
    """ "Guard killed in a drone strike": a noun that heads a line, with what was done to it."""
    token, behind = seen.tokens[at], at + 1
    if token.dep_ != "ROOT" or behind >= len(seen.tokens):
        return False
    verb = seen.tokens[behind]
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lower_ in lexicon.predicates


def _is_titled(seen: View, at: int) -> bool:
    """ "Mrs. Amina Khalid", whom the parser may take for a place."""
    token = seen.tokens[at]
    if token.tag_ != "NNP" or token.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return False
    return any(child.lower_.rstrip(".") in MISTERS for child in token.children if child.i < token.i)


def _title_start(seen: View, start: int, at: int) -> int:
    """Where the titles before a name begin: "Senator Pedro Ruiz", "union leader Ana Perez"."""
    while start and at - start < REACH:
        before = seen.tokens[start - 1]
        if before.dep_ not in TITLES or seen.of(before.head) < start:
            break
        start -= 1
    return start


def _single(seen: View, at: int, lexicon: TollLexicon) -> Count | None:
    head = seen.of(seen.tokens[at].head) if seen.tokens[at].dep_ in ("det", "poss") else -1
    if head > at + 1 and any(p.slot == "state" for p in lexicon.predicates.get(seen.lower[head], ())):
        head -= 1  # "a combatant dead" is read as one noun phrase
    if not at < head <= at + REACH or seen.tag(head) != "NN":
        return None
    if seen.lower[at] in OWNERS and seen.tokens[head].dep_ != "conj":
        return None  # alone, "his brother was killed" is mostly of another day
    if seen.tokens[head].dep_ == "appos" and seen.tokens[head].head.lower_ == "one":
        return None  # "three fighters, one of them a woman"
    if _speaks(seen, head, lexicon) or seen.lower[head] in HOUSEHOLDS:
        return None  # "a family of five" is not one
    thing, kind = lexicon.nouns.get(seen.lower[head], (None, None))
    if thing not in (*PEOPLE, "displaced"):
        return None
    number = Number(at, at, at + 1, at + 1, 1.0, 1.0, 1.0, "=")
    return Count(number, head, head + 1, thing, kind, singular=True)


def _speaks(seen: View, head: int, lexicon: TollLexicon) -> bool:
    """ "Wounding 32, a doctor at the hospital said": who stands right before a verb of saying is not counted."""
    noun = seen.tokens[head]
    last = max((child.right_edge for child in noun.children if child.dep_ == "prep"), default=noun, key=lambda t: t.i)
    behind = last.nbor(1) if last.i + 1 < len(last.doc) else None
    return behind is not None and behind.lower_ in lexicon.words["saying"]
