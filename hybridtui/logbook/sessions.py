"""Following a session: begun, finished, begun again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hybridtui.domain import guide, recording, records, totals
from hybridtui.domain.change import Change, difference
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.guide import Logged, Place
from hybridtui.domain.history import Exposure
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import LoggedSet, MarkKind, RunEntry, Session, Source, Status, StepMark
from hybridtui.domain.text import clean, clean_note
from hybridtui.domain.workout import Kind, Plan, Step, Workout
from hybridtui.logbook.corrections import checked_minutes, checked_rpe
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.plans import Plans
from hybridtui.logbook.readiness import CheckIns
from hybridtui.logbook.running import Running

if TYPE_CHECKING:
    from hybridtui.domain.entry.values import TargetChange

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
        length = checked_minutes(minutes if minutes is not None else self.proposed_minutes(session_id))
        ended = replace(
            session.going_on(now.utc),
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

    def log_sets(self, session_id: str, place: Place | None, exercise_id: str, drafts: Sequence[SetDraft]) -> Logged:
        """Log one or more sets, at a place of the guide or, with None, outside the plan.

        Raises:
            NotSaved: if nothing was written.
        """
        session, exercise = self.get(session_id), self._kit.exercise(exercise_id)
        new = recording.logged_sets(session, place, exercise, drafts, self._kit.utc(), self._kit.ids)
        past = Exposure(session_id="", local_date=self._kit.today(), sets=self._kit.store.different_sets(exercise_id))
        label = guide.name(session, place) if place is not None else f"set of {exercise.name}"
        if len(new) > 1:
            label = f"{len(new)} sets of {exercise.name}"
        self._change(session, label, sets=new)
        return self._logged(session_id, label, _records(new, [past], self._kit.athlete().bodyweight_kg))

    def log_run(self, session_id: str, place: Place | None, draft: RunDraft) -> Logged:
        """Log a run, at a place of the guide or, with None, outside the plan.

        Raises:
            NotSaved: if nothing was written.
        """
        session = self.get(session_id)
        run = recording.logged_run(session, place, draft, self._kit.utc(), self._kit.ids())
        label = guide.name(session, place) if place is not None else "run"
        self._change(session, label, runs=(run,))
        return self._logged(session_id, label)

    def tick(self, session_id: str, place: Place) -> Logged:
        """Tick off a warm-up, cool-down or recovery step."""
        session = self.get(session_id)
        return self._mark(session, (place,), MarkKind.DONE, guide.name(session, place))

    def skip(self, session_id: str, place: Place) -> Logged:
        """Leave one place out."""
        session = self.get(session_id)
        return self._mark(session, (place,), MarkKind.SKIPPED, f"skip of {guide.name(session, place)}")

    def skip_step(self, session_id: str, step_index: int) -> Logged:
        """Leave out all of a step that is still to do."""
        session = self.get(session_id)
        left = recording.places_left(session, step_index)
        return self._mark(session, left, MarkKind.SKIPPED, f"skip of {session.steps[step_index].title}")

    def adjust_rest(self, session_id: str, by_s: int) -> Session:
        """Make the rest that runs longer or shorter; nothing happens if none does."""
        session = self.get(session_id)
        changed = recording.rest_changed(session, by_s, self._kit.utc())
        if isinstance(changed, LoggedSet):
            self._change(session, "rest", sets=(changed,), minor=True)
        elif changed is not None:
            self._change(session, "rest", runs=(changed,), minor=True)
        return self.get(session_id)

    def change_target(self, session_id: str, place: Place, change: TargetChange) -> Session:
        """Keep a new target for a place and the ones of its step after it."""
        session = self.get(session_id)
        step = recording.with_target(
            session.steps[place.step], place.set_number, reps=change.reps, seconds=change.seconds
        )
        step = step if change.load is None else replace(step, load=change.load)
        steps = (*session.steps[: place.step], step, *session.steps[place.step + 1 :])
        self._put(replace(session, steps=steps), f"target of {step.title}")
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
        weeks = plan.weeks if plan is not None else ()
        workout = next((w for week in weeks for w in week.workouts if w.id == workout_id), None)
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

    def _change(
        self,
        session: Session,
        label: str,
        *,
        sets: tuple[LoggedSet, ...] = (),
        runs: tuple[RunEntry, ...] = (),
        marks: tuple[StepMark, ...] = (),
        minor: bool = False,
    ) -> None:
        id_ = session.id
        self._kit.apply(
            Change(
                label=label,
                session_id=id_,
                minor=minor,
                sets=tuple((id_, logged) for logged in sets),
                runs=tuple((id_, run) for run in runs),
                marks=tuple((id_, mark) for mark in marks),
            )
        )

    def _mark(self, session: Session, places: Sequence[Place], kind: MarkKind, label: str) -> Logged:
        if places:
            marks = recording.marks(places, kind, self._kit.utc(), self._kit.ids)
            self._change(session, label, marks=marks)
        return self._logged(session.id, label)

    def _logged(self, session_id: str, label: str, fallen: tuple[str, ...] = ()) -> Logged:
        session = self.get(session_id)
        rest = guide.rest_running(session, self._kit.utc())
        return Logged(session=session, rest=rest, records=fallen, label=label)


def _records(new: Sequence[LoggedSet], past: Sequence[Exposure], bodyweight_kg: float | None) -> tuple[str, ...]:
    """Return the records of one entry, each once and the last of its kind."""
    fallen = [record for logged in new for record in records.broken(logged, past, bodyweight_kg=bodyweight_kg)]
    return tuple({record.split(":")[0]: record for record in fallen}.values())
