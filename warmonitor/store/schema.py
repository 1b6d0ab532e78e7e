"""The tables, in both databases; what only one of them has is in its own file.

Days are ordinals (`date.toordinal()`), 0 where none is known: so they fit R*Trees and compare alike everywhere.
`row` numbers are given out by the writer, who is always alone (`Dialect.writing`).
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.dialects.postgresql import TEXT

# Byte order on both sides: SQLite has it anyway, PostgreSQL sorts by the cluster's language if not told.
WORD = String().with_variant(TEXT(collation="C"), "postgresql")

TABLES = MetaData()

reports = Table(
    "reports", TABLES,
    Column("report_id", WORD, primary_key=True),
    Column("newest", Integer, nullable=False),
    Column("pending", Boolean, nullable=False),
    Column("stamp", Integer, nullable=False),
    Index("reports_pending", "pending"),
)  # fmt: skip

documents = Table(
    "documents", TABLES,
    Column("report_id", WORD, ForeignKey("reports.report_id"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("sha256", WORD, nullable=False),
    Column("coder", WORD, nullable=False),
    Column("outlet", WORD),
    Column("known", Integer, nullable=False),
    Column("redacted", Boolean, nullable=False),
    Column("record", Text, nullable=False),
    Column("signature", WORD, nullable=False),
    Column("copy_of", WORD),
    Index("documents_known", "known"),
)  # fmt: skip

bands = Table(
    "bands", TABLES,
    Column("band", WORD, primary_key=True),
    Column("report_id", WORD, ForeignKey("reports.report_id"), primary_key=True),
    Index("bands_report", "report_id"),
    sqlite_with_rowid=False,
)  # fmt: skip

claims = Table(
    "claims", TABLES,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("claim_id", WORD, nullable=False),
    Column("report_id", WORD, nullable=False),
    Column("version", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("event_type", WORD, nullable=False),
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    ForeignKeyConstraint(["report_id", "version"], ["documents.report_id", "documents.version"]),
    Index("claims_in_order", "report_id", "version", "position", unique=True),
    Index("claims_by_id", "claim_id"),
    Index("claims_days", "last_day", "first_day"),
    # All that a queue is gone through by, so that it reads no record.
    Index("claims_waiting", "report_id", "version", "position", "claim_id", "confidence"),
)  # fmt: skip

claim_keys = Table(
    "claim_keys", TABLES,
    Column("field", WORD, primary_key=True),
    Column("key", WORD, primary_key=True),
    Column("row", Integer, ForeignKey("claims.row", ondelete="CASCADE"), primary_key=True),
    Index("claim_keys_row", "row"),
    sqlite_with_rowid=False,
)  # fmt: skip

claim_spots = Table(
    "claim_spots", TABLES,
    Column("row", Integer, ForeignKey("claims.row", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
    Index("claim_spots_at", "lon", "lat"),
)  # fmt: skip

episodes = Table(
    "episodes", TABLES,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("episode_id", WORD, nullable=False),
    Column("report_id", WORD, ForeignKey("reports.report_id"), nullable=False),
    Column("record", Text, nullable=False),
    Index("episodes_by_id", "episode_id"),
    Index("episodes_report", "report_id"),
)  # fmt: skip

episode_keys = Table(
    "episode_keys", TABLES,
    Column("key", WORD, primary_key=True),
    Column("row", Integer, ForeignKey("episodes.row", ondelete="CASCADE"), primary_key=True),
    Index("episode_keys_row", "row"),
    sqlite_with_rowid=False,
)  # fmt: skip

incidents = Table(
    "incidents", TABLES,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("incident_id", WORD, nullable=False, unique=True),
    Column("event_type", WORD, nullable=False),
    Column("status", WORD, nullable=False),
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("radius_km", Float),
    Column("precision", WORD),
    Column("killed", Float),
    Column("prominence", Float, nullable=False),
)  # fmt: skip
Index("incidents_latest", incidents.c.last_day.desc(), incidents.c.prominence.desc(), incidents.c.incident_id)
Index("incidents_days", incidents.c.first_day, incidents.c.last_day, incidents.c.event_type)

# Apart, so that filters walk over short rows.
incident_records = Table(
    "incident_records", TABLES,
    Column("row", Integer, ForeignKey("incidents.row", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("record", Text, nullable=False),
)  # fmt: skip

incident_keys = Table(
    "incident_keys", TABLES,
    Column("field", WORD, primary_key=True),
    Column("key", WORD, primary_key=True),
    Column("row", Integer, ForeignKey("incidents.row", ondelete="CASCADE"), primary_key=True),
    Index("incident_keys_row", "row"),
    sqlite_with_rowid=False,
)  # fmt: skip

incident_claims = Table(
    "incident_claims", TABLES,
    Column("row", Integer, ForeignKey("incidents.row", ondelete="CASCADE"), primary_key=True),
    Column("claim_id", WORD, primary_key=True),
    Index("incident_claims_claim", "claim_id"),
    sqlite_with_rowid=False,
)  # fmt: skip

incident_reports = Table(
    "incident_reports", TABLES,
    Column("row", Integer, ForeignKey("incidents.row", ondelete="CASCADE"), primary_key=True),
    Column("report_id", WORD, primary_key=True),
    Index("incident_reports_report", "report_id"),
    sqlite_with_rowid=False,
)  # fmt: skip

redirects = Table(
    "redirects", TABLES,
    Column("old_id", WORD, primary_key=True),
    Column("incident_id", WORD, nullable=False),
    Index("redirects_to", "incident_id"),
)  # fmt: skip

rulings = Table(
    "rulings", TABLES,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("ruling_id", WORD, nullable=False, unique=True),
    Column("claim_id", WORD),
    Column("incident_id", WORD),
    Column("record", Text, nullable=False),
    Index("rulings_claim", "claim_id"),
    Index("rulings_incident", "incident_id"),
)  # fmt: skip

tombstones = Table(
    "tombstones", TABLES,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("open", Boolean, nullable=False),
    Column("record", Text, nullable=False),
)  # fmt: skip

releases = Table(
    "releases", TABLES,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("release_id", WORD, nullable=False, unique=True),
    Column("name", WORD, nullable=False),
    Column("at", WORD, nullable=False),
    Column("manifest", Text, nullable=False),
)  # fmt: skip

# One row: a number that grows whenever reports, claims or incidents change.
edition = Table(
    "edition", TABLES,
    Column("only", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
)  # fmt: skip

# Incidents that an edition changed, made or took away; of the last editions only.
incident_changes = Table(
    "incident_changes", TABLES,
    Column("edition", Integer, primary_key=True, autoincrement=False),
    Column("incident_id", WORD, primary_key=True),
)  # fmt: skip

# `state` is what else a ledger was drawn up from (rulings, code); one of an older edition is as good as none.
ledgers = Table(
    "ledgers", TABLES,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", WORD, nullable=False, unique=True),
    Column("state", WORD, nullable=False),
    Column("edition", Integer, nullable=False),
)  # fmt: skip

ledger_lines = Table(
    "ledger_lines", TABLES,
    Column("ledger", Integer, ForeignKey("ledgers.number", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("part", WORD, nullable=False),
    Column("record", Text, nullable=False),
    Column("facets", Text, nullable=False),
)  # fmt: skip
