"""Right, wrong and missed facts of a coding against the expected claims of a story.

An expected and a coded claim are paired one to one by where they stand and what they say. On a pair every field that
the story gives is one fact. An expected claim without a partner misses its facts; a coded one without costs four.
Judgements and background that are no core claim neither earn nor cost, nor do vague numbers ("dozens").
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from accuracy.expected import ANY, Expected, ExpectedToll, Named, Story
from warmonitor.records import Claim, Party, Place, Span, Toll

FIELDS = (
    "event_type", "claimant", "claimant_kind", "stance", "realis", "negated", "agents", "targets", "places", "time",
    "tolls", "deadline",
)  # fmt: skip
CHARGED = ("event_type", "claimant", "stance", "realis")  # what a claim that nobody expected costs
STATES = frozenset(("statement", "assessment", "background", "diplomatic_tension", "humanitarian", "deployment"))
PEOPLE = frozenset(
    "people civilians children women boys bodies martyrs victims residents inhabitants villagers migrants".split()
)
LEAST_SHARED = 0.3  # of the shorter evidence, for two claims to be about the same clause
LONG_EVIDENCE = 200  # characters beyond thrice the clause: a paragraph is no evidence
COMMON = frozenset("the a an of and in on for to at by its his her their our forces force army group people".split())
SLACK = timedelta(days=1)  # for a day that no words of the clause give


@dataclass
class Tally:
    """Facts right, wrong and missed by field; which claims were found; which coded ones nobody expected."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    found: int = 0
    expected: int = 0
    core: int = 0
    core_missed: list[str] = field(default_factory=list)
    extra: list[Claim] = field(default_factory=list)
    pairs: list[tuple[Expected, Claim, tuple[str, ...]]] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Counts the other's facts too."""
        for mine, theirs in ((self.right, other.right), (self.wrong, other.wrong), (self.missed, other.missed)):
            mine.update(theirs)
        self.found += other.found
        self.expected += other.expected
        self.core += other.core
        self.core_missed += other.core_missed
        self.extra += other.extra
        self.pairs += other.pairs

    def f1(self, name: str | None = None) -> float:
        """F1 in percent, of one field or of all facts, to one digit; 0 where nothing was right."""
        right, wrong, missed = (
            counter[name] if name else counter.total() for counter in (self.right, self.wrong, self.missed)
        )
        return round(200 * right / (2 * right + wrong + missed), 1) if right else 0.0

    def precision(self) -> float:
        """Share of the coded facts that are right, in percent."""
        return round(100 * self.right.total() / max(1, self.right.total() + self.wrong.total()), 1)

    def recall(self) -> float:
        """Share of the expected facts that were coded, in percent."""
        return round(100 * self.right.total() / max(1, self.right.total() + self.missed.total()), 1)


def score(story: Story, claims: Sequence[Claim]) -> Tally:
    """The facts of one story."""
    tally = Tally(
        expected=sum(not wanted.minor for wanted in story.expected), core=sum(wanted.core for wanted in story.expected)
    )
    partner = _pair(story.expected, claims)
    for at, wanted in enumerate(story.expected):
        if at in partner:
            tally.found += not wanted.minor
            _count(wanted, claims[partner[at]], tally, story.expected)
        elif _told_along(wanted, [claims[n] for n in partner.values()]):
            tally.found += not wanted.minor
            tally.right["tolls"] += sum(not toll.vague for toll in wanted.tolls)
        elif not wanted.minor:
            _miss(wanted, tally)
    for at, claim in enumerate(claims):
        if at not in set(partner.values()):
            tally.extra.append(claim)
            tally.wrong.update(CHARGED)
            tally.wrong["tolls"] += len(claim.tolls)
    return tally


def _pair(expected: Sequence[Expected], claims: Sequence[Claim]) -> dict[int, int]:
    """The best pairs first, each claim once."""
    points = sorted(
        ((-p, i, j) for i, e in enumerate(expected) for j, c in enumerate(claims) if (p := likeness(e, c)) > 0)
    )  # fmt: skip
    partner: dict[int, int] = {}
    for _, i, j in points:
        if i not in partner and j not in partner.values():
            partner[i] = j
    return partner


