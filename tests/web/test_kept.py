from __future__ import annotations

from threading import Event, Thread

from warmonitor.monitor import Monitor, Point
from warmonitor.records import Filter
from warmonitor.web.asked import Asked
from warmonitor.web.cells import FEW, Spots
from warmonitor.web.kept import FRESH, OLD, Kept
from warmonitor.web.monitors import Monitors

KEY = Asked(where=Filter(place="Ariha"))


def test_an_answer_is_kept_and_read_anew_once_it_is_old(monitor: Monitor) -> None:
    now, read = [0.0], [0]

    def reading(_monitor: Monitor, _key: Asked) -> int:
        read[0] += 1
        return read[0]

    kept = Kept(Monitors(lambda: monitor), reading, most=2, clock=lambda: now[0])
    assert [kept.of(KEY, monitor) for _ in range(3)] == [1, 1, 1]
    now[0] = OLD + 1
    assert kept.of(KEY, monitor) == 2
    now[0] += FRESH / 2
    assert kept.of(KEY, monitor) == 2
    for place in ("Sarmin", "Saraqib"):
        kept.of(Asked(where=Filter(place=place)), monitor)
    assert kept.of(KEY, monitor) == 5, "only the last ones are kept"


def test_who_asks_for_what_is_being_read_waits_for_it(monitor: Monitor) -> None:
    begun, go_on, read = Event(), Event(), [0]

    def reading(_monitor: Monitor, _key: Asked) -> int:
        begun.set()
        go_on.wait(10)
        read[0] += 1
        return read[0]

    kept = Kept(Monitors(lambda: monitor), reading, most=2)
    found: list[int] = []
    both = [Thread(target=lambda: found.append(kept.of(KEY, monitor))) for _ in range(2)]
    for thread in both:
        thread.start()
    begun.wait(10)
    go_on.set()
    for thread in both:
        thread.join(10)
    assert found == [1, 1]


def point(number: int, lat: float, lon: float, disputed: bool = False) -> Point:
    status = "disputed" if disputed else "undisputed"
    return Point(f"i{number}", lat, lon, None, "town", "battle", None, None, status, None)  # type: ignore[arg-type]


def test_many_are_gathered_and_none_is_lost() -> None:
    points = [point(n, 35 + (n % 50) / 100, 36 + (n // 50) / 100, n % 5 == 0) for n in range(FEW + 500)]
    for zoom in (0, 4, 7.5, 12, 24):
        view = Spots(points).view(None, zoom)
        assert sum(cell.count for cell in view.cells) + len(view.points) == view.total == len(points)
        assert sum(cell.disputed for cell in view.cells) + sum(p.status == "disputed" for p in view.points) == 500
        for cell in view.cells:
            assert cell.west <= cell.lon <= cell.east
            assert cell.south <= cell.lat <= cell.north
            assert cell.count > 1


def test_a_window_across_the_date_line_has_both_sides() -> None:
    spots = Spots([point(1, 0, 179), point(2, 0, -179), point(3, 0, 0), point(4, 89.9, 179)])
    assert {p.id for p in spots.view((170, -10, -170, 10), 3).points} == {"i1", "i2"}
    assert Spots([]).view(None, 3).total == 0
