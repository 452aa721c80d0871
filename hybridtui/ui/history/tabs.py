"""The tabs of History in their order; each is imported when it is first gone to."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import cast

from hybridtui.ui.history.tab import Tab


@dataclass(frozen=True, slots=True)
class TabPlace:
    """A tab before it is made."""

    name: str

    @property
    def title(self) -> str:
        """As the line of tabs says it."""
        return self.name.capitalize()

    def load(self) -> type[Tab[object]]:
        """Import the tab."""
        module = import_module(f"hybridtui.ui.history.{self.name}")
        return cast("type[Tab[object]]", getattr(module, f"{self.title}Tab"))

    def make(self) -> Tab[object]:
        """Make the tab, its name its id."""
        return self.load()(id=self.name)


TABS = tuple(map(TabPlace, ("overview", "strength", "running", "load", "review", "calendar", "log")))
"""In the order of their keys, ``1`` first."""


def load_tabs() -> None:
    """Import all tabs: on another thread, while the first of them is looked at."""
    for tab in TABS:
        tab.load()
