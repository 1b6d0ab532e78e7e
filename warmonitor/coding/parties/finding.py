"""From a document to the parties in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from warmonitor.coding.mentions import PlaceMention
from warmonitor.coding.parties import anaphors, naming, persons
from warmonitor.coding.parties.cast import Cast
from warmonitor.coding.parties.describing import describe
from warmonitor.coding.parties.lexicon import ActorLexicon, Identity
from warmonitor.coding.parties.names import Hit, find_names
from warmonitor.coding.parties.phrases import phrases
from warmonitor.coding.parties.result import Parties, finished
from warmonitor.coding.parties.scene import Memory, Scene
from warmonitor.coding.parties.theatre import soils, theatre
from warmonitor.coding.parties.things import describe_site, describe_thing
from warmonitor.coding.parties.words import Words, read
from warmonitor.records import Document

GUERRILLAS = frozenset({"guerrillas", "guerrilla"})


def find(document: Document, lexicon: ActorLexicon, places: Sequence[PlaceMention] = ()) -> Parties:
    """Every noun phrase, adjective or pronoun of a document that denotes one who acts, suffers or supports.

    `places`, where they are known, help to tell the country at war; the names of countries and actors tell most of it.
    """
    scene = set_scene(document, lexicon, places)
    memory = Memory(scene.words)
    heads = {phrase.at: phrase for phrase in phrases(scene) if not _in_a_name(phrase.at, scene)}
    swallowed = naming.swallowed(scene, heads.values())
    runs = {last: first for first, last in persons.spans(scene, "PERSON")}
    people = persons.People(whole=persons.whole_names(scene, runs))
    runs |= {at: at for at in persons.surnames(scene, people, runs)}
    bodies = {last: first for first, last in persons.spans(scene, "ORG")}
    for at in range(words_before(scene, document.body), len(scene.words.lower)):
        hit = scene.hit_of.get(at)
        if at in heads:
            if not describe(heads[at], scene, memory, heads):
                anaphors.refer(at, scene, memory)
        elif hit is not None:
            if hit.last == at:
                naming.name(hit, scene, memory, people, swallowed)
        elif at in runs:
            naming.name_unknown(runs[at], at, scene, memory, people)
        elif at in bodies:
            naming.name_organisation(bodies[at], at, scene, memory)
        elif scene.words.lower[at] in lexicon.nouns and lexicon.nouns[scene.words.lower[at]].sense == "site":
            describe_site(at, scene, memory)
        elif scene.words.lower[at] in lexicon.sides:
            describe_thing(at, scene, memory)
        else:
            anaphors.refer(at, scene, memory)
    anaphors.speakers(scene, memory, people, heads)
    return finished(scene, memory)


def _in_a_name(at: int, scene: Scene) -> bool:
    """ "Colombian Army of National Liberation guerrillas": a noun that a longer name goes on behind."""
    hit = scene.hit_of.get(at)
    return hit is not None and hit.name.form == "actor" and hit.last > at


def words_before(scene: Scene, body: int) -> int:
    """First token of the body: what stands before it is header and dateline."""
    return scene.words.at(body) if body and scene.words.start else 0


def set_scene(document: Document, lexicon: ActorLexicon, places: Sequence[PlaceMention] = ()) -> Scene:
    """A document's words and names, and the cast of its war."""
    words = read(document.parse)
    hits = find_names(document.text, words, lexicon)
    war = theatre(hits, places, words, lexicon)
    rebels = _rebels_named(hits, words) or _guerrillas_named(hits, words, war, lexicon)
    cast = Cast(lexicon, war, _rebels_called(words), rebels)
    hit_of: dict[int, Hit] = {}
    for hit in hits:
        for at in range(hit.first, hit.last + 1):
            hit_of.setdefault(at, hit)
    quotations = tuple(
        range(words.at(start), words.at(max(start, end - 1)) + 1) for start, end in document.quotations if words.start
    )
    soil = soils(places, words, lexicon)
    return Scene(document.text, words, lexicon, cast, hits, hit_of, quotations, soil, _house(document, cast))


def _house(document: Document, cast: Cast) -> Identity | None:
    """Whose outlet it is, by the report's record or by what stands before its body: "(Radio Venceremos) --"."""
    head = f"{document.report.outlet or ''} {document.text[: document.body]}".lower()
    named = (outlet for outlet in cast.lexicon.mouthpieces if outlet in head)
    outlet = next((one for one in named if re.search(rf"\b{re.escape(one)}\b", head)), None)
    return cast.by_id(cast.lexicon.mouthpieces[outlet]) if outlet is not None else None


def _rebels_called(words: Words) -> str:
    spoken = set(words.lower)
    if "opposition" in spoken:
        return "opposition / rebel fighters"
    return "guerrillas" if spoken & {"guerrillas", "guerrilla"} else "rebel fighters"


def _rebels_named(hits: tuple[Hit, ...], words: Words) -> str | None:
    """The one actor that the report calls "X rebels" or "X guerrillas", if it is one."""
    found = {hit.name.key for hit in hits if hit.name.form == "actor" and _called_rebels(hit, words)}
    return found.pop() if len(found) == 1 else None


def _guerrillas_named(hits: tuple[Hit, ...], words: Words, war: str | None, lexicon: ActorLexicon) -> str | None:
    """The one movement of the country at war that the report names, where it speaks of "the guerrillas"."""
    if war is None or not GUERRILLAS.intersection(words.lower):
        return None
    named = {hit.name.key for hit in hits if hit.name.form == "actor" and hit.name.key in lexicon.actors}
    rebels = {key for key in named if (lexicon.actors[key].kind, lexicon.actors[key].country) == ("rebel", war)}
    return rebels.pop() if len(rebels) == 1 else None


def _called_rebels(hit: Hit, words: Words) -> bool:
    rebels = ("rebels", "rebel", "guerrillas", "insurgents")
    after = words.lower[hit.last + 1 : hit.last + 3]
    behind = after[1:] if after[:1] == [")"] else after[:1]
    return words.lower[hit.last] in rebels or any(word in rebels for word in behind)
