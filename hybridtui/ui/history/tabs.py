"""The tabs of History in their order; each is imported when it is first gone to."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import cast

from hybridtui.ui.history.tab import Tab


@dataclass(frozen=True, slots=True)
class Place:
    """A tab before it is made."""

    name: str
    title: str
    module: str
    of: str
    """Its class."""

    def make(self) -> Tab[object]:
        """Import the tab and make it."""
        return cast("type[Tab[object]]", getattr(import_module(self.module), self.of))(id=self.name)


def _listed() -> tuple[Place, ...]:
    here = "hybridtui.ui.history"
    names = ("overview", "strength", "running", "load", "review", "calendar", "log")
    return tuple(
        Place(name, name.capitalize(), f"{here}.{name}", f"{name.capitalize()}Tab")
        for name in names
        if find_spec(f"{here}.{name}")
    )


TABS = _listed()
"""In the order of their keys, ``1`` first."""
