"""The voices of a document: every attribution, direct and indirect, with its claimant."""

from __future__ import annotations

from collections.abc import Sequence

from warmonitor.coding.mentions import PartyMention, Voice
from warmonitor.coding.voices import direct, media, phrases, sources, speakers
from warmonitor.coding.voices.drafts import Draft
from warmonitor.coding.voices.lexicon import VoiceLexicon
from warmonitor.coding.voices.nesting import nested
from warmonitor.coding.voices.silence import silences
from warmonitor.coding.voices.syntax import Syntax, syntax
from warmonitor.coding.voices.verbal import verbal
from warmonitor.records import Document


def find(document: Document, lexicon: VoiceLexicon, parties: Sequence[PartyMention] = ()) -> tuple[Voice, ...]:
    """Every attribution of a document in the order of its cues; the report's own voice is none.

    `parties` give canonical names to sources that they overlap. `within` counts in the tuple returned.
    """
    if not len(document.parse):
        return ()
    tree = syntax(document.parse)
    people = speakers.cast(document.text, tree, lexicon)
    voices: list[Voice] = []
    for draft in attributions_of(document, tree, lexicon):
        if draft.made and draft.frame.kind != "attitude":
            voices += _voices(document, tree, lexicon, people, draft)
    return nested(voices)


def attributions_of(document: Document, tree: Syntax, lexicon: VoiceLexicon) -> list[Draft]:
    """All drafts with contents, attitudes included, in the order of their cues; page furniture says nothing."""
    drafts = verbal(tree, lexicon)
    quiet = silences(tree, drafts)
    direct.attach(tree, direct.quotations(tree, document.quotations), drafts)
    drafts += quiet + phrases.according(tree) + phrases.adverbs(tree, lexicon) + phrases.nominal(tree, lexicon)
    kept = [d for d in drafts if d.contents and not _furniture(document, tree.starts[d.cue])]
    return phrases.without_hearsay(sorted(kept, key=lambda draft: draft.cue))


def _furniture(document: Document, offset: int) -> bool:
    return any(start <= offset < end for start, end in document.furniture)


def _voices(document: Document, tree: Syntax, lexicon: VoiceLexicon, people: speakers.Cast, draft: Draft) -> list[Voice]:
    """The voice of a draft, after the medium that carried it where one is named; none if a thing "said" it."""
    frame, contents = draft.frame, tuple(tree.chars(*part) for part in draft.contents)
    if draft.source is None:
        return [Voice(None, tree.chars(*draft.words), contents, "unattributed", "unattributed", frame.stance, frame.realis, draft.rule)]
    whole = sources.whole(tree, draft)
    short = tree.chars(*sources.short(tree, whole, draft.source))
    who = speakers.speaker(tree, lexicon, people, document.text[slice(*short)], *whole, draft.source)
    if who is None or (frame.kind == "evidence" and who.kind == "unattributed"):
        return []
    carried = media.carrier(tree, lexicon, draft)
    people.spoken.append(who)
    own = Voice(short, tree.chars(*draft.words), contents, who.name, who.kind, frame.stance, frame.realis, draft.rule)
    return [media.voice(tree, carried, own), own] if carried else [own]
