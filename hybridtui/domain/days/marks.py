"""One day of the calendar: what it was, and how much.

Every state has a sign of its own on screen, and how much is told by a bar, so that
nothing hangs on colour. Source: science.md 0 (rest day); field.md E; thresholds are
a product decision.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hybridtui.domain.days.values import Did, WeekAsked
from hybridtui.domain.matching import can_be_missed
from hybridtui.domain.workout import Kind, Workout

LEVELS_MIN = (30.0, 60.0, 90.0)
"""Minutes up to which a day is of level 1, 2 and 3; longer ones are of level 4."""


class State(StrEnum):
    """What a day was."""

    RUN = "run"
    STRENGTH = "strength"
    BOTH = "both"
    """Running and strength, in one session or two."""
    OTHER = "other"
    """Easy movement or another sport only: it does not end a rest day."""
    KEPT = "kept"
    """Rest that was planned, and kept."""
    FREE = "free"
    """Rest that no plan asked for: none covered the day, or its workouts count by another day's, or were taken out."""
    MISSED = "missed"
    """Something was planned, and nothing was done."""
    DUE = "due"
    """Work that is planned for today or a later day."""
    NONE = "none"
    """Before the log began, or still to come without work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day with all that was planned for it and done on it."""

    day: date
    state: State
    planned_rest: bool = False
    """True if a plan covered the day and asked for no run, strength or circuit."""
    done: tuple[Did, ...] = ()
    asked: tuple[Workout, ...] = ()
    """What was planned for it."""
    missed: tuple[Workout, ...] = ()
    """What of it was not done, on this day or another."""
    due: tuple[Workout, ...] = ()
    """What of it is still to do: none of a day that is past. A race is none: nobody is late for it."""
    elsewhere: tuple[tuple[Workout, date], ...] = ()
    """What of it counts by a session of another day, and that day."""

    @property
    def minutes(self) -> float:
        """Minutes of everything that was done."""
        return sum(did.total_s for did in self.done) / 60

    @property
    def load_au(self) -> float:
        """Session-RPE load of everything that was done, estimates included."""
        return sum(did.load_au for did in self.done)

    @property
    def level(self) -> int:
        """How much it was: 0 nothing to 4 long."""
        minutes = self.minutes
        return 0 if not minutes else 1 + sum(minutes > most for most in LEVELS_MIN)

    @property
    def rested(self) -> bool:
        """True without run, strength or circuit: easy movement does not end a rest day."""
        return not any(did.run_s or did.strength_s for did in self.done)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a day's state depends on beside the day itself."""

    today: date
    begun: date
    """The first day of the log, or of the first plan if that is earlier."""


def day_of(day: date, asked: WeekAsked | None, done: Sequence[Did], credited: Mapping[str, Did], bounds: Bounds) -> Day:
    """Return a day: ``credited`` tells which workouts count as done, and by what."""
    workouts = tuple(each for each in asked.workouts if each.day == day) if asked is not None else ()
    open_ = tuple(each for each in workouts if each.id not in credited and can_be_missed(each))
    missed = open_ if day < bounds.today else ()
    due = tuple(each for each in open_ if day >= bounds.today)
    rest = asked is not None and _is_rest(asked, day, workouts)
    return Day(
        day=day,
        state=_state(day, done, bounds, missed=bool(missed), due=bool(due), rest=rest),
        planned_rest=rest,
        done=tuple(done),
        asked=workouts,
        missed=missed,
        due=due,
        elsewhere=tuple((each, by.day) for each in workouts if (by := credited.get(each.id)) and by.day != day),
    )


def _is_rest(asked: WeekAsked, day: date, workouts: Sequence[Workout]) -> bool:
    """A day that the plan left free; one that the athlete cleared by hand was not planned so."""
    covered = day >= asked.since or any(each.day <= day for each in asked.workouts)
    cleared = any(first == day for first, _ in asked.dropped)
    return covered and not cleared and not any(can_be_missed(each) or each.is_race for each in workouts)


def _state(day: date, done: Sequence[Did], bounds: Bounds, *, missed: bool, due: bool, rest: bool) -> State:
    if done:
        return _trained(done)
    if missed:
        return State.MISSED
    if due:
        return State.DUE
    if day > bounds.today or day < bounds.begun:
        return State.NONE
    return State.KEPT if rest else State.FREE


def _trained(done: Sequence[Did]) -> State:
    ran = any(did.run_s or did.kind is Kind.RUN for did in done)
    lifted = any(did.strength_s or did.kind is Kind.STRENGTH for did in done)
    if ran and lifted:
        return State.BOTH
    return State.RUN if ran else State.STRENGTH if lifted else State.OTHER
