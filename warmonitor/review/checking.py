"""What can be ruled: the field is there, the value fits it, and the words are in the report."""

from __future__ import annotations

from warmonitor.errors import BadRuling
from warmonitor.records import Claim, Ruling
from warmonitor.review.fields import edited

ON_CLAIMS = ("accept", "reject", "edit", "unsure")
ON_INCIDENTS = ("accept", "reject", "unsure", "merge", "split")


def check(ruling: Ruling, claim: Claim | None, text: str | None) -> None:
    """Raises BadRuling unless the ruling can be made on this claim (None: it is on an incident) of a report's text."""
    if ruling.action == "undo":
        if not ruling.undoes:
            raise BadRuling("an undo names the ruling that it takes back.", field="undoes")
        return
    if bool(ruling.claim) == bool(ruling.incident):
        raise BadRuling("a ruling is on a claim or on an incident, on one of them.", field="claim")
    if ruling.action not in (ON_CLAIMS if ruling.claim else ON_INCIDENTS):
        thing = "a claim" if ruling.claim else "an incident"
        raise BadRuling(f"{thing} cannot be ruled on with {ruling.action!r}.", field="action")
    if ruling.action in ("merge", "split") and not ruling.others:
        wanted = "the incidents to merge into it" if ruling.action == "merge" else "the claims to split off"
        raise BadRuling(f"it does not name {wanted}.", f"incident {ruling.incident}", field="others")
    if ruling.action == "edit" and claim is not None:
        _check_edit(ruling, claim, text)


def _check_edit(ruling: Ruling, claim: Claim, text: str | None) -> None:
    where = f"claim {claim.id}"
    if not ruling.field:
        raise BadRuling("an edit names its field.", where, field="field")
    if ruling.after is not None and ruling.words is None:
        mend = "Select the words of the report that say so."
        raise BadRuling("a value needs the words that carry it.", where, field=ruling.field, mend=mend)
    words = ruling.words
    if words and (text is None or not words.text.strip() or text[words.start : words.end] != words.text):
        mend = "Select them anew: the report may have changed."
        raise BadRuling("the words are not in the report at that place.", where, field=ruling.field, mend=mend)
    edited(claim, ruling.field, ruling.after, words)
