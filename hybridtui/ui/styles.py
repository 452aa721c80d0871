"""How the app looks, each style parsed once."""

from __future__ import annotations

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

KEPT = 512
"""So many sources stay parsed: every kind of widget is one, and Textual's 64 would not do for all the dialogs."""


class KeptStyles(Stylesheet):
    """A stylesheet that keeps what it has parsed as long as the theme stays the same.

    Textual 8.2.8 forgets it with every refresh of the styles: how the first screen looks was parsed
    three times before it was painted.
    """

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(KEPT)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Set the variables of the theme; what was parsed with others is forgotten."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Parse what is not known yet; on an error the rules stay as they are."""
        self.parse()
