"""Rules about whole weeks and blocks of a plan. Source: science.md A, C.6 with I.1, I.13, I.14, I.17; ids as there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.exercises import CORE_PATTERNS
from hybridtui.domain.plan import definitions as means
from hybridtui.domain.plan.budget import longest_known
from hybridtui.domain.workout import Breach, Kind, Plan, PlannedWeek, Workout

BLOCK = 4
BLOCK_TOLERANCE = 0.05
WEEK_TOLERANCE, SMALL_WEEK_TOLERANCE = 0.10, 0.15
SMALL_WEEK = 3
SHORT_STRENGTH = 35
MONTH = timedelta(days=30)
_EDGE = 1e-9
_MOVEMENTS = {
    "a squat": ("squat",),
    "a hinge or bridge": ("hinge", "bridge"),
    "a lunge": ("lunge",),
    "a push": ("push_h", "push_v"),
    "a pull": ("pull_h", "pull_v"),
}


def whole(week: PlannedWeek, plan: Plan) -> bool:
    """Return whether a week has all its days; a first one may begin late (I.17)."""
    return plan.start <= week.week.monday


def breaches_of_week(week: PlannedWeek, plan: Plan) -> Iterator[Breach]:
    """Yield what one week breaks."""
    yield from _rest_days(week, plan.athlete)
    yield from _hard_days(week, plan.athlete)
    yield from _one_long(week)
    yield from _circuits(week, plan.athlete)
    if whole(week, plan):
        yield from _both_sports(week, plan)
        yield from _balance(week, plan.athlete)


def _rest_days(week: PlannedWeek, athlete: Athlete) -> Iterator[Breach]:
    rest = sum(means.is_rest_day(week.on(day)) for day in week.week.days)
    asked_for_six = athlete.days_per_week == 6 and athlete.level is not Level.BEGINNER
    if rest < (1 if asked_for_six else 2):
        yield Breach("R3", week.week.monday, f"{rest} rest days this week", hard=True)


def _hard_days(week: PlannedWeek, athlete: Athlete) -> Iterator[Breach]:
    most = 2 if athlete.level is Level.BEGINNER else 3
    hard = {w.day for w in week.workouts if means.is_hard(w)}
    if len(hard) > most:
        yield Breach("R23", max(hard), f"{len(hard)} hard days this week, {most} at most", hard=True)


def _one_long(week: PlannedWeek) -> Iterator[Breach]:
    long = [w for w in week.workouts if w.long]
    runs = [w.run_minutes for w in week.workouts if w.kind is Kind.RUN]
    if len(long) > 1 or any(w.run_minutes < max(runs) for w in long):
        yield Breach("C.6", long[-1].day, "one long run a week, and none longer", hard=True)


def _circuits(week: PlannedWeek, athlete: Athlete) -> Iterator[Breach]:
    circuits = [w for w in week.workouts if w.kind is Kind.HYBRID]
    most = 1 if athlete.level is Level.BEGINNER else 2
    if len(circuits) > most:
        yield Breach("R13", circuits[-1].day, f"{len(circuits)} circuits this week, {most} at most", hard=True)


def _both_sports(week: PlannedWeek, plan: Plan) -> Iterator[Breach]:
    athlete = plan.athlete
    runs = sum(w.kind in (Kind.RUN, Kind.COMBO) for w in week.workouts)
    strengths = sum(w.kind in (Kind.STRENGTH, Kind.COMBO) for w in week.workouts)
    circuits = sum(w.kind is Kind.HYBRID for w in week.workouts)
    missing = (runs == 0) + (strengths == 0)
    if missing > circuits and not (circuits and athlete.days_used <= 2):
        yield Breach("R1", week.week.monday, "a week needs at least one run and one strength session", hard=True)
    late = 0 if plan.start == plan.weeks[0].week.monday else 1
    ranges = [_frequency(athlete, number) for number in {week.number, max(1, week.number - late)}]
    if not any(least <= strengths + circuits <= most for least, most in ranges):
        text = f"{strengths + circuits} strength sessions this week do not suit your level"
        yield Breach("R7", week.week.monday, text, hard=True)


def _frequency(athlete: Athlete, number: int) -> tuple[int, int]:
    if athlete.level is Level.BEGINNER and number <= BLOCK:
        return 1, 2
    led_by_runs, led_by_strength = athlete.balance >= 0.65 - _EDGE, athlete.balance <= 0.35 + _EDGE
    most = 4 if athlete.level is Level.ADVANCED or led_by_strength else 3
    return (1 if athlete.days_used <= 3 or led_by_runs else 2), most


def _share(weeks: Sequence[PlannedWeek]) -> float:
    shares = [w.run_minutes / (w.run_minutes + w.strength_minutes) for w in weeks if w.workouts]
    return sum(shares) / len(shares)


def _balance(week: PlannedWeek, athlete: Athlete) -> Iterator[Breach]:
    share = _share([week]) if week.workouts else 0.0
    tolerance = SMALL_WEEK_TOLERANCE if len(week.workouts) <= SMALL_WEEK else WEEK_TOLERANCE
    if abs(share - athlete.balance) > tolerance + _EDGE:
        text = f"{100 * share:.0f} % running this week, {100 * athlete.balance:.0f} % wanted"
        yield Breach("R2", week.week.monday, text, hard=True)


def breaches_of_blocks(plan: Plan) -> Iterator[Breach]:
    """Yield what blocks of four weeks, and weeks in their order, break."""
    weeks = [week for week in plan.weeks if whole(week, plan) and week.workouts]
    for first in range(0, len(weeks), BLOCK):
        block = weeks[first : first + BLOCK]
        share = _share(block)
        if abs(share - plan.athlete.balance) > BLOCK_TOLERANCE + 0.005:
            text = f"{100 * share:.0f} % running on average over these weeks"
            yield Breach("R2", block[0].week.monday, text, hard=True)
    yield from _coverage(weeks)
    yield from _single_runs(plan)


def _coverage(weeks: Sequence[PlannedWeek]) -> Iterator[Breach]:
    for index, week in enumerate(weeks):
        short = week.strength_minutes < SHORT_STRENGTH
        judged = weeks[max(0, index - 1) : index + 1] if short else [week]
        if short and len(judged) < 2:
            continue
        missing = _missing([w for one in judged for w in one.workouts])
        if missing:
            yield Breach("R17", week.week.monday, f"the week lacks {', '.join(missing)}", hard=True)


def _missing(workouts: Sequence[Workout]) -> list[str]:
    steps = [s for w in workouts for s in w.steps if s.logs_sets]
    exercises = [e for s in steps if (e := means.exercise_of(s)) is not None]
    patterns = {e.pattern for e in exercises}
    missing = [name for name, any_of in _MOVEMENTS.items() if patterns.isdisjoint(any_of)]
    if not any(e.unilateral and e.pattern in ("squat", "hinge", "lunge", "bridge") for e in exercises):
        missing.append("one-sided leg work")
    if len(patterns & set(CORE_PATTERNS)) < 2:
        missing.append("a second kind of core work")
    return missing


def _single_runs(plan: Plan) -> Iterator[Breach]:
    """C.6.4: no run much longer than the longest of the 30 days before; run/walk has its own steps."""
    known = longest_known(plan.athlete)
    earlier: list[tuple[date, int]] = [(plan.start - timedelta(days=1), known)]
    for workout in (w for week in plan.weeks for w in week.workouts if w.kind in (Kind.RUN, Kind.COMBO)):
        recent = [minutes for day, minutes in earlier if timedelta(0) < workout.day - day <= MONTH]
        longest = max(recent, default=known)
        walks = workout.subtype == "runwalk" or workout.kind is Kind.COMBO
        if not walks and workout.run_minutes > max(1.10 * longest, longest + 5) + _EDGE:
            text = f"{workout.title} after {longest} min as the longest of the last 30 days"
            yield Breach("C.6.4", workout.day, text, hard=True)
        earlier.append((workout.day, workout.run_minutes))
