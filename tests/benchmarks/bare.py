"""The measure of everything here: the smallest Textual app."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One line of text; a key changes it."""

    BINDINGS = [("a", "count", "Count"), ("ctrl+q", "quit", "Quit")]
    count = 0

    def compose(self) -> ComposeResult:
        yield Static("bare textual 0")

    def action_count(self) -> None:
        self.count += 1
        self.query_one(Static).update(f"bare textual {self.count}")


if __name__ == "__main__":
    Bare().run()
