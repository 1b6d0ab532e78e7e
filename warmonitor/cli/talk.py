"""What the program says while it works, on standard error: notes, errors, progress, and a last line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from warmonitor.errors import InputError

MOST_NOTES = 20
"""Notes that are shown; after them only their number, so that a thousand odd files do not hide an error."""
T = TypeVar("T")


class Talk:
    """The voice of one run. `errors` are those that were told."""

    def __init__(self) -> None:
        """Nothing is said yet."""
        self.console = Console(stderr=True, highlight=False, soft_wrap=True)
        self.errors: list[InputError] = []
        self._notes: set[str] = set()

    def note(self, message: str) -> None:
        """Something worth a word; the same word is said once."""
        if message not in self._notes and len(self._notes) <= MOST_NOTES:
            self._notes.add(message)
            more = len(self._notes) > MOST_NOTES
            self._say("note: further notes are left out." if more else f"note: {message}", "dim")

    def error(self, error: InputError) -> None:
        """Something that could not be used."""
        self.errors.append(error)
        self._say(f"error: {error}", "red")

    def without_errors(self, found: Iterable[T | InputError]) -> Iterator[T]:
        """What is no error; errors are told as they come."""
        for item in found:
            if isinstance(item, InputError):
                self.error(item)
            else:
                yield item

    def progress(self, doing: str, items: Iterable[T]) -> Iterator[T]:
        """The items, counted on a terminal while they pass."""
        with self.counting(doing) as step:
            for item in items:
                yield item
                step()

    @contextmanager
    def counting(self, doing: str) -> Iterator[Callable[[], None]]:
        """Counts on a terminal: call it once for each thing that is done."""
        if not self.console.is_terminal:
            yield lambda: None
            return
        columns = (SpinnerColumn(), TextColumn("{task.description}: {task.completed}"), TimeElapsedColumn())
        with Progress(*columns, console=self.console, transient=True) as bar:
            task = bar.add_task(doing, total=None)
            yield lambda: bar.advance(task)

    @contextmanager
    def download(self, what: str) -> Iterator[Callable[[int, int | None], None]]:
        """A bar on a terminal for bytes that come in: call it with those that are there and, if known, with all."""
        if not self.console.is_terminal:
            yield lambda have, of: None
            return
        with Progress(TextColumn("{task.description}"), BarColumn(), DownloadColumn(), console=self.console) as bar:
            task = bar.add_task(what, total=None)
            yield lambda have, of: bar.update(task, completed=have, total=of)

    def last(self, done: str, unit: str = "report") -> int:
        """Says what was done and what was not; the exit code."""
        self._say(done, "bold")
        if not self.errors:
            return 0
        count = len(self.errors)
        self._say(f"{count} {unit if count == 1 else unit + 's'} could not be used:", "bold red")
        for error in self.errors:
            self._say(f"  {where(error)}", "red")
        return 1

    def _say(self, words: str, style: str) -> None:
        self.console.print(f"warmonitor: {words}" if not words.startswith(" ") else words, style=style, markup=False)


def where(error: InputError) -> str:
    """The place that an error is about, in short."""
    return (error.where or error.what) + (f", line {error.line}" if error.line is not None else "")


def counted(number: int, unit: str) -> str:
    """1 claim, 2 claims."""
    return f"{number:,} {unit if number == 1 else unit + 's'}"
