"""Whatever the text: mentions lie in it, in order, and no time ends before it starts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.codebook.tables import read_table
from warmonitor.coding.times import TimeGrammar, choose, find, grammar
from warmonitor.coding.times.grammar import RuleRow, WordRow
from warmonitor.records import Document, OffsetMap, Report

BLANK = spacy.blank("en")
GRAMMAR: TimeGrammar = grammar()

WORDS = [row.word for row in read_table("time_words", WordRow)]
EXAMPLES = [row.example for row in read_table("time_rules", RuleRow)]
SIGNS = ["31", "30", "99", "1999", "0000", "2020", "BC", ".", ",", "-", "\n\n", "May", "the", "٣"]
PIECES = st.sampled_from([*WORDS, *EXAMPLES, *SIGNS])
FORMS = ["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A %d %B %Y"]
TEXTS = st.one_of(
    st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=12).map("".join), st.text(max_size=60)
)


def unparsed(text: str, published: date | None) -> Document:
    """A document that no parser has seen: only words."""
    report = Report(id="t", text=text, published=published)
    return Document(
        report=report, text=text, offsets=OffsetMap(), parse=BLANK.make_doc(text), published=published, dated_by=None,
        desk=None, body=0, paragraphs=((0, len(text)),), furniture=(), quotations=(),
    )  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.one_of(st.none(), st.dates(date(1, 1, 2), date(9999, 12, 30))))
def test_mentions_lie_in_the_text_in_order(text: str, published: date | None) -> None:
    document = unparsed(text, published)
    mentions = find(document, GRAMMAR)
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        end = mention.end
        assert mention.value
        if mention.when and mention.when.start and mention.when.end:
            assert mention.when.start <= mention.when.end
    if len(document.parse):
        choose(mentions, document, (0, len(text)), 0)


@settings(deadline=None, max_examples=60)
@given(
    st.dates(date(1500, 1, 1), date(2099, 12, 31)),
    st.sampled_from(FORMS),
)
def test_a_full_date_means_itself(some: date, form: str) -> None:
    text = f"It happened on {some.strftime(form)}."
    for published in (None, date(2020, 2, 27)):
        (mention,) = find(unparsed(text, published), GRAMMAR)
        assert mention.value == some.isoformat()
        assert mention.when is not None
        assert (mention.when.start, mention.when.end) == (some, some)


def test_a_very_long_sentence(document: Callable[..., Document]) -> None:
    text = "on Monday the next day in March " * 3000
    assert len(find(unparsed(text, date(2020, 2, 27)), GRAMMAR)) == 9000
