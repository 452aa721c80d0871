"""What was done: sessions with their sets, runs and ticked or skipped steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from hybridtui.domain.calendar import Moment
from hybridtui.domain.flags import TIME_ASSUMED
from hybridtui.domain.units import Distance, Load
from hybridtui.domain.workout import Kind, Step


class SetKind(StrEnum):
    """What a set was; warm-up sets never count as hard sets (science.md 0)."""

    WORKING = "working"
    WARMUP = "warmup"
    DROP = "drop"
    FAILURE = "failure"


class Side(StrEnum):
    """Which side a one-sided set was done on, if only one."""

    LEFT = "left"
    RIGHT = "right"


class Status(StrEnum):
    """Whether a session still runs."""

    OPEN = "open"
    FINISHED = "finished"


class Source(StrEnum):
    """Where a session came from."""

    APP = "app"
    STRONG = "strong"
    HEVY = "hevy"
    FITNOTES = "fitnotes"
    LIFTOSAUR = "liftosaur"
    STRONGLIFTS = "stronglifts"
    FIT = "fit"
    TCX = "tcx"
    GPX = "gpx"
    GARMIN = "garmin"
    """Garmin's list of activities, as CSV or from an account export: no track of its own."""
    STRAVA = "strava"
    """Strava's list of activities: no track of its own."""
    APPLE = "apple"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSet:
    """One set as it was done. Zero reps and zero seconds: a failed set, kept, no volume."""

    id: str
    position: int
    """Order within the session; never by clock."""
    exercise: str
    kind: SetKind = SetKind.WORKING
    load: Load | None = None
    """External load; None: bodyweight only, or none."""
    bodyweight: bool = False
    """True for ``bw+10x5``: the load comes on top of the body's weight."""
    reps: int | None = None
    seconds: float | None = None
    distance: Distance | None = None
    """Of a carry, or of what was rowed or cycled beside lifts."""
    rpe: float | None = None
    side: Side | None = None
    per_side: bool = False
    """True if reps or seconds were done on each side."""
    step: int | None = None
    """Index of the session's step it was done at; None: outside the plan."""
    set_number: int | None = None
    """Which set of that step, from 1."""
    logged_at: datetime | None = None
    """UTC; None where a file does not say."""
    rest_s: int | None = None
    """Rest after this set, seconds."""
    unconfirmed: bool = False
    """True if a watch guessed the exercise."""
    note: str = ""

    @property
    def sides(self) -> int:
        """2 if done on each side, else 1."""
        return 2 if self.per_side and self.side is None else 1

    @property
    def volume_kg(self) -> float:
        """Kilograms times repetitions, both sides; 0 without a load or reps."""
        if self.load is None or not self.reps:
            return 0.0
        return self.load.kg * self.reps * self.sides

    @property
    def on_body(self) -> bool:
        """True if a load came on top of the body: what was moved depends on its weight, too."""
        return self.bodyweight and self.load is not None

    @property
    def failed(self) -> bool:
        """True if the set was tried and nothing came of it."""
        return not self.reps and not self.seconds and self.distance is None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEntry:
    """A stretch of running (or of another sport with a distance) within a session."""

    id: str
    position: int
    subtype: str = "easy"
    sport: str = "run"
    """``run``, or another sport: then it is no run minute."""
    distance: Distance | None = None
    seconds: float = 0.0
    """Timer time, pauses taken out."""
    elapsed_s: float | None = None
    avg_hr: int | None = None
    max_hr: int | None = None
    hr_computed: bool = False
    """True if avg_hr was computed from records, not read from the summary."""
    ascent_m: float | None = None
    rpe: float | None = None
    step: int | None = None
    set_number: int | None = None
    logged_at: datetime | None = None
    rest_s: int | None = None
    note: str = ""


