"""The clause that says a proposition: its predicate, its subject and object, and how far its words reach."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
CUT = frozenset({"parataxis", "advcl", "conj", "relcl"})
"""Clauses inside a clause that say something of their own."""
ACCUSING = frozenset({"accuse", "suspect", "blame", "charge", "convict", "acquit", "criticise", "criticize", "condemn"})
HOLDING = frozenset({"arrest", "detain", "capture", "imprison", "jail", "sentence", "prosecute", "indict", "arraign"})
"""Verbs and nouns for what is done to people "for" a deed."""
MONTHS = frozenset(calendar.month_name[1:])
FINITE = frozenset({"VBD", "VBZ", "VBP"})
PLURAL = frozenset({"NNS", "NNPS"})
SOURCE = 8
"""Tokens behind the colon of a headline, at most."""
EDGE = frozenset({"cc", "punct", "mark", "space", "dep"})


@dataclass(frozen=True)
class Arguments:
    """Subject and object of a predicate in the active reading: who does it, and to whom."""

    doer: Token | None
    undergoer: Token | None
    passive: bool


def arguments(verb: Token, control: frozenset[str] = frozenset()) -> Arguments:
    """Who does it and who undergoes it, through passives, participles, conjuncts, relatives and infinitives.

    `control` are the lemmas of verbs whose object does what the infinitive behind it says.
    """
    passive = is_passive(verb)
    subject, objects = (
        brought_in(verb) or subject_of(verb, control),
        [c for c in verb.children if c.dep_ in ("dobj", "dative", "attr", "oprd")],
    )
    direct = next((c for c in objects if c.dep_ != "dative"), objects[0] if objects else None)
    if direct is None and (is_aside(verb) or misread_as_noun(verb) or _without_relative(verb)):
        direct = verb.head
    if not passive:
        return Arguments(subject, direct, False)
    return Arguments(_by_agent(verb), subject or direct, True)


def _without_relative(verb: Token) -> bool:
    """ "The engineers they had kidnapped": the noun before is the object."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.dep_ != "relcl" or subject is None or subject.tag_ in ("WDT", "WP") or subject.lower_ == "that":
        return False
    return subject.left_edge.i == verb.head.i + 1 and verb.head.pos_ in ("NOUN", "PROPN")


def brought_in(verb: Token) -> Token | None:
    """ "The deadline for the army to withdraw": whose deed an infinitive is, by the "for" before it."""
    to = next((child for child in verb.children if child.dep_ == "aux" and child.lower_ == "to"), None)
    before = to.nbor(-1) if to is not None and to.i > 0 else None
    return before if before is not None and before.dep_ == "pobj" and before.head.lower_ == "for" else None


def is_aside(verb: Token) -> bool:
    """ "mounting an attack, striking rebel positions": a participle that the parser hangs on its object."""
    return verb.dep_ == "amod" and verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).is_punct


def misread_as_noun(verb: Token) -> bool:
    """ "raids on Monday hit positions": a finite verb that the parser takes for a part of its object."""
    return verb.dep_ in ("compound", "amod") and verb.tag_ in ("VBD", "VBZ") and verb.i < verb.head.i


def heads_a_line(verb: Token) -> bool:
    """ "Dvorichna: Captured by Russia": a participle that opens a line, behind its topic or alone."""
    if verb.tag_ != "VBN" or not any(c.dep_ == "agent" or c.lower_ == "by" for c in verb.children):
        return False
    first = verb
    while not _opens(first) and (first.nbor(-1).tag_ == "RB" or first.nbor(-1).lower_ == "claimed"):
        first = first.nbor(-1)
    return _opens(first) or first.nbor(-1).text in (":", "):", "-", "–")


def in_headline(token: Token) -> bool:
    """Whether a word stands in a line without a full stop that is a paragraph of its own."""
    sentence = token.sent
    parse, words = sentence.doc, [t for t in sentence if not t.is_space]
    if words and words[-1].text == ":" and not any(t.is_space for t in sentence):
        words += _source_behind(words[-1])
    if not words or words[-1].text[-1] in ".!?…:;,\"”":
        return False
    after = words[-1].i + 1
    ends = after == len(parse) or (parse[after].is_space and "\n" in parse[after].text)
    before = words[0].i - 1
    opened = before < 0 or parse[before].text == "|" or (parse[before].is_space and "\n" in parse[before].text)
    return ends and opened


def _source_behind(colon: Token) -> list[Token]:
    """The few words of a line behind a colon, where the parser ends a sentence: "kills six: NGO"."""
    rest: list[Token] = []
    for token in colon.doc[colon.i + 1 : colon.i + SOURCE]:
        if token.is_space:
            return rest
        rest.append(token)
    return [] if colon.i + SOURCE <= len(colon.doc) else rest


