"""How the desk answers while people work at it: 100,000 incidents, 8 readers and 2 reviewers at once.

    python benchmarks/desk.py war.db
    python benchmarks/desk.py postgresql://user@host/name --seconds 60

The store is filled with the made-up war of benchmarks/store.py if it is empty. Readers open the overview under filters,
pan the map, open incidents and reports; reviewers take decisions from the queues and rule. Everybody pauses between two
clicks. Prints median and 99th percentile of each page in milliseconds, the errors, and whether every ruling that was
confirmed is in the store.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
from argon2 import PasswordHasher

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a script, only its own folder is known

from benchmarks.store import START, TOWNS, TYPES, fill
from warmonitor.store import open_store
from warmonitor.web import Accounts

PASSWORD = "a few words to enter"
TOKEN = re.compile(r'<meta name="csrf" content="([0-9a-f]+)">')
HERE = re.compile(r'data-(claim|incident|seen|next)="([^"]*)"')
ADDRESS = re.compile(r"http://[^ ]+")
FIRST_DAY, LAST_DAY = START.year, START.year + 3


class Person:
    """Somebody with a browser: what they asked for, how long it took, what failed."""

    def __init__(self, address: str, name: str, pause: float, seed: int) -> None:
        self.client = httpx.Client(base_url=address, timeout=120)
        entered = self.client.post("/login", data={"name": name, "password": PASSWORD})
        assert entered.has_redirect_location, entered.text
        self.name, self.pause, self.chance = name, pause, random.Random(seed)
        self.took: dict[str, list[float]] = defaultdict(list)
        self.errors: list[str] = []
        self.ruled: list[str] = []

    def ask(self, page: str, address: str, **given: object) -> str:
        """Opens an address after a pause; the text of the answer."""
        time.sleep(self.chance.uniform(0, 2 * self.pause))
        begun = time.perf_counter()
        try:
            method = "POST" if given else "GET"
            answer = self.client.request(method, address, **given)  # type: ignore[arg-type]
        except httpx.HTTPError as error:
            self.errors.append(f"{page}: {error!r}")
            return ""
        self.took[page].append((time.perf_counter() - begun) * 1000)
        if answer.status_code not in (200, 201):
            self.errors.append(f"{page}: {answer.status_code} {answer.text[:200]}")
        return answer.text


def filtered(chance: random.Random) -> str:
    """A filter as people use it: mostly a period, a type, a place, or nothing."""
    year = chance.randint(FIRST_DAY, LAST_DAY)
    return chance.choice((
        "", f"since={year}-03-01&until={year}-05-31", f"type={chance.choice(TYPES)}", "status=disputed",
        f"place=Town+{chance.randrange(TOWNS)}", f"place=Province+{chance.randrange(14)}", "actor=river+front",
    ))  # fmt: skip


def window(chance: random.Random) -> str:
    """A part of the map, from the whole land to a few towns, with its zoom."""
    width = chance.choice((12, 4, 1, 0.3))
    west, south = chance.uniform(34, 40), chance.uniform(31, 36)
    return f"box={west:.3f},{south:.3f},{west + width:.3f},{south + width * 0.7:.3f}&zoom={chance.choice((4, 6, 8, 9))}"


def read(person: Person, until: float) -> None:
    """A reader's day."""
    chance = person.chance
    while time.monotonic() < until:
        asked = filtered(chance)
        person.ask("overview", f"/?{asked}")
        person.ask("timeline", f"/api/timeline?{asked}")
        for _ in range(4):
            person.ask("map window", f"/api/points?{asked}&{window(chance)}")
        table = person.ask("table", f"/part/incidents?{asked}&{window(chance)}")
        names = re.findall(r'data-id="([^"]+)"', table)
        for name in names[:2]:
            page = person.ask("incident", f"/incidents/{name}")
            told = re.search(r'href="(/reports/[^"#]+)', page)
            if told:
                person.ask("report", told[1].replace("&amp;", "&"))


