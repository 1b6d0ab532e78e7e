"""The rules of the house: who may know whom, what things are called, what the world sees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import warmonitor

ROOT = Path(warmonitor.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
EVERYONES = {"records", "errors", "codebook", "version"}
ROOMS = {"intake", "reading", "coding", "gazetteer", "reconcile", "ledgers", "store", "review", "export"}
FINDERS = {"events", "times", "places", "parties", "tolls", "voices"}
EMPTY_WORDS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base", "stuff", "core"}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imports(tree: ast.AST) -> Iterator[str]:
    """The modules of ours that are imported when the program runs; what only type checkers read is left out."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.module == "warmonitor":
                yield from (f"warmonitor.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""
        else:
            yield from _imports(node)


def _of_ours(path: Path) -> list[list[str]]:
    return [name.split(".")[1:] for name in _imports(_tree(path)) if name.startswith("warmonitor.")]


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_a_room_imports_records_errors_codebook_and_itself(room: str) -> None:
    strangers = [
        f"{_name(path)} imports {'.'.join(parts)}"
        for path in (ROOT / room).rglob("*.py")
        for parts in _of_ours(path)
        if parts[0] not in EVERYONES | {room}
    ]
    assert strangers == []


@pytest.mark.parametrize("finder", sorted(FINDERS))
def test_a_finder_knows_mentions_and_itself(finder: str) -> None:
    strangers = [
        f"{_name(path)} imports {'.'.join(parts)}"
        for path in (ROOT / "coding" / finder).rglob("*.py")
        for parts in _of_ours(path)
        if parts[0] == "coding" and parts[1] not in {"mentions", finder}
    ]
    assert strangers == []


def test_records_errors_and_codebook_know_no_room() -> None:
    shared = [ROOT / "records.py", ROOT / "errors.py", *(ROOT / "codebook").rglob("*.py")]
    assert [_name(path) for path in shared for parts in _of_ours(path) if parts[0] not in EVERYONES] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [_name(path) for path in FILES if {path.stem, path.parent.name} & EMPTY_WORDS] == []


def test_nothing_is_built_at_import() -> None:
    """No table is read and no model is loaded by a statement at the top of a module."""
    builders = {"read_table", "load", "open", "read_text", "connect", "codebook", "lexicon", "grammar", "build"}
    built = [
        f"{_name(path)}, line {call.lineno}"
        for path in FILES
        for statement in _tree(path).body
        if isinstance(statement, ast.Assign | ast.AnnAssign | ast.Expr)
        for call in ast.walk(statement)
        if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] in builders
    ]
    assert built == []


def test_the_package_root_offers_the_verbs_and_nothing_else() -> None:
    assert warmonitor.__all__ == ["annotate", "code", "open_monitor", "read", "reconcile"]


def test_a_verb_stays_a_verb_when_the_room_of_its_name_is_imported() -> None:
    import warmonitor.reconcile.within.grouping

    assert callable(warmonitor.reconcile)
    assert callable(getattr(warmonitor, "code"))  # noqa: B009  (the attribute is made when it is asked for)


def test_every_table_says_where_its_rows_are_from() -> None:
    def header(path: Path) -> str:
        lines = path.read_text(encoding="utf-8").splitlines()
        return next(line for line in lines if line and not line.startswith("#"))

    tables = sorted((ROOT / "codebook" / "data").glob("*.tsv"))
    assert [path.name for path in tables if "source" not in header(path).split("\t")] == []
