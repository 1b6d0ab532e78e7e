"""The monitor's day, on constructed reports."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from telegraph import Telegraph

from warmonitor import gazetteer
from warmonitor.errors import BadReport, BadRuling, InputError, NotThere, WarmonitorError
from warmonitor.ledgers import SourceRow
from warmonitor.monitor import Monitor, open_monitor, outline
from warmonitor.records import Filter, Report, Ruling, Span
from warmonitor.store import open_store

MONDAY = date(2020, 3, 2)
NOON = datetime(2020, 3, 9, 12, tzinfo=UTC)
STRIKE = "air_strike at Ariha on 2020-03-02"


@pytest.fixture
def coder() -> Telegraph:
    return Telegraph()


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store, to be copied: making one takes longer than most tests."""
    made = tmp_path_factory.mktemp("empty") / "war.db"
    with closing(open_store(made)) as store:
        store.migrate()
    return made


@pytest.fixture
def monitor(tmp_path: Path, coder: Telegraph, empty: Path) -> Iterator[Monitor]:
    place = shutil.copy(empty, tmp_path / "war.db")
    with open_monitor(place, build=lambda: coder, now=lambda: NOON) as opened:
        yield opened


def report(name: str, *lines: str, day: int = 2, outlet: str | None = None) -> Report:
    return Report(id=name, text="\n".join(lines), published=date(2020, 3, day), outlet=outlet)


def ruling(name: str, action: str, **fields: object) -> Ruling:
    return Ruling.model_validate({"id": name, "at": NOON, "by": "Rana", "action": action, **fields})


def test_adding_the_same_again_changes_nothing_and_says_so(monitor: Monitor, coder: Telegraph) -> None:
    reports = [report("a", f"monitor: {STRIKE} killed 9"), report("b", f"Turkey: {STRIKE} killed 11", day=3)]
    assert str(monitor.add(reports)) == "2 new, 0 changed, 0 same"
    before = monitor.incidents()
    assert str(monitor.add(reports)) == "0 new, 0 changed, 2 same"
    assert coder.coded == 2, "what is there is not coded again"
    assert monitor.incidents() == before
    assert monitor.status().pending == 0


def test_reports_of_one_strike_meet_in_one_incident(monitor: Monitor) -> None:
    monitor.add([report("a", f"monitor: {STRIKE} killed 9"), report("b", f"Turkey: {STRIKE} killed 11", day=3)])
    (found,) = monitor.incidents().incidents
    assert set(found.reports) == {"a", "b"}
    assert found.killed is not None
    assert (found.killed.low, found.killed.high) == (9, 11)
    assert monitor.incident(found.id[:8]) == found