def review(person: Person, until: float) -> None:
    """A reviewer's day."""
    token = TOKEN.search(person.client.get("/").text)
    headers = {"X-CSRF-Token": token[1] if token else ""}
    queue = person.chance.choice(("new", "contested"))
    step = f"queue={queue}&at={person.chance.randrange(200)}"
    while time.monotonic() < until:
        shown = person.ask("decision", f"/part/decision?{step}")
        found = dict(HERE.findall(shown.partition('id="decision"')[2].partition(">")[0]))
        on = {name: found[name] for name in ("claim", "incident") if found.get(name)}
        if on:
            action = person.chance.choice(("accept", "accept", "reject", "unsure"))
            body = {"action": action, "seen": found.get("seen") or None, **on}
            made = person.ask("ruling", "/api/rulings", json=body, headers=headers)
            name = re.search(r'"id":"([^"]+)"', made)
            if name:
                person.ruled.append(name[1])
        step = found.get("next", "").replace("&amp;", "&") or f"queue={queue}&at=0"


@contextmanager
def serving(store: str, users: Path) -> Iterator[str]:
    """A desk in a process of its own; its address."""
    program = Path(sys.executable).with_name("warmonitor")
    call = [str(program), "serve", "--store", store, "--port", "0", "--auth", "--users", str(users)]
    with subprocess.Popen(call, stderr=subprocess.PIPE, text=True) as process:
        try:
            for line in process.stderr or ():
                found = ADDRESS.search(line)
                if found:
                    threading.Thread(target=lambda: [*(process.stderr or ())], daemon=True).start()
                    yield found[0].rstrip("/")
                    break
        finally:
            process.terminate()


def main() -> int:
    """What the command line asks for; 1 if anything failed or was lost."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("store")
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--reviewers", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=0.5, help="mean seconds between two clicks of one person")
    given = parser.parse_args()
    with closing(open_store(given.store)) as store:
        store.migrate()
        if not store.counts().incidents:
            fill(store, given.incidents)
        print(store.counts())
    with tempfile.TemporaryDirectory() as folder:
        people = Path(folder) / "people.sqlite"
        accounts = Accounts(people, PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1))
        names = [*(f"reader {n}" for n in range(given.readers)), *(f"reviewer {n}" for n in range(given.reviewers))]
        for name in names:
            accounts.add(name, "reader" if name.startswith("reader") else "reviewer", PASSWORD)
        with serving(given.store, people) as address:
            at_work = [Person(address, name, given.pause, seed) for seed, name in enumerate(names)]
            _work(at_work, given.seconds)
            lost = _lost(at_work)
    _print(at_work, given.seconds)
    errors = [error for person in at_work for error in person.errors]
    print(f"{len(errors)} errors", *errors[:5], sep="\n  ")
    print(f"{sum(len(person.ruled) for person in at_work)} rulings confirmed, {len(lost)} of them lost")
    return 1 if errors or lost else 0


def _work(people: list[Person], seconds: float) -> None:
    until = time.monotonic() + seconds
    days: list[tuple[Callable[[Person, float], None], Person]] = [
        (read if person.name.startswith("reader") else review, person) for person in people
    ]
    threads = [threading.Thread(target=day, args=(person, until)) for day, person in days]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _lost(people: list[Person]) -> set[str]:
    """Rulings that the desk confirmed and does not have."""
    held = {ruling["id"] for ruling in people[0].client.get("/api/rulings").json()}
    return {name for person in people for name in person.ruled} - held


def _print(people: list[Person], seconds: float) -> None:
    took: dict[str, list[float]] = defaultdict(list)
    for person in people:
        for page, times in person.took.items():
            took[page] += times
    total = sum(map(len, took.values()))
    print(f"\n{'page':12}{'asked':>8}{'median':>9}{'99 %':>9}   (ms; {total / seconds:.1f} requests a second in all)")
    for page, times in took.items():
        worst = statistics.quantiles(times, n=100)[-1] if len(times) > 1 else times[0]
        print(f"{page:12}{len(times):>8}{statistics.median(times):>9.0f}{worst:>9.0f}")


if __name__ == "__main__":
    raise SystemExit(main())
