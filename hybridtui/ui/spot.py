"""Where the athlete is in a session, and what would be logged there next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hybridtui.domain import guide
from hybridtui.domain.effort import Effort
from hybridtui.domain.entry import Entry, Expected, TargetChange, Unreadable, parse
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.guide import Place
from hybridtui.domain.history import Exposure
from hybridtui.domain.racks import USUAL, Racks
from hybridtui.domain.session import LoggedSet, Session
from hybridtui.domain.today import TodayPage
from hybridtui.domain.too_hard import eased_load
from hybridtui.domain.units import decimal
from hybridtui.domain.workout import Kind, Step
from hybridtui.ui.known import KnownExercise
from hybridtui.ui.words import with_times

NOTHING_TO_LOG = "Nothing to log at this step: empty, enter ticks it off"

Aims = Mapping[str, TargetChange]
"""Targets that the athlete changed, by what :attr:`Spot.key` names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place in a session with everything that belongs to it; derived, never kept."""

    session: Session
    place: Place | None
    """None: all done, or a session without steps."""
    step: Step | None
    exercise: Exercise | None
    """None at runs and mobility; in a free strength session until one is chosen."""
    last: Exposure | None
    """The exercise's last time before this session."""
    expected: Expected
    """What the entry line is read against."""
    note: str = ""
    """What the athlete wrote about the exercise, to be read whenever it comes."""
    last_run: Session | None = None
    """The last run of the same kind."""
    eased: bool = False
    """True if the sets before were too hard, so that less is expected (D.6)."""
    technique: bool = False
    """True at the first set of an exercise that the log does not know yet (R39)."""

    @property
    def free(self) -> bool:
        """True in a session that follows no plan."""
        return not self.session.steps

    @property
    def all_done(self) -> bool:
        """True if every step of the session ended."""
        return not self.free and self.place is None

    @property
    def ticks_only(self) -> bool:
        """True where nothing is logged but that it was done."""
        return self.step is not None and not (self.step.logs_sets or self.step.is_run)

    @property
    def logs_sets(self) -> bool:
        """True where sets are logged, in a plan or out of it."""
        return self.step.logs_sets if self.step is not None else self.chooses_exercise

    @property
    def example(self) -> str:
        """What may be typed here with an effort; empty where no effort is asked for."""
        if not self.logs_sets or self.expected.effort is Effort.OFF:
            return ""
        load, reps = self.expected.load, self.expected.reps or 8
        done = f"{decimal(load.value)}x{reps}" if load is not None else str(reps)
        if self.expected.is_hold:
            done = f"{self.expected.seconds or 45}s"
        return f"{done}@{2 if self.expected.effort is Effort.RIR else 8}"

    @property
    def needs_exercise(self) -> bool:
        """True where an exercise has to be chosen before a set can be typed."""
        return self.chooses_exercise and self.exercise is None

    @property
    def chooses_exercise(self) -> bool:
        """True where the athlete says which exercise comes next."""
        return self.free and self.session.kind is not Kind.RUN

    @property
    def key(self) -> str:
        """What a changed target holds for: the step, or the exercise outside a plan."""
        return str(self.place.step) if self.place else self.exercise.id if self.exercise else ""

    def read(self, text: str) -> Entry:
        """Read what was typed here."""
        return parse(text, self.expected)

    def understood(self, text: str) -> tuple[str, bool]:
        """Return what was typed in words, and whether it can be logged."""
        if text.strip() and self.ticks_only:
            return NOTHING_TO_LOG, False
        if self.ticks_only or self.all_done or self.needs_exercise:
            return "", True
        entry = self.read(text)
        return with_times(entry.echo), not isinstance(entry, Unreadable)

    @property
    def sets_here(self) -> tuple[LoggedSet, ...]:
        """The sets logged at this step, or of this exercise outside a plan."""
        if self.place is not None:
            return tuple(s for s in self.session.sets if s.step == self.place.step)
        return tuple(s for s in self.session.sets if self.exercise and s.exercise == self.exercise.id)


def spot(session: Session, page: TodayPage, chosen: str | None, aims: Aims, known: Mapping[str, KnownExercise]) -> Spot:
    """Return where the athlete is; ``chosen`` is the exercise of a free session, ``known`` what the log knows."""
    place = guide.current(session)
    step = session.steps[place.step] if place is not None else None
    name = step.exercise if step is not None else (chosen if not session.steps else None)
    exercise = page.exercises.get(name) if name else None
    knows = known.get(name) if name else None
    last = page.last.get(name) if name else None
    last = knows.last if knows is not None and last is None else last
    athlete = page.athlete
    racks = Racks.of(athlete) if athlete else USUAL
    expected = Expected.at(
        session,
        place,
        exercise,
        weight_unit=page.weight_unit,
        distance_unit=page.distance_unit,
        before=last.sets if last else (),
        racks=racks,
    )
    note = knows.note if knows is not None else ""
    here = Spot(session=session, place=place, step=step, exercise=exercise, last=last, expected=expected, note=note)
    if step is not None and exercise is not None and (load := eased_load(step, here.sets_here, exercise, racks)):
        here = replace(here, expected=replace(expected, target_load=load), eased=True)
    new = knows is not None and last is None and step is not None and step.is_lift
    technique = new and not any(logged.exercise == name for logged in session.sets)
    return replace(here, expected=_aimed(here.expected, aims.get(here.key)), technique=technique)


def merged(old: TargetChange | None, new: TargetChange) -> TargetChange:
    """Return both changes of one target; the newer one counts where both say something."""
    if old is None:
        return new
    return TargetChange(
        load=new.load if new.load is not None else old.load,
        reps=new.reps if new.reps is not None else old.reps,
        seconds=new.seconds if new.seconds is not None else old.seconds,
        echo=new.echo,
    )


def _aimed(expected: Expected, change: TargetChange | None) -> Expected:
    if change is None:
        return expected
    return replace(
        expected,
        target_load=change.load if change.load is not None else expected.target_load,
        target_reps=change.reps if change.reps is not None else expected.target_reps,
        target_seconds=change.seconds if change.seconds is not None else expected.target_seconds,
    )
