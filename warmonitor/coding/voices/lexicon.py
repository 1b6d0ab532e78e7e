"""What the finder of voices knows: cues, outlets, organisations, roles and the names of states."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from warmonitor.codebook.tables import Row, read_table
from warmonitor.records import ClaimantKind, Realis, Stance

CueKind = Literal["speech", "thought", "evidence", "attitude"]
Rank = Literal["role", "office", "thing"]


class Cue(Row):
    """A word that attributes, and how what is said hangs on it."""

    lemma: str
    pos: Literal["verb", "noun", "adjective", "adverb"]
    frames: str = ""
    prepositions: str = ""
    particle: str = ""
    stance: Stance
    realis: Realis | None = None
    kind: CueKind


class Named(Row):
    """An outlet or organisation under one of its names; `canonical` gathers the names of one."""

    name: str
    canonical: str
    kind: ClaimantKind
    country: str = ""


class Role(Row):
    """What one who is cited is called; `office` leaves the kind to the organisation named beside it."""

    phrase: str
    kind: ClaimantKind
    rank: Rank
    who: Literal["person", "body"]


class Government(Row):
    """A name by which a state is cited."""

    name: str
    form: Literal["country", "capital", "adjective"]
    country: str
    canonical: str


class Word(Row):
    """A word of one of the groups that the finders treat alike."""

    word: str
    group: str


class Body(Row):
    """A phrase that stands for a body named before, and the kinds of bodies that it may mean."""

    phrase: str
    kinds: str


@dataclass(frozen=True, slots=True)
class Words:
    """The groups of `voice_words`, as sets of lemmas (days: of words)."""

    light: frozenset[str]
    owning: frozenset[str]
    refusing: frozenset[str]
    telling: frozenset[str]
    silent: frozenset[str]
    checking: frozenset[str]
    giving: frozenset[str]
    tallying: frozenset[str]
    onward: frozenset[str]
    document: frozenset[str]
    day: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which a cue takes its content; built from a `Cue` row."""

    lemma: str
    frames: frozenset[str]
    prepositions: frozenset[str]
    particle: str
    stance: Stance
    realis: Realis | None
    kind: CueKind


@dataclass(frozen=True, slots=True)
class VoiceLexicon:
    """All tables, keyed for look-up; names and phrases are lower-cased tuples of words."""

    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[Frame, ...]]
    adjectives: dict[str, tuple[Frame, ...]]
    adverbs: dict[str, tuple[Frame, ...]]
    named: dict[tuple[str, ...], Named]
    roles: dict[tuple[str, ...], Role]
    governments: dict[tuple[str, ...], Government]
    words: Words
    bodies: dict[str, frozenset[str]]
    longest: dict[str, int]
    """Words in the longest name or phrase that begins with a word."""


def lexicon() -> VoiceLexicon:
    """Read the tables once; the result is handed to `find` with every document."""
    cues = read_table("cues", Cue)
    named = {key(row.name): row for table in ("organisations", "outlets") for row in read_table(table, Named)}
    roles = {key(row.phrase): row for row in read_table("claimant_roles", Role)}
    governments = {key(row.name): row for row in read_table("governments", Government)}
    return VoiceLexicon(
        verbs=_frames(cues, "verb"), nouns=_frames(cues, "noun"), adjectives=_frames(cues, "adjective"),
        adverbs=_frames(cues, "adverb"), named=named, roles=roles, governments=governments,
        words=_words(),
        bodies={row.phrase: frozenset(row.kinds.split()) for row in read_table("claimant_bodies", Body)},
        longest=_longest((*named, *roles, *governments)),
    )  # fmt: skip


def key(name: str) -> tuple[str, ...]:
    """The words of a name as the tables are keyed: lower case, without "the", hyphens, dots and bare apostrophes."""
    plain = name.lower().replace("’", "'").replace("-", " ").replace(".", "")
    return tuple(word for word in plain.replace("'s ", " 's ").replace("' ", " ").split() if word != "the")


def _words() -> Words:
    rows = read_table("voice_words", Word)
    groups = {field.name: frozenset(row.word for row in rows if row.group == field.name) for field in fields(Words)}
    return Words(**groups)


def _longest(phrases: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for words in phrases:
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return longest


def _frames(cues: tuple[Cue, ...], pos: str) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, tuple[Frame, ...]] = {}
    for cue in cues:
        if cue.pos == pos:
            found[cue.lemma] = (*found.get(cue.lemma, ()), _frame(cue))
    return found


def _frame(cue: Cue) -> Frame:
    return Frame(
        lemma=cue.lemma, frames=frozenset(cue.frames.split()), prepositions=frozenset(cue.prepositions.split()),
        particle=cue.particle, stance=cue.stance, realis=cue.realis, kind=cue.kind,
    )  # fmt: skip
