"""Damage at the level of characters: wrong encodings, entities, control characters, marks that do not show."""

from __future__ import annotations

import html
import re
from functools import cache

import ftfy

from warmonitor.reading.copy import Copy

_CONTINUED = "[" + "".join(
    re.escape(char) for char in sorted({bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xC0)}
                                       | {chr(b) for b in range(0x80, 0xC0)})
) + "]"  # fmt: skip
_MISREAD = re.compile(
    f"[\u00c2-\u00df]{_CONTINUED}|[\u00e0-\u00ef]{_CONTINUED}{{2}}|[\u00f0-\u00f4]{_CONTINUED}{{3}}"
    "|\u00e2\u20ac(?=[\\s.,;:!?)]|$)"
)
"""One character of UTF-8, read as Windows-1252 or Latin-1; the last form has lost the third byte of a closing mark."""

_RUN = re.compile("[_\x80-\xff]{3,}")
"""A mark that was misread so often that only its place still tells what it was."""

_LOST = re.compile("[\x80-\x9f]")
_CLITIC = re.compile(r"(?:s|t|d|m|re|ve|ll)\b")

_ENTITY = re.compile(
    r"&(?:amp;)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    r"|&(?:quot|nbsp|amp)\b(?!\w)"
    r"|[,&]?(?<![\w#])(?:quot|nbsp|apos|rsquo|lsquo|rdquo|ldquo|mdash|ndash|hellip|#0?39|#8217|#160);"
    r"|[,&]?(?<!\w)amp;"
    r"|(?<=\w)[,&]?(?:quot|nbsp);"
)
_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LOOKALIKE = re.compile("[\u0410-\u0456]+(?=[A-Za-z]{2})|(?<=[A-Za-z]{2})[\u0410-\u0456]+")
"""Cyrillic letters in a Latin word: typed on another keyboard, for they look the same."""
_LATIN = str.maketrans(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456",
    "ABEKMHOPCTXIaeopcyxi",
)
_CENSORED = re.compile(r"(?<=[A-Za-z])\*+(?=[a-z])|(?<=\b[Kk]i)-(?=ll)")
"""What outlets put into "kil*led" and "ki-lled" so that social networks let them pass."""
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+")


def repair_characters(copy: Copy) -> Copy:
    """Undo wrong encodings, entities, letters of another script and censored words; blank out what does not show."""
    if not copy.text.isascii():
        copy = copy.replaced(_RUN, _by_place)
        for _ in range(2):  # text can be misread twice
            copy = copy.replaced(_MISREAD, lambda match: _as_utf8(match.group()))
        copy = copy.replaced(_LOOKALIKE, lambda match: _in_latin(match.group()))
    if ";" in copy.text or "&" in copy.text:
        copy = copy.replaced(_ENTITY, lambda match: _unescaped(match.group()))
    if "*" in copy.text or "i-ll" in copy.text:
        copy = copy.replaced(_CENSORED, lambda match: "")
    if not copy.text.isprintable():
        copy = copy.replaced(_ODD, lambda match: "\ufffd" if match.group() >= "\ud800" else " ")
        copy = copy.replaced(_UNSEEN, lambda match: "")
    return copy


def _in_latin(letters: str) -> str | None:
    """The letters that look the same; None where one looks like no Latin letter."""
    put = letters.translate(_LATIN)
    return put if put.isascii() else None


@cache
def _as_utf8(piece: str) -> str | None:
    if piece == "\u00e2\u20ac":
        return "\u201d"
    fixed = ftfy.fix_encoding(piece)
    return fixed if fixed != piece and len(fixed) == 1 else None


def _by_place(run: re.Match[str]) -> str | None:
    """A dash stands free, an opening mark before a word, a closing one after it, an apostrophe within."""
    if "_" not in run.group() or not _LOST.search(run.group()):
        return None
    before = run.string[max(0, run.start() - 3) : run.start()]
    after = run.string[run.end() : run.end() + 1]
    if before.rstrip().endswith(")") and after.isalpha():
        return "- "  # KYIV (AP) - Two soldiers
    if not before[-1:].strip():
        return '"' if after.strip() else "-"
    if after.isalnum():
        return "'" if _CLITIC.match(run.string, run.end()) else "-"
    return '"'


@cache
def _unescaped(piece: str) -> str | None:
    name = piece.lstrip(",&").removesuffix(";")
    while name.startswith("amp;"):
        name = name.removeprefix("amp;")
    known = html.unescape(f"&{name};")
    if len(known) != 1:
        return None
    return known.replace("\u00a0", " ")
