"""What becomes of training that a pain concerns: exchanged for what spares the part, or left out. Source: D.6, R26.

Exercises come from the same shelf as any substitute; only where nothing of the same kind
spares the part, the next best muscle is trained. Running has no substitute: it ends, and
one walks home.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from hybridtui.domain import pain
from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Moment
from hybridtui.domain.engine.arranging import dropped, exchanged
from hybridtui.domain.engine.placing import left
from hybridtui.domain.estimate import session_minutes
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.pain import Pain
from hybridtui.domain.plan.adjusting import Adjusted
from hybridtui.domain.plan.choice import Means, suited
from hybridtui.domain.plan.recovering import recovery
from hybridtui.domain.problems import Problem
from hybridtui.domain.ramp import is_ramp
from hybridtui.domain.recording import following
from hybridtui.domain.refitting import Made
from hybridtui.domain.session import Session
from hybridtui.domain.substitutes import substitutes
from hybridtui.domain.workout import Kind, Step, Why, Workout

_FURTHER = {
    "squat": ("hinge", "bridge"),
    "lunge": ("hinge", "bridge"),
    "hinge": ("bridge", "squat"),
    "bridge": ("squat",),
    "plyo": ("bridge",),
    "push_h": ("pull_h",),
    "push_v": ("pull_h",),
    "pull_h": ("push_h",),
    "pull_v": ("push_h",),
}
"""What is trained where nothing of the same kind spares the part (a product decision)."""


class Choice(StrEnum):
    """What the athlete wants of what a pain concerns."""

    SWAP = "swap"
    """Exchanged where something spares the part, left out where nothing does."""
    SKIP = "skip"
    """Left out."""


@dataclass(frozen=True, slots=True)
class Spared:
    """A session as a pain leaves it, and what changed, in words."""

    session: Session
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sparing:
    """All that decides what a pain leads to."""

    pains: Sequence[Pain]
    """Those that act."""
    means: Means
    exercises: Mapping[str, Exercise]
    make: Callable[[Step, Exercise], Made]
    """Writes an exercise as a step in the place of another, with its ramp."""

    def concerned(self, session: Session) -> tuple[int, ...]:
        """Return the indexes of steps with something left that a pain concerns."""
        return tuple(
            index
            for index, step in enumerate(session.steps)
            if left(session, index) and pain.concerns(step, self.pains, self.exercises) is not None
        )

    def instead(self, session: Session, step: Step) -> Exercise | None:
        """Return the best exercise in place of a step's that spares what hurts, if there is one."""
        exercise = self.exercises.get(step.exercise or "")
        if exercise is None or not step.logs_sets:
            return None
        taken = {each.exercise for each in session.steps if each.exercise is not None}
        own = [other for other in self.exercises.values() if other.own]
        alike = substitutes(exercise, self.means, taken=taken, own=own, hurts=self.hurts)
        if alike:
            return alike[0].exercise
        further = [other for pattern in _FURTHER.get(exercise.pattern, ()) for other in suited(pattern, self.means)]
        free = (other for other in further if other.id not in taken and not self.hurts(other))
        return min(free, key=lambda other: other.unilateral, default=None)  # one leg alone bears more

    def hurts(self, exercise: Exercise) -> bool:
        """Return whether a pain concerns an exercise."""
        return pain.concerns(exercise, self.pains) is not None


def spared(session: Session, choice: Choice, by: Sparing, leave: Callable[[Session, int], Session]) -> Spared:
    """Return what a session becomes; ``leave`` leaves out what is left of a step: skipped, or taken out."""
    changes: list[str] = []
    stays: set[str] = set()
    while (index := _next(session, by, stays)) is not None:
        step = session.steps[index]
        other = by.instead(session, step) if choice is Choice.SWAP else None
        try:
            if other is None:
                session, change = leave(session, index), f"{step.title} left out"
            else:
                session, change = exchanged(session, index, *by.make(step, other)), f"{step.title} → {other.name}"
        except Problem as problem:
            stays.add(step.title)
            change = f"{step.title} stays: {problem}"
        changes += [] if is_ramp(step) else [change]
    return Spared(session, tuple(dict.fromkeys(changes)))


def _next(session: Session, by: Sparing, stays: Collection[str]) -> int | None:
    """The first step concerned; ramp sets last: an exchanged lift takes its own along."""
    found = [index for index in by.concerned(session) if session.steps[index].title not in stays]
    return min(found, key=lambda index: (is_ramp(session.steps[index]), index), default=None)


def before_starting(workout: Workout, by: Sparing, athlete: Athlete, now: Moment) -> Adjusted:
    """Return a workout of today as pains leave it; a race is the athlete's own call.

    After chest pain or dizziness nothing but gentle movement is left until it was looked at (H.1).
    """
    as_planned = Adjusted(planned=workout, workout=workout)
    if workout.kind in (Kind.RECOVERY, Kind.OTHER) or workout.is_race:
        return as_planned
    alarming = [each for each in by.pains if each.part in pain.ALARMING]
    if alarming:
        return _gentle(workout, athlete, Why("H.1", f"{_told(alarming)}: have it looked at before you train again."))
    after = spared(following(workout, "", now), Choice.SWAP, by, dropped)
    if not after.changes:
        return as_planned
    stopping = [each for each in by.pains if each.stops]
    why = Why("D.6", f"{_told(stopping)}: what loads it is left in peace; a says how it is now.")
    steps = after.session.steps
    if not any(step.logs_sets or step.is_run for step in steps):
        return _gentle(workout, athlete, why)
    runs = any(step.is_run for step in steps)
    return Adjusted(
        planned=workout,
        workout=replace(_resized(workout, steps, runs=runs), why=(why, *workout.why)),
        changes=after.changes,
        why=(why,),
    )


def _gentle(workout: Workout, athlete: Athlete, why: Why) -> Adjusted:
    gentle = recovery(workout, athlete)
    changes = (f"{workout.title} → {gentle.title}, or rest",)
    return Adjusted(planned=workout, workout=replace(gentle, why=(why,)), changes=changes, why=(why,))


def _resized(workout: Workout, steps: tuple[Step, ...], *, runs: bool) -> Workout:
    """Return the workout with other steps and the minutes that follow; without its running it is strength."""
    cut = session_minutes(workout.steps) - session_minutes(steps)
    minutes = max(1, workout.minutes - cut)
    title = workout.title
    if title.endswith(f" {workout.minutes} min"):
        title = title.removesuffix(f"{workout.minutes} min") + f"{minutes} min"
    if runs or not workout.run_minutes:
        run = min(workout.run_minutes, minutes)
        return replace(
            workout, steps=steps, title=title, minutes=minutes, run_minutes=run, strength_minutes=minutes - run
        )
    return replace(
        workout,
        kind=Kind.STRENGTH,
        steps=steps,
        title=title,
        minutes=minutes,
        run_minutes=0,
        strength_minutes=minutes,
        hard=False,
    )


def _told(pains: Iterable[Pain]) -> str:
    return " and ".join(f"{each.name} {each.level} of 10" for each in pains)
