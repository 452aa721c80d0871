"""What a week of strength has to train, and how it may grow. Source: science.md A, B.6, B.9 with I.13; ids as there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from hybridtui.domain.athlete import Goal, Level, Race
from hybridtui.domain.calendar import Week
from hybridtui.domain.evenness import PULLS, PUSHES, SQUAT_HINGE, even, push_pull_limits
from hybridtui.domain.exercises import CORE_PATTERNS, Exercise
from hybridtui.domain.plan import definitions as means
from hybridtui.domain.plan.judging import (
    EDGE,
    SHORT_STRENGTH,
    breach,
    event,
    first_day,
    is_race_week,
    is_young,
    lighter,
    named,
    race_of,
    strength_parts,
    warning,
    whole,
)
from hybridtui.domain.volume import fractional_sets, weekly_cap
from hybridtui.domain.workout import Breach, Kind, Plan, PlannedWeek, Step, Workout

SETS_RISE = 2
"""Sets a muscle may gain in a week (R22)."""

LOAD_RISE, SMALLEST_STEP_KG = 0.10, 2.5
"""How much heavier a lift may become at once: a tenth, or the smallest step (R22)."""

_MOVEMENTS = {
    "a squat": ("squat",),
    "a hinge or bridge": ("hinge", "bridge"),
    "a lunge": ("lunge",),
    "a push": ("push_h", "push_v"),
    "a pull": ("pull_h", "pull_v"),
}
_ONE_SIDED = ("squat", "hinge", "lunge", "bridge")
_FREE_WEIGHTS = frozenset({"barbell", "dumbbell", "kettlebell"})


def breaches_of_strength(plan: Plan, within: Collection[Week] | None = None) -> Iterator[Breach]:
    """Yield what the strength of whole weeks breaks, each by itself and in their order.

    Single weeks are judged if they, or the weeks before them, are ``within``; all if that is not given.
    """
    race, trained_for = race_of(plan), event(plan)
    weeks = [w for w in plan.weeks if whole(w, plan) and w.workouts and not _near_race(w, race, trained_for)]
    for index, week in enumerate(weeks):
        before = weeks[index - 1] if index and weeks[index - 1].number == week.number - 1 else None
        if within is not None and week.week not in within and (before is None or before.week not in within):
            continue
        judged = _judged_together(week, before)
        if judged:
            yield from _coverage(week, judged)
            yield from _balances(week, judged, plan)
        yield from _tools(week, plan)
        yield from _core_each_time(week, plan)
        yield from _volume(week, plan)
    yield from _sets_rise(plan)
    yield from _loads_rise(plan)


def _near_race(week: PlannedWeek, race: Race | None, trained_for: Goal | None) -> bool:
    """Return whether the race keeps leg work off some of the week: coverage cannot be asked of it (C.9)."""
    if race is None or trained_for is None:
        return False
    legs = means.LEG_WORK_BEFORE_RACE.get(trained_for, min(means.LEG_WORK_BEFORE_RACE.values()))
    return any(0 <= (race.day - day).days < legs for day in week.week.days)


def _judged_together(week: PlannedWeek, before: PlannedWeek | None) -> list[Workout]:
    """A week's workouts, with those of the week before where it has little strength (I.13); none: not yet judged."""
    if week.strength_minutes >= SHORT_STRENGTH:
        return list(week.workouts)
    return [*before.workouts, *week.workouts] if before is not None else []


def _sets(workouts: Iterable[Workout]) -> list[tuple[Exercise, int]]:
    steps = (step for workout in workouts for step in workout.steps if step.logs_sets)
    return [(exercise, step.sets) for step in steps if (exercise := means.exercise_of(step)) is not None]


def _coverage(week: PlannedWeek, judged: Sequence[Workout]) -> Iterator[Breach]:
    missing = _missing([exercise for exercise, _ in _sets(judged)])
    if missing:
        yield breach("R17", week.week.monday, f"The week lacks {', '.join(missing)}: strength trains the whole body")


def _missing(exercises: Sequence[Exercise]) -> list[str]:
    patterns = {e.pattern for e in exercises}
    missing = [name for name, any_of in _MOVEMENTS.items() if patterns.isdisjoint(any_of)]
    if not any(e.unilateral and e.pattern in _ONE_SIDED for e in exercises):
        missing.append("one-sided leg work")
    if len(patterns & set(CORE_PATTERNS)) < 2:
        missing.append("a second kind of core work")
    return missing


def _balances(week: PlannedWeek, judged: Sequence[Workout], plan: Plan) -> Iterator[Breach]:
    pushes, pulls = _count(judged, PUSHES), _count(judged, PULLS)
    if not even(pushes, pulls, push_pull_limits(plan.athlete.equipment)):
        text = f"{pushes} push and {pulls} pull sets this week: nearly as many of one as of the other keep balance"
        yield warning("R18", week.week.monday, text)
    sessions = [workout for workout in judged if workout.kind is not Kind.HYBRID]
    squats, hinges, bridges = (_count(sessions, (pattern,)) for pattern in ("squat", "hinge", "bridge"))
    # A bridge stands in for a hinge where a hinge would tire too much: either way of counting may be even.
    if hinges and not (even(squats, hinges, SQUAT_HINGE) or even(squats, hinges + bridges, SQUAT_HINGE)):
        text = f"{squats} squat and {hinges} hinge sets this week: front and back of the legs share them better"
        yield warning("B.9", week.week.monday, text)


