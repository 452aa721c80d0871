"""The ranges that no value in the log may leave, as CHECK constraints and in words.

Source: reliability.md 3. The importers and the entry line refuse earlier and say more;
these catch what they missed. Infinity is out of every range.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint

RANGES = {
    "weight": "a weight is 0 to 1,000 kg",
    "body_weight": "a body weight is more than 0 and at most 500 kg",
    "reps": "reps are 0 to 1,000",
    "rpe": "an RPE is 0 to 10",
    "time": "a time is 0 seconds to 7 days",
    "distance": "a distance is more than 0 and at most 1,000 km",
    "heart_rate": "a heart rate is 20 to 250 beats a minute",
    "date": "a date is 1970 to 2199",
    "ascent": "an ascent is 0 to 100,000 m",
    "level": "a circuit's level is 1 to 3",
    "item": "an answer about how you are is 1 to 5",
    "sleep": "hours of sleep are 0 to 24",
    "pain": "pain is 0 to 10",
    "order": "an order starts at 0",
    "sum": "a sum is 0 to 1,000,000,000",
    "name": "a name has at most 200 characters",
    "note": "a note has at most 2,000 characters",
}
"""What a broken CHECK means, in words, by the last part of its name."""

_WEEK_S = 7 * 24 * 3600


def check(kind: str, column: str, condition: str) -> CheckConstraint:
    """Return a CHECK whose name ends with the kind of value, a key of RANGES."""
    return CheckConstraint(condition, name=f"{column}__{kind}")


def between(kind: str, column: str, low: int, high: int) -> CheckConstraint:
    """Keep a column between two values, both allowed."""
    return check(kind, column, f"{column} BETWEEN {low} AND {high}")


def seconds(column: str) -> CheckConstraint:
    """Keep a duration within a week."""
    return between("time", column, 0, _WEEK_S)


def metres(column: str) -> CheckConstraint:
    """Keep a distance above nothing and within 1,000 km."""
    return check("distance", column, f"{column} > 0 AND {column} <= 1000000")


def heart_rate(column: str) -> CheckConstraint:
    """Keep a heart rate (beats a minute) within what hearts do."""
    return between("heart_rate", column, 20, 250)


def day(column: str) -> CheckConstraint:
    """Keep an ISO date between 1970 and 2199."""
    return check("date", column, f"{column} >= '1970-01-01' AND {column} < '2200-01-01'")


def length(kind: str, column: str, most: int) -> CheckConstraint:
    """Keep a text within ``most`` characters."""
    return check(kind, column, f"length({column}) <= {most}")