def test_what_an_older_coder_coded_is_coded_again(
    monitor: Monitor, coder: Telegraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = [report("a", f"monitor: {STRIKE} killed 9")]
    monitor.add(reports)
    for room in ("adding", "health"):
        monkeypatch.setattr(f"warmonitor.monitor.{room}.coded_by", lambda: "warmonitor of tomorrow")
    assert "1 reports were coded by another version" in monitor.doctor()[0].what
    assert str(monitor.add(reports)) == "0 new, 1 changed, 0 same"
    assert (coder.coded, [kept.version for kept in monitor.versions("a")]) == (2, [1])
    assert monitor.doctor() == ()


def test_a_corrected_report_is_a_new_version_and_the_old_claims_stay_readable(monitor: Monitor) -> None:
    monitor.add([report("a", f"monitor: {STRIKE} killed 9")])
    assert str(monitor.add([report("a", f"monitor: {STRIKE} killed 12")])) == "0 new, 1 changed, 0 same"
    assert [kept.version for kept in monitor.versions("a")] == [1, 2]
    (old,), (new,) = monitor.claims_of("a", 1), monitor.claims_of("a")
    assert (old.coded.tolls[0].best, new.coded.tolls[0].best) == (9, 12)
    (found,) = monitor.incidents().incidents
    assert found.killed is not None
    assert found.killed.best == 12
    assert monitor.claim(old.coded.id).coded == old.coded


def test_a_report_that_cannot_be_coded_is_named_and_the_others_go_on(monitor: Monitor) -> None:
    errors: list[InputError] = []
    reports = [report("a", f"monitor: {STRIKE} killed 9"), report("bad", "? unreadable"), report("c", "nothing")]
    added = monitor.add(reports, errors.append)
    assert (added.new, added.failed) == (2, 1)
    assert [error.where for error in errors] == ["report 'bad'"]


def test_without_someone_to_tell_an_error_is_raised_and_what_was_coded_is_kept(monitor: Monitor) -> None:
    with pytest.raises(BadReport, match="bad"):
        monitor.add([report("a", f"monitor: {STRIKE} killed 9"), report("bad", "? nobody can read this")])
    assert monitor.report("a").version == 1
    assert monitor.store.pending() == ("a",), "it waits for the next add or reconcile"
    assert [problem.mend for problem in monitor.doctor()] == ["Say `warmonitor reconcile`."]
    assert monitor.reconcile().reports == 1
    assert monitor.incidents().total == 1


def test_a_stream_of_reports_is_taken_one_by_one(monitor: Monitor) -> None:
    asked: list[str] = []

    def stream() -> Iterator[Report]:
        for number in range(6):
            asked.append(f"kept {sum(1 for _ in monitor.store.reports())}")
            yield report(f"r{number}", f"monitor: {STRIKE} killed {number}")

    monitor.add(stream())
    assert asked == [f"kept {number}" for number in range(6)], "each is kept before the next is read"


def test_what_was_known_when(monitor: Monitor) -> None:
    monitor.add([report("a", f"monitor: {STRIKE} killed 9"), report("b", f"Turkey: {STRIKE} killed 11", day=4)])
    (now,) = monitor.incidents().incidents
    early, late = monitor.history(now.id)
    assert (early.day, early.reports, late.day, late.reports) == (MONDAY, ("a",), date(2020, 3, 4), ("b",))
    assert early.incident.killed is not None
    assert early.incident.killed.high == 9
    assert monitor.incident(now.id, as_of=date(2020, 3, 3)).reports == ("a",)
    assert monitor.incidents(as_of=date(2020, 3, 3)).incidents[0].reports == ("a",)
    assert monitor.incidents(as_of=date(2020, 3, 1)).total == 0
    with pytest.raises(NotThere, match="2020-03-01"):
        monitor.incident(now.id, as_of=date(2020, 3, 1))


@pytest.mark.parametrize(("rule", "best"), [("conservative", 9), ("latest", 14)])
def test_the_rule_of_the_best_figure_is_chosen(monitor: Monitor, rule: str, best: int) -> None:
    monitor.add([
        report("a", f"monitor: {STRIKE} killed 9"),
        report("b", f"Turkey: {STRIKE} killed 11", day=3),
        report("c", f"rebels: {STRIKE} killed 14", day=4),
    ])  # fmt: skip
    (found,) = monitor.incidents(rule=rule).incidents  # type: ignore[arg-type]
    assert found.killed is not None
    assert found.killed.best == best
    assert monitor.incident(found.id, rule=rule) == found  # type: ignore[arg-type]


@pytest.fixture
def strikes(monitor: Monitor) -> Monitor:
    """A strike told twice, another far off a month later, and a protest without a day."""
    monitor.add([
        report("a", f"monitor: {STRIKE} killed 9", outlet="The Herald"),
        report("b", f"Syrian army: denies {STRIKE}", day=3),
        report("c", "rebels: shelling at Saraqib by Russia on 2020-04-02 killed 3", day=28),
        report("d", "narrator: protest at Maarrat", day=28),
    ])  # fmt: skip
    return monitor


@pytest.mark.parametrize(
    ("where", "types"),
    [
        (Filter(), {"shelling", "air_strike", "protest"}),
        (Filter(place="Ariha"), {"air_strike"}),
        (Filter(actor="Russia"), {"shelling"}),
        (Filter(since=date(2020, 4, 1)), {"shelling"}),
        (Filter(until=date(2020, 3, 31)), {"air_strike"}),
        (Filter(types=("protest",)), {"protest"}),
        (Filter(status=("disputed",)), {"air_strike"}),
        (Filter(source="The Herald"), {"air_strike"}),
        (Filter(text="killed 3"), {"shelling"}),
    ],
)
def test_filters_leave_what_is_asked_for_now_and_as_of_a_day(strikes: Monitor, where: Filter, types: set[str]) -> None:
    now = strikes.incidents(where)
    assert {incident.event_type for incident in now.incidents} == types
    assert now.total == len(types)
    then = strikes.incidents(where, as_of=date(2020, 5, 1))
    assert [incident.id for incident in then.incidents] == [incident.id for incident in now.incidents]


@pytest.mark.parametrize("name", ["Saraqib", "Saraqeb", "سراقب"])
def test_a_place_is_found_under_other_spellings_of_its_name(strikes: Monitor, name: str) -> None:
    with gazetteer.open():
        pass  # built at its first use
    found = strikes.incidents(Filter(place=name)).incidents
    assert {incident.event_type for incident in found} == {"shelling"}


def test_pages_of_incidents_make_up_the_whole(strikes: Monitor) -> None:
    whole = strikes.incidents().incidents
    for as_of in (None, date(2020, 5, 1)):
        pages = [strikes.incidents(limit=1, offset=at, as_of=as_of) for at in range(4)]
        assert [incident.id for page in pages for incident in page.incidents] == [incident.id for incident in whole]
        assert {page.total for page in pages} == {3}


def test_outlines_are_of_the_same_incidents(strikes: Monitor) -> None:
    whole = strikes.incidents().incidents
    assert set(strikes.outlines().outlines) == set(map(outline, whole))
    ids = strikes.incident_ids()
    assert ids == tuple(found.id for found in whole)
    assert strikes.incidents_of((*reversed(ids), "gone")) == tuple(reversed(whole))


def test_a_ruling_moves_the_incident_and_undoing_it_moves_it_back(strikes: Monitor) -> None:
    (before,) = strikes.incidents(Filter(types=("shelling",))).incidents
    (told,) = strikes.ruled(before.claims)
    words = Span(start=0, end=6, text="rebels")
    made = strikes.rule(ruling("r1", "edit", claim=told.coded.id[:8], field="tolls.0.best", after=4, words=words))
    assert (made.claim, made.before, made.report_sha256) == (told.coded.id, 3, told.coded.report_sha256)
    after = strikes.incident(before.id)
    assert after.killed is not None
    assert after.killed.best == 4
    assert strikes.claim(told.coded.id).standing == "edited"
    strikes.rule(ruling("r2", "undo", undoes="r1"))
    assert strikes.incident(before.id) == before
    assert len(strikes.claim(told.coded.id).rulings) == 2


def test_a_rejected_claim_is_in_no_incident(strikes: Monitor) -> None:
    (protest,) = strikes.incidents(Filter(types=("protest",))).incidents
    strikes.rule(ruling("r1", "reject", claim=protest.claims[0]))
    assert strikes.incidents(Filter(types=("protest",))).total == 0
    assert protest.claims[0] not in {claim.id for claim in strikes.claims()}


def test_merging_leaves_the_old_address_and_undoing_gives_it_back(strikes: Monitor) -> None:
    shelling, strike = (strikes.incidents(Filter(types=(kind,))).incidents[0] for kind in ("shelling", "air_strike"))
    strikes.rule(ruling("r1", "merge", incident=strike.id, others=(shelling.id,)))
    merged = strikes.incident(shelling.id)
    assert merged == strikes.incident(strike.id)
    assert set(merged.claims) == {*strike.claims, *shelling.claims}
    strikes.rule(ruling("r2", "undo", undoes="r1"))
    assert strikes.incident(shelling.id).claims == shelling.claims
    assert strikes.incident(strike.id) == strike


def test_splitting_makes_two_and_undoing_one_again(strikes: Monitor) -> None:
    (strike,) = strikes.incidents(Filter(types=("air_strike",))).incidents
    off = next(told.coded for told in strikes.ruled(strike.claims) if told.coded.stance == "denies")
    strikes.rule(ruling("r1", "split", incident=strike.id, others=(off.id,)))
    assert strikes.incidents(Filter(types=("air_strike",))).total == 2
    assert off.id not in strikes.incident(strike.id).claims
    strikes.rule(ruling("r2", "undo", undoes="r1"))
    assert strikes.incidents(Filter(types=("air_strike",))).incidents == (strike,)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"action": "accept", "claim": "nowhere"}, NotThere),
        ({"action": "accept", "incident": "i-nowhere"}, NotThere),
        ({"action": "undo", "undoes": "nowhere"}, NotThere),
        ({"action": "edit", "claim": "{claim}", "field": "colour", "after": "red"}, BadRuling),
        ({"action": "edit", "claim": "{claim}", "field": "stance", "after": "denies"}, BadRuling),
        (
            {"action": "edit", "claim": "{claim}", "field": "stance", "after": "denies",
             "words": {"start": 0, "end": 4, "text": "four"}},
            BadRuling,
        ),
    ],
)  # fmt: skip
def test_a_ruling_that_cannot_be_made_is_refused(
    strikes: Monitor, fields: dict[str, object], error: type[Exception]
) -> None:
    (claim, *_) = strikes.claims_of("a")
    given = {name: claim.coded.id if value == "{claim}" else value for name, value in fields.items()}
    with pytest.raises(error):
        strikes.rule(Ruling.model_validate({"id": "r", "at": NOON, "by": "Rana", **given}))
    assert strikes.rulings() == ()


