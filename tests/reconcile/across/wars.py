"""A few reports of a war, for the tests of reconciling across reports; `any_war` draws them by chance."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from reconcile.telling import ARIHA, ARMY, IDLIB, MONDAY, RUSSIA, SARMIN, claim, later
from warmonitor.reconcile import Memory, episodes, read_happenings, settle
from warmonitor.records import Claim, Episode, Incident, Place, Report, Ruling

TABLE = read_happenings()
War = dict[str, list[Claim]]
VILLAGE = Place(name="Kafr Jasim", precision="town")


def told(name: str, *claims: Claim, published: date = MONDAY, outlet: str | None = None) -> tuple[Report, list[Claim]]:
    """A report and its claims, renamed so that they are its own."""
    own = [c.model_copy(update={"report_id": name, "id": f"{name} {c.id}"}) for c in claims]
    return Report(id=name, text="", published=published, outlet=outlet or name), own


def of(report: Report, claims: list[Claim]) -> tuple[Episode, ...]:
    """The episodes of a report."""
    return episodes(claims, report, TABLE)


class Desk:
    """Reports that come one by one, and the incidents as they stand."""

    def __init__(self) -> None:
        self.memory = Memory()
        self.rulings: list[Ruling] = []

    def add(self, report: Report, claims: list[Claim]) -> None:
        """Takes a report in, or another version of it."""
        left = self.memory.episodes(report_id=report.id)
        self.memory.put(report.id, of(report, claims), claims)
        self._settle([report.id], left)

    def rule(self, ruling: Ruling) -> None:
        """Takes a ruling in."""
        self.rulings.append(ruling)
        named = {ruling.incident, *ruling.others}
        if ruling.undoes:
            named |= {n for r in self.rulings if r.id == ruling.undoes for n in (r.incident, *r.others)}
        self._settle([r for i in self.incidents() if named & {i.id, *i.redirects} for r in i.reports], ())

    def _settle(self, names: list[str], left: tuple[Episode, ...]) -> None:
        change = settle(names, self.memory, rulings=self.rulings, happenings=TABLE, left=left)
        self.memory.write(change.written, change.gone)

    def incidents(self) -> tuple[Incident, ...]:
        """All incidents, by id."""
        return self.memory.incidents()


@st.composite
def any_war(draw: st.DrawFn) -> list[tuple[Report, list[Claim]]]:
    """Up to seven reports of up to two stories each, about few places and days, so that they often meet."""
    made = []
    for number in range(draw(st.integers(1, 7))):
        stories = draw(st.integers(1, 2))
        claims = [_story(draw, at * 900) for at in range(stories)]
        made.append(told(f"r{number}", *claims, published=later(draw(st.integers(0, 3)))))
    return made


def _story(draw: st.DrawFn, at: int) -> Claim:
    kind = draw(st.sampled_from(["air_strike", "shelling", "attack", "casualty_report", "territory_gain"]))
    place = draw(st.sampled_from([ARIHA, SARMIN, IDLIB, VILLAGE, None]))
    said = {"agent": draw(st.sampled_from([ARMY, RUSSIA]))} | ({"place": place} if place else {})
    day = draw(st.sampled_from([None, MONDAY, later(1)]))
    return claim(
        kind, at, by=draw(st.sampled_from(["narrator", "monitor"])), day=day, killed=draw(st.integers(1, 9)), **said
    )
