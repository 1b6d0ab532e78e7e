"""Which numbers count something, and what: the noun phrase behind a number, or that it stands alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from warmonitor.coding.tolls.lexicon import Thing, TollLexicon
from warmonitor.coding.tolls.numbers import HYPHENS, Number
from warmonitor.coding.tolls.view import View
from warmonitor.records import GroupKind

REACH = 8
"""Words between a number and its noun: "five unidentified heavily armed pro-government militia fighters"."""
YEAR = re.compile(r"(19|20)\d\d\Z")
CURRENCY = frozenset({"$", "us$", "€", "£", "usd", "eur", "dollars", "euros", "pounds", "rubles", "roubles", "lira"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
BREAKS = frozenset({",", ":", ".", "IN", "TO", "VBZ", "VBP", "MD", "-LRB-", "-RRB-", "WDT", "WP", "DT", "PRP", "CD"})
AUXILIARIES = frozenset({"was", "were", "had", "been", "did"})
MODIFIERS = NOUNS | {"JJ", "JJR", "VBN", "VBG", "VBD", "RB", "POS", "HYPH", "AFX", "CC", "``", "''", "FW"}


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts; positions in the view."""

    number: Number
    head: int | None
    """The counted noun; None: the number stands alone."""
    end: int
    """End of the counted phrase, exclusive."""
    thing: Thing | None
    """None: a noun that the table does not know, or none at all."""
    group_kind: GroupKind | None
    partitive: bool = False
    """ "two of the wounded": the noun names the whole."""
    singular: bool = False
    """ "a child": counted by its article."""
    named: bool = False
    """ "Ali Hassan", "he": counted without any number."""

    @property
    def root(self) -> int:
        """Position of the counted noun, or of the number's last word."""
        return self.head if self.head is not None else self.number.last - 1


def read_count(seen: View, number: Number, lexicon: TollLexicon) -> Count | None:
    """The count that a number makes; None for dates, ages, measures, money without use, labels."""
    if not number.vague and _is_name_or_date(seen, number, lexicon):
        return None
    if _money(seen, number):
        if number.first > 1 and seen.lower[number.first - 2] == "(":
            return None  # the same sum in another currency
        number = replace(number, start=_currency_start(seen, number))
        end = number.end + (number.end < len(seen.lower) and seen.lower[number.end] in CURRENCY)
        return Count(number, None, end, "money", None)
    head, partitive = _head(seen, number, lexicon)
    if head is None:
        return Count(number, None, number.end, None, None)
    if partitive and seen.lower[number.first] == "one" and not _aside(seen, head):
        return None  # "one of the men injured" names him, and counts nobody
    thing, kind = lexicon.nouns.get(seen.lower[head], (None, None))
    if thing == "unit" or _is_unit(seen, number, lexicon):
        return None
    return Count(number, head, _coordinated_end(seen, head, lexicon), thing, kind, partitive)


def _aside(seen: View, head: int) -> bool:
    return seen.lower[head] in ("them", "whom", "which")


def _is_name_or_date(seen: View, number: Number, lexicon: TollLexicon) -> bool:
    """ "27 February", "2016", "resolution 2254", "12-year-old", "T-72"."""
    before = seen.lower[number.first - 1] if number.first else ""
    after = seen.lower[number.last] if number.last < len(seen.lower) else ""
    glued = number.last < len(seen.lower) and not seen.tokens[number.last - 1].whitespace_
    if (glued and after in HYPHENS and seen.lower[number.last + 1 : number.last + 2] != ("odd",)) or (glued and after in "/"):
        return True
    if before in HYPHENS | {"/", "#", "@"} and number.first > 1 and not seen.tokens[number.first - 1].whitespace_:
        return not seen.tokens[number.first - 2].whitespace_
    if before in lexicon.words["label"] and number.start == number.first:
        return True
    return _is_date(seen, number, before, after, lexicon)


def _is_date(seen: View, number: Number, before: str, after: str, lexicon: TollLexicon) -> bool:
    months = lexicon.words["month"]
    bare = number.last == number.first + 1 and seen.lower[number.first].isdigit()
    if bare and before in months and seen.tokens[number.first - 1].text[:1].isupper() and number.start == number.first:
        return True
    if bare and after in months and seen.tokens[number.last].text[:1].isupper() and (number.best or 0) <= 31:
        return True
    if bare and YEAR.match(seen.lower[number.first]):
        if before == "," and number.first > 1 and seen.lower[number.first - 2].isdigit():
            return True  # "July 17, 2024"
        return before in lexicon.words["year"] or after not in lexicon.nouns
    return False


def _is_unit(seen: View, number: Number, lexicon: TollLexicon) -> bool:
    """ "5 km", "three days", "60 percent", "two-thirds": the word right after the number decides."""
    after = seen.lower[number.end] if number.end < len(seen.lower) else ""
    return lexicon.nouns.get(after, (None, None))[0] == "unit"


def _money(seen: View, number: Number) -> bool:
    before = seen.lower[number.first - 1] if number.first else ""
    after = seen.lower[number.last] if number.last < len(seen.lower) else ""
    return before in CURRENCY or after in CURRENCY or before.endswith("$")


def _currency_start(seen: View, number: Number) -> int:
    """The symbol before a sum belongs to it, and so does a hedge before the symbol."""
    start = number.start
    return start - 1 if start and (seen.lower[start - 1] in CURRENCY or seen.lower[start - 1].endswith("$")) else start


