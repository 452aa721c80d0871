"""The tabs of History in their order; each is imported when it is first gone to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, cast

from hybridtui.domain.calendar import By
from hybridtui.ui.history.tab import Tab, Window

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook


@dataclass(frozen=True, slots=True)
class TabPlace:
    """A tab before it is made."""

    name: str
    about: str
    """What it shows, in few words."""

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


TABS = (
    TabPlace("overview", "This week against its plan, the minutes and the balance"),
    TabPlace("strength", "Estimated maxima, hard sets of each muscle, balance, records"),
    TabPlace("running", "Distance, effort, easy pace, best times, VDOT"),
    TabPlace("load", "How hard it was: load, fitness, fatigue, form"),
    TabPlace("review", "A week or month in five sentences, and one change"),
    TabPlace("calendar", "Every day, what was missed and why, body weight"),
    TabPlace("log", "Every session, to find, open, correct"),
)
"""In the order of their keys, ``1`` first."""


def load_tabs() -> None:
    """Import all tabs: on another thread, while the first of them is looked at."""
    for tab in TABS:
        tab.load()


def questions(today: date) -> Iterator[Callable[[Logbook], object]]:
    """Yield what the tabs ask of the log, for the shortest window: a question asked first takes longest."""
    shortest = Window(By.WEEK, 1, today)
    for tab in (place.load() for place in TABS):
        if tab.windowed:
            yield partial(tab.read, window=shortest)
