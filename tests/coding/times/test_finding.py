"""What a news report of Thursday 27 February 2020 means by its times."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from warmonitor.coding.mentions import TimeMention

One = Callable[..., tuple[str, str, tuple[str, str] | None]]
Times = Callable[..., tuple[TimeMention, ...]]

NEWS = [
    ("the town fell in march 2019", "2019-03", "2019-03-01", "2019-03-31"),
    ("Shells hit the market on Thursday.", "2020-02-27", "2020-02-27", "2020-02-27"),
    ("Two soldiers died on Tuesday.", "2020-02-25", "2020-02-25", "2020-02-25"),
    ("The two sides will meet on Friday.", "2020-02-28", "2020-02-28", "2020-02-28"),
    ("They planned to hold talks on Monday.", "2020-03-02", "2020-03-02", "2020-03-02"),
    ("The delegation is due to arrive on Thursday.", "2020-02-27", "2020-02-27", "2020-02-27"),
    ("A convoy was hit last Thursday.", "2020-02-20", "2020-02-20", "2020-02-20"),
    ("Sunday's raid killed six.", "2020-02-23", "2020-02-23", "2020-02-23"),
    ("A bomb exploded on Saturday night.", "2020-02-22TNI", "2020-02-22", "2020-02-22"),
    ("The army took the hill at dawn on Monday.", "2020-02-24TMO", "2020-02-24", "2020-02-24"),
    ("A car bomb exploded late on Tuesday.", "2020-02-25", "2020-02-25", "2020-02-25"),
    ("Yesterday evening two rockets hit the base.", "2020-02-26TEV", "2020-02-26", "2020-02-26"),
    ("They took the town this morning.", "2020-02-27TMO", "2020-02-27", "2020-02-27"),
    ("Warplanes bombed the town overnight.", "2020-02-27TNI", "2020-02-26", "2020-02-27"),
    ("Three weeks ago, fighters lost the city.", "2020-W06", "2020-02-06", "2020-02-06"),
    ("Two years ago, fighters lost the city.", "2018", "2018-02-27", "2018-02-27"),
    ("Nineteen soldiers have died this month.", "2020-02", "2020-02-01", "2020-02-27"),
    ("The road was cut earlier this month.", "2020-02", "2020-02-01", "2020-02-27"),
    ("The attack last week killed ten.", "2020-W08", "2020-02-17", "2020-02-23"),
    ("Talks are set for next week.", "2020-W10", "2020-03-02", "2020-03-08"),
    ("Clashes broke out over the weekend.", "2020-W08-WE", "2020-02-22", "2020-02-23"),
    ("Last year, 400 people were killed there.", "2019", "2019-01-01", "2019-12-31"),
    ("One million people have fled since December.", "2019-12", "2019-12-01", "2020-02-27"),
    ("More than 100 have died since the beginning of the year.", "2020", "2020-01-01", "2020-02-27"),
    ("In September the two leaders signed a deal.", "2019-09", "2019-09-01", "2019-09-30"),
    ("The ultimatum expires on March 1.", "2020-03-01", "2020-03-01", "2020-03-01"),
    ("Twenty villages fell in the past three days.", "P3D", "2020-02-24", "2020-02-27"),
    ("In recent weeks, thousands of troops crossed.", "PXW", "2020-02-06", "2020-02-27"),
    ("In recent days, rebels lost ground.", "PXD", "2020-02-22", "2020-02-27"),
    ("Raids went on for an eighth consecutive day.", "P8D", "2020-02-20", "2020-02-27"),
    ("The raids went on for a third day.", "P3D", "2020-02-25", "2020-02-27"),
    ("They were hit in the early hours of today.", "2020-02-27TMO", "2020-02-27", "2020-02-27"),
    ("It was hit the day before yesterday.", "2020-02-25", "2020-02-25", "2020-02-25"),
    ("Hours after the capture, the army struck back.", "PTXH", "2020-02-27", "2020-02-27"),
    ("The city is now calm.", "PRESENT_REF", "2020-02-27", "2020-02-27"),
    ("In the first week of February 50 people died.", "P1W", "2020-02-01", "2020-02-07"),
    ("The village was burnt in 2014.", "2014", "2014-01-01", "2014-12-31"),
    ("Fighting was heavy in the 1990s.", "199", "1990-01-01", "1999-12-31"),
    ("Output fell in the third quarter of 2019.", "2019-Q3", "2019-07-01", "2019-09-30"),
    ("Output fell in mid-October.", "2019-10", "2019-10-11", "2019-10-20"),
    ("It was signed on 26/02/2020.", "2020-02-26", "2020-02-26", "2020-02-26"),
    ("Fire was opened at 5 p.m. on Monday.", "2020-02-24T17:00", "2020-02-24", "2020-02-24"),
]


@pytest.mark.parametrize(("text", "value", "start", "end"), NEWS)
def test_news_is_told_from_the_day_of_the_report(only: One, text: str, value: str, start: str, end: str) -> None:
    assert only(text)[1:] == (value, (start, end))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The crossing was closed for two weeks.", "P2W"),
        ("It was a three-day battle.", "P3D"),
        ("For months, residents have had no water.", "PXM"),
        ("It took a year and a half.", "P1.5Y"),
        ("They get water twice per week.", "P1W"),
        ("They are shelled every day.", "P1D"),
        ("They protest every Friday.", "XXXX-WXX-5"),
        ("The former governor spoke.", "PAST_REF"),
    ],
)
def test_durations_and_sets_have_no_days(only: One, text: str, value: str) -> None:
    assert only(text)[1:] == (value, None)


@pytest.mark.parametrize(
    "text",
    [
        "They may march to the fall of the house.",
        "The Arab Spring changed little.",
        "Some 1200 men and 1600 women were held; they paid $1950.",
        "A second shell hit the past and the present.",
        "",
        "\x00\x00",
        "قصفت الطائرات المدينة",
    ],
)
def test_words_that_only_look_like_times(times_of: Times, text: str) -> None:
    assert [mention for mention in times_of(text) if mention.rule not in ("past", "now")] == []


def test_days_told_from_one_another(times_of: Times) -> None:
    first, second, third = times_of("He was held on 20 January. The next day he was freed, and fled two days later.")
    assert [first.value, second.value, third.value] == ["2020-01-20", "2020-01-21", "2020-01-23"]


def test_a_time_of_day_is_of_the_day_that_follows(times_of: Times) -> None:
    noon, clock, tuesday = times_of("It was hit around noon (0900 GMT) on Tuesday.")
    assert [noon.value, clock.value, tuesday.value] == ["2020-02-25TMI", "2020-02-25T09:00", "2020-02-25"]


def test_a_range_has_the_days_of_the_whole_at_both_ends(times_of: Times) -> None:
    for text in ("between 3 and 5 March 2019", "from 3 to 5 March 2019", "on 3-5 March 2019"):
        first, last = times_of(f"They fought {text}.")
        assert (first.value, last.value) == ("2019-03-03", "2019-03-05")
        assert first.when == last.when
        assert first.when is not None
        assert (first.when.start, first.when.end) == (date(2019, 3, 3), date(2019, 3, 5))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("He told them to leave by the end of February.", date(2020, 2, 29)),
        ("They must withdraw by Friday.", date(2020, 2, 28)),
        ("They must leave within 48 hours.", date(2020, 2, 29)),
        ("The truce will hold until the end of the month.", date(2020, 2, 29)),
    ],
)
def test_deadlines(times_of: Times, text: str, end: date) -> None:
    (mention,) = times_of(text)
    assert mention.deadline
    assert mention.when is not None
    assert mention.when.end == end


def test_what_is_past_is_no_deadline(times_of: Times) -> None:
    (mention,) = times_of("By Tuesday, the army had taken the town.")
    assert not mention.deadline


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They left on Thursday.", "XXXX-WXX-4"),
        ("They left last week.", "XXXX-WXX"),
        ("They left yesterday.", "XXXX-XX-XX"),
        ("They left three weeks ago.", "PAST_REF"),
        ("They left in September.", "XXXX-09"),
        ("They left on 3 May.", "XXXX-05-03"),
        ("They left the next day.", "XXXX-XX-XX"),
        ("They have gone since this month.", "XXXX-XX"),
        ("They left overnight.", "XXXX-XX-XXTNI"),
    ],
)
def test_without_a_report_date_nothing_is_invented(only: One, text: str, value: str) -> None:
    assert only(text, None)[1:] == (value, None)


def test_without_a_report_date_full_dates_still_hold(times_of: Times) -> None:
    first, second, third = times_of("On 3 May 2019 it rained. The next day it stopped. In June it was dry.", None)
    assert [first.value, second.value, third.value] == ["2019-05-03", "2019-05-04", "2019-06"]


def test_same_text_same_mentions(times_of: Times) -> None:
    text = "On Thursday they left; three days later, in March 2021, some came back."
    assert times_of(text) == times_of(text)
