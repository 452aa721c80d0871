"""What the log knows of an exercise and of running: told, and compared with, while it is done."""

from __future__ import annotations

from dataclasses import dataclass

from hybridtui.domain.bests import Bests, RunBests
from hybridtui.domain.history import Exposure
from hybridtui.domain.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownExercise:
    """Of one exercise, before this session."""

    note: str = ""
    """What the athlete wrote about it."""
    bests: Bests
    last: Exposure | None = None
    """The last time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRuns:
    """Of running, before this session."""

    last: Session | None
    """The last run of the same kind."""
    bests: RunBests
