"""The words of a document as plain lists: asking a parse for one attribute of one token at a time is slow."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

_CLITICS = frozenset(("'s", "’s", "'S", "’S"))


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
    """Words behind the first in the full names of people, in lower case: "Ana Ruiz Soto" may be called Ruiz or Soto."""
    dep: list[str]
    head: list[int]

    def __len__(self) -> int:
        return len(self.text)


def words(parse: Doc) -> Words:
    """Reads a parse once. A token that ends in an unsplit possessive ("Canada’s") ends before it."""
    text: list[str] = []
    start: list[int] = []
    tag: list[str] = []
    label: list[str] = []
    opens: list[bool] = []
    dep: list[str] = []
    head: list[int] = []
    for token in parse:
        word = token.text
        text.append(word[:-2] if len(word) > 3 and word[-2:] in _CLITICS else word)
        start.append(token.idx)
        tag.append(token.tag_)
        label.append(token.ent_type_)
        opens.append(token.is_sent_start is True)
        dep.append(token.dep_)
        head.append(token.head.i)
    entity = [(i, i) for i in range(len(text))]
    surnames: set[str] = set()
    for span in parse.ents:
        entity[span.start : span.end] = [(span.start, span.end - 1)] * (span.end - span.start)
        if span.label_ == "PERSON" and "and" not in text[span.start : span.end]:
            surnames.update(word.lower() for word in text[span.start + 1 : span.end] if word[0].isupper())
    end = [at + len(word) for at, word in zip(start, text, strict=True)]
    lower = [word.lower() for word in text]
    return Words(parse.text, text, lower, start, end, tag, label, entity, opens, frozenset(surnames), dep, head)
