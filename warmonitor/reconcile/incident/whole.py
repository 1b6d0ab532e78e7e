"""One incident out of the episodes that tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from warmonitor.reconcile.copies.wording import shared
from warmonitor.reconcile.happenings import Happenings
from warmonitor.reconcile.incident.incidents import incident
from warmonitor.reconcile.incident.rules import Rule
from warmonitor.reconcile.incident.scene import land
from warmonitor.reconcile.incident.voices import Origin
from warmonitor.reconcile.tellings import tellings
from warmonitor.records import Claim, Episode, Incident

COPIED = 0.5  # share of an episode's wording that another report's has too where one carries the other


def whole(
    episodes: Sequence[Episode], claims: Mapping[str, Claim], happenings: Happenings, rule: Rule
) -> Incident | None:
    """The incident that these episodes tell; they come in the order of all episodes. None if no claim is left.

    Its id is that of the first episode, and those of the others lead to it. It is as prominent as its reports make it:
    what one is about and others mention lies between the most and the mean.
    """
    members = [
        telling
        for episode in episodes
        for telling in tellings((claims[name] for name in episode.claims if name in claims), happenings)
    ]
    if not members:
        return None
    shares = [episode.gist.prominence for episode in episodes]
    weight = round((sum(shares) / len(shares) + max(shares)) / 2, 3)
    made = incident(members, weight, happenings, _origins(episodes), rule)
    bringing = {episode.report_id for episode in episodes if not episode.gist.recalled} or set(made.reports)
    return made.model_copy(
        update={
            "id": episodes[0].id,
            "reports": tuple(name for name in made.reports if name in bringing),
            "recalled_in": tuple(name for name in made.reports if name not in bringing),
            "totals": tuple(dict.fromkeys(name for episode in episodes for name in episode.gist.totals)),
            "redirects": tuple(episode.id for episode in episodes[1:]),
            "place": made.place or land(members, happenings.countries),
        }
    )


def _origins(episodes: Sequence[Episode]) -> dict[str, Origin]:
    """Whose text each report is; one that carries the words of an earlier one is of that one's family."""
    found: dict[str, Origin] = {}
    seen: list[Episode] = []
    for episode in episodes:
        if episode.report_id in found:
            continue
        copied = next((e for e in seen if shared(e.gist.prints, episode.gist.prints) >= COPIED), None)
        family = found[copied.report_id].family if copied else episode.gist.outlet or episode.report_id
        found[episode.report_id] = Origin(family, episode.known)
        seen.append(episode)
    return found
