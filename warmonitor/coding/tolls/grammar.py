"""Which word says what happened to those who are counted, by the parse: over relative clauses, lists and asides."""

from __future__ import annotations

from spacy.tokens import Token

from warmonitor.coding.tolls.counts import Count
from warmonitor.coding.tolls.lexicon import Slot, TollLexicon
from warmonitor.coding.tolls.links import Link, choose
from warmonitor.coding.tolls.participles import takes_object
from warmonitor.coding.tolls.view import View

STEPS = 8
"""Links of the parse to climb from a count to its verb."""
DEPTH = 3
"""Verbs that may hang on one another ("are believed to have been forced to flee")."""
SAME = frozenset({"conj", "appos", "nummod", "quantmod", "compound", "nmod", "dep"})
"""Relations over which what is said of the governor is said of the count."""
CLAUSES = frozenset({"xcomp", "oprd", "acomp", "ccomp"})


def said_by_grammar(seen: View, count: Count, lexicon: TollLexicon) -> Link | None:
    """The verb or noun that governs the count, or the clause that hangs on it."""
    token = seen.tokens[count.root]
    return _clause_below(seen, token, count, lexicon) or _climb(seen, token, count, lexicon)


def _clause_below(seen: View, token: Token, count: Count, lexicon: TollLexicon) -> Link | None:
    """ "12 people, most of them women, killed in", "those who were wounded"."""
    for child in token.children:
        if child.dep_ in ("acl", "relcl") and child.i > token.i:
            link = _verb(seen, child, _role_in(child), count, lexicon)
            if link:
                return link
    return _clause_of_the_whole(seen, token, count, lexicon)


def _clause_of_the_whole(seen: View, token: Token, count: Count, lexicon: TollLexicon) -> Link | None:
    """ "Six members of the force killed in an ambush": what heads a line is told of those who are counted."""
    if token.dep_ != "ROOT":
        return None
    wholes = [thing for of in token.children if of.lower_ == "of" for thing in of.children if thing.dep_ == "pobj"]
    for clause in (child for whole in wholes for child in whole.children):
        if clause.dep_ == "acl" and clause.tag_ == "VBN":
            return _verb(seen, clause, "nsubjpass", count, lexicon)
    return None


def _role_in(verb: Token) -> str:
    """As what a noun stands in the clause that modifies it."""
    roles = {child.dep_ for child in verb.children}
    if verb.dep_ == "acl" or "nsubjpass" in roles:
        return "nsubjpass" if verb.tag_ == "VBN" else "nsubj"
    who = any(child.dep_ == "nsubj" and child.tag_ in ("WP", "WDT") for child in verb.children)
    return "dobj" if "nsubj" in roles and not who else "nsubj"


def _climb(seen: View, token: Token, count: Count, lexicon: TollLexicon) -> Link | None:
    for _ in range(STEPS):
        relation, governor = token.dep_, token.head
        if relation in ("nsubj", "nsubjpass", "dobj", "attr"):
            return _verb(seen, governor, relation, count, lexicon)
        if relation == "pobj" and governor.lower_ == "of":
            owner = governor.head
            at = seen.of(owner)
            predicate = choose(seen, at, count, ("of",), lexicon) if at >= 0 else None
            if predicate:
                return Link(at, predicate, "grammar of")
            if owner.lower_ not in lexicon.words["collective"]:
                return None  # "pictures of four rescue workers"
            token = owner
        elif relation in SAME and governor is not token and governor.pos_ not in ("VERB", "AUX"):
            token = governor
        else:
            return None
    return None


def _verb(seen: View, verb: Token, role: str, count: Count, lexicon: TollLexicon, depth: int = 0) -> Link | None:
    """What a verb says of the count that is its subject or object, itself or through what hangs on it."""
    at = seen.of(verb)
    predicate = choose(seen, at, count, _slots(seen, verb, role, lexicon), lexicon) if at >= 0 else None
    if predicate:
        return Link(at, predicate, f"grammar {role}")
    if depth == DEPTH:
        return None
    has_object = any(child.dep_ == "dobj" for child in verb.children)
    for child in verb.children:
        if child.dep_ in CLAUSES and (role == "dobj" or not has_object) and not _own_subject(child, count, seen):
            inner = "nsubjpass" if child.tag_ == "VBN" else "nsubj"
            link = _verb(seen, child, inner, count, lexicon, depth + 1)
        elif child.dep_ == "conj" and role != "dobj" and not _own_subject(child, count, seen):
            link = _verb(seen, child, role if child.tag_ == "VBN" else "nsubj", count, lexicon, depth + 1)
        else:
            continue
        if link:
            return link
    return None


def _slots(seen: View, verb: Token, role: str, lexicon: TollLexicon) -> tuple[Slot, ...]:
    """The slots that a subject or object fills; a bare participle without an object is read as passive."""
    if role == "nsubjpass":
        return ("object", "subject", "state")
    if role == "dobj":
        return ("object",) if verb.tag_ != "JJ" else ()
    active = any(child.dep_ in ("aux", "dobj") for child in verb.children)
    bare = not active and not takes_object(seen, seen.of(verb), lexicon)
    if verb.tag_ in ("VBN", "VBD") and bare:
        return ("object", "subject", "state")
    return ("subject", "state") if bare or not verb.tag_.startswith("V") else ("subject",)


def _own_subject(verb: Token, count: Count, seen: View) -> bool:
    """Whether a clause has a subject that is not the count itself."""
    return any(
        child.dep_ in ("nsubj", "nsubjpass") and seen.of(child) != count.root and child.tag_ not in ("WP", "WDT")
        for child in verb.children
    )
