"""Makes the pictures of the README: the desk over the sample war, in a real browser.

    python docs/screenshots.py        (or: make screenshots)

Needs Chromium: `apt-get install chromium`, or its path in the variable CHROMIUM.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "warmonitor" / "samples"
IMAGES = HERE / "images"
WARMONITOR = (str(Path(sys.executable).with_name("warmonitor")),)
SIZE = {"width": 1280, "height": 800}
MOST = 300_000
"""Bytes of a picture: the README must stay quick to open."""


@dataclass(frozen=True)
class Picture:
    """A page of the desk, and the keys that are pressed before it is taken."""

    name: str
    address: str
    keys: tuple[str, ...] = ()
    dark: bool = False


def main() -> None:
    """Writes docs/images/*.png."""
    IMAGES.mkdir(exist_ok=True)
    with desk() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--enable-unsafe-swiftshader"])
        page = browser.new_page()
        disputed = page.request.get(f"{address}api/incidents?status=disputed&limit=200").json()["incidents"]
        richest = max(disputed, key=lambda incident: len(incident["claims"]))
        page.close()
        for picture in (
            Picture("overview", "?place=Syria"),
            Picture("incident", f"incidents/{richest['id']}"),
            Picture("review", "review/new", ("4", "ArrowRight"), dark=True),
        ):
            take(browser, address, picture)
        browser.close()


def take(browser: Browser, address: str, picture: Picture) -> None:
    """One picture, once its map is drawn."""
    page = browser.new_page(viewport=SIZE, color_scheme="dark" if picture.dark else "light")
    page.set_default_timeout(90_000)
    page.goto(address + picture.address)
    page.wait_for_selector("html[data-live]", state="attached")
    if page.locator(".canvas").count():
        page.wait_for_selector(".canvas[data-drawn]", state="attached")
    for key in picture.keys:
        page.keyboard.press(key)
    page.wait_for_timeout(2_000)
    path = IMAGES / f"{picture.name}.png"
    page.screenshot(path=path)
    page.close()
    if path.stat().st_size > MOST:
        raise SystemExit(f"{path} has {path.stat().st_size:,} bytes, and {MOST:,} is the most.")


@contextmanager
def desk() -> Iterator[str]:
    """The desk over the sample war: its address."""
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "war.db")
        subprocess.run([*WARMONITOR, "init", "--store", store], check=True, cwd=folder)
        subprocess.run([*WARMONITOR, "add", str(SAMPLES), "--store", store], check=True, cwd=folder)
        command = [*WARMONITOR, "serve", "--store", store, "--port", "0", "--name", "Amira"]
        with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as serving:
            try:
                yield address_of(serving)
            finally:
                serving.terminate()


def address_of(serving: subprocess.Popen[str]) -> str:
    """The address that `serve` prints."""
    for line in serving.stderr or ():
        for word in line.split():
            if word.startswith("http://"):
                return word
    raise SystemExit("The desk did not open.")


def chromium() -> str:
    """The browser."""
    found = os.environ.get("CHROMIUM") or which("chromium") or which("chromium-browser") or which("google-chrome")
    if not found:
        raise SystemExit("The pictures are taken with Chromium: apt-get install chromium, or set CHROMIUM to its path.")
    return found


if __name__ == "__main__":
    main()
