"""Best times over usual distances, the longest run and the fastest. A product decision where not said otherwise.

No splits are stored, so a time over 5 km is known only of a race of 5 km; of a longer
stretch it is that of its mean pace, and the athlete was ``at most`` that slow.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hybridtui.domain.bests import PACED_FROM_M
from hybridtui.domain.mileage.courses import FIVE_K, HALF, NEAR, TEN_K, Course
from hybridtui.domain.mileage.stretch import Stretch

DISTANCES = (Course(1000.0, "1 km"), FIVE_K, TEN_K, HALF)
"""What a best time is told of."""

NEW = timedelta(days=28)
"""A best of the last four weeks is new."""


class Feat(StrEnum):
    """What else there is a best of."""

    LONGEST = "longest run"
    FASTEST = "fastest pace"


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """One best, and the stretch it is of."""

    of: Course | Feat
    seconds: float
    """The time over the distance; of a feat, that of the stretch."""
    metres: float
    """The distance; of a feat, that of the stretch."""
    exact: bool
    """False: the stretch was longer, and its mean pace tells the time, at most."""
    stretch: Stretch
    is_new: bool = False
    """True if it fell in the last four weeks."""


def best_time(course: Course, stretch: Stretch) -> tuple[float, bool] | None:
    """Return the seconds over a distance that a stretch is known for, and whether exactly; None if it was shorter.

    A race or time trial within one per cent of the distance was over it: a watch is no tape measure.
    """
    if stretch.metres is None:
        return None
    if stretch.raced and abs(stretch.metres - course.metres) <= NEAR * course.metres:
        return stretch.seconds, True
    if stretch.metres < course.metres:
        return None
    return stretch.seconds * course.metres / stretch.metres, stretch.metres == course.metres


def best_of(of: Course | Feat, stretch: Stretch, today: date) -> Best | None:
    """Return the best that a stretch is; None if it says nothing of it."""
    if stretch.metres is None:
        return None
    is_new = timedelta(0) <= today - stretch.day < NEW
    if isinstance(of, Feat):
        if of is Feat.FASTEST and stretch.metres < PACED_FROM_M:
            return None
        return Best(of=of, seconds=stretch.seconds, metres=stretch.metres, exact=True, stretch=stretch, is_new=is_new)
    found = best_time(of, stretch)
    if found is None:
        return None
    seconds, exact = found
    return Best(of=of, seconds=seconds, metres=of.metres, exact=exact, stretch=stretch, is_new=is_new)
