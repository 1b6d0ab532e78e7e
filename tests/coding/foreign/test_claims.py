"""Situation reports in Spanish, French and Portuguese: figures of people moved and houses hit, with their words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.records import Claim

Told = Callable[[str, str], tuple[Claim, ...]]
Figure = tuple[str, str, float | None, str | None]


def figures(claims: tuple[Claim, ...]) -> list[Figure]:
    return [(c.event_type, c.trigger.text, t.best, t.group) for c in claims for t in c.tolls]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Las lluvias destruyeron 31 viviendas y dañaron otras 120 en Tumaco.",
         [("property_damage", "destruyeron", 31, "houses"), ("property_damage", "dañaron", 120, "houses")]),
        ("es", "Por los combates, 45 familias y 200 personas fueron evacuadas a una casa comunal.",
         [("displacement", "evacuadas", 45, "families"), ("displacement", "evacuadas", 200, "people")]),
        ("es", "Hay más de 1.300 evacuados y 12 desaparecidos.", [("displacement", "evacuados", 1300, "people")]),
        ("es", "Murieron 12 personas y 300 fueron evacuadas.", [("displacement", "evacuadas", 300, "people")]),
        ("es", "Tras evacuar la zona, dos mil personas fueron reubicadas.",
         [("displacement", "reubicadas", 2000, "people")]),
        ("es", "Un misil dejó 60 familias sin hogar.", [("displacement", "sin hogar", 60, "families")]),
        ("es", "El número de desplazados asciende a 12.400.", [("displacement", "desplazados", 12400, "people")]),
        ("es", "La comuna registra 2 mil viviendas con daños.", [("property_damage", "daños", 2000, "houses")]),
        ("es", "Se reportan 340 casas destruidas, 1.200 averiadas y 4 escuelas dañadas.",
         [("property_damage", "destruidas", 340, "houses"), ("property_damage", "averiadas", 1200, "houses")]),
        ("es", "La guerrilla expulsó a 25 familias campesinas de sus tierras.",
         [("displacement", "expulsó", 25, "families")]),
        ("fr", "Le nombre de déplacés internes est estimé à 1,6 million.",
         [("displacement", "déplacés", 1.6e6, "IDPs")]),
        ("fr", "Quelque 600 familles ont trouvé refuge dans des écoles.",
         [("displacement", "trouvé refuge", 600, "families")]),
        ("pt", "Os ataques provocaram a fuga de mais de 35 mil pessoas.", [("displacement", "fuga", 35000, "people")]),
        ("fr", "Les tirs ont détruit 340 maisons et forcé 1 200 ménages à quitter leurs foyers.",
         [("property_damage", "détruit", 340, "houses"), ("displacement", "quitter leurs foyers", 1200, "households")]),
        ("fr", "Déplacé individu 4,157", [("displacement", "Déplacé", 4157, "people")]),
        ("fr", "Nombre de ménages déplacés : 349", [("displacement", "déplacés", 349, "households")]),
        ("fr", "On compte 2.081 PDI (517 ménages).", [("displacement", "PDI", 2081, "IDPs")]),
        ("fr", "Une centaine de personnes ont été évacuées.", [("displacement", "évacuées", 100, "people")]),
        ("fr", "Dix familles sont sans-abri après l'attaque.", [("displacement", "sans-abri", 10, "families")]),
        ("fr", "Plus de 80 déplacés sont hébergés dans une école.", [("displacement", "déplacés", 80, "people")]),
        ("pt", "Os ataques deixaram 1.200 famílias desalojadas.", [("displacement", "desalojadas", 1200, "families")]),
        ("pt", "Mais de 340 casas foram destruídas.", [("property_damage", "destruídas", 340, "houses")]),
        ("pt", "Cento e vinte pessoas foram abrigadas numa escola.", [("humanitarian", "abrigadas", 120, "people")]),
    ],
)  # fmt: skip
def test_the_figures_of_a_sentence(told: Told, language: str, text: str, expected: list[Figure]) -> None:
    assert figures(told(language, text)) == expected


def test_rows_of_a_table_are_read_one_by_one(told: Told) -> None:
    found = told("es", "Familias evacuadas: 32\nViviendas destruidas: 10\nPersonas albergadas: 1.250")
    assert figures(found) == [
        ("displacement", "evacuadas", 32, "families"),
        ("property_damage", "destruidas", 10, "houses"),
        ("humanitarian", "albergadas", 1250, "people"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Murieron 12 personas y 300 resultaron heridas."),
        ("es", "El 3 de mayo fueron atacados 4 puestos."),
        ("fr", "Le ministre s'est déplacé le 12 mai avec 3 officiers."),
        ("fr", "Le 14 juin, 200 soldats ont attaqué la ville."),
        ("pt", "O governo entregou 300 toneladas de arroz."),
    ],
)
def test_other_numbers_are_left_alone(told: Told, language: str, text: str) -> None:
    assert told(language, text) == ()


def test_letters_that_were_lost_are_guessed(told: Told) -> None:
    (claim,) = told("es", "M\ufffds de diez familias fueron evacuadas de Popay\ufffdn.")
    assert figures((claim,)) == [("displacement", "evacuadas", 10, "families")]
    assert claim.tolls[0].as_written.text == "M\ufffds de diez familias"
    assert claim.tolls[0].bound == ">"
    assert [place.name for place in claim.places] == ["Popayán"]


def test_names_with_hyphens_are_one_name(told: Told) -> None:
    (claim,) = told("fr", "On a procédé à l'évacuation de 800 habitants de Port-au-Prince.")
    assert [(p.name, p.as_written and p.as_written.text) for p in claim.places] == [("Port-au-Prince",) * 2]


def test_places_of_the_sentence_with_their_role(told: Told) -> None:
    (claim,) = told("fr", "Au Tchad, 300 familles ont fui vers la ville de Bangui.")
    assert [(p.name, p.role, p.as_written and p.as_written.text) for p in claim.places] == [
        ("Chad", "event", "Tchad"), ("Bangui", "destination", "Bangui"),
    ]  # fmt: skip


def test_a_sentence_without_a_place_is_where_the_one_before_was(told: Told) -> None:
    first, second = told("es", "En Tumaco hay 300 evacuados. Otras 20 casas fueron quemadas.")
    assert first.places == second.places
    assert [place.country for place in second.places] == ["COL"]


def test_a_place_without_a_word_before_it_that_says_so_is_none(told: Told) -> None:
    (claim,) = told("pt", "O senhor Beira disse que 300 pessoas foram evacuadas.")
    assert claim.places == ()


@pytest.mark.parametrize(
    ("language", "text", "realis", "negated"),
    [
        ("es", "Unas 300 familias pueden ser evacuadas.", "hypothetical", False),
        ("fr", "Quelque 300 familles seront évacuées.", "future_expected", False),
        ("es", "Las 300 familias no fueron evacuadas.", "occurred", True),
        ("pt", "Foram evacuadas 300 famílias.", "occurred", False),
    ],
)
def test_what_may_come_or_did_not_happen(told: Told, language: str, text: str, realis: str, negated: bool) -> None:
    (claim,) = told(language, text)
    assert (claim.realis, claim.negated) == (realis, negated)


def test_two_claims_of_the_same_words_have_two_ids(told: Told) -> None:
    found = told("es", "Hay 20 evacuados y 30 desplazados.")
    assert len({claim.id for claim in found}) == len(found) == 2


PIECES = (
    "300 familias", "evacuadas", "1.300", "un centenar de casas", "destruidas", "y", ",", ".", "\n", "entre", "\ufffd",
    "?", "en Popayán", "400", "número de", "déplacés", "(", "é\u0301", "😀", "mil", "millones", "%",
)  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["es", "fr", "pt"]))
def test_every_span_is_in_the_text_however_mangled(told: Told, pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    for claim in told(language, text):
        spans = [claim.evidence, claim.trigger, *(t.as_written for t in claim.tolls)]
        spans += [p.as_written for p in claim.places if p.as_written]
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert all(claim.evidence.start <= t.as_written.start < claim.evidence.end for t in claim.tolls)
