"""The kind of a claimant whom no table knows: by what the finder of parties made of it, or by how it speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from warmonitor.coding.mentions import PartyMention
from warmonitor.coding.voices.drafts import Draft
from warmonitor.coding.voices.people import Speaker
from warmonitor.coding.voices.syntax import Syntax
from warmonitor.records import ClaimantKind, PartyKind

OF_PARTY: dict[PartyKind, ClaimantKind] = {
    "rebel": "armed_group", "militia": "armed_group", "jihadist": "armed_group", "state_force": "military",
    "foreign_force": "military", "government": "government", "media": "media", "aid": "ngo", "civilians": "witness",
    "police": "official", "political": "official",
}  # fmt: skip
OWN = frozenset({"i", "my", "me"})


def by_head(parties: Sequence[PartyMention]) -> dict[int, PartyMention]:
    """Parties under the tokens of their heads."""
    return {party.root: party for party in parties}


def told(tree: Syntax, draft: Draft, who: Speaker, parties: dict[int, PartyMention]) -> Speaker:
    """The speaker with what the party of the same words adds, where nothing else was known of it."""
    party = parties.get(draft.source) if draft.source is not None else None
    if party is not None and who.guessed and party.kind in OF_PARTY:
        return replace(who, kind=OF_PARTY[party.kind], guessed=False)
    if who.guessed and who.person and draft.rule == "direct" and (_personal(tree, draft) or _first_name(who.name)):
        return replace(who, kind="witness", guessed=False)
    return who


def _first_name(name: str) -> bool:
    """Whether a name is one word, or a mother's or father's by-name: how reports call those who hold no office."""
    words = name.split()
    return len(words) == 1 or (len(words) == 2 and words[0].lower() in ("umm", "um", "abu"))


def _personal(tree: Syntax, draft: Draft) -> bool:
    """Whether the words are of one who speaks of what befell him: "I", "my house"."""
    return any(tree.lower[at] in OWN for first, last in draft.contents for at in range(first, last + 1))
