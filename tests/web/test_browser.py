"""The desk in a real browser: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, FloatRect, Locator, Page, ViewportSize, expect, sync_playwright
from web.conftest import HOSTILE, PASSWORD
from web.running import Desk
from web.spoiling import spoilt

import warmonitor.web
from warmonitor.monitor import Monitor
from warmonitor.records import EventType, Filter, Report

CHROMIUM = os.environ.get("WARMONITOR_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
NEEDED = "WARMONITOR_NEEDS_BROWSER"
"""Set in CI: there a missing browser is a failure."""
WEB = Path(warmonitor.web.__file__).parent
AXE = WEB / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
PATIENCE = 120_000
"""Milliseconds after which a page counts as stuck; a busy machine without a graphics card takes its time over a map."""
PATHS = (
    "/", "/reports/herald", "/reports/hostile", "/reports/arabic", "/ledgers/tolls", "/ledgers/control",
    "/ledgers/displacement", "/ledgers/commitments", "/ledgers/sources", "/review", "/review/contested", "/review/new",
    "/review/changed", "/api", "/nowhere",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    missing = ""
    if not Path(CHROMIUM).is_file():
        missing = "there is no Chromium: apt-get install chromium, or set WARMONITOR_CHROMIUM to its path"
    elif not (WEB / "static" / "desk.js").is_file():
        missing = "the pages are not built: make setup"
    if missing and os.environ.get(NEEDED):
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


class Watched:
    """A window of the browser, with everything that must not happen in it."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.page = context.new_page()
        self.base = base.rstrip("/")
        self.wrong: list[str] = []
        self.page.on("console", lambda said: self._said(said.type, said.text))
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("request", lambda asked: self._asked(asked.url))
        self.page.on("dialog", lambda dialog: self.wrong.append(f"dialog: {dialog.message}"))

    def _said(self, kind: str, text: str) -> None:
        # An answer of 404, 409 and the like is written to the console by the browser itself.
        if kind == "error" and "status of 4" not in text:
            self.wrong.append(f"console: {text}")

    def _asked(self, address: str) -> None:
        if urlsplit(address).scheme not in ("data", "blob") and not address.startswith(self.base):
            self.wrong.append(f"request to {address}")

    def go(self, path: str) -> Page:
        self.page.goto(self.base + path)
        return self.ready()

    def ready(self) -> Page:
        """Once the scripts run and the map, if there is one, is drawn: the pages say so themselves."""
        self.page.wait_for_selector("html[data-live]", state="attached")
        if self.page.locator(".canvas").count():
            self.page.wait_for_selector(".canvas[data-drawn]", state="attached")
        return self.page


Window = Callable[..., Watched]


@pytest.fixture
def window(browser: Browser) -> Iterator[Window]:
    """`window(desk)` opens one; at the end nothing may have gone wrong in any."""
    opened: list[tuple[BrowserContext, Watched]] = []

    def open_one(desk: Desk, scheme: Literal["light", "dark"] = "light", width: int = 1280) -> Watched:
        size: ViewportSize = {"width": width, "height": 800}
        context = browser.new_context(viewport=size, color_scheme=scheme, locale="en-GB")
        context.set_default_timeout(PATIENCE)
        watched = Watched(context, str(desk.base_url))
        opened.append((context, watched))
        return watched

    yield open_one
    wrong = [said for _, watched in opened for said in watched.wrong]
    for context, _ in opened:
        context.close()
    assert wrong == []


def box_of(found: Locator) -> FloatRect:
    box = found.bounding_box()
    assert box
    return box


def incident_of(monitor: Monitor, kind: EventType) -> str:
    (found,) = monitor.incidents(Filter(types=(kind,))).incidents
    return found.id


def test_every_page_works_and_asks_no_other_host(alone: Desk, monitor: Monitor, window: Window) -> None:
    watched = window(alone)
    for path in (*PATHS, f"/incidents/{incident_of(monitor, 'air_strike')}"):
        page = watched.go(path)
        expect(page.locator("h1").first).to_be_attached()
        assert not watched.wrong, (path, watched.wrong)


def test_map_timeline_and_table_are_one(alone: Desk, monitor: Monitor, window: Window) -> None:
    page = window(alone).go("/")
    expect(page.locator("#map canvas")).to_be_visible()
    expect(page.locator("#incidents tbody tr")).to_have_count(5)
    page.get_by_label("Place", exact=True).fill("Ariha")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("place=Ariha"))
    expect(page.locator("#incidents tbody tr")).to_have_count(1)
    expect(page.locator("#timeline table tbody tr")).to_have_count(1)
    row = page.locator("#incidents tbody tr")
    row.locator("td").nth(1).click()
    expect(row).to_have_class("chosen")
    page.go_back()
    expect(page.locator("#incidents tbody tr")).to_have_count(5)
    page.locator("[data-tray=undated]").click()
    expect(page.locator("#incidents tbody tr")).to_have_count(1)


