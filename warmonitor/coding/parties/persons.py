"""People by name: known ones, and others whom a title, a role or the grammar shows to be people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from warmonitor.coding.parties.cast import person
from warmonitor.coding.parties.grammar import uses
from warmonitor.coding.parties.lexicon import Identity
from warmonitor.coding.parties.names import Hit
from warmonitor.coding.parties.scene import Scene
from warmonitor.records import PartyKind

INSIDE = frozenset(("in", "near", "at", "into", "across", "around", "inside", "outside"))
LOCATING = frozenset(("in", "near", "at", "into", "from", "to", "across", "around", "of", "inside", "outside"))
WINDOW = 12
"""Words after a name in which an apposition tells its role."""
KIND_OF_SENSE: dict[str, PartyKind] = {
    "force": "state_force", "officer": "state_force", "government": "government", "political": "political",
    "rebel": "rebel", "guerrilla": "rebel", "militant": "militia", "militia": "militia", "jihadist": "jihadist",
    "fighters": "militia", "media": "media", "aid": "aid", "police": "police", "civilians": "civilians",
}  # fmt: skip


@dataclass(slots=True)
class People:
    """The people of a report, by their surnames and first names."""

    by_surname: dict[str, Identity] = field(default_factory=dict)
    speaks_for: dict[str, Identity] = field(default_factory=dict)
    """Whom a person means with "we", by the person's entity."""
    whole: dict[str, str] = field(default_factory=dict)
    """The full name of everyone whom the report also calls by a surname, by that surname."""

    def known(self, name: str) -> Identity | None:
        """One named before, by the last word of the name."""
        return self.by_surname.get(name.split()[-1].lower())

    def full(self, name: str) -> str:
        """The name with the first name and the surnames that the report gives elsewhere."""
        whole = {self.whole.get(word.lower()) for word in name.split()}
        return next(iter(whole)) or name if len(whole) == 1 else name

    def remember(self, identity: Identity, group: Identity | None = None) -> None:
        """From now on the surname or the first name alone will do; `group` is whom the person speaks for."""
        first, *rest = identity.name.split()
        for part in (*reversed(rest), first):
            self.by_surname.setdefault(part.lower(), identity)
        if group is not None:
            self.speaks_for.setdefault(identity.entity, group)


def known_person(scene: Scene, hit: Hit) -> Identity:
    """Someone of the lexicon."""
    row = scene.lexicon.people[hit.name.key]
    return Identity(row.name.lower(), row.name, row.kind, row.country, person=True)


NAMED_AS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj"})
"""Places of a surname in its clause."""


def spans(scene: Scene, label: str) -> Iterator[tuple[int, int]]:
    """Runs of tokens that the parser gives a label (`PERSON`, `ORG`) and that are no known name."""
    words, at, size = scene.words, 0, len(scene.words.lower)
    while at < size:
        first = at
        while at < size and words.entity[at] == label and at not in scene.hit_of and "\n" not in words.text[at]:
            at += 1
        if at == first:
            at += 1
            continue
        if label == "PERSON":
            at = _surname_end(scene, at)
        last = at - 1
        while last > first and words.lower[last] in ("'s", "’s", "-", "."):
            last -= 1
        yield first, last


def _surname_end(scene: Scene, at: int) -> int:
    """Behind the last name of a person of whose surnames the parser saw only the first."""
    words = scene.words
    while at < len(words.lower) and words.dep[at - 1] == "compound" and words.head[at - 1] >= at:
        if words.pos[at] != "PROPN" or not words.text[at][0].isupper() or at in scene.hit_of or words.entity[at]:
            break
        at += 1
    return at


