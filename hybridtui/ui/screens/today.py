"""Today: what to do now."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer

from hybridtui.ui.widgets.title_bar import TitleBar


class TodayScreen(Screen[None]):
    """What to do now, and the guide through it."""

    def compose(self) -> ComposeResult:
        """Lay out the day."""
        yield TitleBar(mode="today")
        yield Footer(show_command_palette=False)
