"""The charts of load, one for each kind of number. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from hybridtui.domain.load_models import USUAL_DAYS
from hybridtui.domain.loads import wording
from hybridtui.domain.loads.page import LoadPage, PeriodLoad
from hybridtui.domain.units import decimal
from hybridtui.ui.charts.data import Axis, ChartData, Fold, Role, Series, Shape, percent
from hybridtui.ui.look import DOT

_Value = Callable[[PeriodLoad], float | None]

CHART_OF: Mapping[str, str] = MappingProxyType(
    {
        "load.run": "load",
        "load.strength": "load",
        "load.other": "load",
        "load.together": "load",
        "load.share": "share",
        "load.ctl": "fitness",
        "load.atl": "fitness",
        "load.form": "fitness",
        "load.monotony": "monotony",
        "load.strain": "strain",
        "load.usual": "usual",
    }
)
"""The chart that shows a number over time, by its definition."""

VALUE_OF: Mapping[str, _Value] = MappingProxyType(
    {
        "load.run": lambda one: one.sums.run.au if one.known else None,
        "load.strength": lambda one: one.sums.strength.au if one.known else None,
        "load.other": lambda one: one.sums.other.au if one.known else None,
        "load.together": lambda one: one.sums.together.au if one.known else None,
        "load.share": lambda one: percent(one.sums.run_share),
        "load.ctl": lambda one: one.ctl,
        "load.atl": lambda one: one.atl,
        "load.form": lambda one: one.form,
        "load.monotony": lambda one: one.monotony,
        "load.strain": lambda one: one.strain,
        "load.usual": lambda one: one.usual,
    }
)
"""A number of one week or month, by its definition."""


def values(page: LoadPage, definition: str) -> tuple[float | None, ...]:
    """Return a number of each week or month, oldest first; None where it is not known."""
    return tuple(map(VALUE_OF[definition], page.periods))


def chart(page: LoadPage, name: str) -> ChartData:
    """Return a chart by its id.

    Raises:
        KeyError: for an id that no chart has.
    """
    return _CHARTS[name](page)


def _plain(page: LoadPage, name: str, title: str, series: Sequence[Series]) -> ChartData:
    """Return a chart of all periods, plain as yet."""
    return ChartData(
        id=f"load.{name}",
        title=title,
        periods=tuple(one.period for one in page.periods),
        series=tuple(series),
        current=page.current.period,
    )


def _series(page: LoadPage, definition: str, name: str, role: Role, shape: Shape, fold: Fold | None = None) -> Series:
    return Series(name=name, role=role, shape=shape, values=values(page, definition), fold=fold)


def _load(page: LoadPage) -> ChartData:
    series = [
        _series(page, "load.run", "run", Role.RUN, Shape.BAR, Fold.SUM),
        _series(page, "load.strength", "strength", Role.STRENGTH, Shape.BAR, Fold.SUM),
    ]
    if any(one.sums.other.au for one in page.periods):
        series.append(_series(page, "load.other", "other", Role.OTHER, Shape.BAR, Fold.SUM))
    return replace(
        _plain(page, "load", f"Load a {page.current.period.by}, session-RPE", series),
        unit="AU",
        summary=_rated(page),
        nothing="No load yet",
    )


def _rated(page: LoadPage) -> str:
    """Say how many of all the loads shown are estimates."""
    sessions = sum(one.sums.together.sessions for one in page.periods)
    estimated = sum(one.sums.together.estimated for one in page.periods)
    if not estimated:
        return f"all {sessions:,} sessions rated"
    return "all of it estimated" if estimated == sessions else f"{estimated:,} of {sessions:,} estimated"


def _share(page: LoadPage) -> ChartData:
    minutes = tuple(percent(one.sums.run_share_of_minutes) for one in page.periods)
    return replace(
        _plain(
            page,
            "share",
            "Run share",
            [
                Series(name="of minutes", role=Role.MARK, shape=Shape.LINE, values=minutes),
                _series(page, "load.share", "of load", Role.RUN, Shape.DOT),
            ],
        ),
        unit="%",
        axis=Axis.SHARE,
        bounds=(0, 100),
        nothing="No load of either sport yet",
    )


def _fitness(page: LoadPage) -> ChartData:
    now = page.now
    form = "" if now.form is None else f"form {wording.signed(now.form)} today"
    return replace(
        _plain(
            page,
            "fitness",
            "Fitness, fatigue, form",
            [
                _series(page, "load.ctl", "fitness", Role.MAIN, Shape.LINE, Fold.LAST),
                _series(page, "load.atl", "fatigue", Role.SECOND, Shape.LINE, Fold.LAST),
                _series(page, "load.form", "form", Role.MARK, Shape.DOT, Fold.LAST),
            ],
        ),
        unit="AU a day",
        summary=form,
        nothing="No session yet",
    )


def _monotony(page: LoadPage) -> ChartData:
    settled = page.settled
    told = "" if settled.monotony is None else f"last week's days were {wording.sameness(settled.monotony)}"
    return replace(
        _plain(
            page, "monotony", "Monotony", [_series(page, "load.monotony", "monotony", Role.MAIN, Shape.DOT, Fold.MEAN)]
        ),
        write=partial(decimal, places=2),
        summary=told,
        nothing="Known when a week is over",
    )


def _strain(page: LoadPage) -> ChartData:
    rank = page.settled.rank
    return replace(
        _plain(page, "strain", "Strain", [_series(page, "load.strain", "strain", Role.MAIN, Shape.BAR, Fold.MEAN)]),
        unit="AU",
        summary=f"last week {wording.ranked(rank)}" if rank is not None else "",
        nothing="Known when a week is over",
    )


def _usual(page: LoadPage) -> ChartData:
    usual = tuple(1.0 if one.usual is not None else None for one in page.periods)
    ratio = page.now.acwr
    return replace(
        _plain(
            page,
            "usual",
            "7 days against usual",
            [
                Series(name="usual", role=Role.MARK, shape=Shape.STEP, values=usual, fold=Fold.LAST),
                _series(page, "load.usual", "7 days / 28", Role.MAIN, Shape.LINE, Fold.LAST),
            ],
        ),
        write=partial(decimal, places=2),
        nothing=f"It takes {USUAL_DAYS} days of log",
        summary="" if ratio is None else DOT.join((decimal(ratio), wording.against_usual(ratio))),
    )


_CHARTS: Mapping[str, Callable[[LoadPage], ChartData]] = MappingProxyType(
    {
        "load": _load,
        "fitness": _fitness,
        "monotony": _monotony,
        "strain": _strain,
        "usual": _usual,
        "share": _share,
    }
)

CHARTS = tuple(_CHARTS)
"""Their ids; the first ones say most."""
