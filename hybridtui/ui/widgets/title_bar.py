"""The line at the top of every screen: the app's name, where one is, and the day."""

from __future__ import annotations

from datetime import date

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from hybridtui.domain.dates import short_day
from hybridtui.domain.text import clean

NAME = " hybridtui "
"""The app's name stands on every screen."""

TABS = (("today", "T", "Today"), ("timer", "C", "Timer"), ("plan", "P", "Plan"), ("history", "H", "History"),
        ("library", "X", "Library"))  # fmt: skip
"""Mode, the key that leads there, and its name."""

HERE = "bold $block-cursor-foreground on $block-cursor-background"
"""How the place where one is stands out."""

WHOLE = len(NAME) + 1 + sum(len(f" {key} {title} ") for _, key, title in TABS)
"""Cells of the app's name and all places by theirs."""


class TitleBar(Widget, can_focus=False):
    """``hybridtui``, then the screens with their keys (or the name of this one place), then the day."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TitleBar { dock: top; height: 1; background: $panel; color: $foreground-muted; text-wrap: nowrap; }
    """

    day: reactive[date | None] = reactive(None)
    """The day it is, at the right."""
    news: reactive[str] = reactive("")
    """What goes on behind the screens, before the day: ``import 43 %``."""

    def __init__(self, *, mode: str = "", place: str = "", day: date | None = None) -> None:
        """Show the way to every screen with ``mode`` marked, or just the name of a ``place``."""
        super().__init__()
        self._mode, self._place = mode, place
        self.set_reactive(TitleBar.day, day)

    def show_day(self, day: date) -> None:
        """Show which day it is."""
        self.day = day

    def render(self) -> RenderResult:
        """Write name and places at the left, the day at the right."""
        right = self._right
        room = max(0, self.size.width - right.cell_length)
        left = Content.assemble((NAME, "bold $foreground"), " ", self._places(room))
        return Content.assemble(left.truncate(room, ellipsis=True, pad=True), right)

    @property
    def _right(self) -> Content:
        """What stands at the right end: the news, and the day where the names of the places leave room for both."""
        day = f"{short_day(self.day)} " if self.day else ""
        if not self.news:
            return Content(day)
        both = f" {self.news}  {day}"
        fits = not self._mode or WHOLE + len(both) <= self.size.width
        return Content.assemble((f" {self.news} ", "$text-accent"), f" {day}" if fits else "")

    def _places(self, room: int) -> Content:
        if not self._mode:
            return Content.styled(clean(self._place), "$foreground")
        return Content("").join(_tab(key, title, here=here) for _, key, title, here in self._tabs(room))

    def _tabs(self, room: int) -> list[tuple[str, str, str, bool]]:
        """Return mode, key, name and whether one is there; where room is short the others are but their keys."""
        return [
            (mode, key, title if mode == self._mode or room >= WHOLE else "", mode == self._mode)
            for mode, key, title in TABS
        ]

    def on_click(self, event: events.Click) -> None:
        """Go to the screen whose name was clicked."""
        right = len(NAME) + 1
        for _, key, title, here in self._tabs(self.size.width - self._right.cell_length) if self._mode else ():
            left, right = right, right + _tab(key, title, here=here).cell_length
            if left <= event.x < right:
                self.app.simulate_key(key)


def _tab(key: str, title: str, *, here: bool) -> Content:
    if here:
        return Content.styled(f" {key} {title} ", HERE)
    return Content.assemble(" ", (key, "bold $foreground"), f" {title} " if title else " ")
