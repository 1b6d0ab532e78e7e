"""Ledgers are kept until the record changes; a claim's confidence and a report's original stand in columns."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT

revision = "0002"
down_revision = "0001"

WORD = sa.String().with_variant(TEXT(collation="C"), "postgresql")
SQLITE = (
    "UPDATE claims SET confidence = json_extract(record, '$.confidence')",
    "UPDATE documents SET copy_of = json_extract(record, '$.copy_of')",
)
POSTGRES = (
    "UPDATE claims SET confidence = (record::json ->> 'confidence')::double precision",
    "UPDATE documents SET copy_of = record::json ->> 'copy_of'",
)


def upgrade() -> None:
    """Makes the columns and fills them from the records, then the tables of ledgers."""
    op.add_column("claims", sa.Column("confidence", sa.Float(), nullable=False, server_default="0"))
    op.add_column("documents", sa.Column("copy_of", WORD, nullable=True))
    bind = op.get_bind()
    for statement in SQLITE if bind.dialect.name == "sqlite" else POSTGRES:
        bind.exec_driver_sql(statement)
    order = ["report_id", "version", "position", "claim_id", "confidence"]
    op.create_index("claims_waiting", "claims", order, unique=False)
    op.create_table(
        "edition",
        sa.Column("only", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("only"),
    )
    # Editions go on from the stamps of reports, which are editions from now on.
    bind.exec_driver_sql("INSERT INTO edition SELECT 1, COALESCE(MAX(stamp), 0) + 1 FROM reports")
    op.create_table(
        "ledgers",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", WORD, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("name"),
    )
    op.create_table(
        "ledger_lines",
        sa.Column("ledger", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("part", WORD, nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("facets", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["ledger"], ["ledgers.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("ledger", "position"),
    )
