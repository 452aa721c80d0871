"""What a placement costs where no rule forbids it. Source: science.md E.4, with the weights of its oracles.

Days are bits, Monday first, and weeks are cyclic: Sunday lies before the next Monday.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hybridtui.domain.load_models import monotony
from hybridtui.domain.plan.sketch import Sketch
from hybridtui.domain.workout import Kind

WEEK = 0b1111111
"""All seven days."""

SAME_MODALITY = 8.0
RUN_AFTER_LEGS = 6.0
LEGS_AFTER_HARD_RUN = 3.0
STRENGTH_GAP = 4.0
RUN_GAP = 2.0
DOUBLE = 12.0
LONG_DAY = 25.0
ADJACENT_REST = 3.0
NO_REST_AFTER_HARD = 2.0
MONOTONY = 10.0
MONOTONY_FROM = 1.5

_EFFORT = {"easy": 3, "strides": 3, "long": 4, "runwalk": 4, "SL": 7, "SC": 4}
_QUALITY_EFFORT = 7
_EFFORT_OF_KIND = {Kind.RUN: 3, Kind.STRENGTH: 6, Kind.HYBRID: 7, Kind.COMBO: 4}


def next_days(days: int) -> int:
    """Return the days after these."""
    return (days << 1 | days >> 6) & WEEK


def effort(sketch: Sketch) -> float:
    """Return the RPE that monotony is judged with before anything is done (E.4)."""
    if sketch.quality:
        return _QUALITY_EFFORT
    if sketch.kind in (Kind.HYBRID, Kind.COMBO):
        return _EFFORT_OF_KIND[sketch.kind]
    return _EFFORT.get(sketch.subtype, _EFFORT_OF_KIND[sketch.kind])


@cache
def unevenness(days: int) -> float:
    """Return the sum of abs(gap - 7/k) over the cyclic gaps of k days; 0 for fewer than two."""
    listed = [day for day in range(7) if days >> day & 1]
    if len(listed) < 2:
        return 0.0
    gaps = [(after - before) % 7 for before, after in zip(listed, listed[1:] + listed[:1], strict=True)]
    return sum(abs(gap - 7 / len(listed)) for gap in gaps)


@cache
def least_unevenness(days: int, count: int) -> float:
    """Return the smallest unevenness that ``count`` days can have, these among them."""
    missing = count - days.bit_count()
    if missing <= 0:
        return unevenness(days)
    return min((least_unevenness(days | 1 << day, count) for day in range(7) if not days >> day & 1), default=0.0)


def pattern_cost(
    *, runs: int, strengths: int, legs: int, longs: int, qualities: int, doubles: int, available: int
) -> float:
    """Return the costs that depend on which days hold what: all of E.4 but ``long`` and ``mono``."""
    used = runs | strengths
    rest = WEEK & ~used
    only_runs, only_strength = runs & ~strengths, strengths & ~runs
    alternation = (only_runs & next_days(only_runs)).bit_count() + (
        only_strength & next_days(only_strength)
    ).bit_count()
    hard = longs | legs
    return (
        SAME_MODALITY * alternation
        + RUN_AFTER_LEGS * (next_days(legs) & runs).bit_count()
        + LEGS_AFTER_HARD_RUN * (next_days(qualities | longs) & legs).bit_count()
        + STRENGTH_GAP * unevenness(strengths)
        + RUN_GAP * unevenness(runs)
        + (DOUBLE * doubles.bit_count() if available & ~used else 0.0)
        + ADJACENT_REST * (rest & next_days(rest)).bit_count()
        + NO_REST_AFTER_HARD * (next_days(hard) & used).bit_count()
    )


def monotony_cost(daily: Sequence[float]) -> float:
    """Return ``mono``: what days that are too much alike cost."""
    return MONOTONY * max(0.0, (monotony(daily) or 0.0) - MONOTONY_FROM)
