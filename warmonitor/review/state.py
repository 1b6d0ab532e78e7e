"""How people left a claim: the coder's hand and the reviewer's apart, and whether they agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from warmonitor.errors import BadRuling
from warmonitor.records import Claim, Record, Ruling
from warmonitor.review.fields import edited
from warmonitor.review.force import in_force

Standing = Literal["coded", "accepted", "rejected", "edited", "unsure"]
STANDINGS: dict[str, Standing] = {"accept": "accepted", "reject": "rejected", "edit": "edited", "unsure": "unsure"}
OPEN = ("coded", "unsure")


class Stand(NamedTuple):
    """How the coder and the reviewer stand to a claim: all that decides who has to look at it."""

    coder: Standing
    reviewer: Standing
    agreed: bool
    """Coder and reviewer have both decided, and to the same."""
    stale: bool
    """The text has changed since people ruled on it; their rulings wait for a new look and do not count."""
    broken: bool
    """An edit no longer fits the claim: it is coded anew and lacks the item."""
    confidence: float


class State(Record):
    """A claim as it was coded, as the coder and the reviewer left it, and how each of them stands to it."""

    coded: Claim
    claim: Claim
    """With the edits that stand; the reviewer's come after the coder's."""
    coder: Standing = "coded"
    reviewer: Standing = "coded"
    agreed: bool = False
    """Coder and reviewer have both decided, and to the same."""
    stale: bool = False
    """The text has changed since people ruled on it; their rulings wait for a new look and do not count."""
    broken: tuple[str, ...] = ()
    """Ids of edits that no longer fit the claim: it is coded anew and lacks the item. They are passed over."""

    @property
    def stand(self) -> Stand:
        """The same without the claim."""
        return Stand(
            self.coder, self.reviewer, self.agreed, self.stale, bool(self.broken), self.coded.confidence
        )  # fmt: skip

    @property
    def standing(self) -> Standing:
        """The reviewer's decision, else the coder's."""
        return self.reviewer if self.reviewer != "coded" else self.coder

    @property
    def rejected(self) -> bool:
        """Whether the claim is out."""
        return self.standing == "rejected"


def state_of(claim: Claim, rulings: Iterable[Ruling]) -> State:
    """How the rulings on a claim leave it; they come in the order in which they were made."""
    standing = tuple(ruling for ruling in in_force(rulings) if ruling.claim is not None)
    valid = tuple(ruling for ruling in standing if ruling.report_sha256 in (None, claim.report_sha256))
    by_coder = [ruling for ruling in valid if ruling.role == "coder"]
    by_reviewer = [ruling for ruling in valid if ruling.role == "reviewer"]
    coder, reviewer = standing_of(by_coder), standing_of(by_reviewer)
    first, broken = _with_edits(claim, by_coder)
    final, more = _with_edits(first, by_reviewer)
    decided = coder not in OPEN and reviewer not in OPEN
    alike = (coder == "rejected") == (reviewer == "rejected") and (reviewer == "rejected" or first == final)
    return State(
        coded=claim,
        claim=final,
        coder=coder,
        reviewer=reviewer,
        agreed=decided and alike,
        stale=bool(standing) and not valid,
        broken=broken + more,
    )


def stand_of(sha256: str, confidence: float, rulings: Iterable[Ruling]) -> Stand | None:
    """As `state_of(...).stand`, of a claim whose record is not at hand: one coded of the text with that checksum.

    None if somebody edited it: then only the claim itself can say whether two people came to the same.
    """
    standing = in_force(rulings)
    if any(ruling.action == "edit" for ruling in standing):
        return None
    valid = [ruling for ruling in standing if ruling.report_sha256 in (None, sha256)]
    coder = standing_of(ruling for ruling in valid if ruling.role == "coder")
    reviewer = standing_of(ruling for ruling in valid if ruling.role == "reviewer")
    agreed = coder not in OPEN and reviewer not in OPEN and (coder == "rejected") == (reviewer == "rejected")
    return Stand(coder, reviewer, agreed, bool(standing) and not valid, False, confidence)


def standing_of(rulings: Iterable[Ruling]) -> Standing:
    """What the last decision of these (all in force) leaves a claim or an incident as."""
    last: Standing = "coded"
    for ruling in rulings:
        decided = STANDINGS.get(ruling.action)
        if decided == "accepted" and last == "edited":
            continue  # to accept what was edited keeps the edits
        last = decided or last
    return last


def _with_edits(claim: Claim, rulings: Sequence[Ruling]) -> tuple[Claim, tuple[str, ...]]:
    broken: list[str] = []
    for ruling in rulings:
        if ruling.action == "edit" and ruling.field:
            try:
                claim = edited(claim, ruling.field, ruling.after, ruling.words)
            except BadRuling:
                broken.append(ruling.id)
    return claim, tuple(broken)
