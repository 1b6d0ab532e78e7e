"""Who a source is: its name as given anywhere in the report, through pronouns and short names, and its kind."""

from __future__ import annotations

import re
from bisect import bisect_left

from warmonitor.coding.voices.drafts import Range
from warmonitor.coding.voices.kinds import Description, describe, matches
from warmonitor.coding.voices.lexicon import VoiceLexicon
from warmonitor.coding.voices.people import MEMORY, PRONOUNS, Cast, Speaker, antecedent, full_name, last_word
from warmonitor.coding.voices.syntax import Syntax

_DETERMINER = re.compile(r"^(?:but|and|the|a|an|this|that|these|those|his|her|their|its)\s+", re.IGNORECASE)


FIGURES = frozenset({"statistic", "statistics", "figure", "data", "record", "tally", "count", "database"})
"""Documents that are whose name stands before or behind them: "statistics of the Observatory"."""
ARMIES = frozenset({"army", "military", "government", "police", "forces", "ministry"})


def speaker(
    text: str, tree: Syntax, lexicon: VoiceLexicon, people: Cast, extent: Range, short: Range, head: int
) -> Speaker | None:
    """Whom a source means, given its whole and its short words; None: a thing that cannot speak."""
    first, last = extent
    words = text[tree.starts[short[0]] : tree.ends[short[1]]]
    low = tree.lower[head]
    pronoun = _is_pronoun(tree, head)
    if pronoun or (last - first == 2 and tree.lower[first + 1] == "of" and tree.lower[last] == "them"):
        return antecedent(people, low if pronoun else "they")
    if tree.lemma[head] in lexicon.words.document or low in lexicon.words.document:
        owner = _owner(tree, head)
        if owner is not None and first <= owner <= last:
            first, head = tree.left[owner], owner
            words = text[tree.starts[first] : tree.ends[tree.right[owner]]]
        elif tree.lower[first] in ("the", "this") and people.spoken and not _names_body(tree, lexicon, extent):
            return people.spoken[-1]
    told = describe(tree, lexicon, first, last, head)
    if told.thing:
        return None
    if told.canonical is not None:
        return Speaker(told.canonical, told.kind or "unattributed", told.phrases)
    earlier = _definite(tree, lexicon, people, told, first)
    if earlier is not None and not _of_another(tree, extent, told, earlier):
        return earlier
    if tree.tag[head].startswith("NNP") and (told.person or told.kind == "journalist") and head > short[0]:
        words = text[tree.starts[first] : tree.ends[head]]
    bare = _bare(words)
    if tree.lower[first] in ("their", "its") and told.person and people.spoken:
        return Speaker(bare, people.spoken[-1].kind, told.phrases, person=True, plural=tree.tag[head] == "NNS")
    if tree.tag[head].startswith("NNP") and bare.lower() not in told.phrases:  # "Monitor" in a headline is no name
        return _named(tree, lexicon, people, told, bare)
    plural = tree.tag[head] == "NNS" or any(tree.dep[c] == "conj" for c in tree.children[head])
    kind = told.kind or "unattributed"
    return Speaker(bare, kind, told.phrases, person=told.person, plural=plural, guessed=told.kind is None)


def _of_another(tree: Syntax, extent: Range, told: Description, earlier: Speaker) -> bool:
    """ "An army spokesman said. The spokesman of the Front, Ali Hadi, denied": a name that the one before has not."""
    if not told.person and not ARMIES & set(told.phrases):
        return False
    names = {
        tree.lower[at]
        for at in range(extent[0] + 1, extent[1] + 1)
        if tree.capital[at] and tree.tag[at][:2] in ("NN", "JJ") and tree.lower[at + 1 : at + 2] != ["-"]
    }
    return bool(names) and names.isdisjoint(re.findall(r"\w+", earlier.name.lower()))


def _is_pronoun(tree: Syntax, at: int) -> bool:
    """Whether a word is one; the WHO is a body."""
    return tree.lower[at] in PRONOUNS and (tree.lower[at] == "i" or not tree.upper[at])


