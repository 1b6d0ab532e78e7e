"""A store of the sample reports, coded once for all tests, and the program called in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest

from warmonitor import intake
from warmonitor.cli.app import run
from warmonitor.errors import InputError
from warmonitor.monitor import open_monitor
from warmonitor.pipeline import Coded, Pipeline
from warmonitor.records import Claim, Report
from warmonitor.store import open_store

NOON = datetime(2024, 7, 1, 12, tzinfo=UTC)


class Remembering:
    """A coder that codes a report once."""

    def __init__(self, coder: Pipeline) -> None:
        self._coder = coder
        self._coded: dict[str, Coded[Claim] | InputError] = {}

    def code(self, reports: Iterable[Report | InputError]) -> Iterator[Coded[Claim] | InputError]:
        """The claims of each report, in the order of the reports."""
        asked = [report for report in reports if isinstance(report, Report)]
        new = [report for report in asked if report.id not in self._coded]
        self._coded.update((report.id, coded) for report, coded in zip(new, self._coder.code(new), strict=True))
        return iter([self._coded[report.id] for report in asked])


@pytest.fixture(scope="session")
def sample_reports() -> list[Report]:
    path = Path(str(files("warmonitor") / "samples"))
    return [report for report in intake.take([path]) if isinstance(report, Report)]


@pytest.fixture(scope="session")
def coder(desk: Pipeline) -> Remembering:
    return Remembering(desk)


@pytest.fixture(scope="session")
def fill(coder: Remembering, sample_reports: list[Report]) -> Callable[[str], None]:
    """Makes a store of the samples at an address."""

    def filled(address: str) -> None:
        with closing(open_store(address)) as store:
            store.migrate()
        with open_monitor(address, build=lambda: coder, now=lambda: NOON) as monitor:
            monitor.add(sample_reports)

    return filled


@pytest.fixture(scope="session")
def samples_at(fill: Callable[[str], None], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where a store of the samples is; tests only read it."""
    address = str(tmp_path_factory.mktemp("samples") / "war.db")
    fill(address)
    return address


@dataclass(frozen=True)
class Said:
    """What came of a call."""

    code: int
    data: str
    talk: str


Say = Callable[..., Said]


@pytest.fixture
def say(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Calls the program as from a shell of so many columns."""

    def called(*arguments: object, columns: int = 100) -> Said:
        monkeypatch.setenv("COLUMNS", str(columns))
        code = run([str(argument) for argument in arguments])
        data, talk = capsysbinary.readouterr()
        return Said(code, data.decode(), talk.decode())

    return called
