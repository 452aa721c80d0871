"""The estimated one-repetition maximum. Source: science.md B.1, B.2.

An estimate, never a promise: sets of more than 12 reps, or with so much left that
they might have been, give none.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from hybridtui.domain.session import LoggedSet, SetKind
from hybridtui.domain.units import round_half_up

MOST_REPS = 12
"""Most reps, left ones included, that an estimate may rest on (B.1)."""

EASIEST_RPE = 6.0
"""Below it, how many reps were left is a poor guess (B.2)."""

CHART = "rpe chart"
"""Names the chart of B.2 as what an estimate was made with."""

FORMULAS: dict[str, Callable[[float, int], float]] = {
    "epley": lambda w, r: w if r == 1 else w * (1 + r / 30),
    "brzycki": lambda w, r: 36 * w / (37 - r),
    "lombardi": lambda w, r: w * r**0.10,
    "mayhew": lambda w, r: 100 * w / (52.2 + 41.9 * math.exp(-0.055 * r)),
    "oconner": lambda w, r: w if r == 1 else w * (1 + r / 40),
    "wathan": lambda w, r: 100 * w / (48.8 + 53.8 * math.exp(-0.075 * r)),
    "lander": lambda w, r: 100 * w / (101.3 - 2.67123 * r),
}
"""Weight and reps to failure to e1RM, by name, as published (B.1)."""

_PERCENT_BY_REPS = (
    100.0, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0, 65.3, 62.6, 59.9, 57.2,
)  # fmt: skip
"""Percent of 1RM for n = reps done and left, from n = 1 (B.2)."""


@dataclass(frozen=True, slots=True)
class E1RM:
    """An estimated maximum."""

    kg: float
    formula: str
    """A key of FORMULAS, or CHART."""
    at_least: bool
    """True if it is not known how many reps were left: shown with a ≥."""

    @property
    def formula_name(self) -> str:
        """What it was made with, as people know it: ``Epley``, ``RPE chart``."""
        return "RPE chart" if self.formula == CHART else self.formula.capitalize()


class Without(StrEnum):
    """Why a set gives no estimate, in words; of the best set first."""

    UNKNOWN_BODY = "your body weight is not known"
    EASY = "RPE below 6"
    MANY = "more than 12 reps, those left included"
    UNCOUNTED = "no repetitions counted"
    NO_LOAD = "no load added"
    WARM_UP = "warm-ups only"


def percent(reps: int, rpe: float) -> float | None:
    """Return the share of 1RM of ``reps`` at ``rpe``, to 3 decimals; None outside the chart.

    >>> percent(5, 8), percent(1, 9.5), percent(10, 6.5), percent(13, 8)
    (0.811, 0.978, 0.64, None)
    """
    if not (1 <= reps <= MOST_REPS and EASIEST_RPE <= rpe <= 10):
        return None
    below, part = divmod(reps + 10 - rpe, 1)
    lower = _PERCENT_BY_REPS[int(below) - 1]
    upper = _PERCENT_BY_REPS[int(below)] if part else lower
    # One decimal more than the table, so that a half is a half and rounds up as the chart prints it.
    return round_half_up(round(lower + (upper - lower) * part, 6) * 10) / 1000


def by_chart(load_kg: float, reps: int, rpe: float) -> float | None:
    """Return the maximum that the RPE chart gives; None outside the chart.

    >>> round(by_chart(225, 5, 8), 1)
    277.4
    """
    share = percent(reps, rpe)
    return load_kg / share if share else None


def by_formula(load_kg: float, reps: int, formula: str = "epley") -> float:
    """Return the maximum by one formula, for a set to failure of 1 to 12 reps; one rep is its own maximum.

    >>> round(by_formula(100, 5), 3), by_formula(100, 1)
    (116.667, 100)
    """
    return load_kg if reps == 1 else FORMULAS[formula](load_kg, reps)


def estimate(
    load_kg: float,
    reps: int,
    rpe: float | None = None,
    formula: str = "epley",
    *,
    to_failure: bool = False,
    bodyweight_kg: float = 0.0,
) -> E1RM | None:
    """Estimate the maximum from one set: by the chart if its RPE is known, else by ``formula``.

    None where no honest estimate is possible. With ``bodyweight_kg`` (weighted
    pull-ups) the load comes on top of the body, and so does the answer.

    >>> estimate(100, 5)
    E1RM(kg=116.66666666666667, formula='epley', at_least=True)
    """
    moved = load_kg + bodyweight_kg
    if reps < 1 or reps > MOST_REPS or load_kg <= 0:
        return None
    if rpe is None:
        return E1RM(by_formula(moved, reps, formula) - bodyweight_kg, formula, not to_failure)
    maximum = by_chart(moved, reps, rpe)
    if maximum is None or reps + 10 - rpe > MOST_REPS:
        return None
    return E1RM(maximum - bodyweight_kg, CHART, at_least=False)


def judged(
    kind: SetKind,
    load_kg: float | None,
    reps: int | None,
    rpe: float | None = None,
    *,
    on_body: bool = False,
    bodyweight_kg: float | None = None,
) -> E1RM | Without:
    """Return the estimate of one set, or why there is none (B.1, B.2).

    Args:
        kind: What the set was: a warm-up says nothing, one to failure left no reps.
        load_kg: External load; None: none.
        reps: None or 0: none were counted, or it failed.
        rpe: None: not told.
        on_body: True if the load came on top of the body, as in weighted pull-ups.
        bodyweight_kg: Of that day; None: not known.

    >>> judged(SetKind.WORKING, 100, 13), judged(SetKind.FAILURE, 100, 1)
    (<Without.MANY: 'more than 12 reps, those left included'>, E1RM(kg=100.0, formula='epley', at_least=False))
    """
    if without := _without(kind, load_kg, reps, known=not on_body or bodyweight_kg is not None):
        return without
    failure = kind is SetKind.FAILURE
    body = (bodyweight_kg or 0.0) if on_body else 0.0
    found = estimate(load_kg or 0.0, reps or 0, rpe, to_failure=failure, bodyweight_kg=body)
    if found is not None:
        return found
    return Without.EASY if rpe is not None and rpe < EASIEST_RPE else Without.MANY


def _without(kind: SetKind, load_kg: float | None, reps: int | None, *, known: bool) -> Without | None:
    if kind is SetKind.WARMUP:
        return Without.WARM_UP
    if not load_kg or load_kg <= 0:
        return Without.NO_LOAD
    if not reps:
        return Without.UNCOUNTED
    return None if known else Without.UNKNOWN_BODY


def of_set(logged: LoggedSet, bodyweight_kg: float | None = None) -> E1RM | None:
    """Estimate from a logged set; None for warm-ups, timed sets and bodyweight alone (B.1)."""
    load_kg = logged.load.kg if logged.load is not None else None
    found = judged(
        logged.kind,
        load_kg,
        logged.reps,
        logged.rpe,
        on_body=logged.bodyweight,
        bodyweight_kg=bodyweight_kg,
    )
    return found if isinstance(found, E1RM) else None
