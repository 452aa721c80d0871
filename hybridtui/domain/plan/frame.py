"""What a week allows, whatever is put into it. Source: science.md E.2."""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan.season import EVE_MINUTES, NO_RACE_NEAR, Nearness
from hybridtui.domain.plan.sketch import Sketch
from hybridtui.domain.workout import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a week allows, whatever is put into it."""

    available: tuple[Weekday, ...]
    caps: tuple[int, ...]
    """Most minutes on each weekday, Monday first (H1)."""
    slots: tuple[int, ...] = (1,) * 7
    """Sessions at different times of each weekday: 2 means six hours between them."""
    doubles: bool = False
    """True if a run and a strength session may share a day (R11)."""
    beginner: bool = False
    rest_days: int = 2
    """At least so many (H2)."""
    hard_days: int = 3
    """At most so many (H11)."""
    long_day: Weekday = Weekday.SUN
    """Wanted for the long run."""
    race: Nearness = NO_RACE_NEAR
    """What a race nearby forbids (H13)."""

    def has_room(self, sketch: Sketch, day: Weekday) -> bool:
        """Return whether a session alone may be on a day: by its length, and by a race nearby (H1, H13)."""
        if sketch.minutes > self.caps[day] or (sketch.hard and day in self.race.calm):
            return False
        if not sketch.upper_only and day in self.race.spares_legs:
            return False
        if day in self.race.eve and sketch.minutes > EVE_MINUTES:
            return False
        return sketch.kind is Kind.RUN or day not in self.race.runs_only
