"""Which numbers of a sentence count people moved or houses hit: the number, what it counts, and what befell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from warmonitor.coding.foreign.lexicon import Phrase, Role, Tongue
from warmonitor.coding.foreign.numbers import Number, numbers
from warmonitor.coding.foreign.words import Word

Range = tuple[int, int]
THINGS: tuple[Role, ...] = ("idps", "people", "households", "houses")
MOVES: tuple[Role, ...] = ("displaced", "evacuated", "homeless", "relocated", "fled", "sheltered")
BLOWS: tuple[Role, ...] = ("destroyed", "damaged")
FATES: tuple[Role, ...] = (*MOVES, *BLOWS, "else")
NEAR_NOUN, NEAR_FATE, FAR_FATE, LABEL = 3, 4, 24, 8
"""Words between a number and its noun, a fate right beside it, one further on in the clause, a label before it."""
_STOPS = frozenset({";", "\u2022", "*", "!", "?"})
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


@dataclass(frozen=True, slots=True)
class _Count:
    number: Number
    thing: Role | None
    group: str
    noun: Range | None
    """None: the number stands alone, or the noun is that of the number before."""

    @property
    def end(self) -> int:
        return max(self.number.end, self.noun[1] if self.noun else 0)


def counted(words: Sequence[Word], tongue: Tongue) -> tuple[Counted, ...]:
    """Every figure of a sentence that tells of people moved or of houses hit, in order."""
    fates = tuple(_fates(words, tongue))
    counts = _counts(words, tongue)
    found: list[Counted | None] = []
    for at, count in enumerate(counts):
        last = found[-1] if found else None
        said = last.trigger[1] if last and last.trigger[0] < count.number.start else 0
        found.append(_told(count, counts, (at, max(said, counts[at - 1].end if at else 0)), fates, words, tongue))
    for at in range(len(counts) - 2, -1, -1):
        found[at] = found[at] or _shared(counts[at], counts[at + 1], found[at + 1], words)
    return tuple(one for one in found if one is not None and one.fate != "else")


def _fates(words: Sequence[Word], tongue: Tongue) -> Iterator[tuple[Range, Role]]:
    at = 0
    while at < len(words):
        found = tongue.words.at(words, at, *FATES)
        if found is not None:
            yield (at, at + found.length), found.role
        at += found.length if found else 1


def _counts(words: Sequence[Word], tongue: Tongue) -> list[_Count]:
    counts: list[_Count] = []
    for number in numbers(words, tongue):
        noun = _noun(words, number.end, tongue)
        if noun is not None:
            counts.append(_Count(number, noun[1].role, noun[1].value, (noun[0], noun[0] + noun[1].length)))
        else:
            counts.append(_Count(number, None, "", None))
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
    count: _Count, counts: Sequence[_Count], place: Range, fates: Sequence[tuple[Range, Role]], words: Sequence[Word],
    tongue: Tongue,
) -> Counted | None:  # fmt: skip
    at, before = place
    after = counts[at + 1].number.start if at + 1 < len(counts) else len(words)
    if count.noun is None:
        bare = _bare(count, counts[:at], (before, after), fates, words, tongue)
        return bare or _label(count, counts[:at], before, fates, words, tongue)
    fate = _fate(count, (before, after), fates, words, tongue)
    if fate is None:
        return _noun_alone(count)
    trigger, role = fate
    return _figure(count, role, trigger)


def _figure(count: _Count, fate: Role, trigger: Range) -> Counted | None:
    if count.thing is None:
        return None
    span = (count.number.start, count.end)
    return Counted(count.number, span, count.thing, count.group, fate, trigger)


def _noun_alone(count: _Count) -> Counted | None:
    """Nouns that say what befell those whom they name: "25,081 PDI"."""
    return _figure(count, "displaced", count.noun) if count.thing == "idps" and count.noun else None


def _fits(thing: Role | None, fate: Role) -> bool:
    """People are not destroyed; houses are, or evacuated."""
    if fate == "else":
        return True
    return fate in (*BLOWS, "evacuated") if thing == "houses" else fate in MOVES


def _fate(
    count: _Count, bounds: Range, fates: Sequence[tuple[Range, Role]], words: Sequence[Word], tongue: Tongue
) -> tuple[Range, Role] | None:
    """What befell the counted: the word right behind the noun, right before the number, then further off."""
    assert count.noun is not None
    start, end = count.number.start, count.noun[1]
    if count.thing == "idps" and _article(count, words):
        return None
    fitting = [f for f in fates if _fits(count.thing, f[1])]
    behind = [f for f in fitting if end <= f[0][0] < bounds[1] and _open(words, end, f[0][0])]
    ahead = [f for f in reversed(fitting) if bounds[0] <= f[0][1] - 1 and f[0][1] <= start]
    ahead = [f for f in ahead if _open(words, f[0][1], start)]
    beside = [f for f in behind if not any(tongue.words.at([word], 0, "joint") for word in words[end : f[0][0]])]
    for found, far, plain in ((beside, 1, True), (ahead, NEAR_FATE, True), (behind, FAR_FATE, False)):
        for trigger, role in found:
            gap = (end, trigger[0]) if trigger[0] >= end else (trigger[1], start)
            if gap[1] - gap[0] <= far and not (plain and _commas(words, *gap)):
                return None if _article(count, words) and far > 1 and role not in BLOWS else (trigger, role)
    return next((f for f in ahead if start - f[0][1] <= FAR_FATE and not _article(count, words)), None)


def _article(count: _Count, words: Sequence[Word]) -> bool:
    """ "una casa": an article counts only where the sentence leaves no other way to read it."""
    return count.number.best == 1 and words[count.number.first].number is None


def _open(words: Sequence[Word], start: int, end: int) -> bool:
    return not any(word.folded in _STOPS for word in words[start:end])


def _commas(words: Sequence[Word], start: int, end: int) -> bool:
    return any(word.folded == "," for word in words[start:end])


def _bare(
    count: _Count, earlier: Sequence[_Count], bounds: Range, fates: Sequence[tuple[Range, Role]], words: Sequence[Word],
    tongue: Tongue,
) -> Counted | None:  # fmt: skip
    """A number without a noun before what befell them: "1.300 evacuados", "31 casas destruidas y 20 dañadas"."""
    end = count.number.end
    near = next((f for f in fates if end <= f[0][0] <= end + 2 and f[0][1] <= bounds[1]), None)
    if near is None or not all(_passed(word, tongue) for word in words[end : near[0][0]]) or _article(count, words):
        return None
    trigger, fate = near
    last = next((c for c in reversed(earlier) if c.thing is not None), None)
    if last is not None and _fits(last.thing, fate) and not _closed(words, last.end, count.number.start):
        return _figure(replace(count, thing=last.thing, group=last.group), fate, trigger)
    if fate in BLOWS or trigger[0] > end + 1:
        return None
    return _figure(replace(count, thing="people", group="people", noun=trigger), fate, trigger)


def _passed(word: Word, tongue: Tongue) -> bool:
    """ "fueron", "parcialmente", "les": what may stand between a number and what befell; no noun."""
    return word.is_word and (tongue.words.at([word], 0) is not None or word.folded.endswith(("mente", "ment")))


def _closed(words: Sequence[Word], start: int, end: int) -> bool:
    return end - start > FAR_FATE or not _open(words, start, end)


def _label(
    count: _Count, earlier: Sequence[_Count], before: int, fates: Sequence[tuple[Range, Role]], words: Sequence[Word],
    tongue: Tongue,
) -> Counted | None:  # fmt: skip
    """A number behind the words that say what it counts: "Familias evacuadas: 32", "el número de ... es de 40"."""
    at = count.number.start
    linked = at > 0 and (words[at - 1].folded in _SIGNS or tongue.words.before(words, at, "sum") is not None)
    first = max(before, at - LABEL)
    near = [f for f in fates if first <= f[0][0] and f[0][1] <= at]
    nouns = [(step, noun) for step in range(first, at) if (noun := tongue.words.at(words, step, *THINGS))]
    last = max([f[0][1] for f in near] + [step + noun.length for step, noun in nouns], default=-1)
    if not (linked or last == at) or _article(count, words) or not (near or nouns):
        return None
    noun = nouns[-1][1] if nouns else None
    thing, group = (noun.role, noun.value) if noun else ("people", "people")
    if not near:
        step = nouns[-1][0]
        alone = replace(count, thing=thing, group=group)
        return _figure(alone, "displaced", (step, step + nouns[-1][1].length)) if thing == "idps" else None
    trigger, fate = near[-1]
    same = next((c for c in reversed(earlier) if c.thing is not None), None)
    if noun is None and same is not None and _fits(same.thing, fate) and not _closed(words, same.end, at):
        thing, group = same.thing or thing, same.group  # "destruyeron 31 casas y dañaron otras 120"
    elif noun is None and fate in BLOWS:
        return None
    return _figure(replace(count, thing=thing, group=group), fate, trigger) if _fits(thing, fate) else None


def _shared(count: _Count, following: _Count, told: Counted | None, words: Sequence[Word]) -> Counted | None:
    """ "150 familias y 300 personas fueron evacuadas": the fate behind the second noun is that of the first, too."""
    if told is None or count.noun is None or told.trigger[0] < following.end or not _fits(count.thing, told.fate):
        return None
    if told.fate == "else" or following.number.start - count.end > 3 or not _open(words, count.end, told.trigger[0]):
        return None
    return _figure(count, told.fate, told.trigger)
