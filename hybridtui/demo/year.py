"""Which year it was: the plans that were followed, and what came between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count
from random import Random

from hybridtui.demo.effort import Effort
from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Goal, Level
from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.plan import draft
from hybridtui.domain.session import Session
from hybridtui.domain.workout import Kind, Plan, PlannedWeek, Workout

WEEKS_OF_PLAN = 8
WEEKS_DONE = 2
"""Whole weeks of the present plan that lie behind."""

BLOCKS = ((13, 105, 45), (13, 125, 60), (12, 140, 70), (12, 155, 75))
"""Earlier plans: weeks, and the minutes and the longest run a week that each began from."""

HOLIDAY = (29, 28)
"""Weeks ago: away, one run by the sea."""

RACE = 17
"""Weeks ago: ten kilometres in town."""

COLD = 6
"""Weeks ago: in bed until Thursday."""

SKIPPED = 0.06
"""Part of all workouts that life got in the way of."""


@dataclass(frozen=True, slots=True)
class Demo:
    """An athlete, the plan being followed, and what was done until yesterday."""

    athlete: Athlete
    plan: Plan
    sessions: tuple[Session, ...]
    """Oldest first; those of the plan's weeks belong to its workouts."""


def demo_history(now: datetime, zone: str | None, seed: int) -> Demo:
    """Return a year that ends yesterday; ``now`` is local and aware, ``zone`` its IANA name if known."""
    athlete = _athlete(now.date())
    chance = Random(seed)  # noqa: S311 - a story, not a secret
    numbers = count(1)

    def ids() -> str:
        return f"{next(numbers):032x}"

    monday = Week.of(now.date()).monday
    plan = draft(athlete, monday - timedelta(weeks=WEEKS_DONE), weeks=WEEKS_OF_PLAN, plan_id=ids(), ids=ids)
    effort = Effort(chance, ids, now, zone)
    past = [_done(week, chance, effort, monday, followed=False) for week in _earlier(athlete, plan.start, ids)]
    recent = [_done(week, chance, effort, monday, followed=True) for week in plan.weeks]
    return Demo(athlete, plan, tuple(session for week in (*past, *recent) for session in week))


def _athlete(today: date) -> Athlete:
    """Return an athlete who trains today: a demo opens on a workout."""
    midweek = today.weekday() in (Weekday.WED, Weekday.FRI)
    workdays = (Weekday.MON, Weekday.WED, Weekday.FRI) if midweek else (Weekday.MON, Weekday.TUE, Weekday.THU)
    return Athlete(
        goal=Goal.GENERAL,
        balance=0.60,
        level=Level.INTERMEDIATE,
        days=(*workdays, Weekday.SAT, Weekday.SUN),
        minutes=(60, 60, 60, 60, 60, 60, 90),
        equipment=EQUIPMENT_PROFILES["gym"],
        run_minutes=165,
        longest_run=75,
        strength_sessions=2,
        age=36,
        bodyweight_kg=72.0,
    )


def _earlier(athlete: Athlete, end: date, ids: Callable[[], str]) -> Iterator[PlannedWeek]:
    """Yield the weeks of earlier plans, up to where the present one starts."""
    start = end - timedelta(weeks=sum(weeks for weeks, *_ in BLOCKS))
    for weeks, minutes, longest in BLOCKS:
        then = replace(athlete, run_minutes=minutes, longest_run=longest)
        yield from draft(then, start, weeks=weeks, plan_id="", ids=ids).weeks
        start += timedelta(weeks=weeks)


def _done(week: PlannedWeek, chance: Random, effort: Effort, monday: date, *, followed: bool) -> Iterator[Session]:
    """Yield what came of a planned week; ``followed`` by the app, set by set."""
    ago = (monday - week.week.monday).days // 7
    for workout in week.workouts:
        if workout.day >= effort.today or (ago and _missed(workout, ago, chance)):
            continue
        if ago == RACE and workout.long:
            yield effort.race(workout.day)
        elif followed or workout.kind is not Kind.RUN:
            yield effort.following(workout, lighter=week.deload, planned=followed)
        else:
            yield effort.from_watch(workout)


def _missed(workout: Workout, ago: int, chance: Random) -> bool:
    unlucky = chance.random() < SKIPPED
    if ago in HOLIDAY:
        return ago != HOLIDAY[0] or workout.subtype != "easy"
    if ago == COLD:
        return workout.day.weekday() <= Weekday.THU or workout.kind is not Kind.RUN
    return unlucky and ago > 1
