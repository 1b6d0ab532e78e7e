"""Reports, claims and episodes out of the store."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from warmonitor.records import Claim, Episode, Filter, Kept
from warmonitor.store.columns import ordinal
from warmonitor.store.dialect import Dialect
from warmonitor.store.filtering import of_claims
from warmonitor.store.interface import Provenance
from warmonitor.store.schema import bands, claims, documents, episode_keys, episodes, reports
from warmonitor.store.texts import to_record

AT_ONCE = 500  # values of one statement: both databases take some thousands
T = TypeVar("T")


@dataclass(frozen=True)
class Asked:
    """Which claims are wanted."""

    report_id: str | None = None
    version: int | None = None
    where: Filter | None = None
    as_of: date | None = None
    below: float | None = None


def some(values: Iterable[T]) -> Iterator[tuple[T, ...]]:
    """Values in handfuls that fit a statement; each value once."""
    left = iter(dict.fromkeys(values))
    while found := tuple(islice(left, AT_ONCE)):
        yield found


def beginning(column: ColumnElement[str], start: str) -> ColumnElement[bool]:
    """That a column begins so; a range, which an index finds."""
    return and_(column >= start, column < start + "\U0010ffff")


def report(connection: Connection, report_id: str, version: int | None) -> Kept | None:
    """One version, the newest if none is asked for."""
    own = select(documents.c.record).join(reports).where(documents.c.report_id == report_id)
    record = connection.scalar(own.where(documents.c.version == (reports.c.newest if version is None else version)))
    return to_record(Kept, record) if record else None


def versions(connection: Connection, report_id: str) -> tuple[Kept, ...]:
    """All versions, oldest first."""
    own = select(documents.c.record).where(documents.c.report_id == report_id).order_by(documents.c.version)
    return tuple(to_record(Kept, record) for record in connection.scalars(own))


def all_reports(connection: Connection, as_of: date | None) -> Iterator[Kept]:
    """The newest version of each report that is known by then, by id."""
    newest = _newest(as_of)
    own = select(documents.c.record).join(
        newest, and_(documents.c.report_id == newest.c.report_id, documents.c.version == newest.c.version)
    )
    for record in connection.scalars(own.order_by(documents.c.report_id)):
        yield to_record(Kept, record)


def _newest(as_of: date | None) -> Any:
    if as_of is None:
        return select(reports.c.report_id, reports.c.newest.label("version")).subquery()
    then = select(documents.c.report_id, func.max(documents.c.version).label("version"))
    return then.where(documents.c.known <= ordinal(as_of)).group_by(documents.c.report_id).subquery()


def provenance(connection: Connection) -> tuple[Provenance, ...]:
    """Of the newest versions, by id, from columns alone."""
    own = documents.c
    asked = (
        select(own.report_id, own.known, own.outlet, own.copy_of).join(reports).where(own.version == reports.c.newest)
    )
    rows = connection.execute(asked.order_by(own.report_id))
    return tuple(Provenance(name, date.fromordinal(known), outlet, first) for name, known, outlet, first in rows)


def coders(connection: Connection) -> dict[str, int]:
    """Reports by the coder of their newest version, those without erased words."""
    own = documents.c
    asked = select(own.coder, func.count()).join(reports).where(own.version == reports.c.newest, ~own.redacted)
    rows = connection.execute(asked.group_by(own.coder).order_by(own.coder))
    return {row.coder: number for row in rows for number in row[1:]}


def claim_ids(
    connection: Connection, dialect: Dialect, below: float | None, where: Filter | None
) -> Iterator[tuple[str, float]]:
    """Ids and confidence of the claims of the newest versions, by report and position, from an index alone."""
    asked = _waiting(select(claims.c.claim_id, claims.c.confidence), below)
    if where is not None:
        asked = asked.where(*of_claims(where, dialect))
    asked = asked.order_by(claims.c.report_id, claims.c.version, claims.c.position)
    yield from ((row.claim_id, row.confidence) for row in connection.execute(asked))


def coded_of(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[str, float]]:
    """Checksum of the text and confidence of claims of the newest versions, by report and position."""
    own = claims.c
    same = and_(documents.c.report_id == own.report_id, documents.c.version == own.version)
    asked = select(own.report_id, own.position, own.claim_id, documents.c.sha256, own.confidence)
    asked = _waiting(asked, None).join(documents, same)
    rows = [row for handful in some(ids) for row in connection.execute(asked.where(own.claim_id.in_(handful)))]
    rows.sort(key=lambda row: (row.report_id, row.position))
    return {row.claim_id: (row.sha256, row.confidence) for row in rows}


def count_claims(connection: Connection, below: float | None) -> int:
    """How many those are."""
    return connection.scalar(_waiting(select(func.count()).select_from(claims), below)) or 0


def _waiting(asked: Select[Any], below: float | None) -> Select[Any]:
    newest = and_(reports.c.report_id == claims.c.report_id, reports.c.newest == claims.c.version)
    asked = asked.join(reports, newest)
    return asked if below is None else asked.where(claims.c.confidence < below)


def claim(connection: Connection, claim_id: str) -> Claim | None:
    """A claim by its id or a beginning that only one id has; of the newest version that has it."""
    if not claim_id:
        return None
    whole = select(claims.c.record).order_by(claims.c.version.desc(), claims.c.report_id).limit(1)
    record = connection.scalar(whole.where(claims.c.claim_id == claim_id))
    if record is None:
        begun = select(claims.c.claim_id).where(beginning(claims.c.claim_id, claim_id)).distinct().limit(2)
        found = list(connection.scalars(begun))
        record = connection.scalar(whole.where(claims.c.claim_id == found[0])) if len(found) == 1 else None
    return to_record(Claim, record) if record else None


def all_claims(
    connection: Connection,
    dialect: Dialect,
    asked: Asked,
) -> Iterator[Claim]:
    """Claims by report and position."""
    for record in connection.scalars(_asked(dialect, asked)):
        yield to_record(Claim, record)


def claims_by_id(
    connection: Connection,
    dialect: Dialect,
    ids: Iterable[str],
    asked: Asked,
) -> list[Claim]:
    """Claims by report and position, of these ids."""
    wanted = _asked(dialect, asked).add_columns(claims.c.report_id, claims.c.position)
    rows = [row for handful in some(ids) for row in connection.execute(wanted.where(claims.c.claim_id.in_(handful)))]
    return [to_record(Claim, row.record) for row in sorted(rows, key=lambda row: (row.report_id, row.position))]


def _asked(dialect: Dialect, asked: Asked) -> Select[Any]:
    wanted = select(claims.c.record).order_by(claims.c.report_id, claims.c.version, claims.c.position)
    if asked.version is None:
        newest = _newest(asked.as_of)
        same = and_(claims.c.report_id == newest.c.report_id, claims.c.version == newest.c.version)
        wanted = wanted.join(newest, same)
    else:
        wanted = wanted.where(claims.c.version == asked.version)
    if asked.report_id is not None:
        wanted = wanted.where(claims.c.report_id == asked.report_id)
    if asked.below is not None:
        wanted = wanted.where(claims.c.confidence < asked.below)
    return wanted.where(*of_claims(asked.where, dialect)) if asked.where is not None else wanted


def all_episodes(connection: Connection, report_id: str | None) -> tuple[Episode, ...]:
    """Episodes of one report or of all, by id."""
    asked = select(episodes.c.record).order_by(episodes.c.episode_id, episodes.c.report_id)
    if report_id is not None:
        asked = asked.where(episodes.c.report_id == report_id)
    return tuple(to_record(Episode, record) for record in connection.scalars(asked))


def episodes_by_id(connection: Connection, ids: Iterable[str], report_id: str | None) -> tuple[Episode, ...]:
    """Episodes of these ids, by id."""
    asked = select(episodes.c.episode_id, episodes.c.report_id, episodes.c.record)
    if report_id is not None:
        asked = asked.where(episodes.c.report_id == report_id)
    return _in_order(
        row for handful in some(ids) for row in connection.execute(asked.where(episodes.c.episode_id.in_(handful)))
    )


def neighbours(connection: Connection, keys: Iterable[str]) -> tuple[Episode, ...]:
    """Episodes that share a key, by id."""
    asked = select(episodes.c.episode_id, episodes.c.report_id, episodes.c.record)
    near = select(episode_keys.c.row)
    return _in_order(
        row
        for handful in some(keys)
        for row in connection.execute(asked.where(episodes.c.row.in_(near.where(episode_keys.c.key.in_(handful)))))
    )


def _in_order(rows: Iterable[Any]) -> tuple[Episode, ...]:
    found = {(row.episode_id, row.report_id): row.record for row in rows}
    return tuple(_episode(found[place]) for place in sorted(found))


@lru_cache(maxsize=2048)  # one happening's neighbours are asked for by key after key, and come again and again
def _episode(record: str) -> Episode:
    return to_record(Episode, record)


def signatures(connection: Connection, near: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Report id to MinHash, by id."""
    asked = select(documents.c.report_id, documents.c.signature).join(reports)
    asked = asked.where(documents.c.version == reports.c.newest)
    found: dict[str, tuple[int, ...]] = {}
    for handful in some(near):
        sharing = select(bands.c.report_id).where(bands.c.band.in_(handful))
        for row in connection.execute(asked.where(documents.c.report_id.in_(sharing))):
            found[row.report_id] = tuple(json.loads(row.signature))
    return dict(sorted(found.items()))


def pending(connection: Connection) -> Sequence[tuple[str, int]]:
    """Reports that are not reconciled yet, by id, with the stamp of their last change."""
    asked = select(reports.c.report_id, reports.c.stamp).where(reports.c.pending).order_by(reports.c.report_id)
    return [(row.report_id, row.stamp) for row in connection.execute(asked)]
