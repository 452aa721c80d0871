"""What history shows: light values, made for lists and charts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from hybridtui.domain.calendar import Period
from hybridtui.domain.session import LoggedSet, Source
from hybridtui.domain.workout import Kind

WHOLE_RUNS = (Kind.RUN, Kind.COMBO)
"""Kinds whose minutes and metres run are of one run: half of a circuit's minutes is a convention (science 0)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Sums of one ISO week or one month."""

    period: Period
    run_s: float = 0.0
    strength_s: float = 0.0
    other_s: float = 0.0
    run_m: float = 0.0
    """Metres run."""
    runs: int = 0
    """Sessions with running."""
    strength_sessions: int = 0
    sessions: int = 0
    sets: int = 0
    """All sets, warm-ups included."""
    reps: int = 0
    tonnage_kg: float = 0.0
    run_load_au: float = 0.0
    """Session-RPE load (D.1) of the minutes run; estimates included."""
    strength_load_au: float = 0.0
    other_load_au: float = 0.0
    """Of minutes that are neither: another sport, recovery."""
    run_load_estimated_au: float = 0.0
    """So much of ``run_load_au`` rests on a default effort."""
    strength_load_estimated_au: float = 0.0
    other_load_estimated_au: float = 0.0
    sessions_estimated: int = 0
    """Sessions whose load rests on a default effort."""
    longest_run_s: float = 0.0
    """Of one run or combo; 0 without any."""
    longest_run_m: float = 0.0
    """Of one run or combo; 0 without a distance."""
    planned_run_s: float | None = None
    planned_strength_s: float | None = None

    @property
    def run_minutes(self) -> float:
        """Minutes run."""
        return self.run_s / 60

    @property
    def strength_minutes(self) -> float:
        """Minutes of strength."""
        return self.strength_s / 60

    @property
    def run_share(self) -> float | None:
        """Run share of run and strength minutes; None without either."""
        total = self.run_s + self.strength_s
        return self.run_s / total if total else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """One session as a line of the log."""

    id: str
    local_date: date
    started_local: datetime
    kind: Kind
    title: str
    total_s: float
    run_s: float
    strength_s: float
    distance_m: float
    sets: int
    tonnage_kg: float
    load_au: float
    source: Source
    sport: str = ""
    flags: tuple[str, ...] = ()
    same_as: str | None = None
    """The record of the same workout that counts in place of this one."""
    run_m: float = 0.0
    """Metres run; ``distance_m`` has those of other sports too."""
    rpe: float | None = None
    load_estimated: bool = False
    """True if the load rests on a default effort."""

    @property
    def pace_s_per_km(self) -> float | None:
        """Seconds for a kilometre run; None without one, and in a circuit, whose run minutes are a convention."""
        if self.kind not in WHOLE_RUNS or self.run_m <= 0 or self.run_s <= 0:
            return None
        return self.run_s * 1000 / self.run_m


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """All sets of one exercise in one session, oldest first: what progression looks at."""

    session_id: str
    local_date: date
    sets: tuple[LoggedSet, ...]
    target_reps: int | None = None
    """Bottom of the range that was asked for, if the session followed a plan."""
    target_reps_max: int | None = None
    target_sets: int | None = None
    target_load_kg: float | None = None
    target_rpe: float | None = None
    by_clock: bool = False
    """True if all sets were done at stations (AMRAP, EMOM, rounds): how many says nothing of how many are possible."""
