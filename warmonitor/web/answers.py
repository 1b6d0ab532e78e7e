"""Pages as answers: a template with what every page needs."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from starlette.responses import HTMLResponse

from warmonitor.web.accounts import Person
from warmonitor.web.desk import Desk
from warmonitor.web.rendering import show


def page(
    request: Request, desk: Desk, person: Person | None, template: str, *, name: str, title: str, status: int = 200,
    **values: Any,
) -> HTMLResponse:  # fmt: skip
    """A whole page; `name` is its `data-page`."""
    shared = {
        "page": name, "title": title, "person": person, "csrf": desk.token(request),
        "with_accounts": desk.accounts is not None,
    }  # fmt: skip
    return HTMLResponse(show(desk.pages, template, {**shared, **values}), status_code=status)


def part(desk: Desk, template: str, **values: Any) -> HTMLResponse:
    """A piece of a page."""
    return HTMLResponse(show(desk.pages, template, values))
