"""`warmonitor users`: who may open a desk that is served with --auth."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warmonitor.cli.options import StoreAt
from warmonitor.cli.serve import Users, users_file
from warmonitor.cli.talk import Talk

if TYPE_CHECKING:
    from warmonitor.web import Accounts

users = typer.Typer(
    help="Add, list, change and remove the people who may open a desk that is served with --auth.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class Role(StrEnum):
    """What somebody may do: each may do what those before it may."""

    READER = "reader"
    CODER = "coder"
    REVIEWER = "reviewer"
    ADMIN = "admin"


Name = Annotated[str, typer.Argument(metavar="NAME")]


@users.command()
def add(
    name: Name,
    role: Annotated[Role, typer.Option(help="What they may do.")] = Role.READER,
    store: StoreAt = None,
    file: Users = None,
) -> int:
    """Add somebody; asks for the password, or reads it from standard input."""
    _accounts(store, file).add(name, role.value, _password())
    Talk().note(f"{name} may open the desk as {role.value}")
    return 0


@users.command()
def change(
    name: Name,
    role: Annotated[Role | None, typer.Option(help="Their new role.")] = None,
    password: Annotated[bool, typer.Option("--password", help="Ask for a new password.")] = False,
    store: StoreAt = None,
    file: Users = None,
) -> int:
    """Give somebody another role or password; they have to log in again."""
    accounts = _accounts(store, file)
    accounts.change(name, role=role.value if role else None, password=_password() if password else None)
    Talk().note(f"{name} is changed and has to log in again")
    return 0


@users.command()
def remove(name: Name, store: StoreAt = None, file: Users = None) -> int:
    """Take somebody out; what they ruled stays."""
    _accounts(store, file).remove(name)
    Talk().note(f"{name} may no longer open the desk")
    return 0


@users.command("list")
def list_users(store: StoreAt = None, file: Users = None) -> int:
    """Say who may open the desk, and as what."""
    for person in _accounts(store, file).people():
        typer.echo(f"{person.name}\t{person.role}")
    return 0


def _accounts(store: str | None, file: Path | None) -> Accounts:
    from warmonitor import web

    return web.Accounts(file or users_file(store))


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
