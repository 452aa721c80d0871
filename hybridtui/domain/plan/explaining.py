"""Why a week, a workout or a step of the plan is as it is: what ``w`` answers on the Plan screen.

Workouts and steps carry the reasons that the planner gave them. What a week was made
from can be read off its neighbours, its athlete and what was bent. Source: DESIGN "Why".
"""

from __future__ import annotations

from collections.abc import Iterator

from hybridtui.domain.balance import run_share, split
from hybridtui.domain.dates import full_day
from hybridtui.domain.workout import Phase, Plan, PlannedWeek, Step, Why, Workout

MOVED = "moved"
"""Stands in place of a rule: the athlete's own doing."""

PHASES = {
    Phase.GENERAL: "General: no race to lead up to. Running builds up step by step, with lighter weeks in between.",
    Phase.BASE: "Base: easy minutes above all, and strength beside them. The rest of the plan stands on this.",
    Phase.BUILD: "Build: faster running comes in on top of the base, a little more each week.",
    Phase.PEAK: "Peak: the running is as close to the race as it gets; strength steps back.",
    Phase.TAPER: "Taper: fewer minutes, the same pace and as many runs, so that you stand at the start fresh.",
}
"""What each phase is for (C.9)."""

ZONES = {
    "E": "Zone E, easy: you can talk in whole sentences, RPE 2 to 4.",
    "M": "Zone M, marathon: steady, you can still talk, RPE 5.",
    "T": "Zone T, threshold: comfortably hard, a few words at a time, RPE 6 to 7.",
    "I": "Zone I, interval: hard for 3 to 5 minutes, no talking, RPE 8.",
    "R": "Zone R, repetition: fast and relaxed for 200 to 400 m, with full rests, RPE 8.",
}
"""How each training zone feels (C.2)."""

LIGHTER = (
    "Lighter on purpose: about three quarters of the running and half of the sets, "
    "so that the work of the weeks before can settle."
)


def why_week(plan: Plan, week: PlannedWeek) -> tuple[Why, ...]:
    """Return why a week is of its phase and has its minutes, and which rules were bent in it."""
    return tuple(_of_week(plan, week))


def why_workout(plan: Plan, workout: Workout) -> tuple[Why, ...]:
    """Return the reasons of a workout, those of the athlete first; rules its steps follow come last, each once."""
    reasons = (*why_moved(plan, workout), *workout.why, *(why for step in workout.steps for why in step.why))
    return tuple(dict.fromkeys(reasons))


def why_step(step: Step) -> tuple[Why, ...]:
    """Return the reasons of a step, and how its zone feels; never nothing."""
    zone = (Why("C.2", ZONES[step.zone]),) if step.zone in ZONES else ()
    return (*step.why, *zone) or (Why("F.4", "It belongs to this kind of session; no rule asked for it alone."),)


def why_moved(plan: Plan, workout: Workout) -> Iterator[Why]:
    """Say where the athlete took a workout from, why, and what that breaks."""
    came = workout.moved_from
    if came is not None and came != workout.day:
        yield Why(MOVED, f"You moved it here from {full_day(came)}.")
    if workout.because:
        yield Why(MOVED, f"Your reason: {workout.because}")
        for breach in plan.breaches:
            if breach.day == workout.day:
                yield Why(breach.rule, f"Broken by the move: {breach.text}")


def _of_week(plan: Plan, week: PlannedWeek) -> Iterator[Why]:
    yield Why("C.9", PHASES[week.phase] + _to_race(plan, week))
    if week.deload:
        yield Why("B.6", LIGHTER)
    yield from (correction.why for correction in plan.corrections if correction.week == week.number)
    yield from _minutes(plan, week)
    share = run_share(week.run_minutes, week.strength_minutes)
    if share is not None:
        is_, wanted = split(share), split(plan.athlete.balance)
        yield Why(
            "R2",
            f"{week.strength_minutes} min of strength beside {week.run_minutes} min of running is {is_}; you asked for "
            f"{wanted}, kept over four weeks together.",
        )
    for relaxed in plan.relaxed:
        if not relaxed.weeks or week.number in relaxed.weeks:
            yield Why(relaxed.rule, f"Bent: {relaxed.text}")


def _minutes(plan: Plan, week: PlannedWeek) -> Iterator[Why]:
    """Say where the running minutes come from: the last full week, or the athlete's answer."""
    earlier = [w for w in plan.weeks if w.number < week.number and not w.deload]
    if not earlier:
        now = plan.athlete.run_minutes
        yield Why("C.6", f"Running begins with {week.run_minutes} min: you told of {now} min a week.")
    elif not week.deload and week.phase is not Phase.TAPER:
        last = earlier[-1]
        yield Why(
            "C.6",
            f"Running: {week.run_minutes} min after {last.run_minutes} min in week {last.week.iso_week}, the full week "
            "before. A week may grow by about a tenth: by 5 min at least, by 30 min at most.",
        )


def _to_race(plan: Plan, week: PlannedWeek) -> str:
    race = plan.athlete.race
    if race is None or race.day < week.week.monday:
        return ""
    weeks = (race.day - week.week.monday).days // 7
    return " The race is this week." if not weeks else f" The race is in {weeks} week{'s' if weeks > 1 else ''}."
