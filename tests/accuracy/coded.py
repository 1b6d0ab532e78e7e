"""Our stories, coded by the program."""

from __future__ import annotations

from functools import cache

from accuracy.expected import Story, stories
from accuracy.scoring import Tally, score
from warmonitor import pipeline
from warmonitor.records import Claim


@cache
def coded_stories() -> tuple[tuple[Story, tuple[Claim, ...]], ...]:
    """Every story with the claims that the program makes of its report; coded once."""
    told = stories()
    done = list(pipeline.build().code(story.report for story in told))
    claims = []
    for one in done:
        if not isinstance(one, pipeline.Coded):
            raise one
        claims.append(one.found)
    return tuple(zip(told, claims, strict=True))


def tallies() -> dict[str, Tally]:
    """The score of every story, by its name."""
    return {story.name: score(story, claims) for story, claims in coded_stories()}
