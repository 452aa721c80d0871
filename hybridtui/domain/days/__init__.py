"""Day by day: what was trained, rested and missed, and how far each week went as it was planned.

A planned rest day is something that was kept, like a workout; nothing is a failure, and
nothing counts days in a row. Source: science.md 0, R3, R41; field.md 3 (a rest day
shown as a hole is the loudest complaint about calendars).
"""

from hybridtui.domain.days.adherence import Dropped, Missed, SideKept, WeekKept
from hybridtui.domain.days.marks import Day, State
from hybridtui.domain.days.page import DaysPage, days_page
from hybridtui.domain.days.values import Ache, Did, Told, WeekAsked

__all__ = [
    "Ache",
    "Day",
    "DaysPage",
    "Did",
    "Dropped",
    "Missed",
    "SideKept",
    "State",
    "Told",
    "WeekAsked",
    "WeekKept",
    "days_page",
]
