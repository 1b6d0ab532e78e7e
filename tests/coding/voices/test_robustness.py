from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from warmonitor.coding import voices
from warmonitor.coding.voices import VoiceLexicon
from warmonitor.records import Document

Make = Callable[..., Document]

PLAIN = 'said " “ ” , . the army He according to that was quoted as saying reportedly claim and adding Omar al-Haddad'
WORDS = st.sampled_from([*PLAIN.split(), "'s", "not", "told", "Reuters", "\n\n", "\x00", "مرحبا"])


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=st.lists(WORDS, max_size=40))
def test_any_words_give_voices_within_the_text(document: Make, lexicon: VoiceLexicon, words: list[str]) -> None:
    found = document(" ".join(words))
    heard = voices.find(found, lexicon)
    for at, voice in enumerate(heard):
        for start, end in [part for part in (voice.source, voice.cue, *voice.contents) if part]:
            assert 0 <= start < end <= len(found.text)
        assert voice.within is None or (0 <= voice.within < len(heard) and voice.within != at)


@pytest.mark.parametrize("text", ["", " ", "said", '"', "\x00\x00", "قال الجيش إن الجسر سقط."])
def test_the_smallest_texts(document: Make, lexicon: VoiceLexicon, text: str) -> None:
    voices.find(document(text), lexicon)
    voices.attributions(document(text), lexicon)


def test_a_text_without_a_parse(document: Make, nlp: Language, lexicon: VoiceLexicon) -> None:
    text = 'Omar said "no" .'
    bare = replace(document(text), parse=Doc(nlp.vocab, words=text.split()))
    voices.find(bare, lexicon)


def test_one_sentence_of_many_words(document: Make, nlp: Language, lexicon: VoiceLexicon) -> None:
    words = ["the", "army", "said", "that"] * 5000
    tags = ["DT", "NN", "VBD", "IN"] * 5000
    lemmas = ["the", "army", "say", "that"] * 5000
    parse = Doc(nlp.vocab, words=words, tags=tags, heads=[0] * 20000, deps=["dep"] * 20000, lemmas=lemmas)
    began = time.process_time()
    voices.find(replace(document(""), text=parse.text, parse=parse), lexicon)
    assert time.process_time() - began < 20  # a bound against quadratic growth, not a measure of speed


def test_the_same_text_gives_the_same_voices(document: Make, lexicon: VoiceLexicon) -> None:
    text = 'The army said the hill fell, adding that "two posts" burned. Residents told Reuters they had fled.'
    assert voices.find(document(text), lexicon) == voices.find(document(text), lexicon)
