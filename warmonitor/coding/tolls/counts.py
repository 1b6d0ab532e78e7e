"""Which numbers count something, and what."""

from __future__ import annotations

from dataclasses import dataclass, replace

from warmonitor.coding.tolls.heads import WHOLES, head_of, phrase_end
from warmonitor.coding.tolls.lexicon import Thing, TollLexicon
from warmonitor.coding.tolls.names import names_or_dates
from warmonitor.coding.tolls.numbers import Number
from warmonitor.coding.tolls.view import View
from warmonitor.records import GroupKind

KIN = frozenset({"family", "household", "house", "home"})
CURRENCY = frozenset({"$", "us$", "€", "£", "usd", "eur", "dollars", "euros", "pounds", "rubles", "roubles", "lira"})


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
    """The count that a number makes; None for dates, ages, measures, numbered things."""
    if (not number.vague and names_or_dates(seen, number, lexicon)) or _is_measure(seen, number, lexicon):
        return None
    if _is_money(seen, number):
        return _sum(seen, number)
    head, partitive = head_of(seen, number, lexicon)
    if head is None:
        return Count(number, None, number.end, None, None)
    if number.best == 1 and seen.lower[head] in KIN and number.start and seen.lower[number.start - 1] in ("of", "from"):
        return None  # "14 members of one family"
    if partitive and seen.lower[number.first] == "one" and seen.lower[head] not in WHOLES and seen.tag(head) != "CD":
        return _one_of(number, head, seen, lexicon)
    thing, kind = lexicon.nouns.get(seen.lower[head], (None, None))
    return None if thing == "unit" else Count(number, head, phrase_end(seen, head, lexicon), thing, kind, partitive)


def _one_of(number: Number, head: int, seen: View, lexicon: TollLexicon) -> Count:
    """ "Injured one of the guards" counts him; "one of the men injured thanked them" only names him."""
    thing, kind = lexicon.nouns.get(seen.lower[head], (None, None))
    return Count(number, number.last - 1, head + 1, thing, kind, singular=True, named=True)


def _is_measure(seen: View, number: Number, lexicon: TollLexicon) -> bool:
    """ "5 km", "three days", "60 percent", "two-thirds": the word right after the number decides."""
    after = seen.lower[number.end] if number.end < len(seen.lower) else ""
    return lexicon.nouns.get(after, (None, None))[0] == "unit"


def _is_money(seen: View, number: Number) -> bool:
    after = seen.lower[number.last] if number.last < len(seen.lower) else ""
    return after in CURRENCY or _currency(seen.lower[number.first - 1] if number.first else "")


def _currency(word: str) -> bool:
    return word in CURRENCY or word.endswith("$")


def _sum(seen: View, number: Number) -> Count | None:
    """A sum with its symbol; None where it repeats in brackets what another currency said: "$5bn (£3.8bn)"."""
    if number.first > 1 and seen.lower[number.first - 2] == "(":
        return None
    start = number.start - (number.start > 0 and _currency(seen.lower[number.start - 1]))
    end = number.end + (number.end < len(seen.lower) and seen.lower[number.end] in CURRENCY)
    return Count(replace(number, start=start), None, end, "money", None)
