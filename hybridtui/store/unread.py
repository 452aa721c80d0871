"""What of a log is damaged and was left out, because everything else can do without it."""

from __future__ import annotations

from sqlalchemy import Connection

from hybridtui.store import clocks, pains


def told(connection: Connection) -> str:
    """Return it in words; empty: nothing."""
    found = {
        "the clock of a session cannot be read and does not run": clocks.unreadable(connection),
        "what was said of a pain cannot be read and does not count": pains.unreadable(connection),
    }
    return "; ".join(what for what, number in found.items() if number)
