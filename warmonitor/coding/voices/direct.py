"""Direct speech: which quotations belong to which cue."""

from __future__ import annotations

from warmonitor.coding.voices import subjects
from warmonitor.coding.voices.cues import FINITE
from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.quoted import MARKS
from warmonitor.coding.voices.syntax import QUOTE_MARKS, Syntax

LONGEST_SOURCE = 45
"""Tokens between a quotation and its cue: a name with all its titles; longer gaps are other sentences."""
LONGEST_LEAD = 25
"""Tokens between a cue and its quotation: "said in a statement on Monday:"."""
DASHES = frozenset({"--", "—", "–", "-"})
HELPING = frozenset({"has", "had", "have", "would", "as"})
OPENING = frozenset({".", ",", "?", "!", "and"}) | DASHES
ENDING = frozenset({",", ".", "?", "!", "...", "…"}) | DASHES
PAUSES = ENDING | {":", "(", ";"}
STOPS = frozenset({".", ";", "?", "!"})


def attach(tree: Syntax, quotes: list[Range], drafts: list[Draft]) -> None:
    """Give each quotation to its cue; the drafts are changed in place."""
    by_cue = {draft.cue: draft for draft in drafts if draft.frame.frames & {"quote", "that"}}
    opening = {first for first, _ in quotes}
    previous: Draft | None = None
    previous_end = -1
    for first, last in quotes:
        spoken = _ends_speech(tree, last) or _whole(tree, first, last)
        cue = _after(tree, last, by_cue, opening) if spoken else None
        cue = _before(tree, first, by_cue) if cue is None else cue
        if cue is not None:
            previous = by_cue[cue]
            _take(tree, previous, first, last)
            previous_end = max(last, previous.words[1])
        elif previous is not None and _continues(tree, by_cue, previous_end, first, previous):
            previous.contents.append((first, last))
            previous_end = last


def _ends_speech(tree: Syntax, last: int) -> bool:
    """Whether a quotation ends as speech before its cue does: on a comma, question mark or dash, or before a comma."""
    inside = last
    while inside > 0 and tree.lower[inside] in MARKS:
        inside -= 1
    after = tree.lower[last + 1] if last + 1 < len(tree) else ""
    return tree.lower[inside] in ENDING or after == "," or after in DASHES


def _whole(tree: Syntax, first: int, last: int) -> bool:
    """Whether a quotation is a sentence of its own: it opens one and holds a finite verb."""
    before = tree.lower[first - 1] if first else ""
    opens = before in STOPS or not before.strip() or tree.sentences[tree.sentence[first]][0] == first
    return opens and any(tree.tag[i] in FINITE or tree.tag[i] == "MD" for i in range(first, last + 1))


def _after(tree: Syntax, last: int, by_cue: dict[int, Draft], opening: set[int]) -> int | None:
    """The cue behind a quotation: "...," X said; "...," said X."""
    at = last + 1
    if at < len(tree) and (tree.lower[at] == "," or tree.lower[at] in DASHES):
        at += 1
    for here in range(at, min(at + LONGEST_SOURCE, len(tree))):
        if here in opening or tree.lower[here] in (".", ";", ":") or "\n" in tree.lower[here]:
            return None
        if here in by_cue and (tree.tag[here] in FINITE or tree.lower[here - 1] in HELPING):
            if here == at and tree.tag[here] in FINITE and _invert(tree, by_cue[here]):
                return here
            return None if _has_more(by_cue[here]) else here
        if tree.tag[here] in FINITE and not _inner(tree, here):
            return None
    return None


def _invert(tree: Syntax, draft: Draft) -> bool:
    """Right behind a quotation, "said X" names its speaker, whatever the parse made of X."""
    phrase = subjects.phrase_from(tree, draft.words[1] + 1)
    if phrase is None:
        return False
    if draft.source is None or draft.source < draft.cue:
        draft.source, draft.phrase = phrase[1], phrase
    draft.contents = [part for part in draft.contents if part[0] < draft.cue]
    return True


def _has_more(draft: Draft) -> bool:
    """Whether the cue has something to say of its own: "..., " but said she would stay."""
    return any(first > draft.cue for first, _ in draft.contents) and draft.rule not in ("direct", "object")


def _inner(tree: Syntax, at: int) -> bool:
    """Whether a finite verb stands in a relative clause, or helps another verb, and so ends no source."""
    inner = tree.dep[at] in ("relcl", "aux", "auxpass", "acl") or tree.tag[at] == "VBN"
    return inner or any(tree.lower[c] in subjects.RELATIVE for c in tree.children[at])


def _before(tree: Syntax, first: int, by_cue: dict[int, Draft]) -> int | None:
    """The cue before a quotation: X said: "..."; X said in a statement, "..."."""
    at = first - 1
    marked = at >= 0 and tree.lower[at] in (",", ":")
    at -= marked
    for here in range(at, max(at - LONGEST_LEAD, -1), -1):
        if "\n" in tree.lower[here] or tree.lower[here] in STOPS or tree.lower[here] in QUOTE_MARKS:
            return None
        if here in by_cue:
            return here if marked or here >= at - 1 else None
        if tree.tag[here] in FINITE and not _inner(tree, here):
            return None
    return None


def _continues(tree: Syntax, by_cue: dict[int, Draft], end: int, first: int, previous: Draft) -> bool:
    """Whether an unclaimed quotation goes on with the speaker before: only the cue's own clause stands between."""
    before = tree.lower[first - 1] if first else "\n"
    between = range(end + 1, first)
    if len(between) > LONGEST_SOURCE or not (before in OPENING or before in QUOTE_MARKS or "\n" in before):
        return False
    if any("\n" in tree.lower[i] for i in between):
        return len(between) <= 3
    cued = [i for i in between if i in by_cue and by_cue[i] is not previous and tree.tag[i] in FINITE]
    return all(_inner(tree, i) for i in cued) and sum(tree.tag[i] == "." for i in between) <= 1


def _take(tree: Syntax, draft: Draft, first: int, last: int) -> None:
    """Make a quotation the content of a cue, wider where it is only the quoted part of what was said."""
    before = tree.lower[first - 1] if first else "\n"
    partly = before not in PAUSES and "\n" not in before
    if first > draft.cue and before != ":":
        led = [part for part in draft.contents if draft.cue < part[0] < first <= part[1] + 2]
        if draft.rule == "that" and led and before == ",":
            draft.contents = [(led[0][0], max(last, led[0][1]))]
            return
        if before != "," and draft.rule != "direct" and any(draft.cue < a <= first <= b for a, b in draft.contents):
            return
        first -= before == "that"
    elif first < draft.cue and partly:
        first = min(first, tree.sentences[tree.sentence[first]][0])
    if draft.rule != "direct":
        draft.contents, draft.rule = [], "direct"
    draft.contents.append((first, last))
