"""Scorers of documents: the gold as prediction is worth 100, nothing predicted is worth nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from benchmarks.scoring import airwars, control, displacement, fakes, subevents
from benchmarks.scoring.airwars_fused import fused
from warmonitor.records import Acled, Claim, Claimant, Count, Incident, Party, Place, Toll, When

Make = Callable[..., Claim]
Name = Callable[..., Party]
Where = Callable[..., Place]
Number = Callable[..., Toll]

MARKET = fakes.Gold(
    report_id="r",
    tolls=(7.0, 2.0),
    no_toll=False,
    location="Deir ez-Zor",
    actor_sides=frozenset({"regime"}),
    types=frozenset({"air_strike"}),
)
CONVOY = airwars.GoldIncident(
    code="X1",
    date=date(2021, 3, 4),
    place="Al-Bab, Aleppo",
    lat=36.37,
    lon=37.51,
    killed=(3, 5),
    injured=(None, None),
    belligerent="Turkish Military",
    strike="Artillery",
)
VILLAGE = control.Gold(
    report_id="r",
    holder="ukraine",
    date=(date(2022, 9, 10), date(2022, 9, 11)),
    claimed=False,
    contested=True,
)
SHELTER = displacement.Gold(report_id="r", quantity=300, unit="Households", location="Mopti", term="fled")


def test_the_main_incident_of_an_article(
    claim: Make, incident: Callable[..., Incident], party: Name, place: Where, toll: Number
) -> None:
    told = claim("air_strike", tolls=[toll("killed", 9)], agents=[party("Syrian army")], places=[place("Deir Ezzor")])
    main = incident(
        "air_strike", killed=Count(best=9), agents=[party("Syrian army")], place=place("Deir Ezzour")
    )  # civilians and fighters together
    assert set(fakes.score([MARKET], [told], [main]).figures.values()) == {100.0}


def test_an_article_of_which_nothing_was_coded() -> None:
    assert set(fakes.score([MARKET], [], []).figures.values()) == {0.0}


def test_the_most_prominent_incident_of_a_text(incident: Callable[..., Incident], party: Name, place: Where) -> None:
    found = incident(
        "shelling",
        start=date(2021, 3, 3),
        place=place("al-Bab", 36.40, 37.50),
        killed=Count(low=4, best=4),
        agents=[party("Turkey")],
    )
    gold = airwars.Gold(report_id="r", incidents=(CONVOY,))
    assert set(airwars.score([gold], [], [found]).figures.values()) == {100.0}
    assert airwars.score([gold], [], []).headline == 0.0


def test_a_text_of_two_incidents_is_about_the_nearer_one(incident: Callable[..., Incident], party: Name) -> None:
    other = CONVOY.model_copy(update={"code": "X2", "belligerent": "Israeli Military"})
    found = incident("shelling", agents=[party("Israeli jets")])
    gold = airwars.Gold(report_id="r", incidents=(CONVOY, other))
    assert airwars.score([gold], [], [found]).figures["belligerent"] == 100.0


def test_two_texts_of_one_incident(incident: Callable[..., Incident]) -> None:
    golds = [airwars.Gold(report_id=name, incidents=(CONVOY,)) for name in ("r", "s")]
    joined = incident("shelling", killed=Count(low=3, high=5), reports=("r", "s"))
    assert set(fused(golds, [joined]).values()) == {100.0}
    apart = [incident("shelling", id=name, reports=(name,)) for name in ("r", "s")]
    assert fused(golds, apart)["fused: one incident, not several"] == 0.0


def test_an_open_range_is_read_as_its_printed_number() -> None:
    assert airwars.overlap((3, None), Count(low=3, best=3))
    assert not airwars.overlap((3, None), Count(low=4, best=4))
    assert airwars.overlap((0, 0), None)


def test_who_holds_a_town(claim: Make, party: Name) -> None:
    day = When(start=date(2022, 9, 11), end=date(2022, 9, 11), precision="day")
    gain = claim("territory_gain", agents=[party("Ukrainian forces")], time=day)
    clash = claim("battle", 40)
    assert control.score([VILLAGE], [gain, clash]).headline == 100.0
    assert control.score([VILLAGE], [gain]).headline == 0.0  # it is contested
    assert control.score([VILLAGE], []).headline == 0.0


def test_what_an_official_says_after_the_transfer_is_claimed(claim: Make, party: Name) -> None:
    gain = claim("territory_gain", agents=[party("Russian troops")])
    said = claim("statement", 40, claimant=Claimant(name="the mayor", kind="official"))
    gold = VILLAGE.model_copy(update={"holder": "russia", "date": None, "claimed": True, "contested": False})
    assert control.score([gold], [gain, said]).headline == 100.0


def test_people_who_fled(claim: Make, place: Where, toll: Number) -> None:
    trigger = {"start": 0, "end": 4, "text": "fled"}
    told = claim(
        "displacement", trigger=trigger, tolls=[toll("displaced", 300, "300 families")], places=[place("Mopti")]
    )
    assert set(displacement.score([SHELTER], [told]).figures.values()) == {100.0}
    assert set(displacement.score([SHELTER], []).figures.values()) == {0.0}


def test_a_sub_event_is_the_claims_own_or_of_its_type(claim: Make, party: Name) -> None:
    taken = claim("territory_gain", agents=[party("militants", "jihadist")])
    assert subevents.label(taken) == "NON_STATE_ACTOR_OVERTAKES_TER"
    named = claim("protest", acled=Acled(event_type="Protests", sub_event_type="Peaceful protest"))
    assert subevents.label(named) == "PEACE_PROTEST"
    golds = [subevents.Gold(report_id="r", label="PEACE_PROTEST")]
    assert set(subevents.score(golds, [named]).figures.values()) == {100.0}
    assert subevents.score(golds, []).headline == 0.0
