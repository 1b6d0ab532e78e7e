"""`warmonitor add`: reports into the store."""

from __future__ import annotations

from itertools import islice

from warmonitor.cli.desk import monitor_at
from warmonitor.cli.options import Outlet, Paths, Published, StopAfter, StoreAt, must_exist
from warmonitor.cli.talk import Talk, counted


def add(
    paths: Paths,
    published: Published = None,
    outlet: Outlet = None,
    store: StoreAt = None,
    stop_after: StopAfter = None,
) -> int:
    """Code reports and keep them in the store; those that are there already are left as they are.

    Each report is kept as soon as it is coded: an add that was stopped is gone on with by the same call.
    """
    must_exist(*paths)
    talk = Talk()
    with monitor_at(store) as monitor:
        from warmonitor import intake

        reports = islice(intake.take(paths, intake.Given(published, outlet), talk.note), stop_after)
        with talk.counting("reports done") as step:
            added = monitor.add(reports, talk.error, step)
    return talk.last(f"{added}; {counted(added.incidents, 'incident')} written.")
