"""Erasing words for good: of a report, of a person, of a ruling. Ids, codes and the fact of erasure stay."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from pydantic import JsonValue
from sqlalchemy import Connection, delete, insert, select, update

from warmonitor.errors import StoreError
from warmonitor.records import Claim, Episode, Incident, Kept, Record, Ruling, Tombstone
from warmonitor.store import drawn
from warmonitor.store.asking import incidents_with
from warmonitor.store.blanking import SHORTEST, Blank, Place, filled, name_blanked, said_in, spans_in, values
from warmonitor.store.dialect import Dialect
from warmonitor.store.keeping import keep_keys
from warmonitor.store.people import following
from warmonitor.store.schema import (
    bands,
    claim_keys,
    claims,
    documents,
    episode_keys,
    episodes,
    rulings,
    tombstones,
)
from warmonitor.store.settling import forget, write
from warmonitor.store.texts import to_record, to_text
from warmonitor.store.wording import beginnings, key, words

Concerned = Callable[[Ruling], bool]
R = TypeVar("R", bound=Record)
TABLES = (
    "documents", "claims", "claim_keys", "claim_words", "episodes", "episode_keys", "incident_records", "incident_keys",
    "bands", "rulings", "ledger_lines",
)  # fmt: skip


@dataclass(frozen=True)
class Going:
    """What goes: from the text of a report, from what was coded of it, and as single folded words from gists."""

    text: Blank
    rest: Blank
    lost: frozenset[str] = frozenset()


def erase(connection: Connection, dialect: Dialect, tombstone: Tombstone) -> int:
    """Erases what the tombstone names, and sets it; how many rows have changed."""
    name = tombstone.id
    if tombstone.kind == "person":
        tombstone = _unnamed(connection, tombstone)
    drawn.forget(connection)
    number = following(connection, tombstones.c.number)
    connection.execute(insert(tombstones).values(number=number, open=True, record=to_text(tombstone)))
    match tombstone.kind:
        case "report":
            rows = _report(connection, dialect, name, tombstone)
        case "person":
            rows = _person(connection, dialect, name, tombstone)
        case "ruling":
            rows = _rulings(connection, lambda ruling: ruling.id == name, filled)
    if not rows:
        raise StoreError(
            f"The store has no {tombstone.kind} {name!r}, so nothing is erased. Look at how it is written."
        )
    connection.execute(update(tombstones).where(tombstones.c.number == number).values(open=False))
    return rows


def _unnamed(connection: Connection, tombstone: Tombstone) -> Tombstone:
    """The stone must not say what it is there to forget."""
    persons = [to_record(Tombstone, record).kind for record in connection.scalars(select(tombstones.c.record))]
    why = name_blanked(tombstone.id, last_alone=True)(tombstone.why)
    return tombstone.model_copy(update={"id": f"person-{persons.count('person') + 1}", "why": why})


def _report(connection: Connection, dialect: Dialect, report_id: str, tombstone: Tombstone) -> int:
    """All versions of a report; what stood in no other report goes from its incidents as well."""
    texts = [to_record(Kept, record).report.text for record in _documents(connection, report_id)]
    if not texts:
        return 0
    said = said_in("\n".join(texts))
    rows, moved = _texts(connection, dialect, (report_id,), Going(filled, said), tombstone)
    connection.execute(delete(bands).where(bands.c.report_id == report_id))
    connection.execute(update(documents).where(documents.c.report_id == report_id).values(signature="[]"))
    for incident in incidents_with(connection, (report_id,)):
        alone = set(incident.texts) == {report_id}
        rows += _incidents(connection, dialect, (incident,), said if alone else _as_it_is, moved)
    ids = set(connection.scalars(select(claims.c.claim_id).where(claims.c.report_id == report_id)))
    return rows + _rulings(connection, lambda ruling: ruling.claim in ids, said)


def _person(connection: Connection, dialect: Dialect, name: str, tombstone: Tombstone) -> int:
    """A name in texts, claims, incidents and rulings; in reports that have it whole, the last name alone as well."""
    whole = name_blanked(name, last_alone=False)
    if not words(name):
        return 0
    naming = {
        kept.report.id
        for record in connection.scalars(select(documents.c.record))
        for kept in (to_record(Kept, record),)
        if any(whole(text) != text for text in (kept.report.text, kept.report.title or "", kept.report.outlet or ""))
    }
    meaning = select(claims.c.report_id).join(claim_keys, claim_keys.c.row == claims.c.row)
    meant = {*naming, *connection.scalars(meaning.where(beginnings(claim_keys.c.key, key(name))))}
    blank = name_blanked(name, last_alone=True)
    lost = frozenset(word for word in words(name) if len(word) >= SHORTEST)
    rows, moved = _texts(connection, dialect, sorted(meant), Going(blank, blank, lost), tombstone)
    rows += _incidents(connection, dialect, incidents_with(connection, sorted(meant)), blank, moved)
    return rows + _rulings(connection, lambda _: True, whole)


def _texts(
    connection: Connection, dialect: Dialect, report_ids: Iterable[str], going: Going, tombstone: Tombstone
) -> tuple[int, dict[Place, str]]:
    """Blanks reports and all that was coded of them; how many rows, and what has become of which span."""
    rows = 0
    moved: dict[Place, str] = {}
    for report_id in report_ids:
        for record in _documents(connection, report_id):
            old = to_record(Kept, record)
            kept = _blanked_report(old, going.text, tombstone)
            if kept != old:
                rows += 1
                own = update(documents).where(documents.c.report_id == report_id, documents.c.version == old.version)
                connection.execute(own.values(record=to_text(kept), redacted=True, outlet=kept.report.outlet))
            found, changed = _claims(connection, dialect, old, kept, going.rest)
            moved.update(found)
            rows += changed
        rows += _episodes(connection, report_id, going, moved)
    return rows, moved


def _documents(connection: Connection, report_id: str) -> list[str]:
    asked = select(documents.c.record).where(documents.c.report_id == report_id).order_by(documents.c.version)
    return list(connection.scalars(asked))


def _blanked_report(kept: Kept, text: Blank, tombstone: Tombstone) -> Kept:
    report = kept.report
    outlet = report.outlet if tombstone.kind == "report" else report.outlet and text(report.outlet)
    said = {
        "text": text(report.text),
        "title": report.title and text(report.title),
        "url": report.url and text(report.url),
    }
    if said == {"text": report.text, "title": report.title, "url": report.url} and outlet == report.outlet:
        return kept
    blanked = report.model_copy(update={**said, "outlet": outlet})
    blanked.__dict__.pop("sha256", None)  # the sum of the old text may be remembered
    return kept.model_copy(update={"report": blanked, "redacted": tombstone})


def _claims(
    connection: Connection, dialect: Dialect, old: Kept, kept: Kept, rest: Blank
) -> tuple[dict[Place, str], int]:
    """The claims of one version; spans take their words from the text as it is now."""
    asked = select(claims.c.row, claims.c.record).where(
        claims.c.report_id == old.report.id, claims.c.version == old.version
    )
    before = [(row.row, row.record) for row in connection.execute(asked)]
    moved = {place: _now(place, old, kept, rest) for _, record in before for place in spans_in(json.loads(record))}
    changed: list[tuple[int, Claim]] = []
    for row, record in before:
        claim = _rewritten(Claim, record, rest, moved)
        if claim is not None:
            connection.execute(update(claims).where(claims.c.row == row).values(record=to_text(claim)))
            connection.execute(delete(claim_keys).where(claim_keys.c.row == row))
            changed.append((row, claim))
    dialect.forget_words(connection, [row for row, _ in changed])
    keep_keys(connection, dialect, changed, kept.report.outlet)
    return moved, len(changed)


def _now(place: Place, old: Kept, kept: Kept, rest: Blank) -> str:
    start, end, said = place
    return kept.report.text[start:end] if old.report.text[start:end] == said else rest(said)


def _episodes(connection: Connection, report_id: str, going: Going, moved: dict[Place, str]) -> int:
    """Gists, where words stand folded, and the keys that were made of them."""
    asked = select(episodes.c.row, episodes.c.record).where(episodes.c.report_id == report_id)
    rows = 0
    for row, record in connection.execute(asked).all():
        old = to_record(Episode, record)
        found = _rewritten(Episode, record, going.rest, moved) or old
        gone = {
            name for name in old.gist.names if name not in found.gist.names or not going.lost.isdisjoint(words(name))
        }
        names = tuple(name for name in old.gist.names if name not in gone)
        said = going.lost.union(*map(words, gone))
        keys = tuple(kept for kept in old.keys if said.isdisjoint(words(kept)))
        found = found.model_copy(update={"keys": keys, "gist": found.gist.model_copy(update={"names": names})})
        if found != old:
            rows += 1
            connection.execute(update(episodes).where(episodes.c.row == row).values(record=to_text(found)))
            connection.execute(delete(episode_keys).where(episode_keys.c.row == row, episode_keys.c.key.not_in(keys)))
    return rows


def _incidents(
    connection: Connection, dialect: Dialect, touched: Iterable[Incident], rest: Blank, moved: dict[Place, str]
) -> int:
    changed = [new for old in touched if (new := _rewritten(Incident, to_text(old), rest, moved)) is not None]
    forget(connection, dialect, [incident.id for incident in changed])
    write(connection, dialect, changed)
    return len(changed)


def _rulings(connection: Connection, concerned: Concerned, blank: Blank) -> int:
    """Words that people wrote or quoted: `why`, `before`, `after` and the quoted words."""
    rows = 0
    for row in connection.execute(select(rulings.c.number, rulings.c.record)).all():
        if not concerned(to_record(Ruling, row.record)):
            continue
        new = _rewritten(Ruling, row.record, blank, {})
        if new is not None:
            rows += 1
            connection.execute(update(rulings).where(rulings.c.number == row.number).values(record=to_text(new)))
    return rows


def _rewritten(kind: type[R], record: str, rest: Blank, moved: dict[Place, str]) -> R | None:
    """The record without the words; None if it has none of them."""
    old: JsonValue = json.loads(record)
    new = values(old, rest, lambda place: moved.get(place) or rest(place[2]))
    return None if new == old else kind.model_validate(new)


def _as_it_is(text: str) -> str:
    return text
