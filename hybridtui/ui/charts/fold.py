"""No more points than the room can show: weeks summed up to months, or only the newest. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from hybridtui.domain.calendar import Month, Period, Week
from hybridtui.ui.charts.data import ChartData, Fold, Series, Shape

LEAST = 12
"""Periods that are shown whether there is anything in them or not."""


def fitted(data: ChartData, room: int) -> ChartData:
    """Return the chart with at most ``room`` periods.

    If there was nothing in more than half of them before something began, it begins there.
    Weeks make months if every series says how its weeks do; else, and if even months are too
    many, the newest stay.
    """
    before = _nothing_before(data)
    if before > len(data.periods) / 2:
        data = newest(data, max(LEAST, len(data.periods) - before))
    if len(data.periods) <= room:
        return data
    if data.series and all(one.fold for one in data.series) and isinstance(data.periods[0], Week):
        data = by_months(data)
    return newest(data, room)


def _nothing_before(data: ChartData) -> int:
    """Count the oldest periods without any value; a target alone is none."""
    told = [one.values for one in data.series if one.shape is not Shape.STEP]
    return next((i for i in range(len(data.periods)) if any(values[i] for values in told)), 0)


def newest(data: ChartData, count: int) -> ChartData:
    """Return the newest ``count`` periods of a chart."""
    if len(data.periods) <= count:
        return data
    series = tuple(replace(one, values=one.values[-count:]) for one in data.series)
    return replace(data, periods=data.periods[-count:], series=series)


def by_months(data: ChartData) -> ChartData:
    """Sum weeks up to the months that hold their Thursdays.

    The oldest month is left out if its first weeks are missing: it would look like a quiet one.
    """
    groups = [
        (month, [i for i, _ in weeks]) for month, weeks in groupby(enumerate(data.periods), lambda p: _month(p[1]))
    ]
    if len(groups) > 1 and _month(data.periods[0].plus(-1)) == groups[0][0]:
        groups = groups[1:]
    return replace(
        data,
        title=data.title.replace("Weekly", "Monthly"),
        periods=tuple(month for month, _ in groups),
        series=tuple(
            replace(one, values=tuple(_folded(one, [one.values[i] for i in indexes]) for _, indexes in groups))
            for one in data.series
        ),
        current=None if data.current is None else _month(data.current),
    )


def _month(period: Period) -> Month:
    return Month.of(period.days[3])


def _folded(series: Series, values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    if not known:
        return None
    match series.fold:
        case Fold.MEAN:
            return sum(known) / len(known)
        case Fold.HIGHEST:
            return max(known)
        case Fold.LAST:
            return known[-1]
    return sum(known) if len(known) == len(values) else None
