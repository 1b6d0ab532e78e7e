"""Whether it happened: realis and negation, read from the verb group and the verbs above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from warmonitor.codebook.tables import Row, read_table
from warmonitor.coding.claims.clauses import VERBAL, brought_in, in_headline, is_aside
from warmonitor.coding.claims.deeds import DONE
from warmonitor.records import EventType, Realis

FUTURE = frozenset({"will", "'ll", "wo", "shall"})
MODAL = frozenset({"could", "may", "might", "would", "can", "should", "must", "ought"})
STANDING: frozenset[EventType] = frozenset({
    "territory_status", "military_support", "background", "assessment", "diplomatic_tension", "humanitarian",
    "objective",
})  # fmt: skip
UNSURE = frozenset({"likely", "probably", "possibly", "perhaps", "maybe", "presumably"})
SENSES = frozenset({"call", "set", "order", "demand", "risk"})
"""Words that govern as verbs only: a telephone call plans nothing."""
BEING = frozenset({"is", "are", "was", "were", "'s", "'re", "been", "be", "am", "’s", "’re"})


UNREAL: frozenset[Realis] = frozenset({"hypothetical", "future_expected"})
"""What a verb makes of its object: "could cause heavy casualties"."""
YET_TO_COME: frozenset[Realis] = frozenset({"hypothetical", "future_expected", "planned", "threatened"})
CALLED_OFF = {"cancel": True, "scrap": True, "postpone": False, "reschedule": False}
"""Verbs of an event that was planned, and whether they take it off."""
LETTING = frozenset({"allow", "let", "permit"})
"""Verbs that, denied, deny what hangs from them: "will not allow the town to fall"."""
NEWS = frozenset({"information", "report", "news", "word"})
NOBODY = frozenset({"nobody", "none", "no-one"})
ENABLING = frozenset({"allow", "let", "permit", "enable", "help", "cut", "give", "mean", "open", "put"})
CERTAIN = frozenset({"must"})
"""Modals that, before a perfect, say what has happened; the others say what may have, or has not."""


class Governor(Row):
    """A verb, noun or adjective and what it makes of what hangs from it."""

    word: str
    realis: Realis
    takes: Literal["anything", "infinitive", "noun"]
    """What it colours: "agreed to withdraw" is to come, "agreed a truce" is done; the noun it stands before."""
    denies: Literal["yes", "no"]
    """Whether it did not come to it: "failed to"."""


@dataclass(frozen=True)
class Governors:
    """Words by their lemma."""

    words: Mapping[str, Governor]
    control: frozenset[str]
    """Verbs whose object does what the infinitive behind it says."""


def governors(control: frozenset[str]) -> Governors:
    """Reads `governors.tsv`."""
    return Governors({row.word: row for row in read_table("governors", Governor)}, control)


SUFFERING = frozenset({"suffer", "sustain", "receive", "incur"})


@dataclass(frozen=True)
class Mood:
    """What became of it, whether it is negated, and the rule that says so."""

    realis: Realis
    negated: bool
    rule: str


def mood(trigger: Token, predicate: Token, event_type: EventType, voiced: bool, table: Governors) -> Mood:
    """Realis of an event (`voiced`: told by a source): conditions, the verbs above, modals, tense and aspect."""
    negated = _negated(trigger, predicate)
    if trigger.i != predicate.i and predicate.lemma_ in CALLED_OFF:
        return Mood("planned", CALLED_OFF[predicate.lemma_] != negated, "called off")
    if conditional(predicate):
        return Mood("hypothetical", negated, "condition")
    above = _before_noun(trigger, table) or _governed(trigger, predicate, table)
    if above is not None:
        return Mood(above.realis, negated or above.denies == "yes", f"governor:{above.word}")
    if brought_in(predicate) is not None:
        return Mood("planned", negated, "for somebody to do")
    if any(c.lower_ in UNSURE and c.dep_ == "advmod" and c.i < predicate.i for c in predicate.children):
        return Mood("hypothetical", negated, "unsure")
    caused = predicate.dep_ in ("dobj", "attr") and predicate.pos_ not in VERBAL and predicate.head.pos_ in VERBAL
    caused = caused or _would_allow(predicate)
    if caused and (unreal := _tense(predicate.head, event_type, voiced, table.control))[0] in UNREAL:
        return Mood(unreal[0], negated, f"caused:{unreal[1]}")
    realis, rule = _tense(predicate, event_type, voiced, table.control)
    return Mood(realis, negated, rule)


def _would_allow(noun: Token) -> bool:
    """ "The capture of the town would allow them to advance": it has not been taken."""
    verb = noun.head
    would = any(c.dep_ == "aux" and c.lower_ == "would" for c in verb.children)
    return noun.dep_ == "nsubj" and noun.pos_ not in VERBAL and would and verb.lemma_ in ENABLING


def _before_noun(trigger: Token, table: Governors) -> Governor | None:
    """ "A possible offensive", "the planned assault": an adjective that says that it has not happened."""
    if trigger.pos_ in VERBAL:
        return None
    told = (
        table.words.get("plan" if c.lower_ == "planning" else c.lemma_.lower())
        for c in trigger.children
        if (c.dep_ == "amod" or c.lower_ == "planning") and c.i < trigger.i
    )
    return next((g for g in told if g is not None and g.takes != "infinitive" and g.realis in YET_TO_COME), None)


def _negated(trigger: Token, predicate: Token) -> bool:
    if any(
        c.dep_ == "neg" or (c.lower_ in ("never", "nor") and c.dep_ in ("advmod", "cc", "preconj"))
        for c in predicate.children
    ):
        return True
    subject = next((c for c in predicate.children if c.dep_ in ("nsubj", "nsubjpass", "attr")), None)
    nouns = [t for t in (trigger, subject) if t is not None and t.pos_ not in VERBAL]
    if any(c.lower_ == "no" and c.dep_ in ("det", "neg") for noun in nouns for c in noun.children):
        return True
    if any(c.dep_ == "dobj" and _nobody(c) for c in predicate.children):
        return True  # "injured no one"
    suffered = [c for c in trigger.children if c.dep_ == "dobj"] if trigger.lemma_ in SUFFERING else []
    if any(c.lower_ == "no" for noun in suffered for c in noun.children):
        return True  # "suffered no wounds"
    causing = trigger.head if trigger.dep_ == "dobj" else predicate  # "without causing casualties"
    if any(verb.dep_ == "pcomp" and verb.head.lower_ == "without" for verb in (predicate, causing)):
        return True
    if _unheard_of(trigger):
        return True
    above = predicate.head
    if predicate.dep_ not in ("xcomp", "ccomp") or above.pos_ not in VERBAL:
        return False
    return above.lemma_ in LETTING and any(c.dep_ == "neg" for c in above.children)


def _unheard_of(noun: Token) -> bool:
    """ "Shelled the town, without information about casualties"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("about", "of", "on"):
        return False
    word = noun.head.head
    return word.lemma_.lower() in NEWS and word.dep_ == "pobj" and word.head.lower_ == "without"


