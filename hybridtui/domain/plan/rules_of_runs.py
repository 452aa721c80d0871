"""How running may grow, how long and how fast it may be. Source: science.md C.6, C.7, C.9, R9, R30 with I.3-I.5."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.estimate import step_seconds
from hybridtui.domain.plan import definitions as means
from hybridtui.domain.plan.judging import (
    EDGE,
    breach,
    first_day,
    is_race_week,
    lighter,
    named,
    runs_of,
    warning,
    whole,
)
from hybridtui.domain.workout import Breach, Correction, Kind, Phase, Plan, PlannedWeek, Workout

MONTH = timedelta(days=30)
ADDED_STRENGTH_SHARE = 0.80
SMALL_RUNNING = 40
"""Minutes a week that the first week is not cut below (I.3)."""

REGULAR_RUNNING = 15
RISE, LEAST_RISE, MOST_RISE = 0.10, 5, 30
SINGLE_RISE, LEAST_SINGLE_RISE = 1.10, 5
FAST_SHARE, FAST_SHARE_PEAK = 0.20, 0.25
"""Minutes above easy in the week's running at most, and in the peak (C.9)."""

LEAST_FAST = 10
"""Minutes above easy that any week may hold (C.7)."""

MANY_RUNS = 4
BEGINNER_GATE, REPS_GATE = 6, 4
"""Weeks until which a beginner's only fast runs are fartleks, and reps wait for others (C.7)."""

_ROUNDING = 0.5
"""Half a minute more than the share is not worth a word."""

_ZONE_LIMITS = {"T": (0.10, 10), "I": (0.08, 8), "R": (0.05, 5)}
"""Share of the week's running in one session, and minutes always allowed (C.7)."""

_HILL_PHASES = (Phase.BASE, Phase.BUILD)


def breaches_of_runs(week: PlannedWeek, plan: Plan) -> Iterator[Breach]:
    """Yield what the runs of one week break."""
    yield from _one_long(week)
    for run in runs_of(week):
        yield from _gate(run, plan.athlete, week.number)
    if whole(week, plan):  # the days before a late start had running too, which nobody knows
        yield from _runs_fast(week)
        yield from _minutes_fast(week, plan)
        for run in runs_of(week):
            yield from _zones(run, week)


def breaches_of_running(plan: Plan) -> Iterator[Breach]:
    """Yield what the runs of weeks in their order break: start, growth, single runs, hills."""
    yield from _start_and_growth(plan)
    yield from _single_runs(plan)
    yield from _hills(plan)


def _one_long(week: PlannedWeek) -> Iterator[Breach]:
    runs = [w for w in week.workouts if w.kind is Kind.RUN and not w.is_race]
    long = [w for w in runs if means.is_long(w)]
    if len(long) > 1:
        yield breach("C.6", long[-1].day, f"{named(long[-1])} is the second long run of the week: one is enough")
    for run in long:
        longer = next((w for w in runs if w.run_minutes > run.run_minutes), None)
        if longer is not None:
            text = f"{named(longer)} is longer than the week's long run of {run.run_minutes} min"
            yield breach("C.6", longer.day, text)


def _runs_fast(week: PlannedWeek) -> Iterator[Breach]:
    runs = list(runs_of(week))
    fast = [w for w in runs if means.is_quality(w)]
    most = 2 if len(runs) >= MANY_RUNS else 1
    if len(fast) > most:
        yield breach("C.9", fast[-1].day, f"{named(fast[-1])}: {len(runs)} runs bear {most} fast one a week at most")


def _minutes_fast(week: PlannedWeek, plan: Plan) -> Iterator[Breach]:
    minutes = sum(means.minutes_above_easy(w) for w in runs_of(week))
    part = FAST_SHARE_PEAK if week.phase is Phase.PEAK else FAST_SHARE
    allowed = max(LEAST_FAST, part * week.run_minutes)
    if minutes > allowed + _ROUNDING:
        text = f"{minutes:.0f} min of this week's running are faster than easy, {allowed:.0f} at most"
        yield breach("C.9", first_day(week, plan), text)


def _gate(run: Workout, athlete: Athlete, week: int) -> Iterator[Breach]:
    if not means.is_quality(run):
        return
    if athlete.level is Level.BEGINNER and week <= BEGINNER_GATE and run.subtype != "fartlek":
        yield breach("C.7", run.day, f"{named(run)}: a beginner's first {BEGINNER_GATE} weeks are easy")
    if athlete.level is Level.INTERMEDIATE and week <= REPS_GATE and run.subtype == "reps":
        yield breach("C.7", run.day, f"{named(run)}: such fast repeats wait until {REPS_GATE} weeks are done")


def _zones(run: Workout, week: PlannedWeek) -> Iterator[Breach]:
    if run.subtype == "fartlek":
        return  # its quick minutes go by feel; the share of the week bounds them
    for zone, (part, always) in _ZONE_LIMITS.items():
        steps = (s for s in run.steps if s.zone == zone and means.is_above_easy(s))
        minutes = sum(step_seconds(step) for step in steps) / 60
        allowed = max(always, part * week.run_minutes)
        if minutes > allowed + _ROUNDING:
            text = f"{named(run)} holds {minutes:.0f} min of {zone} pace, {allowed:.0f} suit the week's running"
            yield warning("C.7", run.day, text)


