"""Who pronouns stand for."""

from __future__ import annotations

from collections.abc import Callable

from warmonitor.coding.mentions import PartyMention
from warmonitor.coding.parties import ActorLexicon, find
from warmonitor.records import Document

Who = Callable[[str, str], PartyMention]


def test_they_are_the_subject_of_the_verb_above(who: Who) -> None:
    assert who("Syrian rebels said they had taken the town.", "they").kind == "rebel"


def test_it_is_who_speaks(who: Who) -> None:
    assert who("The Turkish defence ministry said it had struck a convoy in Syria.", "it").entity == "army:TUR"


def test_he_is_a_person(who: Who) -> None:
    assert who("Vladimir Putin spoke to the army in Russia. He promised help.", "He").name == "Vladimir Putin"


def test_who_is_the_noun_before_it(who: Who) -> None:
    assert who("Civilians who fled Mariupol, Ukraine, slept outside.", "who").kind == "civilians"


def test_it_may_mean_nobody(nobody: Callable[[str, str], bool]) -> None:
    assert nobody("The army left Homs, Syria. It is raining there.", "It")


def test_others_are_of_the_kind_just_named(who: Who) -> None:
    assert (
        who("Two Turkish soldiers were killed and three others were wounded in Syria.", "others").entity == "army:TUR"
    )


def test_we_are_those_whom_the_speaker_speaks_for(document: Callable[..., Document], actors: ActorLexicon) -> None:
    text = '"We will answer every attack," Netanyahu said.'
    plain = document(text)
    quoted = Document(**{name: getattr(plain, name) for name in plain.__slots__} | {"quotations": ((1, 29),)})
    mention = find(quoted, actors).at(1)
    assert mention is not None
    assert mention.entity == "government:ISR"


def test_those_counted_are_not_those_who_killed_them(who: Who) -> None:
    assert who("Rebels killed dozens in Bangui, Central African Republic.", "dozens").kind == "civilians"