def _nobody(noun: Token) -> bool:
    return noun.lower_ in NOBODY or (noun.lower_ == "one" and any(c.lower_ == "no" for c in noun.children))


def conditional(predicate: Token) -> bool:
    """Whether a clause is an "if", an "unless" or a "whether"."""
    token = predicate
    for _ in range(4):
        if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in token.children):
            return True
        if token.dep_ not in ("conj", "xcomp", "ccomp", "auxpass", "aux") or token.head.i == token.i:
            return False
        token = token.head
    return False


def _governed(trigger: Token, predicate: Token, table: Governors) -> Governor | None:
    """A word above that plans, threatens, expects or tries: "planned to hold", "plans for", "expected to"."""
    token = trigger
    for _ in range(6):
        if token.dep_ in ("relcl", "ROOT", "parataxis", "advcl") or token.head.i == token.i:
            break
        if token.dep_ in ("nsubj", "nsubjpass", "conj") and token.head.i != predicate.i and token.pos_ not in VERBAL:
            break
        step, token = token, token.head
        if step.dep_ == "ccomp" and token.lemma_ not in ("expect", "fear", "hope", "threaten", "promise"):
            break
        if step.dep_ in ("nsubj", "nsubjpass") and token.lemma_ not in ("expect", "plan", "schedule"):
            break
        governor = table.words.get(token.lemma_.lower()) if token.pos_ in VERBAL or token.lemma_ not in SENSES else None
        if governor is None or not _takes(governor, step):
            continue
        if step.dep_ in ("xcomp", "ccomp", "acl", "pcomp", "pobj", "nsubjpass", "dobj", "prep"):
            return governor
    return None


