from __future__ import annotations

from collections.abc import Callable

import pytest
from web.running import Desk

from warmonitor.monitor import Monitor
from warmonitor.records import Filter, Report


def strike(monitor: Monitor) -> str:
    (found,) = monitor.incidents(Filter(types=("air_strike",))).incidents
    return found.id


def test_the_overview_reads_without_a_script(alone: Desk) -> None:
    page = alone.page("/")
    assert "air strike" in page
    assert "<strong>5</strong> incidents" in page
    assert 'data-tray="undated"' in page
    assert "2 Mar 2020" in page


@pytest.mark.parametrize(
    ("asked", "there", "away"),
    [
        ("place=Ariha", "air strike</a>", "battle</a>"),
        ("type=battle", "battle</a>", "air strike</a>"),
        ("type=battle&type=air_strike", "air strike</a>", "shelling</a>"),
        ("status=disputed", "air strike</a>", "battle</a>"),
        ("since=2020-03-03&until=2020-03-03", "battle</a>", "air strike</a>"),
        ("source=rebels", "battle</a>", "air strike</a>"),
        ("tray=undated", "execution</a>", "battle</a>"),
        ("box=36.6,35.8,36.62,35.82", "air strike</a>", "battle</a>"),
        ("actor=Rebels", "battle</a>", "air strike</a>"),
    ],
)
def test_the_filter_lives_in_the_address(alone: Desk, asked: str, there: str, away: str) -> None:
    page, table = alone.page(f"/?{asked}"), alone.page(f"/part/incidents?{asked}")
    for shown in (page, table):
        assert there in shown
        assert away not in shown
    rows = alone.json_of(f"/api/incidents?{asked}")
    assert rows["total"] == table.count("<tr id=")


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("since=monday", "since"), ("since=2020-03-05&until=2020-03-01", "since"), ("type=party", "type"),
        ("box=1,2", "box"), ("box=0,95,1,99", "box"), ("offset=-1", "offset"), ("rule=best", "rule"),
        ("tray=all", "tray"), (f"text={'x' * 300}", "text"),
    ],
)  # fmt: skip
def test_what_an_address_cannot_mean_is_said_with_its_field(alone: Desk, asked: str, named: str) -> None:
    told = alone.get(f"/api/incidents?{asked}")
    assert told.status_code == 422
    assert told.json()["error"]["field"] == named
    assert alone.get(f"/?{asked}").status_code == 422


def test_an_incident_has_its_accounts_and_its_json(alone: Desk, monitor: Monitor) -> None:
    name = strike(monitor)
    page = alone.page(f"/incidents/{name}")
    assert "monitor" in page
    assert "denies" in page
    assert "What was known when" in page
    assert alone.json_of(f"/incidents/{name}.json") == monitor.incident(name).model_dump(mode="json")
    assert "/reports/herald?claim=" in page, "every value opens its words"


def test_a_beginning_of_an_id_and_a_merged_id_lead_to_the_incident(alone: Desk, monitor: Monitor) -> None:
    name = strike(monitor)
    short = alone.get(f"/incidents/{name[:-4]}")
    assert (short.status_code, short.headers["location"]) == (307, f"/incidents/{name}")
    (other,) = monitor.incidents(Filter(types=("battle",))).incidents
    made = alone.rule(action="merge", incident=name, others=[other.id])
    assert made.status_code == 201, made.text
    kept = monitor.incident(other.id).id
    gone = other.id if kept == name else name
    for ending in ("", ".json"):
        moved = alone.get(f"/incidents/{gone}{ending}?rule=latest")
        assert moved.status_code == 308
        assert moved.headers["location"] == f"/incidents/{kept}{ending}?rule=latest"


def test_as_it_was_known_on_a_day(alone: Desk, monitor: Monitor) -> None:
    then = alone.page(f"/incidents/{strike(monitor)}?as_of=2020-03-02")
    assert "as known on 2 Mar 2020" in then
    assert "The Gazette" not in then


def test_a_report_is_shown_whole_with_language_and_direction(alone: Desk) -> None:
    page = alone.page("/reports/arabic")
    assert 'dir="rtl" lang="ar"' in page
    assert "<h1 dir=\"auto\">قصف على سراقب</h1>" in page
    assert 'data-kind="place"' in page
    assert '"kind": "place"' in page


def test_versions_of_a_report_are_shown(alone: Desk, monitor: Monitor) -> None:
    monitor.add([Report(id="herald", text="monitor: air_strike at Ariha on 2020-03-02 killed 12", published=None)])
    assert "This is an older version" in alone.page("/reports/herald?version=1")
    assert "version 2" in alone.page("/reports/herald")
    assert alone.get("/reports/herald?version=7").status_code == 404


