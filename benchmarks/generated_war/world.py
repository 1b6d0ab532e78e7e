"""Where the made-up wars are fought, by whom, and who reports them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from warmonitor.records import Party

WARS = 4
PROVINCES, TOWNS = 8, 22
COUNTRIES = (("SYR", 35.2, 38.0), ("SDN", 14.0, 30.0), ("UKR", 48.5, 36.0), ("MMR", 20.5, 96.5))
SPREAD = 0.45  # degrees around the middle of a province within which its towns lie
OWN_STAFF = 14  # outlets that write for themselves; as many again mostly carry agencies
AGENCIES = ("Agence France-Presse", "Associated Press", "Reuters")
SYLLABLES = (
    "ba be bor da del dur fa gan gor har hal jab jes ka kam kor la lem "
    "mar mir nab nar or qas qel ra rum sal sar shin ta tel um wad yar zal zor"
).split()
"""Names are put together of these; variants of one name are made by `spelled`."""


@dataclass(frozen=True)
class Town:
    """A town and where it lies."""

    name: str
    province: str
    country: str
    lat: float
    lon: float
    weight: float
    """How often the war comes here."""


@dataclass(frozen=True)
class Theatre:
    """One war: its towns and its parties, each under the names that reports use."""

    country: str
    towns: tuple[Town, ...]
    army: tuple[Party, ...]
    rebels: tuple[Party, ...]
    air_force: tuple[Party, ...]
    militants: tuple[Party, ...]
    monitor: str


@dataclass(frozen=True)
class Outlet:
    """Who publishes; `carries` is the share of its reports that are an agency's text."""

    name: str
    carries: float


def word(random: Random, syllables: int = 2) -> str:
    """A made-up word."""
    return "".join(random.choice(SYLLABLES) for _ in range(syllables))


def spelled(name: str, random: Random) -> str:
    """A spelling variant: transliterations differ in vowels, doubled letters and articles."""
    change = random.randrange(4)
    if change == 0:
        return f"al-{name}"
    if change == 1:
        return name.replace("a", "e", 1) if "a" in name else name + "a"
    if change == 2:
        return name.replace("q", "k").replace("o", "u")
    return name + "ah" if not name.endswith("h") else name[:-1]


def theatres(random: Random) -> tuple[Theatre, ...]:
    """The wars, each in a country of its own."""
    return tuple(_theatre(random, *COUNTRIES[at]) for at in range(WARS))


def _theatre(random: Random, country: str, lat: float, lon: float) -> Theatre:
    towns = []
    for at in range(PROVINCES):
        angle, name = 2 * math.pi * at / PROVINCES, word(random).capitalize()
        middle = lat + 1.6 * math.sin(angle), lon + 1.9 * math.cos(angle)
        for rank in range(TOWNS):
            here = middle[0] + random.uniform(-SPREAD, SPREAD), middle[1] + random.uniform(-SPREAD, SPREAD)
            town = name if rank == 0 else word(random, 3).capitalize()
            towns.append(Town(town, name, country, round(here[0], 4), round(here[1], 4), (rank + 1) ** -0.5))
    rebel, faith, patron = word(random).capitalize(), word(random, 3).capitalize(), word(random).capitalize()
    return Theatre(
        country=country,
        towns=tuple(towns),
        army=_names(country, "state_force", f"{patron} army", "government forces", "regime forces"),
        rebels=_names(country, "rebel", f"{rebel} Front", "rebels", "opposition fighters"),
        air_force=_names("RUS", "foreign_force", "Northern air force", "Northern warplanes"),
        militants=_names(country, "jihadist", f"{faith} Group", f"{faith} militants"),
        monitor=f"{rebel} Observatory",
    )


def _names(country: str, kind: str, *names: str) -> tuple[Party, ...]:
    return tuple(Party.model_validate({"name": name, "kind": kind, "country": country}) for name in names)


def outlets(random: Random) -> tuple[Outlet, ...]:
    """Agencies, outlets with staff of their own, and outlets that carry agencies."""
    own = [Outlet(f"{word(random).capitalize()} Post", 0.15) for _ in range(OWN_STAFF)]
    carriers = [Outlet(f"{word(random).capitalize()} Times", 0.75) for _ in range(OWN_STAFF)]
    return (*(Outlet(name, 0.0) for name in AGENCIES), *own, *carriers)
