from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from warmonitor.errors import GazetteerError
from warmonitor.gazetteer import Gazetteer, packs

DumpLine = Callable[..., str]


def names_in(path: Path) -> list[str]:
    with Gazetteer(path) as places:
        return [pack.name for pack in places.packs]


def test_a_dump_brings_its_villages_with_licence_and_region(small: Path, dump: Path) -> None:
    pack = packs.add(small, dump)
    assert (pack.name, pack.places, pack.licence) == ("SY", 2, "CC BY 4.0")
    with Gazetteer(small) as places:
        (village,) = places.named("Sarjah")
    assert (village.id, village.country, village.admin1, village.population) == ("geonames:901", "SYR", "Idlib", 1200)


def test_a_pack_of_the_same_name_is_replaced(small: Path, dump: Path) -> None:
    packs.add(small, dump)
    packs.add(small, dump)
    assert names_in(small) == ["warmonitor", "cities500", "SY"]
    with Gazetteer(small) as places:
        assert len(places.named("Sarjah")) == 1


def test_a_dump_with_18_columns_is_refused_by_name_and_line_and_nothing_is_kept(
    small: Path, tmp_path: Path, dump_line: DumpLine
) -> None:
    short = tmp_path / "XX.txt"
    short.write_text(dump_line(1, "Sarjah", 35.7, 36.6, columns=18), encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"XX\.txt, line 1: 18 columns"):
        packs.add(small, short)
    assert names_in(small) == ["warmonitor", "cities500"]


def test_a_corrupt_zip_is_refused(small: Path, dump: Path) -> None:
    whole = bytearray(dump.read_bytes())
    at = whole.find(b"SY.txt") + 20
    whole[at : at + 10] = b"\x00" * 10
    dump.write_bytes(bytes(whole))
    with pytest.raises(GazetteerError, match="damaged"):
        packs.add(small, dump)
    dump.write_bytes(bytes(whole[:100]))
    with pytest.raises(GazetteerError, match="damaged zip"):
        packs.add(small, dump)
    assert names_in(small) == ["warmonitor", "cities500"]


def test_a_dump_cut_off_in_a_line_leaves_the_gazetteer_as_it_was(
    small: Path, tmp_path: Path, dump_line: DumpLine
) -> None:
    cut = tmp_path / "ZZ.zip"
    with zipfile.ZipFile(cut, "w") as archive:
        archive.writestr("ZZ.txt", dump_line(1, "Sarjah", 35.7, 36.6) + "2\tHalf a l")
    with pytest.raises(GazetteerError, match="cut off"):
        packs.add(small, cut)
    with Gazetteer(small) as places:
        assert places.named("Sarjah") == ()


def test_boundaries_with_p_codes_keep_them(small: Path, tmp_path: Path) -> None:
    shape = {
        "type": "Feature",
        "properties": {"ADM3_EN": "Saraqab", "ADM3_AR": "سراقب", "ADM3_PCODE": "SY070102", "ADM1_EN": "Idleb"},
        "geometry": {"type": "Polygon", "coordinates": [[[36.6, 35.8], [36.9, 35.8], [36.9, 36.0], [36.6, 36.0]]]},
    }
    file = tmp_path / "boundaries.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [shape]}), encoding="utf-8")
    packs.add(small, file, licence="CC BY-IGO")
    with Gazetteer(small) as places:
        (found,) = places.named("Saraqab")
    assert (found.id, found.country, found.admin1, found.feature) == ("pcode:SY070102", "SYR", "Idleb", "ADM3")
    assert (found.lat, found.lon) == (35.9, 36.75)


def test_whos_on_first_keeps_its_numbers(small: Path, tmp_path: Path) -> None:
    shape = {
        "type": "Feature",
        "properties": {"wof:id": 421173887, "wof:name": "Taftanaz", "wof:placetype": "locality", "wof:country": "SY"},
        "geometry": {"type": "Point", "coordinates": [36.785, 35.998]},
    }
    file = tmp_path / "421173887.geojson"
    file.write_text(json.dumps(shape), encoding="utf-8")
    packs.add(small, file)
    with Gazetteer(small) as places:
        assert [e.id for e in places.named("Taftanaz")] == ["wof:421173887"]


def test_a_plain_table_needs_a_name_and_a_point(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("name,country,lat,lon,type\nCheckpoint Seven,SY,35.1,36.7,village\n", encoding="utf-8")
    assert packs.add(small, file).places == 1
    file.write_text("name,country\nCheckpoint Seven,SY\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match="columns `lat` and `lon`"):
        packs.add(small, file)


def test_an_excel_table_is_read(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "camps.xlsx"
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rows = [["name", "latitude", "longitude", "country"], ["Camp Hope", "36.2", "36.7", "SY"]]
    body = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>" for row in rows
    )
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet {main}><sheetData>{body}</sheetData></worksheet>")
    assert packs.add(small, file).places == 1


@pytest.mark.parametrize(
    ("name", "content"), [("a.geojson", "{"), ("a.gpkg", "no database"), ("a.xlsx", "no zip"), ("a.pdf", "x")]
)
def test_other_files_are_refused_by_name(small: Path, tmp_path: Path, name: str, content: str) -> None:
    file = tmp_path / name
    file.write_text(content)
    with pytest.raises(GazetteerError, match=r"a\."):
        packs.add(small, file)


def test_what_every_gazetteer_has_cannot_be_removed(small: Path) -> None:
    with pytest.raises(GazetteerError, match="belongs to every gazetteer"):
        packs.remove(small, "cities500")
    with pytest.raises(GazetteerError, match="packs that were added: none"):
        packs.remove(small, "UA")
