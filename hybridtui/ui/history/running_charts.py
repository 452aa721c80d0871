"""The charts of running, one for each kind of number. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from hybridtui.domain.mileage.bests import DISTANCES
from hybridtui.domain.mileage.effort import USUAL_EASY, Effort
from hybridtui.domain.mileage.hearts import RunLoad
from hybridtui.domain.mileage.long_run import long_share
from hybridtui.domain.mileage.page import MileagePage, RunPeriod
from hybridtui.domain.units import clock, decimal
from hybridtui.ui.charts.data import Axis, ChartData, Fold, Role, Series, Shape, percent
from hybridtui.ui.history.running_words import in_unit, pace_writer, per_unit

_Value = Callable[[RunPeriod], float | None]


def chart(page: MileagePage, name: str) -> ChartData:
    """Return a chart by its id.

    Raises:
        KeyError: for an id that no chart has.
    """
    return _CHARTS[name](page)


def _plain(page: MileagePage, name: str, title: str, series: Sequence[Series]) -> ChartData:
    """Return a chart of all periods, plain as yet."""
    return ChartData(
        id=f"running.{name}",
        title=title,
        periods=tuple(one.period for one in page.periods),
        series=tuple(series),
        current=page.now.period,
    )


def _series(
    page: MileagePage, name: str, shape: Shape, value: _Value, *, role: Role = Role.RUN, fold: Fold | None = None
) -> Series:
    return Series(name=name, role=role, shape=shape, values=tuple(value(one) for one in page.periods), fold=fold)


def _distance(page: MileagePage) -> ChartData:
    bars = _series(page, "distance", Shape.BAR, lambda one: in_unit(one.metres, page.unit), fold=Fold.SUM)
    return replace(
        _plain(page, "distance", f"Distance a {page.by}", [bars]),
        unit=str(page.unit),
        write=partial(decimal, places=1),
        summary=_usual(page, lambda one: in_unit(one.metres, page.unit), str(page.unit)),
        nothing="No run yet",
    )


def _minutes(page: MileagePage) -> ChartData:
    bars = _series(page, "running", Shape.BAR, lambda one: one.seconds / 60, fold=Fold.SUM)
    return replace(
        _plain(page, "minutes", f"Run time a {page.by}", [bars]),
        unit="min",
        axis=Axis.MINUTES,
        summary=_usual(page, lambda one: one.seconds / 60, "min"),
        nothing="No run yet",
    )


def _runs(page: MileagePage) -> ChartData:
    bars = _series(page, "runs", Shape.BAR, lambda one: float(one.sessions), fold=Fold.SUM)
    return replace(_plain(page, "runs", f"Runs a {page.by}", [bars]), nothing="No run yet")


def _usual(page: MileagePage, value: Callable[[RunPeriod], float], unit: str) -> str:
    """Say the mean of the last four finished periods with running."""
    finished = [value(one) for one in page.periods[:-1] if one.sessions][-4:]
    if not finished:
        return ""
    return f"lately {decimal(sum(finished) / len(finished), 0)} {unit} a {page.by}"


def _long(page: MileagePage) -> ChartData:
    dots = _series(page, "long run", Shape.DOT, lambda one: one.longest_s / 60 or None, fold=Fold.HIGHEST)
    return replace(
        _plain(page, "long", f"Longest run of each {page.by}", [dots]),
        unit="min",
        axis=Axis.MINUTES,
        nothing="No run yet",
    )


def _long_share(page: MileagePage) -> ChartData:
    def usual(one: RunPeriod) -> float | None:
        return 100 * long_share(one.sessions) if one.sessions else None

    return replace(
        _plain(
            page,
            "long_share",
            "Long run, share of the week",
            [
                _series(page, "usual", Shape.STEP, usual, role=Role.MARK),
                _series(page, "long run", Shape.DOT, lambda one: percent(one.long_share)),
            ],
        ),
        unit="%",
        axis=Axis.SHARE,
        bounds=(0.0, 100.0),
        nothing="No run yet",
    )


def _effort(page: MileagePage) -> ChartData:
    roles = {Effort.EASY: Role.EASY, Effort.MODERATE: Role.MODERATE, Effort.HARD: Role.HARD}
    stack = [
        _series(page, str(effort), Shape.BAR, partial(_share_of, effort), role=role) for effort, role in roles.items()
    ]
    usual = _series(
        page, "usual", Shape.STEP, lambda one: 100 * USUAL_EASY if one.split.total else None,
        role=Role.MARK,
    )  # fmt: skip
    return replace(
        _plain(page, "effort", "Effort, share of the run time", [*stack, usual]),
        unit="%",
        axis=Axis.SHARE,
        bounds=(0.0, 100.0),
        summary=_easy_enough(page),
        nothing="No running yet",
    )


def _share_of(effort: Effort, one: RunPeriod) -> float | None:
    return percent(one.split.share(effort))


def _easy_enough(page: MileagePage) -> str:
    shares = [share for one in page.periods[:-1] if (share := one.split.share(Effort.EASY)) is not None]
    if not shares:
        return ""
    enough = sum(share >= USUAL_EASY for share in shares)
    return f"{enough} of {len(shares)} {page.by}s at least {100 * USUAL_EASY:.0f} % easy"


def _easy(page: MileagePage) -> ChartData:
    def per(s_per_km: float | None) -> float | None:
        return None if s_per_km is None else per_unit(s_per_km, page.unit)

    series = [_series(page, "pace", Shape.LINE, lambda one: per(one.easy.s_per_km) if one.easy else None)]
    if any(one.easy and one.easy.flat_s_per_km for one in page.periods):
        flat = _series(
            page, "on the flat", Shape.DOT, lambda one: per(one.easy.flat_s_per_km) if one.easy else None,
            role=Role.SECOND,
        )  # fmt: skip
        series.append(flat)
    return replace(
        _plain(page, "easy", "Easy pace, faster is higher", series),
        unit=pace_writer(page.unit),
        write=clock,
        axis=Axis.CLOCK,
        upside_down=True,
        nothing="No easy run with a distance yet",
    )


def _heart(page: MileagePage) -> ChartData:
    line = _series(page, "mean", Shape.LINE, lambda one: one.easy.bpm if one.easy else None)
    return replace(
        _plain(page, "heart", "Heart rate at easy effort", [line]), unit="bpm", nothing="No easy run with a heart rate"
    )


def _vdot(page: MileagePage) -> ChartData:
    races = _series(page, "races", Shape.DOT, lambda one: one.vdot_raced, role=Role.MAIN, fold=Fold.HIGHEST)
    runs = _series(page, "fastest run, at least", Shape.DOT, lambda one: one.vdot_run, fold=Fold.HIGHEST)
    return replace(
        _plain(page, "vdot", "VDOT", [runs, races]),
        unit="",
        write=partial(decimal, places=1),
        nothing="A race, or a run from 1500 m, says it",
    )


def _best(number: int, page: MileagePage) -> ChartData:
    name = DISTANCES[number].name
    times = _series(page, "at most", Shape.DOT, lambda one: one.times[number])
    return replace(
        _plain(page, f"best_{number}", f"Best {name}, faster is higher", [times]),
        write=clock,
        axis=Axis.CLOCK,
        upside_down=True,
        nothing=f"No run of {name} or more",
    )


def _load(name: str, of: Callable[[RunPeriod], RunLoad | None], page: MileagePage) -> ChartData:
    bars = _series(page, name, Shape.BAR, lambda one: load.sum if (load := of(one)) is not None else None)
    return replace(
        _plain(page, name.lower(), f"{name} of runs a {page.by}", [bars]),
        nothing="No run with what it is made from",
    )


_CHARTS: dict[str, Callable[[MileagePage], ChartData]] = {
    "distance": _distance,
    "minutes": _minutes,
    "runs": _runs,
    "long": _long,
    "long_share": _long_share,
    "effort": _effort,
    "easy": _easy,
    "heart": _heart,
    "vdot": _vdot,
    **{f"best_{number}": partial(_best, number) for number in range(len(DISTANCES))},
    "trimp": partial(_load, "TRIMP", lambda one: one.trimp),
    "hrss": partial(_load, "HRSS", lambda one: one.hrss),
    "rtss": partial(_load, "rTSS", lambda one: one.rtss),
}
