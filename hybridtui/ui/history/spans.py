"""How far back History looks: by weeks or months, each with a span of its own that is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hybridtui.domain.calendar import By
from hybridtui.ui.history.tab import Window

SPANS = {By.WEEK: (12, 26, 52), By.MONTH: (12, 24, 60, 120)}
"""How many weeks or months are looked at, one span after the other."""


class Spans:
    """The windows that ``s`` and ``m`` lead to."""

    def __init__(self) -> None:
        self._chosen = {by: spans[0] for by, spans in SPANS.items()}

    def ending(self, today: date, by: By) -> Window:
        """Return the window that ends today."""
        return Window(by, self._chosen[by], today)

    def further(self, window: Window) -> Window:
        """Return the window of the next span; after the longest comes the shortest."""
        spans = SPANS[window.by]
        self._chosen[window.by] = spans[(spans.index(window.count) + 1) % len(spans)]
        return replace(window, count=self._chosen[window.by])

    def otherwise(self, window: Window) -> Window:
        """Return months for weeks, and weeks for months."""
        return self.ending(window.today, By.MONTH if window.by is By.WEEK else By.WEEK)
