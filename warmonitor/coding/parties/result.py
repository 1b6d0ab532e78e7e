"""What is handed on: the parties of a document, by span and by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from warmonitor.coding.mentions import PartyMention
from warmonitor.coding.parties.scene import Draft, Memory, Scene


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of a document."""

    mentions: tuple[PartyMention, ...]
    """In the order of the text."""
    theatre: str | None
    """ISO alpha-3 of the country at war."""
    bodies: tuple[tuple[int, int], ...] = ()
    """Where names of two words and more of armed groups and other bodies stand, which may hold the name of a town."""
    _by_root: dict[int, tuple[PartyMention, ...]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[PartyMention]:
        return iter(self.mentions)

    def __len__(self) -> int:
        return len(self.mentions)

    def at(self, token: int) -> PartyMention | None:
        """Whom a head noun, an adjective of nationality or a pronoun denotes; None: no party."""
        found = self._by_root.get(token)
        return found[0] if found else None

    def all_at(self, token: int) -> tuple[PartyMention, ...]:
        """All whom it denotes: "both sides" are two."""
        return self._by_root.get(token, ())

    def names(self, start: int, end: int) -> bool:
        """Whether `[start, end)` is within the name of a body: "Tupac Amaru" in "the Tupac Amaru movement"."""
        return any(a <= start and end <= b and (a, b) != (start, end) for a, b in self.bodies)

    def for_span(self, start: int, end: int) -> PartyMention | None:
        """The mention that shares most characters with `[start, end)`; of equals the shorter; None: none does."""
        best, most = None, (0, 0)
        for mention in self.mentions:
            shared = min(end, mention.end) - max(start, mention.start)
            if shared > 0 and (shared, mention.start - mention.end) > most:
                best, most = mention, (shared, mention.start - mention.end)
        return best


def finished(scene: Scene, memory: Memory) -> Parties:
    """The drafts as mentions, with their supporters."""
    made: dict[int, PartyMention] = {}
    by_root: dict[int, tuple[PartyMention, ...]] = {}
    drafts = sorted(memory.drafts, key=lambda draft: (draft.first, draft.last))
    for draft in drafts:
        mention = _mention(scene, memory, draft)
        made[id(draft)] = mention
        by_root[draft.root] = (*by_root.get(draft.root, ()), mention)
    for at, draft in memory.at.items():
        by_root.setdefault(at, (made[id(draft)],))
    hits = {hit for hit in scene.hit_of.values() if hit.name.form == "actor" and len(hit.name.words) > 1}
    bodies = tuple(sorted((hit.start, hit.end) for hit in hits))
    return Parties(tuple(made[id(draft)] for draft in drafts), scene.cast.theatre, bodies, by_root)


def _mention(scene: Scene, memory: Memory, draft: Draft, supported: bool = True) -> PartyMention:
    who = draft.identity
    backers = [memory.at[at] for at in dict.fromkeys(draft.backers) if at in memory.at] if supported else []
    return PartyMention(
        start=scene.words.start[draft.first],
        end=scene.words.end[draft.last],
        root=draft.root,
        entity=who.entity,
        name=who.name,
        kind=who.kind,
        country=who.country,
        rule=draft.rule,
        supporters=tuple(_mention(scene, memory, backer, supported=False) for backer in backers if backer is not draft),
        person=who.person,
    )
