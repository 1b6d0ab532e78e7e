"""The filter as parameters of a route, so that the API's description lists it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request

from warmonitor.web.asked import Asked, asked

Words = Annotated[str | None, Query(max_length=200)]


def _wanted(
    request: Request,
    place: Annotated[Words, Query(description="A name or a gazetteer id; a region has all that lies in it.")] = None,
    actor: Annotated[Words, Query(description="A party that acts or suffers.")] = None,
    source: Annotated[Words, Query(description="A claimant or an outlet.")] = None,
    text: Annotated[Words, Query(description="Words that must stand in the evidence.")] = None,
    since: Annotated[str | None, Query(description="First day, as 2024-05-01.")] = None,
    until: Annotated[str | None, Query(description="Last day, inclusive.")] = None,
    type: Annotated[  # noqa: A002  (the parameter's name in the address)
        list[str] | None, Query(description="An event type of the codebook; may be repeated.")
    ] = None,
    status: Annotated[
        list[str] | None, Query(description="`undisputed`, `disputed` or `single_source`; may be repeated.")
    ] = None,
    box: Annotated[str | None, Query(description="west,south,east,north in degrees.")] = None,
    as_of: Annotated[str | None, Query(description="As it was known at the end of this day.")] = None,
    rule: Annotated[
        str | None, Query(description="Which figure is called best: `conservative`, `independent` or `latest`.")
    ] = None,
    tray: Annotated[str | None, Query(description="`undated` or `unplaced`: only those.")] = None,
    offset: Annotated[str | None, Query(description="How many to pass over.")] = None,
) -> Asked:
    return asked(request.query_params.multi_items())


Wanted = Annotated[Asked, Depends(_wanted)]
