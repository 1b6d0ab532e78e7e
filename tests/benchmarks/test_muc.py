"""MUC-4's scoring: what its guidelines count as right, half right and wrong; and incidents written as its templates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from benchmarks.scoring.muc import days
from benchmarks.scoring.muc.comparing import Counts, compare, total
from benchmarks.scoring.muc.fills import fills
from benchmarks.scoring.muc.judging import words_credit
from benchmarks.scoring.muc.naming import is_person, location
from benchmarks.scoring.muc.tables import mapping, scoring
from benchmarks.scoring.muc.task import Gold, score
from benchmarks.scoring.muc.templates import templates
from warmonitor.records import Claim, Incident, Party, Place, Report, Span, Toll, When

Make = Callable[..., Claim]
Happen = Callable[..., Incident]

KEY = {
    "id": ["1"],
    "inc-date": ["09 MAR 90"],
    "inc-loc": ["PERU: AYACUCHO (CITY)"],
    "inc-type": ["BOMBING"],
    "inc-stage": ["ACCOMPLISHED"],
    "perp-ind-id": ['"A GROUP OF REBELS"'],
    "perp-org-id": ['"RED PATH" / "RED PATH MOVEMENT"'],
    "hum-tgt-desc": ['"TWO CLERKS"'],
    "hum-tgt-type": ['CIVILIAN: "TWO CLERKS"'],
    "hum-tgt-num": ['2: "TWO CLERKS"'],
    "hum-tgt-effect": ['DEATH: "TWO CLERKS"'],
}


def words(text: str) -> Span:
    return Span(start=0, end=len(text), text=text)


def test_a_key_is_its_own_best_answer() -> None:
    counts = compare({"r": [KEY]}, {"r": [KEY]})
    assert total(counts.values()).f1() == 100


def test_what_is_not_answered_is_missing_and_what_was_not_asked_is_spurious() -> None:
    assert total(compare({"r": [KEY]}, {}).values()).missing == 10
    assert total(compare({"r": []}, {"r": [KEY]}).values()).spurious == 10


def test_an_optional_template_is_never_missing() -> None:
    assert total(compare({"r": [KEY | {"id": ["1 (OPTIONAL)"]}]}, {}).values()) == Counts()


def test_a_part_counts_half() -> None:
    answer = KEY | {"inc-loc": ["PERU"], "inc-type": ["ATTACK"], "hum-tgt-num": ['2: "GUARDS"']}
    counts = compare({"r": [KEY]}, {"r": [answer]})
    assert [counts[slot].partial for slot in ("inc-loc", "inc-type", "hum-tgt-num")] == [1, 1, 1]


@pytest.mark.parametrize(
    ("response", "keys", "credit"),
    [
        ("09 MAR 90", ["09 MAR 90"], 1.0),
        ("08 MAR 90", ["09 MAR 90"], 1.0),  # one wrong digit: the program of 1992 let it pass
        ("25 FEB 90", ["09 MAR 90"], 0.0),
        ("09 MAR 90", ["07 MAR 90 - 11 MAR 90"], 0.5),
        ("- 09 MAR 90", ["07 MAR 90 - 09 MAR 90"], 0.5),
        ("05 MAR 90", ["- 11 MAR 90"], 0.5),
        ("nonsense", ["09 MAR 90"], 0.0),
    ],
)
def test_days(response: str, keys: list[str], credit: float) -> None:
    assert days.credit(response, keys) == credit


@pytest.mark.parametrize(
    ("slot", "response", "key", "credit"),
    [
        ("perp-org-id", "THE RED PATH", "RED PATH", 1.0),
        ("hum-tgt-name", "OMAR PAZ", "PAZ", 1.0),
        ("hum-tgt-name", "PAZ", "OMAR PAZ", 0.5),
        ("perp-ind-id", "REBELS", "TERRORISTS", 0.5),
        ("phys-tgt-id", "A BRIDGE", "RAILWAY", 0.0),
    ],
)
def test_words(slot: str, response: str, key: str, credit: float) -> None:
    assert words_credit(slot, response, [key]) == credit


def test_fills_as_the_keys_write_them() -> None:
    (one,) = fills({"hum-tgt-effect": ['? DEATH: "CLERK" / "OMAR PAZ"']}, "hum-tgt-effect")
    assert (one.optional, one.values, one.tags) == (True, ("DEATH",), ("CLERK", "OMAR PAZ"))
    assert fills({"perp-org-id": ["-"]}, "perp-org-id") == []


def test_places_from_wide_to_narrow() -> None:
    town = Place(name="Ayacucho", country="PER", precision="town")
    region = Place(name="Ayacucho Department", country="PER", precision="province")
    assert location([town, region], {}) == "PERU: AYACUCHO (DEPARTMENT): AYACUCHO (CITY)"
    assert location([], {}) == "-"


def test_whose_name_is_a_persons() -> None:
    assert is_person("Omar Paz")
    assert not is_person("Red Path Movement")
    assert not is_person("the mayor")


def told(claim: Make, **fields: Any) -> Claim:
    usual: dict[str, Any] = {
        "evidence": words("a bomb killed two clerks"),
        "trigger": words("bomb"),
        "agents": (Party(name="Red Path", kind="rebel", as_written=words("Red Path")),),
        "targets": (Party(name="clerks", kind="civilians", as_written=words("clerks")),),
        "places": (Place(name="Ayacucho", country="PER", precision="town"),),
        "time": When(start=date(1990, 3, 9), end=date(1990, 3, 9), precision="day", as_written=words("yesterday")),
        "tolls": (Toll(kind="killed", low=2, high=2, best=2, group="clerks", as_written=words("two clerks")),),
    }
    return claim("bombing", **{**usual, **fields})


REPORT = Report(id="r", text="A Red Path bomb killed two clerks yesterday.", published=date(1990, 3, 10))


def test_an_incident_as_a_template(claim: Make, incident: Happen) -> None:
    happened = incident("bombing", start=date(1990, 3, 9), claims=("c0",))
    (made,) = templates([happened], [told(claim)], [REPORT], {})["r"]
    assert made["inc-date"] == ["09 MAR 90"]
    assert made["inc-loc"] == ["PERU: AYACUCHO (CITY)"]
    assert made["perp-org-id"] == ['"RED PATH"']
    assert made["perp-org-conf"] == ['REPORTED AS FACT: "RED PATH"']
    assert made["hum-tgt-num"] == ['2: "CLERKS"']
    assert made["hum-tgt-effect"] == ['DEATH: "CLERKS"']
    gold = Gold(report_id="r", templates=[{"MESSAGE: ID": "r", "INCIDENT: TYPE": ["BOMBING"], **made}])
    assert score([gold], [told(claim)], [happened], [REPORT], {}).headline == 100


def test_what_did_not_happen_is_no_template(claim: Make, incident: Happen) -> None:
    happened = incident("bombing", start=date(1990, 3, 9), claims=("c0",))
    assert templates([happened], [told(claim, negated=True)], [REPORT], {})["r"] == []


def test_old_incidents_are_no_news(claim: Make, incident: Happen) -> None:
    happened = incident("bombing", start=date(1989, 3, 9), claims=("c0",))
    assert templates([happened], [told(claim)], [REPORT], {})["r"] == []


def test_tables_name_known_slots_only() -> None:
    known = set(scoring().slots)
    assert {slot for group in scoring().groups.values() for slot in group} <= known
    assert set(scoring().content) <= known
    assert set(mapping().one_fill) <= known


def test_a_pronoun_is_called_by_its_party(claim: Make, incident: Happen) -> None:
    happened = incident("bombing", start=date(1990, 3, 9), claims=("c0",))
    they = Party(name="Red Path", kind="rebel", as_written=words("they"))
    (made,) = templates([happened], [told(claim, agents=(they,))], [REPORT], {})["r"]
    assert made["perp-org-id"] == ['"RED PATH"']


def test_guerrilla_war_is_no_template_unless_civilians_are_hurt(claim: Make, incident: Happen) -> None:
    clash = incident("battle", start=date(1990, 3, 9), claims=("c0",))
    army = Party(name="Army of Peru", kind="state_force", as_written=words("soldiers"))
    fought = told(claim, targets=(army,), tolls=()).model_copy(update={"event_type": "battle"})
    assert templates([clash], [fought], [REPORT], {})["r"] == []
    civil = Toll(kind="killed", low=2, high=2, best=2, group="civilians", as_written=words("two civilians"))
    assert len(templates([clash], [fought.model_copy(update={"tolls": (civil,)})], [REPORT], {})["r"]) == 1


def test_a_town_abroad_gives_way_to_the_country_of_who_was_hit() -> None:
    party = Party(name="clerks", kind="civilians", country="PER")
    assert location([Place(name="Toledo", country="ESP", precision="town")], {}, [party]) == "PERU"


def test_the_one_group_that_a_report_names_is_the_organization_where_none_is_said(
    claim: Make, incident: Happen
) -> None:
    happened = incident("bombing", start=date(1990, 3, 9), claims=("c0",))
    gunmen = Party(name="gunmen", kind="unknown", as_written=words("gunmen"))
    elsewhere = claim("statement", agents=(Party(name="Red Path", kind="rebel"),)).model_copy(update={"id": "c9"})
    (made,) = templates([happened], [told(claim, agents=(gunmen,)), elsewhere], [REPORT], {})["r"]
    assert made["perp-ind-id"] == ['"GUNMEN"']
    assert made["perp-org-id"] == ['"RED PATH"']


def test_nobody_was_hurt(claim: Make, incident: Happen) -> None:
    happened = incident("bombing", start=date(1990, 3, 9), claims=("c0", "c8"))
    none = claim("casualty_report", negated=True).model_copy(update={"id": "c8"})
    (made,) = templates([happened], [told(claim, tolls=()), none], [REPORT], {})["r"]
    assert made["hum-tgt-effect"] == ['NO INJURY OR DEATH: "-"']
