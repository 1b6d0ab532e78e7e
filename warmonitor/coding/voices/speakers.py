"""Who a source is: its name as given anywhere in the report, through pronouns and short names, and its kind."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from warmonitor.coding.voices.drafts import Range
from warmonitor.coding.voices.kinds import Description, Match, describe, matches
from warmonitor.coding.voices.lexicon import VoiceLexicon, key
from warmonitor.coding.voices.syntax import Syntax
from warmonitor.records import ClaimantKind

_WORD = r"(?:[A-Z][\w’'\-]*\w|[A-Z]\.)"
_NAME = re.compile(rf"{_WORD}(?: (?:(?:al|el|bin|ibn|de|von|van|abu|ben)[ \-])?{_WORD})+")
_DETERMINER = re.compile(r"^(?:but|and|the|a|an|this|that|these|those|his|her|their|its)\s+", re.IGNORECASE)
PERSONAL = frozenset({"he", "she", "i", "him", "her"})
PRONOUNS = PERSONAL | {"it", "they", "we", "who", "that", "which", "them", "its", "their", "his", "you"}
DOCUMENTS = frozenset(
    "report statement study post tweet message video survey toll count tally estimate release letter account".split()
)
BODIES: dict[str, frozenset[str]] = {
    "group": frozenset({"armed_group", "ngo", "monitor", "activist"}),
    "movement": frozenset({"armed_group"}), "agency": frozenset({"media", "state_media", "un_agency", "ngo"}),
    "news agency": frozenset({"media", "state_media"}), "state news agency": frozenset({"state_media"}),
    "organisation": frozenset({"ngo", "monitor", "un_agency", "armed_group"}),
    "organization": frozenset({"ngo", "monitor", "un_agency", "armed_group"}),
    "monitor": frozenset({"monitor"}), "observatory": frozenset({"monitor"}), "war monitor": frozenset({"monitor"}),
    "monitoring group": frozenset({"monitor"}), "watchdog": frozenset({"monitor", "ngo"}),
    "newspaper": frozenset({"media", "state_media"}), "channel": frozenset({"media", "state_media"}),
    "charity": frozenset({"ngo"}), "network": frozenset({"media", "monitor", "ngo"}),
    "outlet": frozenset({"media", "state_media"}), "ministry": frozenset({"government", "military"}),
}  # fmt: skip
"""Which kinds of bodies a definite phrase ("the group") may stand for."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A claimant as the report has made it known so far."""

    name: str
    kind: ClaimantKind
    phrases: tuple[str, ...] = ()
    person: bool = False
    plural: bool = False
    guessed: bool = False
    """Nothing in the report or the tables tells its kind."""


@dataclass(slots=True)
class Cast:
    """The speakers of one report in the order in which they spoke, and the names that stand in it."""

    names: dict[str, list[tuple[str, int]]]
    """Full names with the offsets of their ends, under their last words."""
    bodies: list[Match]
    """Organisations and outlets, in reading order."""
    spoken: list[Speaker] = field(default_factory=list)
    known: dict[str, Speaker] = field(default_factory=dict)
    """Bearers of proper names, under their last words."""

    def learn(self, who: Speaker) -> None:
        """Remember what has been found out about the bearer of a name."""
        if _last(who.name) in self.known:
            self.known[_last(who.name)] = who


def cast(text: str, tree: Syntax, lexicon: VoiceLexicon) -> Cast:
    """Gather the names of a report."""
    names: dict[str, list[tuple[str, int]]] = {}
    for match in _NAME.finditer(text):
        full = re.sub(r"['’]s?$", "", match[0])
        names.setdefault(_last(full), []).append((full, match.start() + len(full)))
    return Cast(names, [m for m in matches(tree, lexicon, 0, len(tree) - 1) if m.rank == "named"])


def _last(name: str) -> str:
    words = key(name)
    return words[-1] if words else ""