def _head(seen: View, number: Number, lexicon: TollLexicon) -> tuple[int | None, bool]:
    """(position of the counted noun, whether it names the whole that the number is a part of)."""
    at = number.end
    stop = seen.sentence[number.first][1]
    if at >= stop:
        return None, False
    if _is_unit(seen, number, lexicon):
        return at, False
    if seen.lower[at] == "of":
        return _after_of(seen, at + 1, stop, lexicon, number)
    parsed = _parsed_head(seen, number, lexicon)
    return (parsed if parsed is not None else _scanned_head(seen, at, stop, lexicon)), False


def _after_of(seen: View, at: int, stop: int, lexicon: TollLexicon, number: Number) -> tuple[int | None, bool]:
    """ "thousands of soldiers" counts soldiers; "two of the wounded" counts some of them."""
    definite = at < stop and seen.lower[at] in ("the", "them", "whom", "these", "those", "which", "his", "its", "their")
    if definite and seen.lower[at] in ("the", "these", "those", "his", "its", "their"):
        at += 1
    if at < stop and (seen.lower[at] in lexicon.nouns or seen.lower[at] in ("which", "killed")):
        nearest = _scanned_head(seen, at, stop, lexicon)
        return (nearest if nearest is not None else at), definite
    return _scanned_head(seen, at, stop, lexicon), definite


def _parsed_head(seen: View, number: Number, lexicon: TollLexicon) -> int | None:
    """The noun that the parser lets the number modify."""
    token = seen.tokens[number.last - 1]
    for _ in range(3):
        if token.dep_ not in ("nummod", "quantmod", "compound", "amod", "det", "advmod", "nmod", "predet"):
            return None
        token = token.head
        at = seen.of(token)
        if at >= number.end and token.tag_ in NOUNS:
            at = _joined_modifier(seen, at, lexicon)
            counted = seen.lower[at] not in lexicon.numbers.words and not _broken(seen, number.end, at)
            return at if at < min(number.end + REACH, seen.sentence[number.first][1]) and counted else None
    return None


def _joined_modifier(seen: View, at: int, lexicon: TollLexicon) -> int:
    """ "70 regime and rebel fighters": the noun behind the second modifier is the one that is counted."""
    if seen.tag(at) in ("NN", "NNP") and seen.lower[at] not in lexicon.nouns and seen.lower[at + 1 : at + 2] in (("and",), ("or",)):
        for here in range(at + 2, min(seen.sentence[at][1], at + 5)):
            if seen.tag(here) == "NNS" and seen.lower[here] in lexicon.nouns:
                return here
            if seen.tag(here) not in ("JJ", "NN", "NNP"):
                break
    return at


def _broken(seen: View, start: int, end: int) -> bool:
    """Whether a comma, verb or preposition stands within what should be one noun phrase."""
    return any(seen.tag(at) in BREAKS or seen.lower[at] in AUXILIARIES or _dash(seen, at) for at in range(start, end))


def _dash(seen: View, at: int) -> bool:
    """A dash between spaces."""
    return seen.lower[at] in HYPHENS | {"--", "|"} and at > 0 and bool(seen.tokens[at - 1].whitespace_)


def _scanned_head(seen: View, at: int, stop: int, lexicon: TollLexicon) -> int | None:
    """The last noun of the run of modifiers and nouns from `at`; a known noun ends the run."""
    head = None
    for here in range(at, min(stop, at + REACH)):
        word, tag = seen.lower[here], seen.tag(here)
        thing = lexicon.nouns.get(word, (None, None))[0]
        if thing in ("people", "troops", "displaced", "settlements", "homes") and not _modifies(seen, here, stop, lexicon):
            return here
        if word in lexicon.predicates and tag in ("VBD", "VBN", "VBZ", "VBP", "VB") and thing is None:
            if not _noun_follows(seen, here + 1, stop):
                break
            continue
        if tag not in MODIFIERS or (tag == "CC" and word != "and") or (tag == "CC" and head is not None):
            break
        if tag in NOUNS:
            head = here
    return head


def _modifies(seen: View, at: int, stop: int, lexicon: TollLexicon) -> bool:
    """Whether a known noun only modifies the next one: "rebel fighters", "wounded soldiers", "family members"."""
    if at + 1 >= stop or not seen.tokens[at].whitespace_:
        return False
    return seen.tag(at + 1) in ("NN", "NNS") and seen.lower[at + 1] in lexicon.nouns and seen.tag(at) != "NNS"


def _noun_follows(seen: View, at: int, stop: int) -> bool:
    return at < stop and seen.tag(at) in ("NNS", "NN")


def _coordinated_end(seen: View, head: int, lexicon: TollLexicon) -> int:
    """ "towns and villages", "women and children": the second noun, without a number of its own, is counted too."""
    stop = seen.sentence[head][1]
    if head + 2 < stop and seen.lower[head + 1] == "and" and seen.lower[head + 2] in lexicon.nouns:
        if lexicon.nouns[seen.lower[head + 2]][0] == lexicon.nouns.get(seen.lower[head], (None, None))[0]:
            followed = seen.lower[head + 3] if head + 3 < stop else ""
            if seen.lower[head + 2] not in ("others", "dead", "wounded", "injured", "more", "hundreds", "thousands") or not followed:
                return head + 3
    return head + 1
