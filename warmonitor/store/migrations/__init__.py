"""The schema in steps, as alembic reads them."""
