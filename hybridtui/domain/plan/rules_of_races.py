"""What a race keeps away from the days before it. Source: science.md C.9, H13."""

from __future__ import annotations

from collections.abc import Iterator

from hybridtui.domain.plan import definitions as means
from hybridtui.domain.plan.judging import breach, event, named, race_of
from hybridtui.domain.workout import Breach, Kind, Plan, Workout


def breaches_before_race(plan: Plan) -> Iterator[Breach]:
    """Yield what would leave the athlete tired on the day of the race."""
    race, trained_for = race_of(plan), event(plan)
    if race is None or trained_for is None:
        return
    legs = means.LEG_WORK_BEFORE_RACE.get(trained_for, min(means.LEG_WORK_BEFORE_RACE.values()))
    for workout in plan.workouts:
        yield from _near(workout, (race.day - workout.day).days, legs)


def _near(workout: Workout, days: int, legs: int) -> Iterator[Breach]:
    if days == 0 and not workout.is_race and workout.kind is not Kind.RECOVERY:
        yield breach("H13", workout.day, f"{named(workout)} is on the day of the race: that day is for the race alone")
    elif 0 < days <= means.EASY_BEFORE_RACE and means.is_hard(workout):
        text = f"{named(workout)} is hard, {_days(days)} before the race: the last two stay easy"
        yield breach("H13", workout.day, text)
    elif 0 < days < legs and means.is_leg_work(workout):
        text = f"{named(workout)} works the legs {_days(days)} before the race: {legs} days let them recover"
        yield breach("H13", workout.day, text)


def _days(count: int) -> str:
    return f"{count} day{'s' if count > 1 else ''}"
