"""Everything that Today shows, gathered into one value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date

from hybridtui.domain import balance
from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Week
from hybridtui.domain.history import SessionLine, Totals
from hybridtui.domain.lighter_week import proposed
from hybridtui.domain.matching import Trained, can_be_missed, missed, told
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Session
from hybridtui.domain.today import DayMark, TodayPage
from hybridtui.domain.workout import Kind, Plan, PlannedWeek, Workout
from hybridtui.logbook import sparing
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.plans import Plans
from hybridtui.logbook.readiness import CheckIns, adjusted, judged


class Today:
    """Answers what to do now."""

    def __init__(self, kit: Kit, plans: Plans, check_ins: CheckIns) -> None:
        self._kit = kit
        self._plans = plans
        self._check_ins = check_ins

    def page(self) -> TodayPage:
        """Gather the page; a plan that nears its end is extended first."""
        day, store = self._kit.today(), self._kit.store
        week = Week.of(day)
        athlete, plan = store.athlete(), self._plan()
        planned = plan.week_of(day) if plan is not None else None
        week_lines = store.lines(first=week.days[0], last=week.days[-1])
        lines = tuple(line for line in week_lines if line.same_as is None)
        running = store.open_session()
        counted = self._plans.credited(plan, since=week.plus(-1)) if plan is not None else {}
        ended = counted.keys() | ({running.workout_id} if running is not None else set())
        done = tuple(line for line in lines if line.local_date == day)
        workouts = tuple(self._plans.targeted(w, plan) for w in _due(planned, day) if w.id not in ended)
        readings = self._check_ins.lately()
        today = adjusted(workouts, readings, day, athlete or Athlete(), [line.kind for line in done])
        workouts = tuple(each.workout for each in today if each.workout is not None) if today else workouts
        pains = sparing.acting(self._kit)
        spared = sparing.spared(workouts, pains, self._kit, self._plans, self._check_ins)
        workouts = sparing.as_spared(workouts, spared)
        scope = running.id if running is not None else None
        coming = _next(plan, day, ended)
        return TodayPage(
            day=day,
            athlete=athlete,
            plan=plan,
            strip=strip(week, planned, lines, day, counted),
            balance=balance.headline(_so_far(week, lines), (athlete or Athlete()).balance, planned),
            workouts=workouts,
            done=done,
            open_session=running,
            last=store.last_exposures(_exercise_ids(workouts, running)),
            exercises=self._kit.exercises(),
            readings=readings,
            readiness=judged(readings, day),
            adjusted=today,
            pains=pains,
            spared=spared,
            lighter_week=proposed(readings, plan, day),
            missed=missed(plan, day, counted) if plan is not None else (),
            too_close=self._plans.too_close(plan, counted, workouts) if plan is not None else (),
            credited=_credited(planned, counted, day),
            next_workout=self._plans.targeted(coming, plan) if done and coming is not None else coming,
            sessions=store.count_lines() if done else 0,
            undo=store.undo_label(scope),
            redo=store.redo_label(scope),
        )

    def _plan(self) -> Plan | None:
        """Return the plan, extended if that can be saved; a plan that cannot go on is no reason to show nothing."""
        if not self._kit.store.read_only:
            with suppress(Problem):
                return self._plans.extend_if_needed()
        return self._plans.current()


def strip(
    week: Week, planned: PlannedWeek | None, lines: Sequence[SessionLine], today: date, counted: Collection[str]
) -> tuple[DayMark, ...]:
    """Return the seven days of a week: what was planned, what was done, what was missed.

    ``counted`` are the ids of the workouts that count as done.
    """
    done: defaultdict[date, list[Kind]] = defaultdict(list)
    for line in reversed(lines):
        done[line.local_date].append(line.kind)
    return tuple(_mark(day, planned, tuple(done[day]), today, counted) for day in week.days)


def _mark(
    day: date, planned: PlannedWeek | None, done: tuple[Kind, ...], today: date, counted: Collection[str]
) -> DayMark:
    due = _due(planned, day)
    left = [workout for workout in due if workout.id not in counted]
    return DayMark(
        day=day,
        planned=tuple(workout.kind for workout in due),
        done=done,
        left=tuple(workout.kind for workout in left),
        missed=day < today and any(map(can_be_missed, left)),
    )


def _due(planned: PlannedWeek | None, day: date) -> tuple[Workout, ...]:
    return planned.on(day) if planned is not None else ()


def _so_far(week: Week, lines: Sequence[SessionLine]) -> Totals:
    """Return the minutes of a week by the lines of what counts: they are read anyway."""
    return Totals(
        period=week,
        run_s=sum(line.run_s for line in lines),
        strength_s=sum(line.strength_s for line in lines),
    )


def _credited(planned: PlannedWeek | None, counted: Mapping[str, Trained], today: date) -> dict[str, str]:
    """Say what counts as done by a session that did not follow it, if either is of today."""
    workouts = planned.workouts if planned is not None else ()
    by = [(workout, counted[workout.id]) for workout in workouts if workout.id in counted]
    return {
        workout.id: told(workout, session, today)
        for workout, session in by
        if session.workout_id != workout.id and today in (workout.day, session.day)
    }


def _next(plan: Plan | None, day: date, ended: Collection[str | None]) -> Workout | None:
    """Return the first workout after ``day`` that is still to do."""
    if plan is None:
        return None
    coming = (workout for workout in plan.workouts if workout.day > day and workout.id not in ended)
    return min(coming, key=lambda workout: (workout.day, workout.slot), default=None)


def _exercise_ids(workouts: Iterable[Workout], running: Session | None) -> list[str]:
    steps = [step for workout in workouts for step in workout.steps]
    if running is not None:
        steps += running.steps
    named = [step.exercise for step in steps] + [logged.exercise for logged in (running.sets if running else ())]
    return list(dict.fromkeys(exercise for exercise in named if exercise is not None))