def test_panning_the_map_moves_the_table(alone: Desk, window: Window) -> None:
    page = window(alone).go("/")
    canvas = page.locator("#map canvas")
    expect(canvas).to_be_visible()
    expect(page.locator("#incidents tbody tr")).to_have_count(5)
    canvas.focus()
    for _ in range(60):
        page.keyboard.press("ArrowLeft")
        page.wait_for_timeout(500)
        if not page.locator("#incidents tbody tr").count():
            break
    expect(page).to_have_url(re.compile("box="))
    expect(page.locator("#incidents tbody tr")).to_have_count(0)


def test_brushing_the_timeline_moves_the_map_and_the_table(alone: Desk, window: Window) -> None:
    page = window(alone).go("/")
    expect(page.locator("#incidents tbody tr")).to_have_count(5)
    expect(page.locator("#map")).to_have_attribute("data-shown", "5")
    columns = page.locator("#timeline .column")
    expect(columns).to_have_count(4)
    middle = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in map(box_of, columns.all())]
    page.mouse.move(*middle[1])
    page.mouse.down()
    page.mouse.move(*middle[2], steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile("since=2020-03-02&until=2020-03-03"))
    expect(page.locator("#incidents tbody tr")).to_have_count(2)
    expect(page.locator("#map")).to_have_attribute("data-shown", "2")
    expect(page.locator("#filter [name=since]")).to_have_value("2020-03-02")
    expect(columns, "what lies outside the period stays in sight").to_have_count(4)
    last = page.get_by_role("slider", name="Last day of the period")
    last.focus()
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile("since=2020-03-02&until=2020-03-02"))
    expect(page.locator("#incidents tbody tr")).to_have_count(1)
    expect(page.locator("#map")).to_have_attribute("data-shown", "1")
    page.go_back()
    expect(page.locator("#incidents tbody tr")).to_have_count(2)
    page.get_by_role("button", name="whole period").click()
    expect(page.locator("#incidents tbody tr")).to_have_count(5)
    expect(page.locator("#map")).to_have_attribute("data-shown", "5")


def test_dragging_the_map_moves_the_timeline_and_the_table(alone: Desk, window: Window) -> None:
    page = window(alone).go("/")
    expect(page.locator("#timeline .column")).to_have_count(4)
    box = box_of(page.locator("#map canvas"))
    left, right, at = box["x"] + 30, box["x"] + box["width"] - 60, box["y"] + box["height"] / 2
    for _ in range(3):
        page.mouse.move(right, at)
        page.mouse.down()
        page.mouse.move(left, at, steps=5)
        page.mouse.up()
        expect(page).to_have_url(re.compile("box="))
    expect(page.locator("#incidents tbody tr")).to_have_count(0)
    expect(page.locator("#timeline")).to_contain_text("No dated incidents under this filter")
    page.get_by_role("link", name="Show everything").click()
    expect(page.locator("#incidents tbody tr")).to_have_count(5)


