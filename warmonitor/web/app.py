"""The desk, put together: guard, routes, errors."""

from __future__ import annotations

import getpass
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from threading import Event, Thread

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI

from warmonitor.errors import WarmonitorError
from warmonitor.monitor import Monitor
from warmonitor.version import VERSION
from warmonitor.web import api, api_page, failing, incidents, ledgers, logins, overview, reports, reviewing
from warmonitor.web.accounts import Accounts, Person
from warmonitor.web.desk import Desk
from warmonitor.web.guard import LOOPBACK, Guard
from warmonitor.web.looking import Looking
from warmonitor.web.monitors import Monitors
from warmonitor.web.place_names import PlaceNames
from warmonitor.web.rendering import pages
from warmonitor.web.static_files import built

THREADS = 12
"""Requests that are worked on at once; each holds a monitor with its own connection to the store."""


def desk(
    opened: Callable[[], Monitor],
    accounts: Accounts | None = None,
    *,
    name: str | None = None,
    hosts: Sequence[str] | None = LOOPBACK,
    places: PlaceNames | None = None,
) -> FastAPI:
    """The desk over the monitors that `opened` gives.

    Without accounts, whoever reaches it rules as `name` (default: the user of this machine), and it answers to `hosts`
    only; with accounts, to any host. `places` is the gazetteer to use instead of the user's own.
    """
    monitors, places = Monitors(opened), places or PlaceNames()

    looking = Looking()

    over = Event()

    def prepared() -> None:
        with suppress(WarmonitorError), monitors.lend() as monitor:  # pages say what is wrong with the store
            looking.now(monitor)
            for kind in ledgers.KINDS:
                if not over.is_set():
                    monitor.ledger(kind)

    @asynccontextmanager
    async def running(_app: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        ready = Thread(target=prepared, name="incidents and ledgers, made ready for the first pages")
        ready.start()
        yield
        over.set()
        ready.join()
        monitors.close()
        places.close()

    app = FastAPI(
        title="warmonitor",
        version=VERSION,
        summary="Who says what happened, where, when, to whom, how many.",
        docs_url=None,
        redoc_url=None,
        lifespan=running,
    )
    alone = Person(name=name or _user(), role="admin")
    app.state.desk = Desk(
        monitors=monitors, pages=pages(), places=places, looking=looking, accounts=accounts,
        alone=alone,
    )  # fmt: skip
    for part in (overview, incidents, reports, ledgers, reviewing, logins, api, api_page):
        app.include_router(part.router)
    app.mount("/static", built(), name="static")
    failing.answer(app)
    app.add_middleware(Guard, hosts=None if accounts else hosts)
    return app


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "analyst"