def _takes(governor: Governor, below: Token) -> bool:
    return governor.takes == "anything" or (governor.takes == "infinitive" and _is_infinitive(below))


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _tense(
    predicate: Token, event_type: EventType, voiced: bool, control: frozenset[str], depth: int = 0
) -> tuple[Realis, str]:
    words = {c.lower_ for c in predicate.children if c.dep_ in ("aux", "auxpass")}
    if words & FUTURE or "going" in words or (voiced and "would" in words and "have" not in words):
        return "future_expected", "will"
    if "have" in words and words & MODAL - CERTAIN:
        return "hypothetical", "modal perfect"
    if words & MODAL and "have" not in words:
        return ("planned", "ought") if words & {"must", "should", "ought"} else ("hypothetical", "modal")
    above = predicate.head
    if predicate.dep_ == "xcomp" and "to" in words and predicate.tag_ == "VB" and _for_a_purpose(above, control):
        return "planned", "purpose"
    complement = predicate.dep_ in ("xcomp", "acomp") or is_aside(predicate) or above.pos_ == "ADJ"
    complement = complement or (predicate.dep_ == "ccomp" and above.lemma_ in ENABLING and "to" in words)
    if complement and above.i != predicate.i and depth < 3 and not words - {"to"}:
        while above.pos_ not in VERBAL and above.head.i != above.i:
            above = above.head
        return _tense(above, event_type, voiced, control, depth + 1)
    if predicate.tag_ == "VB" and "to" in words and predicate.dep_ in ("advcl", "acl", "relcl"):
        return _aim(event_type, above)
    if not words and event_type in DONE and _was_done(predicate):
        return "occurred", "past"
    if predicate.tag_ == "VBG" and (words & BEING or predicate.dep_ in ("acl", "relcl")):
        return "ongoing", "progressive"
    if predicate.dep_ == "conj" and above.pos_ in VERBAL and not words and predicate.tag_ != "VBD" and depth < 3:
        return _tense(above, event_type, voiced, control, depth + 1)
    if predicate.tag_ == "VBG" and predicate.dep_ in ("advcl", "conj") and above.pos_ in VERBAL and depth < 3:
        return _tense(above, event_type, voiced, control, depth + 1)
    return _of_finite(predicate, event_type, words)


def _aim(event_type: EventType, above: Token) -> tuple[Realis, str]:
    """What "to" and a verb says that something is for: still to come, but who gathered to protest did."""
    return ("occurred", "past") if event_type == "protest" and above.tag_ == "VBD" else ("planned", "purpose")


def _was_done(predicate: Token) -> bool:
    """ "Shelling by the army killed two", "jets bombing the town killed two": a participle of a past verb's noun."""
    finite = _finite(predicate) if predicate.tag_ == "VBG" and predicate.dep_ == "acl" else None
    return finite is not None and finite.tag_ == "VBD" and not any(c.lower_ in BEING for c in finite.children)


def _finite(token: Token) -> Token | None:
    """The verb that a noun's clause hangs from."""
    above = token.head
    while above.pos_ not in VERBAL and above.head.i != above.i:
        above = above.head
    return above if above.pos_ in VERBAL else None


def _of_finite(predicate: Token, event_type: EventType, words: set[str]) -> tuple[Realis, str]:
    """A verb by its own form and its auxiliaries `words`, where nothing above it colours it."""
    told = (
        predicate.tag_ == "VBD"
        and event_type in ("assessment", "background")
        and predicate.lemma_ not in ("be", "have")
    )
    undergone = predicate.tag_ == "VBN" and bool(words & {"was", "were", "had"})
    told = told or (undergone and (event_type in ("assessment", "background") or "had" in words))
    passed = event_type == "humanitarian" and (predicate.tag_ == "VBD" or words & {"was", "were"})
    if predicate.tag_ in ("VBZ", "VBP") and event_type not in STANDING and not words and in_headline(predicate):
        return "occurred", "headline"
    if not (told or passed) and (predicate.tag_ in ("VBZ", "VBP") or event_type in STANDING):
        return "ongoing", "present or standing"
    return "occurred", "past"


def _for_a_purpose(above: Token, control: frozenset[str]) -> bool:
    """ "sent troops to support the rebels": an infinitive behind an object that is not made to do it."""
    return above.lemma_ not in control and any(c.dep_ == "dobj" for c in above.children)
