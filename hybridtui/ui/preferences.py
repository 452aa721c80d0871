"""What the athlete prefers, as the screens know it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AppSettings:
    """Preferences; the entry point reads and keeps them."""

    theme: str | None = None
    """Name of a Textual theme; None: Textual's default."""
    bell: bool = True
    """Ring at edges of a clock."""
    flash: bool = True
    """Flash the screen then."""
    title: bool = True
    """Show the running clock in the terminal's title."""
