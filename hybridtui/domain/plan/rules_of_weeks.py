"""Rules about the days and the mix of one week. Source: science.md A, E.6, D.2 with I.1, I.2, I.14, I.17."""

from __future__ import annotations

from collections.abc import Iterator

from hybridtui.domain.athlete import Athlete, Goal, Level
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.load import session_load
from hybridtui.domain.load_models import monotony
from hybridtui.domain.plan import definitions as means
from hybridtui.domain.plan.judging import EDGE, breach, event, first_day, is_race_week, runs_of, warning, whole
from hybridtui.domain.workout import Breach, Kind, Phase, Plan, PlannedWeek, Workout

WEEK_TOLERANCE, SMALL_WEEK_TOLERANCE = 0.10, 0.15
"""How far one week may be off the balance, and one with few sessions (R2)."""

SMALL_WEEK = 3
RACE_DRIFT, MARATHON_DRIFT = 0.10, 0.15
"""How much further to running weeks before a race may drift (I.14)."""

RUN_LED, STRENGTH_LED = 0.65, 0.35
"""From and up to these balances one sport leads the week."""

STARTING_WEEKS = 4
MOST_RUNS_STRENGTH_LED, MOST_SHARE_STRENGTH_LED = 3, 0.40
MOST_LEG_HEAVY = 2
LEAST_STRENGTH_RUN_LED = 40
"""Strength minutes a week to aim at where running leads (I.2)."""

VARIED_RUNS = 3
MONOTONOUS = 2.0
SAME_DAYS = 3
"""Days in a row of one sport alone that are told; a pair only costs (R10)."""


def breaches_of_week(week: PlannedWeek, plan: Plan) -> Iterator[Breach]:
    """Yield what one week breaks."""
    yield from _rest_days(week, plan)
    yield from _hard_days(week, plan.athlete)
    yield from _circuits(week, plan.athlete)
    yield from _leg_heavy(week, plan.athlete)
    if whole(week, plan):
        yield from _both_sports(week, plan)
        yield from _frequency(week, plan)
        yield from _balance(week, plan)
        yield from _caps_by_balance(week, plan)
        yield from _variety(week, plan)
        yield from _alternation(week)


def _rest_days(week: PlannedWeek, plan: Plan) -> Iterator[Breach]:
    athlete = plan.athlete
    rest = [week.on(day) for day in week.week.days if means.is_rest_day(week.on(day))]
    asked_for_six = athlete.days_per_week == 6 and athlete.level is not Level.BEGINNER
    needed = 1 if asked_for_six else 2
    if len(rest) < needed:
        text = f"{len(rest)} rest days this week, {needed} at least: training works while you rest"
        yield breach("R3", first_day(week, plan), text)
    elif needed > 1 and all(rest):
        text = "Every rest day carries a recovery session: one of the two stays free"
        yield breach("R3", first_day(week, plan), text)


def _hard_days(week: PlannedWeek, athlete: Athlete) -> Iterator[Breach]:
    most = 2 if athlete.level is Level.BEGINNER else 3
    hard = sorted({w.day for w in week.workouts if means.is_hard(w)})
    if len(hard) > most:
        days = ", ".join(Weekday(day.weekday()).short for day in hard)
        yield breach("R23", hard[-1], f"{len(hard)} hard days this week ({days}), {most} at most: the rest stays easy")


def _circuits(week: PlannedWeek, athlete: Athlete) -> Iterator[Breach]:
    circuits = [w for w in week.workouts if w.kind is Kind.HYBRID]
    most = 1 if athlete.level is Level.BEGINNER else 2
    if len(circuits) > most:
        text = f"{len(circuits)} circuits this week, {most} at most: they are hard on both sports"
        yield breach("R13", circuits[-1].day, text)


def _leg_heavy(week: PlannedWeek, athlete: Athlete) -> Iterator[Breach]:
    heavy = [w for w in week.workouts if means.tires_legs(w)]
    if athlete.balance > STRENGTH_LED + EDGE and len(heavy) > MOST_LEG_HEAVY:
        text = f"{len(heavy)} leg-heavy sessions this week, {MOST_LEG_HEAVY} at most beside so much running"
        yield breach("E.6", heavy[-1].day, text)


def _both_sports(week: PlannedWeek, plan: Plan) -> Iterator[Breach]:
    runs = sum(w.kind in (Kind.RUN, Kind.COMBO) for w in week.workouts)
    strengths = sum(w.kind in (Kind.STRENGTH, Kind.COMBO) for w in week.workouts)
    circuits = sum(w.kind is Kind.HYBRID for w in week.workouts)
    missing = (runs == 0) + (strengths == 0 and not is_race_week(week, plan))
    if missing > circuits and not (circuits and plan.athlete.days_used <= 2):
        lacking = "running" if not runs else "strength"
        text = f"No {lacking} this week: the plan holds both sports every week"
        yield breach("R1", first_day(week, plan), text)


def _frequency(week: PlannedWeek, plan: Plan) -> Iterator[Breach]:
    count = sum(w.kind in (Kind.STRENGTH, Kind.COMBO, Kind.HYBRID) for w in week.workouts)
    ranges = [_range(week, plan, number) for number in _training_weeks(week, plan)]
    if not any(least <= count <= most for least, most in ranges):
        least, most = ranges[0]
        text = f"{count} strength sessions this week, {least} to {most} suit your level and balance"
        yield breach("R7", first_day(week, plan), text)


