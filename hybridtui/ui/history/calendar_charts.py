"""The calendar's numbers over time: workouts kept, and the body weight. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from statistics import fmean

from hybridtui.domain.body_weight import BodyWeight
from hybridtui.domain.calendar import Period
from hybridtui.domain.days import WeekKept
from hybridtui.domain.units import WeightUnit, round_half_up
from hybridtui.ui.charts.data import ChartData, Fold, Role, Series, Shape

BETWEEN = 3
"""Weeks or months in a row without a weight that a line goes on over: who weighs now and then sees a trend too."""


def kept_chart(weeks: Sequence[WeekKept], current: Period) -> ChartData:
    """Return how many planned workouts of each week were kept, missed, and are to come."""

    def counted(count: Callable[[WeekKept], int]) -> tuple[float | None, ...]:
        return tuple(float(count(week)) if week.planned else None for week in weeks)

    return ChartData(
        id="kept",
        title="Planned workouts",
        periods=tuple(week.week for week in weeks),
        series=(
            _stack("kept", Role.MAIN, counted(lambda week: week.kept)),
            _stack("missed", Role.SECOND, counted(lambda week: len(week.missed))),
            _stack("to come", Role.OTHER, counted(lambda week: week.due)),
        ),
        unit="workouts",
        current=current,
        nothing="No plan covered these weeks.",
    )


def weight_chart(
    weights: Sequence[BodyWeight], periods: Sequence[Period], unit: WeightUnit, current: Period
) -> ChartData:
    """Return the mean body weight of each week or month: a dot each, joined over a few without; else a gap."""
    logged: defaultdict[Period, list[float]] = defaultdict(list)
    for each in weights:
        logged[type(current).of(each.day)].append(each.weight.to(unit).value)
    means = tuple(fmean(logged[period]) if period in logged else None for period in periods)
    return ChartData(
        id="weight",
        title="Body weight",
        periods=tuple(periods),
        series=(
            Series(
                name="weighed",
                role=Role.MAIN,
                shape=Shape.LINE,
                values=means,
                fold=Fold.MEAN,
                dotted=True,
                over=BETWEEN,
            ),
        ),
        unit=str(unit),
        write=_tenths,
        current=current,
    )


def _stack(name: str, role: Role, values: tuple[float | None, ...]) -> Series:
    return Series(name=name, role=role, shape=Shape.BAR, values=values, fold=Fold.SUM)


def _tenths(value: float) -> str:
    return f"{round_half_up(value, 0.1):.1f}"
