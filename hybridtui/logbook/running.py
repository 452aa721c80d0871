"""What is done in an open session: one event, one change, on disk before the method returns.

The engine says what an event makes of a session; written is the difference.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from hybridtui.domain import guide, recording, records
from hybridtui.domain.change import Change, difference
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.engine.state import Event, LogRun, LogSets, Now, Pass, Rework, Skip, SkipStep, State, Tick
from hybridtui.domain.guide import Logged, Place
from hybridtui.domain.history import Exposure
from hybridtui.domain.kept_clock import KeptClock
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Session
from hybridtui.domain.text import clean_note
from hybridtui.domain.timeline import Timeline
from hybridtui.logbook.clocks import Clocks
from hybridtui.logbook.corrections import Corrections, entry_gone, gone
from hybridtui.logbook.kit import Kit

if TYPE_CHECKING:
    from hybridtui.domain.entry.values import TargetChange
    from hybridtui.domain.workout import Plan


class Running(Corrections):
    """What can be done in a session that runs, and the clock that leads through it."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._clocks = Clocks()

    def do(self, session_id: str, event: Event, *, plan: Plan | None = None) -> Logged:
        """Let something happen in a session; an event that changes nothing writes nothing.

        With ``plan`` the plan becomes this one in the same change.

        Raises:
            Problem: if it cannot be.
            NotSaved: if nothing was written.
        """
        from hybridtui.domain.engine.handling import handle  # Today is drawn before anything happens

        now = self._kit.instant()
        session, kept = self._kit.store.running(session_id)
        if session is None:
            raise gone()
        line = self._clocks.line(kept, session, now)
        outcome = handle(State(session, line), event, now, self._kit.ids)
        after, leading = _as_read(outcome.state.session), outcome.state.line
        known = {logged.id for logged in session.sets}
        fallen = self._fallen(after, {logged.id for logged in after.sets} - known)
        label, minor = outcome.label, outcome.minor or not outcome.label
        change = replace(difference(session, after, label=label, minor=minor), plan=plan)
        if leading == line and (line is not None or kept is None):
            self._apply(change)
        else:
            self._lead(change, leading, now)
        rest = guide.rest_running(after, now.utc)
        return Logged(session=after, rest=rest, records=fallen, label=label, clock=leading)

    def clock(self, session_id: str) -> Timeline | None:
        """Return the clock that leads through a session, on the steady clock; None if none runs."""
        session, kept = self._kit.store.running(session_id)
        return self._clocks.line(kept, session, self._kit.instant())

    def log_sets(self, session_id: str, place: Place | None, exercise_id: str, drafts: Sequence[SetDraft]) -> Logged:
        """Log one or more sets, at a place of the guide or, with None, outside the plan.

        Raises:
            NotSaved: if nothing was written.
        """
        exercise = self._kit.exercise(exercise_id)
        done = LogSets(place, exercise.id, tuple(drafts), per_side=exercise.unilateral, name=exercise.name)
        return self.do(session_id, done)

    def log_run(self, session_id: str, place: Place | None, draft: RunDraft) -> Logged:
        """Log a run, at a place of the guide or, with None, outside the plan.

        Raises:
            NotSaved: if nothing was written.
        """
        return self.do(session_id, LogRun(place, draft))

    def tick(self, session_id: str, place: Place) -> Logged:
        """Tick off a warm-up, cool-down or recovery step."""
        return self.do(session_id, Tick(place))

    def skip(self, session_id: str, place: Place) -> Logged:
        """Leave one place out."""
        return self.do(session_id, Skip(place))

    def skip_step(self, session_id: str, step_index: int) -> Logged:
        """Leave out all of a step that is still to do."""
        return self.do(session_id, SkipStep(step_index))

    def change_target(self, session_id: str, place: Place, change: TargetChange) -> Session:
        """Keep a new target for a place and the ones of its step after it."""
        session = self.get(session_id)
        step = recording.with_target(
            session.steps[place.step], place.set_number, reps=change.reps, seconds=change.seconds
        )
        step = step if change.load is None else replace(step, load=change.load)
        steps = (*session.steps[: place.step], step, *session.steps[place.step + 1 :])
        return self.rework(session_id, replace(session, steps=steps), f"target of {step.title}").session

    def rework(self, session_id: str, after: Session, label: str, *, plan: Plan | None = None) -> Logged:
        """Rearrange what is left of a session: ``after`` is its newest state with other steps, its entries with them.

        With ``plan`` the plan becomes this one in the same change, so that one undo takes back both.

        Raises:
            Problem: if something was logged since ``after`` was made: nothing that was done is lost.
            NotSaved: if nothing was written.
        """
        if not _entries(self.get(session_id)) <= _entries(after):
            raise Problem("Something was logged meanwhile: look again, then change the session.")
        return self.do(session_id, Rework(after, label), plan=plan)

    def note_set(self, session_id: str, entry_id: str, text: str) -> Logged:
        """Keep a note on a set or a run; an empty one removes it.

        Raises:
            Problem: if the entry is no longer there.
        """
        session, note = self.get(session_id), clean_note(text)
        sets = tuple(replace(logged, note=note) for logged in session.sets if logged.id == entry_id)
        runs = tuple(replace(run, note=note) for run in session.runs if run.id == entry_id)
        if not sets and not runs:
            raise entry_gone()
        label = "note on a set" if sets else "note on a run"
        self._edit(session_id, label, sets=sets, runs=runs)
        return self._logged(session_id, label)

    def note_session(self, session_id: str, text: str) -> Logged:
        """Keep a note on a session; an empty one removes it."""
        session = self.get(session_id)
        label = f"note on {session.title}"
        self._put(replace(session, note=clean_note(text)), label)
        return self._logged(session_id, label)

    def undo(self, session_id: str) -> tuple[Session | None, str | None]:
        """Take back the last action in a session; None instead of it if that was its start.

        The clock leads on where it still fits: the time of an AMRAP runs on whatever is corrected meanwhile.
        """
        return self._moved(session_id, self._kit.store.undo)

    def redo(self, session_id: str) -> tuple[Session | None, str | None]:
        """Do again what was undone last in a session; the clock leads on as after undo."""
        return self._moved(session_id, self._kit.store.redo)

    def _moved(self, session_id: str, move: Callable[[datetime, str], str | None]) -> tuple[Session | None, str | None]:
        """Go a step back or forth, after all that the clock led through until now: that is kept first."""
        from hybridtui.domain.engine.reworking import taken_along  # Today is drawn before anything happens

        before, kept = self._kit.store.running(session_id)
        if before is not None and kept is not None:
            self.do(session_id, Pass())
            before, kept = self._kit.store.running(session_id)
        now = self._kit.instant()
        label = move(now.utc, session_id)
        after = self._kit.store.session(session_id)
        line = self._clocks.line(kept, before, now)
        if before is None or after is None or line is None or label is None:
            return after, label
        leading = taken_along(State(before, line), after, now.ticks).line
        if leading is not None:
            self._lead(Change(label="", session_id=session_id), leading, now)
        return after, label

    def _logged(self, session_id: str, label: str) -> Logged:
        now = self._kit.instant()
        session, kept = self._kit.store.running(session_id)
        if session is None:
            raise gone()
        rest = guide.rest_running(session, now.utc)
        return Logged(session=session, rest=rest, label=label, clock=self._clocks.line(kept, session, now))

    def _apply(self, change: Change) -> None:
        if not change.is_empty:
            self._kit.apply(change)

    def _lead(self, change: Change, leading: Timeline | None, now: Now) -> None:
        """Make a change of a session and let another clock lead on from it."""
        kept = None if leading is None else KeptClock.of(leading, now)
        self._kit.store.apply_with_clock(change, now.utc, kept)
        if kept is not None and leading is not None:
            self._clocks.remember(kept, leading)

    def records(self, session_id: str) -> tuple[str, ...]:
        """Return the records that stand in a session, a line an exercise: ``Back squat · Heaviest: 85 kg``."""
        session = self.get(session_id)
        return self._fallen(session, {logged.id for logged in session.sets})

    def _fallen(self, session: Session, told: Container[str]) -> tuple[str, ...]:
        """Return the records that fall with the sets whose ids are ``told``, a line an exercise."""
        exercises = dict.fromkeys(logged.exercise for logged in session.sets if logged.id in told)
        if not exercises:
            return ()
        from hybridtui.logbook.weights import weighed

        weights, lines = weighed(self._kit), []
        for exercise in exercises:
            past = self._past(exercise, session.id)
            sets = [logged for logged in session.sets if logged.exercise == exercise]
            if fallen := records.of_session(sets, past, told, day=session.started.local_date, weighed=weights):
                known = self._kit.exercises().get(exercise)
                name = known.name if known is not None else exercise
                lines.append(" · ".join((name, *fallen)))
        return tuple(lines)

    def _past(self, exercise: str, outside: str) -> tuple[Exposure, ...]:
        """Return the different sets of all other sessions; those on top of the body by days: its weight changes."""
        different = self._kit.store.different_sets(exercise, outside=outside)
        plain = tuple(each for each in different if not each.on_body)
        dated = self._kit.store.lifting.on_body(exercise, outside) if len(plain) < len(different) else ()
        return (Exposure(session_id="", local_date=date.min, sets=plain), *dated)


def _entries(session: Session) -> set[str]:
    return {logged.id for logged in session.sets} | {run.id for run in session.runs}


def _as_read(session: Session) -> Session:
    """Return a session as the log tells it: its parts in order."""
    return replace(
        session,
        sets=tuple(sorted(session.sets, key=lambda logged: (logged.position, logged.id))),
        runs=tuple(sorted(session.runs, key=lambda run: (run.position, run.id))),
        marks=tuple(sorted(session.marks, key=lambda mark: (mark.at, mark.id))),
    )
