from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from warmonitor.gazetteer import Gazetteer, packs
from warmonitor.gazetteer.entries import Entry, read, written
from warmonitor.gazetteer.sieve import Sieve

SEEN = Sieve()


@given(st.text(max_size=30))
def test_what_was_added_passes(key: str) -> None:
    SEEN.add(key)
    assert SEEN.passes(key)
    assert Sieve(bytes(SEEN.bits)).passes(key)


def test_an_empty_sieve_lets_nothing_pass() -> None:
    assert not Sieve().passes("homs")


def test_names_of_a_pack_pass_once_it_is_there(small: Path, dump: Path) -> None:
    with Gazetteer(small) as before:
        packs.add(small, dump)
        assert before.named("Sarjah") == ()
    with Gazetteer(small) as after:
        assert [e.name for e in after.named("Sarjah")] == ["Sarjah"]


text = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
point = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(text, text, st.none() | text, point, st.none() | st.floats(0, 1e4), st.lists(point, max_size=3))
def test_an_entry_is_read_as_it_was_written(
    number: str, name: str, region: str | None, at: tuple[float, float], reach: float | None,
    course: list[tuple[float, float]],
) -> None:  # fmt: skip
    entry = Entry(number, name, "SYR", region, *at, "PPL", 12, reach, tuple(course))
    assert read(written(entry)) == entry