def _training_weeks(week: PlannedWeek, plan: Plan) -> tuple[int, ...]:
    """The number of a week; a first one that began late may not count as trained (I.17)."""
    late = plan.weeks[0].week.monday < plan.start
    return (week.number, max(1, week.number - 1)) if late else (week.number,)


def _range(week: PlannedWeek, plan: Plan, number: int) -> tuple[int, int]:
    athlete = plan.athlete
    tapering = week.phase in (Phase.PEAK, Phase.TAPER)
    fewest = 0 if is_race_week(week, plan) else 1
    if athlete.level is Level.BEGINNER and number <= STARTING_WEEKS:
        return fewest, 2
    most = 4 if athlete.level is Level.ADVANCED or athlete.balance <= STRENGTH_LED + EDGE else 3
    few = athlete.days_used <= 3 or athlete.balance >= RUN_LED - EDGE or tapering
    return min(fewest, 1) if few or not fewest else 2, most


def share(week: PlannedWeek) -> float | None:
    """Return the run share of a week's minutes, a race left out; None if it holds neither sport."""
    total = week.run_minutes + week.strength_minutes
    return week.run_minutes / total if total else None


def drift(week: PlannedWeek, plan: Plan) -> float:
    """Return how much further to running a week may lie: peak and taper of a race plan (R2, I.14)."""
    if week.phase not in (Phase.PEAK, Phase.TAPER):
        return 0.0
    marathon = Goal.MARATHON in (plan.athlete.goal, event(plan))
    return MARATHON_DRIFT if marathon and plan.athlete.balance <= RUN_LED + EDGE else RACE_DRIFT


def _balance(week: PlannedWeek, plan: Plan) -> Iterator[Breach]:
    running = share(week)
    if running is None or is_race_week(week, plan):
        return
    sessions = sum(w.kind is not Kind.RECOVERY for w in week.workouts)
    tolerance = SMALL_WEEK_TOLERANCE if sessions <= SMALL_WEEK else WEEK_TOLERANCE
    off = running - plan.athlete.balance
    if not -tolerance - EDGE <= off <= tolerance + drift(week, plan) + EDGE:
        text = f"{100 * running:.0f} % of this week's minutes are running, {100 * plan.athlete.balance:.0f} % wanted"
        yield breach("R2", first_day(week, plan), text)


def _caps_by_balance(week: PlannedWeek, plan: Plan) -> Iterator[Breach]:
    athlete, runs = plan.athlete, sum(1 for _ in runs_of(week))
    running = share(week)
    if athlete.balance <= STRENGTH_LED + EDGE:
        if runs > MOST_RUNS_STRENGTH_LED:
            text = f"{runs} runs this week, {MOST_RUNS_STRENGTH_LED} at most where strength leads"
            yield breach("E.6", first_day(week, plan), text)
        if running is not None and running > MOST_SHARE_STRENGTH_LED + EDGE and not is_race_week(week, plan):
            text = f"Running takes {100 * running:.0f} % of this week, 40 % at most where strength leads"
            yield warning("E.6", first_day(week, plan), text)
    elif athlete.balance >= RUN_LED - EDGE and not (week.deload or is_race_week(week, plan)):
        yield from _some_strength(week, plan)


def _some_strength(week: PlannedWeek, plan: Plan) -> Iterator[Breach]:
    """I.2: where the balance allows the minutes at all."""
    minutes, balance = week.strength_minutes, plan.athlete.balance
    allowed = week.run_minutes * (1 - balance) / balance
    if 0 < minutes < LEAST_STRENGTH_RUN_LED <= allowed:
        text = f"{minutes} min of strength this week, {LEAST_STRENGTH_RUN_LED} would keep you stronger"
        yield warning("E.6", first_day(week, plan), text)


def _variety(week: PlannedWeek, plan: Plan) -> Iterator[Breach]:
    runs = ["easy" if w.kind is Kind.COMBO else w.subtype for w in runs_of(week)]
    walks = plan.athlete.see_professional or "runwalk" in runs
    if len(runs) >= VARIED_RUNS and len(set(runs)) < 2 and not walks:
        text = f"All {len(runs)} runs of this week are alike: another kind would train more"
        yield warning("R20", first_day(week, plan), text)
    sameness = monotony([sum(map(_load, week.on(day))) for day in week.week.days])
    if sameness is not None and sameness >= MONOTONOUS:
        text = f"The days of this week are much alike (monotony {sameness:.1f}): easy days should be easier"
        yield warning("R20", first_day(week, plan), text)


def _load(workout: Workout) -> float:
    return session_load(
        workout.minutes, None, workout.kind, workout.subtype, means.tires_legs(workout), workout.level
    ).au


def _alternation(week: PlannedWeek) -> Iterator[Breach]:
    in_a_row, before = 0, frozenset[Kind]()
    for day in week.week.days:
        kinds = frozenset(w.kind for w in week.on(day) if w.kind is not Kind.RECOVERY)
        single = kinds in ({Kind.RUN}, {Kind.STRENGTH})
        in_a_row = (in_a_row + 1 if kinds == before else 1) if single else 0
        before = kinds
        if in_a_row >= SAME_DAYS:
            what = "running" if Kind.RUN in kinds else "strength"
            yield warning("R10", day, f"{in_a_row} days in a row of {what} alone: the sports take turns better")
            return
