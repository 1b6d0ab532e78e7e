"""What the routes share: monitors, people, templates; and who is asking."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request
from jinja2 import Environment

from warmonitor.errors import WarmonitorError
from warmonitor.monitor import Monitor
from warmonitor.web.accounts import Accounts, Person
from warmonitor.web.attempts import Attempts
from warmonitor.web.guard import same, write_token
from warmonitor.web.looking import Looking
from warmonitor.web.monitors import Monitors
from warmonitor.web.place_names import PlaceNames

COOKIE = "warmonitor_session"


class NotLoggedIn(WarmonitorError):
    """The desk has accounts, and nobody is logged in."""


class NotAllowed(WarmonitorError):
    """The person may not do this."""


@dataclass
class Desk:
    """One running desk."""

    monitors: Monitors
    pages: Environment
    places: PlaceNames
    looking: Looking
    accounts: Accounts | None
    alone: Person
    """Who sits there when there are no accounts."""
    attempts: Attempts = field(default_factory=Attempts)
    secret: str = field(default_factory=lambda: secrets.token_hex(32))
    ruling: Lock = field(default_factory=Lock)
    """Held from the look at what others decided to the writing of a ruling."""

    def person(self, request: Request) -> Person:
        """Who is asking. Raises NotLoggedIn."""
        if self.accounts is None:
            return self.alone
        token = request.cookies.get(COOKIE)
        person = self.accounts.person(token) if token else None
        if person is None:
            raise NotLoggedIn("Log in first.")
        return person

    def token(self, request: Request) -> str:
        """The token that writes of this session must bring."""
        return write_token((request.cookies.get(COOKIE) if self.accounts else None) or self.secret)


def the_desk(request: Request) -> Desk:
    """The desk that answers."""
    found: Desk = request.app.state.desk
    return found


def _monitor(desk: Annotated[Desk, Depends(the_desk)]) -> Iterator[Monitor]:
    with desk.monitors.lend() as monitor:
        yield monitor


def _person(request: Request, desk: Annotated[Desk, Depends(the_desk)]) -> Person:
    return desk.person(request)


def _writer(request: Request, desk: Annotated[Desk, Depends(the_desk)]) -> Person:
    person = desk.person(request)
    if person.rules is None:
        raise NotAllowed(f"{person.name} is a reader: ask an admin for the role of coder or reviewer.")
    return person


TheDesk = Annotated[Desk, Depends(the_desk)]
AMonitor = Annotated[Monitor, Depends(_monitor)]
APerson = Annotated[Person, Depends(_person)]
AWriter = Annotated[Person, Depends(_writer)]


def check_token(request: Request, desk: Desk, given: str | None) -> None:
    """Raises NotAllowed unless a write brings the token of its session (header `X-CSRF-Token` or field `csrf`)."""
    if not same(request.headers.get("x-csrf-token") or given or "", desk.token(request)):
        raise NotAllowed("The page is older than the desk or your login: load it anew and try again.")
