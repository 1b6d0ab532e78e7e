"""Reports in versions, with what was coded of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, delete, func, select, update

from warmonitor.errors import BadReport
from warmonitor.records import Claim, Episode, Kept, Report
from warmonitor.store import drawn
from warmonitor.store.columns import days, known, of_claim
from warmonitor.store.dialect import Dialect
from warmonitor.store.inserting import insert_all
from warmonitor.store.interface import Put
from warmonitor.store.schema import (
    bands,
    claim_keys,
    claim_spots,
    claims,
    documents,
    episode_keys,
    episodes,
    reports,
)
from warmonitor.store.texts import to_record, to_text
from warmonitor.store.wording import words

LONGEST_ID = 1000  # bytes: an index of PostgreSQL takes 2,700, and a report's id is half of some


# Written once: to put a statement together takes longer than most of these take to run.
_NEWEST = (
    select(documents)
    .join(reports)
    .where(reports.c.report_id == bindparam("name"), documents.c.version == reports.c.newest)
)
_LAST_CLAIM, _LAST_EPISODE = select(func.max(claims.c.row)), select(func.max(episodes.c.row))


def standing(connection: Connection, report: Report, coder: str) -> tuple[Put, int]:
    """What putting the report would come to, and the version that it would be."""
    row = connection.execute(_NEWEST, {"name": report.id}).one_or_none()
    if row is None:
        return "new", 1
    if row.redacted and row.sha256 == report.sha256:
        return "same", row.version
    if row.sha256 != report.sha256 or to_record(Kept, row.record).report != report:
        return "changed", row.version + 1
    return ("same" if row.coder == coder else "changed"), row.version


def put(
    connection: Connection,
    dialect: Dialect,
    kept: Kept,
    coded: Sequence[Claim],
    told: Sequence[Episode],
    signature: Sequence[int],
    near: Sequence[str],
) -> Put:
    """Keeps a report, its claims, episodes, signature and bands."""
    _storable(kept.report.id)
    result, version = standing(connection, kept.report, kept.coder)
    if result == "same":
        return result
    report_id = kept.report.id
    state = {"newest": version, "pending": True, "stamp": drawn.number(connection)}
    if result == "new":
        insert_all(connection, reports, [{"report_id": report_id, **state}])
    else:
        connection.execute(update(reports).where(reports.c.report_id == report_id).values(state))
        _forget(connection, dialect, report_id, version)
    insert_all(
        connection, documents,
        [{
            "report_id": report_id, "version": version, "sha256": kept.report.sha256, "coder": kept.coder,
            "outlet": _plain(kept.report.outlet), "known": known(kept, told), "redacted": False,
            "signature": json.dumps(list(signature)), "copy_of": kept.copy_of,
            "record": to_text(kept.model_copy(update={"version": version})),
        }],
    )  # fmt: skip
    _keep_claims(connection, dialect, kept.report, version, coded)
    _keep_episodes(connection, report_id, told)
    insert_all(connection, bands, [{"band": band, "report_id": report_id} for band in sorted(set(near))])
    return result


def _plain(name: str | None) -> str | None:
    """Only for looking up: the record has the outlet as it was given."""
    return name and "".join(c for c in name if c != "\0" and not "\ud800" <= c <= "\udfff")


def _storable(report_id: str) -> None:
    plain = report_id and "\0" not in report_id and not any("\ud800" <= c <= "\udfff" for c in report_id)
    if not plain or len(report_id.encode()) > LONGEST_ID:
        raise BadReport(
            "the id is empty, too long, or has characters that no database keeps.", field="id",
            mend="Give it a plain id.",
        )  # fmt: skip


def _forget(connection: Connection, dialect: Dialect, report_id: str, version: int) -> None:
    """What is replaced: this version by another coder; episodes and bands of any version but the newest."""
    own = (claims.c.report_id == report_id, claims.c.version == version)
    rows = list(connection.scalars(select(claims.c.row).where(*own)))
    dialect.forget_words(connection, rows)
    connection.execute(delete(claims).where(*own))
    connection.execute(delete(documents).where(documents.c.report_id == report_id, documents.c.version == version))
    connection.execute(delete(episodes).where(episodes.c.report_id == report_id))
    connection.execute(delete(bands).where(bands.c.report_id == report_id))


def _keep_claims(
    connection: Connection, dialect: Dialect, report: Report, version: int, coded: Sequence[Claim]
) -> None:
    if not coded:
        return
    first = (connection.scalar(_LAST_CLAIM) or 0) + 1
    numbered = list(enumerate(coded, first))
    insert_all(connection, claims, [_columns(row, row - first, version, report.id, claim) for row, claim in numbered])
    keep_keys(connection, dialect, numbered, report.outlet)
    spots = [
        {"row": row, "number": number, "lat": place.lat, "lon": place.lon}
        for row, claim in numbered
        for number, place in enumerate(claim.places)
        if place.lat is not None and place.lon is not None
    ]
    insert_all(connection, claim_spots, spots)


def _columns(row: int, position: int, version: int, report_id: str, claim: Claim) -> dict[str, object]:
    first, last = days(claim.time.start, claim.time.end) if claim.time else (0, 0)
    return {
        "row": row, "claim_id": claim.id, "report_id": report_id, "version": version, "position": position,
        "event_type": claim.event_type, "first_day": first, "last_day": last, "record": to_text(claim),
        "confidence": claim.confidence,
    }  # fmt: skip


def keep_keys(
    connection: Connection, dialect: Dialect, numbered: Iterable[tuple[int, Claim]], outlet: str | None
) -> None:
    """Indexes the names and words of claims by row."""
    rows = list(numbered)
    keys = [{"row": row, "field": field, "key": key} for row, claim in rows for field, key in of_claim(claim, outlet)]
    insert_all(connection, claim_keys, keys)
    dialect.keep_words(connection, ((row, words(claim.evidence.text)) for row, claim in rows))


def _keep_episodes(connection: Connection, report_id: str, told: Sequence[Episode]) -> None:
    if not told:
        return
    first = (connection.scalar(_LAST_EPISODE) or 0) + 1
    rows = [
        {"row": row, "episode_id": episode.id, "report_id": report_id, "record": to_text(episode)}
        for row, episode in enumerate(told, first)
    ]
    insert_all(connection, episodes, rows)
    keys = [{"key": key, "row": row} for row, episode in enumerate(told, first) for key in sorted(set(episode.keys))]
    insert_all(connection, episode_keys, keys)
