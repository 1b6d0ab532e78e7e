"""`/login` and `/logout`, for a desk with accounts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from warmonitor.web.answers import page
from warmonitor.web.desk import COOKIE, APerson, TheDesk, check_token

router = APIRouter(include_in_schema=False)
HERE = "/"


@router.get("/login")
def login_page(request: Request, desk: TheDesk, next: str = HERE) -> Response:  # noqa: A002  (as the address says)
    """The page to log in."""
    if desk.accounts is None:
        return RedirectResponse(HERE, 303)
    return page(request, desk, None, "login.html", name="login", title="Log in", next=_ours(next), name_given="",
                what="")  # fmt: skip


@router.post("/login")
def login(
    request: Request,
    desk: TheDesk,
    name: Annotated[str, Form(max_length=64)],
    password: Annotated[str, Form(max_length=1024)],
    next: Annotated[str, Form()] = HERE,  # noqa: A002
) -> Response:
    """Begins a session."""
    if desk.accounts is None:
        return RedirectResponse(HERE, 303)
    address = request.client.host if request.client else ""
    wait = desk.attempts.wait(name, address)
    if wait:
        what = f"Too many tries. Try again in {max(1, round(wait / 60))} minutes."
        refused = _again(request, desk, name, next, what, 429)
        refused.headers["Retry-After"] = str(wait)
        return refused
    token = desk.accounts.login(name, password)
    if token is None:
        desk.attempts.failed(name, address)
        return _again(request, desk, name, next, "Name and password do not belong together.", 401)
    desk.attempts.succeeded(name)
    response = RedirectResponse(_ours(next), 303)
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, token, httponly=True, samesite="lax", secure=secure, path="/")
    return response


@router.post("/logout")
def logout(request: Request, desk: TheDesk, _person: APerson, csrf: Annotated[str, Form()] = "") -> Response:
    """Ends the session."""
    check_token(request, desk, csrf)
    if desk.accounts is not None:
        desk.accounts.logout(request.cookies.get(COOKIE, ""))
    response = RedirectResponse("/login", 303)
    response.delete_cookie(COOKIE, path="/")
    return response


def _again(request: Request, desk: TheDesk, name: str, wanted: str, what: str, status: int) -> Response:
    return page(request, desk, None, "login.html", name="login", title="Log in", status=status, next=_ours(wanted),
                name_given=name, what=what)  # fmt: skip


def _ours(wanted: str) -> str:
    """A path of this desk, never another site."""
    return wanted if wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and wanted.isprintable() else HERE
