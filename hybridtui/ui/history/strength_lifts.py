"""The lifts of the strength tab: what one repetition might weigh, over time; records. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from hybridtui.domain.calendar import Period
from hybridtui.domain.dates import dated, lately
from hybridtui.domain.e1rm import Without
from hybridtui.domain.figures import UNKNOWN, Figure
from hybridtui.domain.lifting.maxima import Maximum
from hybridtui.domain.lifting.page import Lift, LiftingPage
from hybridtui.domain.lifting.records import Best, Record
from hybridtui.domain.query.writing import COUNTED, of_exercise
from hybridtui.domain.units import Load, WeightUnit, decimal
from hybridtui.ui import look
from hybridtui.ui.charts.data import ChartData, Fold, Role, Series, Shape
from hybridtui.ui.charts.small import sparkline
from hybridtui.ui.history.figure_list import FigureLine
from hybridtui.ui.history.strength_words import (
    Section,
    Told,
    estimated,
    in_unit,
    sessions_between,
    sessions_of,
    weight,
    when,
    worked_out,
)

TREND = 10
"""Cells of a sparkline."""

BETWEEN = 4
"""Weeks or months without a rated estimate over which its line goes on."""


def lifts(page: LiftingPage) -> Section:
    """Return the lifts with an estimate."""
    told = tuple(_lift(page, lift) for lift in page.lifts if lift.estimated)
    return Section(heading="Lifts", note="e1RM, the newest estimate", told=told)


def without_estimate(page: LiftingPage) -> Section:
    """Return what gives no estimate, with why: on the body alone, held, or too light to tell."""
    told = tuple(_lift(page, lift) for lift in page.lifts if not lift.estimated)
    return Section(heading="Without an estimate", note="e1RM n/a", told=told)


def _lift(page: LiftingPage, lift: Lift) -> Told:
    known = [(p, each) for p, each in zip(page.periods, lift.maxima, strict=True) if isinstance(each, Maximum)]
    figure = _estimate(page, lift, known) if known else _without(page, lift)
    glance = sparkline(_comparable(lift), TREND, "$accent")
    return Told(
        line=FigureLine(figure=figure, glance=glance, value_colour="$foreground" if known else "$foreground-muted"),
        chart=partial(lift_chart, page, lift),
    )


def _estimate(page: LiftingPage, lift: Lift, known: list[tuple[Period, Maximum]]) -> Figure:
    period, newest = _newest(known)
    best_in, best = max(known, key=lambda each: each[1].e1rm.kg)
    made = [f"{when(period)}: {worked_out(newest, page.unit)}"]
    if newest.e1rm.at_least:
        made.append("At least so much: nobody knows how many repetitions were left.")
    if best is not newest:
        made.append(f"Best of this time, {when(best_in)}: {worked_out(best, page.unit)}")
    since, last = known[-1]
    if last is not newest:
        made.append(f"Since then without RPE, {when(since)}: at least {weight(last.e1rm.kg, page.unit)}")
    old = "" if period == page.periods[-1] else f", {when(period)}"
    return Figure(
        definition="strength.e1rm",
        name=lift.exercise.name,
        value=estimated(newest, page.unit),
        note=f"{newest.e1rm.formula_name}{old}",
        made=tuple(made),
        behind=sessions_of(period, of_exercise(lift.exercise.id)),
    )


def _newest(known: Sequence[tuple[Period, Maximum]]) -> tuple[Period, Maximum]:
    """Return the newest rated estimate, unless something later was at least as much; without any, the newest."""
    rated = next((each for each in reversed(known) if not each[1].e1rm.at_least), None)
    if rated is None:
        return known[-1]
    later = [each for each in known if each[0].first > rated[0].first and each[1].e1rm.kg > rated[1].e1rm.kg]
    return later[-1] if later else rated


def _comparable(lift: Lift) -> tuple[float | None, ...]:
    """Return the estimates that can be compared: those rated, or if there are none those that are at least so much."""
    found = _found(lift)
    least = not any(each is not None and not each.e1rm.at_least for each in found)
    return tuple(None if each is None or each.e1rm.at_least is not least else each.e1rm.kg for each in found)


def _found(lift: Lift) -> list[Maximum | None]:
    return [each if isinstance(each, Maximum) else None for each in lift.maxima]


def _without(page: LiftingPage, lift: Lift) -> Figure:
    why = next((each for each in reversed(lift.maxima) if isinstance(each, Without)), None)
    return Figure(
        definition="strength.e1rm",
        name=lift.exercise.name,
        value=UNKNOWN,
        note=str(why or ""),
        made=(f"No set of this time gives an estimate: {why}.",) if why else (),
        behind=sessions_between(page.periods[0].first, page.periods[-1].last, of_exercise(lift.exercise.id)),
    )


def lift_chart(page: LiftingPage, lift: Lift) -> ChartData:
    """Return the rated estimates of a lift as a line; those that are at least so much stand alone, hollow.

    Only where nothing is rated does the line go through what is at least so much.
    """
    found = _found(lift)
    rated = [each if each is not None and not each.e1rm.at_least else None for each in found]
    least = [each if each is not None and each.e1rm.at_least else None for each in found]
    series = []
    if any(rated):
        series.append(_line("rated", rated, page.unit))
        if any(least):
            dots = Series(
                name="≥ at least", role=Role.STRENGTH, shape=Shape.DOT, values=_values(least, page.unit),
                fold=Fold.HIGHEST, hollow=True,
            )  # fmt: skip
            series.append(dots)
    else:
        series.append(_line("≥ at least", least, page.unit))
    why = next((each for each in reversed(lift.maxima) if isinstance(each, Without)), None)
    return ChartData(
        id=f"e1rm:{lift.exercise.id}",
        title=f"{lift.exercise.name}, e1RM",
        periods=page.periods,
        series=tuple(series),
        unit=str(page.unit),
        write=partial(decimal, places=1),
        summary=_trend(rated, page.unit) or ("" if any(rated) else _trend(least, page.unit)),
        current=page.periods[-1],
        nothing=f"No estimate: {why}" if why else "Nothing here yet",
    )


def _line(name: str, estimates: Sequence[Maximum | None], unit: WeightUnit) -> Series:
    return Series(
        name=name, role=Role.STRENGTH, shape=Shape.LINE, values=_values(estimates, unit), fold=Fold.HIGHEST,
        dotted=True, over=BETWEEN,
    )  # fmt: skip


def _values(estimates: Sequence[Maximum | None], unit: WeightUnit) -> tuple[float | None, ...]:
    return tuple(None if each is None else in_unit(each.e1rm.kg, unit) for each in estimates)


def _trend(estimates: Sequence[Maximum | None], unit: WeightUnit) -> str:
    """Say the first and the last of like estimates: a rated one is never compared with one that is at least so much."""
    known = [each for each in estimates if each is not None]
    if len(known) < 2:
        return ""
    first, last = (estimated(each, unit) for each in (known[0], known[-1]))
    return f"{first}, as at the beginning" if first == last else f"from {first} to {last}"


def records(page: LiftingPage) -> Section:
    """Return the records, the newest first."""
    by_id = {lift.exercise.id: lift for lift in page.lifts}
    told = tuple(_record(page, record, by_id[record.exercise]) for record in page.records if record.exercise in by_id)
    return Section(heading="Records", note="of these lifts, ever", told=told)


def _record(page: LiftingPage, record: Record, lift: Lift) -> Told:
    new = record.day >= page.recent_periods[0].first
    figure = record_figure(record, lift.exercise.name, page.unit, page.today, new=new)
    return Told(
        line=FigureLine(figure=figure),
        chart=partial(lift_chart, page, lift),
    )


def record_figure(record: Record, name: str, unit: WeightUnit, today: date, *, new: bool) -> Figure:
    """Return a record of the exercise of this name as a figure, with a sign if it is a new one."""
    return Figure(
        definition="strength.record",
        name=name,
        value=_most(record, unit),
        note=f"{f'{look.BEST_SIGN} ' if new else ''}{record.best}, {lately(record.day, today)}",
        made=(f"First done on {dated(record.day)}", *_how(record, unit)),
        behind=f"{of_exercise(record.exercise)} and day={record.day.isoformat()} and {COUNTED}",
    )


def _load(record: Record, unit: WeightUnit) -> str:
    kg = record.lifted.kg
    if not kg:
        return ""
    plus = "+" if record.lifted.bodyweight else ""
    return f"{plus}{weight(kg, unit, 1)}"


def _most(record: Record, unit: WeightUnit) -> str:
    if record.maximum is not None:
        return estimated(record.maximum, unit)
    load = _load(record, unit)
    if record.best is Best.HEAVIEST:
        return load
    return f"{record.lifted.reps} × {load}" if load else f"{record.lifted.reps} reps"


def _how(record: Record, unit: WeightUnit) -> Iterator[str]:
    if record.maximum is not None:
        yield worked_out(record.maximum, unit)
        return
    lifted = record.lifted
    entered = f"{Load(lifted.value, WeightUnit(lifted.unit))}" if lifted.value and lifted.unit else ""
    yield f"{lifted.reps} repetitions{f' with {entered}' if entered else ''}"
