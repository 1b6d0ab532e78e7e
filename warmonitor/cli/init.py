"""`warmonitor init`: a store, and the settings that name it."""

from __future__ import annotations

from warmonitor.cli.options import StoreAt
from warmonitor.cli.talk import Talk


def init(store: StoreAt = None) -> int:
    """Make a store, and a commented warmonitor.toml that names it. What is there already is left as it is."""
    from warmonitor.monitor import create

    talk = Talk()
    for done in create(store):
        talk.last(done)
    talk.last(f"now `warmonitor add PATH{f' --store {store}' if store else ''}` adds reports.")
    return 0
