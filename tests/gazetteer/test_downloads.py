from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from warmonitor.errors import GazetteerError
from warmonitor.gazetteer.downloads import fetch


class _Server(ThreadingHTTPServer):
    content = b""
    breaks_at: int | None = None
    ranges: list[str | None]


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, _Server)
        if not self.path.endswith("/SY.zip"):
            self.send_error(404)
            return
        asked = self.headers.get("Range")
        server.ranges.append(asked)
        start = int(asked.split("=")[1].rstrip("-")) if asked else 0
        rest = server.content[start:]
        self.send_response(206 if asked else 200)
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.wfile.write(rest[: server.breaks_at])

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(dump: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Server]:
    found = _Server(("127.0.0.1", 0), _Answers)
    found.content, found.ranges = dump.read_bytes(), []
    thread = threading.Thread(target=found.serve_forever, daemon=True)
    thread.start()
    monkeypatch.setenv("WARMONITOR_GEONAMES", f"http://127.0.0.1:{found.server_port}/dump/")
    yield found
    found.shutdown()
    found.server_close()


def test_a_download_is_checked_and_kept(server: _Server, tmp_path: Path) -> None:
    seen: list[tuple[int, int | None]] = []
    file = fetch("SY", tmp_path / "downloads", lambda have, of: seen.append((have, of)))
    assert file.read_bytes() == server.content
    assert seen[-1] == (len(server.content), len(server.content))


def test_a_download_that_broke_off_says_so_and_is_gone_on_with(server: _Server, tmp_path: Path) -> None:
    server.breaks_at = 50
    with pytest.raises(GazetteerError, match="goes on where it broke off"):
        fetch("SY", tmp_path / "downloads")
    server.breaks_at = None
    assert fetch("SY", tmp_path / "downloads").read_bytes() == server.content
    assert server.ranges == [None, "bytes=50-"]


def test_what_is_no_zip_is_thrown_away(server: _Server, tmp_path: Path) -> None:
    server.content = b"<html>maintenance</html>"
    with pytest.raises(GazetteerError, match="no zip"):
        fetch("SY", tmp_path / "downloads")
    assert not list((tmp_path / "downloads").iterdir())


def test_an_unknown_country_is_told(server: _Server, tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="404"):
        fetch("QQ", tmp_path / "downloads")
