"""Writes what can be told from the program itself: docs/cli.md, docs/codebook.md and docs/schema/.

    python docs/generate.py        (or: make docs)

`tests/test_docs.py` fails while a file differs from what the program says.
"""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from warmonitor import codebook, ledgers, records
from warmonitor.cli.app import app

HERE = Path(__file__).parent
COMMANDS = (
    "code", "show", "annotate", "init", "add", "reconcile", "incidents", "incident", "ledger", "explain", "redact",
    "status", "doctor", "serve", "codebook", "samples",
)
GROUPS = {"gazetteer": ("list", "search", "add", "remove"), "users": ("add", "change", "remove", "list")}
KINDS = (
    records.Report,
    records.Claim,
    records.Incident,
    records.Ruling,
    records.Tombstone,
    *ledgers.ROWS.values(),
    records.TimeExpression,
    records.Toponym,
    records.Attribution,
)


def main() -> None:
    """Writes every file."""
    for path, content in generated().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")


def generated() -> dict[Path, str]:
    """Every generated file with its content."""
    files = {HERE / "schema" / f"{kind.__name__.lower()}.json": schema(kind) for kind in KINDS}
    return files | {HERE / "cli.md": command_line(), HERE / "codebook.md": codes()}


def schema(kind: type[records.Record]) -> str:
    """The JSON Schema of a record as it is written."""
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **kind.model_json_schema(mode="serialization"),
    }
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"


def command_line() -> str:
    """The help of every command."""
    parts = ["# The command line", "", "Written by `make docs` from the program's own help.", ""]
    grouped = ([group, verb] for group, verbs in GROUPS.items() for verb in verbs)
    calls = [[], *([command] for command in COMMANDS), *grouped]
    for arguments in calls:
        title = " ".join(["warmonitor", *arguments])
        parts += [f"## `{title}`", "", "```text", _help(arguments), "```", ""]
    return "\n".join(parts)


def _help(arguments: list[str]) -> str:
    result = CliRunner().invoke(app, [*arguments, "--help"], prog_name="warmonitor", terminal_width=100)
    lines = (line.rstrip() for line in result.output.strip().splitlines())
    return "\n".join(lines)


def codes() -> str:
    """The codebook's definitions, list by list."""
    parts = ["# The codebook", "", "Written by `make docs` from the tables under `warmonitor/codebook/data`.", ""]
    before = ""
    for entry in codebook.codebook().entries():
        if entry.list != before:
            parts += ["", f"## {entry.list.capitalize()}", ""]
            before = entry.list
        acled = f" (ACLED: {entry.acled})" if entry.acled else ""
        parts.append(f"- `{entry.code}`: {entry.definition}{acled}")
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    main()
