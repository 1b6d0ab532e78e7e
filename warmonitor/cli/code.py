"""`warmonitor code`: reports in, claims out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from warmonitor.cli.options import Format, Outlet, Output, Paths, Published, StopAfter, form_of, must_exist
from warmonitor.cli.output import opened
from warmonitor.cli.talk import Talk, counted

if TYPE_CHECKING:
    from warmonitor.pipeline import Coded
    from warmonitor.records import Claim


def code(
    paths: Paths,
    published: Published = None,
    outlet: Outlet = None,
    output: Output = None,
    form: Format = None,
    stop_after: StopAfter = None,
) -> int:
    """Code every claim in the reports, each value with the words that carry it."""
    must_exist(*paths)
    talk = Talk()
    with opened(output, tuple(paths)) as out:
        from warmonitor import export, intake, pipeline
        from warmonitor.records import Claim

        reports = islice(intake.take(paths, intake.Given(published, outlet), talk.note), stop_after)
        coded = talk.progress("reports coded", talk.without_errors(pipeline.build().code(reports)))
        count = _Count()
        claims = export.write(count.claims_of(coded), Claim, form_of(form, output), out)
    to = f", in {output}" if output else ""
    return talk.last(f"{counted(count.reports, 'report')} coded, {counted(claims, 'claim')}{to}.")


class _Count:
    """Counts reports while their claims pass."""

    def __init__(self) -> None:
        self.reports = 0

    def claims_of(self, coded: Iterator[Coded[Claim]]) -> Iterator[Claim]:
        for report in coded:
            self.reports += 1
            yield from report.found
