from __future__ import annotations

from coding.voices.hearing import Layer


def test_the_whole_noun_phrase_is_the_source(attributed: Layer) -> None:
    (quote,) = attributed("Ana Ruiz, a mayor who fled in May, said the bridge was gone.")
    assert quote.source
    assert quote.source.text == "Ana Ruiz, a mayor who fled in May,"


def test_quotation_marks_belong_to_the_content(attributed: Layer) -> None:
    (quote,) = attributed('"The bridge is gone," Ana Ruiz said.')
    assert [span.text for span in quote.content] == ['"The bridge is gone,"']


def test_a_partial_quotation_is_kept_whole(attributed: Layer) -> None:
    (quote,) = attributed('Ana Ruiz said the town was "finished. It will not be rebuilt."')
    assert quote.content[0].text.endswith('"finished. It will not be rebuilt."')


def test_attitudes_count(attributed: Layer) -> None:
    (quote,) = attributed("The farmers want to return to their fields.")
    assert quote.cue
    assert (quote.cue.text, quote.content[0].text) == ("want", "to return to their fields")


def test_what_stands_within_a_quotation_is_left_out(attributed: Layer) -> None:
    (quote,) = attributed('"I think he said no," Ana Ruiz said.')
    assert quote.source
    assert quote.source.text == "Ana Ruiz"


def test_spans_are_in_the_text(attributed: Layer) -> None:
    text = 'He said:  “The  roof,quot; fell.” “Nobody” knew,\n\nthe mayor\xa0added.'
    for quote in attributed(text):
        for span in (quote.source, quote.cue, *quote.content):
            assert span is None or text[span.start : span.end] == span.text
