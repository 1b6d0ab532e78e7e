"""What must not happen: mark-up from reports, pages of others that write, doors that stand open."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import httpx
import pytest
from web.conftest import HOSTILE, PASSWORD
from web.running import Desk
from web.spoiling import spoilt

from warmonitor.errors import SettingsError
from warmonitor.monitor import Monitor
from warmonitor.web import check_address
from warmonitor.web.attempts import MOST, WINDOW, Attempts

PATHS = ("/", "/reports/hostile", "/ledgers/tolls", "/ledgers/sources", "/review", "/review/new", "/api")


class Tags(HTMLParser):
    """The tags of a page with what they load or run, and its text that could turn the direction of what follows."""

    VOID = ("meta", "link", "input", "br", "img", "hr")
    APART = ("title", "option", "script")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.loose: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self._open.append((tag, tag in ("bdi", *self.APART) or (tag != "html" and "dir" in dict(attrs))))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "\u202e" in data and not any(isolates for _, isolates in self._open):
            self.loose.append(data)


@pytest.mark.parametrize("path", [*PATHS, "/static/nothing.js", "/nowhere", "/health"])
def test_every_answer_carries_the_policy(alone: Desk, path: str) -> None:
    headers = alone.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_no_page_has_mark_up_of_a_report_or_an_inline_script(alone: Desk, monitor: Monitor) -> None:
    claim = next(iter(monitor.store.claims(report_id="hostile"))).id
    alone.rule(action="unsure", claim=claim, why=HOSTILE)
    incidents = [f"/incidents/{found.id}" for found in monitor.incidents().incidents]
    for path in (*PATHS, *incidents, f"/review/claim/{claim}", f"/part/decision?claim={claim}"):
        page = alone.page(path)
        for tag, attributes in Tags(page).seen:
            assert tag not in ("img", "i", "b", "iframe", "object", "embed", "base")
            assert not [name for name in attributes if name.startswith("on") or name == "style"]
            assert not (attributes.get("href") or "").lower().startswith(("javascript:", "data:"))
            if tag == "script":
                assert attributes.get("type") == "application/json" or (attributes["src"] or "").startswith("/static/")
        assert "49 " not in page, "templates are no text's business"


def test_names_and_rulings_are_text_and_keep_their_direction_to_themselves(alone: Desk, monitor: Monitor) -> None:
    pages = {path: alone.page(path) for path in spoilt(monitor, HOSTILE)}
    assert sum("‹RLO›gnp.exe" in page for page in pages.values()) > 8
    for path, page in pages.items():
        for tag, attributes in Tags(page).seen:
            assert tag not in ("img", "i", "b", "iframe", "object"), path
            assert not [name for name in attributes if name.startswith("on") or name == "style"], path
            assert not (attributes.get("href") or "").lower().startswith(("javascript:", "data:")), path
        assert not Tags(page).loose, path


def test_names_and_rulings_of_ten_megabytes_do_not_make_pages_large(alone: Desk, monitor: Monitor) -> None:
    pages = {path: alone.page(path) for path in spoilt(monitor, "long " * 2_000_000)}
    assert {path: len(page) for path, page in pages.items() if len(page) > 400_000} == {}
    cut = {path for path, page in pages.items() if "characters more]" in page}
    assert {path for path in pages if not path.startswith(("/ledgers/", "/review/new"))} <= cut


def test_an_address_that_is_no_web_address_is_text(alone: Desk) -> None:
    assert "<bdi>javascript:alert(3)</bdi>" in alone.page("/reports/hostile")
    assert 'href="https://example.org/1"' in alone.page("/reports/herald")


@pytest.mark.parametrize("headers", [
    {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
])  # fmt: skip
def test_pages_of_others_cannot_write(alone: Desk, monitor: Monitor, headers: dict[str, str]) -> None:
    claim = next(iter(monitor.store.claims())).id
    body = {"action": "accept", "claim": claim}
    given = {"X-CSRF-Token": alone.token(), **headers}
    assert alone.post("/api/rulings", json=body, headers=given).status_code == 403
    assert alone.post("/review/rulings", data=body, headers=given).status_code == 403
    assert monitor.rulings() == ()


@pytest.mark.parametrize("token", [None, "", "0" * 64, "ключ"])
def test_a_write_needs_the_token_of_its_session(alone: Desk, monitor: Monitor, token: str | None) -> None:
    body = {"action": "accept", "claim": next(iter(monitor.store.claims())).id}
    form = {**body, "csrf": token or ""}
    given = {b"X-CSRF-Token": token.encode()} if token else {}
    refused = alone.post("/api/rulings", json=body, headers=given)
    assert refused.status_code == 403
    assert "load it anew" in refused.json()["error"]["what"]
    assert alone.post("/review/rulings", data=form).status_code == 403
    assert monitor.rulings() == ()


def test_a_name_that_others_point_here_is_not_answered(alone: Desk) -> None:
    assert alone.get("/", headers={"Host": "evil.example"}).status_code == 403
    assert alone.get("/", headers={"Host": "localhost:80"}).status_code == 200


def test_static_files_stay_in_their_folder(alone: Desk) -> None:
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py"):
        assert alone.get(path).status_code == 404


def test_a_body_that_is_too_large_is_not_read(alone: Desk, monitor: Monitor) -> None:
    token = alone.token()
    try:
        answer = alone.post("/api/rulings", content=b'"' + b"x" * 3_000_000, headers={"X-CSRF-Token": token})
        assert answer.status_code >= 400
    except httpx.TransportError:
        pass
    assert monitor.rulings() == ()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "desk.example.org"])
def test_a_desk_without_accounts_stays_on_loopback(host: str) -> None:
    with pytest.raises(SettingsError, match="warmonitor users add"):
        check_address(host, with_accounts=False)
    check_address(host, with_accounts=True)
    check_address("127.0.0.1", with_accounts=False)


# Accounts.


def test_nothing_but_the_login_is_open_with_accounts(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk({"Amira": "reader"})
    for path in ("/", "/reports/herald", "/review", "/ledgers/tolls", "/api", "/incidents/x"):
        answer = desk.get(path)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/login?next=")
    for path in ("/api/incidents", "/api/points", "/incidents/x.json", "/api/reports/herald", "/api/labels"):
        assert desk.get(path).status_code == 401
    assert desk.get("/part/incidents").status_code == 401
    assert desk.get("/health").status_code == 200
    assert desk.get("/login").status_code == 200


def test_who_logs_in_stays_in_until_they_leave(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk({"Amira": "reader"})
    assert desk.login("Amira", "something else").status_code == 401
    assert desk.login("Nobody", PASSWORD).status_code == 401
    entered = desk.post("/login", data={"name": "Amira", "password": PASSWORD, "next": "//evil.example"})
    assert (entered.status_code, entered.headers["location"]) == (303, "/")
    cookie = entered.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "Amira" in desk.page("/")
    stolen = dict(desk.cookies)
    assert desk.post("/logout", data={"csrf": "wrong"}).status_code == 403
    assert desk.post("/logout", data={"csrf": desk.token()}).status_code == 303
    other = desk.another()
    other.cookies.update(stolen)
    assert other.get("/").status_code == 303, "a session that has ended is gone for good"


HANDS = {"reader": None, "coder": "coder", "reviewer": "reviewer", "admin": "reviewer"}


@pytest.mark.parametrize(("role", "hand"), HANDS.items())
def test_a_role_says_what_somebody_may_rule(
    open_desk: Callable[..., Desk], monitor: Monitor, role: str, hand: str | None
) -> None:
    desk = open_desk({"Amira": role})
    desk.login("Amira", PASSWORD)
    answer = desk.rule(action="accept", claim=next(iter(monitor.store.claims())).id)
    assert answer.status_code == (201 if hand else 403)
    assert [(ruling.by, ruling.role) for ruling in monitor.rulings()] == ([("Amira", hand)] if hand else [])


def test_a_token_of_one_session_is_none_of_another(open_desk: Callable[..., Desk], monitor: Monitor) -> None:
    desk = open_desk({"Amira": "reviewer", "Sami": "reviewer"})
    other = desk.another()
    desk.login("Amira", PASSWORD)
    other.login("Sami", PASSWORD)
    body = {"action": "accept", "claim": next(iter(monitor.store.claims())).id}
    assert desk.post("/api/rulings", json=body, headers={"X-CSRF-Token": other.token()}).status_code == 403
    assert desk.post("/api/rulings", json=body, headers={"X-CSRF-Token": desk.token()}).status_code == 201


def test_logins_that_fail_too_often_have_to_wait(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk({"Amira": "reader"})
    for _ in range(MOST):
        assert desk.login("Amira", "guess guess").status_code == 401
    refused = desk.login("Amira", PASSWORD)
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) > 0


def test_waiting_ends() -> None:
    now = [0.0]
    attempts = Attempts(clock=lambda: now[0])
    for _ in range(MOST):
        assert attempts.wait("Amira", "10.0.0.1") == 0
        attempts.failed("Amira", "10.0.0.1")
    assert attempts.wait("Amira", "10.0.0.2") == WINDOW
    assert attempts.wait("Sami", "10.0.0.1") == 0
    now[0] = WINDOW + 1
    assert attempts.wait("Amira", "10.0.0.1") == 0
    for number in range(10 * MOST):
        attempts.failed(f"name {number}", "10.0.0.1")
    assert attempts.wait("Sami", "10.0.0.1") > 0, "an address that tries many names waits too"


def test_the_plain_form_of_a_page_writes(alone: Desk, monitor: Monitor) -> None:
    claim = next(iter(monitor.store.claims())).id
    page = alone.page(f"/review/claim/{claim}")
    assert "no-referrer" not in alone.get("/").headers["referrer-policy"], "a browser would send forms as from nowhere"
    given = {"csrf": alone.token(), "claim": claim, "action": "unsure", "why": "by hand"}
    own = f"{alone.base_url}".rstrip("/")
    assert 'name="csrf"' in page
    assert alone.post("/review/rulings", data=given, headers={"Origin": own}).status_code == 303
    assert [ruling.why for ruling in monitor.rulings()] == ["by hand"]
