"""Who a source is: its name as given anywhere in the report, through pronouns and short names, and its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from warmonitor.coding.voices.kinds import Description, describe
from warmonitor.coding.voices.lexicon import VoiceLexicon, key
from warmonitor.coding.voices.syntax import Syntax
from warmonitor.records import ClaimantKind

_WORD = r"(?:[A-Z][\w’'\-]*\w|[A-Z]\.)"
_NAME = re.compile(rf"{_WORD}(?: (?:(?:al|el|bin|ibn|de|von|van|abu|ben)[ \-])?{_WORD})+")
_DETERMINER = re.compile(r"^(?:the|a|an|this|that|these|those|his|her|their|its|one|another)\s+", re.IGNORECASE)
PERSONAL = frozenset({"he", "she", "i", "him", "her"})
PRONOUNS = PERSONAL | {"it", "they", "we", "who", "that", "which", "them", "its", "their", "his", "you"}
GROUPS: dict[str, frozenset[str]] = {
    "group": frozenset({"armed_group", "ngo", "monitor", "activist"}),
    "movement": frozenset({"armed_group"}),
    "agency": frozenset({"media", "state_media", "un_agency", "ngo", "government"}),
    "organisation": frozenset({"ngo", "monitor", "un_agency", "armed_group"}),
    "organization": frozenset({"ngo", "monitor", "un_agency", "armed_group"}),
    "monitor": frozenset({"monitor"}), "observatory": frozenset({"monitor"}), "war monitor": frozenset({"monitor"}),
    "monitoring group": frozenset({"monitor"}), "watchdog": frozenset({"monitor", "ngo"}),
    "newspaper": frozenset({"media", "state_media"}), "channel": frozenset({"media", "state_media"}),
    "charity": frozenset({"ngo"}), "network": frozenset({"media", "monitor", "ngo"}),
    "outlet": frozenset({"media", "state_media"}), "ministry": frozenset({"government", "military"}),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Speaker:
    """A claimant as the report has made it known so far."""

    name: str
    kind: ClaimantKind
    phrases: tuple[str, ...] = ()
    person: bool = False
    plural: bool = False


@dataclass(slots=True)
class Cast:
    """The speakers of one report in the order in which they spoke, and the full names that stand in it."""

    names: dict[str, list[tuple[str, int]]]
    spoken: list[Speaker] = field(default_factory=list)
    known: dict[str, Speaker] = field(default_factory=dict)


def cast(text: str) -> Cast:
    """Gather the full names of a report under their last words, in reading order."""
    names: dict[str, list[tuple[str, int]]] = {}
    for match in _NAME.finditer(text):
        full = re.sub(r"['’]s?$", "", match[0])
        names.setdefault(_last(full), []).append((full, match.start()))
    return Cast(names)


def _last(name: str) -> str:
    words = key(name)
    return words[-1] if words else ""


def speaker(tree: Syntax, lexicon: VoiceLexicon, people: Cast, words: str, first: int, last: int, head: int) -> Speaker | None:
    """The one whom the words `words`, tokens first..last, mean; None if they name a thing that cannot speak."""
    low = tree.lower[head]
    if low in PRONOUNS:
        return _antecedent(people, low)
    told = describe(tree, lexicon, first, last, head)
    if told.thing:
        return None
    earlier = _definite(tree, people, told, first)
    if earlier is not None:
        return earlier
    plural = tree.tag[head] in ("NNS", "NNPS")
    bare = _bare(words)
    if told.canonical is not None:
        return Speaker(told.canonical, told.kind or "unattributed", (*told.phrases, told.canonical.lower()))
    if tree.tag[head].startswith("NNP"):
        return _named(people, told, bare, tree, lexicon, first, head)
    return Speaker(bare, told.kind or "unattributed", told.phrases, plural=plural)


def _bare(words: str) -> str:
    return _DETERMINER.sub("", " ".join(words.split())).strip(" ,\"“”'‘’")


def _named(people: Cast, told: Description, bare: str, tree: Syntax, lexicon: VoiceLexicon, first: int, head: int) -> Speaker:
    """A proper name: its longest form in the report, and what is known of its bearer."""
    given = tree.lower[head]
    full = _full_name(people, bare, given)
    ident = _last(full)
    known = people.known.get(ident)
    kind = told.kind
    if kind is None and known is not None:
        kind = known.kind
    found = Speaker(full, kind or "official", told.phrases or (known.phrases if known else ()), person=kind != "government" or " " in full)
    if known is None or told.kind is not None:
        people.known[ident] = found
    return found


def _full_name(people: Cast, bare: str, given: str) -> str:
    """The longest name of the report that ends as this one does and holds its words."""
    words = set(key(bare))
    best = bare
    for full, _ in people.names.get(given.split("-")[-1], []):
        if words <= set(key(full)) and len(full) > len(best):
            best = full
    return best


def _antecedent(people: Cast, pronoun: str) -> Speaker | None:
    """The last speaker that a pronoun can mean; a machine-translated "he" may mean an agency."""
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
    """"the monitor", "the group", "the official": the last speaker so described."""
    if tree.lower[first] not in ("the", "this", "that") or not told.phrases:
        return None
    phrase = told.phrases[-1]
    kinds = GROUPS.get(phrase, frozenset())
    for former in reversed(people.spoken):
        if phrase in former.phrases or (former.kind in kinds and not former.person):
            return former
    return None
