"""The daily check-in: kept, judged, and applied to the workouts of its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hybridtui.domain import readiness
from hybridtui.domain.athlete import Athlete
from hybridtui.domain.change import Change
from hybridtui.domain.pain import worst_of
from hybridtui.domain.problems import Problem
from hybridtui.domain.readiness import Readiness, Verdict
from hybridtui.domain.workout import Kind, Workout
from hybridtui.logbook.kit import Kit

if TYPE_CHECKING:
    from hybridtui.domain.plan.adjusting import Adjusted


class CheckIns:
    """What the athlete said of each day, and what it means for training on it."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def save(self, reading: Readiness) -> None:
        """Keep a day's answers, in place of those there were; what was said of a lighter week stays.

        Raises:
            Problem: if a number is out of range.
            NotSaved: if nothing was written.
        """
        before = self.of(reading.day)
        told = replace(readiness.checked(reading), answered=before.answered if before is not None else None)
        self._kit.apply(Change(label="check-in", readiness=(told,)))

    def of(self, day: date) -> Readiness | None:
        """Return a day's answers."""
        return next(iter(self._kit.store.readiness(day, day)), None)

    def lately(self) -> tuple[Readiness, ...]:
        """Return all readings that still say something, today's included, oldest first.

        What was said of pains today, while training or before, belongs to today's (D.6).
        """
        today, store = self._kit.today(), self._kit.store
        readings = store.readiness(today - timedelta(days=readiness.REMEMBERED_DAYS), today)
        if not readings or readings[-1].day != today:
            return readings
        told, worst = readings[-1], worst_of(store.pains(today), today)
        return readings if worst is None else (*readings[:-1], replace(told, pain=max(told.pain or 0, worst)))

    def verdict(self) -> Verdict | None:
        """Return what today's answers say; None if there are none."""
        return judged(self.lately(), self._kit.today())

    def applied(self, workout: Workout, due: Sequence[Workout]) -> Workout:
        """Return a workout, its targets filled in, as today's answers leave it; ``due`` are all of today's.

        Raises:
            Problem: if they leave nothing of it.
        """
        today = self._kit.today()
        all_due = [workout if each.id == workout.id else each for each in due]
        if workout not in all_due:  # planned for another day, done today
            all_due = [workout]
        done = [line.kind for line in self._kit.store.lines(first=today, last=today)]
        for each in adjusted(all_due, self.lately(), today, self._kit.athlete(), done):
            if each.planned.id != workout.id:
                continue
            if each.workout is None:
                raise Problem(f"{workout.title} is left out today. Check in again to train as planned all the same.")
            return each.workout
        return workout

    def decline(self) -> None:
        """Leave the lighter week that was proposed; the question rests for a week (R25).

        Raises:
            Problem: if no reading asks for it.
        """
        lately = self.lately()
        if not lately:
            raise Problem("No lighter week was proposed.")
        answered = replace(lately[-1], answered=self._kit.today())
        self._kit.apply(Change(label="answer about a lighter week", readiness=(answered,)))


def judged(readings: Sequence[Readiness], day: date) -> Verdict | None:
    """Return what the reading of ``day`` says; None without one: older ones do nothing."""
    reading = reading_of(readings, day)
    return readiness.band(reading, readings) if reading is not None else None


def reading_of(readings: Sequence[Readiness], day: date) -> Readiness | None:
    """Return the reading of ``day``, if there is one."""
    return next((reading for reading in readings if reading.day == day), None)


def adjusted(
    workouts: Sequence[Workout], readings: Sequence[Readiness], day: date, athlete: Athlete, done: Sequence[Kind]
) -> tuple[Adjusted, ...]:
    """Return workouts that are due on ``day`` as its reading leaves them; nothing without one.

    ``done`` are the kinds of the sessions of that day.
    """
    reading, verdict = reading_of(readings, day), judged(readings, day)
    if reading is None or verdict is None or not workouts:
        return ()
    from hybridtui.domain.plan.adjusting import for_day  # the engine, only on days with a reading

    return for_day(workouts, reading, verdict.band, athlete, recovered=Kind.RECOVERY in done)
