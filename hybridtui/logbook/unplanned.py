"""Sessions that nobody planned: begun from a typed line, or written down afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hybridtui.domain import recording, totals
from hybridtui.domain.bests import RUNNING
from hybridtui.domain.blocks import Block, Done, Known, read
from hybridtui.domain.change import Change
from hybridtui.domain.dates import full_day
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import RunEntry, Session, Status
from hybridtui.domain.standing import rounds
from hybridtui.domain.text import clean_note
from hybridtui.domain.units import whole_minutes
from hybridtui.domain.workout import Kind, Step, StepKind, Workout
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.sessions import Sessions
from hybridtui.logbook.targets import targeted

REMEMBERED = 5
"""So many lines typed before are offered again."""

REMEMBERED_FOR = timedelta(days=180)
LOOKED_BACK = 10
"""Sessions with an exercise that the load of a station is looked for in."""


class Unplanned:
    """Begins sessions as they were typed, and keeps what was done without the app."""

    def __init__(self, kit: Kit, sessions: Sessions) -> None:
        self._kit = kit
        self._sessions = sessions

    def begin(self, block: Block) -> Session:
        """Begin a session as it was typed, with the targets of the day where no load was typed.

        Raises:
            Problem: if another session is open.
        """
        return self._sessions.start_free(
            block.kind, block.title, steps=self._with_targets(block), subtype=block.subtype
        )

    def keep(self, done: Done, began: datetime, note: str = "", flags: tuple[str, ...] = ()) -> Session:
        """Keep a run, or another sport, that is done already; ``began`` is by the athlete's clock, without zone.

        ``flags``: what of it was assumed.

        Raises:
            Problem: if it would end in the future.
            NotSaved: if nothing was written.
        """
        seconds = done.draft.seconds or 0.0
        started = self._kit.moment().when_clock_says(began)
        ended = started.utc + timedelta(seconds=seconds)
        if ended > self._kit.utc() + timedelta(minutes=1):
            raise Problem("It would end in the future: look at the day and at when it began.")
        title = f"{done.subtype} run" if done.subtype else done.sport
        free = recording.free(Kind.OTHER if done.sport else Kind.RUN, title.capitalize(), self._kit.ids(), started)
        run = RunEntry(
            id=self._kit.ids(),
            position=1,
            sport=done.sport or RUNNING,
            distance=done.draft.distance,
            seconds=seconds,
            rpe=done.draft.rpe,
            subtype=done.subtype or "easy",
            avg_hr=done.hr,
            logged_at=ended,
        )
        whole = replace(
            free,
            status=Status.FINISHED,
            subtype="" if done.sport else done.subtype or "easy",
            avg_hr=done.hr,
            sport=done.sport,
            rpe=done.draft.rpe,
            runs=(run,),
            flags=flags,
            note=clean_note(note),
        )
        session = totals.lasting(whole, max(1, whole_minutes(seconds)))
        self._kit.apply(
            Change(
                label=f"{session.title} of {full_day(began)}",
                session_id=session.id,
                sessions=(session,),
                runs=((session.id, run),),
            )
        )
        return self._sessions.get(session.id)

    def earlier(self, known: Known) -> tuple[str, ...]:
        """Return the lines that sessions were begun from of late and that can still be read, the newest first."""
        today, store = self._kit.today(), self._kit.store
        first = today - REMEMBERED_FOR
        free = {each.session_id for each in store.trained(first, today) if each.workout_id is None}
        found: dict[str, None] = {}
        for line in store.lines(first=first, last=today):
            if (line.same_as or line.id) in free and line.title not in found and _is_typed(line.title, known):
                found[line.title] = None
                if len(found) == REMEMBERED:
                    break
        return tuple(found)

    def _with_targets(self, block: Block) -> tuple[Step, ...]:
        """Return the steps with the targets that the log gives those whose load was not typed."""
        own = Workout(
            id="",
            day=self._kit.today(),
            kind=block.kind,
            subtype=block.subtype,
            title=block.title,
            minutes=0,
            run_minutes=0,
            strength_minutes=0,
            steps=block.steps,
        )
        aimed = targeted(own, None, self._kit).steps
        return tuple(
            typed if typed.load is not None else self._loaded(target)
            for typed, target in zip(block.steps, aimed, strict=True)
        )

    def _loaded(self, step: Step) -> Step:
        """Give a station a load that was lifted for as many reps: blocks by the clock have no progression of their own.

        What was done at a station before fits as it is; a load for five is none for rounds of ten.
        """
        if step.kind is not StepKind.STATION or step.exercise is None:
            return step
        fitting = [
            done
            for exposure in self._kit.store.exposures(step.exercise, LOOKED_BACK)
            for done in rounds(exposure.sets)
            if exposure.by_clock or (step.reps is not None and done.reps >= step.reps)
        ]
        return replace(step, load=fitting[-1].load) if fitting else step


def _is_typed(title: str, known: Known) -> bool:
    """Return whether a title is a line that can be typed again; a name alone is rather a title than a line."""
    if not any(char.isdigit() or char in ":," for char in title):
        return False
    try:
        read(title, known)
    except Problem:
        return False
    return True
