"""Where the first run begins for somebody the log knows nothing of. Source: science.md F.1."""

from __future__ import annotations

from datetime import date

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Weekday

_PATTERNS = (
    (Weekday.MON, Weekday.WED, Weekday.FRI),
    (Weekday.TUE, Weekday.THU, Weekday.SAT),
    (Weekday.WED, Weekday.FRI, Weekday.SUN),
)
"""Three days with a day of rest between them; the first is F.1's default."""


def newcomer(today: date) -> Athlete:
    """Return F.1's defaults, the training days chosen so that one can begin today.

    >>> [day.short for day in newcomer(date(2026, 3, 5)).days]
    ['Tue', 'Thu', 'Sat']
    """
    return Athlete(days=next(days for days in _PATTERNS if today.weekday() in days))
