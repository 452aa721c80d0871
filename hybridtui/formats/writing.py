"""What the writers of exports are given, and what they hand back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from hybridtui.domain.contents import Contents
from hybridtui.domain.exercises import Exercise
from hybridtui.domain.imports import Original
from hybridtui.domain.session import Session


def none_kept() -> Iterator[Original]:
    """Yield no imported file."""
    return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What is to be written: all of it read from one log."""

    sessions: Callable[[], Iterator[Session]]
    """Sessions with all that is in them, oldest first; those that still run only for a format that loses nothing."""
    contents: Contents
    exercises: Mapping[str, Exercise]
    """The library and the athlete's own, by id."""
    since: date | None
    """Only what is of this day or later is wanted; None: all of it."""
    now: datetime
    """When it is written, aware: by the athlete's clock."""
    originals: Callable[[], Iterator[Original]] = none_kept
    """The imported files."""
    spreadsheet: bool = False
    """True if text that a spreadsheet would take for a formula is to be marked as text."""


@dataclass(frozen=True, slots=True)
class OutFile:
    """One file of an export, its content made as it is written."""

    name: str
    """Without a folder, safe on any disk."""
    parts: Iterable[bytes]


Writer = Callable[[Exported], Iterator[OutFile]]
"""Makes the files of one format: most formats are one file."""
