"""An export as values: which format is asked for, what each is for, and what was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hybridtui.domain.units import decimal


class ExportFormat(StrEnum):
    """What a log can be written as."""

    JSON = "json"
    """Everything, loss-free: reads back into an equal log."""
    CSV = "csv"
    """Two tables, of sessions and of sets and runs, in SI units."""
    STRONG = "strong"
    """As Strong writes it: what other apps read."""
    HEVY = "hevy"
    """As Hevy writes it: what other apps read."""
    MARKDOWN = "markdown"
    """A log for people."""
    ICS = "ics"
    """The plan, for calendars."""
    FIT = "fit"
    """The workouts of the plan, for a watch: a file each."""
    DAYBOOK = "daybook"
    """Everything as plain text, for people and for git; reads back."""
    ORIGINAL = "original"
    """The imported files, unchanged."""

    @property
    def purpose(self) -> str:
        """What it is for, in a few words."""
        return _PURPOSES[self]

    @property
    def suffix(self) -> str:
        """How the name of its file ends."""
        return _SUFFIXES.get(self, ".zip")

    @property
    def several(self) -> bool:
        """True if it is several files: they are written into a folder or a zip."""
        return self not in _SUFFIXES

    def file_name(self, day: date) -> str:
        """Return the name that a file written on ``day`` usually gets.

        >>> ExportFormat.JSON.file_name(date(2026, 3, 4)), ExportFormat.HEVY.file_name(date(2026, 3, 4))
        ('hybridtui-2026-03-04.json', 'hybridtui-hevy-2026-03-04.csv')
        """
        what = "" if self.suffix == f".{self.value}" else f"{self.value}-"
        return f"hybridtui-{what}{day.isoformat()}{self.suffix}"


_PURPOSES = {
    ExportFormat.JSON: "everything, nothing lost: a backup, or for a new log",
    ExportFormat.CSV: "sessions and sets as tables: for spreadsheets",
    ExportFormat.STRONG: "sets as Strong writes them: for other lifting apps",
    ExportFormat.HEVY: "sets as Hevy writes them: for other lifting apps",
    ExportFormat.MARKDOWN: "a diary by week and month: for reading",
    ExportFormat.ICS: "the workouts of your plan: for a calendar",
    ExportFormat.FIT: "the workouts of your plan: for a watch",
    ExportFormat.DAYBOOK: "everything as plain text: to read, edit, import again",
    ExportFormat.ORIGINAL: "the files that you imported, unchanged",
}
"""Short enough for a line of a dialog on a small screen."""

_SUFFIXES = {
    ExportFormat.JSON: ".json",
    ExportFormat.STRONG: ".csv",
    ExportFormat.HEVY: ".csv",
    ExportFormat.MARKDOWN: ".md",
    ExportFormat.ICS: ".ics",
    ExportFormat.DAYBOOK: ".txt",
}
"""Of the formats that are one file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What an export wrote."""

    format: ExportFormat
    files: tuple[str, ...] = ()
    """Paths as they were written; empty if it went to the standard output."""
    sessions: int = 0
    """Sessions that were written; none if only the plan was."""
    workouts: int = 0
    """Planned workouts that were written as events of a calendar."""
    parts: int = 0
    """Files that were written, those in an archive too."""
    size: int = 0
    """Bytes in all."""
    left_out: str = ""
    """What of the log was left out because it cannot be read, in words; empty: nothing."""

    def as_json(self) -> dict[str, object]:
        """Return the report as ``export --json`` writes it."""
        return {
            "format": self.format.value,
            "files": list(self.files),
            "sessions": self.sessions,
            "workouts": self.workouts,
            "bytes": self.size,
            "left_out": self.left_out,
        }

    @property
    def in_words(self) -> str:
        """How much was written: ``312 sessions, 1.4 MB``, ``1 planned workout, 2 kB``, or ``12 files, 20 kB``."""
        in_archive = self.format.several and len(self.files) == 1 and not self.sessions
        files = self.parts if in_archive else 0
        counts = ((self.sessions, "session"), (self.workouts, "planned workout"), (files, "file"))
        parts = [f"{number:,} {noun if number == 1 else f'{noun}s'}" for number, noun in counts if number]
        return ", ".join((*parts, _size(self.size)))


def _size(size: int) -> str:
    """Return bytes in the unit that leaves the fewest digits.

    >>> _size(999), _size(1_400), _size(25_060_000)
    ('999 bytes', '1 kB', '25.1 MB')
    """
    if size < 1_000:
        return f"{size} bytes"
    return f"{decimal(size / 1e3, 0)} kB" if size < 1_000_000 else f"{decimal(size / 1e6, 1)} MB"
