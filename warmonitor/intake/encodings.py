"""From bytes to text without altering it: what the bytes say is taken, what must be guessed is said."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from warmonitor.errors import UnreadableFile

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16: the mark of the one begins with the mark of the other."""
MOST_CONTROLS = 0.05
"""Share of control characters above which a file is no text (own: pictures and archives have 10 % and more)."""
MOST_NULS = 0.1
"""Share of NUL characters above which a file is no text: a few are left by bad exports, many mean a binary."""
MEND = "Save it as UTF-8 to be sure."
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\0"))


def decoded(content: bytes, where: str, tell: Callable[[str], None], line: int | None = None) -> str:
    """The text of bytes. A byte order mark is a mark of the encoding and no part of the text.

    Raises UnreadableFile if the bytes are no text.
    """
    place = where + (f", line {line}" if line is not None else "")
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return _marked(content.removeprefix(mark), encoding, place, tell)
    wide = _unmarked_utf16(content)
    if wide:
        tell(f"{place}: no byte order mark, read as {wide.upper()} (a guess). {MEND}")
        return content.decode(wide, "replace")
    if _is_binary(content):
        raise UnreadableFile("these bytes are no text.", where, line, mend="Give the text of the report, as UTF-8.")
    return _told_of_nuls(_unmarked(content, place, tell), place, tell)


def _marked(content: bytes, encoding: str, place: str, tell: Callable[[str], None]) -> str:
    if encoding != "utf-8":
        tell(f"{place}: read as {encoding.upper()}, as its byte order mark says.")
    text = content.decode(encoding, "replace")
    _tell_of_replaced(text, content, encoding, place, tell)
    return _told_of_nuls(text, place, tell)


def _unmarked(content: bytes, place: str, tell: Callable[[str], None]) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start
    if _mostly_utf8(content):
        text = content.decode("utf-8", "replace")
        _tell_of_replaced(text, content, "utf-8", place, tell)
        return text
    for encoding, name in (("cp1252", "Windows-1252"), ("latin-1", "Latin-1")):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        tell(f"{place}: not UTF-8 (byte {content[at]:#04x} at {at}), read as {name} (a guess). {MEND}")
        return text
    raise AssertionError("Latin-1 reads any bytes")


def _tell_of_replaced(text: str, content: bytes, encoding: str, place: str, tell: Callable[[str], None]) -> None:
    try:
        content.decode(encoding)
    except UnicodeDecodeError as error:
        damaged = text.count("\ufffd")
        tell(f"{place}: damaged {encoding.upper()} at byte {error.start}; characters that stand as U+FFFD: {damaged}.")


def _mostly_utf8(content: bytes) -> bool:
    """Whether most bytes beyond ASCII are sound UTF-8, with a few damaged ones among them."""
    wide = sum(byte >= 0x80 for byte in content)
    sound = sum(len(char.encode()) for char in content.decode("utf-8", "ignore") if char > "\x7f")
    return sound > wide / 2


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 of a Western script has a NUL in every other byte."""
    half = len(content) // 2
    if half < 8 or len(content) % 2:
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if content[first::2].count(0) > 0.6 * half and content[1 - first :: 2].count(0) < 0.1 * half:
            return encoding
    return None


def _is_binary(content: bytes) -> bool:
    start = content[:65536]
    controls = len(start) - len(start.translate(None, _CONTROLS))
    nuls = start.count(0)
    return controls > MOST_CONTROLS * len(start) or nuls > MOST_NULS * len(start)


def _told_of_nuls(text: str, place: str, tell: Callable[[str], None]) -> str:
    nuls = text.count("\0")
    if nuls:
        tell(f"{place}: NUL characters in the text, kept and read as spaces: {nuls}.")
    return text
