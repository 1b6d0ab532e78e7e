"""Zips of other files than dumps, as HOTOSM, OCHA and Who's On First hand them out."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from warmonitor.errors import GazetteerError
from warmonitor.gazetteer.entries import Listed
from warmonitor.gazetteer.tables import Tables

Reader = Callable[[Path, Tables], Iterator[Listed]]


def members(path: Path, readers: Mapping[str, Reader]) -> tuple[str, ...]:
    """The files in a zip that one of the readers, by ending, can read. Raises GazetteerError where it is damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [PurePosixPath(name) for name in archive.namelist()]
    except (zipfile.BadZipFile, EOFError, OSError) as error:
        raise GazetteerError(f"{path}: damaged zip ({error}). Download it again.") from error
    # Who's On First has other outlines of a place beside its record, as `85632365-alt-quattroshapes.geojson`.
    return tuple(str(n) for n in names if n.suffix.lower() in readers and "-alt-" not in n.name and n.name[0] != ".")


def places(path: Path, tables: Tables, readers: Mapping[str, Reader]) -> Iterator[Listed]:
    """Every place of all those files. Raises GazetteerError, naming zip and file, where one is damaged."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as archive:
        for name in members(path, readers):
            inner = Path(folder) / PurePosixPath(name).name
            try:
                with archive.open(name) as packed, inner.open("wb") as file:
                    shutil.copyfileobj(packed, file)
                yield from readers[inner.suffix.lower()](inner, tables)
            except (zipfile.BadZipFile, EOFError) as error:
                raise GazetteerError(f"{path}: {name} in it is damaged ({error}). Download it again.") from error
            except GazetteerError as error:
                raise GazetteerError(f"{path}: {str(error).replace(str(inner), name)}") from error
            inner.unlink()
