"""`warmonitor serve`: the desk in the browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from warmonitor.cli.options import StoreAt
from warmonitor.cli.talk import Talk

Users = Annotated[
    Path | None,
    typer.Option("--users", metavar="FILE", help="The file of accounts. Default: beside the store."),
]


def serve(
    store: StoreAt = None,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; others need --auth.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = 8765,
    auth: Annotated[bool, typer.Option("--auth", help="Only people with an account (`warmonitor users`).")] = False,
    users: Users = None,
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who rules, without --auth. Default: your name on this machine.")
    ] = None,
    open_it: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> int:
    """Open the desk: map, incidents, reports, ledgers and review in the browser, from this machine alone."""
    from warmonitor import web
    from warmonitor.cli.desk import monitor_at
    from warmonitor.errors import SettingsError
    from warmonitor.monitor import open_monitor

    web.check_address(host, with_accounts=auth)
    with monitor_at(store) as monitor:
        monitor.status()  # a store that is not there is said before the desk opens
    accounts = web.Accounts(users or users_file(store)) if auth else None
    if accounts and not accounts.people():
        raise SettingsError("There are no accounts yet: `warmonitor users add NAME --role admin` makes the first.")
    talk = Talk()

    def ready(address: str) -> None:
        talk.note(f"the desk is open at {address} (stop it with Ctrl+C)")
        if open_it:
            webbrowser.open(address)

    web.serve(web.desk(lambda: open_monitor(store), accounts, name=name), host, port, ready)
    return 0


def users_file(store: str | None) -> Path:
    """The file of accounts that belongs to the store that was named, else to that of the settings."""
    from warmonitor import gazetteer, settings, web

    return web.accounts_file(store or settings.load().store, gazetteer.home())
