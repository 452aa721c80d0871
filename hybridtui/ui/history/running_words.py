"""How numbers of running are said. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hybridtui.domain.calendar import Period, Week
from hybridtui.domain.figures import UNKNOWN, Figure
from hybridtui.domain.query.writing import COUNTED, WITH_RUNNING, behind, between
from hybridtui.domain.units import M_PER_MI, DistanceUnit, clock, decimal, pace
from hybridtui.ui.charts.small import Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A figure, the chart it belongs to, and its values over the periods for a sparkline."""

    figure: Figure
    chart: str
    """Id of the chart (``running_charts``)."""
    trend: tuple[float | None, ...] = ()
    reach: Reach = Reach.ZERO
    """What the lowest level of the sparkline stands for."""
    is_new: bool = False
    """True for a best of the last weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Figures that belong together."""

    heading: str
    told: tuple[Told, ...]
    note: str = ""


def paced(s_per_km: float, unit: DistanceUnit) -> str:
    """Write a pace given in s/km in the athlete's unit: ``5:31/km``."""
    return pace(s_per_km, 1000.0, unit)


def pace_writer(unit: DistanceUnit) -> str:
    """Return what a pace is per: ``/km`` or ``/mi``."""
    return "/mi" if unit is DistanceUnit.MI else "/km"


def per_unit(s_per_km: float, unit: DistanceUnit) -> float:
    """Return a pace in s/km as seconds per unit of the athlete's."""
    return s_per_km * M_PER_MI / 1000 if unit is DistanceUnit.MI else s_per_km


def in_unit(metres: float, unit: DistanceUnit) -> float:
    """Return metres in kilometres or miles."""
    return metres / (M_PER_MI if unit is DistanceUnit.MI else 1000.0)


def far(metres: float, unit: DistanceUnit) -> str:
    """Write a distance in kilometres or miles: ``42.2 km``, ``0 km``.

    >>> far(8044.0, DistanceUnit.KM), far(16093.44, DistanceUnit.MI)
    ('8 km', '10 mi')
    """
    return f"{decimal(in_unit(metres, unit), 1)} {unit}"


def exactly(metres: float, unit: DistanceUnit) -> str:
    """Write a distance as finely as a trace needs it."""
    return f"{decimal(in_unit(metres, unit), 3)} {unit}"


def percent(share: float | None) -> str:
    """Write a share of 0-1 in whole percent."""
    return UNKNOWN if share is None else f"{decimal(share * 100, 0)} %"


def named(period: Period) -> str:
    """Name a week or month in few words: ``week 47``, ``Nov 2026``."""
    return f"week {period.iso_week}" if isinstance(period, Week) else f"{period.first:%b %Y}"


def runs_of(period: Period) -> str:
    """Return the filter that finds the runs of a week or month."""
    return behind(period, WITH_RUNNING, COUNTED)


def run_on(of: date) -> str:
    """Return the filter that finds the runs of one day."""
    return between(of, of, WITH_RUNNING, COUNTED)


def time(seconds: float) -> str:
    """Write a time over a distance."""
    return clock(seconds)
