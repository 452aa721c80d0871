"""Rules between the workouts of a day and of neighbouring days, by date. Source: science.md A, E.2, E.3."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan import definitions as means
from hybridtui.domain.plan.judging import breach, named, warning
from hybridtui.domain.plan.templates import LOWER, TEMPLATES
from hybridtui.domain.workout import Breach, Kind, Workout

BEGINNER_SINGLES = 6
"""A beginner's weeks without two sessions a day (R11)."""

RUN_FIRST = 0.5
"""From this balance on the run goes first where both sports share a day (E.3)."""

_MUSCLES = {
    means.Region.QUADS: frozenset({"quads"}),
    means.Region.POSTERIOR: frozenset({"glutes", "hamstrings"}),
    means.Region.PUSH: frozenset({"chest", "shoulders"}),
    means.Region.PULL: frozenset({"lats", "upper_back"}),
}
"""What a session works hard whose steps are not written: the muscles of its template's regions (I.16)."""

_EASY_RUNS = ("easy", "runwalk")
_SLOTS = ("am", "pm")


def breaches_between(today: Sequence[Workout], tomorrow: Sequence[Workout], athlete: Athlete) -> Iterator[Breach]:
    """Yield what two neighbouring days break together."""
    for before in today:
        for after in tomorrow:
            yield from _after_legs(before, after, athlete)
            yield from _after_hard_run(before, after)
            yield from _same_muscle(before, after)


def _after_legs(before: Workout, after: Workout, athlete: Athlete) -> Iterator[Breach]:
    if not means.tires_legs(before) or after.kind is Kind.RECOVERY:
        return
    follows = f"{named(after)} follows {named(before)}"
    if means.is_long(after):
        yield breach("R4", after.day, f"{follows}: a long run needs legs that are not tired from strength")
    elif means.is_quality(after) or means.is_hard_circuit(after):
        yield breach("H4", after.day, f"{follows}: fast work needs legs that are not tired from strength")
    elif not _gentle(after, athlete):
        yield breach("R6", after.day, f"{follows}: after heavy legs the next day is for {_allowed(athlete)}")
    elif after.run_minutes:
        yield warning("R6", after.day, f"{follows}: it will feel heavy; another day would suit it better")


def _allowed(athlete: Athlete) -> str:
    if athlete.level is Level.BEGINNER:
        return "rest"
    return f"rest, upper body or an easy run of {means.EASY_AFTER_LEGS_MINUTES} min at most"


def _gentle(workout: Workout, athlete: Athlete) -> bool:
    if athlete.level is Level.BEGINNER or workout.kind is Kind.HYBRID:
        return False
    if means.lower_sets(workout.steps) or _unwritten(workout) & LOWER:
        return False
    if workout.run_minutes > means.EASY_AFTER_LEGS_MINUTES:
        return False
    return workout.kind is not Kind.RUN or workout.subtype in _EASY_RUNS


def _after_hard_run(before: Workout, after: Workout) -> Iterator[Breach]:
    if means.is_hard_run(before) and means.is_hard_run(after):
        text = f"{named(before)} and {named(after)} are hard runs without a day to recover between them"
        yield breach("R23", after.day, text)
    if before.kind is Kind.HYBRID and after.kind is Kind.HYBRID:
        yield breach("R13", after.day, f"{named(before)} and {named(after)}: circuits need 48 hours between them")


def _same_muscle(before: Workout, after: Workout) -> Iterator[Breach]:
    if not before.strength_minutes or not after.strength_minutes:
        return
    shared = _muscles(before) & _muscles(after)
    if shared:
        muscles = ", ".join(sorted(muscle.replace("_", " ") for muscle in shared))
        text = f"{named(before)} and {named(after)} both work {muscles} hard: a muscle needs 48 hours"
        yield breach("R5", after.day, text)


def _muscles(workout: Workout) -> frozenset[str]:
    """The muscles that a session works hard, by its steps, or by its template if it has none."""
    return means.hard_muscles(workout.steps).union(*(_MUSCLES[region] for region in _unwritten(workout)))


