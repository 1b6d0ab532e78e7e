"""Which numbers of a sentence count people moved or houses hit: the number, what it counts, and what befell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from warmonitor.coding.foreign.fates import (
    BLOWS,
    FAR_FATE,
    FATES,
    Count,
    Range,
    by_article,
    fate_of,
    fates_in,
    fits,
    undivided,
)
from warmonitor.coding.foreign.lexicon import Phrase, Role, Tongue
from warmonitor.coding.foreign.numbers import Number, numbers
from warmonitor.coding.foreign.words import Word

THINGS: tuple[Role, ...] = ("idps", "people", "households", "houses")
NEAR_NOUN, LABEL, JOINED = 3, 8, 3
"""Words between a number and its noun, a label before it, and two counts that share what befell them."""
_SIGNS = frozenset({":", "=", "-", "\u2013", "\u2014", "\n", "("})


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what it counts and what befell it; positions in the words of the sentence."""

    number: Number
    span: Range
    """Number and noun."""
    thing: Role
    group: str
    """What is counted, in English."""
    fate: Role
    trigger: Range


def counted(words: Sequence[Word], tongue: Tongue) -> tuple[Counted, ...]:
    """Every figure of a sentence that tells of people moved or of houses hit, in order."""
    fates = tuple(fates_in(words, tongue))
    counts = _counts(words, tongue)
    found: list[Counted | None] = []
    for at, count in enumerate(counts):
        last = found[-1] if found else None
        said = last.trigger[1] if last and last.trigger[0] < count.number.start else 0
        found.append(_told(count, counts, (at, max(said, counts[at - 1].end if at else 0)), fates, words, tongue))
    for at in range(len(counts) - 2, -1, -1):
        found[at] = found[at] or _shared(counts[at], counts[at + 1], found[at + 1], words)
    return tuple(one for one in found if one is not None and one.fate != "else")


def _counts(words: Sequence[Word], tongue: Tongue) -> list[Count]:
    counts: list[Count] = []
    for number in numbers(words, tongue):
        noun = _noun(words, number.end, tongue)
        if noun is not None:
            counts.append(Count(number, noun[1].role, noun[1].value, (noun[0], noun[0] + noun[1].length)))
        else:
            counts.append(Count(number, None, "", None))
    return counts


def _noun(words: Sequence[Word], at: int, tongue: Tongue) -> tuple[int, Phrase[Role]] | None:
    """The first noun of ours after a number; another number, a fate or a mark ends the look."""
    for step in range(at, min(at + NEAR_NOUN, len(words))):
        found = tongue.words.at(words, step, *THINGS)
        if found is not None:
            return step, found
        linking = words[step].folded in ("de", "d", "des", "dos", "das")
        if not words[step].is_word or tongue.words.at(words, step, *FATES):
            return None
        if not linking and tongue.words.at(words, step, "plain", "at", "joint"):
            return None
    return None


def _told(
    count: Count, counts: Sequence[Count], place: Range, fates: Sequence[tuple[Range, Role]], words: Sequence[Word],
    tongue: Tongue,
) -> Counted | None:  # fmt: skip
    at, before = place
    after = counts[at + 1].number.start if at + 1 < len(counts) else len(words)
    if count.noun is None:
        bare = _bare(count, counts[:at], (before, after), fates, words, tongue)
        return bare or _label(count, counts[:at], before, fates, words, tongue)
    fate = fate_of(count, (before, after), fates, words, tongue)
    if fate is None:
        return _noun_alone(count)
    trigger, role = fate
    return _figure(count, role, trigger)


def _figure(count: Count, fate: Role, trigger: Range) -> Counted | None:
    if count.thing is None:
        return None
    span = (count.number.start, count.end)
    return Counted(count.number, span, count.thing, count.group, fate, trigger)


def _noun_alone(count: Count) -> Counted | None:
    """Nouns that say what befell those whom they name: "25,081 PDI"."""
    return _figure(count, "displaced", count.noun) if count.thing == "idps" and count.noun else None


def _bare(
    count: Count, earlier: Sequence[Count], bounds: Range, fates: Sequence[tuple[Range, Role]], words: Sequence[Word],
    tongue: Tongue,
) -> Counted | None:  # fmt: skip
    """A number without a noun before what befell them: "1.300 evacuados", "31 casas destruidas y 20 dañadas"."""
    end = count.number.end
    near = next((f for f in fates if end <= f[0][0] <= end + 2 and f[0][1] <= bounds[1]), None)
    if near is None or not all(_passed(word, tongue) for word in words[end : near[0][0]]) or by_article(count, words):
        return None
    trigger, fate = near
    last = next((c for c in reversed(earlier) if c.thing is not None), None)
    if last is not None and fits(last.thing, fate) and not _closed(words, last.end, count.number.start):
        return _figure(replace(count, thing=last.thing, group=last.group), fate, trigger)
    if fate in BLOWS or trigger[0] > end + 1:
        return None
    return _figure(replace(count, thing="people", group="people", noun=trigger), fate, trigger)


def _passed(word: Word, tongue: Tongue) -> bool:
    """ "fueron", "parcialmente", "les": what may stand between a number and what befell; no noun."""
    return word.is_word and (tongue.words.at([word], 0) is not None or word.folded.endswith(("mente", "ment")))


def _closed(words: Sequence[Word], start: int, end: int) -> bool:
    return end - start > FAR_FATE or not undivided(words, start, end)


def _label(
    count: Count, earlier: Sequence[Count], before: int, fates: Sequence[tuple[Range, Role]], words: Sequence[Word],
    tongue: Tongue,
) -> Counted | None:  # fmt: skip
    """A number behind the words that say what it counts: "Familias evacuadas: 32", "el número de ... es de 40"."""
    at = count.number.start
    linked = at > 0 and (words[at - 1].folded in _SIGNS or tongue.words.before(words, at, "sum") is not None)
    first = max(before, at - LABEL)
    near = [f for f in fates if first <= f[0][0] and f[0][1] <= at]
    nouns = [(step, noun) for step in range(first, at) if (noun := tongue.words.at(words, step, *THINGS))]
    last = max([f[0][1] for f in near] + [step + noun.length for step, noun in nouns], default=-1)
    if not (linked or last == at) or by_article(count, words) or not (near or nouns):
        return None
    noun = nouns[-1][1] if nouns else None
    thing, group = (noun.role, noun.value) if noun else ("people", "people")
    if not near:
        step = nouns[-1][0]
        alone = replace(count, thing=thing, group=group)
        return _figure(alone, "displaced", (step, step + nouns[-1][1].length)) if thing == "idps" else None
    trigger, fate = near[-1]
    same = next((c for c in reversed(earlier) if c.thing is not None), None)
    if noun is None and same is not None and fits(same.thing, fate) and not _closed(words, same.end, at):
        thing, group = same.thing or thing, same.group  # "destruyeron 31 casas y dañaron otras 120"
    elif noun is None and fate in BLOWS:
        return None
    return _figure(replace(count, thing=thing, group=group), fate, trigger) if fits(thing, fate) else None


def _shared(count: Count, following: Count, told: Counted | None, words: Sequence[Word]) -> Counted | None:
    """ "150 familias y 300 personas fueron evacuadas": the fate behind the second noun is that of the first, too."""
    if told is None or count.noun is None or told.trigger[0] < following.end or not fits(count.thing, told.fate):
        return None
    together = following.number.start - count.end <= JOINED and undivided(words, count.end, told.trigger[0])
    return _figure(count, told.fate, told.trigger) if together and told.fate != "else" else None
