"""What every answer carries and every request must pass: headers, hosts, and writes from our own pages only."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; "
    "connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with no-referrer a browser sends our own forms as from nowhere
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SAFE = ("GET", "HEAD", "OPTIONS")
LOOPBACK = ("localhost", "127.0.0.1", "::1")
LONGEST_BODY = 1_000_000
"""Bytes that a request may bring: a ruling is some hundred."""


class Guard:
    """Stands before the desk. `hosts` are the names that it answers to (None: any); without accounts only those of
    loopback, so that no page elsewhere can reach it through a name that it makes point here.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str] | None = None) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, or refuses it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def carrying(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith("/static/"):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refused = self._refused(scope)
        if refused:
            await PlainTextResponse(refused, status_code=403)(scope, receive, carrying)
        else:
            await self.app(scope, _limited(receive), carrying)

    def _refused(self, scope: Scope) -> str:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        name = urlsplit(f"//{host}").hostname or ""
        if self.hosts is not None and name not in self.hosts:
            return f"This desk answers to {', '.join(self.hosts)}, not to {name!r}."
        if scope["method"] in SAFE:
            return ""
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != host:
            return "This came from a page of another site, and nothing was written."
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return "This came from a page of another site, and nothing was written."
        return ""


def _limited(receive: Receive) -> Receive:
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LONGEST_BODY:
            return {"type": "http.disconnect"}
        return message

    return limited


def write_token(session: str) -> str:
    """The token that every write must bring, bound to a session that other sites cannot read."""
    return hmac.new(session.encode(), b"warmonitor desk", hashlib.sha256).hexdigest()


def same(given: str, wanted: str) -> bool:
    """Whether two tokens are one, in a time that does not tell how much of them is."""
    return hmac.compare_digest(given.encode(), wanted.encode())