def test_a_changed_report_reopens_what_was_ruled_on_it(strikes: Monitor) -> None:
    (claim, *_) = strikes.claims_of("a")
    strikes.rule(ruling("r1", "accept", claim=claim.coded.id))
    strikes.add([report("a", f"monitor: {STRIKE} killed 10", outlet="The Herald")])
    (now,) = strikes.claims_of("a")
    assert (now.standing, now.stale) == ("coded", True)
    assert [waiting.claim for waiting in strikes.queue("changed")] == [now.coded.id]


def test_queues_hold_what_waits(strikes: Monitor) -> None:
    (strike,) = strikes.incidents(Filter(types=("air_strike",))).incidents
    assert [waiting.incident for waiting in strikes.queue("contested")] == [strike.id]
    everything = {claim.id for claim in strikes.claims()}
    assert {waiting.claim for waiting in strikes.queue("new")} == everything
    strikes.rule(ruling("r1", "accept", claim=strike.claims[0]))
    strikes.rule(ruling("r2", "unsure", claim=strike.claims[1]))
    assert {waiting.claim for waiting in strikes.queue("new", hand="coder")} == everything - set(strike.claims)
    assert {waiting.claim for waiting in strikes.queue("new", hand="reviewer")} == everything - {strike.claims[1]}
    assert [waiting.claim for waiting in strikes.queue("flagged")] == [strike.claims[1]]
    strikes.rule(ruling("r3", "accept", incident=strike.id))
    assert strikes.queue("contested") == ()
    assert len(strikes.queue("new", limit=1, offset=1)) == 1


