"""Which language a text is in, and what becomes of reports that are read in part."""

from __future__ import annotations

from pathlib import Path

import pytest

from warmonitor.intake import take
from warmonitor.intake.language import Tongues, called
from warmonitor.records import Report


@pytest.fixture(scope="module")
def tongues() -> Tongues:
    return Tongues()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Familias evacuadas: 32", "es"),
        ("Evacuados: 1.300", "es"),
        ("Déplacé individu 4,157", "fr"),
        ("Nombre de ménages déplacés : 349", "fr"),
        ("Famílias desabrigadas: 50", "pt"),
        ("Los combates de esta semana han obligado a 300 familias a dejar sus casas en el norte.", "es"),
        ("Les combats de cette semaine ont forcé 300 familles à quitter leurs maisons dans le nord.", "fr"),
        ("Os combates desta semana deixaram 300 famílias desalojadas no norte da província.", "pt"),
    ],
)
def test_reports_and_short_lines_of_the_languages_that_are_read_in_part(
    tongues: Tongues, text: str, language: str
) -> None:
    assert tongues.other(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Number of displaced: 452",
        "Evacuation total: 300",
        "Bombs fell.",
        "Rio de Janeiro",
        "Rebels killed five men near Hama__\u00e2___\u00e2__\u00e2__s market, state television told viewers \u00e2.",
        "Destruction in La Paz",
        "Casa Blanca shelled again",
        "The families of La Esperanza and Las Casas were evacuated to the Casa del Pueblo on Monday, he said.",
        "452",
        "",
    ],
)
def test_english_stays_english_with_names_of_elsewhere_in_it(tongues: Tongues, text: str) -> None:
    assert tongues.other(text) is None


def test_the_language_that_a_short_report_names_counts_where_no_word_is_english(tongues: Tongues) -> None:
    assert tongues.other("Tumaco 300", "Spanish") == tongues.other("Tumaco 300", "es-CO") == "es"
    assert tongues.other("The town", "es") is None


def test_a_language_is_called_by_its_name_or_its_code() -> None:
    assert (called("pt"), called("xx")) == ("Portuguese", "another language (xx)")


def test_a_report_read_in_part_says_so_and_carries_its_language(tmp_path: Path) -> None:
    path, notes = tmp_path / "a.txt", list[str]()
    path.write_text("Familias evacuadas: 32", "utf-8")
    (found,) = take([path], tell=notes.append)
    assert isinstance(found, Report)
    assert found.language == "es"
    assert "Spanish" in notes[0]
    assert "other events are not" in notes[0]


def test_an_english_report_that_was_labelled_otherwise_is_read_as_english(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"id": "a", "text": "Two shells hit the town.", "language": "es"}')
    (found,) = take([path])
    assert isinstance(found, Report)
    assert found.language == "en"
