"""The words of a document as plain lists: asking a parse for one attribute of one token at a time is slow."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

_CLITICS = ("'s", "’s", "'S", "’S", "s'", "s’")


@dataclass(frozen=True, slots=True)
class Words:
    """Token by token: the text, where it starts and ends, its tag and its entity label."""

    source: str
    text: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    tag: list[str]
    label: list[str]
    entity: list[tuple[int, int]]
    """First and last token of the parser's named entity; (i, i) outside of any."""
    opens: list[bool]
    """Whether a sentence starts here."""
    surnames: frozenset[str]
    """Last words of the full names of people, in lower case."""
    dep: list[str]
    head: list[int]

    def __len__(self) -> int:
        return len(self.text)


def words(parse: Doc) -> Words:
    """Reads a parse once. A token that ends in an unsplit possessive ("Canada’s") ends before it."""
    tokens = list(parse)
    text = [t.text for t in tokens]
    start = [t.idx for t in tokens]
    for i, word in enumerate(text):
        if len(word) > 3 and word[-2:] in _CLITICS[:4]:
            text[i] = word[:-2]
    entity = [(i, i) for i in range(len(text))]
    for span in parse.ents:
        for i in range(span.start, span.end):
            entity[i] = (span.start, span.end - 1)
    people = [span for span in parse.ents if span.label_ == "PERSON" and len(span) > 1]
    return Words(
        source=parse.text,
        text=text,
        lower=[word.lower() for word in text],
        start=start,
        end=[s + len(word) for s, word in zip(start, text, strict=True)],
        tag=[t.tag_ for t in tokens],
        label=[t.ent_type_ for t in tokens],
        entity=entity,
        opens=[t.is_sent_start is True for t in tokens],
        surnames=frozenset(text[span.end - 1].lower() for span in people if text[span.end - 1][0].isupper()),
        dep=[t.dep_ for t in tokens],
        head=[t.head.i for t in tokens],
    )