def speaker(
    text: str, tree: Syntax, lexicon: VoiceLexicon, people: Cast, extent: Range, short: Range, head: int
) -> Speaker | None:
    """Whom a source means, given its whole and its short words; None: a thing that cannot speak."""
    first, last = extent
    words = text[tree.starts[short[0]] : tree.ends[short[1]]]
    low = tree.lower[head]
    if low in PRONOUNS:
        return _antecedent(people, low)
    if tree.lemma[head] in DOCUMENTS:
        owner = _owner(tree, head)
        if owner is not None and first <= owner <= last:
            first, last, head = tree.left[owner], tree.right[owner], owner
            words = text[tree.starts[first] : tree.ends[last]]
        elif not any(m.rank == "named" for m in matches(tree, lexicon, first, last)):
            if tree.lower[first] in ("the", "this") and people.spoken:
                return people.spoken[-1]
    told = describe(tree, lexicon, first, last, head)
    if told.thing:
        return None
    if told.canonical is not None:
        return Speaker(told.canonical, told.kind or "unattributed", told.phrases)
    earlier = _definite(tree, people, told, first)
    if earlier is not None:
        return earlier
    if tree.tag[head].startswith("NNP") and (told.person or told.kind == "journalist") and head > short[0]:
        words = text[tree.starts[first] : tree.ends[head]]
    bare = _bare(words)
    if tree.tag[head].startswith("NNP"):
        return _named(tree, lexicon, people, told, bare)
    plural = tree.tag[head] == "NNS" or any(tree.dep[c] == "conj" for c in tree.children[head])
    kind = told.kind or "unattributed"
    return Speaker(bare, kind, told.phrases, person=told.person, plural=plural, guessed=told.kind is None)


def _owner(tree: Syntax, head: int) -> int | None:
    """Whose report, statement or post it is."""
    for kid in tree.children[head]:
        if tree.dep[kid] == "poss":
            return kid
        if tree.dep[kid] in ("prep", "agent") and tree.lower[kid] in ("by", "from"):
            return tree.child(kid, "pobj")
    return None


def _bare(words: str) -> str:
    return _DETERMINER.sub("", " ".join(words.split())).strip(" ,\"“”'‘’")


def _named(tree: Syntax, lexicon: VoiceLexicon, people: Cast, told: Description, bare: str) -> Speaker:
    """A proper name: its longest form in the report, and what is known of its bearer."""
    full = _full_name(people, bare)
    known = people.known.get(_last(full))
    if told.kind is None and known is None:
        told = _introduced(tree, lexicon, people, full)
    guessed = told.kind is None and (known is None or known.guessed)
    kind = told.kind or (known.kind if known else "official")
    phrases = told.phrases or (known.phrases if known else ())
    found = Speaker(full, kind, phrases, person=told.person or kind != "government", guessed=guessed)
    if known is None or told.kind is not None:
        people.known[_last(full)] = found
    return found


def _introduced(tree: Syntax, lexicon: VoiceLexicon, people: Cast, full: str) -> Description:
    """What the report says of a bearer of a name where it first gives it."""
    for _, end in people.names.get(_last(full), [])[:3]:
        at = max(0, bisect_left(tree.starts, end) - 1)
        while tree.dep[at] in ("compound", "appos") and tree.head[at] != at:
            at = tree.head[at]
        told = describe(tree, lexicon, tree.left[at], tree.right[at], at)
        if told.kind not in (None, "unattributed") and not told.thing:
            return told
    return Description(None, None, ())


def _full_name(people: Cast, bare: str) -> str:
    """The longest name of the report that ends as this one does and holds its words."""
    words = set(key(bare))
    best = bare
    for full, _ in people.names.get(_last(bare), []):
        if words <= set(key(full)) and len(full) > len(best):
            best = full
    return best


def _antecedent(people: Cast, pronoun: str) -> Speaker | None:
    """The last speaker that a pronoun can mean; a machine-translated "he" may mean an agency."""
    if pronoun == "she":
        return next((former for former in reversed(people.spoken) if former.person and not former.plural), None)
    for former in reversed(people.spoken[-6:]):
        if pronoun in PERSONAL and former.plural:
            continue
        if pronoun in ("they", "we") and former.person and not former.plural:
            continue
        if pronoun in ("it", "its") and (former.person or former.plural):
            continue
        return former
    return people.spoken[-1] if people.spoken else None


def _definite(tree: Syntax, people: Cast, told: Description, first: int) -> Speaker | None:
    """"the monitor", "the group", "the official": who was so described last, or the body so meant."""
    if not told.phrases or tree.tag[first] != "DT":
        return None
    phrase = told.phrases[-1]
    kinds = BODIES.get(phrase, frozenset())
    definite = tree.lower[first] in ("the", "this", "that", "these", "those")
    if definite and first + 1 < len(tree) and tree.lower[first + 1] == "same" and people.spoken:
        return people.spoken[-1]
    for former in reversed(people.spoken if definite else []):
        if phrase in former.phrases or (former.kind in kinds and not former.person):
            return former
    meant = {m.name: m for m in people.bodies if m.kind in kinds}
    if len(meant) == 1:
        body = next(iter(meant.values()))
        return Speaker(body.name, body.kind, (phrase,))
    return None
