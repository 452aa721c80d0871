"""An import as values: what is asked for, and what came of it, file by file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hybridtui.domain.session import Session
from hybridtui.domain.unit_questions import DistanceQuestion, UnitQuestion
from hybridtui.domain.units import DistanceUnit, WeightUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What files may leave unsaid."""

    weight_unit: WeightUnit | None = None
    """For files that do not name theirs; None: they are refused with a question."""
    distance_unit: DistanceUnit | None = None
    """For files that do not name theirs; None: the athlete's, else kilometres."""
    zone: str | None = None
    """IANA name for files without a zone; None: the clock's."""
    exercises: Mapping[str, str] = field(default_factory=dict)
    """What names stand for, as the athlete just said: ids of exercises by folded name."""
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


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was imported, byte for byte."""

    sha256: str
    """Of ``data``, as hex: what sessions name it by."""
    name: str
    data: bytes


MOST_LISTED = 1_000
"""Refusals of one file that JSON lists one by one."""

WHOLE_FILE = "file"
"""Where a refusal lies that concerns all of a file."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was left out, and why."""

    where: str
    """``line 57``, ``session 2``, ``set 3``, or WHOLE_FILE."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmatchedName:
    """An exercise of files that the library does not know by that name."""

    folded: str
    """What it is remembered by."""
    name: str
    own_id: str
    """Id of the own exercise that it becomes unless the athlete says what it is."""
    sets: int
    loaded: bool
    """True if any of its sets had a load."""
    guesses: tuple[str, ...]
    """Ids of exercises that it could be, the likeliest first."""

    def as_json(self) -> dict[str, object]:
        """Return the name as JSON writes it."""
        return {"name": self.name, "sets": self.sets, "guesses": list(self.guesses)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the reading of files has come."""

    files: int
    of_files: int
    bytes: int
    of_bytes: int
    sessions: int = 0
    refused: int = 0
    """Files that could not be read."""
    name: str = ""
    """What was read last."""


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
    stands_for: int = 1
    """How many files are told together in it; not part of the JSON."""
    new: int = 0
    known: int = 0
    completed: int = 0
    """Known sessions that the file knows more of: what was missing was added to them."""
    changed: int = 0
    """Sessions of the log that a daybook says otherwise."""
    told_again: int = 0
    """New records of workouts that the log, or this import, has from another source: kept, and counted once."""
    weights: int = 0
    """Body weights of days that had none."""
    beside: tuple[str, ...] = ()
    """What else of a log of ours is added, in words: ``1 plan``, ``3 check-ins``."""
    differences: tuple[str, ...] = ()
    """What a daybook would change, line by line: ``- `` before, ``+ `` after."""
    refused: tuple[Refusal, ...] = ()
    warnings: tuple[str, ...] = ()
    workouts: tuple[WorkoutLine, ...] = ()
    question: UnitQuestion | None = None
    """Asked before the file can be imported; not part of the JSON."""
    distance_question: DistanceQuestion | None = None
    """Asked where somebody can answer: without an answer the file was read as assumed. Not part of the JSON."""

    @property
    def _listed(self) -> tuple[Refusal, ...]:
        more = len(self.refused) - MOST_LISTED
        return (*self.refused[:MOST_LISTED], *((Refusal(WHOLE_FILE, f"{more:,} more"),) if more > 0 else ()))

    def as_json(self) -> dict[str, object]:
        """Return the report as JSON writes it."""
        return {
            "file": self.file,
            "status": self.status.value,
            "new": self.new,
            "known": self.known,
            "completed": self.completed,
            "changed": self.changed,
            "told_again": self.told_again,
            "weights": self.weights,
            "beside": list(self.beside),
            "differences": list(self.differences),
            "refused": [{"where": each.where, "reason": each.reason} for each in self._listed],
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
    unmatched: tuple[UnmatchedName, ...] = ()
    """The same names with what they could be, the most used first."""
    completed: int = 0
    changed: int = 0
    told_again: int = 0
    weights: int = 0
    beside: tuple[str, ...] = ()
    """What else of logs of ours is added, in words."""
    planned: int = 0
    """Workouts of the plan that count as done by the new sessions."""

    @property
    def is_empty(self) -> bool:
        """True if it brings nothing."""
        counted = self.sessions or self.completed or self.changed or self.weights
        return not counted and not self.beside

    @property
    def refused(self) -> bool:
        """True if any file was refused as a whole."""
        return self.refused_files > 0

    @property
    def refused_files(self) -> int:
        """How many files were refused as a whole."""
        return sum(file.stands_for for file in self.files if file.status is FileStatus.REFUSED)

    @property
    def asking(self) -> tuple[FileReport, ...]:
        """The files that leave a unit open."""
        return tuple(file for file in self.files if file.question is not None or file.distance_question is not None)

    def as_json(self) -> dict[str, object]:
        """Return the report as ``import --json`` writes it."""
        return {
            "files": [file.as_json() for file in self.files],
            "sessions": self.sessions,
            "sets": self.sets,
            "runs": self.runs,
            "completed": self.completed,
            "changed": self.changed,
            "told_again": self.told_again,
            "weights": self.weights,
            "beside": list(self.beside),
            "planned": self.planned,
            "unmatched": [name.as_json() for name in self.unmatched],
        }
