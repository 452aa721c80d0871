"""What every rule of the checker needs: how a breach is said, what a week is. Source: science.md A, C.9, I.14, I.17."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hybridtui.domain.athlete import Athlete, Goal, Race
from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.plan.definitions import event_of
from hybridtui.domain.workout import Breach, Kind, Phase, Plan, PlannedWeek, Workout

EDGE = 1e-9
"""Forgives what floating point adds to a limit."""

SHORT_STRENGTH = 35
"""Strength minutes a week below which two weeks are judged together (I.13)."""


ADULT = 16
"""Below this age strength is technique with the body or bands alone (F.1)."""


def breach(rule: str, day: date, text: str) -> Breach:
    """Return a hard breach: a drafted plan that has it is wrong."""
    return Breach(rule, day, text, hard=True)


def warning(rule: str, day: date, text: str) -> Breach:
    """Return a soft breach: something worth knowing that nobody has to change."""
    return Breach(rule, day, text, hard=False)


def named(workout: Workout) -> str:
    """Return a workout as a sentence names it.

    >>> day = date(2026, 3, 7)
    >>> named(Workout(id="", day=day, kind=Kind.RUN, subtype="easy", title="Easy run 30 min", minutes=30,
    ...               run_minutes=30, strength_minutes=0, steps=()))
    'Easy run 30 min on Sat'
    """
    return f"{workout.title} on {Weekday(workout.day.weekday()).short}"


def whole(week: PlannedWeek, plan: Plan) -> bool:
    """Return whether a week has all its days; a first one may begin late (I.17)."""
    return plan.start <= week.week.monday


def first_day(week: PlannedWeek, plan: Plan) -> date:
    """Return the day that a breach of a whole week is told on: its first within the plan."""
    return max(week.week.monday, plan.start)


def lighter(week: PlannedWeek) -> bool:
    """Return whether a week is meant to hold less than the one before: a step back, or the taper."""
    return week.deload or week.phase is Phase.TAPER


def race_of(plan: Plan) -> Race | None:
    """Return the race that a plan leads up to: the one that was answered, or else the first planned."""
    planned = (Race(0.0, w.day) for week in plan.weeks for w in week.workouts if w.is_race)
    return _answered(plan) or next(planned, None)


def _answered(plan: Plan) -> Race | None:
    """The athlete's race, unless it is over or waits for a professional's word (H.1)."""
    athlete = plan.athlete
    if athlete.race is None or athlete.race.day < plan.start or athlete.see_professional:
        return None
    return athlete.race


def event(plan: Plan) -> Goal | None:
    """Return what the race of a plan is trained for as; None without a race."""
    race = race_of(plan)
    if race is None:
        return None
    return event_of(race.distance_m) if race.distance_m else plan.athlete.goal


def is_race_week(week: PlannedWeek, plan: Plan) -> bool:
    """Return whether a race lies in a week (R1, I.14)."""
    race = _answered(plan)
    return (race is not None and Week.of(race.day) == week.week) or any(w.is_race for w in week.workouts)


def is_young(athlete: Athlete) -> bool:
    """Return whether the athlete is too young for weights (F.1)."""
    return athlete.age is not None and athlete.age < ADULT


def strength_parts(week: PlannedWeek) -> Iterator[Workout]:
    """Yield the workouts of a week that have sets: strength sessions and combos."""
    yield from (w for w in week.workouts if w.kind in (Kind.STRENGTH, Kind.COMBO))


def runs_of(week: PlannedWeek) -> Iterator[Workout]:
    """Yield the runs of a week, those that open combos included, the race left out (I.14)."""
    yield from (w for w in week.workouts if w.kind in (Kind.RUN, Kind.COMBO) and not w.is_race)