class MarkKind(StrEnum):
    """How a step without a set of its own ended."""

    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMark:
    """A step (or one set of it) that was ticked off or skipped."""

    id: str
    step: int
    set_number: int
    kind: MarkKind
    at: datetime


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch in which a session stood still: its rest and its clock too."""

    began: datetime
    """UTC."""
    ended: datetime | None = None
    """None: it still lasts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One training session, open or finished.

    ``run_s``, ``strength_s``, ``other_s``, ``tonnage_kg`` and ``load_au`` are stored
    when it is saved, so that history is one cheap sum (DESIGN 4).
    """

    id: str
    kind: Kind
    title: str
    status: Status
    started: Moment
    ended: Moment | None = None
    subtype: str = ""
    sport: str = ""
    """For Kind.OTHER: which sport."""
    level: int | None = None
    """Of a circuit, 1-3."""
    workout_id: str | None = None
    steps: tuple[Step, ...] = ()
    """The steps being followed, with the targets of the day."""
    sets: tuple[LoggedSet, ...] = ()
    runs: tuple[RunEntry, ...] = ()
    marks: tuple[StepMark, ...] = ()
    pauses: tuple[Pause, ...] = ()
    """When it stood still, in order; only the last may last on."""
    rpe: float | None = None
    """Of the whole session, 0-10."""
    run_s: float = 0.0
    strength_s: float = 0.0
    other_s: float = 0.0
    tonnage_kg: float = 0.0
    load_au: float = 0.0
    load_estimated: bool = True
    """True if the load rests on a default RPE (D.1)."""
    avg_hr: int | None = None
    source: Source = Source.APP
    batch_id: str | None = None
    fingerprint: str | None = None
    """Tells an imported session again; unique in the store."""
    flags: tuple[str, ...] = ()
    """Plain words: ``recovered``, ``zone assumed``, ``checksum wrong`` ..."""
    note: str = ""
    original: str | None = None
    """SHA-256 (hex) of the file that told it, as it lies unchanged in the store; None if it is not kept."""
    same_as: str | None = None
    """The record of the same workout that counts in place of this one; told by the store."""
    lent_rpe: float | None = None
    """RPE that another record of the same workout knows and this one does not; told by the store."""
    lent_load_au: float | None = None
    """Load with the lent RPE, which counts in place of ``load_au``; told by the store."""
    lent_hr: int | None = None
    """Mean heart rate that another record knows and this one does not; told by the store."""

    @property
    def counted_load_au(self) -> float:
        """The load that counts: with the effort of another record of the same workout, if it lacks its own."""
        return self.load_au if self.lent_load_au is None else self.lent_load_au

    @property
    def counted_load_estimated(self) -> bool:
        """True if the load that counts rests on a default effort."""
        return self.load_estimated and self.lent_load_au is None

    @property
    def total_s(self) -> float:
        """Whole length in seconds."""
        return self.run_s + self.strength_s + self.other_s

    @property
    def is_paused(self) -> bool:
        """True while it stands still."""
        return bool(self.pauses) and self.pauses[-1].ended is None

    def going_on(self, now: datetime) -> Session:
        """Return it with the pause that lasts ended at the UTC time ``now``; it does not last less than nothing."""
        if not self.is_paused:
            return self
        last = self.pauses[-1]
        return replace(self, pauses=(*self.pauses[:-1], replace(last, ended=max(last.began, now))))

    def reopened(self, now: datetime) -> Session:
        """Return a finished session running again at the UTC time ``now``; the time since its end is a pause of it.

        Its length was told without its pauses, so it ended later than that by them.
        """
        stood = sum((pause.ended - pause.began for pause in self.pauses if pause.ended is not None), timedelta())
        since = self.ended.utc + stood if self.ended is not None else now
        return replace(
            self,
            status=Status.OPEN,
            ended=None,
            pauses=(*self.pauses, Pause(since, now)) if since < now else self.pauses,
            run_s=0.0,
            strength_s=0.0,
            other_s=0.0,
            tonnage_kg=0.0,
            load_au=0.0,
            load_estimated=True,
        )

    def in_log_of(self, other: Session | None) -> Session:
        """Return it with what a log file alone knows of a session as it is with ``other``; without any if that is None.

        A copy of a session comes into a log without it, and takes the place of the one there with it.
        """
        known = {name: getattr(other, name, None) for name in OF_ONE_LOG}
        return replace(self, **known)  # type: ignore[arg-type]  # they are fields of a session, and may be None

    def begun_at(self, local: datetime) -> Session:
        """Return the same session begun when its clock said ``local``: as long, with the same entries."""
        began = self.started.when_clock_says(local)
        ended = self.ended.later(began.utc - self.started.utc) if self.ended is not None else None
        flags = tuple(flag for flag in self.flags if flag != TIME_ASSUMED)
        return replace(self, started=began, ended=ended, flags=flags)


OF_ONE_LOG = ("batch_id", "original", "same_as", "lent_rpe", "lent_load_au", "lent_hr")
"""Fields that tell how a session came into one log file, and what its other records there lend it; None elsewhere."""
