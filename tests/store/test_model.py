"""Whatever is put in whichever order: the store holds what a plain list of versions would hold."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from store.conftest import Stores
from store.telling import MONDAY, claim, episode, kept, report
from warmonitor.records import Claim, Episode, Kept, Report
from warmonitor.store import open_store

REPORTS = st.builds(
    lambda name, words, late, outlet: report(
        name,
        f"{words} fell on Sarmin.",
        outlet=outlet,
        published=None if late is None else MONDAY + timedelta(days=late),
    ),
    st.sampled_from(["a", "B", "ä", "a/b c"]),
    st.sampled_from(["Shells", "Bombs", "Rain \0 and \ud800"]),
    st.sampled_from([None, 0, 1, 2]),
    st.sampled_from([None, "Post"]),
)
PUTS = st.lists(st.tuples(REPORTS, st.sampled_from(["rules 1", "rules 2"]), st.integers(0, 3)), max_size=8)


class Model:
    """Versions of reports, each with its claims and episodes."""

    def __init__(self) -> None:
        self.versions: dict[str, list[tuple[Kept, list[Claim], list[Episode]]]] = {}

    def put(self, new: Kept, claims: list[Claim], episodes: list[Episode]) -> str:
        mine = self.versions.setdefault(new.report.id, [])
        result = "changed" if mine else "new"
        if mine and mine[-1][0].report == new.report:
            if mine[-1][0].coder == new.coder:
                return "same"
            mine.pop()
        mine.append((new.model_copy(update={"version": len(mine) + 1}), claims, episodes))
        return result

    def known(self, day: date | None) -> list[tuple[Kept, list[Claim], list[Episode]]]:
        def by_then(version: tuple[Kept, list[Claim], list[Episode]]) -> bool:
            found = version[0]
            return day is None or (found.report.published or found.added.date()) <= day

        newest = (
            next(filter(by_then, reversed(self.versions[name])), None)
            for name in sorted(self.versions, key=lambda name: name.encode())
        )
        return [found for found in newest if found is not None]


def _coded(told: Report, coder: str, number: int) -> tuple[list[Claim], list[Episode]]:
    claims = [claim(told, position, coder) for position in range(number)]
    episodes = [
        episode(f"{told.id}-{one.id}", told, one, keys=(f"k{at}",)).model_copy(update={"known": None})
        for at, one in enumerate(claims)
    ]
    return claims, episodes


@given(PUTS)
@settings(max_examples=10, deadline=None)
def test_any_sequence_of_puts_leaves_what_a_plain_list_would_hold(
    stores: Stores, puts: list[tuple[Report, str, int]]
) -> None:
    address = stores.new()
    with closing(open_store(address)) as store:
        model = Model()
        for told, coder, number in puts:
            claims, episodes = _coded(told, coder, number)
            new = kept(told, coder)
            before = store.standing(told, coder)
            assert store.put(new, claims, episodes) == before == model.put(new, claims, episodes)
        for day in (None, MONDAY, MONDAY + timedelta(days=1)):
            known = model.known(day)
            assert list(store.reports(day)) == [version for version, _, _ in known]
            assert list(store.claims(as_of=day)) == [one for _, claims, _ in known for one in claims]
        for name, mine in model.versions.items():
            assert store.versions(name) == tuple(version for version, _, _ in mine)
            for version, claims, _ in mine:
                assert list(store.claims(report_id=name, version=version.version)) == claims
        told_now = (one for _, _, episodes in model.known(None) for one in episodes)
        held = sorted(told_now, key=lambda one: one.id.encode())
        assert store.episodes() == tuple(held)
        assert store.neighbours(["k1", "k2"]) == tuple(one for one in held if {"k1", "k2"} & set(one.keys))
        assert store.pending() == tuple(sorted(model.versions, key=lambda name: name.encode()))
        assert [finding for finding in store.check() if "reconciled" not in finding] == []
    stores.drop(address)
