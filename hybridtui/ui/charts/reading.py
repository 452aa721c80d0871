"""A chart in words and numbers: what the cursor reads, and the table. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from hybridtui.domain.calendar import Week
from hybridtui.domain.figures import UNKNOWN
from hybridtui.ui.charts.data import ChartData, Shape
from hybridtui.ui.charts.fold import fitted
from hybridtui.ui.charts.ticks import full_name

TOTAL = "total"
"""Name of the sum of bars that stand on each other."""


def reading(data: ChartData, index: int, room: int = 1000) -> str:
    """Read out one period and all its values: ``W47 16-22 Nov: run 95, strength 60, total 155 min``.

    Bars that stand on each other are also summed up, if all of them are known. In little room
    the days, the sum and what bars should end at are left out.
    """
    period = data.periods[index]
    values = list(_values(data, index))
    brief = [one for one in values if one[0] != TOTAL] if len(data.of(Shape.BAR)) > 1 else values
    days = full_name(period)
    number = days.split()[0] if isinstance(period, Week) else days
    ticks = {one.name for one in data.of(Shape.TICK)}
    least = [one for one in brief if one[0] not in ticks]
    forms = [(days, values), (number, values), (number, brief), (number, least)]
    told = [_told(data, name, words) for name, words in forms]
    return next((form for form in told if len(form) <= room), told[-1])


def _told(data: ChartData, name: str, values: Sequence[tuple[str, float | None]]) -> str:
    short = data.unit == "%"
    if not values or all(value is None for _, value in values):
        return f"{name}: {UNKNOWN}"
    last = max(i for i, (_, value) in enumerate(values) if value is not None)
    return f"{name}: " + ", ".join(
        f"{each} {_written(value, data.write)}" + (_unit(data) if value is not None and (i == last or short) else "")
        for i, (each, value) in enumerate(values)
    )


def _unit(data: ChartData) -> str:
    return data.unit if data.unit in ("", "%") else f" {data.unit}"


def _values(data: ChartData, index: int) -> Iterator[tuple[str, float | None]]:
    bars = data.of(Shape.BAR)
    for one in bars:
        yield one.name, one.values[index]
    if len(bars) > 1:
        known = [value for one in bars if (value := one.values[index]) is not None]
        yield TOTAL, sum(known) if len(known) == len(bars) else None
    for one in data.series:
        if one.shape is not Shape.BAR:
            yield one.name, one.values[index]


class Table(NamedTuple):
    """The numbers of a chart, without their unit."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Newest first, as many cells as headers."""


def chart_table(data: ChartData) -> Table:
    """Return all numbers of a chart, newest period first; what is unknown is ``n/a``."""
    period = "week" if not data.periods or isinstance(data.periods[0], Week) else "month"
    bars = data.of(Shape.BAR)
    headers = [period, *(one.name for one in bars), *([TOTAL] if len(bars) > 1 else [])]
    headers += [one.name for one in data.series if one.shape is not Shape.BAR]
    rows = (
        (_dated(data, index), *(_written(value, data.write) for _, value in _values(data, index)))
        for index in reversed(range(len(data.periods)))
    )
    return Table(tuple(headers), tuple(rows))


def _dated(data: ChartData, index: int) -> str:
    period = data.periods[index]
    year = f" {period.first.year}" if isinstance(period, Week) else ""
    return full_name(period) + year


def _written(value: float | None, write: Callable[[float], str]) -> str:
    return UNKNOWN if value is None else write(value)


def shown_note(whole: ChartData, shown: ChartData) -> str:
    """Say what a drawing leaves out or sums up for want of room; empty: nothing."""
    if len(shown.periods) == len(whole.periods) or not shown.periods:
        return ""
    by = whole.periods[0].by
    if shown.periods == fitted(whole, len(whole.periods)).periods:
        left_out = len(whole.periods) - len(shown.periods)  # what lies before all that is looked at is not known here
        return f"nothing in the {by} before" if left_out == 1 else f"nothing in {left_out} {by}s before"
    if shown.periods[0].by is not by:
        return "by month"
    return f"newest {len(shown.periods)} of {len(whole.periods)} {by}s"
