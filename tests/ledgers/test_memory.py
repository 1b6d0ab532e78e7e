"""With a memory of the last time only what has changed is worked out, and the ledger is the same."""

from __future__ import annotations

import pytest

from ledgers.said import ARMY, ASKA, BORG, REBELS, VILLAGERS, incident, said, toll
from warmonitor.ledgers import ROWS, Kind, Line, Memory, Origin, Record, draw_up
from warmonitor.ledgers.briefs import Briefing

SHELLED = said("shelling", 0, report="r1", target=VILLAGERS, place=ASKA, toll=toll(5))
TAKEN = said("territory_gain", 50, "War Watch", report="r1", agent=ARMY, target=REBELS, place=ASKA)
BOMBED = said("bombing", 0, "State TV", report="r2", target=VILLAGERS, place=BORG, toll=toll(2))
HELD = said("territory_status", 50, "rebels", report="r2", agent=REBELS, place=BORG)
MORE = said("bombing", 0, "State TV", report="r2", target=VILLAGERS, place=BORG, toll=toll(3))
KINDS: tuple[Kind, ...] = ("tolls", "control", "sources")


def record() -> Record:
    found = Record()
    found.put([SHELLED, TAKEN, BOMBED, HELD])
    found.put_incidents([incident(SHELLED, name="i1"), incident(BOMBED, name="i2")])
    found.put_origins([Origin("r1"), Origin("r2")])
    return found


def lines(kind: Kind, of: Record, known: Memory, memory: Memory) -> list[Line]:
    return draw_up(kind, of.known((), lambda _: None, None, known), "independent", memory)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_change_does_not_touch_is_left_as_it_is(kind: Kind) -> None:
    mine, known, memory = record(), Memory(), Memory()
    first = lines(kind, mine, known, memory)
    mine.put([MORE, HELD], ["r2"])
    again = lines(kind, mine, known, memory)
    anew = lines(kind, mine, Memory(), Memory())
    assert [line.row for line in again] == [line.row for line in anew]
    assert [line.facets for line in again] == [line.facets for line in anew]
    kept = {id(line) for line in first} & {id(line) for line in again}
    assert 0 < len(kept) < len(again)


@pytest.mark.parametrize("kind", ROWS)
def test_nothing_is_made_again_of_the_same_record(kind: Kind) -> None:
    mine, known, memory = record(), Memory(), Memory()
    first = lines(kind, mine, known, memory)
    again = lines(kind, mine, known, memory)
    assert [line.row for line in first] == [line.row for line in again]
    if kind in KINDS:
        assert all(one is other for one, other in zip(first, again, strict=True))


def test_a_memory_forgets_what_is_not_asked_for() -> None:
    memory = Memory()
    made: list[list[int]] = [memory.of("a", list, (1,))]
    memory.begin()
    made.append(memory.of("a", list, (1,)))
    memory.begin()
    memory.begin()
    made.append(memory.of("a", list, (1,)))
    assert made[0] is made[1] is not made[2]
    memory.begin()
    assert memory.of("a", list, (2,)) == [2]


def test_a_claim_and_its_json_are_one_brief() -> None:
    briefing = Briefing()
    told = said("shelling", 0, words="Half a \ud83d and a whole \U0001f4a3", target=VILLAGERS, place=ASKA, toll=toll(5))
    brief, written = briefing.claim(told), briefing.claim(SHELLED.model_dump_json())
    assert brief.words == told.evidence.text
    assert (brief.places[0], brief.tolls[0], brief.targets) == (ASKA, told.tolls[0], (VILLAGERS,))
    assert (written.id, written.said, written.time) == (SHELLED.id, briefing.claim(SHELLED).said, brief.time)
    assert brief.places[0] is written.places[0]
