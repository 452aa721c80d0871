"""The line at the top of every screen: the app's name, where one is, and the day."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from hybridtui.ui.look import APP_NAME

TABS = (("today", "T", "Today"), ("timer", "C", "Timer"), ("plan", "P", "Plan"), ("history", "H", "History"),
        ("library", "X", "Library"))  # fmt: skip
"""Mode, the key that leads there, and its name."""

HERE = "bold $block-cursor-foreground on $block-cursor-background"
"""How the place where one is stands out."""


class TitleBar(Horizontal):
    """``hybridtui``, then the screens with their keys (or the name of this one place), then the day."""

    DEFAULT_CSS = """
    TitleBar {
        dock: top;
        height: 1;
        background: $panel;
        color: $foreground;
        & > Static { width: auto; text-wrap: nowrap; }
        & > .name { text-style: bold; color: $foreground; padding: 0 2 0 1; }
        & > .places { width: 1fr; text-overflow: ellipsis; link-style: none; link-color: $foreground-muted;
            link-background-hover: $panel-lighten-2; link-color-hover: $foreground; link-style-hover: none; }
        & > .day { color: $foreground-muted; padding: 0 1; }
    }
    """

    def __init__(self, *, mode: str = "", place: str = "", day: date | None = None) -> None:
        """Show the way to every screen with ``mode`` marked, or just the name of a ``place``."""
        super().__init__()
        self._mode, self._place, self._day = mode, place, day

    def compose(self) -> ComposeResult:
        """Lay out name, places and day."""
        yield Static(APP_NAME, classes="name", markup=False)
        yield Static(_places(self._mode) if self._mode else Content(self._place), classes="places")
        yield Static(_day(self._day), classes="day", markup=False)

    def show_day(self, day: date) -> None:
        """Show which day it is."""
        if day != self._day:
            self._day = day
            self.query_one(".day", Static).update(_day(day))


def _places(mode: str) -> Content:
    parts: list[Content] = []
    for name, key, title in TABS:
        label = Content.assemble((key, "bold $foreground"), f" {title}")
        if name == mode:
            parts.append(
                Content.assemble((f" {key} {title} ", "bold $block-cursor-foreground on $block-cursor-background"))
            )
        else:
            parts.append(Content.assemble(" ", label.stylize(f"@click=app.show('{name}')"), " "))
    return Content("").join(parts)


def _day(day: date | None) -> str:
    return f"{day:%a} {day.day} {day:%b}" if day else ""
