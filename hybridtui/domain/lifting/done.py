"""What was lifted, as the store adds it up: like sets of a period together, runs by kind. Source: science.md 0."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, TypeVar

from hybridtui.domain.calendar import Period
from hybridtui.domain.session import SetKind, Side
from hybridtui.domain.workout import Kind


class LikeSets(NamedTuple):
    """Sets of one exercise in one period that differ in their loads only.

    A tuple, since ten years hold thousands. They share all that an estimate depends on
    besides the load, so the heaviest of them gives the best one.
    """

    period: Period
    exercise: str
    kind: SetKind
    bodyweight: bool
    """True if the loads came on top of the body."""
    day: date | None
    """Of loads on top of the body: what that weighed changes; else None."""
    reps: int | None
    rpe: float | None
    hard: bool | None
    """None: neither rated nor asked for at an effort (science 0)."""
    sets: float
    """Without failed ones; a set of one side only is half a set: the other half is that of the other side."""
    heaviest_kg: float | None
    tonnage_kg: float
    """Kilograms times repetitions, both sides."""
    one_sided: int
    """How many were logged for one side."""

    @property
    def working(self) -> bool:
        """True if they were no warm-ups."""
        return self.kind is not SetKind.WARMUP


class RunPart(NamedTuple):
    """Running of one kind in one period."""

    period: Period
    kind: Kind
    """Of the sessions: in a circuit it is brisk, in a combo easy."""
    subtype: str
    minutes: float


PartT = TypeVar("PartT", LikeSets, RunPart)


def by_period(parts: Iterable[PartT]) -> dict[Period, list[PartT]]:
    """Return the parts of each period; those of one follow one another, as the store adds them up."""
    found: dict[Period, list[PartT]] = {}
    for period, of_period in groupby(parts, key=attrgetter("period")):
        found.setdefault(period, []).extend(of_period)
    return found


class SideBest(NamedTuple):
    """The best that one side did of an exercise in one session."""

    session_id: str
    day: date
    exercise: str
    side: Side
    kg_reps: float | None
    """Most kilograms times repetitions of a set; None without a load."""
    reps: int | None
    seconds: float | None


class Lifted(NamedTuple):
    """One kind of set that an exercise was ever done with: what records are read from."""

    exercise: str
    bodyweight: bool
    value: float | None
    """Load as it was entered; None: none."""
    unit: str | None
    kg: float | None
    rpe: float | None
    reps: int | None
    kind: SetKind
    day: date | None
    """Of loads on top of the body: what that weighed changes; else None, and the store is asked."""
