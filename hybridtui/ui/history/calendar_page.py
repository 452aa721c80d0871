"""What the calendar shows, as it is read from the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.calendar import Week, span
from hybridtui.domain.days import DaysPage
from hybridtui.ui.charts.data import ChartData
from hybridtui.ui.history.calendar_charts import kept_chart, weight_chart
from hybridtui.ui.history.calendar_grid import READ_AT_ONCE
from hybridtui.ui.history.calendar_words import Units
from hybridtui.ui.history.tab import Window

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook

MOST_WEEKS = 2 * READ_AT_ONCE
"""Weeks read when the tab opens, however long a stretch is looked at: older ones are read as they come into sight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPage:
    """What the calendar shows."""

    window: Window
    begun: bool
    """False: neither a session, nor a plan, nor a body weight."""
    first: Week
    """The oldest week that can be scrolled to."""
    newest: DaysPage
    """The newest weeks."""
    weights: tuple[BodyWeight, ...]
    """Of the stretch that History looks at, oldest first."""
    units: Units
    charts: tuple[ChartData, ...]
    """The body weight if it was logged, then the workouts kept."""


def calendar_page(book: Logbook, window: Window) -> CalendarPage:
    """Read the newest weeks, a year at least, and the body weights of the window."""
    this, begun = Week.of(window.today), book.days.begun()
    periods = span(window.by, window.count, window.today)
    wanted = (this.monday - Week.of(periods[0].first).monday).days // 7 + 1
    first = min(this, Week.of(begun or window.today))
    oldest = max(first, this.plus(1 - min(max(READ_AT_ONCE, wanted), MOST_WEEKS)))
    newest = book.days.page(oldest, this)
    weights = book.weights.between(periods[0].first, window.today)
    units = units_of(book)
    kept = kept_chart(newest.weeks[-wanted:], this)
    drawn = (weight_chart(weights, periods, units.weight, window.by.of(window.today)),) if weights else ()
    return CalendarPage(
        window=window, begun=begun is not None or bool(weights), first=first, newest=newest, weights=weights,
        units=units, charts=(*drawn, kept),
    )  # fmt: skip


def units_of(book: Logbook) -> Units:
    """Return what the athlete is told distances and weights in."""
    athlete = book.athlete()
    return Units() if athlete is None else Units(athlete.distance_unit, athlete.weight_unit)
