"""Settling: the incidents that new or changed reports touch, written anew; all others stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from warmonitor.reconcile.across.clusters import clusters
from warmonitor.reconcile.across.constraints import Constraints, divided, ruled
from warmonitor.reconcile.across.lookup import Lookup
from warmonitor.reconcile.across.neighbourhood import Neighbourhood, neighbourhood, stirred
from warmonitor.reconcile.across.sights import Sight, sight
from warmonitor.reconcile.across.walk import EDGE, Walk
from warmonitor.reconcile.happenings import Happenings
from warmonitor.reconcile.incident.rules import Rule
from warmonitor.reconcile.incident.whole import whole
from warmonitor.records import Claim, Episode, Incident


@dataclass(frozen=True, slots=True)
class Settled:
    """The incidents to write, and the ids of those that are no more (a redirect of another leads on from them)."""

    written: tuple[Incident, ...]
    gone: tuple[str, ...]


def groups(found: Neighbourhood, rules: Constraints) -> list[list[Sight]]:
    """The happenings of whole components, as rulings leave them, the first known first."""
    numbers = _with_vague(clusters(len(found.members), found.pairs, EDGE), found.anchors)
    grouped = [[part for at in group for part in _parts(found.members[at], rules)] for group in numbers]
    return sorted(ruled(grouped, rules), key=lambda group: group[0].rank)


def _with_vague(numbers: Sequence[Sequence[int]], anchors: Mapping[int, int]) -> list[list[int]]:
    """The groups, with the vague ones where they fit."""
    held = {group[0]: list(group) for group in numbers if group[0] not in anchors}
    where = {at: first for first, group in held.items() for at in group}
    for vague, anchor in anchors.items():
        held[where[anchor]].append(vague)
    return list(held.values())


def _parts(seen: Sight, rules: Constraints) -> list[Sight]:
    parts = divided(seen.episode, rules)
    return [seen] if len(parts) == 1 else [sight(part) for part in parts]


def settle(
    report_ids: Iterable[str],
    lookup: Lookup,
    happenings: Happenings,
    rules: Constraints,
    rule: Rule,
    left: Iterable[Episode] = (),
) -> Settled:
    """What becomes of the incidents around these reports, which the lookup holds already; `left` are episodes that it
    holds no more.
    """
    names = sorted(set(report_ids))
    new = [episode for name in names for episode in lookup.episodes(report_id=name)]
    walk = Walk(lookup, happenings)
    around_new = [*stirred(new, walk), *stirred(left, Walk(lookup, happenings))]
    old = {incident.id: incident for incident in lookup.incidents_of((), names)}
    seeds, asked = {episode.id: episode for episode in (*new, *around_new)}, set[str]()
    while True:  # what an incident loses or gains may touch another: until nothing more is touched
        touched = {name for incident in old.values() for name in (incident.id, *incident.redirects)} - asked
        asked |= touched
        seeds.update((episode.id, episode) for episode in lookup.episodes(ids=sorted(touched)))
        found = neighbourhood(seeds.values(), walk, rules.tied)
        around = lookup.incidents_of([seen.episode.id for seen in found.members])
        if all(incident.id in old for incident in around):
            break
        old.update((incident.id, incident) for incident in around)
    grouped = groups(found, rules)
    stands = [_stands(group, old, set(names)) for group in grouped]
    written = told([group for group, same in zip(grouped, stands, strict=True) if not same], lookup, happenings, rule)
    # A group of which every claim was rejected tells nothing any more: its incident is gone.
    heads = {group[0].episode.id for group, same in zip(grouped, stands, strict=True) if same}
    heads.update(incident.id for incident in written)
    return Settled(
        written=tuple(incident for incident in written if old.get(incident.id) != incident),
        gone=tuple(sorted(set(old) - heads)),
    )


def _stands(group: Sequence[Sight], old: dict[str, Incident], changed: set[str]) -> bool:
    """Whether the incident is written already, of the same episodes of reports that have not changed."""
    was = old.get(group[0].episode.id)
    same = was is not None and was.redirects == tuple(part.episode.id for part in group[1:])
    return same and not any(part.episode.report_id in changed for part in group)


def told(grouped: Sequence[Sequence[Sight]], lookup: Lookup, happenings: Happenings, rule: Rule) -> list[Incident]:
    """The incidents that the groups tell; a group of which no claim is left tells none."""
    ids = [name for group in grouped for part in group for name in part.episode.claims]
    claims: dict[str, Claim] = {claim.id: claim for claim in lookup.claims(ids=ids)}
    made = (whole([part.episode for part in group], claims, happenings, rule) for group in grouped)
    return [incident for incident in made if incident is not None]


def known_by(
    day: date, seeds: Iterable[Episode], lookup: Lookup, happenings: Happenings, rules: Constraints, rule: Rule
) -> list[Incident]:
    """The incidents around these episodes as they were known at the end of a day."""
    found = neighbourhood(seeds, Walk(lookup, happenings, day), rules.tied)
    return told(groups(found, rules), lookup, happenings, rule)
