"""What is intended: steps, workouts, planned weeks and plans. Source: DESIGN words; science.md 0."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Week
from hybridtui.domain.units import Load


class Kind(StrEnum):
    """What a workout or session is."""

    RUN = "run"
    STRENGTH = "strength"
    HYBRID = "hybrid"
    COMBO = "combo"
    RECOVERY = "recovery"
    OTHER = "other"
    """Another sport (cycling, rowing ...): kept, but neither run nor strength."""


class StepKind(StrEnum):
    """What the guide asks for at one step."""

    WARMUP = "warmup"
    SET = "set"
    HOLD = "hold"
    INTERVAL = "interval"
    RECOVERY = "recovery"
    STATION = "station"
    COOLDOWN = "cooldown"


class Form(StrEnum):
    """How the clock leads through the steps of one group, where it is not work and rest by seconds."""

    AMRAP = "amrap"
    """As many rounds as possible within ``Step.block_s``."""
    EMOM = "emom"
    """A station begins every ``Step.block_s`` (usually on the minute); what is left of it is rest."""


ENGINE = "2"
"""Version of the engine that drafts plans; stored with every plan it makes."""

RACE = "race"
"""Subtype of the run that a plan leads up to."""


class Phase(StrEnum):
    """Where in a plan a week lies (C.9)."""

    BASE = "base"
    BUILD = "build"
    PEAK = "peak"
    TAPER = "taper"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Why:
    """One reason for a prescription: a rule of science.md by its id, and a sentence."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of a workout: sets of an exercise, a hold, a stretch of running.

    ``sets`` sets of it follow one another with ``rest_s`` between them. Reps and
    seconds are per side if ``per_side``. The load is a suggestion; the target on the
    day is derived from the log (progression.next_target).
    """

    kind: StepKind
    title: str
    exercise: str | None = None
    """Id in exercises.csv or of an own exercise."""
    sets: int = 1
    reps: int | None = None
    reps_max: int | None = None
    """Top of the range, where reps is its bottom."""
    seconds: int | None = None
    load: Load | None = None
    rpe: float | None = None
    rest_s: int = 0
    tempo: str | None = None
    """Lowering-pause-lifting-pause, such as ``3-1-1-0`` (B.7)."""
    distance_m: float | None = None
    pace_s_per_km: float | None = None
    zone: str | None = None
    """E, M, T, I or R (C.2)."""
    group: int | None = None
    """Steps with the same number form one circuit or superset."""
    per_side: bool = False
    form: Form | None = None
    """Of a group: AMRAP or EMOM; None: straight sets, a superset, or work and rest by seconds."""
    block_s: int = 0
    """Seconds of the whole AMRAP, or from one start of an EMOM to the next; 0 without a form."""
    aims: tuple[int, ...] = ()
    """Reps to aim at on the day, set by set, within ``reps`` to ``reps_max`` (B.4); empty: ``reps``."""
    why: tuple[Why, ...] = ()

    @property
    def logs_sets(self) -> bool:
        """True if what is done here is logged as sets (not runs, not a mere tick)."""
        return self.kind in (StepKind.SET, StepKind.HOLD, StepKind.STATION)

    @property
    def is_lift(self) -> bool:
        """True if it is lifted or held set by set, with the athlete's own pause between: no station."""
        return self.kind in (StepKind.SET, StepKind.HOLD)

    @property
    def is_run(self) -> bool:
        """True if what is done here is logged as running."""
        return self.kind is StepKind.INTERVAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Workout:
    """One planned workout on one day."""

    id: str
    day: date
    kind: Kind
    subtype: str
    """easy, long, runwalk, ... or SF, SL, SU, SA, SB, SC, circuit (science 0, F.4)."""
    title: str
    minutes: int
    """Estimated length, warm-up and cool-down included."""
    run_minutes: int
    strength_minutes: int
    steps: tuple[Step, ...]
    slot: str = "am"
    hard: bool = False
    leg_heavy: bool = False
    long: bool = False
    level: int | None = None
    """Of a circuit, 1-3."""
    purpose: str = ""
    """One sentence: what this workout is for."""
    why: tuple[Why, ...] = ()
    moved_from: date | None = None
    """Where it was drafted, if the athlete put it elsewhere."""
    because: str = ""
    """The athlete's reason for a move that breaks a rule."""

    @property
    def is_race(self) -> bool:
        """True for the race itself: its minutes never count for the balance (I.14)."""
        return self.subtype == RACE


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWeek:
    """Seven days of a plan."""

    number: int
    week: Week
    phase: Phase
    deload: bool
    workouts: tuple[Workout, ...]
    """In order of day and slot."""
    cost: float = 0.0
    """Soft cost of the placement (E.4)."""

    @property
    def run_minutes(self) -> int:
        """Planned minutes of running, halves of hybrids included, a race left out (I.14)."""
        return sum(w.run_minutes for w in self.workouts if not w.is_race)

    @property
    def strength_minutes(self) -> int:
        """Planned minutes of strength, halves of hybrids included."""
        return sum(w.strength_minutes for w in self.workouts)

    def on(self, day: date) -> tuple[Workout, ...]:
        """Return the workouts of one day."""
        return tuple(w for w in self.workouts if w.day == day)


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A rule the planner had to bend, in words, and the weeks it did so in."""

    rule: str
    text: str
    weeks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a plan breaks on a day, in a sentence."""

    rule: str
    day: date
    text: str
    hard: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What the log, or the athlete, changed about a plan from one of its weeks on.

    A plan drafted with the same answers and the same corrections is the same plan.
    """

    week: int
    """Number of the first week that it applies to."""
    base: int | None = None
    """Run minutes that this week holds, and later ones build on: a restart, or a week held (C.6.6)."""
    longest: int | None = None
    """Longest run of the 30 days before, minutes, in place of what was planned (C.6.4)."""
    runwalk: int | None = None
    """Week of the run/walk programme to do now (C.8)."""
    lighter: bool = False
    """True if this week is made a lighter one (R25)."""
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """An exercise that the athlete took in place of another, or, if they are the same, slower (R28, R29)."""

    old: str
    new: str
    day: date
    """From this day on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A drafted or adopted plan, with the athlete it was made for and what it had to bend."""

    id: str
    engine: str
    """Version of the engine that made it."""
    athlete: Athlete
    start: date
    weeks: tuple[PlannedWeek, ...]
    relaxed: tuple[Relaxed, ...] = ()
    breaches: tuple[Breach, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """What its weeks were redrafted with since it was adopted, in order of weeks."""
    swaps: tuple[Swap, ...] = ()
    """Exercises that the athlete exchanged, in the order it was done."""
    fitted: str = ""
    """What of the log its corrections were derived from, in short: the same again means nothing to do."""
    dropped: tuple[str, ...] = ()
    """Workouts that the athlete took out, by first day and kind (``2026-03-08 run``): not to be drafted again."""

    @property
    def workouts(self) -> tuple[Workout, ...]:
        """All workouts, in order of week, day and slot."""
        return tuple(workout for week in self.weeks for workout in week.workouts)

    def workout(self, workout_id: str | None) -> Workout | None:
        """Return the workout of an id; None: it is not, or no longer, in the plan."""
        return next((workout for workout in self.workouts if workout.id == workout_id), None)

    def week_of(self, day: date) -> PlannedWeek | None:
        """Return the planned week that holds ``day``, if any."""
        wanted = Week.of(day)
        return next((w for w in self.weeks if w.week == wanted), None)
