"""Where the two databases differ: connecting, locking, words, the map, erasing for good."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, Select


@dataclass(frozen=True)
class Spot:
    """Where and when an incident is, for the map's index: degrees, days as ordinals (0: unknown)."""

    row: int
    lat: float
    lon: float
    first_day: int
    last_day: int


Window = tuple[float, float, float, float]
"""West, south, east, north; west is not east of east."""


class Dialect(ABC):
    """One database behind the store."""

    engine: Engine
    where: str
    """The file or the address without its password."""

    @abstractmethod
    def exists(self) -> bool:
        """Whether there is anything to connect to."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that is the only one that writes; others wait for it."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one state of the store from beginning to end."""

    @contextmanager
    def streaming(self) -> Iterator[Connection]:
        """As `reading`, for results that are too large to hold."""
        with self.reading() as connection:
            yield connection.execution_options(yield_per=500)

    def prepare(self, connection: Connection) -> None:  # noqa: B027  (only one of them needs it)
        """What the database must have switched on before there are tables."""

    @abstractmethod
    def turn(self) -> AbstractContextManager[None]:
        """What one process holds at a time; free again when it dies."""

    # Words.
    @abstractmethod
    def keep_words(self, connection: Connection, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Indexes the words of claims by row."""

    @abstractmethod
    def forget_words(self, connection: Connection, rows: Sequence[int]) -> None:
        """Takes rows off the index of words."""

    @abstractmethod
    def having_words(self, words: Sequence[str]) -> Select[int]:
        """The rows of claims that have all these words."""

    # The map.
    @abstractmethod
    def keep_spots(self, connection: Connection, spots: Sequence[Spot]) -> None:
        """Indexes the places of incidents by row."""

    @abstractmethod
    def forget_spots(self, connection: Connection, rows: Sequence[int]) -> None:
        """Takes rows off the map's index."""

    @abstractmethod
    def within(self, window: Window, since: int, until: int) -> Select[int]:
        """The rows of incidents that may lie in the window and days; the columns decide."""

    # The whole.
    @abstractmethod
    def purge(self, tables: Iterable[str]) -> None:
        """Takes what was erased from these tables out of the files themselves, as far as the database can."""

    @abstractmethod
    def damage(self, connection: Connection) -> Iterator[str]:
        """What the database itself says is broken, and rows that its side tables have too many or lack."""