def main_body(text: str, tree: Syntax, lexicon: VoiceLexicon, people: Cast, pronoun: int) -> Speaker | None:
    """The body that is the subject of the sentence in which "it" speaks further on; None: no body is."""
    root = pronoun
    while tree.head[root] != root:
        root = tree.head[root]
    head = tree.child(root, "nsubj", "nsubjpass")
    if head is None or tree.right[head] >= pronoun or _is_pronoun(tree, head):
        return None
    if tree.lemma[head] in lexicon.words.document:
        return None
    extent = (tree.left[head], tree.right[head])
    told = describe(tree, lexicon, *extent, head)
    if told.kind is None or told.thing or told.person or told.kind in ("witness", "unattributed"):
        return None
    return speaker(text, tree, lexicon, people, extent, extent, head)


def _names_body(tree: Syntax, lexicon: VoiceLexicon, extent: Range) -> bool:
    return any(match.rank == "named" for match in matches(tree, lexicon, *extent))


def _owner(tree: Syntax, head: int) -> int | None:
    """Whose report, statement or post it is."""
    for kid in tree.children[head]:
        if tree.dep[kid] == "poss":
            return kid
        if tree.dep[kid] in ("prep", "agent") and tree.lower[kid] in ("by", "from"):
            return tree.child(kid, "pobj")
    counting = tree.lemma[head] in FIGURES or tree.lower[head] in FIGURES
    for kid in tree.children[head] if counting else []:
        if tree.upper[kid] or (tree.dep[kid] in ("compound", "nmod") and tree.capital[kid]):
            return kid  # "SOHR statistics"
        if tree.dep[kid] == "prep" and tree.lower[kid] == "of":
            of = tree.child(kid, "pobj")
            return of if of is not None and tree.tag[of].startswith("NNP") else None
    return None


def _bare(words: str) -> str:
    return _DETERMINER.sub("", " ".join(words.split())).strip(" ,\"“”'‘’")


def _named(tree: Syntax, lexicon: VoiceLexicon, people: Cast, told: Description, bare: str) -> Speaker:
    """A proper name: its longest form in the report, and what is known of its bearer."""
    full = full_name(people, bare)
    known = people.known.get(last_word(full))
    if told.kind is None and known is None:
        told = _introduced(tree, lexicon, people, full)
    guessed = told.kind is None and (known is None or known.guessed)
    kind = told.kind or (known.kind if known else "official")
    phrases = told.phrases or (known.phrases if known else ())
    person = told.person or (known is not None and known.person) or (not told.phrases and kind != "government")
    found = Speaker(full, kind, phrases, person=person, guessed=guessed)
    if known is None or told.kind is not None:
        people.known[last_word(full)] = found
    return found


def _introduced(tree: Syntax, lexicon: VoiceLexicon, people: Cast, full: str) -> Description:
    """What the report says of a bearer of a name where it first gives it."""
    for end in sorted(people.names.get(last_word(full), {}).values())[:3]:
        at = max(0, bisect_left(tree.starts, end) - 1)
        titled = describe(tree, lexicon, min(at, bisect_left(tree.starts, end - len(full))), at, at)
        if titled.kind not in (None, "unattributed", "witness") and titled.phrases:
            return titled
        while tree.dep[at] in ("compound", "appos") and tree.head[at] != at:
            at = tree.head[at]
        told = describe(tree, lexicon, tree.left[at], tree.right[at], at)
        if told.kind not in (None, "unattributed") and not told.thing:
            return told
    return Description(None, None, ())


def _definite(
    tree: Syntax, lexicon: VoiceLexicon, people: Cast, told: Description, first: int
) -> Speaker | None:
    """"the monitor", "the group", "the official": who was so described last, or the body so meant."""
    if not told.phrases or tree.tag[first] != "DT":
        return None
    phrase = told.phrases[-1]
    kinds = lexicon.bodies.get(phrase, frozenset())
    other = "local" in tree.lower[first + 1 : first + 3]  # "the local governor": of the place named last
    definite = tree.lower[first] not in ("a", "an", "another", "some") and not other
    if definite and first + 1 < len(tree) and tree.lower[first + 1] == "same" and people.spoken:
        return people.spoken[-1]
    for former in reversed(people.spoken[-MEMORY:] if definite else []):
        called = any(known == phrase or known.endswith(" " + phrase) for known in former.phrases)
        if called or (former.kind in kinds and not former.person):
            return former
    meant = {m.name: m for m in people.bodies if m.kind in kinds}
    if len(meant) == 1:
        body = next(iter(meant.values()))
        return Speaker(body.name, body.kind, (phrase,))
    return None
