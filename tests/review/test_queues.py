from __future__ import annotations

from review.claims import TEXT, claim, edit, ruling

from warmonitor import review
from warmonitor.records import Incident, Reading, Ruling
from warmonitor.review import Hand


def queues(*made: Ruling, hand: Hand = "reviewer", hide: bool = True, confidence: float = 0.9) -> list[str]:
    coded = claim().model_copy(update={"confidence": confidence})
    return [name for name, _ in review.pressing(review.state_of(coded, made).stand, hand, hide)]


def test_what_nobody_saw_is_new_and_what_is_unsure_is_flagged() -> None:
    assert queues() == ["new"]
    assert queues(confidence=0.2) == ["new", "low_confidence"]
    assert queues(ruling("a", "unsure")) == ["flagged"]
    assert queues(ruling("a", "accept", role="reviewer")) == []


def test_a_reviewer_looks_at_what_a_coder_decided() -> None:
    assert queues(ruling("a", "accept"), hand="coder") == []
    assert queues(ruling("a", "accept"), hand="reviewer") == ["new"]
    assert queues(ruling("a", "reject"), ruling("b", "accept", role="reviewer")) == ["flagged"]


def test_what_both_agree_on_can_be_hidden() -> None:
    both = (ruling("a", "accept"), ruling("b", "accept", role="reviewer"))
    assert queues(*both, hide=True) == []
    assert queues(*both, hide=False) == ["new"]


def test_a_changed_text_reopens() -> None:
    assert queues(edit("a", "tolls.0.best", 8, report_sha256="older")) == ["changed"]


def test_rulings_find_the_claim_again_in_a_corrected_text() -> None:
    corrected = f"CORRECTED. {TEXT.replace('nine', 'ten')}"
    new = claim("n1", TEXT).model_copy(
        update={"id": "n1", "evidence": claim().evidence.model_copy(
            update={"start": 37, "end": 72, "text": "shelling killed ten people in Ariha"})}
    )  # fmt: skip
    assert corrected[37:72] == new.evidence.text
    other = new.model_copy(update={"id": "n2", "event_type": "protest"})
    made = [ruling("a", "accept"), ruling("u", "undo", undoes="a", claim=None), ruling("b", "reject", claim="gone")]
    assert review.carry([claim()], [other, new], made) == {"n1": tuple(made[:2])}


def test_others_are_heard_since_one_looked() -> None:
    made = [ruling("a", "accept"), ruling("b", "reject", by="Sami"), ruling("c", "accept", by="Sami")]
    assert review.since(made, "a", "Rana") == tuple(made[1:])
    assert review.since(made, "c", "Rana") == ()
    assert review.since(made, None, "Sami") == (made[0],)
    assert review.since(made, "of another claim", "Rana") == tuple(made[1:])


def test_a_contested_incident_waits_until_somebody_settles_it() -> None:
    reading = Reading(field="killed", standing="contested")
    incident = Incident(
        id="i1", event_type="shelling", status="disputed", claims=("c1",), reports=("r1",), prominence=1,
        readings=(reading,),
    )  # fmt: skip
    assert list(review.unsettled(incident, ())) == [("contested", "accounts differ on killed")]
    accepted = ruling("a", "accept", claim=None, incident="i1")
    assert list(review.unsettled(incident, [accepted])) == []
    undone = ruling("b", "undo", claim=None, incident="i1", undoes="a")
    assert [name for name, _ in review.unsettled(incident, [accepted, undone])] == ["contested"]


def test_joins_and_splits_stand_until_they_are_taken_back() -> None:
    joined = ruling("a", "merge", claim=None, incident="i1", others=("i2", "i3"))
    parted = ruling("b", "split", claim=None, incident="i1", others=("c4",))
    found = review.bonds([joined, parted])
    assert (found.joined, found.parted) == ((("i1", "i2", "i3"),), (("i1", ("c4",)),))
    assert review.bonds([joined, ruling("c", "undo", claim=None, undoes="a")]).joined == ()
