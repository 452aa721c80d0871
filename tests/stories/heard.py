"""What the app told of its clocks: bells, titles, notifications."""

from __future__ import annotations

import pytest

from hybridtui.ui.app import HybridApp
from tests.conftest import FixedClock


class Heard:
    """What an app told: bells by their time, titles of the window, notifications."""

    def __init__(self, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
        self.bells: list[float] = []
        self.titles: list[str] = []
        self.notices: list[tuple[str, str]] = []
        self._clock, self._patch = clock, monkeypatch.setattr

    def __call__(self, app: HybridApp) -> None:
        self._patch(app, "bell", lambda: self.bells.append(self._clock.tick))
        self._patch(app, "name_window", self.titles.append)
        self._patch(app, "announce", lambda *said: self.notices.append(said))
