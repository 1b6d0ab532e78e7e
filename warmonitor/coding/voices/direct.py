"""Direct speech: which quotations belong to which cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from warmonitor.coding.voices import cues
from warmonitor.coding.voices.drafts import Draft, Range
from warmonitor.coding.voices.syntax import QUOTE_MARKS, Syntax

LONGEST_SOURCE = 45
"""Tokens between a quotation and its cue: a name with all its titles; longer gaps were other sentences."""
HELPING = frozenset({"has", "had", "have", "would", "as"})
MARKS = QUOTE_MARKS | {"'", "’", "‘"}
OPENING = frozenset({".", ",", "?", "!", "—", "–", "--", "and"})
ENDING = frozenset(",.?!") | {"--", "—", "–", "...", "…"}
PUNCTUATION = frozenset(",.?!:(;") | {"--", "—", "–", "...", "…"}


def quotations(tree: Syntax, passages: tuple[tuple[int, int], ...]) -> list[Range]:
    """Quoted passages as token ranges that include their marks."""
    found = []
    for start, end in passages:
        first, last = bisect_right(tree.ends, start), bisect_left(tree.starts, end) - 1
        if first > last:
            continue
        while first > 0 and tree.lower[first - 1] in MARKS and tree.ends[first - 1] >= start - 1:
            first -= 1
        while last + 1 < len(tree) and tree.lower[last + 1] in MARKS and tree.starts[last + 1] <= end + 1:
            last += 1
        found.append((first, last))
    return found


def attach(tree: Syntax, quotes: list[Range], drafts: list[Draft]) -> None:
    """Give each quotation to its cue; the drafts are changed in place."""
    by_cue = {draft.cue: draft for draft in drafts if "quote" in draft.frame.frames or "that" in draft.frame.frames}
    opening = {first for first, _ in quotes}
    previous: Draft | None = None
    previous_end = -1
    for first, last in quotes:
        cue = _after(tree, last, by_cue, opening) if ends_speech(tree, last) or whole(tree, first, last) else None
        if cue is None:
            cue = _before(tree, first, by_cue)
        if cue is None and previous is not None and _continues(tree, by_cue, previous_end, first, previous):
            previous.contents.append((first, last))
            previous_end = last
            continue
        if cue is None:
            continue
        draft = by_cue[cue]
        _take(tree, draft, first, last)
        previous, previous_end = draft, max(last, draft.words[1])


def ends_speech(tree: Syntax, last: int) -> bool:
    """Whether a quotation ends as speech before its cue does: on a comma, question mark or dash, or before a comma."""
    inside = last
    while inside > 0 and tree.lower[inside] in MARKS:
        inside -= 1
    after = tree.lower[last + 1] if last + 1 < len(tree) else ""
    return tree.lower[inside] in ENDING or after in (",", "--", "—", "–", "-")


def whole(tree: Syntax, first: int, last: int) -> bool:
    """Whether a quotation is a sentence of its own: it opens one and holds a finite verb."""
    opens = first == 0 or tree.lower[first - 1] in (".", "?", "!") or not tree.lower[first - 1].strip() or tree.sentences[tree.sentence[first]][0] == first
    return opens and any(tree.tag[i] in cues.FINITE or tree.tag[i] == "MD" for i in range(first, last + 1))


def _after(tree: Syntax, last: int, by_cue: dict[int, Draft], opening: set[int]) -> int | None:
    """The cue behind a quotation: "...," X said; "...," said X."""
    at = last + 1
    if at < len(tree) and tree.lower[at] in (",", "--", "—", "–", "-"):
        at += 1
    for here in range(at, min(at + LONGEST_SOURCE, len(tree))):
        if here in opening or tree.lower[here] in (".", ";", ":") or "\n" in tree.lower[here]:
            return None
        if here in by_cue and (tree.tag[here] in cues.FINITE or tree.lower[here - 1] in HELPING):
            if here == at and tree.tag[here] in cues.FINITE and _invert(tree, by_cue[here]):
                return here
            return None if _has_more(by_cue[here]) else here
        if tree.tag[here] in cues.FINITE and not _inner(tree, here):
            return None
    return None


def _invert(tree: Syntax, draft: Draft) -> bool:
    """Right behind a quotation, "said X" names its speaker, whatever the parse made of X."""
    phrase = cues.noun_phrase(tree, draft.words[1] + 1, 1)
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
    return tree.dep[at] in ("relcl", "aux", "auxpass", "acl") or tree.tag[at] == "VBN" or any(
        tree.lower[c] in cues.RELATIVE for c in tree.children[at]
    )


def _before(tree: Syntax, first: int, by_cue: dict[int, Draft]) -> int | None:
    """The cue before a quotation: X said: "..."; X said in a statement, "..."."""
    at = first - 1
    marked = at >= 0 and tree.lower[at] in (",", ":")
    at -= marked
    for here in range(at, max(at - 25, -1), -1):
        if "\n" in tree.lower[here] or tree.lower[here] in (".", ";", "?", "!") or tree.lower[here] in QUOTE_MARKS:
            return None
        if here in by_cue:
            return here if marked or here >= at - 1 else None
        if tree.tag[here] in cues.FINITE and not _inner(tree, here):
            return None
    return None


def _continues(tree: Syntax, by_cue: dict[int, Draft], end: int, first: int, previous: Draft) -> bool:
    """Whether an unclaimed quotation goes on with the speaker before: only the cue's own clause stands between."""
    between = range(end + 1, first)
    before = tree.lower[first - 1] if first else "\n"
    if not (before in OPENING or before in QUOTE_MARKS or "\n" in before):
        return False
    if any("\n" in tree.lower[i] for i in between):
        return len(between) <= 3
    others = any(i in by_cue and by_cue[i] is not previous and tree.tag[i] in cues.FINITE and not _inner(tree, i) for i in between)
    return not others and len(between) <= LONGEST_SOURCE and sum(tree.tag[i] == "." for i in between) <= 1


