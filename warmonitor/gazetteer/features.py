"""What kind of place a source means, as a GeoNames feature code."""

from __future__ import annotations

_KINDS = {
    "country": "PCLI", "region": "ADM1", "state": "ADM1", "province": "ADM1", "governorate": "ADM1", "oblast": "ADM1",
    "county": "ADM2", "district": "ADM2", "subdistrict": "ADM3", "localadmin": "ADM3", "municipality": "ADM3",
    "city": "PPL", "town": "PPL", "village": "PPL", "hamlet": "PPL", "locality": "PPL", "isolated_dwelling": "PPL",
    "farm": "PPL", "suburb": "PPLX", "neighbourhood": "PPLX", "quarter": "PPLX", "borough": "PPLX", "macrohood": "PPLX",
    "camp": "CMP", "refugee_site": "CMP", "island": "ISL", "airport": "AIRP", "aerodrome": "AIRP", "hospital": "HSP",
    "school": "SCH", "bridge": "BDG", "dam": "DAM", "military": "INSM",
}  # fmt: skip
_CODES = frozenset("PPL PPLA PPLA2 PPLA3 PPLA4 PPLC PPLX PPLL PPLF PPLS PPLR PPLQ PPLW STLMT".split())


def feature(kind: str | None) -> str:
    """The code for a word of a source ("village", "county"), or the code itself; a populated place if unknown."""
    if not kind:
        return "PPL"
    word = kind.strip()
    if word.isupper() and (word in _CODES or len(word) <= 5):
        return "PPL" if word == "PPLL" else word
    return _KINDS.get(word.lower(), "PPL")
