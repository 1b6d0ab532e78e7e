"""What the finder takes for a toll, of which kind, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.coding.mentions import TollMention
from warmonitor.coding.tolls import TollLexicon, find, lexicon
from warmonitor.records import Document, OffsetMap, Report

Tolls = Callable[[str], tuple[TollMention, ...]]
BLANK = spacy.blank("en")
LEXICON = lexicon()


def told(text: str, mentions: tuple[TollMention, ...]) -> list[tuple[str, str]]:
    return [(mention.kind, text[mention.start : mention.end]) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four nurses were killed in the shelling.", [("killed", "Four nurses")]),
        ("The rocket killed four nurses.", [("killed", "four nurses")]),
        ("Two rebels killed mayors.", [("killed", "mayors")]),
        ("The blast killed children near the well.", [("killed", "children")]),
        ("The bishop condemned the murder of the teachers.", [("killed", "the teachers")]),
        ("Gunmen abducted aid workers at the crossing.", [("captured", "aid workers")]),
        ("The shell wounded a boy and his mother.", [("injured", "a boy"), ("injured", "his mother")]),
        ("The murder of Senator Pavel Novak shocked the country.", [("killed", "Senator Pavel Novak")]),
        ("A car bomb left 5 dead and 12 wounded.", [("killed", "5 dead"), ("injured", "12 wounded")]),
        ("Three miners died and eight were hurt.", [("killed", "Three miners"), ("injured", "eight")]),
        ("11 farmers were killed and 30 injured.", [("killed", "11 farmers"), ("injured", "30 injured")]),
        ("Officials confirmed the deaths of 13 people.", [("killed", "13 people")]),
        ("The ministry recorded 13 deaths in May.", [("killed", "13 deaths")]),
        ("The blast claimed the lives of seven soldiers.", [("killed", "seven soldiers")]),
        ("After the death of Pavel Novak, a union leader, shops closed.", [("killed", "Pavel Novak")]),
        ("The blast killed its commander, Gen. Pavel Novak, in Gori.", [("killed", "Gen. Pavel Novak")]),
        ("The mayor's wife, Ana Kos, was shot to death on Friday.", [("killed", "Ana Kos")]),
        ("The minister's driver was wounded.", [("injured", "The minister's driver")]),
        ("A 15-year-old niece of the mayor was hurt.", [("injured", "A 15-year-old niece")]),
        ("Two policemen burned to death in their car.", [("killed", "Two policemen")]),
        ("Bandits seized more than 300 pupils from a school.", [("captured", "more than 300 pupils")]),
        ("Gunmen took away 25 students.", [("captured", "25 students")]),
        ("The vice principal was shot dead.", [("killed", "The vice principal")]),
        ("Ana Kos and Jan Novak were murdered.", [("killed", "Ana Kos"), ("killed", "Jan Novak")]),
        ("9 dead in market blast", [("killed", "9 dead")]),
        ("6 persons killed 21 others injured in rocket fire", [("killed", "6 persons"), ("injured", "21 others")]),
        ("The death toll rose to 17.", [("killed", "17")]),
        ("The clashes raised the number of border guards killed this month to 23.", [("killed", "23")]),
        ("Some 4,000 villagers fled their homes.", [("displaced", "Some 4,000 villagers")]),
        ("The storm forced 17,000 to leave their homes.", [("displaced", "17,000")]),
        ("The camp shelters 30,000 refugees.", [("displaced", "30,000 refugees")]),
        ("Gunmen kidnapped two engineers.", [("captured", "two engineers")]),
        ("Rebels took 14 soldiers prisoner.", [("captured", "14 soldiers prisoner")]),
        ("Nine climbers are still missing.", [("missing", "Nine climbers")]),
        ("Police detained more than 200 protesters.", [("arrested", "more than 200 protesters")]),
        ("The army captured twelve villages.", [("towns_taken", "twelve villages")]),
        ("Kabul sent 500 soldiers to the valley.", [("troops_deployed", "500 soldiers")]),
        ("Jets carried out 40 air strikes.", [("strikes", "40 air strikes")]),
        ("Militants fired 30 rockets at the port.", [("strikes", "30 rockets")]),
        ("The flood destroyed 60 homes.", [("other", "60 homes")]),
        ("Donors pledged $2 billion.", [("other", "$2 billion")]),
        ("A child was killed by a mine.", [("killed", "A child")]),
        ("Two rebels killed the mayor.", [("killed", "the mayor")]),
        ("Three gunmen wounded him on Monday.", [("injured", "him")]),
        ("Ten drivers, including two women, were shot dead.", [("killed", "Ten drivers"), ("killed", "two women")]),
    ],
)  # fmt: skip
def test_counts_of_harm(tolls: Tolls, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, tolls(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The 12-year-old boy spoke to reporters on 27 February 2020.",
        "They met at 5 pm, 30 km from two main roads, for the second round.",
        "The Security Council adopted resolution 2254 with 14 votes.",
        "Two factions said they would attend the talks in 2019.",
        "S-300 systems and 122mm guns stand near the M5.",
        "Turnout fell to 60 percent in three provinces.",
        "Three gunmen fled into the hills of another 40 km range.",
        "Two of the soldiers told the radio about their day.",
        "The museum showed pictures of four firefighters.",
        "The arrest of the treasurer, the most important one, surprised them.",
        "One of the men wounded thanked the doctors.",
    ],
)
def test_numbers_that_nobody_was_hurt_by(tolls: Tolls, text: str) -> None:
    assert [mention for mention in tolls(text) if mention.kind in ("killed", "injured", "captured", "arrested")] == []


def test_killed_and_injured_together_bound_each_kind_from_above(tolls: Tolls) -> None:
    killed, injured = tolls("At the crossing 48 people were killed and injured.")
    assert {killed.kind, injured.kind} == {"killed", "injured"}
    assert (killed.low, killed.best, killed.high, killed.bound) == (None, None, 48, "<=")


def test_a_transitive_verb_outdoes_a_participle(tolls: Tolls) -> None:
    killed, injured = tolls("The war has claimed the lives of over 9,000 people injured 20,000 others.")
    assert (killed.kind, killed.best, injured.kind, injured.best) == ("killed", 9000, "injured", 20_000)


def test_homeless_is_the_telling_word(tolls: Tolls) -> None:
    text = "About 250 were left homeless."
    (mention,) = tolls(text)
    assert (mention.kind, text.split()[mention.predicate]) == ("displaced", "homeless.")


def test_groups_keep_the_words_of_the_report(tolls: Tolls) -> None:
    fighters, children = tolls("Nine Georgian border guards and two children were killed.")
    assert (fighters.group, fighters.group_kind) == ("Georgian border guards", "state_force")
    assert (children.group, children.group_kind) == ("children", "children")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Omar Haddad was killed on Monday.", [("killed", 1)]),
        ("He was wounded in the leg.", [("injured", 1)]),
        ("Omar Haddad killed the mood of the evening.", []),
        ("He died his hair.", []),
        ("Omar Haddad, 65, was killed on Monday.", [("killed", 1)]),
    ],
)
def test_one_person_by_name(tolls: Tolls, text: str, expected: list[tuple[str, float]]) -> None:
    assert [(mention.kind, mention.best) for mention in tolls(text)] == expected


def test_nothing_in_furniture_is_counted(document: Callable[..., Document], toll_lexicon: TollLexicon) -> None:
    plain = document("Read more: 12 killed in blast.")
    furnished = Document(
        report=plain.report, text=plain.text, offsets=plain.offsets, parse=plain.parse, published=None, dated_by=None,
        desk=None, body=0, paragraphs=plain.paragraphs, furniture=((0, len(plain.text)),), quotations=(),
    )  # fmt: skip
    assert find(plain, toll_lexicon)
    assert not find(furnished, toll_lexicon)


@given(st.text(alphabet=st.sampled_from("12 ,.-–$%\n\0אبa"), max_size=60) | st.text(max_size=80))
def test_no_text_breaks_it_and_all_spans_are_inside(text: str) -> None:
    check_unparsed(text)


@given(
    st.lists(
        st.sampled_from("killed 12 and wounded five , people of the dozens including were 3 million at least".split())
    )
)
def test_any_order_of_toll_words_is_read(words: list[str]) -> None:
    check_unparsed(" ".join(words))


def check_unparsed(text: str) -> None:
    document = Document(
        report=Report(id="t", text=text), text=text, offsets=OffsetMap(), parse=BLANK(text), published=None,
        dated_by=None, desk=None, body=0, paragraphs=((0, len(text)),), furniture=(), quotations=(),
    )  # fmt: skip
    found = find(document, LEXICON)
    for at, mention in enumerate(found):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.part_of is None or (0 <= mention.part_of < len(found) and mention.part_of != at)


def test_a_plural_without_a_number_is_two_at_least(tolls: Tolls) -> None:
    (mention,) = tolls("The prisoners were executed on Friday.")
    assert (mention.low, mention.high, mention.best, mention.bound) == (2, None, None, "~")


@pytest.mark.parametrize(
    "text", ["The dead were mourned by villagers.", "Soldiers said they killed nobody."]
)
def test_plurals_of_those_whom_nothing_befell_are_no_toll(tolls: Tolls, text: str) -> None:
    assert not any(mention.group in ("villagers", "Soldiers") for mention in tolls(text))
