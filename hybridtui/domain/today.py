"""What Today shows, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.history import Exposure, SessionLine
from hybridtui.domain.lighter_week import LighterWeek
from hybridtui.domain.readiness import Readiness, Verdict
from hybridtui.domain.session import Session
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.domain.workout import Kind, Plan, Workout

if TYPE_CHECKING:
    from hybridtui.domain.pain import Pain
    from hybridtui.domain.plan.adjusting import Adjusted
    from hybridtui.domain.plan.lived import TooClose


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """One day of the week strip."""

    day: date
    planned: tuple[Kind, ...] = ()
    done: tuple[Kind, ...] = ()
    left: tuple[Kind, ...] = ()
    """What was planned and does not count as done."""
    missed: bool = False
    """True if the day is past and something planned does not count as done."""


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
    workouts: tuple[Workout, ...] = ()
    """Of today, not yet done, with the targets of the day filled in, as the check-in leaves them."""
    done: tuple[SessionLine, ...] = ()
    """Sessions of today."""
    open_session: Session | None = None
    last: Mapping[str, Exposure]
    """By exercise id: the last time it was done before today's session."""
    exercises: Mapping[str, Exercise]
    """Library and own exercises by id."""
    readings: tuple[Readiness, ...] = ()
    """Check-ins that still say something, oldest first."""
    readiness: Verdict | None = None
    """What today's check-in says; None: not asked yet, all is as planned."""
    adjusted: tuple[Adjusted, ...] = ()
    """Today's workouts that are not done, as planned and as the check-in leaves them; nothing without one."""
    pains: tuple[Pain, ...] = ()
    """What the athlete said of pains and still acts, oldest first."""
    spared: tuple[Adjusted, ...] = ()
    """Today's workouts that a pain changes, as they were before and as they are done."""
    lighter_week: LighterWeek | None = None
    """The week that is proposed to be a lighter one (R25)."""
    missed: tuple[Workout, ...] = ()
    """Planned for earlier days of this week, not done and not replaced."""
    too_close: tuple[TooClose, ...] = ()
    """What is still to do today or tomorrow and lies too close to what was done off the plan, such as heavy legs."""
    credited: Mapping[str, str] = field(default_factory=dict)
    """By id of a workout that counts as done by a session that did not follow it: a sentence that says so."""
    next_workout: Workout | None = None
    """The next planned workout after today; once something was done today, with the targets that the log gives it."""
    sessions: int = 0
    """How many sessions the log holds; counted on days with one."""
    undo: str | None = None
    """What undo would take back."""
    redo: str | None = None

    @property
    def distance_unit(self) -> DistanceUnit:
        """What the athlete measures runs in; kilometres before that was asked."""
        return self.athlete.distance_unit if self.athlete is not None else DistanceUnit.KM

    @property
    def weight_unit(self) -> WeightUnit:
        """What the athlete weighs loads in; kilograms before that was asked."""
        return self.athlete.weight_unit if self.athlete is not None else WeightUnit.KG

    @property
    def reading(self) -> Readiness | None:
        """Today's check-in, if there was one."""
        return next((reading for reading in self.readings if reading.day == self.day), None)
