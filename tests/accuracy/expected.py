"""The claims that a careful coder would write, in words, and where those words stand in the report.

A line of `expected.jsonl` is one claim. `claim` (the words of the clause), `trigger` and `event_type` must be there:

    or          further event types that are right too
    core        true: the coder must find it
    nth         which occurrence of the words is meant, where they stand in the report more than once (1, 2, ...)
    by          who says it: "words/kind,kind"; absent: the report itself. With kind "reporter" it may pass for that too
    stance, realis, negated     one value, a list of right ones, or "any"; absent: asserts, occurred, false
    agents, targets, supporters "words", "words=Name" for a pronoun or description, "(Name)" for one who is not stated
    places      "words/precision", "words=Name/precision", with "@role" when it is not the place of the event
    time, when  "2020-02-27" or "2020-02-25..2020-02-26"; the words that say so. Without words a day's slack is given
    tolls       "killed >=50: at least 50 people", "displaced 900000 cumulative: 900,000 people"; the contract's bounds
    deadline    a date

A field that is absent among places, time, parties and tolls is not asked for.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from warmonitor.records import Report, Span

STORIES = Path(__file__).parent.parent / "stories"
ANY = "any"
TOLL = re.compile(
    r"(?P<kind>\w+) (?P<bound>>=|<=|[<>~])?(?P<number>[\d.]+)?(?: (?P<scope>cumulative|any))?: (?P<words>.+)"
)


class StoryError(AssertionError):
    """An expected claim says something that its report does not bear out."""


@dataclass(frozen=True)
class Named:
    """Words of the report, and the name that they stand for; no words when the report does not state it."""

    name: str
    words: Span | None
    precision: str = ""
    role: str = "event"


@dataclass(frozen=True)
class ExpectedToll:
    """A number that the clause gives."""

    kind: str
    number: float | None
    bound: str
    scope: str
    words: Span

    @property
    def vague(self) -> bool:
        """"Dozens", "several": neither owed nor charged."""
        return self.number is None or (self.bound == "~" and self.number in (2, 24, 200, 2000))


@dataclass(frozen=True)
class Expected:
    """One claim that the coder should make."""

    evidence: Span
    trigger: Span
    event_types: tuple[str, ...]
    core: bool
    by: Named | None
    kinds: tuple[str, ...]
    stances: tuple[str, ...]
    realis: tuple[str, ...]
    negated: bool | None
    agents: tuple[Named, ...]
    targets: tuple[Named, ...]
    supporters: tuple[Named, ...]
    places: tuple[Named, ...]
    start: date | None
    end: date | None
    when: Span | None
    tolls: tuple[ExpectedToll, ...]
    deadline: date | None

    @property
    def minor(self) -> bool:
        """A judgement or background: neither earns nor costs."""
        return not self.core and self.event_types[0] in ("assessment", "background")


@dataclass(frozen=True)
class Story:
    """A report and its expected claims."""

    name: str
    report: Report
    expected: tuple[Expected, ...]


def stories() -> tuple[Story, ...]:
    """All stories, by name. Raises StoryError that names the story, the line and the words at fault."""
    return tuple(read_story(folder) for folder in sorted(STORIES.iterdir()) if (folder / "report.json").exists())


def read_story(folder: Path) -> Story:
    """The story of one folder."""
    report = Report.model_validate_json((folder / "report.json").read_text(encoding="utf-8"))
    lines = (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    claims = []
    for at, line in enumerate(lines, 1):
        try:
            claims.append(_expected(json.loads(line), report.text))
        except (StoryError, KeyError, ValueError) as error:
            raise StoryError(f"tests/stories/{folder.name}/expected.jsonl, line {at}: {error}") from error
    return Story(folder.name, report, tuple(claims))


def _expected(line: dict[str, Any], text: str) -> Expected:
    clause = _clause(line["claim"], text, line.get("nth"))
    by, kinds = _voice(line.get("by"), clause, text)
    start, end = _days(line.get("time"))
    return Expected(
        evidence=clause,
        trigger=_within(line["trigger"], clause, text),
        event_types=(line["event_type"], *line.get("or", ())),
        core=line.get("core", False),
        by=by,
        kinds=kinds,
        stances=_values(line.get("stance", "asserts")),
        realis=_values(line.get("realis", "occurred")),
        negated=None if line.get("negated") == ANY else bool(line.get("negated")),
        agents=_parties(line.get("agents", ()), clause, text),
        targets=_parties(line.get("targets", ()), clause, text),
        supporters=_parties(line.get("supporters", ()), clause, text),
        places=tuple(_place(words, clause, text) for words in line.get("places", ())),
        start=start,
        end=end,
        when=_near(line["when"], clause, text) if "when" in line else None,
        tolls=tuple(_toll(words, clause, text) for words in line.get("tolls", ())),
        deadline=date.fromisoformat(line["deadline"]) if "deadline" in line else None,
    )


def _occurrences(words: str, text: str) -> list[int]:
    """Where the words stand, as words of their own."""
    found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if not found:
        raise StoryError(f"the report does not say {words!r}")
    return found


def _clause(words: str, text: str, nth: int | None) -> Span:
    found = _occurrences(words, text)
    if len(found) > 1 and nth is None:
        raise StoryError(f"the report says {words!r} {len(found)} times; give nth")
    at = found[(nth or 1) - 1]
    return Span(start=at, end=at + len(words), text=words)


def _within(words: str, clause: Span, text: str) -> Span:
    match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", clause.text, re.IGNORECASE)
    if not match:
        raise StoryError(f"{words!r} is not in the clause {clause.text!r}")
    start = clause.start + match.start()
    return Span(start=start, end=start + len(words), text=text[start : start + len(words)])


def _near(words: str, clause: Span, text: str) -> Span:
    """The words in the clause, else their occurrence nearest to it."""
    found = _occurrences(words, text)
    at = min(found, key=lambda start: (not clause.start <= start < clause.end, abs(start - clause.start)))
    return Span(start=at, end=at + len(words), text=words)


def _voice(by: str | None, clause: Span, text: str) -> tuple[Named | None, tuple[str, ...]]:
    if by is None or by == "reporter":
        return None, ("reporter",)
    if by == ANY:
        return None, (ANY,)
    words, _, kinds = by.rpartition("/")
    return _named(words, clause, text), tuple(kinds.split(","))


def _named(written: str, clause: Span, text: str) -> Named:
    if written.startswith("("):
        return Named(written.strip("()"), None)
    words, _, name = written.partition("=")
    return Named(name or words, _near(words, clause, text))


def _parties(written: list[str] | tuple[()], clause: Span, text: str) -> tuple[Named, ...]:
    return tuple(Named(ANY, None) if words == ANY else _named(words, clause, text) for words in written)


def _place(written: str, clause: Span, text: str) -> Named:
    rest, _, role = written.partition("@")
    words, _, precision = rest.rpartition("/")
    named = _named(words, clause, text)
    return Named(named.name, named.words, precision, role or "event")


def _values(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _days(time: str | None) -> tuple[date | None, date | None]:
    if time is None:
        return None, None
    first, _, last = time.partition("..")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def _toll(written: str, clause: Span, text: str) -> ExpectedToll:
    match = TOLL.fullmatch(written)
    if not match:
        raise StoryError(f"{written!r} is no toll; write for example 'killed >=50: at least 50 people'")
    return ExpectedToll(
        kind=match["kind"],
        number=float(match["number"]) if match["number"] else None,
        bound=match["bound"] or "=",
        scope=match["scope"] or "incident",
        words=_within(match["words"], clause, text),
    )