def likeness(wanted: Expected, claim: Claim) -> float:
    """0 when they cannot be the same claim; else more, the more they share."""
    clause = wanted.evidence
    if claim.evidence.end - claim.evidence.start > 3 * (clause.end - clause.start) + LONG_EVIDENCE:
        return 0.0
    where = shared(clause, claim.evidence)
    kind = claim.event_type in wanted.event_types
    word = shared(wanted.trigger, claim.trigger) > 0
    if where < LEAST_SHARED or not (kind or word):
        return 0.0
    tolls = sum(any(_toll_right(toll, coded) for coded in claim.tolls) for toll in wanted.tolls)
    return where + 2 * kind + 1.5 * word + tolls + 0.5 * _claimant_right(wanted, claim)


def shared(a: Span | None, b: Span | None) -> float:
    """The share of the shorter span that both cover."""
    if a is None or b is None:
        return 0.0
    common = min(a.end, b.end) - max(a.start, b.start)
    return max(0, common) / max(1, min(a.end - a.start, b.end - b.start))


def _told_along(wanted: Expected, claims: Iterable[Claim]) -> bool:
    """ "Two killed and three injured" may stand in one claim: the second needs no claim of its own."""
    return bool(wanted.tolls) and any(
        shared(wanted.evidence, claim.evidence) >= LEAST_SHARED
        and all(any(_toll_right(toll, coded) for coded in claim.tolls) for toll in wanted.tolls)
        for claim in claims
    )


def _miss(wanted: Expected, tally: Tally) -> None:
    if wanted.core:
        tally.core_missed.append(wanted.evidence.text)
    asked = ["event_type", "claimant", "claimant_kind", "stance", "realis"]
    asked += [name for name in ("agents", "targets", "places") if getattr(wanted, name)]
    asked += ["time"] * (wanted.start is not None) + ["deadline"] * (wanted.deadline is not None)
    tally.missed.update(asked)
    tally.missed["tolls"] += sum(not toll.vague for toll in wanted.tolls)


def _count(wanted: Expected, claim: Claim, tally: Tally, expected: Sequence[Expected]) -> None:
    judged = {name: right for name, right in judge(wanted, claim).items() if right is not None}
    tally.pairs.append((wanted, claim, tuple(name for name, right in judged.items() if not right)))
    if wanted.minor:
        return
    for name, right in judged.items():
        if right:
            tally.right[name] += 1
        else:
            tally.wrong[name] += 1
            tally.missed[name] += 1
    _count_tolls(wanted, claim, tally, expected)


def _count_tolls(wanted: Expected, claim: Claim, tally: Tally, expected: Sequence[Expected]) -> None:
    left = list(claim.tolls)
    for toll in wanted.tolls:
        hit = next((coded for coded in left if _toll_right(toll, coded)), None)
        if hit:
            left.remove(hit)
        if not toll.vague:
            (tally.right if hit else tally.missed)["tolls"] += 1
    beside = [toll for e in expected if shared(e.evidence, claim.evidence) > 0 for toll in e.tolls]
    for coded in left:
        vague = coded.best is None and coded.bound == "~"
        tally.wrong["tolls"] += not vague and not any(_toll_right(toll, coded) for toll in beside)


def tolls_right(wanted: Expected, claim: Claim, expected: Sequence[Expected]) -> bool:
    """Whether a claim has every number that its clause gives, and none that no clause of the sentence gives."""
    beside = [toll for e in expected if shared(e.evidence, claim.evidence) > 0 for toll in e.tolls]
    had = all(toll.vague or any(_toll_right(toll, coded) for coded in claim.tolls) for toll in wanted.tolls)
    return had and all(any(_toll_right(toll, coded) for toll in beside) for coded in claim.tolls)


def judge(wanted: Expected, claim: Claim) -> dict[str, bool | None]:
    """Every field but the tolls: right, wrong, or None where the story does not ask."""
    return {
        "event_type": claim.event_type in wanted.event_types,
        "claimant": None if wanted.kinds == (ANY,) else _claimant_right(wanted, claim),
        "claimant_kind": None if wanted.kinds == (ANY,) else claim.claimant.kind in _kinds(wanted),
        "stance": None if wanted.stances == (ANY,) else claim.stance in wanted.stances,
        "realis": None if wanted.realis == (ANY,) else claim.realis in _realis(wanted),
        "negated": None if wanted.negated is None else claim.negated == wanted.negated,
        "agents": _parties_right(wanted.agents, claim.agents),
        "targets": _parties_right(wanted.targets, claim.targets),
        "places": _places_right(wanted.places, claim.places),
        "time": _time_right(wanted, claim),
        "deadline": None if wanted.deadline is None else claim.deadline == wanted.deadline,
    }


