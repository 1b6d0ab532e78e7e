"""Which happenings a report only looks back on: "on 22 April a shop was shelled", at the end of news of May."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from warmonitor.reconcile.happenings import Happenings
from warmonitor.records import Episode

LATER = timedelta(days=2)  # by which what the report is about is later, at least
ASIDE = 0.8  # of the prominence of what the report is about, at most: the items of a week's survey are all news
BRIEF = ("force", "toll", "abuse")  # families of happenings that are over at once; a battle or a siege goes on


def recalls(episodes: Sequence[Episode], happenings: Happenings) -> tuple[Episode, ...]:
    """The episodes of one report, those that it recalls marked: less is said of them, and they are days older."""
    if not episodes:
        return ()
    about = max(episodes, key=lambda e: (e.gist.actual, e.gist.prominence, -e.gist.position))
    return tuple(_marked(episode) if _recalled(episode, about, happenings) else episode for episode in episodes)


def _recalled(episode: Episode, about: Episode, happenings: Happenings) -> bool:
    first, last = about.gist.start, episode.gist.end or episode.gist.start
    if first is None or last is None or happenings.types[episode.gist.event_type].family not in BRIEF:
        return False
    return first - last >= LATER and episode.gist.prominence <= ASIDE * about.gist.prominence


def _marked(episode: Episode) -> Episode:
    return episode.model_copy(update={"gist": episode.gist.model_copy(update={"recalled": True})})
