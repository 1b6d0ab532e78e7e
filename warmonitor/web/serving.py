"""The desk on a port of this machine."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from warmonitor.errors import SettingsError
from warmonitor.web.guard import LOOPBACK


def check_address(host: str, with_accounts: bool) -> None:
    """Raises SettingsError if the desk would stand open to others without accounts."""
    if host in LOOPBACK or with_accounts:
        return
    raise SettingsError(
        f"--host {host} would let everybody on that network read and rule. Make accounts first: `warmonitor users add "
        "NAME --role admin`, then `warmonitor serve --auth --host ...`; or leave --host away to be the only one."
    )


def serve(app: FastAPI, host: str, port: int, on_ready: Callable[[str], None]) -> None:
    """Serves until it is stopped; `on_ready` is told the address. Raises SettingsError if the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        mend = "Another desk may run already; choose another --port, or --port 0 for any that is free."
        raise SettingsError(f"{host}:{port} cannot be used ({error.strerror}). {mend}") from error
    taken = listening.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, ws="none", server_header=False, proxy_headers=False
    )  # fmt: skip
    server = _Server(config, lambda: on_ready(f"http://{shown}:{taken}/"))
    try:
        server.run(sockets=[listening])
    finally:
        listening.close()


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            self._on_ready()
