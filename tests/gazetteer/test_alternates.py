from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from warmonitor.errors import GazetteerError
from warmonitor.gazetteer import Gazetteer, packs


def lines(*rows: tuple[str, str, str]) -> str:
    """Lines of alternateNamesV2: (GeoNames number, language, name)."""
    return "".join(f"{at}\t" + "\t".join(row) + "\t" * 6 + "\n" for at, row in enumerate(rows))


@pytest.fixture
def more(tmp_path: Path) -> Path:
    """A file of alternate names beside a list of languages, as GeoNames packs it; the towns are those of `small`."""
    path = tmp_path / "names" / "SY.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("iso-languagecodes.txt", "ISO 639-3\tISO 639-2\n")
        archive.writestr(
            "alternateNamesV2.txt",
            lines(("1", "fr", "Saraqeb-la-Blanche"), ("2", "link", "https://example.org/2"), ("77", "en", "Elsewhere"))
            + lines(("2", "tr", "Kefer Nebil")),
        )
    return path


def test_places_are_found_by_their_other_names(small: Path, more: Path) -> None:
    pack = packs.add(small, more)
    assert (pack.name, pack.places, pack.licence) == ("SY-names", 2, "CC BY 4.0")
    with Gazetteer(small) as places:
        (town,) = places.named("Saraqeb-la-Blanche")
        assert (town.id, town.name, town.population) == ("geonames:1", "Saraqib", 34_231)
        assert [e.id for e in places.named("Kefer Nebil")] == ["geonames:2"]
        assert [e.id for e in places.named("Saraqib")] == ["geonames:1"]
        assert places.named("Elsewhere") == ()


def test_the_dump_of_the_same_file_name_stays(small: Path, dump: Path, more: Path) -> None:
    packs.add(small, dump)
    packs.add(small, more)
    packs.add(small, more)
    with Gazetteer(small) as places:
        assert [pack.name for pack in places.packs] == ["warmonitor", "cities500", "SY", "SY-names"]
        assert places.named("Sarjah")


def test_names_go_when_their_pack_goes(small: Path, more: Path) -> None:
    packs.add(small, more)
    packs.remove(small, "SY-names")
    with Gazetteer(small) as places:
        assert places.named("Kefer Nebil") == ()
        assert len(places.named("Kafr Nabl")) == 1


def test_a_file_cut_off_in_a_line_leaves_the_gazetteer_as_it_was(small: Path, tmp_path: Path) -> None:
    cut = tmp_path / "names.txt"
    cut.write_text(lines(("1", "fr", "Saraqeb-la-Blanche")) + "9\t2\tt", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"names\.txt, line 2: 3 columns"):
        packs.add(small, cut)
    with Gazetteer(small) as places:
        assert places.named("Saraqeb-la-Blanche") == ()


def test_names_of_places_that_nobody_has_are_told(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "names.txt"
    file.write_text(lines(("99999", "fr", "Ailleurs")), encoding="utf-8")
    with pytest.raises(GazetteerError, match="names no place of the gazetteer"):
        packs.add(small, file)