def _count(workouts: Iterable[Workout], patterns: Sequence[str]) -> int:
    return sum(sets for exercise, sets in _sets(workouts) if exercise.pattern in patterns)


def _tools(week: PlannedWeek, plan: Plan) -> Iterator[Breach]:
    athlete = plan.athlete
    if athlete.level is Level.BEGINNER or not athlete.equipment & _FREE_WEIGHTS or is_young(athlete):
        return
    exercises = [exercise for exercise, _ in _sets(week.workouts)]
    weighted = [e for e in exercises if frozenset() not in e.equipment and any(w & _FREE_WEIGHTS for w in e.equipment)]
    if exercises and len(weighted) in (0, len(exercises)):
        lacking = "free weights" if not weighted else "the body's own weight"
        yield warning("R19", week.week.monday, f"Nothing with {lacking} this week: both train something of their own")


def _core_each_time(week: PlannedWeek, plan: Plan) -> Iterator[Breach]:
    if plan.athlete.balance < 0.5:
        return
    for workout in strength_parts(week):
        exercises = [exercise for exercise, _ in _sets([workout])]
        if exercises and not any(e.pattern in CORE_PATTERNS for e in exercises):
            yield warning("R31", workout.day, f"{named(workout)} has no core work: a runner's trunk needs it each time")


def _volume(week: PlannedWeek, plan: Plan) -> Iterator[Breach]:
    steps = (step for workout in week.workouts for step in workout.steps)
    counted = fractional_sets(
        (exercise, means.hard_sets(step)) for step in steps if (exercise := means.exercise_of(step)) is not None
    )
    caps = {muscle: weekly_cap(muscle, plan.athlete.level, week.run_minutes) for muscle in counted}
    over, muscle = max(((sets - caps[muscle], muscle) for muscle, sets in sorted(counted.items())), default=(0.0, ""))
    if over > EDGE:
        most = f"more than {caps[muscle]:g} wear out"
        text = f"{counted[muscle]:g} hard sets for {muscle.replace('_', ' ')} this week: {most}"
        yield warning("B.6", first_day(week, plan), text)


def _sets_rise(plan: Plan) -> Iterator[Breach]:
    """R22: sets of a muscle against the most since the last whole week but one that was not lighter.

    What the lighter weeks between hold counts too: short sessions train half of the
    body in turn, and the other half may have had its turn in a lighter week (I.13).
    """
    earlier: list[tuple[bool, dict[str, int]]] = []
    for week in plan.weeks:
        if not whole(week, plan) or is_race_week(week, plan):
            continue
        now, light = means.working_sets(week.workouts), lighter(week)
        usual = [index for index, (was_light, _) in enumerate(earlier) if not was_light]
        if usual and not light:
            most = [sets for _, sets in earlier[usual[-2:][0] :]]
            risen = [m for m in sorted(now) if now[m] > max(sets.get(m, 0) for sets in most) + SETS_RISE]
            if risen:
                muscles = ", ".join(f"{m.replace('_', ' ')} ({now[m]})" for m in risen)
                text = f"Sets rise by more than {SETS_RISE} for {muscles} this week: muscles grow used to work slowly"
                yield breach("R22", week.week.monday, text)
        earlier.append((light, now))


def _loads_rise(plan: Plan) -> Iterator[Breach]:
    """R22 for plans whose steps say loads: small steps, and never more load and more sets at once."""
    before: dict[str, Step] = {}
    for week in plan.weeks:
        raised: dict[str, int] = {}
        for workout in week.workouts:
            for step in (s for s in workout.steps if s.load is not None and s.exercise is not None):
                yield from _heavier(step, before.get(step.exercise or ""), workout, raised)
                before[step.exercise or ""] = step


def _heavier(step: Step, old: Step | None, workout: Workout, raised: dict[str, int]) -> Iterator[Breach]:
    if old is None or old.load is None or step.load is None or step.load.kg <= old.load.kg + EDGE:
        return
    raised[step.title] = raised.get(step.title, 0) + 1
    what = f"{step.title} in {named(workout)}"
    if step.load.kg - old.load.kg > max(SMALLEST_STEP_KG, LOAD_RISE * old.load.kg) + EDGE:
        yield breach("R22", workout.day, f"{what} goes from {old.load} to {step.load}: one small step at a time")
    if step.sets > old.sets:
        yield breach("R22", workout.day, f"{what} gets more load and more sets at once: one of them at a time")
    if raised[step.title] > 2:
        yield breach("R22", workout.day, f"{what} gets heavier a third time in a week: twice is the most")
