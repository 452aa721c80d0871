"""Counting a finished session as a planned workout, by hand. Source: R41; field.md 1."""

from __future__ import annotations

from hybridtui.domain.matching import Trained, candidates
from hybridtui.domain.workout import Workout
from hybridtui.logbook.corrections import gone
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.plans import Plans


class Matching:
    """Answers what a session counts as, and what it could count as."""

    def __init__(self, kit: Kit, plans: Plans) -> None:
        self._kit = kit
        self._plans = plans

    def candidates(self, session_id: str) -> tuple[Workout, ...]:
        """Return the workouts that a finished session may be counted as by hand, the nearest first.

        Not those that another session counts for, nor the one that it followed or was counted as.

        Raises:
            Problem: if the session is no longer in the log.
        """
        session, plan = self._kit.store.session(session_id), self._plans.current()
        if session is None:
            raise gone()
        if plan is None:
            return ()
        counted = self._plans.credited(plan)
        running = self._kit.store.open_session()
        taken = {workout_id for workout_id, by in counted.items() if by.session_id != session_id}
        taken |= {followed for followed in (session.workout_id, running.workout_id if running else None) if followed}
        trained = Trained(
            session_id=session_id,
            workout_id=session.workout_id,
            day=session.started.local_date,
            kind=session.kind,
            run_minutes=session.run_s / 60,
            strength_minutes=session.strength_s / 60,
        )
        return candidates((workout for workout in plan.workouts if workout.id not in taken), trained)

    def counts_as(self, session_id: str) -> Workout | None:
        """Return the workout that a session counts as: the one it followed, was put to, or lies nearest to.

        A record of a workout that another record counts for counts as what that does.
        """
        plan, session = self._plans.current(), self._kit.store.session(session_id)
        if plan is None or session is None:
            return None
        found = {by.session_id: workout_id for workout_id, by in self._plans.credited(plan).items()}
        wanted = found.get(session.same_as or session_id)
        return plan.workout(wanted)
