"""Which incidents each edition changed is noted, so that a desk keeps up without reading all of them again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT

revision = "0003"
down_revision = "0002"

WORD = sa.String().with_variant(TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Makes the table of changes; it begins empty, and the step itself makes another edition."""
    op.create_table(
        "incident_changes",
        sa.Column("edition", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("incident_id", WORD, nullable=False),
        sa.PrimaryKeyConstraint("edition", "incident_id"),
    )
