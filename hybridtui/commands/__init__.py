"""The one-line commands, one a file: they ask the logbook and print. What all of them share stands here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
"""Exit codes."""

OpenLogbook = Callable[[], "Logbook"]
"""Opens the log when a command needs it."""
