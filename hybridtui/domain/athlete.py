"""The athlete: what the plan is made from. Source: science.md F.1."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hybridtui.domain.calendar import Weekday
from hybridtui.domain.units import DistanceUnit, Load, WeightUnit


class Goal(StrEnum):
    """What the athlete trains for."""

    GENERAL = "general"
    STRENGTH_FIRST = "strength-first"
    RUN_FIRST = "run-first"
    FIVE_K = "5k"
    TEN_K = "10k"
    HALF = "half"
    MARATHON = "marathon"
    TIME_SAVER = "time-saver"


DEFAULT_BALANCE = {
    Goal.GENERAL: 0.50,
    Goal.STRENGTH_FIRST: 0.30,
    Goal.RUN_FIRST: 0.70,
    Goal.FIVE_K: 0.70,
    Goal.TEN_K: 0.70,
    Goal.HALF: 0.75,
    Goal.MARATHON: 0.80,
    Goal.TIME_SAVER: 0.50,
}
"""The run share of training minutes that each goal starts from (F.1)."""


class Level(StrEnum):
    """Months of regular training: under 6, between, over 24."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class StrengthGoal(StrEnum):
    """What the strength part aims at (R27, B.3)."""

    STRENGTH = "strength"
    HYPERTROPHY = "hypertrophy"
    ENDURANCE = "endurance"
    POWER = "power"
    FORM = "form"


class Sex(StrEnum):
    """What the weighting of heart-rate loads was measured for (D.4); nothing else asks for it."""

    MALE = "m"
    FEMALE = "f"


class Limit(StrEnum):
    """What the athlete's body asks to be spared (F.4)."""

    KNEE = "knee"
    BACK = "back"
    SHOULDER = "shoulder"
    ANKLE = "ankle"
    HIP = "hip"
    WRIST = "wrist"
    NO_JUMP = "no_jump"
    NO_OVERHEAD = "no_overhead"
    PREGNANCY = "pregnancy"


EQUIPMENT = (
    "band", "mini_band", "dumbbell", "kettlebell", "barbell", "rack", "bench", "box", "step",
    "chair", "table", "towel", "pullup_bar", "low_bar", "dip_bars", "suspension", "cable",
    "machine", "ab_wheel", "medicine_ball", "rope", "anchor", "partner", "hill", "bike", "pool",
)  # fmt: skip
"""Everything exercises.csv may ask for; ``none`` (floor and wall) is always at hand."""

EQUIPMENT_PROFILES: dict[str, frozenset[str]] = {
    "none": frozenset(),
    "travel": frozenset({"band", "mini_band", "chair", "towel"}),
    "home": frozenset({"band", "mini_band", "dumbbell", "chair", "table", "towel", "step"}),
    "gym": frozenset(EQUIPMENT) - {"partner", "hill", "pool", "table", "low_bar"},
}
"""Starting points by place: what is usually at hand there."""


@dataclass(frozen=True, slots=True)
class Race:
    """A race to train for."""

    distance_m: float
    day: date


@dataclass(frozen=True, slots=True)
class RaceResult:
    """An all-out result; training paces come from it (C.1)."""

    distance_m: float
    time_s: float


@dataclass(frozen=True, slots=True)
class Plates:
    """Plates of one weight that the athlete has."""

    weight: Load
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Athlete:
    """One person's goal, time, means and recent training; every field has F.1's default."""

    goal: Goal = Goal.GENERAL
    balance: float = 0.50
    """Wanted run share of training minutes, 0.10-0.90."""
    level: Level = Level.BEGINNER
    days: tuple[Weekday, ...] = (Weekday.MON, Weekday.WED, Weekday.FRI)
    """Days available, in order."""
    days_per_week: int | None = None
    """Days wanted, 2-6; None: the smaller of the available days and 5 (R3)."""
    minutes: tuple[int, ...] = (45,) * 7
    """Most minutes of training on each weekday, Monday first."""
    slots: tuple[int, ...] = (1,) * 7
    """Sessions possible on each weekday: 1, or 2 for am and pm."""
    allow_doubles: bool = False
    equipment: frozenset[str] = frozenset()
    """Ids from EQUIPMENT; empty means floor and wall."""
    run_minutes: int = 0
    """Running a week, lately."""
    longest_run: int = 0
    """Longest run of the last 30 days, minutes; 0: not known."""
    strength_sessions: int = 0
    """Strength sessions a week, lately."""
    limits: frozenset[Limit] = frozenset()
    age: int | None = None
    long_run_day: Weekday = Weekday.SUN
    weight_unit: WeightUnit = WeightUnit.KG
    distance_unit: DistanceUnit = DistanceUnit.KM
    race: Race | None = None
    result: RaceResult | None = None
    easy_pace_s_per_km: float | None = None
    bodyweight_kg: float | None = None
    see_professional: bool = False
    """True if a health question was answered yes and not yet cleared (H.1): easy only."""
    seed: int = 0
    strength_goal: StrengthGoal | None = None
    """None: what suits level and balance (B.3)."""
    quality_runs: int = 1
    """Quality runs wanted a week, 0-2; the rules decide how many there are (I.5)."""
    lighter_every: int | None = None
    """A lighter week every so many, 3-6; None: by age (B.6)."""
    bar: Load | None = None
    """Of the athlete's own barbell; None: a usual one."""
    plates: tuple[Plates, ...] = ()
    """The athlete's own plates, in the unit of the bar; empty: those of a usual gym (B.5)."""
    resting_hr: int | None = None
    """Heart rate at rest, bpm."""
    max_hr: int | None = None
    """Highest heart rate that was measured, bpm; None: only the usual one of the age is known (C.5)."""
    threshold_hr: int | None = None
    """Mean of the last 20 of 30 minutes run alone, all-out, bpm (C.5)."""
    sex: Sex | None = None

    @property
    def days_used(self) -> int:
        """Training days a week the plan uses: never more than 5 unless 6 were asked for (R3)."""
        wanted = self.days_per_week if self.days_per_week is not None else 5
        if self.level is Level.BEGINNER:
            wanted = min(wanted, 5)
        return min(wanted, len(self.days), 6)
