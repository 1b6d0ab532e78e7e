"""What alembic runs for each step: within the transaction that `migrating` opened."""

from __future__ import annotations

from alembic import context

context.run_migrations()
