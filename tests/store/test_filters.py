"""What a filter asks for, it gets: of incidents and of claims."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from store.conftest import Stores
from store.telling import ADEN, FIJI, MONDAY, SARMIN, claim, incident, kept, report
from warmonitor.records import Account, Claimant, Filter, Party, Place
from warmonitor.store import Change, Store, open_store

ARMY = Party(name="Syrian Arab Army", kind="state_force", country="SYR")
REBELS = Party(name="Faylaq al-Šām", kind="rebel")
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture(scope="module")
def told(stores: Stores) -> Iterator[Store]:
    """Three happenings: at Sarmin on Monday, at Aden from Monday to Wednesday, in Fiji on an unknown day."""
    address = stores.new()
    store = open_store(address)
    _tell(store)
    yield store
    store.close()
    stores.drop(address)


def _tell(store: Store) -> None:
    reports = (
        report("r1", "Shells killed four pupils, the col\u00f3nel said.", outlet="Evening Post"),
        report("r2", "Rebels and the army fought; a killing of pupils is denied.", outlet="Aden News"),
        report("r3", "Ships were seen near Lau.", outlet=None),
    )
    council = Claimant(name="Rebel council", kind="armed_group")
    claims = (
        claim(reports[0], place=SARMIN, agents=(ARMY,)),
        claim(reports[1], place=ADEN, event_type="battle", agents=(REBELS,), targets=(ARMY,), claimant=council),
        claim(reports[2], place=FIJI, event_type="deployment", day=None),
    )
    for one, found in zip(reports, claims, strict=True):
        store.put(kept(one), [found])
    account = Account(side="rebels", claimants=("Rebel council", "narrator"), says="occurred")
    store.settle(
        ["r1", "r2", "r3"],
        Change(
            (
                incident("i1", claims[0], agents=(ARMY,)),
                incident(
                    "i2", claims[1], place=ADEN, end=MONDAY + timedelta(days=2), event_type="battle",
                    status="disputed", agents=(REBELS,), targets=(ARMY,), accounts=(account,),
                ),
                incident("i3", claims[2], place=FIJI, start=None, end=None, event_type="deployment"),
            ),
            (),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (Filter(), "123"),
        (Filter(place="sarmin"), "1"),
        (Filter(place="geonames:2"), "2"),
        (Filter(place="Idlib"), "1"),
        (Filter(place="YEM"), "2"),
        (Filter(place="Yemen"), "2"),
        (Filter(place="geonames:163843"), "1"),
        (Filter(place="Idlib Province"), "1"),
        (Filter(place="geonames:SY.12"), "1"),
        (Filter(place="Sar"), ""),
        (Filter(place="  "), ""),
        (Filter(actor="arab army"), "12"),
        (Filter(actor="ARAB"), "12"),
        (Filter(actor="faylaq al sam"), "2"),
        (Filter(actor="Ar"), ""),
        (Filter(source="evening post"), "1"),
        (Filter(source="Post"), "1"),
        (Filter(source="rebel council"), "2"),
        (Filter(source="News"), "2"),
        (Filter(since=TUESDAY), "2"),
        (Filter(until=MONDAY), "12"),
        (Filter(until=MONDAY - timedelta(days=1)), ""),
        (Filter(dated=False), "3"),
        (Filter(dated=True), "12"),
        (Filter(types=("battle", "deployment")), "23"),
        (Filter(status=("disputed",)), "2"),
        (Filter(text="killed Pupils"), "1"),
        (Filter(text="pupils"), "12"),
        (Filter(text="pupils ships"), ""),
        (Filter(text="COLONEL"), "1"),
        (Filter(text="..."), ""),
        (Filter(text="don't 'quote\" OR * NEAR("), ""),
        (Filter(box=(36, 35, 37, 36)), "1"),
        (Filter(box=(36.73, 35.9, 36.73, 35.9)), "1"),
        (Filter(box=(-180, -90, 180, 90)), "123"),
        (Filter(box=(170, -30, -170, 0)), "3"),
        (Filter(box=(36, 10, 46, 36), since=TUESDAY), "2"),
        (Filter(box=(-180, -90, 180, 90), until=MONDAY), "12"),
        (Filter(placed=False), ""),
        (Filter(placed=True, types=("shelling",), actor="army", text="shells", source="post"), "1"),
    ],
)
def test_incidents_and_claims_are_found_by(told: Store, where: Filter, found: str) -> None:
    assert {name.id for name in told.incidents(where)} == {f"i{number}" for number in found}
    assert told.count(where) == len(found)
    assert set(told.incident_ids(where)) == {f"i{number}" for number in found}
    if where.since is None:  # the claim of the battle names its first day only
        assert {claim.report_id for claim in told.claims(where=where)} == {f"r{number}" for number in found}


def test_a_place_without_coordinates_is_found_by_its_name_and_as_unplaced(store: Store) -> None:
    village = Place(name="Tell ash-Shor", precision="town")
    one = report()
    found = claim(one, place=village)
    store.put(kept(one), [found])
    store.settle(["r1"], Change((incident("i1", found, place=village),), ()))
    for where in (Filter(place="tell ash shor"), Filter(placed=False)):
        assert store.count(where) == 1
        assert list(store.claims(where=where)) == [found]
    assert store.count(Filter(placed=True)) == 0


def test_claims_are_found_by_id_report_and_filter_together(told: Store) -> None:
    every = list(told.claims())
    assert [found.report_id for found in every] == ["r1", "r2", "r3"]
    assert list(told.claims(ids=[every[2].id, every[0].id, "none"])) == [every[0], every[2]]
    assert list(told.claims(ids=(found.id for found in every), where=Filter(types=("battle",)))) == [every[1]]
    assert list(told.claims(ids=[])) == []
    assert list(told.claims(report_id="r2")) == [every[1]]
    assert list(told.claims(report_id="r2", version=2)) == []


def test_claims_come_by_report_and_position(store: Store) -> None:
    for name in ("b", "a", "B"):
        one = report(name)
        store.put(kept(one), [claim(one, position) for position in (0, 1, 2)])
    found = [(one.report_id, one.id[-1]) for one in store.claims()]
    assert found == [(name, str(position)) for name in ("B", "a", "b") for position in (0, 1, 2)]
