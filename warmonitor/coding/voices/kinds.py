"""What kind of claimant the words of a source make: by names, roles and offices in the noun phrase."""

from __future__ import annotations

from dataclasses import dataclass

from warmonitor.coding.voices.lexicon import VoiceLexicon
from warmonitor.coding.voices.syntax import Syntax
from warmonitor.records import ClaimantKind

SKIPPED = frozenset({"'", "-", ",", '"', "“", "”", "(", ")", "the", "–"})
GOVERNED = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokespeople"})


@dataclass(frozen=True, slots=True)
class Match:
    """A name or phrase of the lexicon found in a source."""

    first: int
    last: int
    kind: ClaimantKind
    rank: str
    """named, role, office, thing, state (a country or capital) or nation (its adjective)."""
    name: str
    person: bool = False


@dataclass(frozen=True, slots=True)
class Description:
    """What a source's own words tell: its kind (None: nothing), an organisation's name, and the phrases found."""

    kind: ClaimantKind | None
    canonical: str | None
    phrases: tuple[str, ...]
    thing: bool = False
    person: bool = False
    """Named by an office or calling, not as a body."""


def describe(tree: Syntax, lexicon: VoiceLexicon, first: int, last: int, head: int) -> Description:
    """Read a source's words, tokens first..last, with its head word; what a relative clause names is not the source."""
    behind = (tree.left[kid] for kid in tree.children[head] if tree.dep[kid] == "relcl" and kid > head)
    found = matches(tree, lexicon, first, max(head, min([last, *(at - 1 for at in behind)])))
    phrases = tuple(m.name for m in found if m.rank in ("role", "office"))
    at_head = next((m for m in found if m.first <= head <= m.last), None)
    if tree.lower[head].startswith("@"):
        return Description("activist", None, phrases)
    if at_head is not None and at_head.rank in ("named", "state"):
        return Description(at_head.kind, at_head.name if at_head.rank == "named" else None, phrases)
    if at_head is not None and at_head.rank in ("role", "office"):
        named = next((m for m in found if m.rank == "named" and m.last + 1 in (at_head.first, at_head.first - 1)), None)
        if named is not None and (not at_head.person or (named.kind == "monitor" and tree.tag[head] == "NNS")):
            return Description(named.kind, named.name, phrases)
    if at_head is not None and at_head.rank == "thing":
        return Description("reporter", None, phrases, thing=True)
    if at_head is not None and at_head.rank in ("role", "office"):
        return Description(_owned(tree, _of_role(at_head, found), first, head), None, phrases, person=at_head.person)
    titled = any(m.person or (m.first > head and m.rank != "nation") for m in found)
    return Description(_beside(tree, found, head), None, phrases, person=titled)


def _of_role(role: Match, found: list[Match]) -> ClaimantKind:
    """A role is what it is; an office, or an unnamed source, takes the kind of what it is an office of."""
    if role.rank == "role" and role.kind != "unattributed":
        return role.kind
    beside = [m for m in found if m.last == role.first - 1]
    others = beside + [m for m in found if m.first > role.last] + [m for m in found if m.first < role.first]
    held = next((m for m in others if m.rank in ("named", "role") and m.kind != "unattributed"), None)
    held = held or next((m for m in others if m.rank == "office" and not m.person), None)
    if held is not None:
        return held.kind
    state = next((m for m in others if m.rank in ("state", "nation")), None)
    return "government" if state and role.name in GOVERNED else role.kind


def _owned(tree: Syntax, kind: ClaimantKind | None, first: int, last: int) -> ClaimantKind | None:
    """A news agency that is called state or official is the state's."""
    if kind == "media" and any(tree.lower[at] in ("state", "official", "government") for at in range(first, last + 1)):
        return "state_media"
    return kind


def _beside(tree: Syntax, found: list[Match], head: int) -> ClaimantKind | None:
    """A proper name takes its kind from the title or apposition beside it, or from whom it belongs to."""
    titled = next((m for m in found if m.rank in ("role", "office") and m.kind != "unattributed"), None)
    if titled is not None:
        return _of_role(titled, found)
    named = next((m for m in found if m.rank == "named"), None)
    if named is None:
        return "witness" if _private(tree, head) else None
    return "journalist" if named.kind in ("media", "state_media") and tree.tag[head].startswith("NNP") else named.kind


def _private(tree: Syntax, head: int) -> bool:
    """Whether a proper name has a calling that no table knows, or an age, beside it: a private person."""
    beside = [kid for kid in tree.children[head] if kid > head and tree.dep[kid] in ("appos", "nummod")]
    return tree.tag[head].startswith("NNP") and any(tree.tag[kid] in ("NN", "CD") for kid in beside)


def matches(tree: Syntax, lexicon: VoiceLexicon, first: int, last: int) -> list[Match]:
    """Names and phrases in tokens first..last, the longest at each place, left to right."""
    places, words = [], []
    for at in range(first, last + 1):
        for word in tree.lower[at].replace("’", "'").replace(".", "").split("-"):
            if word and word not in SKIPPED:
                places.append(at)
                words.append(word)
    found: list[Match] = []
    at = 0
    while at < len(words):
        for size in range(min(lexicon.longest.get(words[at], 0), len(words) - at), 0, -1):
            match = _look(tree, lexicon, tuple(words[at : at + size]), places[at], places[at + size - 1])
            if match:
                found.append(match)
                at += size - 1
                break
        at += 1
    return found


def _look(tree: Syntax, lexicon: VoiceLexicon, words: tuple[str, ...], first: int, last: int) -> Match | None:
    named = lexicon.named.get(words)
    if named is not None and _spelled(tree, named.name, first):
        return Match(first, last, named.kind, "named", named.canonical)
    role = lexicon.roles.get(words)
    if role is not None:
        return Match(first, last, role.kind, role.rank, " ".join(words), role.who == "person")
    state = lexicon.governments.get(words)
    if state is not None and _spelled(tree, state.name, first):
        return Match(first, last, "government", "nation" if state.form == "adjective" else "state", state.canonical)
    return None


def _spelled(tree: Syntax, name: str, at: int) -> bool:
    """A name needs its capital, an acronym all of them: WHO is not "who", The Reporter no reporter."""
    if name.isupper() and " " not in name:
        return tree.upper[at]
    return tree.capital[at] or not name.removeprefix("The ")[:1].isupper()
