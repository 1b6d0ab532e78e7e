"""The voices of a document: every attribution, direct and indirect, with its claimant."""

from __future__ import annotations

from collections.abc import Sequence

from warmonitor.coding.mentions import PartyMention, Voice
from warmonitor.coding.voices import callings, media, phrases, quoted, sources, speakers
from warmonitor.coding.voices.continued import carry_on, cut_off
from warmonitor.coding.voices.direct import attach
from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.headed import end_asides, headed
from warmonitor.coding.voices.lexicon import VoiceLexicon
from warmonitor.coding.voices.nesting import nested, outermost
from warmonitor.coding.voices.nominal import nominal
from warmonitor.coding.voices.people import Cast, Speaker, cast
from warmonitor.coding.voices.silence import silences
from warmonitor.coding.voices.stances import stance
from warmonitor.coding.voices.syntax import Syntax, syntax
from warmonitor.coding.voices.verbal import verbal
from warmonitor.records import ClaimantKind, Document

FIRST_PERSON = frozenset({"i", "we"})
ECHOES = frozenset({"it", "they", "he", "she"})
BEARING_OUT: frozenset[ClaimantKind] = frozenset({
    "ngo", "monitor", "un_agency", "witness", "activist", "rescue_service", "journalist", "media", "reporter",
})  # fmt: skip
"""Kinds of sources that confirm what others did."""
NOBODY = frozenset({"nobody", "none", "neither"})
HELD = frozenset({"object", "ing", "prep", "object_as", "to"})
"""Rules by which things, too, take objects ("the raid underscores"): only known kinds of speakers speak by them."""
NO_ONE = Speaker("unattributed", "unattributed")


def find(document: Document, lexicon: VoiceLexicon, parties: Sequence[PartyMention] = ()) -> tuple[Voice, ...]:
    """Every attribution of a document in the order of its cues; the report's own voice is none.

    `parties` tell the kinds of sources that the tables do not know. `within` counts in the tuple returned.
    """
    if not len(document.parse):
        return ()
    tree = syntax(document.parse)
    drafts = [d for d in attributions_of(document, tree, lexicon) if d.made and d.frame.kind != "attitude"]
    voices: list[Voice] = []
    for draft, who in zip(drafts, _who(document, tree, lexicon, drafts, parties), strict=True):
        if who is not None and not _nobody(tree, draft):
            voices += _voices(tree, lexicon, draft, who)
    return nested(voices)


def attributions_of(document: Document, tree: Syntax, lexicon: VoiceLexicon) -> list[Draft]:
    """All drafts with contents, attitudes included, in the order of their cues; page furniture says nothing."""
    drafts = verbal(tree, lexicon)
    quiet = silences(tree, lexicon, drafts)
    quotes = quoted.quotations(tree, document.quotations)
    attach(tree, quotes, drafts)
    carry_on(tree, drafts)
    cut_off(tree, drafts)
    end_asides(tree, drafts)
    drafts += headed(tree, lexicon)
    drafts += quiet + phrases.according(tree) + phrases.adverbs(tree, lexicon) + nominal(tree, lexicon)
    quoted.close(quotes, drafts)
    quoted.confine(drafts)
    kept = [d for d in drafts if d.contents and not _furniture(document, tree.starts[d.cue])]
    return phrases.without_hearsay(sorted(kept, key=lambda draft: draft.cue))


def _nobody(tree: Syntax, draft: Draft) -> bool:
    """ "No group has claimed responsibility": nothing was said."""
    at = draft.source
    return at is not None and ("no" in (tree.lower[tree.left[at]], tree.lower[at]) or tree.lower[at] in NOBODY)


def _furniture(document: Document, offset: int) -> bool:
    return any(start <= offset < end for start, end in document.furniture)


def _who(
    document: Document, tree: Syntax, lexicon: VoiceLexicon, drafts: list[Draft], parties: Sequence[PartyMention]
) -> list[Speaker | None]:
    """The speaker of every draft; None where a thing "says" it, or the reporter is "we"."""
    people = cast(document.text, tree, lexicon)
    heads = callings.by_head(parties)
    aloud = {draft.cue for draft in outermost(drafts)}
    found: list[Speaker | None] = []
    for draft in drafts:
        who = _same(tree, drafts, found, draft) or _speaker(document, tree, lexicon, people, draft)
        who = callings.told(tree, draft, who, heads) if who is not None else None
        found.append(who)
        if who is not None and draft.source is not None:
            people.learn(who)
            if draft.cue in aloud:
                people.spoken.append(who)
    for at, draft in enumerate(drafts):
        if draft.source is not None and tree.lower[draft.source] in FIRST_PERSON:
            found[at] = _quoted(drafts, found, draft)
    return found


def _speaker(document: Document, tree: Syntax, lexicon: VoiceLexicon, people: Cast, draft: Draft) -> Speaker | None:
    if draft.source is None:
        return NO_ONE
    if tree.lower[draft.source] in FIRST_PERSON:
        return None
    if tree.lower[draft.source] == "it":
        named = speakers.main_body(document.text, tree, lexicon, people, draft.source)
        if named is not None:
            return named
    extent = sources.whole(tree, draft)
    short = sources.short(tree, extent, draft.source)
    who = speakers.speaker(document.text, tree, lexicon, people, extent, short, draft.source)
    unknown = who is not None and who.kind == "unattributed" and not who.phrases
    if unknown and (draft.frame.kind == "evidence" or draft.rule.split(":")[0] in HELD):
        return None
    return who


def _same(tree: Syntax, drafts: list[Draft], found: list[Speaker | None], inner: Draft) -> Speaker | None:
    """"The army said it believes": a pronoun in what someone says, soon after, is the one who says it."""
    if inner.source is None or tree.lower[inner.source] not in ECHOES:
        return None
    for draft, who in list(zip(drafts, found, strict=False))[-3:]:
        held = any(part[0] <= inner.cue <= part[1] for part in draft.contents)
        if held and who is not None and draft.rule != "direct" and draft.source is not None:
            return who if (tree.lower[inner.source] == "it") != who.person else None
    return None


def _quoted(drafts: list[Draft], found: list[Speaker | None], inner: Draft) -> Speaker | None:
    """"We" and "I" in direct speech are its speaker."""
    holding: list[tuple[Range, Speaker | None]] = [
        (part, who) for draft, who in zip(drafts, found, strict=True) if draft.rule == "direct" and draft is not inner
        for part in draft.contents if part[0] <= inner.cue <= part[1]
    ]  # fmt: skip
    return min(holding, key=lambda held: held[0][1] - held[0][0])[1] if holding else None


def _voices(tree: Syntax, lexicon: VoiceLexicon, draft: Draft, who: Speaker) -> list[Voice]:
    """The voice of a draft, after that of the medium that carried it where one is named."""
    source = None
    if draft.source is not None:
        source = tree.chars(*sources.short(tree, sources.whole(tree, draft), draft.source))
    contents = tuple(tree.chars(*part) for part in draft.contents)
    said, realis = stance(tree, draft)
    if said == "acknowledges" and draft.frame.lemma == "confirm" and who.kind in BEARING_OUT:
        said = "asserts"  # who takes no part has nothing to admit
    cue = None if draft.rule == "headline" else tree.chars(*draft.words)  # a mark is no word of saying
    own = Voice(source, cue, contents, who.name, who.kind, said, realis, draft.rule)
    carried = media.carrier(tree, lexicon, draft)
    return [media.voice(tree, carried, own), own] if carried else [own]
