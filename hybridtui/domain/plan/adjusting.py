"""Today's workouts as the athlete's readiness leaves them: held or lowered, never raised. Source: science.md D.6, R24.

Applied on the day, after the targets are filled in. What changed is told in sentences;
the plan itself stays as it is, so "as planned all the same" is always there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.estimate import session_seconds
from hybridtui.domain.plan import runs
from hybridtui.domain.plan.choice import Means
from hybridtui.domain.plan.definitions import is_hard, is_leg_heavy, is_long, is_quality, tires_legs
from hybridtui.domain.plan.lighter_strength import lighter
from hybridtui.domain.plan.pacing import Pacing
from hybridtui.domain.plan.recovering import recovery
from hybridtui.domain.plan.shorter_runs import fewer_repetitions, one_level_down, shortened
from hybridtui.domain.racks import Racks
from hybridtui.domain.readiness import REST_WHEN_ILL, Band, Instead, Readiness
from hybridtui.domain.units import whole_minutes
from hybridtui.domain.workout import Kind, Step, StepKind, Why, Workout

AMBER_LONG = 0.8
ORANGE_EASY = 0.75
ORANGE_HARD = 0.5
EASY_INSTEAD = (15, 40)
"""Minutes of the easy run that takes the place of a quality run or circuit."""
EASY_INSTEAD_OF_LONG = 45
"""Most minutes of the easy run that takes the place of a long one."""

MAY_MOVE = Why(
    "R24", "The hard session may move to the next day of this week that the rules allow; else it is left out."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjusted:
    """A workout of today, as planned and as it is done."""

    planned: Workout
    workout: Workout | None
    """None: rest."""
    changes: tuple[str, ...] = ()
    """What is different, in words; nothing if it is as planned."""
    why: tuple[Why, ...] = ()
    may_move: bool = False
    """True if a hard session was replaced: it may be done on a later day of the week."""


def for_day(
    planned: Sequence[Workout], reading: Readiness, band: Band, athlete: Athlete, *, recovered: bool = False
) -> tuple[Adjusted, ...]:
    """Return the workouts of the reading's day as it leaves them, in their order.

    The athlete decides first: as planned, rest, or recovery. Illness means rest. Of several
    workouts on a RED day one becomes recovery, the others are left out; all of them if the
    athlete has ``recovered`` today already.
    """
    if reading.kept:
        return tuple(Adjusted(planned=workout, workout=workout) for workout in planned)
    chosen = reading.instead or (Instead.REST if reading.ill else None)
    if chosen is None and band is not Band.RED:
        return tuple(adjusted(workout, band, athlete) for workout in planned)
    found: list[Adjusted] = []
    for workout in planned:
        recovers = recovered or any(each.workout is not None and each.workout.kind is Kind.RECOVERY for each in found)
        if reading.instead is None and workout.is_race:
            found.append(adjusted(workout, band, athlete))
        elif chosen is Instead.REST or recovers:
            found.append(_rested(workout, reading))
        else:
            found.append(_recovering(workout, band, athlete))
    return tuple(found)


def adjusted(workout: Workout, band: Band, athlete: Athlete) -> Adjusted:
    """Return a workout as a band leaves it: the table of D.6."""
    if band is Band.GREEN or workout.kind in (Kind.RECOVERY, Kind.OTHER):
        return Adjusted(planned=workout, workout=workout)
    if workout.is_race:
        return Adjusted(planned=workout, workout=workout, why=(Why("D.6", _RACE[band]),))
    if band is Band.RED:
        return _recovering(workout, band, athlete)
    if band is Band.AMBER:
        return _amber(workout, athlete)
    return _orange(workout, athlete)


_RACE = {
    Band.AMBER: "AMBER on race day: nothing is changed. Start a little slower than planned and see how it goes.",
    Band.ORANGE: "ORANGE on race day: nothing is changed, it is your call. Start easy; stopping early is no shame.",
    Band.RED: "RED on race day: nothing is changed, it is your call. Ill, with a fever or in pain: do not start.",
}


def _amber(workout: Workout, athlete: Athlete) -> Adjusted:
    """A little less of what is hard; easy running as planned."""
    if workout.kind is Kind.HYBRID:
        level = workout.level or 1
        part = one_level_down(workout.steps, level)
        if not part.changes:
            return Adjusted(planned=workout, workout=workout)
        lower = replace(workout, level=max(1, level - 1), steps=part.steps, title=_renamed(workout.title, level))
        return _told(workout, replace(lower, hard=workout.hard and is_hard(lower)), part.changes, _AMBER_WHY)
    if workout.kind in (Kind.STRENGTH, Kind.COMBO):
        part = lighter(workout.steps, Band.AMBER, leg_heavy=tires_legs(workout), racks=Racks.of(athlete))
        return _told(workout, _cut(workout, part.steps), part.changes, _AMBER_WHY)
    if is_long(workout):
        return _told(workout, _shorter(workout, AMBER_LONG), (), _AMBER_WHY)
    if is_quality(workout):
        part = fewer_repetitions(workout.steps)
        return _told(workout, _cut(workout, part.steps), part.changes, _AMBER_WHY)
    return Adjusted(planned=workout, workout=workout)


_AMBER_WHY = Why("D.6", "AMBER today: a little less of what is hard, so that the week goes on.")


def _orange(workout: Workout, athlete: Athlete) -> Adjusted:
    """Light strength, and only easy running."""
    if workout.kind is Kind.STRENGTH:
        part = lighter(workout.steps, Band.ORANGE, leg_heavy=tires_legs(workout), racks=Racks.of(athlete))
        return _told(workout, _cut(workout, part.steps), part.changes, _ORANGE_WHY)
    if workout.kind is Kind.COMBO:
        part = lighter(workout.steps, Band.ORANGE, leg_heavy=tires_legs(workout), racks=Racks.of(athlete))
        run, rest = (tuple(s for s in part.steps if _of_the_run(s) is which) for which in (True, False))
        cut = workout.run_minutes - _part(workout.run_minutes, ORANGE_EASY)
        return _told(workout, _cut(workout, (*shortened(run, cut * 60), *rest)), part.changes, _ORANGE_WHY)
    if is_long(workout):
        minutes = min(_part(workout.minutes, ORANGE_HARD), EASY_INSTEAD_OF_LONG)
        return _told(workout, _easy(workout, minutes, athlete), (), _ORANGE_WHY)
    if workout.kind is Kind.HYBRID or is_quality(workout):
        least, most = EASY_INSTEAD
        minutes = min(max(_part(workout.minutes, ORANGE_HARD), least), most, workout.minutes)
        return _told(workout, _easy(workout, minutes, athlete), (), _ORANGE_WHY)
    return _told(workout, _shorter(workout, ORANGE_EASY), (), _ORANGE_WHY)


_ORANGE_WHY = Why("D.6", "ORANGE today: light and easy only. Hard work would cost more than it gives.")


def _recovering(workout: Workout, band: Band, athlete: Athlete) -> Adjusted:
    gentle = recovery(workout, athlete)
    why = _RED_WHY if band is Band.RED else _CHOSEN_WHY
    return _told(workout, gentle, (), why, or_rest=True)


_RED_WHY = Why("D.6", "RED today: rest, or something gentle for half an hour at most.")
_CHOSEN_WHY = Why("R24", "You chose active recovery in place of the plan.")


def _rested(workout: Workout, reading: Readiness) -> Adjusted:
    if reading.instead is Instead.REST:
        why = Why("R24", "You chose to rest. Rest is part of training.")
    elif reading.ill:
        why = REST_WHEN_ILL
    else:
        why = Why("D.6", "One gentle session a day is enough.")
    hard = is_hard(workout)
    return Adjusted(
        planned=workout,
        workout=None,
        changes=(f"{_named(workout)} → rest",),
        why=(why, MAY_MOVE) if hard else (why,),
        may_move=hard,
    )


def _told(planned: Workout, now: Workout, changes: tuple[str, ...], why: Why, *, or_rest: bool = False) -> Adjusted:
    """Say what changed; a workout of which nothing changed is as planned."""
    if now == planned:
        return Adjusted(planned=planned, workout=planned)
    replaced = (now.kind, now.subtype) != (planned.kind, planned.subtype)
    if replaced:
        changes = (f"{_named(planned)} → {_named(now)}" + (", or rest" if or_rest else ""),)
    elif now.minutes != planned.minutes:
        changes = (f"{planned.minutes} min → {now.minutes} min", *changes)
    may_move = replaced and is_hard(planned)
    reasons = (why, Why("D.6", f"{'; '.join(changes)}."), *([MAY_MOVE] if may_move else []))
    return Adjusted(
        planned=planned,
        workout=replace(now, why=(*reasons, *now.why)),
        changes=changes,
        why=reasons,
        may_move=may_move,
    )


def _named(workout: Workout) -> str:
    return workout.title if workout.title.endswith(" min") else f"{workout.title}, {workout.minutes} min"


def _renamed(title: str, level: int) -> str:
    return title.replace(f"level {level}", f"level {max(1, level - 1)}")


def _part(minutes: int, share: float) -> int:
    return int(minutes * share + 1e-9)  # a whole number may be a hair short of itself


def _shorter(workout: Workout, share: float) -> Workout:
    """Return a run of so much of its minutes."""
    cut = workout.minutes - _part(workout.minutes, share)
    return _cut(workout, shortened(workout.steps, cut * 60))


def _cut(workout: Workout, steps: tuple[Step, ...]) -> Workout:
    """Return the workout with these steps, its minutes and marks following from them."""
    run_cut, lift_cut = _minutes_cut(workout, steps)
    minutes = workout.minutes - run_cut - lift_cut
    shorter = replace(
        workout,
        steps=steps,
        title=_retitled(workout.title, workout.minutes, minutes),
        minutes=minutes,
        run_minutes=workout.run_minutes - run_cut,
        strength_minutes=workout.strength_minutes - lift_cut,
        leg_heavy=workout.leg_heavy and is_leg_heavy(steps),
    )
    return replace(shorter, hard=workout.hard and is_hard(shorter))


def _minutes_cut(workout: Workout, steps: tuple[Step, ...]) -> tuple[int, int]:
    """Return by how many whole minutes the running and the strength got shorter."""
    cut_s = session_seconds(workout.steps) - session_seconds(steps)
    if workout.kind is Kind.RUN:
        return whole_minutes(cut_s), 0
    run_s = 0.0
    if workout.kind is Kind.COMBO:
        run_s = session_seconds(filter(_of_the_run, workout.steps)) - session_seconds(filter(_of_the_run, steps))
    return whole_minutes(run_s), whole_minutes(cut_s - run_s)


def _of_the_run(step: Step) -> bool:
    """True for what belongs to the run of a combo, its warm-up included."""
    return step.kind in (StepKind.WARMUP, StepKind.INTERVAL, StepKind.RECOVERY)


def _retitled(title: str, was: int, now: int) -> str:
    """Return a title that ends with its minutes with the new ones."""
    return title.removesuffix(f"{was} min") + f"{now} min" if title.endswith(f" {was} min") else title


def _easy(planned: Workout, minutes: int, athlete: Athlete) -> Workout:
    """Return the easy run, or walk, that takes the place of hard running."""
    walks = athlete.see_professional or (planned.kind is Kind.HYBRID and athlete.level is Level.BEGINNER)
    return replace(
        planned,
        kind=Kind.RUN,
        subtype="easy",
        title=f"{'Easy walk' if walks else runs.NAMES['easy']} {minutes} min",
        minutes=minutes,
        run_minutes=minutes,
        strength_minutes=0,
        steps=runs.easy(minutes, Means.of(athlete, week=1), Pacing.of(athlete), walk=walks),
        hard=False,
        leg_heavy=False,
        long=False,
        level=None,
        purpose="Easy minutes in place of hard ones.",
        why=(),
    )
