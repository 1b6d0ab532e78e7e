"""The episodes of one report: its claims by happening, each with what other reports are compared by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from warmonitor.reconcile.across.keys import keys
from warmonitor.reconcile.happenings import Happenings
from warmonitor.reconcile.incident.incidents import outline
from warmonitor.reconcile.incident.voices import of_one_report
from warmonitor.reconcile.tellings import Telling, tellings
from warmonitor.reconcile.within.gists import gist
from warmonitor.reconcile.within.grouping import group
from warmonitor.reconcile.within.prominence import prominence
from warmonitor.reconcile.within.recalls import recalls
from warmonitor.reconcile.within.totals import totals
from warmonitor.records import Claim, Episode, Report


def episodes(
    claims: Iterable[Claim], report: Report | None, happenings: Happenings, known: date | None = None
) -> tuple[Episode, ...]:
    """The happenings that the claims of one report tell, in the order in which it tells them.

    `known` is the day from which they are known if the report has no date. Claims that only remark on something, with
    no happening told near them, belong to none.
    """
    told = tellings(claims, happenings)
    groups = group(told, happenings)
    longest = max((len(members) for members in groups), default=1)
    today = report.published if report and report.published else _last_day(groups)
    found = (
        _episode(members, prominence(members, longest, today, report), report, known, happenings) for members in groups
    )
    marked = [_with_totals(episode, members, told) for episode, members in zip(found, groups, strict=True)]
    return recalls(marked, happenings)


def _with_totals(episode: Episode, members: Sequence[Telling], told: Sequence[Telling]) -> Episode:
    counted = totals(members, (episode.gist.start, episode.gist.end), told)
    return episode.model_copy(update={"gist": episode.gist.model_copy(update={"totals": counted})})


def _last_day(groups: Sequence[Sequence[Telling]]) -> date | None:
    return max((t.last_day for members in groups for t in members if t.last_day and t.actual), default=None)


def _episode(
    members: Sequence[Telling], weight: float, report: Report | None, known: date | None, happenings: Happenings
) -> Episode:
    whole = outline(members, of_one_report(members), weight, "independent")
    short = gist(members, whole, report, happenings)
    day = report.published if report and report.published else known
    return Episode(
        id=whole.id, report_id=members[0].claim.report_id, claims=whole.claims, known=day,
        keys=keys(short, day, happenings), gist=short,
    )  # fmt: skip
