"""The first schema: reports in versions, claims, episodes, incidents, rulings, releases."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT

revision = "0001"
down_revision = None

WORD = sa.String().with_variant(TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Makes all tables, then what only one of the databases has."""
    _tables()
    if op.get_bind().dialect.name == "sqlite":
        _statements(SQLITE)
    else:
        _statements(POSTGRES)


def _statements(statements: tuple[str, ...]) -> None:
    for statement in statements:
        op.get_bind().exec_driver_sql(statement)


# Rulings, tombstones and releases only grow. A ruling's words, not its place, may give way under an open tombstone.
SQLITE = (
    "CREATE VIRTUAL TABLE claim_words USING fts5(words, tokenize = 'ascii')",
    'CREATE VIRTUAL TABLE incident_map USING rtree("row", west, east, south, north, first_day, last_day)',
    """CREATE TRIGGER rulings_stay BEFORE UPDATE ON rulings
    WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE open) OR new.number <> old.number
        OR new.ruling_id <> old.ruling_id OR new.claim_id IS NOT old.claim_id OR new.incident_id IS NOT old.incident_id
    BEGIN SELECT RAISE(ABORT, 'a ruling is never changed'); END""",
    """CREATE TRIGGER tombstones_stay BEFORE UPDATE ON tombstones
    WHEN NOT old.open OR new.number <> old.number OR new.record <> old.record
    BEGIN SELECT RAISE(ABORT, 'a tombstone is never changed'); END""",
    """CREATE TRIGGER releases_stay BEFORE UPDATE ON releases
    BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END""",
    *(
        f"""CREATE TRIGGER {table}_last BEFORE DELETE ON {table}
        BEGIN SELECT RAISE(ABORT, '{table} are never deleted'); END"""
        for table in ("rulings", "tombstones", "releases")
    ),
)
POSTGRES = (
    """CREATE TABLE claim_words (
        row integer PRIMARY KEY REFERENCES claims (row) ON DELETE CASCADE, words tsvector NOT NULL)""",
    "CREATE INDEX claim_words_found ON claim_words USING gin (words)",
    """CREATE TABLE incident_map (
        row integer PRIMARY KEY REFERENCES incidents (row) ON DELETE CASCADE,
        spot geometry(Point, 4326) NOT NULL, first_day integer NOT NULL, last_day integer NOT NULL)""",
    "CREATE INDEX incident_map_spot ON incident_map USING gist (spot)",
    """CREATE FUNCTION rulings_stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM tombstones WHERE open) OR new.number <> old.number
        OR new.ruling_id <> old.ruling_id OR new.claim_id IS DISTINCT FROM old.claim_id
        OR new.incident_id IS DISTINCT FROM old.incident_id
    THEN RAISE EXCEPTION 'a ruling is never changed'; END IF;
    RETURN new; END $$""",
    """CREATE FUNCTION tombstones_stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NOT old.open OR new.number <> old.number OR new.record <> old.record
    THEN RAISE EXCEPTION 'a tombstone is never changed'; END IF;
    RETURN new; END $$""",
    """CREATE FUNCTION releases_stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'a release is never changed'; END $$""",
    """CREATE FUNCTION lists_last() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'rulings, tombstones and releases are never deleted'; END $$""",
    *(
        statement
        for table in ("rulings", "tombstones", "releases")
        for statement in (
            f"CREATE TRIGGER stay BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_stay()",
            f"CREATE TRIGGER last BEFORE DELETE OR TRUNCATE ON {table} EXECUTE FUNCTION lists_last()",
        )
    ),
)


