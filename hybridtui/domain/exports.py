"""An export as values: which format is asked for, and what was written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ExportFormat(StrEnum):
    """What a log can be written as."""

    JSON = "json"
    """Everything, loss-free: reads back into an equal log."""
    CSV = "csv"
    """Two tables, sessions and sets, in SI units."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What an export wrote."""

    format: ExportFormat
    files: tuple[str, ...] = ()
    """Paths as they were written; empty if it went to the standard output."""
    sessions: int = 0
    size: int = 0
    """Bytes in all."""