def _realis(wanted: Expected) -> tuple[str, ...]:
    """Words and states are as well ongoing as occurred."""
    if STATES & set(wanted.event_types) and "occurred" in wanted.realis:
        return (*wanted.realis, "ongoing")
    return wanted.realis


def _kinds(wanted: Expected) -> tuple[str, ...]:
    return (*wanted.kinds, "unattributed") if wanted.kinds == ("reporter",) else wanted.kinds


def _claimant_right(wanted: Expected, claim: Claim) -> bool:
    if claim.claimant.kind == "reporter":
        return "reporter" in wanted.kinds or wanted.kinds == (ANY,)
    if wanted.by is None:
        return wanted.kinds == (ANY,) or (wanted.kinds == ("reporter",) and claim.claimant.kind == "unattributed")
    return _same(wanted.by, claim.claimant.name, claim.claimant.as_written)


def _same(wanted: Named, name: str, words: Span | None) -> bool:
    if shared(wanted.words, words) > 0.5:
        return True
    mine = [wanted.name, *([wanted.words.text] if wanted.words else [])]
    theirs = [name, *([words.text] if words else [])]
    return any(_alike(a, b) for a in mine for b in theirs)


def _alike(a: str, b: str) -> bool:
    mine, theirs = (set(re.findall(r"\w+", _plain(name))) for name in (a, b))
    mine, theirs = mine - COMMON or mine, theirs - COMMON or theirs
    return bool(mine and theirs) and 2 * len(mine & theirs) >= min(len(mine), len(theirs))


def _plain(name: str) -> str:
    """Without case, accents and hyphens."""
    letters = unicodedata.normalize("NFKD", name.casefold().replace("-", " "))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _parties_right(wanted: Sequence[Named], coded: Sequence[Party]) -> bool | None:
    """Every stated party was coded, and nobody whom the story does not name."""
    if not wanted:
        return None
    stated = [party for party in coded if party.stated]
    found = all(any(_same_party(w, p) for p in stated) for w in wanted if w.words)
    return found and all(any(w.name == ANY or _same_party(w, p) for w in wanted) for p in stated)


def _same_party(wanted: Named, coded: Party) -> bool:
    """By words or name; "five children" are civilians, whatever the coder calls them."""
    people = coded.kind == "civilians" and bool(PEOPLE & set(_plain(wanted.name).split()))
    return people or _same(wanted, coded.name, coded.as_written)


def _places_right(wanted: Sequence[Named], coded: Sequence[Place]) -> bool | None:
    """One of the places was coded, and none beside them but provinces and countries, which hold them."""
    if not wanted:
        return None
    located = [place for place in coded if place.role in ("event", "about", "destination", "origin")]
    asked = [w for w in wanted if w.role != "container"]
    found = any(_same(w, p.name, p.as_written) for w in asked for p in located)
    small = [p for p in located if p.precision not in ("province", "region", "country")]
    return found and all(any(_same(w, p.name, p.as_written) for w in wanted) for p in small)


def _time_right(wanted: Expected, claim: Claim) -> bool | None:
    if wanted.start is None or wanted.end is None:
        return None
    if claim.time is None or claim.time.start is None:
        return False
    slack = timedelta(0) if wanted.when and wanted.start == wanted.end else SLACK
    return _close(claim.time.start, wanted.start, slack) and _close(claim.time.end, wanted.end, slack)


def _close(coded: date | None, wanted: date, slack: timedelta) -> bool:
    return coded is not None and abs(coded - wanted) <= slack


def _toll_right(wanted: ExpectedToll, coded: Toll) -> bool:
    if wanted.kind != coded.kind or wanted.scope not in (ANY, coded.scope):
        return False
    if wanted.number is None or wanted.vague:
        return True
    return wanted.number == coded.best or (coded.best is None and wanted.number in (coded.low, coded.high))
