"""Errors as answers: what is wrong and what to do, as a page for people and as JSON for programs."""

from __future__ import annotations

import logging
from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from warmonitor.errors import InputError, NotThere, WarmonitorError
from warmonitor.web.accounts import Person
from warmonitor.web.answers import page
from warmonitor.web.desk import Desk, NotAllowed, NotLoggedIn, the_desk

LOG = logging.getLogger(__name__)
TITLES = {401: "Log in first", 403: "Not allowed", 404: "Not there", 405: "Not so", 409: "Somebody was faster",
          422: "That does not fit", 429: "Too many tries", 500: "Something broke"}  # fmt: skip


def answer(app: FastAPI) -> None:
    """Makes the desk answer every error in its own way."""
    app.add_exception_handler(WarmonitorError, _known)
    app.add_exception_handler(RequestValidationError, _unfit)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unknown)


def wants_json(request: Request) -> bool:
    """Whether a program asks."""
    path = request.url.path
    if path.startswith("/api/") or path in ("/openapi.json", "/health") or path.endswith(".json"):
        return True
    return "application/json" in request.headers.get("accept", "") and "text/html" not in request.headers["accept"]


def told(request: Request, status: int, what: str, *, field: str | None = None, mend: str = "") -> Response:
    """An error as a page or as JSON."""
    if wants_json(request):
        return JSONResponse({"error": {"what": what, "field": field, "mend": mend}}, status)
    desk = the_desk(request)
    named = f"{field}: {what}" if field else what
    values = {"what": named, "mend": mend}
    return page(request, desk, _quietly(request, desk), "error.html", name="error", title=TITLES.get(status, "Error"),
                status=status, **values)  # fmt: skip


async def _known(request: Request, error: Exception) -> Response:
    if isinstance(error, NotLoggedIn):
        if wants_json(request) or request.url.path.startswith("/part/") or request.method != "GET":
            return told(request, 401, "Nobody is logged in.", mend="Log in at /login.")
        asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?{urlencode({'next': asked})}", 303)
    if isinstance(error, NotAllowed):
        return told(request, 403, str(error))
    if isinstance(error, NotThere):
        return told(request, 404, f"There is no {error.kind} {error.name!r} in the store.")
    if isinstance(error, InputError):
        return told(request, 422, error.what, field=error.field, mend=error.mend)
    LOG.error("%s: %s", request.url.path, error)
    return told(request, 500, str(error))


async def _unfit(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"][1:]) or None
    return told(request, 422, str(first["msg"]), field=field, mend="The routes and their fields are listed at /api.")


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    what = {404: "There is no such page.", 405: "This address takes no such request."}.get(error.status_code)
    return told(request, error.status_code, what or str(error.detail))


async def _unknown(request: Request, error: Exception) -> Response:
    LOG.exception("%s", request.url.path, exc_info=error)
    mend = "`warmonitor doctor` looks for causes."
    return told(request, 500, "The desk could not answer; its log says why.", mend=mend)


def _quietly(request: Request, desk: Desk) -> Person | None:
    try:
        return desk.person(request)
    except NotLoggedIn:
        return None
