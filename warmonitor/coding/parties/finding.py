"""From a document to the parties in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from warmonitor.coding.mentions import PartyMention
from warmonitor.coding.parties import anaphors, naming, persons
from warmonitor.coding.parties.cast import Cast
from warmonitor.coding.parties.describing import describe, describe_thing
from warmonitor.coding.parties.lexicon import ActorLexicon
from warmonitor.coding.parties.names import Hit, find_names
from warmonitor.coding.parties.phrases import phrases
from warmonitor.coding.parties.scene import Draft, Memory, Scene
from warmonitor.coding.parties.theatre import theatre
from warmonitor.coding.parties.words import Words, read
from warmonitor.records import Document


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of a document."""

    mentions: tuple[PartyMention, ...]
    """In the order of the text."""
    theatre: str | None
    """ISO alpha-3 of the country at war."""
    _by_root: dict[int, tuple[PartyMention, ...]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[PartyMention]:
        return iter(self.mentions)

    def __len__(self) -> int:
        return len(self.mentions)

    def at(self, token: int) -> PartyMention | None:
        """Whom a head noun, an adjective of nationality or a pronoun denotes; None: no party."""
        found = self._by_root.get(token)
        return found[0] if found else None

    def all_at(self, token: int) -> tuple[PartyMention, ...]:
        """All whom it denotes: "both sides" are two."""
        return self._by_root.get(token, ())

    def for_span(self, start: int, end: int) -> PartyMention | None:
        """The mention that shares most characters with `[start, end)`; of equals the shorter; None: none does."""
        best, most = None, (0, 0)
        for mention in self.mentions:
            shared = min(end, mention.end) - max(start, mention.start)
            if shared > 0 and (shared, mention.start - mention.end) > most:
                best, most = mention, (shared, mention.start - mention.end)
        return best


def find(document: Document, lexicon: ActorLexicon, country: str | None = None) -> Parties:
    """Every noun phrase, adjective or pronoun of a document that denotes one who acts, suffers or supports.

    `country` (ISO alpha-3) is the country at war where it is known from elsewhere; else the names in the text decide.
    """
    scene = set_scene(document, lexicon, country)
    memory = Memory(scene.words)
    heads = {phrase.at: phrase for phrase in phrases(scene)}
    swallowed = naming.swallowed(scene, heads.values())
    people, runs = persons.People(), {last: first for first, last in persons.spans(scene, "PERSON")}
    bodies = {last: first for first, last in persons.spans(scene, "ORG")}
    for at in range(len(scene.words.lower)):
        hit = scene.hit_of.get(at)
        if at in heads:
            describe(heads[at], scene, memory, heads)
        elif hit is not None:
            if hit.last == at:
                naming.name(hit, scene, memory, people, swallowed)
        elif at in runs:
            naming.name_unknown(runs[at], at, scene, memory, people)
        elif at in bodies:
            naming.name_organisation(bodies[at], at, scene, memory)
        elif scene.words.lower[at] in lexicon.sides:
            describe_thing(at, scene, memory)
        else:
            anaphors.refer(at, scene, memory)
    anaphors.speakers(scene, memory, people, heads)
    return finished(scene, memory)


def set_scene(document: Document, lexicon: ActorLexicon, country: str | None = None) -> Scene:
    """A document's words and names, and the cast of its war."""
    words = read(document.parse)
    hits = find_names(document.text, words, lexicon)
    war = country or theatre(hits, words, lexicon)
    cast = Cast(lexicon, war, _rebels_called(words), _rebels_named(hits, words))
    hit_of: dict[int, Hit] = {}
    for hit in hits:
        for at in range(hit.first, hit.last + 1):
            hit_of.setdefault(at, hit)
    quotations = tuple(
        range(words.at(start), words.at(max(start, end - 1)) + 1) for start, end in document.quotations if words.start
    )
    return Scene(document.text, words, lexicon, cast, hits, hit_of, quotations)


def _rebels_called(words: Words) -> str:
    spoken = set(words.lower)
    if "opposition" in spoken:
        return "opposition / rebel fighters"
    return "guerrillas" if spoken & {"guerrillas", "guerrilla"} else "rebel fighters"


def _rebels_named(hits: tuple[Hit, ...], words: Words) -> str | None:
    """The one actor that the report calls "X rebels" or "X guerrillas", if it is one."""
    found = {hit.name.key for hit in hits if hit.name.form == "actor" and _called_rebels(hit, words)}
    return found.pop() if len(found) == 1 else None


def _called_rebels(hit: Hit, words: Words) -> bool:
    rebels = ("rebels", "rebel", "guerrillas", "insurgents")
    behind = words.lower[hit.last + 1] if hit.last + 1 < len(words.lower) else ""
    return behind in rebels or words.lower[hit.last] in rebels


def finished(scene: Scene, memory: Memory) -> Parties:
    """The drafts as mentions, with their supporters."""
    made: dict[int, PartyMention] = {}
    by_root: dict[int, tuple[PartyMention, ...]] = {}
    drafts = sorted(memory.drafts, key=lambda draft: (draft.first, draft.last))
    for draft in drafts:
        mention = _mention(scene, memory, draft)
        made[id(draft)] = mention
        by_root[draft.root] = (*by_root.get(draft.root, ()), mention)
    for at, draft in memory.at.items():
        by_root.setdefault(at, (made[id(draft)],))
    return Parties(tuple(made[id(draft)] for draft in drafts), scene.cast.theatre, by_root)


def _mention(scene: Scene, memory: Memory, draft: Draft, supported: bool = True) -> PartyMention:
    who = draft.identity
    backers = [memory.at[at] for at in dict.fromkeys(draft.backers) if at in memory.at] if supported else []
    return PartyMention(
        start=scene.words.start[draft.first],
        end=scene.words.end[draft.last],
        root=draft.root,
        entity=who.entity,
        name=who.name,
        kind=who.kind,
        country=who.country,
        rule=draft.rule,
        supporters=tuple(_mention(scene, memory, backer, supported=False) for backer in backers if backer is not draft),
        person=who.person,
    )
