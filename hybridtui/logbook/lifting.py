"""Strength: what History asks of it, gathered from the log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from hybridtui.domain.calendar import By, Period, span
from hybridtui.domain.e1rm import E1RM
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.lifting.done import by_period
from hybridtui.domain.lifting.maxima import Maximum, maxima
from hybridtui.domain.lifting.muscles import MuscleSets, muscle_sets
from hybridtui.domain.lifting.page import Focus, LiftingLog, LiftingPage, page
from hybridtui.domain.lifting.records import Best, Record, records
from hybridtui.domain.lifting.shares import is_calves, is_core, is_single_leg
from hybridtui.domain.lifting.sides import gaps
from hybridtui.domain.mileage.bests import NEW
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.weights import weighed

FOCUS = (("Single leg", is_single_leg), ("Calves", is_calves), ("Core", is_core))
"""What a runner's strength should not let slip (field.md 2.19)."""

TOLD_FIRST = (Best.HEAVIEST, Best.MAXIMUM, Best.REPS)
"""Which of the records that an exercise had on one day stands for all."""

FOCUS_DAYS = 365
"""So far back it is looked for."""


def told_first(record: Record) -> tuple[int, int, str]:
    """Sort records for telling: the newest first, of one day by what they are of."""
    return -record.day.toordinal(), TOLD_FIRST.index(record.best), record.exercise


def _lately(today: date) -> date:
    """Return the first of the days whose records are new on ``today``."""
    return today - NEW + timedelta(days=1)


class Lifting:
    """What was lifted, of finished sessions; the same workout counts once."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def page(self, by: By, count: int, today: date | None = None) -> LiftingPage:
        """Return everything that the strength tab shows of so many weeks or months up to ``today`` (now)."""
        day = today or self._kit.today()
        periods = span(by, count, day)
        asked = self._kit.store.lifting
        first, last = periods[0].first, periods[-1].last
        done = asked.like_sets(by, first, last)
        exercises = self._kit.exercises()
        weights = weighed(self._kit)
        lifted = asked.lifted({each.exercise for each in done if each.working}) if done else ()
        log = LiftingLog(
            periods=periods,
            by=by,
            today=day,
            began=self._kit.store.loads.began(),
            athlete=self._kit.athlete(),
            exercises=exercises,
            done=by_period(done),
            runs=by_period(asked.run_parts(by, first, last)),
            gaps=gaps(asked.sides(first, last)) if any(each.one_sided for each in done) else {},
            focus=tuple(self._focus(exercises, day)),
            records=records(lifted, weights, asked.first_days),
        )
        return page(log, weights)

    def trained_lately(self, today: date) -> tuple[str, ...]:
        """Return the exercises of the four weeks up to ``today``: those that can have a new record."""
        done = self._kit.store.lifting.like_sets(By.WEEK, _lately(today), today)
        return tuple(sorted({each.exercise for each in done if each.working}))

    def newest(self, exercise: str, today: date) -> Record | None:
        """Return the record of the four weeks up to ``today`` that stands for all of an exercise; None: none is new.

        It takes a look at all sets of the exercise there ever were. What was done for the first time is no record.
        """
        asked = self._kit.store.lifting
        found = records(asked.lifted([exercise]), weighed(self._kit), asked.first_days)
        new = min((each for each in found if _lately(today) <= each.day <= today), key=told_first, default=None)
        if new is None or asked.last_day([exercise], date.min, new.day - timedelta(days=1)) is None:
            return None
        return new

    def muscles(self, period: Period) -> Mapping[str, MuscleSets]:
        """Return the fractional sets of each muscle in a week or month: hard, unrated, and from running."""
        asked, by = self._kit.store.lifting, period.by
        done = asked.like_sets(by, period.first, period.last)
        runs = asked.run_parts(by, period.first, period.last)
        return muscle_sets(done, runs, self._kit.exercises())

    def maxima(self, period: Period) -> Mapping[str, E1RM]:
        """Return the best estimate of each exercise in a week or month, by its id, where there is one."""
        done = self._kit.store.lifting.like_sets(period.by, period.first, period.last)
        found = maxima(done, weighed(self._kit))
        return {exercise: best.e1rm for exercise, best in found.items() if isinstance(best, Maximum)}

    def _focus(self, exercises: Mapping[str, Exercise], today: date) -> Iterable[Focus]:
        since = today - timedelta(days=FOCUS_DAYS)
        for name, belongs in FOCUS:
            ids = [each.id for each in exercises.values() if belongs(each)]
            yield Focus(name=name, last=self._kit.store.lifting.last_day(ids, since, today))
