"""What is written down in one line, from a shell: a run, sets, another sport, a body weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from hybridtui.domain import recording, totals
from hybridtui.domain.blocks import Done, Known
from hybridtui.domain.by_hand import Sets, Weight, read
from hybridtui.domain.change import Change, difference
from hybridtui.domain.dates import full_day
from hybridtui.domain.effort import Effort
from hybridtui.domain.entry import RunDraftEntry, SetEntry
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.flags import TIME_ASSUMED
from hybridtui.domain.matching import told
from hybridtui.domain.own_exercises import of_gyms
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Session, Source, Status
from hybridtui.domain.text import clean_note
from hybridtui.domain.units import whole_minutes
from hybridtui.domain.unusual import far_above
from hybridtui.domain.workout import Kind
from hybridtui.logbook.corrections import checked_minutes, checked_rpe
from hybridtui.logbook.kit import Kit
from hybridtui.logbook.plans import Plans
from hybridtui.logbook.sessions import Sessions
from hybridtui.logbook.unplanned import Unplanned
from hybridtui.logbook.weights import Weights

NOON = time(12)
"""When something of another day began, if nobody says (a product decision)."""

SAME_SITTING = timedelta(hours=3)
"""Sets written down so soon after a session ended belong to it (a product decision)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When it was done, and what else is said of all of it."""

    day: date | None = None
    """None: as the line says, else today."""
    at: time | None = None
    """When it began, by the clock on the wall; None: it was not said."""
    minutes: int | None = None
    """How long sets took; None: as long as such sets take."""
    rpe: float | None = None
    """Of the whole session."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written down."""

    day: date
    echo: tuple[str, ...]
    """In words, line by line."""
    session: Session | None = None
    """None: it was a body weight."""
    joined: bool = False
    """True if the sets went to a session of that day."""
    counts_as: str = ""
    """In words, which planned workout counts as done by it."""
    new_exercises: tuple[str, ...] = ()
    """Names of exercises that the log has not had; they are in the Library now."""
    unusual: tuple[str, ...] = ()
    """What is far above anything ever done, in words: a slip, perhaps."""