def _unwritten(workout: Workout) -> frozenset[means.Region]:
    """The regions of a strength session of which only the template is said."""
    template = TEMPLATES.get(workout.subtype)
    return template.regions if template is not None and not workout.steps else frozenset()


def breaches_on(day: date, workouts: Sequence[Workout], athlete: Athlete, week: int) -> Iterator[Breach]:
    """Yield what the workouts of one day break together."""
    trained = [w for w in workouts if w.kind is not Kind.RECOVERY and not w.is_race]
    yield from _availability(day, trained, athlete)
    for one, other in combinations(sorted(trained, key=_when), 2):
        yield from _double(one, other, athlete, week)
        yield from _same_muscle(one, other)


def _when(workout: Workout) -> int:
    """Morning before evening; sorting leaves what shares a slot as it is listed."""
    return _SLOTS.index(workout.slot) if workout.slot in _SLOTS else 0


def _availability(day: date, trained: Sequence[Workout], athlete: Athlete) -> Iterator[Breach]:
    weekday = Weekday(day.weekday())
    if trained and weekday not in athlete.days:
        yield breach("H1", day, f"{named(trained[0])}: {weekday.short} is not one of your training days")
    total, most = sum(w.minutes for w in trained), athlete.minutes[weekday]
    if total > most:
        yield breach("H1", day, f"{total} min are planned on {weekday.short}, and the day has {most} min")
    if len({w.slot for w in trained}) > athlete.slots[weekday]:
        yield breach("H1", day, f"Morning and evening are planned on {weekday.short}, and the day has one of them free")


def _double(first: Workout, second: Workout, athlete: Athlete, week: int) -> Iterator[Breach]:
    both, day = f"{first.title} and {named(second)}", first.day
    if athlete.level is Level.BEGINNER and week <= BEGINNER_SINGLES:
        yield breach("R11", day, f"{both}: in the first {BEGINNER_SINGLES} weeks one session a day is enough")
    elif not athlete.allow_doubles:
        yield breach("R11", day, f"{both}: you did not ask for two sessions on one day")
    if {first.kind, second.kind} != {Kind.RUN, Kind.STRENGTH} or means.is_long(first) or means.is_long(second):
        yield breach("H7", day, f"{both} do not go together: a day holds one run, not the long one, and one strength")
        return
    yield from _order(first, second, athlete, both)


def _order(first: Workout, second: Workout, athlete: Athlete, both: str) -> Iterator[Breach]:
    run, strength = (first, second) if first.kind is Kind.RUN else (second, first)
    apart = (first.slot, second.slot) == _SLOTS
    fast, day = means.is_quality(run), first.day
    if fast and means.tires_legs(strength):
        if athlete.level is Level.BEGINNER or not apart or first is not run:
            yield breach("H7", day, f"{both}: fast running comes first, six hours before heavy legs")
    elif _explosive(strength) and first is run:
        yield warning("E.3", day, f"{both}: jumps come before any run, while the legs are fresh")
    elif fast and first is not run:
        yield warning("E.3", day, f"{both}: fast running comes first, on fresh legs")
    elif fast and not apart and means.lower_sets(strength.steps):
        yield warning("E.3", day, f"{both}: leg work right after fast running, six hours between would be better")
    elif not _explosive(strength) and (first is run) != (athlete.balance >= RUN_FIRST):
        leads = "the run" if athlete.balance >= RUN_FIRST else "strength"
        yield warning("E.3", day, f"{both}: with your balance {leads} comes first")


def _explosive(workout: Workout) -> bool:
    exercises = (means.exercise_of(step) for step in workout.steps if step.logs_sets)
    return any(exercise is not None and exercise.pattern == "plyo" for exercise in exercises)


def next_day(day: date) -> date:
    """Return the calendar day after."""
    return day + timedelta(days=1)
