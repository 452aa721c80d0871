"""The lifts of the strength tab: what one repetition might weigh, over time; records. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.content import Content

from hybridtui.domain.calendar import Period
from hybridtui.domain.e1rm import Without
from hybridtui.domain.figures import Figure
from hybridtui.domain.lifting.maxima import Maximum
from hybridtui.domain.lifting.page import Lift, LiftingPage
from hybridtui.domain.lifting.records import Best, Record
from hybridtui.domain.query.writing import of_exercise
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.ui.charts.data import ChartData, Fold, Role, Series, Shape
from hybridtui.ui.charts.small import sparkline
from hybridtui.ui.history.figure_list import FigureLine
from hybridtui.ui.history.strength_words import (
    COUNTED,
    UNKNOWN,
    Section,
    Told,
    day,
    estimated,
    in_unit,
    lately,
    sessions_between,
    sessions_of,
    weight,
    when,
    worked_out,
)

TREND = 10
"""Cells of a sparkline."""


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
    values = tuple(each.e1rm.kg if isinstance(each, Maximum) else None for each in lift.maxima)
    glance = Content.styled(sparkline(values, TREND), "$accent") if known else Content(" " * TREND)
    return Told(
        line=FigureLine(figure=figure, glance=glance, value_colour="$foreground" if known else "$foreground-muted"),
        chart=partial(lift_chart, page, lift),
    )


def _estimate(page: LiftingPage, lift: Lift, known: list[tuple[Period, Maximum]]) -> Figure:
    period, newest = known[-1]
    best_in, best = max(known, key=lambda each: each[1].e1rm.kg)
    made = [f"{when(period)}: {worked_out(newest, page.unit)}"]
    if newest.e1rm.at_least:
        made.append("At least so much: nobody knows how many repetitions were left.")
    if best is not newest:
        made.append(f"Best of this time, {when(best_in)}: {worked_out(best, page.unit)}")
    old = "" if period == page.periods[-1] else f", {when(period)}"
    return Figure(
        definition="strength.e1rm",
        name=lift.exercise.name,
        value=estimated(newest, page.unit),
        note=f"{newest.e1rm.formula_name}{old}",
        made=tuple(made),
        behind=sessions_of(period, of_exercise(lift.exercise.id)),
    )


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
    """Return the estimates of a lift as a line; those that are at least so much as dots of their own."""
    found = [each if isinstance(each, Maximum) else None for each in lift.maxima]
    values = tuple(None if each is None else in_unit(each.e1rm.kg, page.unit) for each in found)
    least = [each is not None and each.e1rm.at_least for each in found]
    series = [Series(name="estimate", role=Role.STRENGTH, shape=Shape.LINE, values=values, fold=Fold.HIGHEST)]
    for name, role, wanted in (("as rated", Role.STRENGTH, False), ("≥ at least", Role.SECOND, True)):
        dots = tuple(value if at_least is wanted else None for value, at_least in zip(values, least, strict=True))
        if any(value is not None for value in dots):
            series.append(Series(name=name, role=role, shape=Shape.DOT, values=dots, fold=Fold.HIGHEST))
    why = next((each for each in reversed(lift.maxima) if isinstance(each, Without)), None)
    return ChartData(
        id=f"e1rm:{lift.exercise.id}",
        title=f"{lift.exercise.name}, e1RM",
        periods=page.periods,
        series=tuple(series),
        unit=str(page.unit),
        summary=_trend(found, page.unit),
        current=page.periods[-1],
        nothing=f"No estimate: {why}" if why else "Nothing here yet",
    )


def _trend(found: list[Maximum | None], unit: WeightUnit) -> str:
    known = [each for each in found if each is not None]
    if len(known) < 2:
        return ""
    change = in_unit(known[-1].e1rm.kg - known[0].e1rm.kg, unit)
    return f"{change:+.0f} {unit} since the first of these" if round(change) else "as at the beginning"


def records(page: LiftingPage) -> Section:
    """Return the records, the newest first."""
    by_id = {lift.exercise.id: lift for lift in page.lifts}
    told = tuple(_record(page, record, by_id[record.exercise]) for record in page.records if record.exercise in by_id)
    return Section(heading="Records", note="of these lifts, ever", told=told)


def _record(page: LiftingPage, record: Record, lift: Lift) -> Told:
    figure = Figure(
        definition="strength.record",
        name=lift.exercise.name,
        value=_most(record, page.unit),
        note=f"{record.best}, {lately(record.day, page.today)}",
        made=(f"First done on {day(record.day)}", *_how(record, page.unit)),
        behind=f"{of_exercise(record.exercise)} and day={record.day.isoformat()} and {COUNTED}",
    )
    new = record.day >= page.recent_periods[0].first
    return Told(
        line=FigureLine(figure=figure, sign="★" if new else " ", colour="$accent"),
        chart=partial(lift_chart, page, lift),
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
