"""`warmonitor gazetteer`: the places that reports are matched with, and packs of more of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import BaseModel

from warmonitor.cli.options import Form, FormatForEyes, Output, form_of
from warmonitor.cli.output import opened
from warmonitor.cli.talk import Talk, counted
from warmonitor.errors import SettingsError

if TYPE_CHECKING:
    from warmonitor.gazetteer import Pack

gazetteer = typer.Typer(
    help="Show, search and extend the places that reports are matched with.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
_COUNTRY_LETTERS = 2


class PackShown(BaseModel):
    """A pack as `list` shows it."""

    name: str
    places: int
    licence: str
    source: str
    added: str


class Found(BaseModel):
    """A place as `search` shows it; `score` compares it with the others, `reason` says why, `pack` whose it is."""

    id: str
    name: str
    country: str | None
    admin1: str | None
    feature: str
    lat: float
    lon: float
    population: int
    score: float
    reason: str
    pack: str


@gazetteer.command()
def add(
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="COUNTRY|FILE...",
            help="Two-letter countries, whose GeoNames dumps are downloaded (SY UA), or files: GeoNames dumps and "
            "alternate names, .geojson, .gpkg, .xlsx, .csv, Who's On First's .db, or zips of these.",
        ),
    ],
    licence: Annotated[str | None, typer.Option(help="The licence of a file whose kind does not tell it.")] = None,
) -> int:
    """Add packs of places; a pack of the same name is replaced. A download that broke off is gone on with."""
    from warmonitor import gazetteer as room

    talk = Talk()
    for item in what:
        file = Path(item)
        if file.exists():
            _say(room.add(room.gazetteer_file(), file, licence), talk)
        elif len(item) == _COUNTRY_LETTERS and item.isalpha():
            talk.note(f"downloading GeoNames' dump of {item.upper()} (licence: CC BY 4.0, https://www.geonames.org/)")
            with talk.download(item.upper()) as progress:
                pack = room.add_country(room.gazetteer_file(), item, progress)
            _say(pack, talk)
        else:
            raise SettingsError(f"{item!r} is neither a file nor a two-letter country code such as SY.")
    return 0


@gazetteer.command("list")
def list_packs(output: Output = None, form: FormatForEyes = None) -> int:
    """Show what the gazetteer is made of, with licences to credit."""
    from warmonitor import export
    from warmonitor import gazetteer as room

    with room.open() as places:
        rows = [PackShown.model_validate(pack, from_attributes=True) for pack in places.packs]
    with opened(output) as out:
        export.write(rows, PackShown, _form(form, output), out)
    return 0


@gazetteer.command()
def remove(names: Annotated[list[str], typer.Argument(metavar="PACK...", help="Names that `list` shows.")]) -> int:
    """Take packs out again."""
    from warmonitor import gazetteer as room

    for name in names:
        room.remove(room.gazetteer_file(), name)
        Talk().last(f"removed {name}.", "pack")
    return 0


@gazetteer.command()
def search(
    name: Annotated[str, typer.Argument(help="A place's name, in Latin, Arabic or Cyrillic letters.")],
    output: Output = None,
    form: FormatForEyes = None,
) -> int:
    """Show the places that a name may mean, the likeliest first, with scores and reasons.

    `gazetteer list` tells source and licence of the pack that each comes from.
    """
    from warmonitor import export
    from warmonitor import gazetteer as room

    with room.open() as places:
        found = places.ranked(name)
    rows = [
        Found(
            id=e.id, name=e.name, country=e.country, admin1=e.admin1, feature=e.feature, lat=e.lat, lon=e.lon,
            population=e.population, score=score, reason=reason, pack=pack,
        )
        for e, _, score, reason, pack in found
    ]  # fmt: skip
    with opened(output) as out:
        export.write(rows, Found, _form(form, output), out)
    if not rows:
        Talk().note(f"no place is called {name!r}. `warmonitor gazetteer add` brings more places of a country.")
    return 0


def _form(form: Form | None, output: Path | None) -> Form:
    return Form.TABLE if form is None and output is None else form_of(form, output)


def _say(pack: Pack, talk: Talk) -> None:
    talk.last(f"added {pack.name}: {counted(pack.places, 'place')} ({pack.licence}; {pack.source}).", "pack")
