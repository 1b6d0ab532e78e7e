"""Page furniture is told from text."""

from __future__ import annotations

import pytest

from warmonitor.reading import prepare
from warmonitor.records import Report

LEAD = "Shells fell on the market of Marjeh at noon on Tuesday, residents of the town said."
END = "The ministry in the capital did not answer questions about the shells that day."


def furniture(text: str) -> list[str]:
    draft = prepare(Report(id="r", text=text))
    return [draft.text[start:end] for start, end in draft.furniture]


@pytest.mark.parametrize(
    "line",
    [
        "Share on Facebook", "Facebook Twitter WhatsApp", "Advertisement", "12 comments", "Copy link",
        "Follow us on Twitter",
        "© 2021 The Marjeh Courier", "All rights reserved.", "Subscribe to our newsletter for the latest updates",
        "This website uses cookies to improve your experience.", "Read more: Rebels take the mill", "Getty Images",
        "Reporting by Ada Moreno; editing by Jo Lee", "Tags: war, shells, market", "Skip to main content",
    ],
)  # fmt: skip
def test_lines_of_a_page(line: str) -> None:
    assert furniture(f"{LEAD}\n\n{line}\n\n{END}") == [line]


@pytest.mark.parametrize("heading", ["Recommended Stories", "Related Articles", "Most read", "Also read"])
def test_headlines_under_a_heading(heading: str) -> None:
    text = f"{LEAD}\n\n{heading}\n\nRebels Kill 12 in Raid on Mill\n\nShip Sinks Off Coast\n\n{END}"
    assert furniture(text) == [heading, "Rebels Kill 12 in Raid on Mill", "Ship Sinks Off Coast"]


@pytest.mark.parametrize("tail", ["Agencies contributed to this report", "--AFP", "12", "(Reuters)"])
def test_the_last_words(tail: str) -> None:
    assert furniture(f"{LEAD} {END} {tail}") == [tail]


def test_a_paragraph_given_twice_counts_once() -> None:
    assert furniture(f"{LEAD}\n\n{END}\n\n{LEAD}") == [LEAD]


def test_a_sentence_given_twice_counts_once() -> None:
    assert furniture(f"{LEAD} {LEAD} {END}") == [LEAD]


OTHERS = ("Ship sinks off the northern coast", "Voters go to the polls again", "Bread prices rise in the capital")


def test_headlines_of_other_stories_after_the_text() -> None:
    assert furniture("\n\n".join((LEAD, END, *OTHERS))) == list(OTHERS)


def test_headlines_of_other_stories_before_the_text() -> None:
    own = "Shells fall on market of Marjeh"
    others = (*OTHERS, "Parliament votes on the new budget", "Storm closes the airport for hours")
    assert furniture("\n\n".join((*others, own, LEAD, END))) == list(others)


def test_a_list_after_a_colon_is_text() -> None:
    dead = ("Omar Haddad, farmer from the mill", "Salma Haddad, his wife and aide", "Ali Nasser, guard at the gate")
    assert furniture("\n\n".join((LEAD, END, "The dead were named:", *dead))) == []


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        f"{LEAD}\n\n{END}",
        "Share prices fell after the attack on the port, traders said on Monday morning.",
        "More than 40 people were killed in the raid, the ministry said.",
        "Five killed in Marjeh\n\nThe dead:\n\nOmar Haddad, 24\n\nSalma Haddad, 7",
        "Kharkiv Region\n800 people evacuated\nSumy Region\n34,000 evacuated",
        "Witnesses posted images of the strike on Facebook and Twitter.",
        "The latest strikes killed 12 people in Marjeh",
        "Watch towers along the border were shelled overnight, killing two guards.",
    ],
)
def test_text_is_left_alone(text: str) -> None:
    assert furniture(text) == []


APPEAL = "Do you rely on our reporting? For as little as $5 a month you can join our community of readers."


def test_words_to_the_reader_of_the_page() -> None:
    assert furniture(f"{LEAD}\n\n{APPEAL}\n\nYou will be the first to know.") == [
        APPEAL, "You will be the first to know.",
    ]  # fmt: skip


def test_what_is_quoted_is_said_to_somebody_else() -> None:
    assert furniture(f'{LEAD}\n\n"Join our community of fighters, or you will die," a leaflet said.\n\n{END}') == []