class ByHand:
    """Writes down what was done in one line; undo takes it back."""

    def __init__(self, kit: Kit, plans: Plans, sessions: Sessions) -> None:
        self._kit = kit
        self._plans = plans
        self._sessions = sessions

    def write(self, line: str, when: When, effort: Effort = Effort.RPE) -> Written:
        """Write down what a line says was done.

        Raises:
            Problem: if it cannot be read, or lies in the future; it says what to type.
            NotSaved: if nothing was written.
        """
        athlete = self._kit.athlete()
        done = read(
            line,
            Known(
                exercises=self._kit.exercises(),
                at_hand=athlete.equipment or None,
                weight_unit=athlete.weight_unit,
                distance_unit=athlete.distance_unit,
            ),
            effort,
        )
        day = self._day(when, done)
        if isinstance(done, Weight):
            weight = Weights(self._kit).log(day, done.load)
            return Written(day=day, echo=(f"body weight {weight.weight}",))
        if isinstance(done, Done):
            return self._done(done, day, when)
        return self._sets(done, day, when)

    def _day(self, when: When, done: object) -> date:
        said = done.days_ago if isinstance(done, Done) else None
        today = self._kit.today()
        day = when.day or today - timedelta(days=said or 0)
        if day > today:
            raise Problem(f"{full_day(day)} is still to come: only what is done is written down.")
        return day

    def _done(self, done: Done, day: date, when: When) -> Written:
        rated = replace(done.draft, rpe=checked_rpe(when.rpe if when.rpe is not None else done.draft.rpe))
        began = self._began(day, when.at or done.began, timedelta(seconds=done.draft.seconds or 0))
        draft = RunDraftEntry(rated.distance, rated.seconds, rated.rpe, done.echo)
        unusual = None if done.sport else far_above(draft, self._kit.store.run_bests())
        session = Unplanned(self._kit, self._sessions).keep(
            replace(done, draft=rated), began, when.note, flags=self._assumed(day, when.at or done.began)
        )
        words = done.echo if done.sport else f"{done.subtype} run {done.echo}".strip()
        return Written(
            day=day,
            echo=(words,),
            session=session,
            counts_as=self._counts_as(session),
            unusual=(unusual,) if unusual else (),
        )

    def _began(self, day: date, at: time | None, lasting: timedelta) -> datetime:
        """Return when it began: as said, just now if it was today, else at noon."""
        if at is not None:
            return datetime.combine(day, at)
        now = self._now()
        return (now - lasting).replace(second=0) if day == now.date() else datetime.combine(day, NOON)

    def _now(self) -> datetime:
        """Return the time on the athlete's clock, in whole minutes: nobody says more of it."""
        return self._kit.clock.now().replace(tzinfo=None, second=0, microsecond=0)

    def _assumed(self, day: date, at: time | None) -> tuple[str, ...]:
        """Return what is marked of a session of which nobody said when it began, and it is not just done."""
        return (TIME_ASSUMED,) if at is None and day != self._kit.today() else ()

    def _sets(self, done: Sequence[Sets], day: date, when: When) -> Written:
        before = self._same_sitting(day, when)
        began = self._began(day, when.at, timedelta())
        start = before or self._new(began, self._assumed(day, when.at))
        session = start
        for each in done:
            new = recording.new_sets(
                session,
                None,
                each.exercise.id,
                each.drafts,
                start.started.utc,
                self._kit.ids,
                per_side=each.exercise.unilateral,
            )
            session = replace(session, sets=(*session.sets, *new))
        session = self._ended(session, day, when)
        label = ", ".join(each.exercise.name for each in done)
        if before is None:
            sets = tuple((session.id, each) for each in session.sets)
            change = Change(label=label, sessions=(session,), sets=sets)
        else:
            change = difference(before, session, label=label)
        unusual = tuple(filter(None, map(self._far_above, done)))
        added = self._new_exercises(done)
        self._kit.apply(replace(change, exercises=added))
        kept = self._sessions.get(session.id)
        return Written(
            day=day,
            echo=tuple(each.echo for each in done),
            session=kept,
            joined=before is not None,
            counts_as=self._counts_as(kept),
            new_exercises=tuple(each.name for each in added),
            unusual=unusual,
        )

    def _far_above(self, done: Sets) -> str | None:
        bests = self._kit.store.bests(done.exercise.id)
        return far_above(SetEntry(done.drafts, done.echo), bests)

    def _new_exercises(self, done: Sequence[Sets]) -> tuple[Exercise, ...]:
        """Return the exercises that the log has not had: gyms know them by their names."""
        there = self._kit.exercises()
        names = {each.exercise.id: each.exercise.name for each in done if each.exercise.id not in there}
        return tuple(filter(None, map(of_gyms, names.values())))

    def _new(self, began: datetime, flags: tuple[str, ...]) -> Session:
        started = self._kit.moment().when_clock_says(began)
        free = recording.free(Kind.STRENGTH, "", self._kit.ids(), started)
        return replace(free, status=Status.FINISHED, ended=started, flags=flags)

    def _ended(self, session: Session, day: date, when: When) -> Session:
        """Return it as long as its sets take, or as was said; what was done today is over by now."""
        minutes = when.minutes if when.minutes is not None else max(1, whole_minutes(totals.done_s(session)))
        noted = replace(
            session,
            rpe=checked_rpe(when.rpe if when.rpe is not None else session.rpe),
            note="\n".join(text for text in (session.note, clean_note(when.note)) if text),
        )
        lasting = totals.lasting(noted, checked_minutes(minutes))
        now = self._now()
        if day == now.date() and lasting.ended is not None and lasting.ended.utc > self._kit.utc():
            if when.at is not None:
                raise Problem("It would end in the future: look at the day and at when it began.")
            lasting = lasting.begun_at(now - timedelta(minutes=minutes))
        return lasting

    def _same_sitting(self, day: date, when: When) -> Session | None:
        """Return the strength session of that day that the sets go on, if one does: it has no plan to follow."""
        for line in self._kit.store.lines(first=day, last=day):
            if line.kind is not Kind.STRENGTH or line.source is not Source.APP:
                continue
            session = self._sessions.get(line.id)
            if session.steps or session.workout_id is not None or session.ended is None:
                continue
            if when.at is None and (day != self._kit.today() or self._kit.utc() - session.ended.utc <= SAME_SITTING):
                return session
        return None

    def _counts_as(self, session: Session) -> str:
        plan = self._plans.current()
        if plan is None:
            return ""
        for workout_id, by in self._plans.credited(plan).items():
            workout = plan.workout(workout_id)
            if by.session_id == (session.same_as or session.id) and workout is not None:
                return told(workout, by, self._kit.today())
        return ""
