"""The documents say what the program does."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from contextlib import closing
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from warmonitor.pipeline import Coded, Pipeline
from warmonitor.records import Claim, Incident, Record, Report
from warmonitor.store import open_store

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_documents_are_up_to_date(generate: ModuleType) -> None:
    stale = [path.name for path, content in generate.generated().items() if path.read_text("utf-8") != content]
    assert stale == [], "run `make docs`"


def test_every_command_is_in_the_reference(generate: ModuleType) -> None:
    from warmonitor.cli.app import app

    names = {command.callback.__name__ for command in app.registered_commands if command.callback}
    assert names == set(generate.COMMANDS)
    verbs = {
        group.name: {
            command.name or getattr(command.callback, "__name__", "")
            for command in group.typer_instance.registered_commands
        }
        for group in app.registered_groups
        if group.typer_instance
    }
    assert verbs == {name: set(known) for name, known in generate.GROUPS.items()}


@pytest.mark.parametrize("kind", [Claim, Incident])
def test_every_field_of_the_contract_exists(kind: type[Record]) -> None:
    contract = (ROOT / "docs" / "contract.md").read_text("utf-8")
    section = contract.split(f"\n## {kind.__name__}\n")[1].split("\n## ")[0]
    named = {name for row in re.findall(r"^\| (`.*?) \|", section, re.M) for name in re.findall(r"`(\w+)`", row)}
    assert named == set(kind.model_fields)


def test_links_between_documents_lead_somewhere() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    broken = [
        f"{document.name}: {target}"
        for document in documents
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", document.read_text("utf-8"))
        if not (document.parent / target).exists()
    ]
    assert broken == []


def test_every_dependency_is_explained() -> None:
    explained = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    listed = "\n".join((ROOT / "requirements" / f"{name}.in").read_text("utf-8") for name in ("run", "dev"))
    names = re.findall(r"^[a-z][\w-]*", listed, re.M)
    assert [name for name in names if f"| {name} |" not in explained] == []


def test_python_and_licence_are_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"] == "Apache-2.0"
    assert project["requires-python"] == ">=3.11"
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")[:200]


def test_the_readmes_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    assert len(examples) == 2
    (tmp_path / "report.txt").write_text("Two men were killed by shelling in Homs on Monday, the mayor said.")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "saraqib.txt").write_text("Shelling killed two people in Saraqib on Monday, a doctor said.")
    monkeypatch.chdir(tmp_path)
    with closing(open_store("war.sqlite")) as store:
        store.migrate()
    for example in examples:
        exec(compile(example, "README.md", "exec"), {})


def test_the_guide_to_coding_tells_what_its_sentence_becomes(desk: Pipeline) -> None:
    guide = (ROOT / "docs" / "coding.md").read_text("utf-8")
    quoted = re.findall(r"^> (.*)", guide, re.M)
    (coded,) = desk.code([Report(id="guide", text=" ".join(quoted), published=date(2024, 5, 3))])
    assert isinstance(coded, Coded)
    assert [(claim.event_type, claim.trigger.text) for claim in coded.found] == [
        ("casualty_report", "killed"),
        ("shelling", "shelling"),
    ]
    toll, children = coded.found[0].tolls
    assert (toll.low, toll.bound, children.best, children.part_of) == (9, ">=", 3, 0)
    assert {claim.claimant.name for claim in coded.found} == {"Syrian state television"}


def test_the_guide_to_codings_python_runs() -> None:
    example = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "coding.md").read_text("utf-8"), re.S)
    assert example is not None
    exec(compile(example[1], "coding.md", "exec"), {})
