"""Whether a report can be coded: it has words, not too many, in a language that is read, under an id of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from warmonitor.codebook.foreign import IN_PART
from warmonitor.errors import BadReport, InputError
from warmonitor.intake.found import Found
from warmonitor.intake.language import Tongues, called
from warmonitor.records import Report

LONGEST = 1_000_000
"""Characters, as in spaCy's own limit: some 160,000 words, the length of a thick book."""


class Checks:
    """The checks of one run; remembers 16 bytes of every report, to tell ids that come twice."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        """`tell` hears what is worth a word but no error."""
        self._tell = tell
        self._seen: dict[bytes, bytes] = {}
        self._tongues = Tongues()

    def checked(self, found: Found) -> Report | InputError | None:
        """The report, or why it cannot be coded; None if the very same one came before."""
        flaw = self._empty(found) or self._long(found)
        read = flaw or self._in_its_language(found)
        return read if isinstance(read, InputError) else self._unless_known(read)

    def _empty(self, found: Found) -> InputError | None:
        if found.report.text.strip(" \t\r\n\0\ufeff\xa0"):
            return None
        return _wrong(found, "the text is empty.", "Put the report's words in it, or leave it out.")

    def _long(self, found: Found) -> InputError | None:
        length = len(found.report.text)
        if length <= LONGEST:
            return None
        return _wrong(found, f"the text has {length:,} characters, more than {LONGEST:,}.", "Split it into reports.")

    def _in_its_language(self, found: Found) -> Found | InputError:
        """The report with the language that it is read in; one that nothing is read of is refused."""
        said = found.report.language
        language = self._tongues.other(found.report.text, said)
        if language is not None and language in IN_PART:
            self._tell(
                f"{found.place}: the text reads as {called(language)}; of it only figures of people displaced and of "
                "houses destroyed or damaged are coded, other events are not."
            )
            return _told(found, language)
        if language is not None:
            what = f"the text reads as {called(language)}; warmonitor codes English, and would only invent."
            return _wrong(found, what, "Give an English text or translation.")
        return _told(found, "en") if said in IN_PART else found

    def _unless_known(self, found: Found) -> Report | InputError | None:
        report = found.report
        key, text = _digest(report.id), _digest(report.text)
        before = self._seen.setdefault(key, text)
        if before is text:
            return report
        if before == text:
            self._tell(f"{found.place}: the report {report.id!r} came before, word for word; it is coded once.")
            return None
        what = f"the id {report.id!r} was used before in this run, for another text."
        return _wrong(found, what, "Give each report an id (or a file name) of its own.")


def _told(found: Found, language: str) -> Found:
    return Found(found.report.model_copy(update={"language": language}), found.where, found.line)


def _wrong(found: Found, what: str, mend: str) -> BadReport:
    return BadReport(what, found.where, found.line, mend=mend)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
