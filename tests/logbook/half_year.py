"""An athlete who trains by the app for half a year: hits, misses, an illness, two weeks off, a move."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from random import Random

from hybridtui.domain import guide, recording, totals
from hybridtui.domain.calendar import Moment
from hybridtui.domain.change import Change
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.guide import Place
from hybridtui.domain.plan.definitions import loadable
from hybridtui.domain.plates import loadable_below
from hybridtui.domain.session import LoggedSet, MarkKind, Session, Status
from hybridtui.domain.today import TodayPage
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.domain.workout import Kind, Step, Workout
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock

MAXIMUM_KG = 80.0
"""What anybody in this story lifts once, whatever the exercise."""


@dataclass
class Life:
    """What happens besides training."""

    ill: range = range(0)
    """Days since the start."""
    away: range = range(0)
    missed: float = 0.07
    failed: float = 0.04


@dataclass
class Trainee:
    """Follows a logbook's days; keeps what was lifted, as a diary beside the log."""

    book: Logbook
    clock: FixedClock
    start: date
    chance: Random
    life: Life = field(default_factory=Life)
    sessions: list[Session] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def live(self, days: int, each_morning: Callable[[TodayPage], None]) -> None:
        """Let days pass, one by one; ``each_morning`` looks at the page before anything is done."""
        for _ in range(days):
            page = self.book.today()
            each_morning(page)
            for workout in page.workouts:
                if not self._keeps_from(self.day):
                    self.train(workout)
            self.clock.at += timedelta(days=1)

    @property
    def day(self) -> date:
        return self.clock.now().date()

    def train(self, workout: Workout) -> Session:
        """Do a workout, set by set, and write it down at once."""
        at = datetime.combine(workout.day, time(17, 0), UTC)
        session = recording.following(workout, self._id(), Moment.at(at))
        for place in guide.places(session.steps):
            at += timedelta(minutes=1)
            session = self._done(session, place, at)
        ended = session.started.later(timedelta(minutes=workout.minutes))
        session = replace(session, status=Status.FINISHED, ended=ended, rpe=float(self.chance.choice((4, 5, 6, 7))))
        finished = totals.with_totals(session)
        self.write(finished)
        self.sessions.append(finished)
        return finished

    def write(self, session: Session) -> None:
        """Put a session and its entries into the log in one change."""
        self.book._kit.apply(
            Change(
                label="session",
                sessions=(session,),
                sets=tuple((session.id, logged) for logged in session.sets),
                runs=tuple((session.id, run) for run in session.runs),
            )
        )

    def _keeps_from(self, day: date) -> bool:
        gone = (day - self.start).days
        return gone in self.life.ill or gone in self.life.away or self.chance.random() < self.life.missed

    def _done(self, session: Session, place: Place, at: datetime) -> Session:
        step = session.steps[place.step]
        if step.is_run:
            run = recording.logged_run(session, place, RunDraft(seconds=float(step.seconds or 600)), at, self._id())
            return replace(session, runs=(*session.runs, run))
        if not step.logs_sets or step.exercise is None:
            ticked = recording.marks((place,), MarkKind.DONE, at, self._id)
            return replace(session, marks=(*session.marks, *ticked))
        drafts = (self._set(step, place),)
        logged = recording.logged_sets(session, place, catalogue()[step.exercise], drafts, at, self._id)
        return replace(session, sets=(*session.sets, *logged))

    def _set(self, step: Step, place: Place) -> SetDraft:
        aim = guide.target_reps(step, place.set_number)
        load = step.load or self._first_load(step)
        if aim is None:
            return SetDraft(load=load, seconds=float(step.seconds or 20))
        if self.chance.random() < self.life.failed:
            return SetDraft(load=load, reps=max(1, aim - self.chance.choice((1, 3))))
        spare = self.chance.choice((0, 1, 2))  # a good day: some more, up to the top of the range
        return SetDraft(load=load, reps=max(aim, min(aim + spare, step.reps_max or aim)))

    def _first_load(self, step: Step) -> Load | None:
        exercise = catalogue()[step.exercise or ""]
        if not loadable(exercise) or step.reps is None:
            return None
        return loadable_below(Load(MAXIMUM_KG / (1 + (step.reps + 4) / 30)), exercise.equipment, WeightUnit.KG)

    def _id(self) -> str:
        return f"trainee{next(self.numbers):08d}"


def working_kg(session: Session) -> dict[str, tuple[float, ...]]:
    """Return the loads of a session's working sets, by exercise."""
    found: dict[str, list[float]] = {}
    for logged in session.sets:
        if logged.load is not None:
            found.setdefault(logged.exercise, []).append(logged.load.kg)
    return {exercise: tuple(loads) for exercise, loads in found.items()}


def runs_of(sessions: Iterable[Session]) -> list[tuple[date, float]]:
    """Return day and minutes of each session with a run."""
    return [(s.started.local_date, s.run_s / 60) for s in sessions if s.kind in (Kind.RUN, Kind.COMBO)]


def corrected(session: Session, exercise: str, reps: int) -> tuple[Session, tuple[LoggedSet, ...]]:
    """Return a session with other reps at an exercise, and the sets that changed."""
    changed = tuple(replace(s, reps=reps) for s in session.sets if s.exercise == exercise and s.reps is not None)
    return totals.with_totals(recording.corrected(session, sets=changed)), changed
