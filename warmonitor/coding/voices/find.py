"""The voices of a document: every attribution, direct and indirect, with its claimant."""

from __future__ import annotations

from collections.abc import Sequence

from warmonitor.coding.mentions import PartyMention, Voice
from warmonitor.coding.voices import direct, phrases, sources, speakers
from warmonitor.coding.voices.drafts import Draft
from warmonitor.coding.voices.lexicon import VoiceLexicon
from warmonitor.coding.voices.syntax import Syntax, syntax
from warmonitor.coding.voices.verbal import verbal
from warmonitor.records import Document


def find(document: Document, lexicon: VoiceLexicon, parties: Sequence[PartyMention] = ()) -> tuple[Voice, ...]:
    """Every attribution of a document in the order of its cues; the report's own voice is none.

    `parties` give canonical names to sources that they overlap. `within` counts in the tuple returned.
    """
    if not document.parse:
        return ()
    tree = syntax(document.parse)
    drafts = [d for d in attributions_of(tree, lexicon, document.quotations) if d.contents and d.frame.kind != "attitude"]
    people = speakers.cast(document.text)
    voices = []
    for draft in drafts:
        voice = _voice(document, tree, lexicon, people, draft)
        if voice is not None:
            voices.append(voice)
    return nested(voices)


def attributions_of(tree: Syntax, lexicon: VoiceLexicon, passages: tuple[tuple[int, int], ...]) -> list[Draft]:
    """All drafts, attitudes included, in the order of their cues."""
    drafts = verbal(tree, lexicon)
    direct.attach(tree, direct.quotations(tree, passages), drafts)
    drafts += phrases.according(tree) + phrases.adverbs(tree, lexicon) + phrases.nominal(tree, lexicon)
    return sorted(drafts, key=lambda draft: draft.cue)


def _voice(document: Document, tree: Syntax, lexicon: VoiceLexicon, people: speakers.Cast, draft: Draft) -> Voice | None:
    contents = tuple(tree.chars(*part) for part in draft.contents)
    cue = tree.chars(*draft.words)
    common = {"cue": cue, "contents": contents, "stance": draft.frame.stance, "realis": draft.frame.realis, "rule": draft.rule}
    if draft.source is None:
        return Voice(source=None, name="unattributed", kind="unattributed", **common)
    whole = sources.whole(tree, draft)
    short = sources.short(tree, whole, draft.source)
    start, end = tree.chars(*short)
    who = speakers.speaker(tree, lexicon, people, document.text[start:end], *whole, draft.source)
    if who is None:
        return None
    people.spoken.append(who)
    return Voice(source=(start, end), name=who.name, kind=who.kind, **common)


def nested(voices: list[Voice]) -> tuple[Voice, ...]:
    return tuple(voices)