def test_copies_name_each_other(monitor: Monitor) -> None:
    lines = [f"monitor: shelling at Ariha on 2020-03-0{day} killed {day}" for day in range(2, 9)]
    monitor.add([
        report("wire", *lines),
        report("paper", *lines[:6], day=3, outlet="The Herald"),
        report("other", "not a word of it"),
    ])  # fmt: skip
    (copy,) = monitor.copies("wire")
    assert (copy.report_id, copy.outlet) == ("paper", "The Herald")
    assert copy.shared > 0.8
    assert monitor.report("paper").copy_of == "wire"
    assert monitor.copies("other") == ()


def test_the_order_in_which_reports_come_makes_no_difference(
    empty: Path, tmp_path: Path, strikes: Monitor, coder: Telegraph
) -> None:
    lines = [f"monitor: shelling at Ariha on 2020-03-0{day} killed {day}" for day in range(2, 9)]
    copies = [
        report("wire", *lines),
        report("paper", *lines[:6], day=3, outlet="The Herald"),
        report("site", *lines[1:], day=4, outlet="The Courier"),
    ]
    strikes.add(copies)
    told = [kept.report for kept in strikes.store.reports()]
    for order in (told[::-1], told[3:] + told[:3]):
        place = shutil.copy(empty, tmp_path / f"{order[0].id}.db")
        with open_monitor(place, build=lambda: coder, now=lambda: NOON) as other:
            for one in order:
                other.add([one])
            assert other.incidents() == strikes.incidents()
            for kind in ("tolls", "control", "sources"):
                assert other.ledger(kind) == strikes.ledger(kind)
    copied = {row.name: row.copied for row in strikes.ledger("sources") if isinstance(row, SourceRow)}
    assert sum(copied.values()) > 0


