"""What the calendar is made from: what was asked of each week, what was done, and what was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from hybridtui.domain.calendar import Week
from hybridtui.domain.matching import Trained
from hybridtui.domain.pain import Part
from hybridtui.domain.readiness import Readiness
from hybridtui.domain.skips import SkipReason
from hybridtui.domain.workout import Kind, Phase, PlannedWeek, Workout


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekAsked:
    """A week as the plan that counts for it had it."""

    week: Week
    since: date
    """The plan's first day: days before it were not planned, unless it took them over."""
    workouts: tuple[Workout, ...]
    """In order of day and slot, without their steps."""
    dropped: tuple[tuple[date, Kind], ...] = ()
    """Workouts that the athlete took out, by their first day."""
    number: int = 0
    """Of the plan's week."""
    phase: Phase = Phase.GENERAL
    deload: bool = False

    @property
    def light(self) -> bool:
        """True if it was to be a lighter week: a deload, or a taper."""
        return self.deload or self.phase is Phase.TAPER

    @property
    def as_planned(self) -> PlannedWeek:
        """The week of the plan, its workouts without their steps."""
        return PlannedWeek(
            number=self.number, week=self.week, phase=self.phase, deload=self.deload, workouts=self.workouts
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Did:
    """A finished session that counts, as far as a day tells it."""

    session_id: str
    workout_id: str | None
    """The workout that it followed, if any."""
    day: date
    kind: Kind
    title: str
    sport: str = ""
    run_s: float = 0.0
    strength_s: float = 0.0
    other_s: float = 0.0
    distance_m: float = 0.0
    load_au: float = 0.0
    load_estimated: bool = False

    @property
    def total_s(self) -> float:
        """Seconds in all."""
        return self.run_s + self.strength_s + self.other_s

    @property
    def trained(self) -> Trained:
        """It, as matching with a plan asks."""
        return Trained(
            session_id=self.session_id,
            workout_id=self.workout_id,
            day=self.day,
            kind=self.kind,
            run_minutes=self.run_s / 60,
            strength_minutes=self.strength_s / 60,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ache:
    """A pain that ended what loads the part, on a day (``pain.STOP_FROM`` and more)."""

    day: date
    part: Part
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the athlete said that explains why something was not done."""

    reasons: Mapping[str, SkipReason] = field(default_factory=dict)
    """By id of the workout."""
    readings: tuple[Readiness, ...] = ()
    """Check-ins, oldest first; those of the 28 days before the first day say what was usual."""
    aches: tuple[Ache, ...] = ()
