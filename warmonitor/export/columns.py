"""Which columns of a record a table shows, and how wide they may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel
from rich.cells import cell_len

Shows = Literal["value", "count", "short_id", "figure", "days", "standing"]
"""A value as it is; how many there are; how an id begins; a record's low, best and high as one; its start and end; how
accounts stand, in a word."""
GAP = 2
"""Blanks between two columns."""
EASY = 30
"""Characters below which running text is hard to read: other columns are cut before it gets narrower."""
NAME = 12
"""Characters below which a name is broken too often."""
SMALL = 8
"""Characters below which nothing can be told."""
SHORT_ID = 8
"""Characters of an id that are shown, after its prefix; commands take any beginning that only one record has."""


@dataclass(frozen=True)
class Column:
    """A column: `name` is the path of the value (`a|b`: of the first that there is), `most` the widest it gets.

    `wraps` if it may go on in the next line, `least` is how narrow it may get to make room, `from_width` the terminal
    from which it is shown and `below` the one from which it is not; all in characters. `optional`: not if all is empty.
    """

    name: str
    heading: str = ""
    most: int = 40
    wraps: bool = False
    least: int = NAME
    from_width: int = 0
    below: int = 10_000
    optional: bool = False
    shows: Shows = "value"

    @property
    def title(self) -> str:
        """What stands above it."""
        return self.heading or self.name.removesuffix(".name").removesuffix(".text")


def _identity(name: str = "id") -> Column:
    return Column(name, shows="short_id")


def _words(name: str, heading: str = "", most: int = 120) -> Column:
    return Column(name, heading, most, wraps=True, least=EASY)


def _told_by(from_width: int = 0) -> Column:
    return Column("sources", "says who", 60, wraps=True, least=16, from_width=from_width)


_DAYS = Column("", "days", 22, wraps=True, least=16, shows="days")
_FIGURE = Column("", "number", 15, least=15, shows="figure")
CHOSEN: dict[str, tuple[Column, ...]] = {
    "Claim": (
        _identity(),
        Column("report_id", "report", 22, from_width=100),
        Column("event_type", most=15),
        Column("claimant.name", most=22, wraps=True, least=16),
        Column("stance", most=15, from_width=110),
        Column("time.start|time.end", "day", 10),
        _words("evidence.text", "evidence"),
    ),
    "Incident": (
        _identity(),
        Column("event_type", most=18, least=15),
        Column("start|end", "day", 10, below=110),
        Column("", "days", 22, from_width=110, shows="days"),
        Column("place.name", "place", 30, least=11),
        Column("killed", most=12),
        Column("injured", most=12, from_width=100),
        Column("status", most=13, shows="standing"),
        Column("claims", most=6, shows="count"),
        Column("sources", most=7, from_width=90),
        Column("reports", most=7, shows="count", from_width=100),
        Column("prominence", most=10, from_width=120),
    ),
    "TimeExpression": (Column("report_id"), Column("start"), Column("end"), Column("value")),
    "Toponym": (Column("report_id"), *map(Column, ("start", "end", "name", "lat", "lon"))),
    "Attribution": (
        Column("report_id", most=18),
        Column("source.text", "source", 30, wraps=True),
        Column("cue.text", "cue", 20),
        _words("content"),
    ),
    "Found": (*map(Column, ("id", "name", "country", "admin1", "lat", "lon", "score", "reason", "pack")),),
    "Entry": (
        Column("list"),
        Column("code"),
        _words("definition", most=90),
        Column("acled", most=60, wraps=True, least=16),
    ),
    "PackShown": (
        Column("name"),
        Column("places"),
        Column("licence", most=60, wraps=True),
        Column("source", most=60, wraps=True),
        Column("added"),
    ),
    "TollRow": (
        _DAYS,
        Column("place.name", "place", 24),
        _FIGURE,
        Column("kind", most=15),
        Column("group", "who", 26, wraps=True, least=12),
        Column("side", most=30, wraps=True, from_width=100, optional=True),
        Column("basis", most=9),
        Column("formula", "made of", 16, from_width=120, optional=True),
        Column("told", "incidents", 9, from_width=100, optional=True),
        Column("gap", most=7, from_width=90, optional=True),
        _told_by(110),
    ),
    "ControlRow": (
        Column("place.name", "place", 26),
        Column("holder", most=30, wraps=True),
        Column("start", "from", 10),
        Column("end", "until", 10),
        Column("status", most=9),
        Column("how", most=7, from_width=100),
        Column("lost_by", "lost by", 30, wraps=True, from_width=120, optional=True),
        _told_by(),
    ),
    "DisplacementRow": (
        _DAYS,
        Column("place.name", "place", 24),
        _FIGURE,
        Column("term", most=16),
        Column("group", "who", 26, from_width=100),
        Column("tellings", "told", 5),
        _told_by(),
    ),
    "CommitmentRow": (
        Column("kind", most=10),
        Column("issuer|parties", "by", 24, wraps=True),
        Column("addressee", "to", 24, wraps=True, optional=True),
        Column("demand|consequence|place.name", "what", 80, wraps=True, least=17),
        Column("made_on", "on", 10, from_width=100),
        Column("expires", most=10),
        Column("status", most=8),
        Column("days_left", "days left", 9, from_width=100, optional=True),
        _told_by(120),
    ),
    "SourceRow": (
        Column("name", most=40, wraps=True, least=20),
        Column("kind", most=14),
        Column("reliability.grade", "rel.", 4),
        Column("credibility.grade", "cred.", 5),
        Column("reports", most=7, from_width=100),
        Column("said", most=6),
        Column("checkable", most=9),
        Column("borne_out", "borne out", 9),
        Column("contradicts", "against", 7, shows="count"),
        Column("copied", most=6, from_width=100),
        Column("credibility.why", "why", 60, wraps=True, from_width=140),
    ),
}
"""The columns of each kind of record; of others all fields."""


def columns_of(kind: type[BaseModel], width: int) -> tuple[Column, ...]:
    """The columns that a table of this kind has on a terminal of that width."""
    chosen = CHOSEN.get(kind.__name__) or tuple(Column(name) for name in kind.model_fields)
    return tuple(column for column in chosen if column.from_width <= width < column.below)


def widths(columns: tuple[Column, ...], rows: list[list[str]], width: int) -> list[int]:
    """How wide each column is drawn so that the table fits: what may wrap gives way first, but stays readable."""
    fitted = [
        min(column.most, max(cell_len(column.title), *(cell_len(row[at]) for row in rows), 1))
        for at, column in enumerate(columns)
    ]
    room = width - GAP * (len(columns) - 1)
    least = {at: column.least for at, column in enumerate(columns)}
    _give_way(fitted, {at: floor for at, floor in least.items() if columns[at].wraps}, room)
    _give_way(fitted, least, room)
    _give_way(fitted, dict.fromkeys(least, SMALL), room)
    return fitted


def _give_way(fitted: list[int], least: dict[int, int], room: int) -> None:
    """Takes from those columns that have most to give until all fit or none has anything to give."""
    while least and sum(fitted) > room:
        giver = max(least, key=lambda at: fitted[at] - least[at])
        if fitted[giver] <= least[giver]:
            return
        fitted[giver] -= 1
