"""Plain text: the text is the file's, exactly, and what had to be guessed is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from warmonitor.errors import InputError
from warmonitor.intake import Given, take
from warmonitor.records import Report

WORDS = "Two shells hit the market in the old town on Monday, and the mayor said that one man was killed.\n"


def taken(*paths: Path | str, given: Given | None = None) -> tuple[list[Report | InputError], list[str]]:
    notes: list[str] = []
    return list(take(paths, given, notes.append)), notes


def report(found: list[Report | InputError]) -> Report:
    (only,) = found
    assert isinstance(only, Report), only
    return only


def error(found: list[Report | InputError]) -> str:
    (only,) = found
    assert isinstance(only, InputError), only
    return str(only)


def test_a_text_files_report_has_its_words_and_its_stem(tmp_path: Path) -> None:
    path = tmp_path / "old-town.txt"
    path.write_bytes(WORDS.encode())
    found = report(taken(path)[0])
    assert (found.id, found.text, found.published) == ("old-town", WORDS, None)


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n", "\x0b", "\u2028"])
def test_line_ends_are_kept(tmp_path: Path, ending: str) -> None:
    text = WORDS + ending + WORDS
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    assert report(taken(path)[0]).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WORDS.encode(encoding))
    assert report(taken(path)[0]).text == WORDS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_guessed_and_said(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WORDS.encode(encoding))
    found, notes = taken(path)
    assert report(found).text == WORDS
    assert "a guess" in notes[0]
    assert str(path) in notes[0]


def test_a_western_encoding_is_guessed_and_said(tmp_path: Path) -> None:
    text = WORDS + "“No one,” said André, “was in the café.”"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("cp1252"))
    found, notes = taken(path)
    assert report(found).text == text
    assert "Windows-1252" in notes[0]
    assert "UTF-8" in notes[0]


def test_one_damaged_byte_does_not_spoil_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((WORDS + "André, Jérôme, Zoë").encode() + b"\xc3(")
    found, notes = taken(path)
    assert "André, Jérôme, Zoë" in report(found).text
    assert "U+FFFD" in notes[0]


def test_nul_characters_are_kept_and_said(tmp_path: Path) -> None:
    text = WORDS.replace("market", "mar\0ket")
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    found, notes = taken(path)
    assert report(found).text == text
    assert "NUL" in notes[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (bytes(range(256)) * 40, "no text"),
        (b"\x89PNG\r\n\x1a\n" + b"\0\1\2\3" * 300, "no text"),
        (b"word " * 1_000_000, "larger"),
    ],
)
def test_what_is_no_report_is_said_with_its_file_and_the_mend(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "broken.txt"
    path.write_bytes(content)
    message = error(taken(path)[0])
    assert said in message
    assert str(path) in message
    assert message.count(".") >= 3, "it says what is wrong and what to do"


@pytest.mark.parametrize("name", ["page.html", "scan.pdf", "all.zip"])
def test_other_kinds_of_files_are_named_with_the_mend(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(WORDS.encode())
    assert ".txt" in error(taken(tmp_path / name)[0])


def test_a_folder_gives_its_reports_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", "notes.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{name} {WORDS}")
    found, notes = taken(tmp_path)
    assert [item.id for item in found if isinstance(item, Report)] == ["a", "b", "c"]
    assert "left alone: 1" in notes[0]


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    assert "no report" in error(taken(tmp_path)[0])


def test_what_the_caller_knows_fills_what_reports_do_not_say(tmp_path: Path) -> None:
    from datetime import date

    path = tmp_path / "a.json"
    path.write_text('{"id": "a", "text": "Two shells hit the town.", "outlet": "The Herald"}')
    found = report(taken(path, given=Given(date(2024, 5, 1), "Another"))[0])
    assert (found.published, found.outlet) == (date(2024, 5, 1), "The Herald")


ARABIC = "قصفت الطائرات الحربية المدينة يوم الاثنين وقتل رجل واحد في السوق القديم حسب ما قال رئيس البلدية أمس"
GERMAN = "Zwei Granaten trafen am Montag den Markt der Altstadt, und der Bürgermeister sagte, ein Mann sei tot."


@pytest.mark.parametrize(("text", "language"), [(ARABIC, "Arabic"), (GERMAN, "German")])
def test_another_language_is_refused_by_its_name(tmp_path: Path, text: str, language: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    message = error(taken(path)[0])
    assert language in message
    assert "translation" in message


@pytest.mark.parametrize("text", ["Bombs fell.", "Saraqeb: 3 dead", WORDS + ARABIC, "1,200 — 3 — 45"])
def test_short_english_and_mixed_texts_are_taken(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    assert report(taken(path)[0]).text == text


def test_the_same_report_twice_is_coded_once_and_other_words_under_its_id_are_refused(tmp_path: Path) -> None:
    for folder, text in (("a", WORDS), ("b", WORDS), ("c", WORDS + "More.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(text)
    found, notes = taken(tmp_path)
    first, second = found
    assert isinstance(first, Report)
    assert isinstance(second, InputError)
    assert "'x'" in str(second)
    assert "coded once" in notes[0]
