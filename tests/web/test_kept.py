from __future__ import annotations

from threading import Event, Thread

import pytest

from warmonitor.web.kept import Kept


def test_only_the_last_answers_are_kept() -> None:
    kept: Kept[str, int] = Kept(most=2)
    read = iter(range(10))
    assert [kept.of("Ariha", lambda: next(read)) for _ in range(3)] == [0, 0, 0]
    assert kept.of("Sarmin", lambda: next(read)) == 1
    assert kept.of("Ariha", lambda: next(read)) == 0
    assert kept.of("Saraqib", lambda: next(read)) == 2
    assert kept.of("Ariha", lambda: next(read)) == 0, "what was asked for lately stays"
    assert kept.of("Sarmin", lambda: next(read)) == 3


def test_who_asks_for_what_is_being_read_waits_for_it() -> None:
    begun, go_on, read = Event(), Event(), [0]

    def reading() -> int:
        begun.set()
        go_on.wait(10)
        read[0] += 1
        return read[0]

    kept: Kept[str, int] = Kept(most=2)
    found: list[int] = []
    both = [Thread(target=lambda: found.append(kept.of("Ariha", reading))) for _ in range(2)]
    for thread in both:
        thread.start()
    begun.wait(10)
    go_on.set()
    for thread in both:
        thread.join(10)
    assert found == [1, 1]


def test_what_failed_is_read_again() -> None:
    kept: Kept[str, int] = Kept(most=2)
    with pytest.raises(ZeroDivisionError):
        kept.of("Ariha", lambda: 1 // 0)
    assert kept.of("Ariha", lambda: 1) == 1
