"""Headers, bylines and datelines: the day of the report, and the correspondent's city."""

from __future__ import annotations

from datetime import date

import pytest

from warmonitor.reading import prepare
from warmonitor.records import Report

TEXT = "Shells fell on the market at noon, residents said."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (" date 2020-02-27 ", date(2020, 2, 27)),
        ("Published: 3 March 2021\n\n", date(2021, 3, 3)),
        ("Published March 3 2021 - ", date(2021, 3, 3)),
        ("Updated 14:05 GMT, 3 March 2021\n", date(2021, 3, 3)),
        ("Posted on March 3, 2021 ", date(2021, 3, 3)),
        ("Last updated at Nov 012017 - ", date(2017, 11, 1)),
        ("2 Feb 2018 | ", date(2018, 2, 2)),
        ("2018-02-02: ", date(2018, 2, 2)),
        ("21.08.2013 - ", date(2013, 8, 21)),
        ("Sat Mar 12 2016 ", date(2016, 3, 12)),
        ("Shells on market\n\nFriday 21 January 2022 16:42, UK\n\n", date(2022, 1, 21)),
        ("Shells on market    AFP Monday 6 Jun 2016 ", date(2016, 6, 6)),
        ("By Ada Moreno\nMarch 3, 2021\n\n", date(2021, 3, 3)),
        ("Lima, 9 Jan 90 (EFE) -- ", date(1990, 1, 9)),
        ("LIMA, 9 JAN 90 (EFE) -- [REPORT] [TEXT] ", date(1990, 1, 9)),
        ("Aleppo, Feb. 3, 2016 (AFP) – ", date(2016, 2, 3)),
        ("BEIRUT, June 20 (Reuters) - ", None),
        ("05/06/2015 - ", None),
        ("31 February 2020 - ", None),
        ("", None),
    ],
)
def test_the_day_of_the_report(head: str, day: date | None) -> None:
    draft = prepare(Report(id="r", text=head + TEXT))
    assert draft.published == day
    assert (draft.dated_by is not None) or day is None


@pytest.mark.parametrize(
    "text",
    [
        "On 3 March 2021 shells fell on the market.",
        "3 March 2021 was the worst day, residents said.",
        "The town was captured on 3 March 2021.",
        "Lipova: Captured by Russia on 3 March 2022.",
        "March 3, 2021, saw the worst fighting, residents said.",
    ],
)
def test_a_date_in_a_sentence_is_no_header(text: str) -> None:
    assert prepare(Report(id="r", text=text)).published is None


def test_the_day_that_was_handed_in_counts() -> None:
    draft = prepare(Report(id="r", text="date 2020-02-27 " + TEXT, published=date(2020, 3, 1)))
    assert draft.published == date(2020, 3, 1)
    assert draft.dated_by is None


def test_the_words_that_date_the_report_are_in_the_original() -> None:
    report = Report(id="r", text="\x00 date&nbsp;2020-02-27 " + TEXT)
    dated_by = prepare(report).dated_by
    assert dated_by is not None
    assert report.text[dated_by.start : dated_by.end] == dated_by.text == "2020-02-27"


@pytest.mark.parametrize(
    ("head", "desk"),
    [
        ("BEIRUT, June 20 (Reuters) - ", "BEIRUT"),
        ("KYIV (AP) — ", "KYIV"),
        ("DAMASCUS, (SANA) - ", "DAMASCUS"),
        ("Damascus, SANA- ", "Damascus"),
        ("MANBIJ, Syria (North Press) – ", "MANBIJ"),
        ("Port-au-Prince, 3 May 2021 — ", "Port-au-Prince"),
        ("Shells on market\n\nKYIV, Ukraine — ", "KYIV"),
        ("By Ada Moreno in Goma\n\n", "Goma"),
        ("Published March 3 2021 - Shells on market of Marjeh | Courier - GOMA - ", "GOMA"),
        ("", None),
        ("The army - ", None),
        ("Free Marjeh Army (FMA) – ", None),
        ("Free Marjeh Army (Reserve) – a northern force – left. ", None),
        ("UN: ", None),
    ],
)
def test_the_desk(head: str, desk: str | None) -> None:
    draft = prepare(Report(id="r", text=head + TEXT))
    found = draft.text[draft.desk[0] : draft.desk[1]] if draft.desk else None
    assert found == desk


def test_the_body_starts_after_the_head() -> None:
    draft = prepare(Report(id="r", text="date 2020-02-27 BEIRUT (AP) — " + TEXT))
    assert draft.text[draft.body :] == TEXT


def test_a_headline_above_the_dateline_stays_in_the_body() -> None:
    draft = prepare(Report(id="r", text="Shells on market\n\nBEIRUT (AP) — " + TEXT))
    assert draft.body == 0
    assert [draft.text[start:end] for start, end in draft.furniture] == ["BEIRUT (AP) — "]


@pytest.mark.parametrize(
    "text", ["A-" * 80 + " (", "By " + "A" * 110 + "!", "A, " * 50, "x. " + "A" * 190, "12:00 " * 60]
)
def test_odd_heads_take_no_long_search(text: str) -> None:
    assert prepare(Report(id="r", text=text)).published is None


def test_a_dateline_behind_the_headline_of_its_line_is_a_desk() -> None:
    text = "Rockets kill six in Homs, reports say. BEIRUT May 3 (Reuters) - Six people were killed in Homs on Friday."
    draft = prepare(Report(id="r", text=text))
    assert draft.desk is not None
    assert draft.text[slice(*draft.desk)] == "BEIRUT"
