"""Which side of a war the name of an actor belongs to: families such as regime, rebels, isis, russia."""

from __future__ import annotations

import re
from collections.abc import Iterable

from warmonitor.records import Party

NAMED = (
    ("isis", r"(?i:\bisi[sl]\b|da[e']?esh|islamic state)|\bIS\b"),
    ("nusra", r"(?i:nusra|\bhts\b|hay'?at tahrir|qa[ei]da|je?a?[iy]sh al.fatah)"),
    ("kurds", r"(?i:kurd|\bsdf\b|\bypg\b|\bypj\b|\bpkk\b|asayish|syrian democratic)"),
    ("coalition", r"(?i:coalition|\bu\.s\b|america|united states|international milit)|\bUSA?\b"),
    ("russia", r"(?i:russia|\bdpr\b|\blpr\b|(donetsk|luhansk|lugansk) (pr\b|people)|wagner)"),
    ("ukraine", r"(?i:ukrain)"),
    ("turkey", r"(?i:turk|ankara)"),
    ("israel", r"(?i:israel)"),
    ("iran", r"(?i:\biran)"),
    ("hezbollah", r"(?i:h[ei][zs]b[aou]l+ah)"),
    ("uk", r"(?i:\buk\b|brit(ain|ish))"),
    (
        "regime",
        r"(?i:regime|assad|government(?! ally)|loyalist"
        r"|\bsyrian? (arab )?(army|troops|forces|military|air|planes?|war|jets?|heli|or\b|and\b))",
    ),
)
REBELS = (
    (
        "rebels",
        r"(?i:rebel|opposition|free syrian|\bfsa\b|jaysh al-islam|ahrar|islamist|insurgent|faction|terrorist|militant"
        r"|jihadist|gunm[ae]n|armed group|extremist)",
    ),
)
ARMIES = (("regime", r"(?i:syria|\barmy|armed forces|security forces|air ?force|air strikes|president|militia)"),)
LADDER = (NAMED, REBELS, ARMIES)
"""General words decide only where no name does."""
COUNTRIES = {
    "RUS": "russia", "UKR": "ukraine", "TUR": "turkey", "ISR": "israel", "IRN": "iran", "USA": "coalition",
    "GBR": "uk",
}  # fmt: skip


def sides(*names: str | None) -> set[str]:
    """The families that the names belong to; a bare Syria(n) or army is the regime."""
    return {family for name in names if name for family in _families(name)}


def party_sides(parties: Iterable[Party]) -> set[str]:
    """The families of those parties that the report names, by name, words and country."""
    found: set[str] = set()
    for party in parties:
        if party.stated:
            found |= sides(party.name, party.as_written.text if party.as_written else None)
            found |= {COUNTRIES[party.country]} if party.country in COUNTRIES else set()
    return found


def _families(name: str) -> set[str]:
    for table in LADDER:
        found = {family for family, pattern in table if re.search(pattern, name)}
        if found:
            backed = "kurds" in found and "backed" in name  # US-backed Kurdish forces
            return found - {"coalition"} if backed else found
    return set()