@pytest.mark.parametrize("kind", ["tolls", "control", "displacement", "commitments", "sources"])
def test_every_ledger_has_its_page(alone: Desk, kind: str) -> None:
    page, rows = alone.page(f"/ledgers/{kind}?place=Ariha"), alone.json_of(f"/api/ledgers/{kind}")
    assert f'data-ledger="{kind}"' in page
    assert rows["kind"] == kind
    empty = alone.page(f"/ledgers/{kind}?since=1980-01-01&until=1980-01-02")
    assert "Empty does not mean zero" in empty


def test_words_that_are_no_id_become_a_search(alone: Desk, monitor: Monitor) -> None:
    def leads(words: str) -> str:
        return alone.get("/find", params={"q": words}).headers["location"]

    assert leads(strike(monitor)[:-3]) == f"/incidents/{strike(monitor)}"
    assert leads("herald") == "/reports/herald"
    assert leads("market day") == "/?text=market+day"


@pytest.mark.parametrize("path", ["/incidents/nobody", "/reports/none", "/nowhere", "/ledgers/love", "/review/claim/x"])
def test_what_is_not_there_is_said_so(alone: Desk, path: str) -> None:
    answer = alone.get(path)
    assert answer.status_code == 404
    assert "<h1>Not there</h1>" in answer.text


def test_the_api_describes_itself_without_another_host(alone: Desk) -> None:
    page = alone.page("/api")
    described = alone.json_of("/openapi.json")
    assert all(path in page for path in described["paths"])
    assert "cdn" not in page
    assert alone.get("/docs").status_code == 404
    assert alone.json_of("/health")["ok"] is True


def test_an_empty_store_says_what_to_do(tmp_path: object, open_desk: Callable[..., Desk], monitor: Monitor) -> None:
    for kept in list(monitor.store.reports()):
        monitor.redact("report", kept.report.id, by="Rana", why="for a test")
    assert open_desk().get("/").status_code == 200


def test_a_long_report_comes_in_pages(alone: Desk, monitor: Monitor) -> None:
    line = "word: " * 1_750_000  # colons keep the telegraph quick
    monitor.add([Report(id="long", text=f"{line}\nmonitor: shelling at Sarmin on 2020-03-01 killed 3", published=None)])
    first = alone.page("/reports/long")
    assert len(first) < 300_000
    assert "Characters 0–50,000 of 10,500,051" in first
    (claim,) = monitor.claims_of("long")
    assert "shelling" in alone.page(f"/reports/long?claim={claim.coded.id}")
    assert alone.page(f"/reports/long?from={10_500_000}").count('class="piece"') >= 1


def test_points_are_gathered_when_there_are_many(alone: Desk) -> None:
    few = alone.json_of("/api/points?box=36,35,37,36&zoom=8")
    assert few["total"] == 5
    assert len(few["points"]) == 5
    assert few["clustered"] is False
    assert alone.json_of("/api/points?box=170,-10,-170,10")["points"] == []


def test_a_ruling_shows_on_the_incident(alone: Desk, monitor: Monitor) -> None:
    name = strike(monitor)
    claim = monitor.incident(name).claims[0]
    assert alone.rule(action="unsure", claim=claim, why="who counted?").status_code == 201
    page = alone.page(f"/incidents/{name}")
    assert "who counted?" in page
    assert "unsure" in page




def test_a_place_is_chosen_from_the_gazetteer_whole(alone: Desk, monitor: Monitor) -> None:
    found = alone.json_of("/api/places?name=Saraqib")["places"]
    saraqib = next(place for place in found if place["country"] == "SYR")
    assert (saraqib["precision"], saraqib["admin1"]) == ("town", "Idlib")
    assert alone.json_of("/api/places?name=%20") == {"places": []}
    assert alone.get("/api/places").status_code == 422
    claim = next(ruled.coded for ruled in monitor.claims_of("herald") if ruled.coded.places)
    words = claim.places[0].as_written or claim.evidence
    kept = ("name", "country", "admin1", "lat", "lon", "precision", "radius_km", "gazetteer_id")
    after = {name: saraqib[name] for name in kept} | {"probability": None, "others": []}
    edit = {"field": "places.0", "after": after, "start": words.start, "end": words.end}
    made = alone.rule(action="edit", claim=claim.id, **edit)
    assert made.status_code == 201, made.text
    place = monitor.claim(claim.id).claim.places[0]
    assert (place.name, place.gazetteer_id, place.role) == (saraqib["name"], saraqib["gazetteer_id"], "event")
    assert place.lat == saraqib["lat"]
