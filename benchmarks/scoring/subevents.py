"""CASE 2021, task 2: which of ACLED's sub-events a snippet tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from benchmarks.scoring.counts import GoldRecord, Score
from benchmarks.scoring.spans import by_report
from warmonitor.records import Claim

LABELS = {
    "Armed clash": "ARMED_CLASH",
    "Government regains territory": "GOV_REGAINS_TERIT",
    "Non-state actor overtakes territory": "NON_STATE_ACTOR_OVERTAKES_TER",
    "Air/drone strike": "AIR_STRIKE",
    "Shelling/artillery/missile attack": "ART_MISS_ATTACK",
    "Suicide bomb": "SUIC_BOMB",
    "Remote explosive/landmine/IED": "REM_EXPLOS",
    "Grenade": "GRENADE",
    "Chemical weapon": "CHEM_WEAP",
    "Attack": "ATTACK",
    "Abduction/forced disappearance": "ABDUCT_DISSAP",
    "Sexual violence": "SEX_VIOL",
    "Peaceful protest": "PEACE_PROTEST",
    "Protest with intervention": "PROTEST_WITH_INTER",
    "Excessive force against protesters": "FORCE_AGAINST_PROTEST",
    "Violent demonstration": "VIOL_DEMONSTR",
    "Mob violence": "MOB_VIOL",
    "Agreement": "AGREEMENT",
    "Arrests": "ARREST",
    "Change to group/activity": "CHANGE_TO_GROUP_ACT",
    "Disrupted weapons use": "DISR_WEAP",
    "Headquarters or base established": "HQ_ESTABLISHED",
    "Looting/property destruction": "PROPERTY_DISTRUCT",
    "Non-violent transfer of territory": "NON_VIOL_TERRIT_TRANSFER",
    "Other": "OTHER",
}
"""ACLED's words and the labels of the set."""
BY_TYPE = {
    "battle": "ARMED_CLASH", "air_strike": "AIR_STRIKE", "shelling": "ART_MISS_ATTACK", "suicide_bombing": "SUIC_BOMB",
    "bombing": "REM_EXPLOS", "chemical_attack": "CHEM_WEAP", "shooting": "ATTACK", "attack": "ATTACK",
    "execution": "ATTACK", "casualty_report": "ATTACK", "offensive_launch": "ARMED_CLASH",
    "withdrawal": "NON_VIOL_TERRIT_TRANSFER", "deployment": "HQ_ESTABLISHED", "abduction": "ABDUCT_DISSAP",
    "arrest": "ARREST", "agreement": "AGREEMENT", "ceasefire": "AGREEMENT", "diplomatic_meeting": "DIPLO",
    "diplomatic_tension": "DIPLO", "sanction": "DIPLO", "demand": "DIPLO", "ultimatum": "DIPLO", "threat": "DIPLO",
    "statement": "DIPLO", "property_damage": "PROPERTY_DISTRUCT",
}  # fmt: skip
STATES = frozenset({"state_force", "foreign_force", "government", "police"})


class Gold(GoldRecord):
    """One snippet and its label."""

    label: str


def score(golds: Sequence[Gold], claims: Iterable[Claim]) -> Score:
    """The headline is the F1 of each of ACLED's 25 sub-events, weighted by how often it occurs."""
    of = by_report(claims)
    pairs = [(gold.label, label(next(iter(of[gold.report_id]), None))) for gold in golds]
    expected, known = Counter(gold for gold, _ in pairs), frozenset(LABELS.values())
    right = sum(gold == found for gold, found in pairs)
    figures = {
        "weighted F1 of ACLED's 25 sub-events": _weighted(pairs, [name for name in expected if name in known]),
        "weighted F1 of all 30 classes": _weighted(pairs, list(expected)),
        "accuracy": round(100 * right / max(1, len(pairs)), 1),
    }
    return Score(len(golds), figures)


def label(claim: Claim | None) -> str:
    """The claim's own sub-event; without one, what its type suggests, for ground also who took it."""
    if claim is None:
        return "OTHER"
    if claim.acled:
        return LABELS.get(claim.acled.sub_event_type, "OTHER")
    if claim.event_type in ("territory_gain", "territory_loss"):
        taken_by_state = any(agent.kind in STATES for agent in claim.agents)
        return "GOV_REGAINS_TERIT" if taken_by_state else "NON_STATE_ACTOR_OVERTAKES_TER"
    return BY_TYPE.get(claim.event_type, "OTHER")


def _weighted(pairs: Sequence[tuple[str, str]], names: Sequence[str]) -> float:
    expected, predicted = Counter(gold for gold, _ in pairs), Counter(found for _, found in pairs)
    right = Counter(gold for gold, found in pairs if gold == found)
    f1 = {name: 200 * right[name] / (expected[name] + predicted[name]) for name in names}
    return round(sum(f1[name] * expected[name] for name in names) / max(1, sum(expected[name] for name in names)), 1)
