"""What reconciling looks up while it settles a neighbourhood, and the plain one that keeps it all in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Protocol

from warmonitor.records import Claim, Episode, Incident


class Lookup(Protocol):
    """A store, as far as reconciling needs one."""

    def episodes(self, *, ids: Iterable[str] | None = None, report_id: str | None = None) -> tuple[Episode, ...]:
        """Episodes by their ids, or those of a report; the newest versions only."""

    def neighbours(self, keys: Iterable[str]) -> tuple[Episode, ...]:
        """Episodes that have one of these keys."""

    def claims(self, *, ids: Iterable[str] | None = None) -> Iterator[Claim]:
        """Claims by their ids; those that are no more are left out."""

    def incidents_of(self, episode_ids: Iterable[str], report_ids: Iterable[str] = ()) -> tuple[Incident, ...]:
        """The incidents as they are written that hold claims of these episodes, or of any version of these reports."""


class Memory:
    """Episodes, claims and incidents by what they are looked up by; a `Lookup` without a database."""

    def __init__(self) -> None:
        self._episodes: dict[str, Episode] = {}
        self._of_report: dict[str, list[str]] = defaultdict(list)
        self._by_key: dict[str, list[Episode]] = defaultdict(list)
        self._claims: dict[str, Claim] = {}
        self._incidents: dict[str, Incident] = {}
        self._incident_of: dict[str, str] = {}
        self._with_report: dict[str, set[str]] = defaultdict(set)

    def put(self, report_id: str, episodes: Iterable[Episode], claims: Iterable[Claim]) -> None:
        """Holds what was coded of a report, in the place of what was held of it before."""
        for name in self._of_report.pop(report_id, ()):
            old = self._episodes.pop(name)
            for key in old.keys:
                self._by_key[key].remove(old)
            for claim in old.claims:
                self._claims.pop(claim, None)
        for episode in episodes:
            self._episodes[episode.id] = episode
            self._of_report[report_id].append(episode.id)
            for key in episode.keys:
                self._by_key[key].append(episode)
        self._claims.update((claim.id, claim) for claim in claims)

    def write(self, written: Iterable[Incident], gone: Iterable[str]) -> None:
        """Keeps incidents that settling found and forgets those that are no more."""
        for name in gone:
            self._forget(name)
        for incident in written:
            self._forget(incident.id)
            self._incidents[incident.id] = incident
            self._incident_of.update((name, incident.id) for name in incident.claims)
            for report in incident.reports:
                self._with_report[report].add(incident.id)

    def _forget(self, name: str) -> None:
        old = self._incidents.pop(name, None)
        if old is None:
            return
        for claim in old.claims:
            if self._incident_of.get(claim) == name:
                del self._incident_of[claim]
        for report in old.reports:
            self._with_report[report].discard(name)

    def episodes(self, *, ids: Iterable[str] | None = None, report_id: str | None = None) -> tuple[Episode, ...]:
        """Episodes by their ids, those of a report, or all."""
        if report_id is not None:
            ids = self._of_report.get(report_id, ())
        return tuple(
            self._episodes[name] for name in (self._episodes if ids is None else ids) if name in self._episodes
        )

    def neighbours(self, keys: Iterable[str]) -> tuple[Episode, ...]:
        """Episodes that have one of these keys."""
        return tuple({episode.id: episode for key in keys for episode in self._by_key.get(key, ())}.values())

    def claims(self, *, ids: Iterable[str] | None = None) -> Iterator[Claim]:
        """Claims by their ids, or all."""
        return (self._claims[name] for name in (self._claims if ids is None else ids) if name in self._claims)

    def incidents_of(self, episode_ids: Iterable[str], report_ids: Iterable[str] = ()) -> tuple[Incident, ...]:
        """The incidents that hold claims of these episodes, or of any version of these reports, by id."""
        claims = (name for episode in self.episodes(ids=episode_ids) for name in episode.claims)
        names = {self._incident_of[name] for name in claims if name in self._incident_of}
        names.update(name for report in report_ids for name in self._with_report.get(report, ()))
        return tuple(self._incidents[name] for name in sorted(names))

    def incidents(self) -> tuple[Incident, ...]:
        """All incidents as they are written, by id."""
        return tuple(self._incidents[name] for name in sorted(self._incidents))
