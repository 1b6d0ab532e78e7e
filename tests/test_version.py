"""The coder's mark: another one as soon as rules or tables are others."""

from __future__ import annotations

from pathlib import Path

import pytest

from warmonitor import version


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small program with two rooms."""
    for name, text in (("coding/rules.py", "LONG = 3"), ("codebook/data/words.tsv", "word"), ("web/page.py", "")):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(text)
    monkeypatch.setattr(version, "HERE", tmp_path)
    return tmp_path


def mark() -> str:
    return version.mark.__wrapped__("coding", "codebook")


@pytest.mark.parametrize("name", ["coding/rules.py", "codebook/data/words.tsv", "coding/more.py"])
def test_another_rule_or_table_makes_another_mark(program: Path, name: str) -> None:
    before = mark()
    (program / name).write_text("LONG = 4")
    assert mark() != before


@pytest.mark.parametrize("name", ["web/page.py", "coding/README.md", "coding/rules.pyc"])
def test_what_codes_nothing_leaves_it(program: Path, name: str) -> None:
    before = mark()
    (program / name).write_text("other")
    assert mark() == before


def test_line_ends_of_another_system_leave_it(program: Path) -> None:
    (program / "coding/rules.py").write_bytes(b"A = 1\nB = 2\n")
    before = mark()
    (program / "coding/rules.py").write_bytes(b"A = 1\r\nB = 2\r\n")
    assert mark() == before


def test_the_coder_is_named_with_version_and_mark() -> None:
    assert version.coded_by() == f"warmonitor {version.VERSION} ({version.mark(*version.CODES)})"
    assert all((version.HERE / part).exists() for part in version.CODES)
