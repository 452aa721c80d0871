"""Changing the rest of a session: another exercise, another order, one set more, what the place has today.

Each change is one undo. The load of an exercise comes from its own past, never from that
of the one it replaces.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from hybridtui.domain import recording
from hybridtui.domain.athlete import EQUIPMENT_PROFILES
from hybridtui.domain.engine import arranging
from hybridtui.domain.engine.placing import left
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.guide import Logged
from hybridtui.domain.history import Exposure
from hybridtui.domain.plan.exchanging import with_exercise
from hybridtui.domain.problems import Problem
from hybridtui.domain.ramp import is_ramp
from hybridtui.domain.session import Session
from hybridtui.domain.substitutes import (
    Rung,
    substitutes,
)
from hybridtui.domain.workout import Plan, Step, Workout
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.plans import Plans
from hybridtui.logbook.prescribing import Around, Equipment, Prescribing
from hybridtui.logbook.readiness import CheckIns
from hybridtui.logbook.sessions import Sessions

OWN = "own"
"""The profile that is the athlete's own equipment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """What could be done in place of a step's exercise, with its own target of the day."""

    exercise: Exercise
    step: Step
    why: str
    last: Exposure | None = None
    """When and how it was done last."""
    rung: Rung | None = None
    """What makes it easier or harder; None for a substitute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """All that could be done in place of a step's exercise."""

    index: int
    """Of the step; that of the lift, where a ramp set was asked about."""
    step: Step
    equipment: frozenset[str]
    """What is at hand."""
    substitutes: tuple[Option, ...] = ()
    """Best first, three at most."""
    easier: Option | None = None
    harder: Option | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Equipment by the name of a place, and what it would change."""

    name: str
    equipment: frozenset[str]
    changes: tuple[str, ...] = ()


class Freedom:
    """What an athlete may change about a session while it runs, and before it begins."""

    def __init__(self, kit: Kit, plans: Plans, check_ins: CheckIns, sessions: Sessions) -> None:
        self._kit = kit
        self._plans = plans
        self._sessions = sessions
        self._write = Prescribing(kit, plans, check_ins)

    def options(self, session_id: str, step: int, equipment: Equipment = None) -> Options:
        """Return what could be done in place of a step's exercise.

        Raises:
            Problem: if the step has none, or is gone.
        """
        session = self._sessions.get(session_id)
        index = _lift(session, step)
        exercise, around = self._exercise(session, index), self._write.around(session, equipment)
        asked, exercises = _what_is_left(session, index), self._kit.exercises()
        found = substitutes(
            exercise,
            around.means,
            taken={each.exercise for each in session.steps if each.exercise},
            own=[other for other in exercises.values() if other.own],
            hurts=self._write.hurts(),
        )
        lasts = self._kit.store.last_exposures([each.exercise.id for each in found])
        below, above = self._write.rungs(asked, exercise, around)
        return Options(
            index=index,
            step=asked,
            equipment=around.means.equipment,
            substitutes=tuple(
                Option(
                    exercise=each.exercise,
                    step=self._write.made(asked, each.exercise, around)[0],
                    why=each.why,
                    last=lasts.get(each.exercise.id),
                )
                for each in found
            ),
            easier=self._option(asked, below, around),
            harder=self._option(asked, above, around),
        )

    def swap(
        self, session_id: str, step: int, exercise_id: str, *, from_now_on: bool = False, equipment: Equipment = None
    ) -> Logged:
        """Do another exercise in place of what is left of a step; ``from_now_on`` in the plan too, in the same undo.

        Raises:
            Problem: if nothing is left of it, or the plan cannot have it.
            NotSaved: if nothing was written.
        """
        session, new = self._sessions.get(session_id), self._kit.exercise(exercise_id)
        index = _lift(session, step)
        old, around = self._exercise(session, index), self._write.around(session, equipment)
        if old.id == new.id:
            raise Problem(f"{new.name} is what stands there already: choose another exercise.")
        after = arranging.exchanged(session, index, *self._write.made(session.steps[index], new, around))
        plan = self._with_exercise(old, new) if from_now_on else None
        label = f"{new.name} in place of {session.steps[index].title}{', from now on' if from_now_on else ''}"
        return self._sessions.rework(session_id, after, label, plan=plan)

    def easier(self, session_id: str, step: int, *, from_now_on: bool = False, equipment: Equipment = None) -> Logged:
        """Make a step easier: the next rung below, or the usual tempo again where it was slowed (R28, R29).

        Raises:
            Problem: if there is nothing easier, or nothing left of the step.
        """
        return self._climb(session_id, step, 0, "easier", from_now_on=from_now_on, equipment=equipment)

    def harder(self, session_id: str, step: int, *, from_now_on: bool = False, equipment: Equipment = None) -> Logged:
        """Make a step harder: the next rung above, or the same exercise slower (R28, R29).

        Raises:
            Problem: if there is nothing harder, or nothing left of the step.
        """
        return self._climb(session_id, step, 1, "harder", from_now_on=from_now_on, equipment=equipment)

    def profiles(self, session_id: str | None, workouts: Sequence[Workout] = ()) -> tuple[Profile, ...]:
        """Return the usual sets of equipment, each with what it makes of the open session, or of ``workouts``."""
        own = self._kit.athlete().equipment
        sets = {OWN: own, **{name: EQUIPMENT_PROFILES[name] for name in ("gym", "home", "travel", "none")}}
        return tuple(
            Profile(name=name, equipment=equipment, changes=self._changes(session_id, workouts, equipment))
            for name, equipment in sets.items()
        )

    def equip(self, session_id: str, equipment: frozenset[str]) -> Logged:
        """Do the rest of a session with what is at hand: what is not possible is exchanged or left out (R15, R26).

        Raises:
            Problem: if all of it is possible as it is.
        """
        refit = self._write.refit(self._sessions.get(session_id), equipment)
        if refit.session == self._sessions.get(session_id):
            raise Problem("Nothing changes: all that is left can be done with that.")
        return self._sessions.rework(session_id, refit.session, "change of equipment")

    def equipped(self, workouts: Sequence[Workout], equipment: frozenset[str]) -> tuple[Workout, ...]:
        """Return workouts, with the targets of the day, as other equipment leaves them; nothing is saved."""
        return tuple(
            replace(workout, steps=self._write.refit(self._followed(workout), equipment).session.steps)
            for workout in workouts
        )

    def move(self, session_id: str, step: int, to: int) -> Logged:
        """Put a step, with its group, where another one stands.

        Raises:
            Problem: if one of them is gone.
        """
        _step(self._sessions.get(session_id), to)
        return self._rework(session_id, step, "moved", lambda session: arranging.moved(session, step, to))

    def add(self, session_id: str, exercise_id: str, at: int, equipment: Equipment = None) -> Logged:
        """Add an exercise, prescribed like one of the plan, before the step ``at``."""
        session, exercise = self._sessions.get(session_id), self._kit.exercise(exercise_id)
        step = self._write.added(exercise, self._write.around(session, equipment))
        return self._sessions.rework(session_id, arranging.added(session, step, at), f"{exercise.name} added")

    def extra_set(self, session_id: str, step: int, by: int = 1) -> Logged:
        """Ask for one set more of a step, or with ``by`` -1 for one less; of a circuit for a round.

        Raises:
            Problem: if the last set is begun, or the only one.
        """
        what = "one set more" if by > 0 else "one set less"
        return self._rework(session_id, step, what, lambda session: arranging.extra_set(session, step, by))

    def join(self, session_id: str, step: int) -> Logged:
        """Make a superset of a step and the next one that is not begun.

        Raises:
            Problem: if they cannot be one.
        """
        return self._rework(session_id, step, "in a superset", lambda session: arranging.joined(session, step))

    def part(self, session_id: str, step: int) -> Logged:
        """Do the members of a superset one after another again.

        Raises:
            Problem: if the step is in none.
        """
        return self._rework(session_id, step, "out of its superset", lambda session: arranging.parted(session, step))

    # what a change is made from

    def _rework(self, session_id: str, step: int, what: str, change: Callable[[Session], Session]) -> Logged:
        session = self._sessions.get(session_id)
        title = _step(session, step).title
        return self._sessions.rework(session_id, change(session), f"{title} {what}")

    def _climb(
        self, session_id: str, step: int, which: int, word: str, *, from_now_on: bool, equipment: Equipment
    ) -> Logged:
        session = self._sessions.get(session_id)
        index = _lift(session, step)
        asked, exercise = session.steps[index], self._exercise(session, index)
        around = self._write.around(session, equipment)
        rung = self._write.rungs(asked, exercise, around)[which]
        if rung is None:
            raise Problem(f"There is nothing {word} than {asked.title} that can be done here: x shows what is like it.")
        after = arranging.exchanged(session, index, *self._write.on(asked, rung, around))
        plan = self._with_exercise(exercise, rung.exercise) if from_now_on and not rung.unslow else None
        return self._sessions.rework(session_id, after, _climbed(asked, rung), plan=plan)

    def _option(self, step: Step, rung: Rung | None, around: Around) -> Option | None:
        if rung is None:
            return None
        why = "the same, slowly: 3 s down, 3 s up" if rung.slow else "at the usual tempo" if rung.unslow else ""
        last = self._kit.store.last_exposures([rung.exercise.id]).get(rung.exercise.id)
        return Option(exercise=rung.exercise, step=self._write.on(step, rung, around)[0], why=why, last=last, rung=rung)

    def _with_exercise(self, old: Exercise, new: Exercise) -> Plan:
        plan = self._plans.current()
        if plan is None:
            raise Problem("There is no plan to change from now on: swap for today only.")
        return with_exercise(plan, old.id, new.id, self._kit.today())

    def _exercise(self, session: Session, index: int) -> Exercise:
        step = _step(session, index)
        if step.exercise is None or step.is_run:
            raise Problem(f"{step.title} names no exercise: there is nothing to put in its place.")
        return self._kit.exercise(step.exercise)

    def _followed(self, workout: Workout) -> Session:
        return recording.following(workout, "", self._kit.moment())

    def _changes(
        self, session_id: str | None, workouts: Sequence[Workout], equipment: frozenset[str]
    ) -> tuple[str, ...]:
        sessions = [self._sessions.get(session_id)] if session_id is not None else [self._followed(w) for w in workouts]
        return tuple(change for session in sessions for change in self._write.refit(session, equipment).changes)


def _step(session: Session, index: int) -> Step:
    if not 0 <= index < len(session.steps):
        raise Problem("That step is no longer in the session: look again.")
    return session.steps[index]


def _lift(session: Session, index: int) -> int:
    """The step itself; for a ramp set the lift that it leads up to."""
    step = _step(session, index)
    if not is_ramp(step):
        return index
    later = (i for i in range(index, len(session.steps)) if session.steps[i].exercise == step.exercise)
    return next((i for i in later if session.steps[i].logs_sets), index)


def _what_is_left(session: Session, index: int) -> Step:
    """The step with as many sets as are still to begin."""
    step = session.steps[index]
    return replace(step, sets=max(1, left(session, index)))


def _climbed(step: Step, rung: Rung) -> str:
    if rung.slow:
        return f"{step.title}, slowly"
    if rung.unslow:
        return f"{step.title} at the usual tempo"
    return f"{rung.exercise.name} in place of {step.title}"
