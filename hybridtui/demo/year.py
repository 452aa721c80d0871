"""Which year it was: the plans that were followed, and what came between."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from hybridtui.demo import life
from hybridtui.demo.effort import Effort
from hybridtui.demo.life import Skipped
from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Goal, Level
from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.calendar import Week, Weekday
from hybridtui.domain.pain import Pain
from hybridtui.domain.plan import draft
from hybridtui.domain.readiness import Readiness
from hybridtui.domain.session import Session
from hybridtui.domain.skips import SkipReason
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

TWICE = (1, 3, 9)
"""Weeks ago: an easy run that was logged in the app and came in from the watch as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """An athlete, the plans that were followed, what was done until yesterday, and what was said."""

    athlete: Athlete
    plan: Plan
    """The one being followed."""
    earlier: tuple[Plan, ...]
    """Those before it, oldest first."""
    sessions: tuple[Session, ...]
    """Oldest first. What was done in the app belongs to its workout; a watch knows none."""
    check_ins: tuple[Readiness, ...]
    weights: tuple[BodyWeight, ...]
    pains: tuple[Pain, ...]
    reasons: tuple[SkipReason, ...]
    """Why workouts were skipped, of most of them."""


def demo_history(now: datetime, zone: str | None, seed: int) -> Demo:
    """Return a year that ends yesterday; ``now`` is local and aware, ``zone`` its IANA name if known."""
    today = now.date()
    athlete = _athlete(today)
    # What is said has dice of its own: another word would otherwise be another year.
    chance, talk = Random(seed), Random(-seed)  # noqa: S311 - a story, not a secret
    numbers = count(1)

    def ids() -> str:
        return f"{next(numbers):032x}"

    monday = Week.of(today).monday
    plan = draft(athlete, monday - timedelta(weeks=WEEKS_DONE), weeks=WEEKS_OF_PLAN, plan_id=ids(), ids=ids)
    earlier = tuple(_earlier(athlete, plan.start, ids))
    year = _Year(Effort(chance, talk, ids, now, zone), chance, monday)
    weeks = [(week, each is plan) for each in (*earlier, plan) for week in each.weeks]
    sessions = [session for week, followed in weeks for session in year.done(week, followed=followed)]
    reasons = tuple(life.reasons(year.skipped, talk))
    rides = life.rides(today, ZoneInfo(zone) if zone else now.tzinfo, zone, ids, talk)
    return Demo(
        athlete=athlete,
        plan=plan,
        earlier=earlier,
        sessions=tuple(sorted([*sessions, *rides], key=lambda session: session.started.utc)),
        check_ins=tuple(life.check_ins(today, year.ill, life.tired_days(year.skipped, reasons), talk)),
        weights=tuple(life.weights(today, talk)),
        pains=tuple(life.pains(today, ids)),
        reasons=reasons,
    )


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
        resting_hr=51,
        max_hr=187,
    )


def _earlier(athlete: Athlete, end: date, ids: Callable[[], str]) -> Iterator[Plan]:
    """Yield the earlier plans, up to where the present one starts."""
    start = end - timedelta(weeks=sum(weeks for weeks, *_ in BLOCKS))
    for weeks, minutes, longest in BLOCKS:
        then = replace(athlete, run_minutes=minutes, longest_run=longest)
        yield draft(then, start, weeks=weeks, plan_id=ids(), ids=ids)
        start += timedelta(weeks=weeks)


class _Year:
    """Goes through the weeks, and remembers what was left undone."""

    def __init__(self, effort: Effort, chance: Random, monday: date) -> None:
        self._effort, self._chance, self._monday = effort, chance, monday
        self.skipped: list[Skipped] = []
        self._twice = set(TWICE)

    @property
    def ill(self) -> Sequence[date]:
        """The days in bed."""
        first = self._monday - timedelta(weeks=COLD)
        return [first + timedelta(days=n) for n in range(Weekday.THU + 1)]

    def done(self, week: PlannedWeek, *, followed: bool) -> Iterator[Session]:
        """Yield what came of a planned week; ``followed`` by the app, set by set, in its runs too.

        A strength session that did not fit is made up for after the next short run, if there is one.
        """
        ago = (self._monday - week.week.monday).days // 7
        owed: Workout | None = None
        for workout in week.workouts:
            if workout.day >= self._effort.today:
                continue
            if ago and _missed(workout, ago, self._chance):
                if owed is None and workout.kind is Kind.STRENGTH and ago not in (*HOLIDAY, COLD):
                    owed = workout
                else:
                    self._skip(workout, ago)
            elif ago == RACE and workout.long:
                yield self._effort.race(workout.day)
            else:
                trained = [*self._sessions(workout, ago, followed=followed, lighter=week.deload)]
                yield from trained
                if owed is not None and workout.kind is Kind.RUN and not workout.long:
                    yield self._effort.following(replace(owed, day=workout.day), lighter=week.deload, after=trained[0])
                    owed = None
        if owed is not None:
            self._skip(owed, ago)

    def _skip(self, workout: Workout, ago: int) -> None:
        self.skipped.append(Skipped(workout, away=ago in HOLIDAY, ill=ago == COLD))

    def _sessions(self, workout: Workout, ago: int, *, followed: bool, lighter: bool) -> Iterator[Session]:
        by_watch = not followed and workout.kind is Kind.RUN
        session = self._effort.from_watch(workout) if by_watch else self._effort.following(workout, lighter=lighter)
        yield session
        if ago in self._twice and workout.subtype == "easy":
            self._twice.remove(ago)
            yield self._effort.typed_as_well(session) if by_watch else self._effort.seen_by_watch(session)


def _missed(workout: Workout, ago: int, chance: Random) -> bool:
    unlucky = chance.random() < SKIPPED
    if ago in HOLIDAY:
        return ago != HOLIDAY[0] or workout.subtype != "easy"
    if ago == COLD:
        return workout.day.weekday() <= Weekday.THU or workout.kind is not Kind.RUN
    return unlucky and ago > 1
