"""The coder: all lexicons and tables, built once, and the verbs that use them on a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from warmonitor.coding import claims, events, foreign, parties, places, times, tolls, voices
from warmonitor.coding.claims import Layers, Tables
from warmonitor.coding.foreign import Atlas as ForeignAtlas
from warmonitor.coding.foreign import ForeignLexicon, Text
from warmonitor.coding.mentions import PlaceMention
from warmonitor.coding.places.atlas import Gazetteer
from warmonitor.records import Attribution, Claim, Document, TimeExpression, Toponym

Layer = Literal["times", "places", "quotes"]


@dataclass(frozen=True)
class Coder:
    """Everything that coding needs beside a document; safe to share between reports."""

    atlas: places.Atlas
    grammar: times.TimeGrammar
    actors: parties.ActorLexicon
    sayings: voices.VoiceLexicon
    numbers: tolls.TollLexicon
    triggers: events.EventLexicon
    tables: Tables
    tongues: ForeignLexicon
    """The languages that are read in part."""
    abroad: ForeignAtlas


def coder(gazetteer: Gazetteer) -> Coder:
    """Reads every table once. Raises CodebookError when one breaks its own rules."""
    return Coder(
        atlas=places.atlas(gazetteer),
        grammar=times.grammar(),
        actors=parties.lexicon(),
        sayings=voices.lexicon(),
        numbers=tolls.lexicon(),
        triggers=events.lexicon(),
        tables=claims.tables(),
        tongues=foreign.lexicon(),
        abroad=foreign.atlas(gazetteer),
    )


def code(document: Document, coder: Coder) -> tuple[Claim, ...]:
    """Every claim of a document, in reading order."""
    return claims.build(find(document, coder), coder.tables)


def code_in_part(text: Text, coder: Coder) -> tuple[Claim, ...]:
    """The figures of people moved and houses hit of a report whose language is one of `coder.tongues`."""
    return foreign.code(text, coder.tongues, coder.abroad)


def find(document: Document, coder: Coder) -> Layers:
    """All mentions of a document: events, times, places, parties, tolls and voices."""
    where = places.find(document, coder.atlas)
    who = parties.find(document, coder.actors, where)
    where = tuple(place for place in where if not who.names(place.start, place.end) and not _is_somebody(place, who))
    return claims.layers(
        document,
        events=events.find(document, coder.triggers, where, who.mentions),
        times=times.find(document, coder.grammar),
        places=where,
        parties=who.mentions,
        tolls=tolls.find(document, coder.numbers),
        voices=voices.find(document, coder.sayings, who.mentions),
    )


def _is_somebody(place: PlaceMention, who: parties.Parties) -> bool:
    """ "Galan was killed" in a report on Luis Carlos Galan: a town that bears the name of somebody in it."""
    named = who.for_span(place.start, place.end)
    if named is None or named.rule != "person" or (named.start, named.end) != (place.start, place.end):
        return False
    return place.name in named.name.split()[1:]


def annotate(document: Document, coder: Coder, layer: Layer) -> Iterator[TimeExpression | Toponym | Attribution]:
    """What was recognised on the way: every date, every toponym or every attribution of the text."""
    report_id = document.report.id
    if layer == "times":
        for time in times.find(document, coder.grammar):
            span = document.span(time.start, time.end)
            yield TimeExpression(report_id=report_id, start=span.start, end=span.end, value=time.value)
    elif layer == "places":
        for place in places.named(document, coder.atlas):
            span, at = document.span(place.start, place.end), place.place
            lat, lon = (at.lat, at.lon) if at else (None, None)
            yield Toponym(report_id=report_id, start=span.start, end=span.end, name=place.name, lat=lat, lon=lon)
    else:
        yield from voices.attributions(document, coder.sayings)
