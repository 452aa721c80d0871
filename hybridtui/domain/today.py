"""What Today shows, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.history import Exposure, SessionLine, WeekTotals
from hybridtui.domain.session import Session
from hybridtui.domain.workout import Kind, Plan, Workout


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """One day of the week strip."""

    day: date
    planned: tuple[Kind, ...] = ()
    done: tuple[Kind, ...] = ()
    missed: bool = False
    """True if the day is past, something was planned and nothing was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """Everything that Today needs at once."""

    day: date
    athlete: Athlete | None
    """None before the first run."""
    plan: Plan | None = None
    strip: tuple[DayMark, ...] = ()
    balance: str = ""
    """The balance line in words (DESIGN 2)."""
    totals: WeekTotals | None = None
    workouts: tuple[Workout, ...] = ()
    """Of today, not yet done, with the targets of the day filled in."""
    done: tuple[SessionLine, ...] = ()
    """Sessions of today."""
    open_session: Session | None = None
    last: Mapping[str, Exposure]
    """By exercise id: the last time it was done before today's session."""
    exercises: Mapping[str, Exercise]
    """Library and own exercises by id."""
    next_workout: Workout | None = None
    """The next planned workout after today."""
    undo: str | None = None
    """What undo would take back."""
    redo: str | None = None
