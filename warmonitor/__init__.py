"""warmonitor: a news report in, sourced claims out.

The verbs are `read`, `code`, `annotate` and `reconcile`, and for many reports in a store `open_monitor`; the types they
speak in are in `warmonitor.records`, what they raise in `warmonitor.errors`. They are loaded when first used, so that
`import warmonitor` costs nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from warmonitor.monitor import open_monitor
    from warmonitor.verbs import annotate, code, read, reconcile

__all__ = ["annotate", "code", "open_monitor", "read", "reconcile"]


def __getattr__(name: str) -> Any:
    if name == "open_monitor":
        from warmonitor.monitor import open_monitor

        return open_monitor
    if name in __all__:
        from warmonitor import verbs

        return getattr(verbs, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Keeps `warmonitor.reconcile` the verb: importing the room of that name would put the room in its place."""

    @property
    def reconcile(self) -> Callable[..., Any]:
        verb: Callable[..., Any] = __getattr__("reconcile")
        return verb

    @reconcile.setter
    def reconcile(self, _room: ModuleType) -> None:
        pass


sys.modules[__name__].__class__ = _Package
