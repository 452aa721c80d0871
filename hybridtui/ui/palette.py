"""The command palette: our commands in the order of use, found by their names or by what is said of them."""

from __future__ import annotations

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, SearchIcon
from textual.system_commands import SystemCommandsProvider

BY_DESCRIPTION = 0.5
"""What a word of the description is worth beside one of the name."""


class Commands(SystemCommandsProvider):
    """All commands of the app, in the order in which it names them; Textual's own sorts them by letters."""

    async def discover(self) -> Hits:
        """Yield all, while nothing is typed."""
        for title, about, does, shown in self.app.get_system_commands(self.screen):
            if shown:
                yield DiscoveryHit(title, does, help=about)

    async def search(self, query: str) -> Hits:
        """Yield those whose name has the letters, and behind them those that are described by the word."""
        matcher, word = self.matcher(query), query.strip().casefold()
        for title, about, does, _ in self.app.get_system_commands(self.screen):
            if (score := matcher.match(title)) > 0:
                yield Hit(score, matcher.highlight(title), does, help=about)
            elif word in about.casefold():
                yield Hit(BY_DESCRIPTION, title, does, help=about)


class Palette(CommandPalette):
    """Textual's palette with our commands, and a sign that every font has."""

    DEFAULT_CSS = """
    Palette SearchIcon { color: $foreground-muted; }
    """

    def __init__(self) -> None:
        super().__init__(providers=[Commands], placeholder="Type what you want to do", id="--command-palette")

    def on_mount(self) -> None:
        """Show the sign of searching that the other screens show."""
        self.query_one(SearchIcon).icon = "/"