def within_quotation(drafts: list[Draft]) -> None:
    """Cut what a cue inside direct speech takes down to that speech."""
    spoken = [part for d in drafts if d.rule == "direct" for part in d.contents]
    for draft in drafts:
        for first, last in spoken:
            if first < draft.cue < last and draft.rule != "direct":
                draft.contents = [(max(a, first), min(b, last)) for a, b in draft.contents if a <= last and b >= first]


def _take(tree: Syntax, draft: Draft, first: int, last: int) -> None:
    """Make a quotation the content of a cue, wider where it is only the quoted part of what was said."""
    start = tree.sentences[tree.sentence[first]][0]
    after = first > draft.cue and tree.lower[first - 1] not in (",", ":")
    held = [part for part in draft.contents if part[0] <= first and part[1] >= first and part[0] > draft.cue]
    if draft.rule != "direct" and held and after:
        return
    if draft.rule != "direct":
        draft.contents = []
    draft.rule = "direct"
    if after and tree.lower[first - 1] == "that":
        first -= 1
    if first < draft.cue and start < first and tree.lower[first - 1] not in PUNCTUATION and "\n" not in tree.lower[first - 1]:
        first = start
    draft.contents.append((first, last))


def close(tree: Syntax, quotes: list[Range], drafts: list[Draft]) -> None:
    """Widen contents that end within a quotation to its end, and those that begin at its first word to its mark."""
    firsts = [first for first, _ in quotes]
    for draft in drafts:
        draft.contents = [_closed(quotes, firsts, part) for part in draft.contents]


def _closed(quotes: list[Range], firsts: list[int], part: Range) -> Range:
    first, last = part
    begun = bisect_right(firsts, last) - 1
    if begun < 0 or quotes[begun][1] < first:
        return part
    opened, ended = quotes[begun]
    if opened >= first and ended > last:
        return first, ended
    return (opened, last) if opened == first - 1 and ended >= last else part