def test_a_chosen_row_shows_on_the_map_and_the_timeline(alone: Desk, window: Window) -> None:
    page = window(alone).go("/")
    rows = page.locator("#incidents tbody tr[data-lat]")
    expect(page.locator("#timeline .held")).to_have_count(0)
    rows.first.locator("td").nth(1).click()
    first = ",".join(rows.first.get_attribute(f"data-{name}") or "" for name in ("lat", "lon"))
    expect(page.locator("#map")).to_have_attribute("data-ringed", first)
    expect(page.locator("#timeline .held")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(rows.nth(1)).to_have_class("chosen")
    second = ",".join(rows.nth(1).get_attribute(f"data-{name}") or "" for name in ("lat", "lon"))
    expect(page.locator("#map")).to_have_attribute("data-ringed", second)


def test_a_chosen_mark_shows_in_the_table_and_the_timeline(alone: Desk, window: Window) -> None:
    page = window(alone).go("/?place=Ariha")
    expect(page.locator("#map")).to_have_attribute("data-shown", "1")
    box = box_of(page.locator("#map canvas"))
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#map .card a")).to_have_text("air strike")
    expect(page.locator("#incidents tbody tr")).to_have_class("chosen")
    expect(page.locator("#timeline .held")).to_have_count(1)


def test_the_days_of_control_go_by_under_the_slider(alone: Desk, monitor: Monitor, window: Window) -> None:
    told = (
        "monitor: territory_gain at Saraqib by Rebels on 2020-03-01",
        "monitor: territory_gain at Saraqib by Army on 2020-03-06",
        "monitor: territory_gain at Ariha by Militia on 2020-03-03",
    )
    monitor.add([Report(id="control", outlet="The Herald", published=date(2020, 3, 7), text="\n".join(told))])
    page = window(alone).go("/ledgers/control")
    now = page.locator("tr[data-place=Saraqib] li.now")
    expect(now).to_have_attribute("data-side", "Army")
    looks = {held.get_attribute("data-look") for held in page.locator("ol.strip > li[data-look]").all()}
    assert len(looks - {"none"}) == 3, "no two sides look the same"
    slider = page.get_by_label("Day", exact=True)
    slider.focus()
    page.keyboard.press("Home")
    expect(now).to_have_attribute("data-side", "Rebels")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("1 Mar 2020: Rebels 1"))
    row = page.locator("tr[data-place=Ariha]")
    row.get_by_role("button", name="Ariha").click()
    expect(row).to_have_class("chosen")


def test_a_value_shows_its_words_and_words_show_their_values(alone: Desk, window: Window) -> None:
    page = window(alone).go("/reports/herald")
    page.locator(".value[data-kind=place]").first.click()
    expect(page.locator("#text .piece.on").first).to_have_text("Ariha")
    page.locator("#text .piece", has_text="9").first.click()
    expect(page.locator(".value.on").first).to_be_visible()


def decision(page: Page) -> str:
    """The id of what is decided."""
    held = page.locator("#decision")
    return held.get_attribute("data-claim") or held.get_attribute("data-incident") or ""


def waits_for_another(page: Page, before: str) -> str:
    expect(page.locator(f"#decision[data-claim='{before}'], #decision[data-incident='{before}']")).to_have_count(0)
    return decision(page)


def test_a_review_session_by_keyboard(alone: Desk, monitor: Monitor, window: Window) -> None:
    page = window(alone).go("/review/new")
    first = decision(page)
    page.keyboard.press("a")
    second = waits_for_another(page, first)
    page.keyboard.press("x")
    third = waits_for_another(page, second)
    page.keyboard.press("Backspace")
    expect(page.locator(f"#decision[data-claim='{second}']")).to_have_count(1)
    page.keyboard.press("u")
    assert waits_for_another(page, second) == third
    page.keyboard.press("j")
    fourth = waits_for_another(page, third)
    page.keyboard.press("k")
    assert waits_for_another(page, fourth) == third
    made = [(ruling.action, ruling.claim, ruling.by) for ruling in monitor.rulings()]
    assert made == [
        ("accept", first, "Rana"), ("reject", second, "Rana"), ("undo", second, "Rana"), ("unsure", second, "Rana"),
    ]  # fmt: skip
    assert [monitor.claim(name).standing for name in (first, second)] == ["accepted", "unsure"]


def test_an_edit_by_keyboard_carries_the_words_that_were_selected(
    alone: Desk, monitor: Monitor, window: Window
) -> None:
    (claim, *_) = [ruled for ruled in monitor.claims_of("herald") if ruled.coded.event_type == "air_strike"]
    page = window(alone).go(f"/review/claim/{claim.coded.id}")
    row = page.locator("#fields tr", has_text="how many").first
    digit = row.get_attribute("data-choice")
    assert digit
    page.keyboard.press("e")
    page.keyboard.press(digit)
    words = page.locator("#text .piece", has_text="9").first
    words.evaluate("element => getSelection().selectAllChildren(element)")
    value = page.locator("#edit-value")
    value.fill("11")
    value.press("Enter")
    expect(page.locator("#fields .pill", has_text="edited").first).to_be_visible()
    (made,) = monitor.rulings()
    assert (made.action, made.field, made.before, made.after) == ("edit", "tolls.0.best", 9, 11)
    assert made.words is not None
    kept = monitor.report("herald").report
    assert kept.text[made.words.start : made.words.end] == made.words.text
    assert monitor.claim(claim.coded.id).claim.tolls[0].best == 11


