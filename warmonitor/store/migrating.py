"""The schema, brought up to date step by step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, inspect, text

from warmonitor.errors import StoreError

if TYPE_CHECKING:  # it takes a third of a second to load, and every command asks which schema there is
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

STEPS = Path(__file__).parent / "migrations"


def newest() -> str:
    """The schema that this program speaks."""
    return max(path.name[1:].partition("_")[0] for path in (STEPS / "versions").glob("v*.py"))


def present(connection: Connection) -> str:
    """The schema that the store has; empty if it has none."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def migrate(connection: Connection) -> tuple[str, ...]:
    """Takes the steps that are left, in the transaction of the caller; their names."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext

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
    from alembic.script import ScriptDirectory

    return ScriptDirectory(str(STEPS))
