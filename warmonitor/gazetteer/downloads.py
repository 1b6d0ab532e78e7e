"""Fetching country dumps from GeoNames: resumed where a download broke off, and checked before they are used."""

from __future__ import annotations

import os
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable
from pathlib import Path

from warmonitor.errors import GazetteerError

DUMPS = "https://download.geonames.org/export/dump/"
"""Country dumps, CC BY 4.0. `WARMONITOR_GEONAMES` names another place that has the same files."""
_CHUNK = 1 << 16
_TIMEOUT = 60

Progress = Callable[[int, int | None], None]
"""Told the bytes that are here and, if known, how many there are."""


def fetch(country: str, into: Path, progress: Progress = lambda have, of: None) -> Path:
    """The checked zip of a country (ISO 3166-1 alpha-2) in the folder `into`; goes on from a part that is there.

    Raises GazetteerError if it cannot be had or is damaged; what came is kept for the next try.
    """
    into.mkdir(parents=True, exist_ok=True)
    whole, part = into / f"{country}.zip", into / f"{country}.zip.part"
    address = (os.environ.get("WARMONITOR_GEONAMES") or DUMPS).rstrip("/") + f"/{country}.zip"
    try:
        _receive(address, part, progress)
    except urllib.error.HTTPError as error:
        raise GazetteerError(f"{address}: {error.code} {error.reason}. Is {country!r} a country code?") from error
    except (OSError, urllib.error.URLError) as error:
        raise GazetteerError(f"{address}: {error}. Try again: it goes on where it broke off.") from error
    _check(part, address)
    os.replace(part, whole)
    return whole


def _receive(address: str, part: Path, progress: Progress) -> None:
    have = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(address, headers={"Range": f"bytes={have}-"} if have else {})
    try:
        answer = urllib.request.urlopen(request, timeout=_TIMEOUT)
    except urllib.error.HTTPError as error:
        if error.code == 416:  # nothing is missing
            return
        raise
    with answer:
        resumed = answer.status == 206
        have = have if resumed else 0
        length = answer.headers.get("Content-Length")
        of = have + int(length) if length else None
        with part.open("ab" if resumed else "wb") as file:
            while chunk := answer.read(_CHUNK):
                file.write(chunk)
                have += len(chunk)
                progress(have, of)
    if of is not None and have < of:
        raise OSError(f"the connection ended after {have:,} of {of:,} bytes")


def _check(part: Path, address: str) -> None:
    try:
        with zipfile.ZipFile(part) as archive:
            broken = archive.testzip()
    except zipfile.BadZipFile as error:
        part.unlink()
        raise GazetteerError(f"{address}: what came is no zip ({error}). Try again later.") from error
    if broken:
        part.unlink()
        raise GazetteerError(f"{address}: {broken} in it is damaged. Try again.")
