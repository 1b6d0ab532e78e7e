"""`warmonitor codebook`: what the codes mean."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from warmonitor.cli.options import Form, FormatForEyes, Output, form_of
from warmonitor.cli.output import opened
from warmonitor.errors import SettingsError

if TYPE_CHECKING:
    from warmonitor.codebook import Codebook, Entry


def codebook(
    term: Annotated[str | None, typer.Argument(metavar="[TERM]", help="A code, such as air_strike, or a word.")] = None,
    output: Output = None,
    form: FormatForEyes = None,
) -> int:
    """Say what the codes mean: event types (with ACLED's words), stances, realis, kinds of claimant, party and toll."""
    from warmonitor import codebook, export

    book = codebook.codebook()
    entries = list(book.entries()) if term is None else _matching(book, term)
    chosen = Form.TABLE if form is None and output is None else form_of(form, output)
    with opened(output) as out:
        export.write(entries, codebook.Entry, chosen, out)
    return 0


def _matching(book: Codebook, term: str) -> list[Entry]:
    """The entry with that code in each list; else those that have the word in them."""
    wanted = term.lower().replace(" ", "_").replace("-", "_")
    found = [entry for entry in book.entries() if entry.code == wanted] or list(_with_word(book, term.lower()))
    if not found:
        codes = sorted({entry.code for entry in book.entries()})
        near = get_close_matches(wanted, codes, 3)
        hint = f"did you mean {' or '.join(near)}?" if near else "`warmonitor codebook` lists all."
        raise SettingsError(f"the codebook has no {term!r}: {hint}")
    return found


def _with_word(book: Codebook, word: str) -> Iterator[Entry]:
    for entry in book.entries():
        if word in entry.definition.lower() or word in entry.acled.lower():
            yield entry