def _tables() -> None:
    op.create_table(
        "incidents",
        sa.Column("row", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("incident_id", WORD, nullable=False),
        sa.Column("event_type", WORD, nullable=False),
        sa.Column("status", WORD, nullable=False),
        sa.Column("first_day", sa.Integer(), nullable=False),
        sa.Column("last_day", sa.Integer(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("radius_km", sa.Float(), nullable=True),
        sa.Column("precision", WORD, nullable=True),
        sa.Column("killed", sa.Float(), nullable=True),
        sa.Column("prominence", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("incident_id"),
    )
    op.create_table(
        "incident_records",
        sa.Column("row", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["row"], ["incidents.row"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("incidents_days", "incidents", ["first_day", "last_day", "event_type"], unique=False)
    op.create_index(
        "incidents_latest",
        "incidents",
        [sa.literal_column("last_day DESC"), sa.literal_column("prominence DESC"), "incident_id"],
        unique=False,
    )
    op.create_table(
        "redirects",
        sa.Column("old_id", WORD, nullable=False),
        sa.Column("incident_id", WORD, nullable=False),
        sa.PrimaryKeyConstraint("old_id"),
    )
    op.create_index("redirects_to", "redirects", ["incident_id"], unique=False)
    op.create_table(
        "releases",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("release_id", WORD, nullable=False),
        sa.Column("name", WORD, nullable=False),
        sa.Column("at", WORD, nullable=False),
        sa.Column("manifest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("release_id"),
    )
    op.create_table(
        "reports",
        sa.Column("report_id", WORD, nullable=False),
        sa.Column("newest", sa.Integer(), nullable=False),
        sa.Column("pending", sa.Boolean(), nullable=False),
        sa.Column("stamp", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("report_id"),
    )
    op.create_index("reports_pending", "reports", ["pending"], unique=False)
    op.create_table(
        "rulings",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ruling_id", WORD, nullable=False),
        sa.Column("claim_id", WORD, nullable=True),
        sa.Column("incident_id", WORD, nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("ruling_id"),
    )
    op.create_index("rulings_claim", "rulings", ["claim_id"], unique=False)
    op.create_index("rulings_incident", "rulings", ["incident_id"], unique=False)
    op.create_table(
        "tombstones",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "bands",
        sa.Column("band", WORD, nullable=False),
        sa.Column("report_id", WORD, nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["reports.report_id"],
        ),
        sa.PrimaryKeyConstraint("band", "report_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("bands_report", "bands", ["report_id"], unique=False)
    op.create_table(
        "documents",
        sa.Column("report_id", WORD, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", WORD, nullable=False),
        sa.Column("coder", WORD, nullable=False),
        sa.Column("outlet", WORD, nullable=True),
        sa.Column("known", sa.Integer(), nullable=False),
        sa.Column("redacted", sa.Boolean(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("signature", WORD, nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["reports.report_id"],
        ),
        sa.PrimaryKeyConstraint("report_id", "version"),
    )
    op.create_index("documents_known", "documents", ["known"], unique=False)
    op.create_table(
        "episodes",
        sa.Column("row", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("episode_id", WORD, nullable=False),
        sa.Column("report_id", WORD, nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"],
            ["reports.report_id"],
        ),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("episodes_by_id", "episodes", ["episode_id"], unique=False)
    op.create_index("episodes_report", "episodes", ["report_id"], unique=False)
    op.create_table(
        "incident_claims",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("claim_id", WORD, nullable=False),
        sa.ForeignKeyConstraint(["row"], ["incidents.row"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("row", "claim_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("incident_claims_claim", "incident_claims", ["claim_id"], unique=False)
    op.create_table(
        "incident_keys",
        sa.Column("field", WORD, nullable=False),
        sa.Column("key", WORD, nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["row"], ["incidents.row"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("field", "key", "row"),
        sqlite_with_rowid=False,
    )
    op.create_index("incident_keys_row", "incident_keys", ["row"], unique=False)
    op.create_table(
        "incident_reports",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("report_id", WORD, nullable=False),
        sa.ForeignKeyConstraint(["row"], ["incidents.row"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("row", "report_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("incident_reports_report", "incident_reports", ["report_id"], unique=False)
    op.create_table(
        "claims",
        sa.Column("row", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("claim_id", WORD, nullable=False),
        sa.Column("report_id", WORD, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("event_type", WORD, nullable=False),
        sa.Column("first_day", sa.Integer(), nullable=False),
        sa.Column("last_day", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id", "version"],
            ["documents.report_id", "documents.version"],
        ),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("claims_by_id", "claims", ["claim_id"], unique=False)
    op.create_index("claims_days", "claims", ["last_day", "first_day"], unique=False)
    op.create_index("claims_in_order", "claims", ["report_id", "version", "position"], unique=True)
    op.create_table(
        "episode_keys",
        sa.Column("key", WORD, nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["row"], ["episodes.row"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "row"),
        sqlite_with_rowid=False,
    )
    op.create_index("episode_keys_row", "episode_keys", ["row"], unique=False)
    op.create_table(
        "claim_keys",
        sa.Column("field", WORD, nullable=False),
        sa.Column("key", WORD, nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["row"], ["claims.row"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("field", "key", "row"),
        sqlite_with_rowid=False,
    )
    op.create_index("claim_keys_row", "claim_keys", ["row"], unique=False)
    op.create_table(
        "claim_spots",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["row"], ["claims.row"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("row", "number"),
    )
    op.create_index("claim_spots_at", "claim_spots", ["lon", "lat"], unique=False)
