"""Whether a store is sound: what is wrong, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, exists, func, select

from warmonitor.records import Claim, Kept, Span
from warmonitor.store.dialect import Dialect
from warmonitor.store.schema import (
    claims,
    documents,
    incident_claims,
    incidents,
    redirects,
    reports,
    tombstones,
)
from warmonitor.store.texts import to_record

MOST = 20  # findings of one kind that are listed; of what is broken in one way there are often thousands


def check(connection: Connection, dialect: Dialect) -> Iterator[str]:
    """Each finding with its mend."""
    yield from (f"{said}. Restore the store from a copy." for said in dialect.damage(connection))
    yield from _orphans(connection)
    yield from _spans(connection)
    if waiting := connection.scalar(select(func.count()).select_from(reports).where(reports.c.pending)):
        yield f"{waiting} report(s) are kept but not reconciled. Say `warmonitor reconcile`."


def _orphans(connection: Connection) -> Iterator[str]:
    no_document = ~exists().where(documents.c.report_id == reports.c.report_id, documents.c.version == reports.c.newest)
    yield from _named(connection, reports.c.report_id, no_document, "Report {} has no text. Add it again.")
    no_claim = ~exists().where(claims.c.claim_id == incident_claims.c.claim_id)
    yield from _named(
        connection, incident_claims.c.claim_id, no_claim,
        "Claim {} is in an incident but is not kept. Say `warmonitor reconcile --everything`.",
    )  # fmt: skip
    no_incident = ~exists().where(incidents.c.incident_id == redirects.c.incident_id)
    yield from _named(
        connection, redirects.c.old_id, no_incident,
        "Incident id {} leads to one that is no more. Say `warmonitor reconcile --everything`.",
    )  # fmt: skip
    if connection.scalar(select(func.count()).select_from(tombstones).where(tombstones.c.open)):
        yield "An erasure was not finished. Erase the same again."


def _named(connection: Connection, name: ColumnElement[str], wrong: ColumnElement[bool], said: str) -> Iterator[str]:
    asked = select(name).where(wrong).order_by(name).limit(MOST)
    yield from (said.format(found) for found in connection.scalars(asked))


def _spans(connection: Connection) -> Iterator[str]:
    """Words of claims that are not where their report's text has them."""
    asked = select(claims.c.report_id, claims.c.version, claims.c.record)
    asked = asked.order_by(claims.c.report_id, claims.c.version, claims.c.position)
    of: tuple[str, int] | None = None
    text = ""
    wrong = 0
    for row in connection.execute(asked):
        if of != (row.report_id, row.version):
            of = (row.report_id, row.version)
            own = select(documents.c.record).where(documents.c.report_id == of[0], documents.c.version == of[1])
            record = connection.scalar(own)
            text = to_record(Kept, record).report.text if record else ""
        claim = to_record(Claim, row.record)
        if any(text[span.start : span.end] != span.text for span in grounds(claim)):
            wrong += 1
            if wrong <= MOST:
                yield (
                    f"Claim {claim.id} quotes words that report {row.report_id} (version {row.version}) does not have "
                    "there. Take the report out of its source and add it again."
                )


def grounds(claim: Claim) -> Iterator[Span]:
    """All words of the report that a claim quotes."""
    yield claim.evidence
    yield claim.trigger
    yield from filter(None, (claim.claimant.as_written, claim.claimant.cue))
    parties = (*claim.agents, *claim.targets, *claim.supporters)
    yield from (party.as_written for party in parties if party.as_written)
    yield from (place.as_written for place in claim.places if place.as_written)
    if claim.time and claim.time.as_written:
        yield claim.time.as_written
    yield from (toll.as_written for toll in claim.tolls)
    yield from (reason.words for reason in claim.reasons if reason.words)
