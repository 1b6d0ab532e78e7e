"""The parse of a draft: in pieces if it is long, never with a sentence across paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from warmonitor.reading import misreadings, tersely
from warmonitor.reading.capitals import lowered
from warmonitor.reading.draft import Draft
from warmonitor.reading.starts import set_starts
from warmonitor.records import Document

PIECE = 20_000
"""Characters that are parsed at once: some 3,000 words; the tokenizer takes time with the square of odd text."""
_PIECE_ENDS = tuple(map(re.compile, (r"\n\n", r"[.!?][\"”’»)]* ", r"[;,] ", r" ")))


def parse(drafts: Iterable[Draft], parser: Language, batch_size: int = 32) -> Iterator[Document]:
    """The documents of drafts, in order; drafts are taken `batch_size` at a time."""
    waiting = iter(drafts)
    while batch := [_lowered(draft, parser) for draft in islice(waiting, batch_size)]:
        pieces = [_pieces(draft, parser) for draft in batch]
        parsed = parser.pipe((piece for parts in pieces for piece in parts), batch_size=batch_size)
        for draft, parts in zip(batch, pieces, strict=True):
            docs = list(islice(parsed, len(parts)))
            for doc in docs:
                misreadings.mend(doc)
                tersely.mend(doc)
            yield _document(draft, docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False))


def _lowered(draft: Draft, parser: Language) -> Draft:
    if not draft.shouted and not draft.titled:
        return draft
    return replace(draft, text=lowered(draft.text, draft.shouted, draft.titled, parser))


def _document(draft: Draft, doc: Doc) -> Document:
    return Document(
        report=draft.report,
        text=draft.text,
        offsets=draft.offsets,
        parse=doc,
        published=draft.published,
        dated_by=draft.dated_by,
        desk=draft.desk,
        body=draft.body,
        paragraphs=draft.paragraphs,
        furniture=draft.furniture,
        quotations=draft.quotations,
    )


def _pieces(draft: Draft, parser: Language) -> list[Doc]:
    starts = sorted({*(start for start, _ in draft.paragraphs), *draft.sentence_starts})
    pieces = []
    for first, last in _cuts(draft.text):
        doc = parser.make_doc(draft.text[first:last])
        _name_groups(doc)
        set_starts(doc, [start - first for start in starts if first <= start < last])
        pieces.append(doc)
    return pieces


def _name_groups(doc: Doc) -> None:
    """Lets the parser read "IS fighters" as it reads "NATO soldiers", not as a form of "to be"."""
    for token in doc:
        if token.text == "IS":
            token.norm_ = "nato"


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while len(text) - at > PIECE:
        end = _cut(text, at)
        yield at, end
        at = end
    yield at, len(text)


def _cut(text: str, at: int) -> int:
    """The end of a piece: after a paragraph if one ends in its last half, else a sentence, else a word."""
    for pattern in _PIECE_ENDS:
        ends = [match.end() for match in pattern.finditer(text, at + PIECE // 2, at + PIECE)]
        if ends:
            return ends[-1]
    return at + PIECE
