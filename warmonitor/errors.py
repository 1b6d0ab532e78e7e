"""Every error that warmonitor raises on purpose.

    WarmonitorError
    ├── InputError            something handed in cannot be used; names the file, the line and the mend
    │   ├── UnreadableFile    missing, binary, wrong encoding, too large
    │   ├── BadReport         a report record that cannot be coded
    │   ├── BadRecord         a line of claims or incidents that does not fit the contract
    │   └── BadRuling         a ruling on what is not there, or with words that no report has
    ├── NotThere              no report, claim, incident or ruling of that name is in the store
    ├── CodebookError         a vocabulary or lexicon file breaks its own rules
    ├── GazetteerError        a gazetteer file or pack is missing or damaged
    ├── StoreError            the store is missing, of another version, damaged or cannot be reached
    └── SettingsError         a setting or an option is wrong
"""

from __future__ import annotations

from dataclasses import dataclass


class WarmonitorError(Exception):
    """Base of all errors; its message is written for the person at the keyboard."""


@dataclass
class InputError(WarmonitorError):
    """Something handed in cannot be used.

    `what` says what is wrong, `where` names the file (and `line`, 1-based, `field` if known), `mend` says what to do.
    """

    what: str
    where: str = ""
    line: int | None = None
    field: str | None = None
    mend: str = ""

    def __str__(self) -> str:
        place = self.where + (f", line {self.line}" if self.line is not None else "")
        place += f", field {self.field!r}" if self.field else ""
        said = f"{place}: {self.what}" if place else self.what
        return f"{said} {self.mend}".strip()


class UnreadableFile(InputError):
    """A file is missing, binary, in no known encoding, or too large."""


class BadReport(InputError):
    """A report record cannot be coded."""


class BadRecord(InputError):
    """A line of claims or incidents does not fit the contract."""


class BadRuling(InputError):
    """A ruling is on what is not there, names no field, or gives words that the report does not have."""


@dataclass
class NotThere(WarmonitorError):
    """No `kind` (report, claim, incident, ruling) of that name is in the store; `mend` says where names are listed."""

    kind: str
    name: str
    mend: str = ""

    def __str__(self) -> str:
        return f"there is no {self.kind} {self.name!r} in the store. {self.mend}".strip()


class CodebookError(WarmonitorError):
    """A vocabulary or lexicon file breaks its own rules."""


class GazetteerError(WarmonitorError):
    """A gazetteer file or pack is missing or damaged."""


class StoreError(WarmonitorError):
    """The store is missing, of another version, damaged or cannot be reached."""


class SettingsError(WarmonitorError):
    """A setting or an option is wrong."""
