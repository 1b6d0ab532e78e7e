"""All commands together, and what happens when one of them fails."""

from __future__ import annotations

from typing import Annotated

import typer

from warmonitor.cli.add import add
from warmonitor.cli.annotate import annotate
from warmonitor.cli.code import code
from warmonitor.cli.codebook import codebook
from warmonitor.cli.doctor import doctor
from warmonitor.cli.explain import explain
from warmonitor.cli.gazetteer import gazetteer
from warmonitor.cli.incident import incident
from warmonitor.cli.incidents import incidents
from warmonitor.cli.init import init
from warmonitor.cli.ledger import ledger
from warmonitor.cli.reconcile import reconcile
from warmonitor.cli.redact import redact
from warmonitor.cli.samples import samples
from warmonitor.cli.serve import serve
from warmonitor.cli.show import show
from warmonitor.cli.status import status
from warmonitor.cli.users import users
from warmonitor.errors import NotThere, SettingsError, WarmonitorError
from warmonitor.version import VERSION

EPILOG = (
    "Data goes to standard output or --output, talk to standard error. "
    "Exit codes: 0 all was coded, 1 something could not be (it says what), 2 the call is wrong."
)

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
for command in (
    code, show, annotate, init, add, reconcile, incidents, incident, ledger, explain, redact, status, doctor, serve,
    codebook, samples,
):  # fmt: skip
    app.command()(command)
app.add_typer(gazetteer, name="gazetteer")
app.add_typer(users, name="users")


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"warmonitor {VERSION}")
        raise typer.Exit


@app.callback(epilog=EPILOG, invoke_without_command=True)
def about(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", help="Say the version and stop.", callback=_say_version, is_eager=True)
    ] = False,
) -> None:
    """A news report about a war in, sourced claims out: who says what happened, where, when, to whom, how many."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def run(arguments: list[str]) -> int:
    """Runs one command; its exit code."""
    try:
        return app(arguments, prog_name="warmonitor", standalone_mode=False) or 0
    except typer.TyperException as error:
        typer.echo(f"warmonitor: {error.format_message()}\nTry `warmonitor --help`, or a command's --help.", err=True)
        return 2
    except (NotThere, SettingsError) as error:
        typer.echo(f"warmonitor: {error}", err=True)
        return 2
    except WarmonitorError as error:
        typer.echo(f"warmonitor: {error}", err=True)
        return 1
    except (typer.Abort, KeyboardInterrupt):
        typer.echo("warmonitor: stopped.", err=True)
        return 130
