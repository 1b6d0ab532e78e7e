"""Which files there are to read, and what each is: plain text, or records in JSON."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from warmonitor.errors import InputError, UnreadableFile

READ = {".txt": "text", ".json": "json", ".jsonl": "lines", ".ndjson": "lines"}
"""What a folder is searched for, and how each is read."""
OTHERS = frozenset(
    ".htm .html .pdf .doc .docx .odt .rtf .epub .zip .gz .bz2 .xz .7z .tar .warc .csv .tsv .xls .xlsx .xml "
    ".png .jpg .jpeg .gif .mp3 .mp4 .sqlite .db".split()
)
"""Well-known kinds of files whose bytes are no plain text of a report."""
MEND_KIND = "warmonitor reads .txt, .json and .jsonl: save the text of each report as a .txt file."


@dataclass(frozen=True)
class Source:
    """A file or standard input. `path` is None for standard input."""

    path: Path | None
    kind: str
    """text, json, lines, or unknown (its first bytes tell)."""

    @property
    def name(self) -> str:
        """How messages call it: the path as it was given."""
        return "standard input" if self.path is None else str(self.path)

    @property
    def stem(self) -> str:
        """The id of a plain-text report."""
        return "stdin" if self.path is None else self.path.stem

    def open(self) -> AbstractContextManager[io.BufferedReader]:
        """Its bytes. Raises UnreadableFile."""
        if self.path is None:
            return nullcontext(cast(io.BufferedReader, sys.stdin.buffer))
        try:
            return self.path.open("rb")
        except OSError as error:
            what = f"cannot be opened ({error.strerror})."
            raise UnreadableFile(what, self.name, mend="Check its rights.") from error

    def holds_records(self, content: io.BufferedReader) -> bool:
        """Whether to read JSON from it; a source without a telling name is asked by its first bytes."""
        if self.kind != "unknown":
            return self.kind != "text"
        start = content.peek(64).lstrip(b"\xef\xbb\xbf \t\r\n")
        return start.startswith((b"{", b"[{", b"[\n", b"[\r", b"[ "))


def sources_of(paths: Iterable[str | Path], tell: Callable[[str], None]) -> Iterator[Source | InputError]:
    """The files behind paths: a folder gives all its reports, also in folders below, in the order of their names."""
    for given in paths:
        path = Path(given)
        if str(given) == "-":
            yield Source(None, "unknown")
        elif path.is_dir():
            yield from _in_folder(path, tell)
        else:
            yield _of_file(path)


def _of_file(path: Path) -> Source | InputError:
    suffix = path.suffix.lower()
    if not path.exists():
        return UnreadableFile("there is no such file.", str(path), mend="Check the spelling and the folder.")
    if path.is_file() and suffix in OTHERS:
        return UnreadableFile(f"a {suffix} file cannot be read.", str(path), mend=MEND_KIND)
    return Source(path, READ.get(suffix, "unknown"))


def _in_folder(folder: Path, tell: Callable[[str], None]) -> Iterator[Source | InputError]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not _hidden(path.relative_to(folder)))
    reports = [path for path in files if path.suffix.lower() in READ]
    if len(reports) < len(files):
        tell(f"{folder}: files that are neither .txt, .json nor .jsonl are left alone: {len(files) - len(reports)}.")
    if not reports:
        yield UnreadableFile("no report is in this folder.", str(folder), mend=MEND_KIND)
    for path in reports:
        yield Source(path, READ[path.suffix.lower()])


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)