def whole_names(scene: Scene, runs: Mapping[int, int]) -> dict[str, str]:
    """Full names by surname, of surnames that only one name of the report has; `runs` are first tokens by last."""
    names = {scene.text[scene.words.start[first] : scene.words.end[last]] for last, first in runs.items()}
    found: dict[str, set[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        for surname in [word for word in name.split() if word[0].isupper()][1:]:
            longer = found.setdefault(surname.lower(), set())
            if not any(set(name.split()) <= set(known.split()) for known in longer):
                longer.add(name)
    return {surname: longer.pop() for surname, longer in found.items() if len(longer) == 1}


def surnames(scene: Scene, people: People, runs: Mapping[int, int]) -> Iterator[int]:
    """Surnames by themselves of people whose full names the report has, which the parser takes for something else."""
    words = scene.words
    for at, word in enumerate(words.lower):
        if word not in people.whole or words.pos[at] != "PROPN" or at in runs or at in scene.hit_of:
            continue
        beside = [near for near in (at - 1, at + 1) if 0 <= near < len(words.lower)]
        if at and (words.lower[at - 1] in INSIDE or words.lower[at - 1] == "from"):
            continue  # "in Homs"
        if not any(words.pos[near] == "PROPN" for near in beside) and words.dep[at] in NAMED_AS:
            yield at


def unknown_person(scene: Scene, people: People, first: int, last: int) -> Identity | None:
    """A person whom only this report names; None: the parser was probably wrong (it often calls places people)."""
    words = scene.words
    name = scene.text[words.start[first] : words.end[last]]
    if not name.strip() or not name[0].isupper():
        return None
    name = people.full(name)
    before = people.known(name)
    if before is not None:
        return before
    titled = scene.words.left(last) < first
    if first and words.lower[first - 1] in INSIDE and not titled:
        return None
    kind, country, group = _role(scene, first, last)
    if kind is None and not _seems_person(scene, first, last):
        return None
    if kind is None and _harmed(scene, last):
        kind = "civilians"
    identity = person(name, kind or "unknown", country)
    people.remember(identity, group)
    return identity


def _seems_person(scene: Scene, first: int, last: int) -> bool:
    words = scene.words
    if words.dep[last] == "appos" and scene.lexicon.nouns.get(words.lower[words.head[last]]):
        return True
    if last > first and _harmed(scene, last):
        return True
    if first and words.lower[first - 1] in LOCATING:
        return False
    return last > first and words.dep[last] in ("nsubj", "nsubjpass", "appos", "ROOT", "conj", "attr")


def _harmed(scene: Scene, last: int) -> bool:
    """ "the murder of X", "X was kidnapped": places are not murdered."""
    words, above = scene.words, scene.words.head[last]
    if words.dep[last] == "pobj" and words.lower[above] in ("of", "against"):
        return "harm" in uses(scene, words.head[above])
    return words.dep[last] in ("nsubjpass", "dobj") and "harm" in uses(scene, above)


def group_of(scene: Scene, hit: Hit) -> Identity | None:
    """Whom someone of the lexicon speaks for."""
    row = scene.lexicon.people[hit.name.key]
    if row.kind == "government":
        return scene.cast.government(row.country)
    return scene.cast.by_id(row.forces) if row.forces else None


def _apposition(scene: Scene, last: int) -> range:
    """The words of ", a spokesman for the rebels," behind a name; nothing where a clause follows: ", the army said"."""
    words, size = scene.words, len(scene.words.lower)
    if last + 2 >= size or words.lower[last + 1] != ",":
        return range(0)
    for at in range(last + 2, min(last + 2 + WINDOW, size)):
        if words.lower[at] in (",", ".", ";", "who", "which", ")", "—", "-") and at > last + 2:
            return range(last + 2, at)
        if words.pos[at] in ("VERB", "AUX"):
            return range(last + 2, at) if words.dep[at] in ("acl", "relcl") else range(0)
    return range(last + 2, min(last + 2 + WINDOW, size))


def _role(scene: Scene, first: int, last: int) -> tuple[PartyKind | None, str | None, Identity | None]:
    """Kind, country and group by the title before the name or the apposition behind it."""
    words = scene.words
    behind = _apposition(scene, last)
    kind: PartyKind | None = None
    country: str | None = None
    for at in (*range(max(words.left(last), first - 4), first), *behind):
        hit = scene.hit_of.get(at)
        if hit is not None and hit.name.form == "actor":
            identity = scene.cast.by_id(hit.name.key)
            return identity.kind, identity.country, identity
        if hit is not None and hit.name.form != "person":
            country = hit.name.key
        if words.lower[at] in scene.lexicon.sides and scene.lexicon.sides[words.lower[at]] == "rebel":
            kind = "political"
        noun = scene.lexicon.nouns.get(words.lower[at])
        if noun is not None and hit is None and (noun.number != "many" or noun.sense in ("force", "officer")):
            kind = kind or KIND_OF_SENSE.get(noun.sense) or ("unknown" if noun.sense == "role" else None)
    group = scene.cast.government(country) if kind == "government" and country else None
    return kind, country or (scene.cast.theatre if kind == "political" else None), group
