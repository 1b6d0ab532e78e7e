"""A war of a few constructed reports, and desks over it that really serve."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copyfile

import pytest
from argon2 import PasswordHasher
from telegraph import Telegraph
from web.running import Desk, running

from warmonitor.monitor import Monitor, open_monitor
from warmonitor.records import Report
from warmonitor.store import open_store
from warmonitor.web import Accounts, desk

NOON = datetime(2020, 3, 9, 12, tzinfo=UTC)
HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)> \u202egnp.exe\u202c & \"quoted\" {{7*7}}"
PASSWORD = "a few words to enter"
REPORTS = (
    Report(
        id="herald", outlet="The Herald", title="A market is hit", published=date(2020, 3, 2), url="https://example.org/1",
        text="monitor: air_strike at Ariha on 2020-03-02 killed 9\nTurkey: shelling at Sarmin on 2020-03-01 killed 3",
    ),
    Report(
        id="gazette", outlet="The Gazette", published=date(2020, 3, 3),
        text="Syrian army: denies air_strike at Ariha on 2020-03-02\nrebels: battle at Saraqib by Rebels on 2020-03-03",
    ),
    Report(
        id="hostile", outlet="<b>Bold</b> News", title=HOSTILE, published=date(2020, 3, 4), url="javascript:alert(3)",
        text=f"{HOSTILE}\nmonitor: shelling at Maarrat on 2020-03-04 killed 2\n<i>official</i>: shelling at Maarrat",
    ),
    Report(
        id="arabic", outlet="الراصد", title="قصف على سراقب", published=date(2020, 3, 5), language="ar",
        text="قال ناشطون إن قصفا طال البلدة.\nmonitor: execution at Sarmin killed 4",
    ),
)  # fmt: skip


@pytest.fixture(scope="session")
def war(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the war as all tests find it."""
    where = tmp_path_factory.mktemp("war") / "war.db"
    with closing(open_store(where)) as store:
        store.migrate()
    with opened(str(where)) as monitor:
        monitor.add(REPORTS)
    return where


@pytest.fixture
def place(war: Path, tmp_path: Path) -> str:
    """A store of the war, one's own."""
    return str(copyfile(war, tmp_path / "war.db"))


def opened(where: str) -> Monitor:
    return open_monitor(where, build=Telegraph, now=lambda: NOON)


@pytest.fixture
def monitor(place: str) -> Iterator[Monitor]:
    with opened(place) as found:
        yield found


@pytest.fixture
def open_desk(place: str, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """`open_desk(accounts={"name": "role"})`: a desk that serves, with these accounts or without any."""
    with ExitStack() as stack:

        def start(accounts: dict[str, str] | None = None) -> Desk:
            people = None
            if accounts is not None:
                quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
                people = Accounts(tmp_path / "people.sqlite", quick)
                for name, role in accounts.items():
                    people.add(name, role, PASSWORD)  # type: ignore[arg-type]
            return stack.enter_context(running(desk(lambda: opened(place), people, name="Rana")))

        yield start


@pytest.fixture
def alone(open_desk: Callable[..., Desk]) -> Desk:
    """A desk without accounts."""
    return open_desk()
