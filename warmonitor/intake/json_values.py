"""The JSON values of a file: one a line, or any number of them one after another, in lists or alone."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from warmonitor.errors import BadReport, InputError, UnreadableFile
from warmonitor.intake.encodings import BOMS, decoded
from warmonitor.intake.sources import Source

LONGEST_LINE = 16_000_000
"""Bytes: a report of a million characters takes at most 12 MB with every character escaped."""
LARGEST = 512_000_000
"""Bytes of a .json file, which is read whole; a larger one must be JSON Lines, which are read line by line."""
MEND = 'Write it as one JSON object, such as {"id": "a1", "text": "..."}.'
Tell = Callable[[str], None]
_SPACE = " \t\r\n"


@dataclass(frozen=True, slots=True)
class Value:
    """A JSON value and the line (1-based) that it starts in; `line` is None where it is all that the file holds."""

    content: object
    line: int | None


def values_in(source: Source, content: io.BufferedReader, tell: Tell) -> Iterator[Value | InputError]:
    """All values of the source; what is no JSON comes as an error in its place, and the reading goes on after it."""
    start = content.peek(4)
    first = b""
    whole = source.kind == "json" or any(start.startswith(mark) for mark, _ in BOMS[1:])
    if not whole:
        first = content.readline(LONGEST_LINE)
        if not _spans_lines(first):
            yield from _line_by_line(source, content, first, tell)
            return
    raw = first + _read(source, content)
    yield from _one_after_another(decoded(raw, source.name, tell), source)


def _read(source: Source, content: io.BufferedReader) -> bytes:
    raw = content.read(LARGEST + 1)
    if len(raw) > LARGEST:
        mend = "Write one report a line (JSON Lines), in a file that ends in .jsonl."
        raise UnreadableFile(f"larger than a JSON file can be ({LARGEST // 1_000_000} MB).", source.name, mend=mend)
    return raw


def _spans_lines(first: bytes) -> bool:
    """Whether the first line opens an object or a list that goes on: a pretty-printed file, not JSON Lines."""
    return first.removeprefix(b"\xef\xbb\xbf").strip()[:2] in (b"{", b"[", b"[{", b"[[")


def _line_by_line(source: Source, content: io.BufferedReader, first: bytes, tell: Tell) -> Iterator[Value | InputError]:
    at, raw = 1, first
    while raw:
        if len(raw) >= LONGEST_LINE and not raw.endswith(b"\n"):
            _skip_line(content)
            what = f"the line is longer than {LONGEST_LINE // 1_000_000} MB, which no report is."
            yield BadReport(what, source.name, at, mend="Put each report on a line of its own.")
        elif raw.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _value(raw, source, at, tell)
        raw, at = content.readline(LONGEST_LINE), at + 1
    if at == 1:
        yield _empty(source)


def _skip_line(content: io.BufferedReader) -> None:
    while (piece := content.readline(LONGEST_LINE)) and not piece.endswith(b"\n"):
        pass


def _value(raw: bytes, source: Source, at: int, tell: Tell) -> Value | InputError:
    try:
        text = decoded(raw, source.name, tell, at)
        return Value(json.loads(text), at)
    except InputError as error:
        return error
    except (ValueError, RecursionError) as error:
        return _invalid(error, source, at)


def _one_after_another(text: str, source: Source) -> Iterator[Value | InputError]:
    """Values of a text in which objects may span lines, stand in lists, or follow each other."""
    decoder, line, counted = json.JSONDecoder(), 1, 0
    first = at = _next(text, 0)
    while at < len(text):
        start, line, counted = at, line + text.count("\n", counted, at), at
        try:
            content, at = decoder.raw_decode(text, start)
            at = _next(text, at)
            yield Value(content, None if start == first and at >= len(text) else line)
        except (ValueError, RecursionError) as error:
            bad: int = getattr(error, "pos", start)
            yield _invalid(error, source, line + text.count("\n", start, bad))
            at = _next(text, _resume(text, max(start + 1, bad)))
    if first >= len(text):
        yield _empty(source)


def _next(text: str, at: int) -> int:
    """Where the next value starts: commas and the brackets of lists of reports are passed over."""
    while at < len(text) and text[at] in _SPACE + ",[]":
        at += 1
    return at


def _resume(text: str, at: int) -> int:
    """After broken JSON: the next line that opens an object without indentation, or the end."""
    found = text.find("\n{", at)
    return len(text) if found < 0 else found


def _invalid(error: Exception, source: Source, line: int) -> BadReport:
    if isinstance(error, json.JSONDecodeError):
        return BadReport(f"invalid JSON: {error.msg} at column {error.colno}.", source.name, line, mend=MEND)
    return BadReport("invalid JSON: nested too deeply.", source.name, line, mend=MEND)


def _empty(source: Source) -> UnreadableFile:
    return UnreadableFile("the file is empty.", source.name, mend="Put a report in it, or leave it out.")
