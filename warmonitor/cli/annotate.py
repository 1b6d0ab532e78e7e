"""`warmonitor annotate`: what was recognised on the way."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from warmonitor.cli.options import (
    Format,
    Layer,
    Outlet,
    Output,
    Paths,
    Published,
    StopAfter,
    form_of,
    must_exist,
)  # fmt: skip
from warmonitor.cli.output import opened
from warmonitor.cli.talk import Talk, counted


def annotate(
    paths: Paths,
    layer: Annotated[Layer, typer.Option(help="Every time expression, every place name, or every attribution.")],
    published: Published = None,
    outlet: Outlet = None,
    output: Output = None,
    form: Format = None,
    stop_after: StopAfter = None,
) -> int:
    """Show one layer of what is recognised in the reports before claims are made of it."""
    must_exist(*paths)
    talk = Talk()
    with opened(output, tuple(paths)) as out:
        from warmonitor import export, intake, pipeline, records

        kinds: dict[str, type[records.Record]] = {
            "times": records.TimeExpression,
            "places": records.Toponym,
            "quotes": records.Attribution,
        }
        reports = islice(intake.take(paths, intake.Given(published, outlet), talk.note), stop_after)
        annotated = talk.progress("reports", talk.without_errors(pipeline.build().annotate(reports, layer.value)))
        found = (item for report in annotated for item in report.found)
        count = export.write(found, kinds[layer.value], form_of(form, output), out)
    return talk.last(f"{counted(count, layer.value.removesuffix('s'))} found{f', in {output}' if output else ''}.")