def _opens(token: Token) -> bool:
    return token.i == 0 or bool(token.is_sent_start)


def is_passive(verb: Token) -> bool:
    """ "was seized", "seized by", "territory seized from": the subject undergoes it."""
    deps = {c.dep_ for c in verb.children}
    if deps & {"nsubjpass", "auxpass"} or "agent" in deps:
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and "aux" not in deps and "dobj" not in deps:
        return is_passive(verb.head) if verb.head.pos_ in VERBAL else False
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod") and "dobj" not in deps


def subject_of(verb: Token, control: frozenset[str] = frozenset(), depth: int = 0) -> Token | None:
    """The grammatical subject, its own or the one that it shares with the verb above."""
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if own is not None:
        return _relative(own, verb)
    if any(c.dep_ == "expl" for c in verb.children):
        return None  # "there was a blast"
    if (noun := _behind_a_date(verb) or _behind_as(verb)) is not None:
        return noun
    if misread_as_noun(verb):
        return next((c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    head = verb.head.head if verb.head.dep_ == "acomp" else verb.head  # "the army was unable to hold the town"
    if verb.dep_ in ("conj", "ccomp") and (misread := _misread_subject(verb)) is not None:
        return misread
    if depth > 4 or head.i == verb.i:
        return None
    if verb.dep_ == "acl":
        return (_first_of_many(head) if verb.tag_ == "VBG" else head) if head.pos_ not in VERBAL else None
    if verb.dep_ == "relcl":
        return head
    if verb.dep_ in ("xcomp", "ccomp") and head.pos_ in VERBAL:
        controlled = next((c for c in head.children if c.dep_ in ("dobj", "dative")), None)
        controls = controlled is not None and verb.dep_ == "xcomp" and head.lemma_ in control
        return controlled if controls else subject_of(head, control, depth + 1)
    charge = head if verb.dep_ == "conj" and head.dep_ in ("pcomp", "pobj") else verb
    if charge.dep_ in ("pcomp", "pobj") and (accused := _accused(charge)) is not None:
        return accused
    if (verb.dep_ in ("conj", "advcl", "pcomp", "prep", "dep") or is_aside(verb)) and not _opens_as(verb):
        above = _verb_above(verb)
        above = _verb_above(above.head) if _is_outcome(verb, above) else above
        return subject_of(above, control, depth + 1)
    return None


def _behind_as(verb: Token) -> Token | None:
    """ "As shelling kills two": a subject that the parser takes for a verb."""
    before = verb.nbor(-1) if verb.tag_ in FINITE and verb.i else None
    return before if before is not None and _opens_as(before) else None


def _opens_as(verb: Token) -> bool:
    return verb.dep_ == "pcomp" and verb.head.lower_ == "as"


def _is_outcome(verb: Token, above: Token) -> bool:
    """ "Attacked a bus carrying soldiers, killing nine": what came of the attack, not of the carrying."""
    behind = verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == ","
    carried = above.dep_ == "acl" and above.tag_ == "VBG" and above.head.dep_ in ("dobj", "pobj")
    return behind and verb.dep_ == "advcl" and carried


def _first_of_many(noun: Token) -> Token:
    """ "Turkish forces and allied factions targeting a village": all who are joined do it."""
    joined = noun.dep_ == "conj" and noun.tag_ in PLURAL and noun.head.tag_ in PLURAL
    return noun.head if joined else noun


def _behind_a_date(verb: Token) -> Token | None:
    """ "On 2 February guerrillas burned": a subject that the parser takes for a part of the date before it."""
    before = verb.nbor(-1) if verb.i > 0 else None
    if before is None or before.dep_ != "pobj" or before.tag_ != "NNS" or before.head.lower_ != "on":
        return None
    return before if any(c.text in MONTHS for c in before.children) else None


def _misread_subject(verb: Token) -> Token | None:
    """ "sent car bombs and Turkish forces shelled the town": a subject misread as joined to an object."""
    before = verb.nbor(-1) if verb.i > 0 else None
    if before is None or verb.tag_ not in ("VBD", "VBZ", "VBP") or before.dep_ != "conj" or before.pos_ in VERBAL:
        return None
    return before if before.head.dep_ in ("dobj", "pobj") else None


def _accused(verb: Token) -> Token | None:
    """ "accused Russia of having fired", "blamed the army for killing": whoever is accused did it."""
    accusing = _above_its_object(verb.head.head)
    if verb.head.dep_ != "prep":
        return None
    if verb.head.lower_ == "for" and (held := _held(accusing)) is not None:
        return held
    if accusing.lemma_ not in ACCUSING:
        return None
    if is_passive(accusing):
        return next((c for c in accusing.children if c.dep_ == "nsubjpass"), None)
    return next((c for c in accusing.children if c.dep_ == "dobj"), None)


def _above_its_object(word: Token) -> Token:
    """ "Accused the army and its allies of using gas": the verb, where the parser hangs the charge on its object."""
    noun = word
    while noun.dep_ in ("conj", "appos") and noun.head.pos_ not in VERBAL:
        noun = noun.head
    return noun.head if noun.dep_ == "dobj" and noun.head.lemma_ in ACCUSING else word


def _held(word: Token) -> Token | None:
    """ "arrested three men for killing", "the arrest of three men for killing": who is held for it did it."""
    if word.dep_ == "conj":
        return _held(word.head)  # "the arrest of a man and a woman for ..."
    if word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.lemma_ in HOLDING:
        return word
    if word.lemma_ not in HOLDING:
        return None
    if word.pos_ in VERBAL:
        return next((c for c in word.children if c.dep_ == ("nsubjpass" if is_passive(word) else "dobj")), None)
    of = (c for c in word.children if c.dep_ == "prep" and c.lower_ == "of")
    return next((noun for prep in of for noun in prep.children if noun.dep_ == "pobj"), None)


def _verb_above(token: Token) -> Token:
    above = token.head
    while above.pos_ not in VERBAL and above.head.i != above.i:
        above = above.head
    return above


def _relative(subject: Token, verb: Token) -> Token:
    """ "who", "which", "that" as the subject of a relative clause stand for its head noun."""
    relative = subject.tag_ in ("WP", "WDT") or subject.lower_ == "that"
    return verb.head if relative and verb.dep_ == "relcl" else subject


def _by_agent(verb: Token) -> Token | None:
    for by in verb.children:
        if by.dep_ == "agent" or (by.dep_ == "prep" and by.lower_ == "by"):
            nouns = [c for c in by.children if c.dep_ == "pobj"]
            joined = len(nouns) > 1 and nouns[1].i == nouns[0].i + 1  # one name that the parse cut in two
            return nouns[joined] if nouns else None
    return None


def conjuncts(token: Token) -> Iterator[Token]:
    """The word itself and the nouns joined to it."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ not in VERBAL:
            yield from conjuncts(child)


def heading(noun: Token) -> Token:
    """The noun phrase that an event noun stands in: "a second round of negotiations" is headed by "round"."""
    top = noun
    for _ in range(3):
        if top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.pos_ == "NOUN":
            top = top.head.head
        elif top.dep_ in ("conj", "amod") and top.head.pos_ not in VERBAL:
            top = top.head
        else:
            break
    return top


def governor(noun: Token) -> Token:
    """The verb that a noun hangs from, through prepositions, conjuncts and other nouns; itself when there is none."""
    above = noun
    while above.head.i != above.i:
        above = above.head
        if above.pos_ in VERBAL:
            return above
    return noun


def up_to_verb(noun: Token) -> Iterator[Token]:
    """A noun and the words above it, up to the verb; a verb has none."""
    token = noun
    while token.pos_ not in VERBAL:
        yield token
        if token.head.i == token.i:
            return
        token = token.head


def extent(head: Token, claims: frozenset[int]) -> tuple[int, int]:
    """Character range of a clause without the clauses in it that are claims of their own (token indices `claims`)."""
    kept = sorted(t.i for t in _kept(head, claims) if t.i == head.i or not (t.is_punct or t.is_space))
    first = last = kept.index(head.i)
    parse = head.doc
    while first > 0 and _joined(kept[first - 1], kept[first], head):
        first -= 1
    while last < len(kept) - 1 and _joined(kept[last], kept[last + 1], head):
        last += 1
    low, high = kept[first], kept[last]
    while low < head.i and (parse[low].dep_ in EDGE or parse[low].is_space):
        low += 1
    while high > head.i and (_ends_nothing(parse[high], claims) or parse[high].is_punct or parse[high].is_space):
        high -= 1
    return parse[low].idx, parse[high].idx + len(parse[high].text)


def _ends_nothing(token: Token, claims: frozenset[int]) -> bool:
    """An "and", or a preposition whose object is a claim of its own: "were killed in (shelling by the army)"."""
    return token.dep_ == "cc" or (token.dep_ == "prep" and any(c.i in claims for c in token.children))


def _joined(left: int, right: int, head: Token) -> bool:
    """Whether the gap between two kept tokens is short enough to read over."""
    return right - left <= 12


def _kept(head: Token, claims: frozenset[int]) -> Iterator[Token]:
    yield head
    for child in head.children:
        if child.i in claims and (child.dep_ in CUT or child.pos_ in VERBAL):
            continue
        if child.dep_ in ("parataxis",) or (child.dep_ == "conj" and child.pos_ in VERBAL):
            continue
        yield from _kept(child, claims)
