"""Scorers of layers: times, places, quotations."""

from __future__ import annotations

from benchmarks.scoring import attribution, places, times
from warmonitor.records import Attribution, Span, TimeExpression, Toponym


def _time(start: int, end: int, value: str) -> TimeExpression:
    return TimeExpression(report_id="r", start=start, end=end, value=value)


def _gold_time(start: int, end: int, value: str | None, nested: bool = False) -> times.GoldTime:
    return times.GoldTime(start=start, end=end, value=value, nested=nested)


def test_times_that_are_all_right() -> None:
    gold = times.Gold(report_id="r", spans=(_gold_time(0, 8, "2020-02"), _gold_time(20, 30, None)))
    found = [_time(0, 8, "2020-02"), _time(20, 30, "PAST_REF")]
    assert set(times.score([gold], found).figures.values()) == {100.0}
    assert set(times.score([gold], []).figures.values()) == {0.0}


def test_a_time_inside_another_neither_earns_nor_costs() -> None:
    gold = times.Gold(report_id="r", spans=(_gold_time(0, 20, "1944-06-06"), _gold_time(4, 8, "1944", nested=True)))
    assert times.score([gold], [_time(0, 20, "1944-06-06"), _time(4, 8, "1944")]).headline == 100.0


def test_a_shorter_time_counts_when_relaxed_only() -> None:
    gold = times.Gold(report_id="r", spans=(_gold_time(0, 20, "1944-06-06"),))
    figures = times.score([gold], [_time(4, 20, "1944-06-06")]).figures
    assert (figures["value F1, relaxed"], figures["value F1, strict"]) == (100.0, 0.0)


def _toponym(start: int, end: int, lat: float | None, lon: float | None, neutral: bool = False) -> places.GoldToponym:
    return places.GoldToponym(start=start, end=end, lat=lat, lon=lon, neutral=neutral)


def test_toponyms_within_a_hundred_miles() -> None:
    gold = places.Gold(
        report_id="r", corpus="own", spans=(_toponym(0, 6, 15.0, 44.0), _toponym(9, 15, None, None, neutral=True))
    )
    near = Toponym(report_id="r", start=0, end=6, name="Saada", lat=15.9, lon=44.0)
    demonym = Toponym(report_id="r", start=9, end=15, name="Yemeni")
    assert set(places.score([gold], [near, demonym]).figures.values()) == {100.0}
    assert places.score([gold], [near.model_copy(update={"lat": None, "lon": None})]).headline == 0.0
    assert places.score([gold], []).headline == 0.0


def test_who_said_what_in_runs_of_tokens() -> None:
    text = "Officials said roads were closed"
    starts = [0, 10, 15, 21, 26]
    tokens = tuple((start, start + len(text[start:].split()[0])) for start in starts)
    row = attribution.Row(tokens=tokens, spans=(("source", 0, 0), ("cue", 1, 1), ("content", 2, 4)))
    gold = attribution.Gold(report_id="r", rows=(row,))

    def span(start: int, end: int) -> Span:
        return Span(start=start, end=end, text=text[start:end])

    quote = Attribution(report_id="r", source=span(0, 9), cue=span(10, 14), content=(span(15, 32),))
    assert set(attribution.score([gold], [quote]).figures.values()) == {100.0}
    assert set(attribution.score([gold], []).figures.values()) == {0.0}
    shorter = quote.model_copy(update={"content": (span(15, 25),)})
    assert attribution.score([gold], [shorter]).figures["content F1, exact"] == 0.0