@pytest.mark.parametrize("ask", [Monitor.report, Monitor.versions, Monitor.copies, Monitor.claim, Monitor.incident])
def test_a_wrong_id_is_said(strikes: Monitor, ask: Callable[..., object]) -> None:
    with pytest.raises(NotThere, match="'nowhere'"):
        ask(strikes, "nowhere")


def test_a_redacted_report_keeps_its_id_and_loses_its_words(strikes: Monitor) -> None:
    done = strikes.redact("report", "c", by="Rana", why="a court said so")
    assert done.rows > 0
    kept = strikes.report("c")
    assert "rebels" not in kept.report.text
    assert kept.redacted is not None
    assert kept.redacted.why == "a court said so"
    assert strikes.status().redacted == 1
    again = strikes.add([report("c", "rebels: shelling at Saraqib by Russia on 2020-04-02 killed 3", day=28)])
    assert again.same == 1, "what was erased does not come back"


@pytest.mark.parametrize("kind", ["report", "person", "ruling"])
def test_what_is_not_there_cannot_be_erased(strikes: Monitor, kind: str) -> None:
    with pytest.raises(WarmonitorError, match="Nobody"):
        strikes.redact(kind, "Nobody", by="Rana", why="asked")  # type: ignore[arg-type]
    assert strikes.status().redacted == 0


@pytest.mark.parametrize("kind", ["tolls", "control", "displacement", "commitments", "sources"])
def test_a_ledger_says_which_claims_are_behind_each_row(strikes: Monitor, kind: str) -> None:
    rows = strikes.ledger(kind)  # type: ignore[arg-type]
    known = {claim.id for claim in strikes.claims()}
    assert all(set(row.claims) <= known for row in rows)
    if kind in ("tolls", "sources"):
        assert rows
    assert strikes.ledger(kind, as_of=date(2020, 3, 1)) == ()  # type: ignore[arg-type]


def test_a_report_that_dates_itself_is_in_the_ledgers_from_its_day(monitor: Monitor) -> None:
    text = f"date 2020-03-03\nmonitor: {STRIKE} killed 9"
    monitor.add([Report(id="undated", text=text)])
    assert monitor.ledger("tolls", as_of=date(2020, 3, 2)) == ()
    assert monitor.ledger("tolls", as_of=date(2020, 3, 3)) != ()


def test_an_empty_store_answers_with_nothing(monitor: Monitor) -> None:
    assert monitor.incidents().total == 0
    assert monitor.outlines().outlines == ()
    assert monitor.incident_ids() == ()
    assert monitor.ledger("tolls") == ()
    assert monitor.queue("new") == ()
    assert tuple(monitor.claims()) == ()
    assert (monitor.status().reports, monitor.status().first) == (0, None)
    assert monitor.doctor() == ()
