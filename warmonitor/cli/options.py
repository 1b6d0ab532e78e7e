"""The options that commands share, so that they are called and mean the same everywhere."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from warmonitor.errors import SettingsError


class Form(StrEnum):
    """What output can look like."""

    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    TABLE = "table"


class Layer(StrEnum):
    """What `annotate` can show."""

    TIMES = "times"
    PLACES = "places"
    QUOTES = "quotes"


def day(written: str) -> date:
    """A day as it is given on the command line; raises BadParameter."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is no date: write it as 2020-02-27.") from None


Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH", help="Reports: .txt, .json or .jsonl files, folders of them, - for standard input."
    ),
]
Claims = Annotated[
    Path, typer.Argument(metavar="CLAIMS", help="Claims, as `warmonitor code` wrote them; - for standard input.")
]
Reports = Annotated[
    Path | None,
    typer.Option("--reports", metavar="REPORTS", help="The reports behind the claims: they lend titles and dates."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here instead of standard output.")
]
Format = Annotated[
    Form | None,
    typer.Option("--format", "-f", help="What the output looks like. Default: as FILE ends, else jsonl."),
]
FormatForEyes = Annotated[
    Form | None,
    typer.Option("--format", "-f", help="What the output looks like. Default: as FILE ends, else for eyes."),
]
StopAfter = Annotated[int | None, typer.Option("--stop-after", min=1, metavar="N", help="Read no more than N reports.")]
Published = Annotated[
    date | None,
    typer.Option(parser=day, metavar="DATE", help="The day on which reports without a date came out, as 2020-02-27."),
]
Outlet = Annotated[
    str | None, typer.Option(metavar="NAME", help="The outlet of reports that do not name theirs.")
]

StoreAt = Annotated[
    str | None,
    typer.Option("--store", metavar="FILE|URL", help="The store: a file or postgresql://... Default: the settings'."),
]
AsOf = Annotated[
    date | None,
    typer.Option("--as-of", parser=day, metavar="DATE", help="As it was known at the end of this day."),
]
BestRule = Annotated[
    Literal["conservative", "independent", "latest"] | None,
    typer.Option(
        "--rule", help="The figure called best: the lowest, the one of most independent sources, or the latest."
    ),
]


def must_exist(*paths: Path | None) -> None:
    """Ends the call with exit code 2 if a file was named that is not there: most likely it is misspelt."""
    for path in paths:
        if path is not None and str(path) != "-" and not path.exists():
            raise SettingsError(f"there is no file or folder {str(path)!r}: check the spelling and the folder.")


def form_of(form: Form | None, output: Path | None) -> Form:
    """The form that was asked for: by name, by the ending of the output file, else JSON Lines."""
    if form is not None:
        return form
    ending = output.suffix.lower().removeprefix(".") if output else ""
    return Form(ending) if ending in {"json", "csv"} else Form.JSONL


def form_for_eyes(form: Form | None, output: Path | None) -> Form:
    """The form that was asked for, or a table where people look."""
    return Form.TABLE if form is None and output is None else form_of(form, output)
