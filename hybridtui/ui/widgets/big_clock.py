"""The clock of the Timer screen: the same as Today's, alone, with air around it."""

from __future__ import annotations

from hybridtui.ui.widgets.set_clock import SetClock


class BigClock(SetClock):
    """Fills the screen."""

    DEFAULT_CSS = """
    BigClock { padding: 1 2; }
    """
