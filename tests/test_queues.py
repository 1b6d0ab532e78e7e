"""What waits for a person, against looking at everything."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date

import pytest
from deeds import LINES, NOON, STEPS, Step, opened
from hypothesis import HealthCheck, given, settings

from warmonitor import review
from warmonitor.monitor import Monitor, Queue
from warmonitor.monitor.people import ruled_claims
from warmonitor.monitor.queues import QUEUES
from warmonitor.records import Filter, Report, Ruling
from warmonitor.store import open_store

HANDS: tuple[review.Hand, ...] = ("coder", "reviewer")


def claims_in(monitor: Monitor, name: Queue, hand: review.Hand, hide: bool) -> Iterator[tuple[str, str]]:
    """The claims of a queue, by looking at every claim of the store with all that was ruled on it."""
    for ruled in ruled_claims(monitor.store, tuple(monitor.store.claims())):
        for found, why in review.pressing(review.state_of(ruled.coded, ruled.rulings).stand, hand, hide):
            if found == name:
                yield ruled.coded.id, why


def incidents_in(monitor: Monitor, name: Queue) -> Iterator[tuple[str, str]]:
    """The incidents of a queue, by looking at each."""
    for incident in monitor.incidents().incidents:
        for found, why in review.unsettled(incident, monitor.rulings(incident=incident.id)):
            if found == name:
                yield incident.id, why


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Makes stores that hold nothing."""
    folder = tmp_path_factory.mktemp("stores")
    with closing(open_store(folder / "made.db")) as store:
        store.migrate()
    names = (folder / f"{number}.db" for number in itertools.count())
    return lambda: str(shutil.copy(folder / "made.db", next(names)))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_a_queue_holds_what_looking_at_everything_finds(make: Callable[[], str], steps: list[Step]) -> None:
    with opened(make()) as monitor:
        for number, step in enumerate(steps):
            step.do(monitor, number)
        for hand, hide, name in itertools.product(HANDS, (True, False), QUEUES):
            waiting = monitor.queue(name, limit=1000, hand=hand, hide_agreed=hide)
            claims = [(found.claim, found.why) for found in waiting if found.claim]
            incidents = {(found.incident, found.why) for found in waiting if found.incident}
            assert claims == list(claims_in(monitor, name, hand, hide))
            assert incidents == set(incidents_in(monitor, name))
            assert monitor.queue_sizes(hand, hide)[name] == len(waiting)
            assert monitor.queue(name, limit=2, offset=1, hand=hand, hide_agreed=hide) == waiting[1:3]


@pytest.fixture
def monitor(make: Callable[[], str]) -> Iterator[Monitor]:
    with opened(make()) as found:
        found.add([Report(id="a", text="\n".join(LINES), published=date(2020, 3, 6))])
        yield found


def test_a_ruling_takes_a_claim_off_the_new_ones(monitor: Monitor) -> None:
    first, *others = (claim.id for claim in monitor.store.claims())
    assert monitor.queue_sizes()["new"] == len(LINES)
    monitor.rule(Ruling(id="u1", at=NOON, by="Rana", role="reviewer", action="accept", claim=first))
    assert [waiting.claim for waiting in monitor.queue("new")] == others
    assert monitor.queue_sizes()["new"] == len(others)


def test_an_incident_that_is_settled_is_contested_no_longer(monitor: Monitor) -> None:
    (disputed,) = monitor.incidents(Filter(status=("disputed",))).incidents
    assert monitor.queue_sizes()["contested"] == 1
    monitor.rule(Ruling(id="u1", at=NOON, by="Rana", action="accept", incident=disputed.id))
    assert monitor.queue_sizes()["contested"] == 0
    monitor.rule(Ruling(id="u2", at=NOON, by="Rana", action="unsure", incident=disputed.id))
    assert monitor.queue_sizes() | {"new": 0, "low_confidence": 0} == {
        "contested": 0, "low_confidence": 0, "new": 0, "changed": 0, "flagged": 1,
    }  # fmt: skip
