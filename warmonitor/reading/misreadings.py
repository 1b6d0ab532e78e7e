"""Words of news that the parser often misreads, put right before anything is coded from them."""

from __future__ import annotations

from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DURING = frozenset({"in", "during", "amid", "from"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "det", "poss"})
_SHORT = 2
"""Letters of a word in capitals that is hardly the name of a body."""
_HUNG = frozenset({"acl", "advmod", "amod", "xcomp"})


def mend(parse: Doc) -> None:
    """Rewrites heads, relations and tags of `parse` in place; sentences stay as they are."""
    for token in parse:
        if token.dep_ == "aux" and token.text == "May" and _dated(token):
            token.tag_, token.pos_, token.dep_, token.lemma_ = "NNP", "PROPN", "npadvmod", "May"
        elif token.dep_ == "acl" and token.tag_ in ("VBN", "VBD") and (said := _object_of_deed(token)) is not None:
            _make_deed(token, said)
        elif token.dep_ == "amod" and token.tag_ in ("VBN", "VBD") and (doer := _doer_of_deed(token)) is not None:
            said = token.head
            token.head, said.dep_ = doer, "appos"
            _make_deed(token, said)
            said.head = token
        elif token.dep_ == "amod" and token.tag_ in ("VBN", "VBD") and _has_subject(token):
            _make_root(token, _whole_name(token.head))
        elif token.dep_ == "amod" and token.tag_ in ("VBN", "VBD") and (body := _body_before(token)) is not None:
            _name_doer(body, token)
        elif _mended_below(token):
            continue
        elif token.tag_ == "VBG" and _is_bare_subject(token):
            token.dep_, token.pos_, token.tag_, token.lemma_ = "nsubj", "NOUN", "NN", token.lower_
        elif token.i and token.tag_ in ("VBG", "NN") and token.lower_.endswith("ing"):
            if _is_subject(token) or _is_auxiliary(token):
                _swap(token.nbor(-1), token)
            elif _has_doer(token) or _is_modified(token):
                token.dep_ = "pobj" if token.dep_ == "pcomp" else token.dep_
                token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", token.lower_


def _mended_below(verb: Token) -> bool:
    """Mends a clause that hangs on another verb in the wrong way; whether it did."""
    if verb.dep_ == "advcl" and verb.tag_ in ("VBD", "VBZ", "VBP") and _is_joined(verb):
        verb.dep_ = "conj"
        return True
    if verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBD") and _is_of_the_noun(verb):
        verb.head, verb.dep_, verb.tag_ = verb.nbor(-1), "acl", "VBN"
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBD" and _is_of_the_verb_above(verb):
        verb.head = verb.head.head
        return True
    if verb.dep_ == "acomp" and verb.tag_ == "VBN" and _is_compound_passive(verb):
        _make_passive(verb)
        return True
    return False


def _is_of_the_verb_above(verb: Token) -> bool:
    """ "Made the passengers get off and burned it": what is told in the past is not joined to a bare infinitive."""
    bare = verb.head.tag_ == "VB" and verb.head.dep_ in ("ccomp", "xcomp") and verb.head.head.tag_ == "VBD"
    return bare and not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "mark") for c in verb.children)


def _dated(month: Token) -> bool:
    """ "On 6 May hit", "May 6": the month, not the modal."""
    beside = [month.doc[i] for i in (month.i - 1, month.i + 1) if 0 <= i < len(month.doc)]
    return any(token.like_num for token in beside)


def _is_subject(noun: Token) -> bool:
    """ "Heavy shelling hit the town": an adjective read as the subject, the noun in -ing as a verb beside it."""
    adjective = noun.nbor(-1)
    if adjective.pos_ != "ADJ" or adjective.dep_ not in ("nsubj", "nsubjpass") or noun.dep_ not in _HUNG:
        return False
    alone = all(child.i == noun.i or child.i < adjective.i for child in adjective.children)
    object_ = any(child.dep_ == "dobj" for child in noun.children)
    return alone and noun.head.i in (adjective.i, adjective.head.i) and not object_


