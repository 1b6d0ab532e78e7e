"""Claims in, incidents out: the claims that tell one happening, their accounts side by side.

    report's claims ─ episodes ─▶ Episodes ─ settle ─▶ Incidents

Within a report its claims are grouped to episodes (`within`). Across reports episodes that share a key are compared,
and those that are alike enough become one incident (`across`), whatever order the reports come in. `incident` says what
an incident comes to, `copies` knows texts that carry others.

Without a store: `reconcile(claims, reports)`. With one: `episodes` when a report is coded, `settle` when it is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from warmonitor.reconcile.across.constraints import constraints
from warmonitor.reconcile.across.lookup import Lookup, Memory
from warmonitor.reconcile.across.neighbourhood import neighbourhoods
from warmonitor.reconcile.across.settle import Settled, groups, told
from warmonitor.reconcile.across.settle import known_by as known_around
from warmonitor.reconcile.across.settle import settle as settled
from warmonitor.reconcile.across.sights import Rank
from warmonitor.reconcile.across.walk import Walk
from warmonitor.reconcile.copies.sentences import carried, copy_of
from warmonitor.reconcile.copies.signature import alike, bands, signature
from warmonitor.reconcile.happenings import Happenings, read_happenings
from warmonitor.reconcile.incident.rules import Rule
from warmonitor.reconcile.incident.whole import whole
from warmonitor.reconcile.within.episodes import episodes as episodes_of
from warmonitor.records import Claim, Episode, Incident, Report, Ruling

__all__ = [
    "Happenings", "Lookup", "Memory", "Rule", "Settled", "alike", "bands", "carried", "copy_of", "episodes",
    "known_by", "read_happenings", "reconcile", "reread", "settle", "signature",
]  # fmt: skip
RULE: Rule = "independent"


def reconcile(
    claims: Iterable[Claim],
    reports: Iterable[Report] = (),
    happenings: Happenings | None = None,
    *,
    rulings: Iterable[Ruling] = (),
    rule: Rule = RULE,
) -> tuple[Incident, ...]:
    """The incidents that all these claims tell, the most prominent first.

    `reports` lends titles, dates and outlets, which help to tell what a report is about and who copies whom. The result
    does not depend on the order of either. Claims that only remark on something, with no happening told near them,
    belong to no incident.
    """
    table = happenings or read_happenings()
    known = {report.id: report for report in reports}
    by_report: dict[str, list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.report_id, []).append(claim)
    memory = Memory()
    for name, of_one in by_report.items():
        memory.put(name, episodes_of(of_one, known.get(name), table), of_one)
    rules = constraints(rulings)
    found: list[tuple[float, Rank, Incident]] = []
    for part in neighbourhoods(memory.episodes(), Walk(memory, table), rules.tied):
        grouped = groups(part, rules)
        ranks = {group[0].episode.id: group[0].rank for group in grouped}
        found += ((-one.prominence, ranks[one.id], one) for one in told(grouped, memory, table, rule))
    return tuple(one for _, _, one in sorted(found, key=lambda told: told[:2]))


def episodes(
    claims: Iterable[Claim], report: Report, happenings: Happenings | None = None, *, known: date | None = None
) -> tuple[Episode, ...]:
    """The happenings that the claims of one report tell, in its order; `known` is the day of adding it, for a report
    without a date of its own.
    """
    return episodes_of(claims, report, happenings or read_happenings(), known)


def settle(
    report_ids: Iterable[str],
    lookup: Lookup,
    *,
    rulings: Iterable[Ruling] = (),
    happenings: Happenings | None = None,
    rule: Rule = RULE,
    left: Iterable[Episode] = (),
) -> Settled:
    """What new, changed or newly ruled reports change: incidents to write, and ids of incidents that are no more.

    The lookup holds the reports' episodes already, and the incidents as they were written before. `rulings` are all
    merges, splits and undoings there are, oldest first. The order in which reports are settled makes no difference.
    After a ruling, settle the reports of the incidents that it names. `left` are the episodes of an older version of a
    report that the lookup holds no more.
    """
    return settled(report_ids, lookup, happenings or read_happenings(), constraints(rulings), rule, left)


def known_by(
    day: date,
    episodes: Iterable[Episode],
    lookup: Lookup,
    *,
    rulings: Iterable[Ruling] = (),
    happenings: Happenings | None = None,
    rule: Rule = RULE,
) -> tuple[Incident, ...]:
    """The incidents around these episodes as they were known at the end of a day, in the order of their first report.

    With all episodes of a store it gives every incident of that day.
    """
    table = happenings or read_happenings()
    return tuple(known_around(day, episodes, lookup, table, constraints(rulings), rule))


def reread(
    episodes: Iterable[Episode], claims: Iterable[Claim], happenings: Happenings | None = None, *, rule: Rule = RULE
) -> Incident | None:
    """One incident's episodes told by another rule of which figure is best; None if no claim is left."""
    held = {claim.id: claim for claim in claims}
    return whole(tuple(episodes), held, happenings or read_happenings(), rule)
