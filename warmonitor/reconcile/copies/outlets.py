"""Whose text a report is: five outlets that carry an agency's text are one source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pydantic import ConfigDict

from warmonitor.codebook.tables import Row, read_table
from warmonitor.records import Report

HEAD, TAIL = 500, 250  # characters in which texts are credited
BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]{2,30}?)\s*[)\]]")
LINE = re.compile(r"^\W*([A-Z][\w .&-]{1,28}?)\W*$", re.MULTILINE)


class Credit(Row):
    """A row of `syndication.tsv`: how an agency is credited."""

    credit: str
    agency: str


class Outlet(Row):
    """A row of `outlets.tsv`, as far as it is needed: a name of an outlet, and what it is called here."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Outlets:
    """Agencies by their credits, outlets by their names."""

    agencies: dict[str, str] = field(default_factory=dict)
    outlets: dict[str, str] = field(default_factory=dict)

    def family(self, report: Report) -> str:
        """The agency that is credited, else the outlet, else the report itself."""
        outlet = (report.outlet or "").strip()
        head, tail = report.text[:HEAD], report.text[-TAIL:] if len(report.text) > HEAD + TAIL else ""
        told = [outlet, *BRACKETS.findall(outlet), *BRACKETS.findall(head)]
        told += [*LINE.findall(head), *BRACKETS.findall(tail), *LINE.findall(tail)]
        agency = next((self.agencies[words.strip()] for words in told if words.strip() in self.agencies), None)
        name = BRACKETS.sub("", outlet).strip() or outlet
        return agency or self.outlets.get(name.casefold(), name) or report.id


def read_outlets() -> Outlets:
    """The codebook's agencies and outlets. Raises CodebookError when a table breaks its rules."""
    return Outlets(
        agencies={row.credit: row.agency for row in read_table("syndication", Credit)},
        outlets={row.name.casefold(): row.canonical for row in read_table("outlets", Outlet)},
    )
