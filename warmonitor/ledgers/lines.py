"""A ledger written down: each row with what filters ask of it, so that it can be kept and looked through unread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import overload

from warmonitor.ledgers.facets import Facets, facets_of
from warmonitor.ledgers.filters import matches
from warmonitor.ledgers.known import Known
from warmonitor.ledgers.rows import Row, TollRow
from warmonitor.ledgers.sides import Side
from warmonitor.records import Filter


class Line:
    """A row and its facets; of a line that was kept each is read only when it is looked at."""

    __slots__ = ("_facets", "_row", "part")

    def __init__(self, row: Row | Callable[[], Row], facets: Facets | Callable[[], Facets], part: str = "") -> None:
        """The row and the facets, or what reads them; `part` of the ledger is what tolls rest on."""
        self.part = part
        self._row, self._facets = row, facets

    @property
    def row(self) -> Row:
        """The row."""
        if callable(self._row):
            self._row = self._row()
        return self._row

    @property
    def facets(self) -> Facets:
        """What filters ask of it."""
        if callable(self._facets):
            self._facets = self._facets()
        return self._facets


class Rows(Sequence[Row]):
    """The rows of a ledger, in order; equal to any sequence of the same rows. Kept rows are read one by one."""

    __slots__ = ("_lines",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = tuple(lines)

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(at, slice):
            return tuple(line.row for line in self._lines[at])
        return self._lines[at].row

    def __iter__(self) -> Iterator[Row]:
        return (line.row for line in self._lines)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __repr__(self) -> str:
        return f"Rows({list(self)!r})"

    def part(self, *names: str) -> Rows:
        """The rows of the toll ledger that rest on these (`TollRow.basis`)."""
        return Rows(line for line in self._lines if line.part in names)


def line_of(known: Known, row: Row, group: Side | None = None) -> Line:
    """A line of a row; its facets are gathered when somebody asks for them."""
    claims = tuple([claim for name in row.claims if (claim := known.claim(name))])
    statuses = {known.happening(name).status for name in row.incidents}
    part = row.basis if isinstance(row, TollRow) else ""
    return Line(row, partial(facets_of, row, claims, statuses, group), part)


def chosen(lines: Iterable[Line], where: Filter, has_words: Callable[[str], bool]) -> Iterator[Line]:
    """The lines that a filter leaves; `has_words` says whether a claim, by its id, has the words that it asks for."""
    if where == Filter():
        yield from lines
        return
    for line in lines:
        if matches(line.facets, where) and (where.text is None or any(map(has_words, line.row.claims))):
            yield line
