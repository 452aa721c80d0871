"""How numbers of strength are said, and what a line of the tab is. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from hybridtui.domain import e1rm
from hybridtui.domain.calendar import Month, Period
from hybridtui.domain.figures import AT_LEAST
from hybridtui.domain.lifting.maxima import Maximum
from hybridtui.domain.query.writing import COUNTED, behind, between
from hybridtui.domain.units import Load, WeightUnit, decimal
from hybridtui.ui.charts.data import ChartData
from hybridtui.ui.history.figure_list import FigureLine

HARD, UNRATED, RUNNING = "$accent", "$foreground 40%", "$primary"
"""Colours of the three parts of a muscle's sets, in this order everywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line of the tab, and the chart it belongs to, made when it is in hand."""

    line: FigureLine
    chart: Callable[[], ChartData]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines that belong together."""

    heading: str
    told: tuple[Told, ...]
    note: str = ""


def in_unit(kg: float, unit: WeightUnit) -> float:
    """Return kilograms in the athlete's unit."""
    return Load(kg).to(unit).value


def weight(kg: float, unit: WeightUnit, places: int = 0) -> str:
    """Write a weight in the athlete's unit.

    >>> weight(102.26, WeightUnit.KG), weight(45.359237, WeightUnit.LB)
    ('102 kg', '100 lb')
    """
    return f"{decimal(in_unit(kg, unit), places)} {unit}"


def sets(count: float) -> str:
    """Write fractional sets.

    >>> sets(4.0), sets(1.2333)
    ('4', '1.2')
    """
    return decimal(count, 1)


def percent(share: float) -> str:
    """Write a share.

    >>> percent(0.255)
    '26 %'
    """
    return f"{decimal(share * 100, 0)} %"


def muscle(name: str) -> str:
    """Write the name of a muscle."""
    return name.replace("_", " ")


def estimated(maximum: Maximum, unit: WeightUnit) -> str:
    """Write an estimate, with its ≥ where one is due."""
    return f"{AT_LEAST if maximum.e1rm.at_least else ''}{weight(maximum.e1rm.kg, unit)}"


def worked_out(maximum: Maximum, unit: WeightUnit) -> str:
    """Write how an estimate was made: ``100 kg × 5 at RPE 8: 100 / 0.811 = 123.3 kg``."""
    load = decimal(in_unit(maximum.kg, unit), 1)
    body = decimal(in_unit(maximum.body_kg, unit), 1) if maximum.body_kg is not None else ""
    moved = f"({body} + {load})" if body else load
    effort = f"at RPE {decimal(maximum.rpe, 1)}" if maximum.rpe is not None else "without RPE"
    share = e1rm.percent(maximum.reps, maximum.rpe) if maximum.rpe is not None else None
    if share is not None:
        how = f"{moved} / {share:.3f}"
    else:
        how = moved if maximum.reps == 1 else f"{moved} × (1 + {maximum.reps} / 30)"
    less = f" - {body}" if body else ""
    made = decimal(in_unit(maximum.e1rm.kg, unit), 1)
    return f"{load} {unit} × {maximum.reps} {effort}: {how}{less} = {made} {unit} ({maximum.e1rm.formula_name})"


def when(period: Period) -> str:
    """Write a week or month in a few cells: ``W10``, ``Mar 2026``."""
    return f"{period.first:%b %Y}" if isinstance(period, Month) else f"W{period.iso_week:02d}"


def sessions_of(period: Period, *conditions: str) -> str:
    """Return the filter for the sessions of a week or month that count."""
    return behind(period, *conditions, COUNTED)


def sessions_between(first: date, last: date, *conditions: str) -> str:
    """Return the filter for the sessions of some days that count."""
    return between(first, last, *conditions, COUNTED)


def any_of(conditions: Iterable[str]) -> str:
    """Join conditions by or, in their own parentheses."""
    return f"({' or '.join(conditions)})"
