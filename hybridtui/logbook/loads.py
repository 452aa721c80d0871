"""Load: what History asks of it, gathered from the log."""

from __future__ import annotations

from datetime import date, timedelta

from hybridtui.domain.calendar import By, span
from hybridtui.domain.loads.log import REMEMBERED_DAYS, LoadLog
from hybridtui.domain.loads.page import LoadPage, page
from hybridtui.domain.loads.seeding import seed_au
from hybridtui.domain.loads.state import LoadState, state
from hybridtui.logbook.kit import Kit


class Loads:
    """Loads of both sports, of finished sessions; the same workout counts once."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def log(self, first: date) -> LoadLog:
        """Return the loads of all days, read as far back as fitness on ``first`` asks."""
        today = self._kit.today()
        asked = self._kit.store.loads
        began = asked.began()
        since = min(first, today) - timedelta(days=REMEMBERED_DAYS)
        if began is None or began < since:  # what was reported before it weighs nothing any more
            return LoadLog.of(today, began, asked.daily(since, date.max))
        plan = asked.first_plan()
        seed = seed_au(plan.athlete, began, plan.start) if plan is not None else 0.0
        return LoadLog.of(today, began, asked.daily(began, date.max), seed)

    def page(self, by: By, count: int, today: date | None = None) -> LoadPage:
        """Return everything that the load tab shows of so many weeks or months up to ``today`` (now)."""
        periods = span(by, count, today or self._kit.today())
        return page(self.log(periods[0].first), periods)

    def on(self, day: date) -> LoadState:
        """Return how loads stand on ``day``; monotony and strain are of its whole ISO week."""
        return state(self.log(day), day)