def test_a_place_that_is_edited_is_chosen_from_the_gazetteer(alone: Desk, monitor: Monitor, window: Window) -> None:
    claim = next(ruled.coded for ruled in monitor.claims_of("herald") if ruled.coded.places)
    page = window(alone).go(f"/review/claim/{claim.id}")
    digit = page.locator("#fields tr[data-field='places.0.name']").get_attribute("data-choice")
    assert digit
    page.keyboard.press("e")
    page.keyboard.press(digit)
    page.locator("#edit-value").fill("Saraqib")
    offered = page.locator("#edit-place option", has_text="Idlib")
    expect(offered.first).to_be_attached()
    page.keyboard.press("Tab")
    expect(page.locator("#edit-place")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#fields .pill", has_text="edited").first).to_be_visible()
    place = monitor.claim(claim.id).claim.places[0]
    assert place.gazetteer_id
    assert place.lat is not None


def test_keys_can_be_changed_and_stand_on_the_buttons(alone: Desk, window: Window) -> None:
    watched = window(alone)
    page = watched.go("/review/new")
    page.keyboard.press("?")
    expect(page.locator("dialog#keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.evaluate("localStorage.setItem('desk.keys', JSON.stringify({accept: 'q'}))")
    page = watched.go("/review/new")
    expect(page.locator("[data-action=accept] kbd")).to_have_text("q")
    before = decision(page)
    page.keyboard.press("q")
    waits_for_another(page, before)


def test_two_reviewers_at_one_claim(open_desk: Callable[..., Desk], monitor: Monitor, window: Window) -> None:
    desk = open_desk({"Amira": "reviewer", "Sami": "reviewer"})
    pages = []
    for name in ("Amira", "Sami"):
        watched = window(desk)
        page = watched.go("/review/new")
        page.get_by_label("Name").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/review/new")
        pages.append(watched.ready())
    amira, sami = pages
    claim = decision(amira)
    assert decision(sami) == claim
    amira.keyboard.press("x")
    waits_for_another(amira, claim)
    sami.keyboard.press("a")
    told = sami.locator("[role=alert]", has_text="Amira rejected this")
    expect(told).to_be_visible()
    assert [ruling.by for ruling in monitor.rulings()] == ["Amira"]
    sami.keyboard.press("Enter")
    waits_for_another(sami, claim)
    assert [(ruling.by, ruling.action) for ruling in monitor.rulings(claim=claim)] == [
        ("Amira", "reject"), ("Sami", "accept"),
    ]  # fmt: skip


def test_a_permalink_holds_after_a_merge_by_keyboard(alone: Desk, monitor: Monitor, window: Window) -> None:
    strike = incident_of(monitor, "air_strike")
    watched = window(alone)
    page = watched.go(f"/review/incident/{strike}")
    other = page.locator("#choices [data-incident][data-choice='1']").get_attribute("data-incident")
    assert other
    page.keyboard.press("m")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(page.locator("#decision .told, #made-h").first).to_be_visible()
    kept = monitor.incident(strike).id
    assert monitor.incident(other).id == kept
    for old in (strike, other):
        page = watched.go(f"/incidents/{old}")
        assert page.url.endswith(f"/incidents/{kept}")


def test_hostile_names_and_rulings_stay_text_when_the_scripts_run(
    alone: Desk, monitor: Monitor, window: Window
) -> None:
    watched = window(alone, "light", 1280)
    shown = 0
    for path in (path for path in spoilt(monitor, HOSTILE) if not path.startswith("/part/")):
        page = watched.go(path)
        assert page.locator("main img, main iframe, main [onerror]").count() == 0, path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        shown += "alert(1)" in (page.locator("main").text_content() or "")
    assert shown > 6


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("dark", 380)])
def test_axe_finds_nothing_serious(alone: Desk, monitor: Monitor, window: Window, scheme: str, width: int) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: make setup")
    watched = window(alone, scheme, width)
    source = AXE.read_text(encoding="utf-8")
    found = []
    for path in (*PATHS, f"/incidents/{incident_of(monitor, 'air_strike')}"):
        page = watched.go(path)
        page.evaluate(source)
        flaws = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        found += [
            (path, flaw["id"], json.dumps([node["html"][:160] for node in flaw["nodes"][:2]]))
            for flaw in flaws
            if flaw["impact"] in ("serious", "critical")
        ]
    assert found == []


@pytest.mark.parametrize("width", [380, 2560])
def test_nothing_hangs_over_the_edge(alone: Desk, monitor: Monitor, window: Window, width: int) -> None:
    watched = window(alone, "light", width)
    for path in (*PATHS, f"/incidents/{incident_of(monitor, 'air_strike')}"):
        page = watched.go(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
