"""Following a session: begun, finished, begun again."""

from __future__ import annotations

from dataclasses import replace

from hybridtui.domain import recording, totals
from hybridtui.domain.change import difference
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Session, Source, Status
from hybridtui.domain.text import clean, clean_note
from hybridtui.domain.workout import Kind, Plan, Step, Workout
from hybridtui.logbook import sparing
from hybridtui.logbook.corrections import checked_minutes, checked_rpe
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.plans import Plans
from hybridtui.logbook.readiness import CheckIns
from hybridtui.logbook.running import Running

SUBTYPE_LIMIT = 40
"""Longest subtype, in characters."""


class Sessions(Running):
    """Sessions, from their start to their correction years later."""

    def __init__(self, kit: Kit, plans: Plans, check_ins: CheckIns) -> None:
        super().__init__(kit)
        self._plans = plans
        self._check_ins = check_ins

    def start(self, workout_id: str, *, steps: tuple[Step, ...] | None = None) -> Session:
        """Begin a planned workout, with the targets of the day, as today's check-in leaves it.

        ``steps`` are done instead of these: what other equipment, or a pain, makes of them.

        Raises:
            Problem: if another session is open, the workout is done or gone, or today is for resting.
        """
        plan = self._plans.current()
        workout = self._plans.targeted(self._startable(workout_id, plan), plan)
        workout = self._check_ins.applied(workout, self._still_due(plan))
        pains = sparing.acting(self._kit)
        changed = sparing.spared((workout,), pains, self._kit, self._plans, self._check_ins)
        (workout,) = sparing.as_spared((workout,), changed)
        if steps is not None:
            workout = replace(workout, steps=steps)
        return self._begin(recording.following(workout, self._kit.ids(), self._kit.moment()))

    def start_free(self, kind: Kind, title: str = "", *, steps: tuple[Step, ...] = (), subtype: str = "") -> Session:
        """Begin a session without a plan, or with ``steps`` of the athlete's own.

        Raises:
            Problem: if another session is open.
        """
        session = recording.free(kind, clean(title), self._kit.ids(), self._kit.moment())
        return self._begin(replace(session, steps=steps, subtype=clean(subtype, SUBTYPE_LIMIT)))

    def proposed_minutes(self, session_id: str) -> int:
        """Return how long the session probably took, without its pauses."""
        session = self.get(session_id)
        return totals.proposed_minutes(session, (self._kit.utc() - session.started.utc).total_seconds())

    def finish(self, session_id: str, *, rpe: float | None, minutes: int | None, note: str = "") -> Session:
        """Finish a session, complete or not; without ``minutes`` it took what is proposed.

        An effort and a note that it has already stay where none is given.

        Raises:
            Problem: if it is finished already, or the numbers are out of range.
        """
        session, now = self.get(session_id), self._kit.instant()
        if session.status is Status.FINISHED:
            raise Problem(f"{session.title} is finished already: correct it in History.")
        from hybridtui.domain.engine.rounds import closed  # Today is drawn before anything ends

        length = checked_minutes(minutes if minutes is not None else self.proposed_minutes(session_id))
        ended = replace(
            closed(session.going_on(now.utc), now.utc, self._kit.ids),
            status=Status.FINISHED,
            rpe=checked_rpe(session.rpe if rpe is None else rpe),
            note=clean_note(note) or session.note,
        )
        self._lead(difference(session, totals.lasting(ended, length), label=f"end of {session.title}"), None, now)
        return self.get(session_id)

    def reopen(self, session_id: str) -> Session:
        """Let a finished session run again; the time since its end is a pause of it.

        Raises:
            Problem: if it runs, was imported, or if another session is open.
        """
        session, now = self.get(session_id), self._kit.utc()
        if session.status is Status.OPEN:
            raise Problem(f"{session.title} is open already.")
        if session.source is not Source.APP:
            raise Problem(f"{session.title} was imported: correct it where it stands.")
        self._refuse_a_second()
        self._put(session.reopened(now), f"reopening of {session.title}")
        return self.get(session_id)

    def follow_workout(self, session_id: str, workout_id: str | None) -> Session:
        """Count a session as a planned workout, or with None as none, by hand.

        Raises:
            Problem: if the workout is not in the plan, or if another session followed it.
        """
        session = self.get(session_id)
        if workout_id is None or workout_id == session.workout_id:
            label = f"{session.title} for itself"
        else:
            workout = self._planned(workout_id, self._plans.current())
            if workout_id in self._kit.store.done_workouts():
                raise Problem(f"{workout.title} has a session already: choose another workout.")
            label = f"{session.title} as {workout.title}"
        self._put(replace(session, workout_id=workout_id), label)
        return self.get(session_id)

    def abandon(self, session_id: str) -> None:
        """Give up a session in which nothing was done.

        Raises:
            Problem: if something was: it is finished early, not thrown away.
        """
        session = self.get(session_id)
        if session.sets or session.runs:
            raise Problem(f"{session.title} has entries: finish it as it is, or delete it in History.")
        self.delete(session_id)

    def _planned(self, workout_id: str, plan: Plan | None) -> Workout:
        workout = plan.workout(workout_id) if plan is not None else None
        if workout is None:
            raise Problem("That workout is no longer in the plan: choose one that is.")
        return workout

    def _startable(self, workout_id: str, plan: Plan | None) -> Workout:
        workout = self._planned(workout_id, plan)
        self._refuse_a_second()
        if workout_id in self._kit.store.done_workouts():
            raise Problem(f"{workout.title} is done already: begin a free session instead.")
        return workout

    def _still_due(self, plan: Plan | None) -> tuple[Workout, ...]:
        """Return today's workouts that are not done."""
        today, done = self._kit.today(), self._plans.done(plan)
        week = plan.week_of(today) if plan is not None else None
        return tuple(w for w in week.on(today) if w.id not in done) if week is not None else ()

    def _refuse_a_second(self) -> None:
        running = self._kit.store.open_session()
        if running is not None:
            raise Problem(f"{running.title} is still open: resume and finish it first.")

    def _begin(self, session: Session) -> Session:
        self._refuse_a_second()
        self._put(session, f"start of {session.title}")
        return self.get(session.id)
