"""How many sets a muscle may have in a week: little more than lately, and never too many. Source: science.md R22, B.6."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def highest(weeks: Sequence[Mapping[str, int]]) -> dict[str, int] | None:
    """Return the most sets of each muscle in any of these weeks; None without a week.

    >>> highest([{"quads": 6, "abs": 4}, {"quads": 5, "chest": 3}])
    {'quads': 6, 'abs': 4, 'chest': 3}
    """
    if not weeks:
        return None
    muscles = dict.fromkeys(muscle for week in weeks for muscle in week)
    return {muscle: max(week.get(muscle, 0) for week in weeks) for muscle in muscles}
