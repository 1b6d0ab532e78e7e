"""Files as humanitarian sources hand them out."""

from __future__ import annotations

import json
import sqlite3
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

from warmonitor.errors import GazetteerError
from warmonitor.gazetteer import Entry, Gazetteer, Pack, packs

Shape = dict[str, Any]


def feature(lat: float, lon: float, **properties: object) -> Shape:
    named = {key.replace("__", ":"): value for key, value in properties.items()}
    return {"type": "Feature", "properties": named, "geometry": {"type": "Point", "coordinates": [lon, lat]}}


def collection(*features: object) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def only(path: Path, name: str) -> Entry:
    with Gazetteer(path) as places:
        (found,) = places.named(name)
        return found


def zipped(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return path


@pytest.fixture
def geopackage(tmp_path: Path) -> Path:
    """Two places of HOTOSM: a village with a point, a camp with an envelope; and a thing without a name."""
    path = tmp_path / "hotosm_populated_places.gpkg"
    db = sqlite3.connect(path)
    db.executescript(
        "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT);"
        "INSERT INTO gpkg_geometry_columns VALUES ('places', 'geom');"
        'CREATE TABLE places (fid INTEGER, geom BLOB, name TEXT, "name:ar" TEXT, place TEXT, osm_id INTEGER,'
        " osm_type TEXT, population TEXT);"
    )
    point = b"GP\x00\x01" + struct.pack("<i", 4326) + struct.pack("<BI2d", 1, 1, 36.61, 35.92)
    box = b"GP\x00\x03" + struct.pack("<i", 4326) + struct.pack("<4d", 36.2, 36.4, 36.0, 36.2) + bytes(9)
    db.execute("INSERT INTO places VALUES (1, ?, 'Zardana', 'زردنا', 'village', 12345, 'nodes', '9000')", (point,))
    db.execute("INSERT INTO places VALUES (2, ?, 'Camp Sunrise', NULL, 'camp', 77, 'ways_poly', NULL)", (box,))
    db.execute("INSERT INTO places VALUES (3, ?, NULL, NULL, 'hamlet', 78, 'nodes', NULL)", (point,))
    db.commit()
    db.close()
    return path


def test_a_geopackage_of_hotosm_is_openstreetmaps_with_its_licence(small: Path, geopackage: Path) -> None:
    pack = packs.add(small, geopackage)
    assert (pack.places, pack.licence, pack.source) == (2, "ODbL 1.0", "OpenStreetMap contributors, HOTOSM")
    village, camp = only(small, "زردنا"), only(small, "Camp Sunrise")
    assert (village.id, village.name, village.lat, village.lon) == ("osm:node/12345", "Zardana", 35.92, 36.61)
    assert (village.feature, village.population) == ("PPL", 9000)
    assert (camp.id, camp.feature, camp.lat, camp.lon) == ("osm:way/77", "CMP", 36.1, 36.3)


def test_geojson_of_hotosm_in_the_zip_that_it_comes_in(small: Path, tmp_path: Path) -> None:
    shapes = collection(feature(35.92, 36.61, name="Zardana", osm_id=12345, osm_type="nodes", place="village"))
    file = zipped(tmp_path / "hotosm_syr.zip", README__txt="about", places__geojson=shapes)
    pack = packs.add(small, file)
    assert (pack.name, pack.places, pack.licence) == ("hotosm_syr", 1, "ODbL 1.0")
    assert only(small, "Zardana").id == "osm:node/12345"


def test_a_damaged_file_in_a_zip_is_named_and_nothing_is_kept(small: Path, tmp_path: Path) -> None:
    good = collection(feature(35.92, 36.61, name="Zardana", osm_id=1))
    file = zipped(tmp_path / "two.zip", a__geojson=good, b__geojson="{")
    with pytest.raises(GazetteerError, match=r"two\.zip.*b\.geojson"):
        packs.add(small, file)
    with Gazetteer(small) as places:
        assert places.named("Zardana") == ()


@pytest.mark.parametrize(
    "properties",
    [
        {"ADM2_EN": "Harim", "ADM2_AR": "حارم", "ADM2_PCODE": "SY0704", "ADM1_EN": "Idleb", "ADM1_PCODE": "SY07"},
        {"adm2_name": "Harim", "adm2_name1": "حارم", "adm2_pcode": "SY0704", "adm1_name": "Idleb", "iso3": "SYR"},
        {"admin2Name_en": "Harim", "admin2Name_ar": "حارم", "admin2Pcode": "SY0704", "admin1Name_en": "Idleb"},
    ],
)
def test_boundaries_of_each_year_keep_their_p_codes(small: Path, tmp_path: Path, properties: dict[str, str]) -> None:
    file = tmp_path / "boundaries.geojson"
    file.write_text(collection(feature(36.2, 36.5, **properties)), encoding="utf-8")
    pack = packs.add(small, file)
    assert "HDX" in pack.licence
    for name in ("Harim", "حارم"):
        found = only(small, name)
        assert (found.id, found.feature, found.country, found.admin1) == ("pcode:SY0704", "ADM2", "SYR", "Idleb")


def test_tables_of_boundaries_have_their_middles(small: Path, tmp_path: Path) -> None:
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rows = [
        ["adm3_name", "adm3_name1", "adm3_pcode", "adm1_name", "center_lat", "center_lon"],
        ["Salqin", "سلقين", "SY070401", "Idleb", "36.14", "36.45"],
    ]
    body = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>" for row in rows
    )
    file = tmp_path / "syr_admin_boundaries.xlsx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet {main}><sheetData>{body}</sheetData></worksheet>")
    assert packs.add(small, file).places == 1
    found = only(small, "سلقين")
    assert (found.id, found.feature, found.lat, found.lon) == ("pcode:SY070401", "ADM3", 36.14, 36.45)


