"""What a cue does to what is said: its stance and realis, read with the clause that follows it."""

from __future__ import annotations

from warmonitor.coding.voices.drafts import Draft
from warmonitor.coding.voices.syntax import Syntax
from warmonitor.records import Realis, Stance

WILL = frozenset({"will", "would", "wo", "'ll", "’ll", "shall"})
MODALS = WILL | {"could", "may", "might", "can", "should"}
OWN = frozenset({"it", "they", "we", "he", "she", "i"})
STATES = frozenset({"be", "take", "remain", "cost", "seem", "have", "happen", "become", "mean", "like", "appear"})


def stance(tree: Syntax, draft: Draft) -> tuple[Stance, Realis | None]:
    """Stance and realis of a draft.

    "Warned that they were shelling" only asserts; "said they would respect the truce" promises.
    """
    frame = draft.frame
    if frame.lemma == "claim" and draft.rule == "object" and _responsible(tree, draft):
        return "claims_responsibility", None
    clause = _clause(tree, draft)
    if clause is None:
        return frame.stance, frame.realis
    modal = [tree.lower[c] for c in tree.children[clause] if tree.dep[c] == "aux" and tree.lower[c] in MODALS]
    if frame.stance == "predicts" and frame.kind == "speech" and not modal and "to" not in draft.rule:
        return "asserts", None
    subject = tree.child(clause, "nsubj")
    own = subject is not None and tree.lower[subject] in OWN and tree.lemma[clause] not in STATES
    if own and frame.stance == "asserts" and frame.kind == "speech" and modal[:1] and modal[0] in WILL:
        return "promises", "planned"
    return frame.stance, frame.realis


def _responsible(tree: Syntax, draft: Draft) -> bool:
    first, last = draft.contents[0]
    if any(tree.lower[at] in ("responsibility", "credit") for at in range(first, min(first + 3, last + 1))):
        return True
    taken = tree.child(draft.cue, "dobj")
    return taken is not None and tree.lemma[taken] in CLAIMED


CLAIMED = frozenset({"attack", "bombing", "ambush", "raid", "assault", "killing", "explosion", "blast", "strike"})
"""What an armed group claims as its own deed: "claimed the ambush through its agency"."""


def _clause(tree: Syntax, draft: Draft) -> int | None:
    """The verb of the clause that the cue takes; None: it takes none, or direct speech."""
    if draft.rule not in ("that", "parenthetical", "noun"):
        return None
    return next((c for c in tree.children[draft.cue] if tree.dep[c] in ("ccomp", "acl")), None)
