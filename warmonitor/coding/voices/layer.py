"""The layer `quotes`: every attribution in the extents that annotators of attribution give them."""

from __future__ import annotations

from warmonitor.coding.voices import sources
from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.find import attributions_of
from warmonitor.coding.voices.lexicon import VoiceLexicon
from warmonitor.coding.voices.nesting import outermost
from warmonitor.coding.voices.syntax import Syntax, syntax
from warmonitor.records import Attribution, Document, Span


def attributions(document: Document, lexicon: VoiceLexicon) -> tuple[Attribution, ...]:
    """Who says, thinks or wants what: whole noun phrases as sources, quotation marks within the content.

    Wider than `find`: attitudes ("wants", "backs") and statements not yet made count too, as in PolNeAR
    (Newell et al., 2018); narrower: what stands within what someone says is left out.
    """
    if not len(document.parse):
        return ()
    tree = syntax(document.parse)
    drafts = attributions_of(document, tree, lexicon)
    return tuple(_attribution(document, tree, draft) for draft in outermost(drafts))


def _attribution(document: Document, tree: Syntax, draft: Draft) -> Attribution:
    return Attribution(
        report_id=document.report.id,
        source=_span(document, tree, _source(tree, draft)) if draft.source is not None else None,
        cue=_span(document, tree, draft.words),
        content=tuple(_span(document, tree, part) for part in sorted(draft.contents)),
    )


def _source(tree: Syntax, draft: Draft) -> Range:
    """The relative pronoun, or the whole noun phrase with the comma that closes its apposition."""
    if draft.relative is not None:
        return draft.relative, draft.relative
    first, last = sources.whole(tree, draft)
    closed = last + 1 < len(tree) and tree.lower[last + 1] == ","
    return first, last + (closed and any(tree.lower[i] == "," for i in range(first, last)))


def _span(document: Document, tree: Syntax, part: Range) -> Span:
    return document.span(*tree.chars(*part))
