"""When a plan builds up, sharpens and rests: the phases of the weeks to a race. Source: science.md C.9, H.9, I.17.

Phases are counted back from the week of the race, in whole training weeks: a first week
that the calendar cut short belongs to the phase after it. Without a race all weeks are
general ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from hybridtui.domain.athlete import Athlete, Goal, Race
from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.plan.definitions import EASY_BEFORE_RACE, LEG_WORK_BEFORE_RACE, event_of
from hybridtui.domain.workout import Phase

TAPER = {
    Goal.FIVE_K: (0.60,),
    Goal.TEN_K: (0.60,),
    Goal.HALF: (0.70, 0.45),
    Goal.MARATHON: (0.75, 0.60, 0.40),
}
"""Shares of the last build week's running, week by week down to the race."""

LEAST_WEEKS = {Goal.FIVE_K: 6, Goal.TEN_K: 8, Goal.HALF: 10, Goal.MARATHON: 16}
"""Weeks that a build-up takes; with fewer the aim is to arrive safely."""

PEAK_SHARE, BUILD_SHARE = 0.2, 0.4
"""Of the weeks before the taper."""

SOONEST = timedelta(days=2)
"""A race today or tomorrow is nothing to plan for (H.9)."""

EVE_MINUTES = 30
"""Longest run on the day before a race: rest, or this much easy running."""

LAST_STRENGTH = Weekday.TUE
"""Last day with strength in the week of a race (persona P4)."""

STRENGTH_BEFORE_RACE = 3
"""Fewest days from the last strength session to the race (a product decision; P4 leaves five)."""

RECOVERY_DAYS = 3
"""Days after a race without anything hard and without leg work, in the next week too (a product decision)."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """What a race, in this week or beside it, forbids on the days of a week (H13)."""

    closed: frozenset[Weekday] = frozenset()
    """The day of the race and those after it: rest or recovery."""
    calm: frozenset[Weekday] = frozenset()
    """Nothing hard."""
    spares_legs: frozenset[Weekday] = frozenset()
    """No leg work."""
    eve: frozenset[Weekday] = frozenset()
    """An easy run of EVE_MINUTES at most, or rest."""
    runs_only: frozenset[Weekday] = frozenset()
    """No strength."""


NO_RACE_NEAR = Nearness()
"""Most weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """The calendar of a plan: what each of its weeks is for."""

    start: date
    race: Race | None = None
    """The race that it leads up to, if it has a date."""

    @classmethod
    def of(cls, athlete: Athlete, start: date) -> Self:
        """Return the season of a plan that starts on ``start``; no race while a health question is open (H.1)."""
        return cls(start=start, race=None if athlete.see_professional else athlete.race)

    @property
    def event(self) -> Goal | None:
        """What the race is trained for as."""
        return event_of(self.race.distance_m) if self.race is not None else None

    @property
    def race_week(self) -> int | None:
        """Number of the plan's week that holds the race."""
        if self.race is None:
            return None
        return (Week.of(self.race.day).monday - Week.of(self.start).monday).days // 7 + 1

    @property
    def whole_weeks(self) -> int:
        """Whole training weeks up to the race, its own week included; 0 without a race."""
        return (self.race_week or 0) - (self.race is not None and self.start.weekday() > 0)

    @property
    def safely(self) -> bool:
        """True if the race is too near for a build-up (C.9)."""
        return self.event is not None and self.whole_weeks < LEAST_WEEKS[self.event]

    def phase(self, number: int) -> Phase:
        """Return what the plan's week of this number is for; after the race weeks are general ones.

        >>> race = Race(21097.5, date(2026, 5, 24))
        >>> season = Season(start=date(2026, 3, 2), race=race)
        >>> [season.phase(number).value for number in (1, 4, 5, 8, 9, 10, 11, 12, 13)]
        ['base', 'base', 'build', 'build', 'peak', 'peak', 'taper', 'taper', 'general']
        """
        left = self._weeks_left(number)
        if left is None or left < 1:
            return Phase.GENERAL
        taper, peak, build = self._lengths()
        if left <= taper:
            return Phase.TAPER
        if left <= taper + peak:
            return Phase.PEAK
        return Phase.BUILD if left <= taper + peak + build else Phase.BASE

    def taper_share(self, number: int) -> float | None:
        """Return the share of the last build week that a taper week keeps; None in other weeks."""
        left = self._weeks_left(number)
        if self.event is None or left is None or not 1 <= left <= self._lengths()[0]:
            return None
        return TAPER[self.event][-left]

    def after_race(self, number: int) -> int:
        """Return how many weeks a week lies after that of the race; 0 before, and without one."""
        left = self._weeks_left(number)
        return max(0, 1 - left) if left is not None else 0

    def race_in(self, week: Week) -> Race | None:
        """Return the race if it is in ``week``."""
        return self.race if self.race is not None and Week.of(self.race.day) == week else None

    def nearness(self, week: Week) -> Nearness:
        """Return what the race forbids on the days of ``week``; days before the start of a race week are closed."""
        if self.race is None or self.event is None:
            return NO_RACE_NEAR
        days = {Weekday(day.weekday()): (self.race.day - day).days for day in week.days}
        racing = self.race.day in week.days
        legs = LEG_WORK_BEFORE_RACE[self.event]
        return Nearness(
            closed=frozenset(
                day for day, date_ in zip(Weekday, week.days, strict=True) if racing and self._closed(date_, days[day])
            ),
            calm=frozenset(day for day, left in days.items() if -RECOVERY_DAYS <= left <= EASY_BEFORE_RACE),
            spares_legs=frozenset(day for day, left in days.items() if -RECOVERY_DAYS <= left < legs),
            eve=frozenset(day for day, left in days.items() if left == 1),
            runs_only=frozenset(_without_strength(days, racing=racing)),
        )

    def _closed(self, day: date, left: int) -> bool:
        return left <= 0 or day < self.start

    def _weeks_left(self, number: int) -> int | None:
        """Weeks from this one to that of the race, both counted."""
        return self.race_week - number + 1 if self.race_week is not None else None

    def _lengths(self) -> tuple[int, int, int]:
        """Weeks of taper, peak and build; the rest is base."""
        if self.event is None:
            return 0, 0, 0
        # A race in the very week of the start has a taper of that week alone.
        weeks = max(1, self.whole_weeks)
        taper = min(len(TAPER[self.event]), weeks)
        left = weeks - taper
        if self.safely or not left:
            return taper, 0, 0
        return taper, max(1, int(PEAK_SHARE * left + 0.5)), int(BUILD_SHARE * left + 0.5)


def _without_strength(days: dict[Weekday, int], *, racing: bool) -> Iterator[Weekday]:
    for day, left in days.items():
        late = racing and (day > LAST_STRENGTH or left < STRENGTH_BEFORE_RACE)
        if left >= 0 and (late or left == 1):
            yield day
