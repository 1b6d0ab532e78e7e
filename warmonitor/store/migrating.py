"""The schema, brought up to date step by step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from warmonitor.errors import StoreError


def newest() -> str:
    """The schema that this program speaks."""
    return _steps().get_current_head() or ""


def present(connection: Connection) -> str:
    """The schema that the store has; empty if it has none."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def migrate(connection: Connection) -> tuple[str, ...]:
    """Takes the steps that are left, in the transaction of the caller; their names."""
    taken: list[str] = []
    steps = _steps()
    before = present(connection)
    if before and before not in {step.revision for step in steps.walk_revisions()}:
        raise StoreError(
            f"The store has schema {before}, which is newer than this warmonitor. Take a newer warmonitor."
        )

    def left(revision: Any, _: MigrationContext) -> list[Any]:
        found = steps._upgrade_revs("head", revision)
        taken.extend(f"{step.revision.revision}: {step.revision.doc}" for step in found)
        return list(found)

    with EnvironmentContext(Config(), steps, fn=left) as environment:
        environment.configure(connection=connection)
        environment.run_migrations()
    return tuple(taken)


def _steps() -> ScriptDirectory:
    return ScriptDirectory(str(Path(__file__).parent / "migrations"))
