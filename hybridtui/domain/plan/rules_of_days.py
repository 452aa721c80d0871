"""Rules between the workouts of a day and of neighbouring days, by date. Source: science.md A, E.2; ids as there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan import definitions as means
from hybridtui.domain.workout import Breach, Kind, Workout

BEGINNER_SINGLES = 6
"""A beginner's weeks without two sessions a day (R11)."""

_EASY_RUNS = ("easy", "runwalk")


def breaches_between(today: Sequence[Workout], tomorrow: Sequence[Workout], athlete: Athlete) -> Iterator[Breach]:
    """Yield what two neighbouring days break together."""
    for before in today:
        for after in tomorrow:
            yield from _after_legs(before, after, athlete)
            yield from _after_hard_run(before, after)
            yield from _same_muscle(before, after)


def _after_legs(before: Workout, after: Workout, athlete: Athlete) -> Iterator[Breach]:
    if not before.leg_heavy:
        return
    if after.long:
        yield Breach("R4", after.day, f"{after.title} on the day after {before.title}: legs are still tired", hard=True)
    elif means.is_quality(after) or means.is_hard_circuit(after):
        yield Breach("H4", after.day, f"{after.title} is hard, on the day after {before.title}", hard=True)
    elif not _gentle(after, athlete):
        yield Breach("R6", after.day, f"{after.title} is too much on the day after {before.title}", hard=True)


def _gentle(workout: Workout, athlete: Athlete) -> bool:
    if workout.kind is Kind.RECOVERY:
        return True
    if athlete.level is Level.BEGINNER or workout.kind is Kind.HYBRID or means.lower_sets(workout.steps):
        return False
    if workout.run_minutes > means.EASY_AFTER_LEGS_MINUTES:
        return False
    return workout.kind is not Kind.RUN or workout.subtype in _EASY_RUNS


def _after_hard_run(before: Workout, after: Workout) -> Iterator[Breach]:
    if means.is_hard_run(before) and means.is_hard_run(after):
        yield Breach("R23", after.day, f"{before.title} and {after.title} are hard runs on consecutive days", hard=True)
    if before.kind is Kind.HYBRID and after.kind is Kind.HYBRID:
        yield Breach("R13", after.day, "two circuits within 48 hours", hard=True)


def _same_muscle(before: Workout, after: Workout) -> Iterator[Breach]:
    shared = means.hard_muscles(before.steps) & means.hard_muscles(after.steps)
    if shared:
        names = ", ".join(sorted(muscle.replace("_", " ") for muscle in shared))
        yield Breach("R5", after.day, f"{before.title} and {after.title} work the same muscles: {names}", hard=True)


def breaches_on(day: date, workouts: Sequence[Workout], athlete: Athlete, week: int) -> Iterator[Breach]:
    """Yield what the workouts of one day break together."""
    trained = [w for w in workouts if w.kind is not Kind.RECOVERY]
    if trained and Weekday(day.weekday()) not in athlete.days:
        yield Breach("H1", day, f"{Weekday(day.weekday()).short} is not one of your training days", hard=True)
    if sum(w.minutes for w in trained) > athlete.minutes[day.weekday()]:
        yield Breach("H1", day, f"more than the {athlete.minutes[day.weekday()]} min of this day", hard=True)
    for one, other in combinations(trained, 2):
        yield from _double(one, other, athlete, week)


def _double(one: Workout, other: Workout, athlete: Athlete, week: int) -> Iterator[Breach]:
    beginning = athlete.level is Level.BEGINNER and week <= BEGINNER_SINGLES
    if beginning or not athlete.allow_doubles:
        yield Breach("R11", one.day, f"{one.title} and {other.title} on one day", hard=True)
    if {one.kind, other.kind} != {Kind.RUN, Kind.STRENGTH} or one.long or other.long:
        yield Breach("H7", one.day, f"{one.title} and {other.title} do not go together on one day", hard=True)
    quality = next((w for w in (one, other) if means.is_quality(w)), None)
    heavy = next((w for w in (one, other) if w.leg_heavy), None)
    if quality is not None and heavy is not None and (quality.slot, heavy.slot) != ("am", "pm"):
        yield Breach("H7", one.day, "a fast run needs six hours before leg-heavy strength", hard=True)


def next_day(day: date) -> date:
    """Return the calendar day after."""
    return day + timedelta(days=1)
