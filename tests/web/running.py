"""A desk that really serves, and what a browser does with it in few words."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI

TOKEN = re.compile(r'<meta name="csrf" content="([0-9a-f]+)">')


class Desk(httpx.Client):
    """A client of one desk with its own cookies; `others` are closed with it."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.others: list[Desk] = []

    def close(self) -> None:
        """Lets go of its connections."""
        for other in self.others:
            other.close()
        super().close()

    def page(self, path: str) -> str:
        """A page that is there."""
        answer = self.get(path)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[:400])
        return answer.text

    def json_of(self, path: str) -> Any:
        """What a route of the API answers."""
        answer = self.get(path)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[:400])
        return answer.json()

    def token(self) -> str:
        """The token that writes bring, as the page says it."""
        found = TOKEN.search(self.get("/review").text)
        assert found
        return found[1]

    def rule(self, **decision: object) -> httpx.Response:
        """Posts a ruling as the script of the page does."""
        return self.post("/api/rulings", json=decision, headers={"X-CSRF-Token": self.token()})

    def another(self) -> Desk:
        """Another browser at the same desk."""
        other = Desk(base_url=self.base_url, timeout=20)
        self.others.append(other)
        return other

    def login(self, name: str, password: str) -> httpx.Response:
        """Logs in."""
        return self.post("/login", data={"name": name, "password": password})


@contextmanager
def running(app: FastAPI) -> Iterator[Desk]:
    """Serves on a free port of loopback until the `with` ends."""
    config = uvicorn.Config(app, port=0, log_level="warning", access_log=False, ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        thread.join(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    with closing(Desk(base_url=f"http://127.0.0.1:{port}", timeout=20)) as client:
        yield client
    server.should_exit = True
    thread.join()
