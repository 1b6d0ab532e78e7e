"""What other processes write while the tests look, or kill them."""

from __future__ import annotations

from multiprocessing.connection import Connection

from store.telling import claim, episode, incident, kept, report
from warmonitor.records import Report
from warmonitor.store import Change, Store, open_store

CLAIMS = 3


def numbered(who: str, number: int, version: int) -> Report:
    """A report whose text tells which version of which report it is."""
    return report(f"{who}{number:05d}", f"Version {version} of {number}: a shell fell on Sarmin.")


def write_on(address: str, who: str, first: int, last: int, said: Connection) -> None:
    """Keeps reports, corrects every other one and settles each, saying what is committed, until killed or done."""
    store = open_store(address)
    for number in range(first, last):
        for version in range(1, 2 + number % 2):
            keep(store, who, number, version)
            said.send((f"{who}{number:05d}", version))  # the first: it is connected, and at work from here on
    store.close()
    said.send(("done", 0))


def keep(store: Store, who: str, number: int, version: int) -> None:
    """One report with its claims, an episode of each, and an incident of all."""
    told = numbered(who, number, version)
    claims = [claim(told, position) for position in range(CLAIMS)]
    episodes = [episode(f"e-{one.id}", told, one, keys=(f"day {number % 7}",)) for one in claims]
    store.put(kept(told), claims, episodes, [number] * 8, [f"band {number % 50}"])
    with store.turn():
        store.settle([told.id], Change((incident(told.id, *claims),), ()))
