"""What the press makes of the made-up wars: reports, and claims with the happening that each tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from benchmarks.generated_war.noise import NUMBERS, Seen, seen, toll, when
from benchmarks.generated_war.truth import Happening
from benchmarks.generated_war.world import AGENCIES, Outlet, Theatre, word
from warmonitor.records import Claim, Claimant, EventType, Place, Report, Span, Toll, TollKind

LENGTH = 90  # characters of a clause
APART = 700  # characters between two stories of one text
LATE = ((0, 50), (1, 36), (2, 9), (3, 3), (9, 2))  # days between a happening and a report of it, with their shares
OLD_NEWS = 0.5  # reports that mention an earlier happening
TOTALS = 0.25  # reports that give a running total
DENIED = 0.08  # reports in which the accused deny it
CORRECTED = 0.04  # reports that come again with other numbers


@dataclass
class Press:
    """Reports with their claims, and the happening of each claim; -1 for running totals and talk."""

    random: Random
    reports: list[Report] = field(default_factory=list)
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    truth: dict[str, int] = field(default_factory=dict)


def press(happenings: list[Happening], outlets: tuple[Outlet, ...], random: Random) -> Press:
    """Every happening told as often as it is famous, by outlets that write or carry."""
    made = Press(random)
    recent: dict[str, list[Happening]] = defaultdict(list)
    for happening in happenings:
        _tell(happening, outlets, recent[happening.theatre.country][-60:], made)
        recent[happening.theatre.country].append(happening)
    return made


def _tell(happening: Happening, outlets: tuple[Outlet, ...], recent: list[Happening], made: Press) -> None:
    random = made.random
    wires: dict[str, list[Seen]] = {}
    for outlet in random.sample(outlets, min(happening.fame, len(outlets))):
        late = random.choices([days for days, _ in LATE], [share for _, share in LATE])[0]
        carries = random.random() < outlet.carries
        agency = random.choice(AGENCIES) if carries else outlet.name
        if agency not in wires:
            wires[agency] = _stories(happening, late, recent, random)
        stories = [_edited(story, random) for story in wires[agency]] if carries else wires[agency]
        credit = f"{outlet.name} ({agency})" if carries and random.random() < 0.5 else outlet.name
        _publish(stories, credit, happening.day + timedelta(late), made)
        if random.random() < CORRECTED:
            again = [replace(stories[0], killed=happening.killed or None), *stories[1:]]
            _publish(again, credit, happening.day + timedelta(late + 1), made)


def _stories(happening: Happening, late: int, recent: list[Happening], random: Random) -> list[Seen]:
    """The news, and what else the text tells of the war."""
    told = [seen(happening, late, random)]
    if recent and random.random() < OLD_NEWS:
        others = random.sample(recent, min(len(recent), random.choice((1, 1, 2))))
        told += [seen(other, 3, random) for other in others if other.id != happening.id]
    return told


def _edited(story: Seen, random: Random) -> Seen:
    """What an editor leaves of a text: a word in thirty is another."""
    return replace(story, words=tuple(word(random) if random.random() < 0.03 else old for old in story.words))


def _publish(stories: list[Seen], outlet: str, published: date, made: Press) -> None:
    report = Report(id=f"r{len(made.reports):06d}", text="", published=published, outlet=outlet)
    teller = _Teller(report, made)
    for at, story in enumerate(stories):
        teller.tell(story, at * APART, news=at == 0)
    if made.random.random() < TOTALS:
        teller.total(stories[0].happening.theatre, len(stories) * APART)
    made.reports.append(report)


class _Teller:
    """Writes the claims of one report."""

    def __init__(self, report: Report, made: Press) -> None:
        self._report, self._made, self._random = report, made, made.random
        self._made.claims[report.id] = []

    def tell(self, story: Seen, start: int, *, news: bool) -> None:
        """The claims of one story: what happened, whom it hit, who denies it."""
        by = self._speaker(story.happening.theatre)
        words = list(self._clauses(story, start))
        hurt: tuple[tuple[TollKind, int | None], ...] = (("killed", story.killed), ("injured", story.injured))
        tolls = [(kind, n) for kind, n in hurt if n]
        number = NUMBERS.get(story.happening.kind)
        said = [toll(number, story.happening.number, words[0])] if number else []
        self._claim(story, story.kind, words[0], by, tuple(said))
        if tolls:
            counts = tuple(toll(kind, n, words[1]) for kind, n in tolls)
            self._claim(story, "casualty_report", words[1], by, counts)
        if news and self._random.random() < 0.5:
            self._claim(story, story.kind, words[2], Claimant(name="narrator", kind="reporter"), ())
        if news and story.agents and self._random.random() < DENIED:
            accused = Claimant(name=story.agents[0].name, kind="military")
            self._claim(story, story.kind, words[3], accused, (), stance="denies")

    def _speaker(self, theatre: Theatre) -> Claimant:
        draw = self._random.random()
        if draw < 0.25:
            return Claimant(name=theatre.monitor, kind="monitor")
        if draw < 0.35:
            return Claimant(name="witness", kind="witness")
        return Claimant(name="narrator", kind="reporter")

    def _clauses(self, story: Seen, start: int) -> Iterator[Span]:
        name = story.place.name if story.place else ""
        names = [name, story.happening.landmark if self._random.random() < 0.7 else None]
        for at in range(4):
            told = [*story.words[at * 10 : at * 10 + 5], *filter(None, names), *story.words[at * 10 + 5 : at * 10 + 10]]
            text = " ".join(told)
            here = start + at * (LENGTH + 20)
            yield Span(start=here, end=here + len(text), text=text)

    def _claim(
        self, story: Seen, kind: EventType, words: Span, by: Claimant, tolls: tuple[Toll, ...], stance: str = "asserts"
    ) -> None:
        place = (story.place.model_copy(update={"as_written": words}),) if story.place else ()
        claim = self._made_claim(kind, words, by, place, tolls).model_copy(
            update={
                "stance": stance, "agents": story.agents, "targets": story.targets,
                "time": when(story, self._report.published or story.happening.day, words, self._random),
            }
        )  # fmt: skip
        self._keep(claim, story.happening.id)

    def total(self, theatre: Theatre, start: int) -> None:
        """A running total of the war."""
        text = " ".join(word(self._random) for _ in range(10))
        words = Span(start=start, end=start + len(text), text=text)
        counted = toll("killed", self._random.randrange(100, 9000), words, scope="cumulative")
        place = Place(name=theatre.country, country=theatre.country, precision="country")
        self._keep(self._made_claim("casualty_report", words, self._speaker(theatre), (place,), (counted,)), -1)

    def _made_claim(
        self, kind: EventType, words: Span, by: Claimant, places: tuple[Place, ...], tolls: tuple[Toll, ...]
    ) -> Claim:
        return Claim(
            id=f"c{len(self._made.truth):07d}", report_id=self._report.id, report_sha256="0", coder="made",
            event_type=kind, evidence=words, trigger=words, claimant=by, places=places, tolls=tolls,
        )  # fmt: skip

    def _keep(self, claim: Claim, happening: int) -> None:
        self._made.claims[self._report.id].append(claim)
        self._made.truth[claim.id] = happening
