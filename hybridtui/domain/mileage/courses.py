"""The distances that people race, and how far a watch may be off on them."""

from __future__ import annotations

from dataclasses import dataclass

NEAR = 0.01
"""A race that was measured as near as this to a course was on that course (a product decision)."""


@dataclass(frozen=True, slots=True)
class Course:
    """A distance with a name."""

    metres: float
    name: str


FIVE_K = Course(5000.0, "5 km")
TEN_K = Course(10_000.0, "10 km")
HALF = Course(21_097.5, "Half marathon")
MARATHON = Course(42_195.0, "Marathon")

COURSES = (Course(1500.0, "1500 m"), Course(1609.344, "1 mile"), Course(3000.0, "3 km"), FIVE_K, TEN_K,
           Course(15_000.0, "15 km"), HALF, MARATHON)  # fmt: skip


def raced_metres(metres: float) -> float:
    """Return the length of the course that a race was on: a watch tells a marathon as 42.5 km.

    >>> raced_metres(42_500), raced_metres(12_000)
    (42195.0, 12000)
    """
    return next((course.metres for course in COURSES if abs(metres - course.metres) <= NEAR * course.metres), metres)
