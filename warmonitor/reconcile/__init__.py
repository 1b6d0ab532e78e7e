"""Claims in, incidents out: the claims that tell one happening, their accounts side by side.

Within one report so far. The steps are ones that more reports can pass through: claims become tellings (what is
compared), grouping decides same or not, and an incident keeps every claim of its group.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from warmonitor.reconcile.happenings import Happenings, read_happenings
from warmonitor.reconcile.incident.incidents import incident
from warmonitor.reconcile.incident.scene import land
from warmonitor.reconcile.tellings import Telling, tellings
from warmonitor.reconcile.within.grouping import group
from warmonitor.reconcile.within.prominence import prominence
from warmonitor.records import Claim, Incident, Report

__all__ = ["Happenings", "read_happenings", "reconcile"]


def reconcile(
    claims: Iterable[Claim], reports: Iterable[Report] = (), happenings: Happenings | None = None
) -> tuple[Incident, ...]:
    """The incidents within each report, reports in the order of their ids, in each the one it is about first.

    `reports` lends titles and dates, which help to tell what a report is about. The result does not depend on the
    order of either. Claims that only remark on something, with no happening told near them, belong to no incident.
    """
    known = {report.id: report for report in reports}
    by_report: dict[str, list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.report_id, []).append(claim)
    table = happenings or read_happenings()
    return tuple(
        found for name in sorted(by_report) for found in _within(by_report[name], known.get(name), table)
    )  # fmt: skip


def _within(claims: Sequence[Claim], report: Report | None, happenings: Happenings) -> list[Incident]:
    groups = group(tellings(claims, happenings), happenings)
    longest = max((len(members) for members in groups), default=1)
    days = [t.last_day for members in groups for t in members if t.last_day and t.actual]
    today = report.published if report and report.published else max(days, default=None)
    weighed = ((members, prominence(members, longest, today, report)) for members in groups)
    found = [_placed(members, incident(members, weight), happenings) for members, weight in weighed]
    first = {claim.id: claim.evidence.start for claim in claims}
    return sorted(found, key=lambda i: (-i.prominence, min(first[c] for c in i.claims), i.id))


def _placed(members: Sequence[Telling], found: Incident, happenings: Happenings) -> Incident:
    """The incident, where no claim places it in the country of those who take part."""
    return found if found.place else found.model_copy(update={"place": land(members, happenings.countries)})