def _corrected(plan: Plan, number: Callable[[Correction], int | None]) -> Mapping[int, int]:
    """One of the numbers that weeks were corrected with, by week; the more careful of two."""
    found: dict[int, int] = {}
    for correction in plan.corrections:
        told = number(correction)
        if told is not None:
            found[correction.week] = min(told, found.get(correction.week, told))
    return found


def _start_and_growth(plan: Plan) -> Iterator[Breach]:
    """R9 and C.6.1-C.6.3: what the first week may hold, and every later one after the last that was not lighter."""
    athlete, bases = plan.athlete, _corrected(plan, lambda correction: correction.base)
    built: list[float] = [_start(plan)]
    for index, week in enumerate(plan.weeks):
        minutes = float(_since_start(week, plan))
        base = bases.get(week.number)
        if any(w.subtype == "runwalk" for w in week.workouts) or _from_zero(athlete, week):
            built = [max(float(week.run_minutes), SMALL_RUNNING)]  # run/walk has steps of its own (C.8)
            continue
        first = index == 0 or base is not None
        if base is not None:
            built = [float(base)]
        usual = max(built)
        allowed = usual if first else usual + max(LEAST_RISE, min(RISE * usual, MOST_RISE))
        if minutes > allowed + EDGE:
            yield breach("R9" if index == 0 else "C.6", first_day(week, plan), _too_much(minutes, usual, allowed))
        if whole(week, plan) and not lighter(week) and not is_race_week(week, plan):
            built = [*built[-1:], minutes] if base is None else [max(minutes, base)]


def _since_start(week: PlannedWeek, plan: Plan) -> int:
    """The run minutes of a week, without those that another plan asked for before this one began."""
    return week.run_minutes - sum(w.run_minutes for w in week.workouts if w.day < plan.start and not w.is_race)


def _too_much(minutes: float, usual: float, allowed: float) -> str:
    return f"{minutes:g} min of running this week after {usual:.0f}: {allowed:.0f} are a gradual step"


def _from_zero(athlete: Athlete, week: PlannedWeek) -> bool:
    """A beginner's combos open with run/walk too (C.8)."""
    begins = athlete.level is Level.BEGINNER and athlete.run_minutes < REGULAR_RUNNING
    return begins and not any(w.kind is Kind.RUN for w in week.workouts)


def _start(plan: Plan) -> float:
    """The run minutes that the first week may hold (R9, C.6.1, I.3)."""
    athlete, usual = plan.athlete, plan.athlete.run_minutes
    if usual < REGULAR_RUNNING:
        return SMALL_RUNNING
    strengths = sum(w.kind in (Kind.STRENGTH, Kind.COMBO, Kind.HYBRID) for w in plan.weeks[0].workouts)
    if strengths <= athlete.strength_sessions:
        return usual
    return max(ADDED_STRENGTH_SHARE * usual, min(usual, SMALL_RUNNING))


def _single_runs(plan: Plan) -> Iterator[Breach]:
    """C.6.4: no run much longer than the longest of the 30 days before; run/walk has its own steps (C.8)."""
    athlete, longest = plan.athlete, _corrected(plan, lambda correction: correction.longest)
    from_zero = athlete.level is Level.BEGINNER and athlete.run_minutes < REGULAR_RUNNING
    known = athlete.longest_run or max(20, athlete.run_minutes * 9 // 100 * 5)
    earlier: list[tuple[date, int]] = [(plan.start - timedelta(days=1), known)]
    for week in plan.weeks:
        corrected = longest.get(week.number)
        if corrected is not None:
            earlier = [(first_day(week, plan) - timedelta(days=1), corrected)]
        for run in runs_of(week):
            recent = [minutes for day, minutes in earlier if timedelta(0) < run.day - day <= MONTH]
            walks = run.subtype == "runwalk" or (from_zero and run.kind is Kind.COMBO)
            if not walks:
                yield from _single_run(run, max(recent, default=known))
            earlier.append((run.day, _length(run)))


def _single_run(run: Workout, longest: int) -> Iterator[Breach]:
    if _length(run) <= max(SINGLE_RISE * longest, longest + LEAST_SINGLE_RISE) + EDGE:
        return
    text = f"{named(run)}: {_length(run)} min, and {longest} were the longest of the last 30 days"
    # What the athlete moved by hand may have lost the run it grew from: a warning is enough then.
    yield (warning if run.moved_from is not None else breach)("C.6.4", run.day, text)


def _length(run: Workout) -> int:
    """The minutes of a single run: all that it lasts, even if an edited plan says less of its running."""
    return max(run.run_minutes, run.minutes) if run.kind is Kind.RUN else run.run_minutes


def _hills(plan: Plan) -> Iterator[Breach]:
    """R30: hills at least every other week of base and build, where there are hills and runs that may go up them."""
    if "hill" not in plan.athlete.equipment or plan.athlete.balance < 0.5:
        return
    weeks = [w for w in plan.weeks if whole(w, plan) and w.phase in _HILL_PHASES]
    for before, week in pairwise(weeks):
        both = (*before.workouts, *week.workouts)
        fast = any(means.is_quality(w) for w in both)
        if week.number == before.number + 1 and fast and not any(means.climbs(w) for w in both):
            text = "No hills in two weeks: they are near, and they make a runner strong"
            yield warning("R30", first_day(week, plan), text)
