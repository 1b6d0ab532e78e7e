"""The human targets of an incident: their names, what they are, how many, what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.scoring.muc.naming import by_words, head, is_person, phrase, upper
from benchmarks.scoring.muc.tables import mapping
from benchmarks.scoring.muc.telling import Telling
from warmonitor.records import Party, Toll

EFFECT = {"killed": "DEATH", "injured": "INJURY"}
HARM = frozenset({"casualty_report", "execution"})
NOBODY = "-"
PEOPLE = re.compile("(?:S|MEN|PEOPLE|MAN|WOMAN|PERSON)$")
CIVIL = frozenset({"civilians", "police"})
"""Kinds of parties that are people, however they are called."""
SEVERAL = "PLURAL"


@dataclass
class Human:
    """A human target: what it is called and its type, how many, and what became of it."""

    tag: str
    kind: str
    name: str | None = None
    description: str | None = None
    number: str | None = None
    effects: list[str] = field(default_factory=list)

    def suffers(self, effect: str) -> None:
        """Notes an effect once."""
        if effect not in self.effects:
            self.effects.append(effect)


def humans(one: Telling, targets: Iterable[Party]) -> list[Human]:
    """The targets that are people, with the dead and injured that are counted; `NOBODY` for "none was hurt"."""
    found: dict[str, Human] = {}
    of: dict[str, Human] = {}
    for party in targets:
        human = _target(party)
        if human:
            of[party.name] = found.setdefault(human.tag, human)
    for claim in one.claims:
        counted = claim.tolls or claim.event_type not in HARM
        effect = None if counted else by_words(mapping().effect_by_word, claim.trigger.text)
        for party in claim.targets:
            if effect and party.name in of:
                of[party.name].suffers(effect)
    for toll in one.tolls:
        _count(toll, found)
    unhurt = any(claim.event_type in HARM for claim in one.denied)
    if unhurt and not any(human.effects for human in found.values()):
        found[NOBODY] = Human(NOBODY, "", effects=["NO INJURY OR DEATH"])
    return list(found.values())


def _target(party: Party) -> Human | None:
    words = phrase(party)
    if not _people(party, words):
        return None
    kind = by_words(mapping().human_type, words) or mapping().human_type_by_kind.get(party.kind, "CIVILIAN")
    name, title = _named(party, words)
    if name:
        return Human(name, kind, name, title, "1")
    return Human(words, kind, None, words, None)


def _people(party: Party, words: str) -> bool:
    """Whether somebody is meant, not a government or a movement as such; fighters are no targets of the task."""
    if is_person(party.name):
        return True
    if party.kind in mapping().organized:
        return False
    return party.kind in CIVIL or bool(by_words(mapping().human_type, words) or PEOPLE.search(head(words)))


def _named(party: Party, words: str) -> tuple[str | None, str | None]:
    """A person's name, and what stands before it; no name: the words name nobody."""
    name = upper(party.name)
    if is_person(party.name):
        return name, words.replace(name, "").strip(" ,") or None if name in words and name != words else None
    return None, None


def _count(toll: Toll, found: dict[str, Human]) -> None:
    alone = next(iter(found)) if len(found) == 1 else None
    text = upper(toll.group or alone or _counted(toll))
    tag = next((h.tag for h in found.values() if _same(text, h)), NOBODY if toll.best == 0 else text)
    if tag not in found:
        kind = by_words(mapping().human_type, tag) or "CIVILIAN"
        found[tag] = Human(tag, kind, None, tag) if tag != NOBODY else Human(tag, kind)
    if toll.kind in EFFECT:
        found[tag].suffers("NO " * (toll.best == 0) + EFFECT[toll.kind])
    if toll.best != 0:
        found[tag].number = found[tag].number or _number(toll)


def _same(text: str, human: Human) -> bool:
    """Whether words are a part of what a human target is called, or its name with more words."""
    said, called = set(text.split()), set(human.tag.split())
    return said <= called | set((human.description or "").split()) or called <= said


def _counted(toll: Toll) -> str:
    return re.sub(r"^\W*[\d,.]+\W*", "", toll.as_written.text) or "people"


def _number(toll: Toll) -> str:
    """`6`, `9 -` (at least), `- 24` (at most), `~100`, PLURAL."""
    best, low, high = (None if n is None else f"{n:g}" for n in (toll.best, toll.low, toll.high))
    if toll.bound in (">", ">="):
        return f"{low} -"
    if toll.bound in ("<", "<="):
        return f"- {high}"
    if best is not None:
        return "~" * (toll.bound == "~") + best
    return f"{low} - {high}" if toll.high else SEVERAL


def how_many(text: str) -> str:
    """Whether the head of a phrase is in the plural."""
    return SEVERAL if re.search("(?:[^SU]S|PEOPLE|MEN)$", head(text)) else "1"
