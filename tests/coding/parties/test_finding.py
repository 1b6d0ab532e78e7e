"""What holds for every text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from warmonitor.coding.parties import ActorLexicon, Parties, find, lexicon
from warmonitor.records import Document, OffsetMap, Report

WORDS = st.sampled_from(
    "Syrian army rebels backed by Turkey of the members Assad 's forces - held they who it both sides said “ ” and "
    "Russia Damascus U.S.-backed pro government others 12 killed Al-Nusra \n \0 الجيش group Kurdish".split(" ")
)
NAMES = lexicon()


def unparsed(nlp: Language, words: list[str], quotations: tuple[tuple[int, int], ...] = ()) -> Document:
    parse = Doc(nlp.vocab, words=words)
    text = parse.text
    return Document(
        report=Report(id="t", text=text), text=text, offsets=OffsetMap(), parse=parse, published=None, dated_by=None,
        desk=None, body=0, paragraphs=((0, len(text)),), furniture=(), quotations=quotations,
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Rebels", "the of", "-backed", "a\0b", "الجيش السوري قصف إدلب", "“"])
def test_no_text_is_too_odd(parties: Callable[[str], Parties], text: str) -> None:
    assert all(0 <= mention.start < mention.end <= len(text) for mention in parties(text))


@settings(max_examples=60, deadline=None)
@given(words=st.lists(WORDS, max_size=40))
def test_mentions_lie_in_the_text_in_order(nlp: Language, words: list[str]) -> None:
    document = unparsed(nlp, words, ((0, 10),) if len(words) > 6 else ())
    found = find(document, NAMES)
    assert all(0 <= mention.start < mention.end <= len(document.text) for mention in found)
    assert [mention.start for mention in found] == sorted(mention.start for mention in found)
    assert found == find(document, NAMES)


def test_a_sentence_without_end_is_read(nlp: Language) -> None:
    words = "Syrian army soldiers said they killed rebels backed by Turkey and others of the group".split() * 1300
    assert len(find(unparsed(nlp, words), NAMES)) > 1000


def test_a_span_finds_the_mention_that_shares_most(parties: Callable[[str], Parties]) -> None:
    text = "Syrian rebels backed by Turkey took a village."
    found = parties(text)
    mention = found.for_span(0, 13)
    assert mention is not None
    assert mention.kind == "rebel"
    assert found.for_span(38, 45) is None


def test_the_lexicon_names_known_actors_only(actors: ActorLexicon) -> None:
    for identity in actors.proxies.values():
        known = identity in actors.actors or identity.partition(":")[0] in ("army", "rebel", "proxy", "separatist")
        assert known, identity
    for row in actors.people.values():
        assert row.forces is None or row.forces in actors.actors or row.forces.startswith("army:"), row.name


def test_every_country_of_the_tables_is_known(actors: ActorLexicon) -> None:
    named = {row.country for row in actors.people.values()} | {actor.country for actor in actors.actors.values()}
    assert named - {None} <= set(actors.countries)
