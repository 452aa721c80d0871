"""What a filter found: which sessions, in which order, and what they amount to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What the sessions found amount to; a record of a workout that another one counts for adds nothing."""

    sessions: int = 0
    """All that were found."""
    counted_elsewhere: int = 0
    """Of them, those whose workout is counted with another record."""
    total_s: float = 0.0
    distance_m: float = 0.0
    load_au: float = 0.0
    estimated: int = 0
    """Of the counted ones, those whose load rests on a default effort."""
    unknown: int = 0
    """Sessions that were left out only because a number that is asked for is not known of them."""


@dataclass(frozen=True, slots=True)
class Found:
    """The sessions that a filter finds, at one moment: a list can be scrolled to any depth by their ids."""

    ids: tuple[str, ...]
    sums: Sums