def _is_auxiliary(noun: Token) -> bool:
    """ "Army shelling left six dead": the noun in -ing read as an auxiliary, whose it is as the subject."""
    owner = noun.nbor(-1)
    return noun.dep_ == "aux" and noun.head.tag_ in _FINITE and owner.dep_ == "nsubj" and owner.head.i == noun.head.i


def _has_doer(noun: Token) -> bool:
    """ "Killed in shelling by rebels": what somebody does, told as a noun."""
    by = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    return noun.dep_ == "pcomp" and noun.head.lower_ in _DURING and by.lower_ == "by" and by.head.i == noun.i


def _is_modified(noun: Token) -> bool:
    """ "Russian shelling left six dead": in a noun's place, with an adjective before it, and read as a verb."""
    if noun.tag_ != "VBG" or noun.dep_ not in _NOMINAL:
        return False
    return any(c.i < noun.i and c.dep_ in _MODIFIERS for c in noun.children) and not any(
        c.dep_ == "dobj" for c in noun.children
    )


def _object_of_deed(verb: Token) -> Token | None:
    """ "The forces bombed with rockets the town": what a participle has as its object is done, not undergone."""
    doer = verb.head
    if doer.dep_ != "ROOT" or doer.pos_ not in ("NOUN", "PROPN") or any(t.tag_ in _FINITE for t in verb.sent):
        return None
    own = next((child for child in verb.children if child.dep_ == "dobj"), None)
    within = (child for child in doer.children if child.dep_ == "appos" and child.left_edge.i == verb.right_edge.i + 1)
    return own or (next(within, None) if any(c.dep_ == "prep" for c in verb.children) else None)


def _doer_of_deed(verb: Token) -> Token | None:
    """ "Warplanes, which nobody saw, fired missiles": a participle behind an aside, read as if it were the object's."""
    said = verb.head
    doer = said.head
    if said.dep_ != "appos" or doer.dep_ != "ROOT" or doer.pos_ not in ("NOUN", "PROPN") or verb.i < 2:
        return None
    aside = [c for c in doer.children if c.dep_ == "relcl" and c.right_edge.i < verb.i]
    free = any(t.tag_ in _FINITE and t.i != verb.i and not any(t in c.subtree for c in aside) for t in verb.sent)
    return doer if aside and not free and verb.nbor(-1).text == "," and verb.i == said.left_edge.i else None


def _has_subject(verb: Token) -> bool:
    """ "Three men kidnapped businessman Carlos Ruiz": a participle with a subject is the verb of the sentence."""
    thing = _whole_name(verb.head)
    if thing.dep_ != "ROOT" or thing.pos_ not in ("NOUN", "PROPN") or verb.i > thing.i:
        return False
    subject = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    return subject and not any(t.tag_ in _FINITE and t.i != verb.i and t.dep_ != "relcl" for t in verb.sent)


def _whole_name(noun: Token) -> Token:
    """ "Businessman Carlos Ruiz": the name that a title stands before."""
    while noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    return noun


def _body_before(verb: Token) -> Token | None:
    """ "The SOHR monitored clashes": an abbreviation that opens a sentence without a verb does what is behind it."""
    thing, body = verb.head, verb.nbor(-1) if verb.i else verb
    opens = bool(body.is_sent_start) or (body.i > 0 and body.nbor(-1).lower_ == "the" and body.nbor(-1).is_sent_start)
    called = body.text.isupper() and body.is_alpha and len(body.text) > _SHORT
    if not opens or not called or thing.dep_ != "ROOT" or thing.pos_ != "NOUN" or verb.i > thing.i:
        return None
    return None if any(t.tag_ in _FINITE and t.i != verb.i and t.dep_ != "relcl" for t in verb.sent) else body