@pytest.fixture
def records() -> dict[str, Shape]:
    """Records of Who's On First: one that stands, one that was replaced, one that is a postcode."""
    return {
        "1": feature(36.0, 36.8, wof__id=1, wof__name="Taftanaz", wof__placetype="locality", wof__country="SY",
                     name__ara_x_preferred=["تفتناز"], mz__is_current=1, wof__superseded_by=[]),
        "2": feature(35.0, 36.0, wof__id=2, wof__name="Oldtown", wof__placetype="locality", wof__superseded_by=[1]),
        "3": feature(35.0, 36.0, wof__id=3, wof__name="Post Seven", wof__placetype="postalcode"),
    }  # fmt: skip


def check_records(path: Path, pack: Pack) -> None:
    assert (pack.places, pack.title) == (1, "Who's On First")
    assert only(path, "تفتناز").id == "wof:1"


def test_who_is_on_first_as_a_database(small: Path, tmp_path: Path, records: dict[str, Shape]) -> None:
    file = tmp_path / "whosonfirst-data-admin-sy-latest.db"
    db = sqlite3.connect(file)
    db.execute("CREATE TABLE geojson (id INTEGER PRIMARY KEY, body TEXT)")
    db.executemany("INSERT INTO geojson VALUES (?, ?)", [(int(n), json.dumps(one)) for n, one in records.items()])
    db.commit()
    db.close()
    check_records(small, packs.add(small, file))


def test_who_is_on_first_as_a_zip_of_records(small: Path, tmp_path: Path, records: dict[str, Shape]) -> None:
    files = {f"{number}__geojson": json.dumps(record) for number, record in records.items()}
    files["1-alt-quattroshapes__geojson"] = json.dumps(feature(1, 1, name="Elsewhere"))
    check_records(small, packs.add(small, zipped(tmp_path / "whosonfirst.zip", **files)))


def test_what_is_no_feature_among_features_costs_no_other(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "mixed.geojson"
    odd = ("text", {"properties": None}, {"type": "Feature", "geometry": {"coordinates": "x"}})
    file.write_text(collection(*odd, feature(35.0, 36.0, name="Checkpoint Nine")), encoding="utf-8")
    assert packs.add(small, file, licence="mine").places == 1


@pytest.mark.parametrize("name", ["places.db", "places.zip"])
def test_what_is_none_of_these_is_refused_by_name(small: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("neither a database nor a zip")
    with pytest.raises(GazetteerError, match=name):
        packs.add(small, file)
