"""`warmonitor.toml`: where the store and the gazetteer are, and by which rule figures are published.

    store = "postgresql://monitor@db.example.org/war"   # or a path, from the folder of this file; default warmonitor.db
    gazetteer = "places"                                 # the folder of the gazetteer and its packs
    figures = "conservative"                             # or "independent" (default), "latest"

The file is looked for in the working folder and the folders above it. `WARMONITOR_STORE` wins over its `store`.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from warmonitor.errors import SettingsError

FILE = "warmonitor.toml"
STORE = "warmonitor.db"
STORE_VARIABLE = "WARMONITOR_STORE"
ADDRESSES = ("postgresql://", "postgres://")
NEW = """\
# Settings of warmonitor for this folder and those below it.

# Where reports, claims, incidents and rulings are kept: a file, from this folder, or the address of a PostgreSQL with
# PostGIS, such as "postgresql://monitor@db.example.org/war". WARMONITOR_STORE in the environment wins over it.
store = {store}

# Which of several figures an incident is published with: the one that most independent sources give ("independent"),
# the lowest ("conservative") or the newest ("latest"). After a change: warmonitor reconcile --everything
# figures = "independent"

# The folder of the gazetteer and its packs, if it is not the user's own.
# gazetteer = "places"
"""


class Settings(BaseModel):
    """What is set, or the defaults. A relative path is one from the folder of the file that names it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: Path | None = None
    """The file that this was read from; None where there is none."""
    store: str = STORE
    """Path of a SQLite file, or address of a PostgreSQL database."""
    gazetteer: Path | None = None
    """Folder of the gazetteer and its packs; None: `WARMONITOR_HOME` or where the platform keeps a program's data."""
    figures: Literal["conservative", "independent", "latest"] = "independent"
    """Which of several figures is the best one."""


def load(
    file: str | os.PathLike[str] | None = None,
    *,
    folder: str | os.PathLike[str] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """The settings of `file`, else of the first `warmonitor.toml` in `folder` (default: the working one) or above it.

    Raises SettingsError, naming the file and the key, for what cannot be read or is not understood.
    """
    start = Path(folder) if folder is not None else Path.cwd()
    variables = os.environ if environment is None else environment
    path = Path(file) if file is not None else _found(start)
    settings = _read(path) if path is not None else Settings(store=_placed(STORE, start))
    chosen = variables.get(STORE_VARIABLE)
    return settings.model_copy(update={"store": _placed(chosen, start)}) if chosen else settings


def write(store: str, folder: str | os.PathLike[str] | None = None) -> tuple[str, ...]:
    """Writes settings that name the store where there are none yet; what was done, for the person who asked.

    A store in the same folder is named from there, so that both can be moved. A password is better kept out of a file:
    an address that holds one is not written.
    """
    place = Path(folder) if folder is not None else Path.cwd()
    if (found := _found(place)) is not None:
        return (f"there are settings in {found}.",)
    if store.startswith(ADDRESSES):
        if "@" in store and ":" in store.split("//", 1)[1].split("@", 1)[0]:
            return (f"no settings are written, since the address holds a password: set {STORE_VARIABLE}.",)
        named = store
    else:
        path = Path(store).expanduser().absolute()
        named = path.relative_to(place.absolute()).as_posix() if path.is_relative_to(place.absolute()) else str(path)
    file = place / FILE
    try:
        file.write_text(NEW.format(store=json.dumps(named, ensure_ascii=False)), encoding="utf-8")
    except OSError as wrong:
        raise SettingsError(f"{file}: the settings cannot be written ({wrong.strerror}).") from wrong
    return (f"wrote {file}.",)


def _found(start: Path) -> Path | None:
    folders = (start.absolute(), *start.absolute().parents)
    return next((folder / FILE for folder in folders if (folder / FILE).is_file()), None)


def _read(path: Path) -> Settings:
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as wrong:
        raise SettingsError(f"{path}: the settings cannot be read ({wrong.strerror}).") from wrong
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as wrong:
        raise SettingsError(f'{path}: this is no TOML: {wrong}. Write lines such as: store = "war.db"') from wrong
    if "file" in given:
        raise SettingsError(f"{path}, key 'file': there is no such setting. Take it out.")
    try:
        settings = Settings.model_validate({**given, "file": path})
    except ValidationError as wrong:
        raise SettingsError("\n".join(f"{path}, {_said(error)}" for error in wrong.errors())) from wrong
    home = settings.gazetteer
    placed = {"store": _placed(settings.store, path.parent), "gazetteer": home and path.parent / home.expanduser()}
    return settings.model_copy(update=placed)


def _placed(store: str, folder: Path) -> str:
    """An address as it is; a path from the folder that it is meant from."""
    return store if store.startswith(ADDRESSES) else str(folder / Path(store).expanduser())


def _said(error: Any) -> str:
    key = ".".join(str(part) for part in error["loc"])
    if error["type"] == "extra_forbidden":
        known = ", ".join(name for name in Settings.model_fields if name != "file")
        return f"key {key!r}: there is no such setting. Known are {known}."
    if error["type"] == "literal_error":
        return f"key {key!r}: {error['input']!r} is none of {error['ctx']['expected']}. Take one of these."
    return f"key {key!r}: {error['msg']}. Mend the value."
