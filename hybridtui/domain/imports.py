"""An import as values: what is asked for, and what came of it, file by file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hybridtui.domain.session import Session
from hybridtui.domain.units import DistanceUnit, Load, WeightUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What files may leave unsaid."""

    weight_unit: WeightUnit | None = None
    """For files that do not name theirs; None: they are refused with a question."""
    distance_unit: DistanceUnit | None = None
    """For files that do not name theirs; None: the athlete's, else kilometres."""
    zone: str | None = None
    """IANA name for files without a zone; None: the clock's."""
    dry_run: bool = False
    """True: read and report, write nothing."""


@dataclass(frozen=True, slots=True)
class Batch:
    """One import, undone as a whole."""

    id: str
    label: str
    """What was imported, for the undo toast: ``import of strong.csv``."""
    source: str
    """The sources in it, such as ``strong`` or ``fit, strong``."""


WHOLE_FILE = "file"
"""Where a refusal lies that concerns all of a file."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was left out, and why."""

    where: str
    """``line 57``, ``session 2``, ``set 3``, or WHOLE_FILE."""
    reason: str


@dataclass(frozen=True, slots=True)
class UnitQuestion:
    """A weight that shows what each answer would mean, for a file that does not name its unit."""

    exercise: str
    """As the file names it: its heaviest squat, or else its heaviest set."""
    value: float
    likely: WeightUnit | None = None
    """The unit the numbers themselves speak for, if they do."""

    @property
    def in_kg(self) -> Load:
        """The weight if the file is in kilograms."""
        return Load(self.value, WeightUnit.KG)

    @property
    def in_lb(self) -> Load:
        """The weight if the file is in pounds."""
        return Load(self.value, WeightUnit.LB)

    def __str__(self) -> str:
        return f"The file does not say kg or lb: your best {self.exercise} would be {self.in_kg} or {self.in_lb}."


class FileStatus(StrEnum):
    """How a file fared."""

    IMPORTED = "imported"
    """All of it is new, or new and known."""
    PARTIAL = "partial"
    """Some of it is new, and some of it was refused."""
    KNOWN = "known"
    """Nothing new: every session that could be read is in the log already."""
    REFUSED = "refused"
    """Nothing of it could be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkoutLine:
    """One session of a file in short, known ones included."""

    start: str
    """ISO 8601, local time with its offset."""
    kind: str
    distance_m: float | None
    """Of runs and other sports; None where there is none."""
    seconds: float
    """Timer time: pauses taken out where the file tells."""
    avg_hr: int | None
    sets: int
    """All sets, warm-ups and failed ones included."""
    reps: int
    volume_kg: float

    @classmethod
    def of(cls, session: Session) -> WorkoutLine:
        """Sum a session up."""
        metres = sum(run.distance.metres for run in session.runs if run.distance is not None)
        return cls(
            start=session.started.local.isoformat() + _offset(session.started.offset_s),
            kind=session.kind.value,
            distance_m=round(metres, 2) if metres else None,
            seconds=round(session.total_s, 3),
            avg_hr=session.avg_hr,
            sets=len(session.sets),
            reps=sum(logged.reps or 0 for logged in session.sets),
            volume_kg=round(sum(logged.volume_kg for logged in session.sets), 3),
        )

    def as_json(self) -> dict[str, object]:
        """Return the line as JSON writes it."""
        return {
            "start": self.start,
            "kind": self.kind,
            "distance_m": self.distance_m,
            "seconds": self.seconds,
            "avg_hr": self.avg_hr,
            "sets": self.sets,
            "reps": self.reps,
            "volume_kg": self.volume_kg,
        }


def _offset(seconds: int) -> str:
    sign, rest = ("-", -seconds) if seconds < 0 else ("+", seconds)
    hours, minutes = divmod(rest // 60, 60)
    return f"{sign}{hours:02d}:{minutes:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
    """What came of one file; ``new`` and ``known`` count sessions."""

    file: str
    status: FileStatus
    new: int = 0
    known: int = 0
    refused: tuple[Refusal, ...] = ()
    warnings: tuple[str, ...] = ()
    workouts: tuple[WorkoutLine, ...] = ()
    question: UnitQuestion | None = None
    """Asked before the file can be imported; not part of the JSON."""

    def as_json(self) -> dict[str, object]:
        """Return the report as JSON writes it."""
        return {
            "file": self.file,
            "status": self.status.value,
            "new": self.new,
            "known": self.known,
            "refused": [{"where": refusal.where, "reason": refusal.reason} for refusal in self.refused],
            "warnings": list(self.warnings),
            "workouts": [workout.as_json() for workout in self.workouts],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What came of an import; the counts are what it added (or, in a dry run, would add)."""

    files: tuple[FileReport, ...] = ()
    sessions: int = 0
    """Runs are sessions too."""
    sets: int = 0
    """All sets, warm-ups and failed ones included."""
    runs: int = 0
    """Stretches of running; other sports are none."""
    others: int = 0
    """Stretches of other sports; not part of the JSON."""
    first: str | None = None
    """Civil date of the oldest new session."""
    last: str | None = None
    """Civil date of the newest new session."""
    own_exercises: tuple[str, ...] = ()
    """Names that matched none of the library's and were kept as the athlete's own."""

    @property
    def refused(self) -> bool:
        """True if any file was refused as a whole."""
        return any(file.status is FileStatus.REFUSED for file in self.files)

    @property
    def question(self) -> UnitQuestion | None:
        """The first question that a file asks, if one does."""
        return next((file.question for file in self.files if file.question is not None), None)

    def as_json(self) -> dict[str, object]:
        """Return the report as ``import --json`` writes it."""
        return {
            "files": [file.as_json() for file in self.files],
            "sessions": self.sessions,
            "sets": self.sets,
            "runs": self.runs,
        }


def count_stretches(sessions: Iterable[Session]) -> tuple[int, int]:
    """Count the stretches of running in sessions, and those of other sports."""
    sports = [run.sport for session in sessions for run in session.runs]
    runs = sports.count("run")
    return runs, len(sports) - runs