def _is_of_the_noun(verb: Token) -> bool:
    """ "Return to the ceasefire agreed in October": nothing joins it to the verb before."""
    noun, behind = verb.nbor(-1), verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    if noun.pos_ != "NOUN" or behind.tag_ != "IN" or verb.head.pos_ != "VERB" or verb.head.i >= noun.i:
        return False
    between = verb.doc[verb.head.i + 1 : verb.i]
    return not any(t.dep_ in ("cc", "punct") for t in between) and not any(c.i < verb.i for c in verb.children)


def _is_joined(verb: Token) -> bool:
    """ "A bomb hit a shop and a week later another hit a bank": behind "and", with a subject, without "when"."""
    first = verb.left_edge.i
    joined = first > 0 and verb.doc[first - 1].dep_ == "cc" and verb.head.i < first
    subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return joined and subject and not any(c.dep_ == "mark" or c.tag_ in ("WRB", "WP", "WDT") for c in verb.children)


def _is_compound_passive(verb: Token) -> bool:
    """ "The house was machine-gunned": a verb of two words that the parser takes for an adjective."""
    joined = verb.i > 1 and verb.nbor(-1).tag_ == "HYPH" and verb.nbor(-2).head.i == verb.i
    return joined and verb.head.lemma_ == "be"


def _make_passive(verb: Token) -> None:
    """Puts `verb` in the place of the "be" that it hangs on."""
    be, children = verb.head, [c for c in verb.head.children if c.i != verb.i]
    verb.head, verb.dep_, verb.pos_ = (verb if be.dep_ == "ROOT" else be.head), be.dep_, "VERB"
    for child in children:
        child.head = verb
        child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_
    be.head, be.dep_ = verb, "auxpass"


def _make_root(verb: Token, said: Token) -> None:
    """Makes `verb` the root, with `said` as its object and what hangs behind that on itself."""
    behind = [c for c in said.children if c.i > said.i and c.dep_ in ("prep", "npadvmod", "advmod")]
    verb.head, verb.dep_, verb.tag_, verb.pos_ = verb, "ROOT", "VBD", "VERB"
    said.head, said.dep_ = verb, "dobj"
    for child in behind:
        child.head = verb


def _name_doer(body: Token, verb: Token) -> None:
    """Makes `verb` the root, what stands before it its subject, and what it stood before its object."""
    said = verb.head
    article = body.nbor(-1) if body.i and body.nbor(-1).lower_ == "the" else None
    if article is not None:
        article.head, article.dep_ = body, "det"
    verb.head, verb.dep_, verb.tag_, verb.pos_ = verb, "ROOT", "VBD", "VERB"
    body.head, body.dep_, body.pos_, body.tag_ = verb, "nsubj", "PROPN", "NNP"
    said.head, said.dep_ = verb, "dobj"


def _is_bare_subject(noun: Token) -> bool:
    """ "Shelling hit the village": at the head of a sentence, read as an auxiliary of a verb without a subject.

    Or, "shelling on Saturday killed two", as a clause, though it has no object.
    """
    if noun.dep_ == "csubj":
        return all(c.dep_ == "prep" for c in noun.children)
    if noun.dep_ != "aux":
        return False
    alone = not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") and c.i != noun.i for c in noun.head.children)
    return alone and bool(noun.is_sent_start) and noun.head.tag_ in ("VBD", "VBZ", "VBP") and noun.i + 1 == noun.head.i


def _make_deed(verb: Token, said: Token) -> None:
    doer = verb.head
    behind = [child for child in doer.children if child.i > verb.i]
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    doer.head, doer.dep_ = verb, "nsubj"
    for child in behind:
        child.head = verb
    said.dep_ = "dobj"


def _swap(adjective: Token, noun: Token) -> None:
    relation, above = adjective.dep_, adjective.head
    for child in list(adjective.children):
        if child.i != noun.i:
            child.head = noun
    noun.head, noun.dep_, noun.pos_, noun.tag_, noun.lemma_ = above, relation, "NOUN", "NN", noun.lower_
    adjective.head, adjective.dep_ = noun, "amod" if adjective.pos_ == "ADJ" else "compound"
