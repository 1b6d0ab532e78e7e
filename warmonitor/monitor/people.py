"""What people ruled, beside what was coded: rulings are checked and appended, claims are shown as they leave them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Literal

from warmonitor import review
from warmonitor.errors import NotThere
from warmonitor.monitor.results import RuledClaim
from warmonitor.records import Claim, Ruling
from warmonitor.store import Store


def rule(store: Store, ruling: Ruling) -> Ruling:
    """Checks and appends a ruling, completed with what is known of its claim; what was appended.

    Raises NotThere for what is not there, BadRuling for what cannot be ruled.
    """
    complete = _of_undone(store, ruling) if ruling.action == "undo" else _of_claim(store, ruling)
    if complete.incident and store.incident(complete.incident) is None:
        raise NotThere("incident", complete.incident, "`warmonitor incidents` lists them.")
    store.rule(complete)
    return complete


def _of_undone(store: Store, ruling: Ruling) -> Ruling:
    """An undoing is kept with the claim or incident of what it undoes, so that it is found there."""
    review.check(ruling, None, None)
    undone = next((made for made in store.rulings() if made.id == ruling.undoes), None)
    if undone is None:
        raise NotThere("ruling", ruling.undoes or "", "It may belong to another store.")
    return ruling.model_copy(update={"claim": undone.claim, "incident": undone.incident})


def _of_claim(store: Store, ruling: Ruling) -> Ruling:
    if ruling.claim is None:
        review.check(ruling, None, None)
        return ruling
    now = ruled_claim(store, ruling.claim)
    kept = store.report(now.coded.report_id)
    review.check(ruling, now.claim, kept.report.text if kept else None)
    before = review.value_of(now.claim, ruling.field) if ruling.action == "edit" and ruling.field else ruling.before
    known = {"claim": now.coded.id, "before": before, "report_sha256": now.coded.report_sha256}
    return ruling.model_copy(update=known)


def ruled_claim(store: Store, claim_id: str) -> RuledClaim:
    """A claim with what was ruled on it, on older texts of its report too. Raises NotThere."""
    claim = store.claim(claim_id)
    if claim is None:
        mend = "An id may be cut short, but only one claim may begin so; `warmonitor incident ID` shows ids of claims."
        raise NotThere("claim", claim_id, mend)
    older = _carried(store, claim.report_id, (claim,))
    return _ruled(claim, (*older.get(claim.id, ()), *store.rulings(claim=claim.id)))


def ruled_claims(
    store: Store,
    claims: Sequence[Claim],
    rulings: Iterable[Ruling] | None = None,
    ruled_before: Container[str] | None = None,
) -> list[RuledClaim]:
    """Claims with what was ruled on them, in their order; `rulings` are all of the store, if they are known already.

    `ruled_before` names the reports of which older texts were ruled on (None: any may have been).
    """
    made = by_claim(store.rulings() if rulings is None else rulings)
    found = []
    carried: dict[str, dict[str, tuple[Ruling, ...]]] = {}
    for claim in claims:
        before = ruled_before is None or claim.report_id in ruled_before
        if made and before and claim.report_id not in carried:
            mine = [other for other in claims if other.report_id == claim.report_id]
            carried[claim.report_id] = _carried(store, claim.report_id, mine)
        older = carried.get(claim.report_id, {}).get(claim.id, ())
        found.append(_ruled(claim, (*older, *made.get(claim.id, ()))))
    return found


def reports_ruled_before(store: Store, gone: Iterable[str]) -> frozenset[str]:
    """The reports of claims that are `gone`: since they were ruled on, the text has changed or was coded otherwise."""
    return frozenset(claim.report_id for claim in map(store.claim, sorted(gone)) if claim)


def by_claim(rulings: Iterable[Ruling]) -> dict[str, list[Ruling]]:
    """Rulings by the claim that they are on."""
    found: dict[str, list[Ruling]] = {}
    for ruling in rulings:
        if ruling.claim is not None:
            found.setdefault(ruling.claim, []).append(ruling)
    return found


def _carried(store: Store, report_id: str, claims: Sequence[Claim]) -> dict[str, tuple[Ruling, ...]]:
    """Rulings on claims of older texts of the report, under the claims that took their place."""
    versions = store.versions(report_id)
    found: dict[str, tuple[Ruling, ...]] = {}
    for before in versions[:-1]:
        ids = {claim.id for claim in claims}
        old = [claim for claim in store.claims(report_id=report_id, version=before.version) if claim.id not in ids]
        rulings = [ruling for claim in old for ruling in store.rulings(claim=claim.id)]
        for claim_id, made in review.carry(old, claims, rulings).items() if rulings else ():
            found[claim_id] = (*found.get(claim_id, ()), *made)
    return found


def _ruled(claim: Claim, rulings: Sequence[Ruling]) -> RuledClaim:
    state = review.state_of(claim, rulings)
    return RuledClaim(
        coded=claim,
        claim=state.claim,
        standing=state.standing,
        rulings=tuple(rulings),
        stale=state.stale,
        coder=state.coder,
        reviewer=state.reviewer,
        agreed=state.agreed,
    )


def must_be_there(store: Store, kind: Literal["report", "person", "ruling"], name: str) -> None:
    """Raises NotThere if what shall be erased is not in the store; a person is looked for when it is erased."""
    if kind == "report" and store.report(name) is None:
        raise NotThere("report", name, "`warmonitor incident ID` names the reports behind it.")
    if kind == "ruling" and all(ruling.id != name for ruling in store.rulings()):
        raise NotThere("ruling", name, "`warmonitor explain ID` shows the rulings on a claim.")
