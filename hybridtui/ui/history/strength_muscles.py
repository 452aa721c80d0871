"""The muscles of the strength tab: hard sets a week, unrated ones, what running cost, and the band. Pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from hybridtui.domain.calendar import By, Period
from hybridtui.domain.figures import Figure
from hybridtui.domain.lifting.leg_cost import MUSCLES
from hybridtui.domain.lifting.muscles import NONE, MuscleSets
from hybridtui.domain.lifting.page import RECENT, LiftingPage, Muscle
from hybridtui.domain.query.writing import WITH_RUNNING, of_exercise
from hybridtui.domain.units import decimal
from hybridtui.domain.volume import LEG_MUSCLES, SOME_RUNNING
from hybridtui.ui.charts.data import ChartData, Fold, Role, Series, Shape
from hybridtui.ui.charts.small import Mark, Part, bar
from hybridtui.ui.history.figure_list import FigureLine
from hybridtui.ui.history.strength_words import (
    HARD,
    RUNNING,
    UNRATED,
    Section,
    Told,
    any_of,
    muscle,
    sessions_between,
    sets,
)

WIDTH = 10
"""Cells of a bar."""


def muscles(page: LiftingPage) -> Section:
    """Return the muscles, the most trained first."""
    longest = max((_size(_told_of(each)) for each in page.muscles), default=0.0)
    counted = f"{page.uncounted:,.0f} sets name no muscle" if page.uncounted else ""
    return Section(
        heading="Muscles",
        note=" · ".join(part for part in (_stretch(page), counted) if part),
        told=tuple(_muscle(page, each, longest) for each in page.muscles),
    )


def _stretch(page: LiftingPage) -> str:
    if any(each.usual is None for each in page.muscles):
        return f"hard sets, this {page.by} so far"
    return f"hard sets a week, mean of {_known(page)} full {page.by}s"


def _known(page: LiftingPage) -> int:
    finished = page.tonnage_kg[:-1][-RECENT[page.by] :]
    return sum(value is not None for value in finished)


def _told_of(one: Muscle) -> MuscleSets:
    """Return what the line tells: what is usual, else what there is so far."""
    return one.usual or one.sets[-1] or NONE


def _size(of: MuscleSets) -> float:
    return of.lifted + of.from_running


def _muscle(page: LiftingPage, one: Muscle, longest: float) -> Told:
    told = _told_of(one)
    figure = Figure(
        definition="strength.muscle",
        name=muscle(one.name),
        value=_counted(told),
        note=_note(one, told),
        made=tuple(_made(page, one, told)),
        behind=_behind(page, one),
    )
    parts = (
        Part(told.hard, HARD),
        Part(told.unrated, UNRATED, Mark.OPEN),
        Part(told.from_running, RUNNING, Mark.DOUBLE),
    )
    glance = bar(parts, WIDTH, of=longest or 1.0)
    return Told(line=FigureLine(figure=figure, glance=glance), chart=partial(muscle_chart, page, one))


def _counted(told: MuscleSets) -> str:
    """Write the hard sets; where some are unrated, from those that were hard to those that may have been."""
    hard, lifted = sets(told.hard), sets(told.lifted)
    if hard == lifted:
        return hard
    return f"{hard}-{lifted}" if told.hard else f"≤ {lifted}"


def _note(one: Muscle, told: MuscleSets) -> str:
    """Say where the sets lie in the band; if that depends on unrated ones, how many those are."""
    place, highest = one.band.place(told.hard), one.band.place(told.lifted)
    unrated = "some unrated" if told.hard else "none rated"
    note = place if place == highest else unrated
    return f"{note}, +{sets(told.from_running)} run" if told.from_running else note


def _places(one: Muscle, told: MuscleSets) -> str:
    place, highest = (_PLACES[one.band.place(count)] for count in (told.hard, told.lifted))
    return place if place == highest else f"{place}; {highest} if the unrated were hard"


_PLACES = {
    "low": "below what maintains",
    "maintains": "enough to maintain",
    "on target": "on target",
    "above target": "above target",
    "above the cap": "above the cap",
}
"""Where sets lie in the band, in a sentence."""


def _made(page: LiftingPage, one: Muscle, told: MuscleSets) -> list[str]:
    band = one.band
    target = f"target {sets(band.low)}-{sets(band.high)}, at most {sets(band.cap)}"
    made = [
        f"{sets(told.hard)} hard + {sets(told.unrated)} unrated + {sets(told.from_running)} from running",
        f"Lifted sets are {_places(one, told)}.",
        f"Band: maintain {sets(band.maintain)}, start {sets(band.start)}, {target}",
    ]
    if one.name in LEG_MUSCLES and page.run_minutes >= SOME_RUNNING:
        made.append(f"Lower, since legs run {decimal(page.run_minutes, 0)} min a week as usual.")
    if page.by is By.MONTH:
        made.append("Of a month: sets by the weeks it has, so far.")
    return made


def _behind(page: LiftingPage, one: Muscle) -> str:
    """Find the sessions that trained it in the stretch that the line tells of; those with running too, for legs."""
    first, last = _days(page, one)
    conditions = [of_exercise(id_) for id_ in one.exercises]
    conditions += [WITH_RUNNING] if one.name in MUSCLES else []
    return sessions_between(first, last, any_of(conditions)) if conditions else ""


def _days(page: LiftingPage, one: Muscle) -> tuple[date, date]:
    if one.usual is None:
        return page.periods[-1].first, page.periods[-1].last
    finished = page.periods[:-1][-RECENT[page.by] :]
    return finished[0].first, finished[-1].last


def muscle_chart(page: LiftingPage, one: Muscle) -> ChartData:
    """Return the sets of a muscle stacked, running on top, with the band for those lifted."""
    parts: tuple[tuple[str, Role, Callable[[MuscleSets], float]], ...] = (
        ("hard", Role.STRENGTH, lambda of: of.hard),
        ("unrated", Role.OTHER, lambda of: of.unrated),
        ("from running", Role.RUN, lambda of: of.from_running),
    )
    return ChartData(
        id=f"muscle:{one.name}",
        title=muscle(one.name).capitalize(),
        periods=page.periods,
        series=tuple(_series(one, *part) for part in parts if any(each and part[2](each) for each in one.sets)),
        unit="sets a week",
        write=sets,
        band=(one.band.low, one.band.high),
        summary=f"target {sets(one.band.low)}-{sets(one.band.high)} lifted, at most {sets(one.band.cap)}",
        current=current(page),
        nothing=f"No hard set for {muscle(one.name)} yet",
    )


def current(page: LiftingPage) -> Period:
    """Return the period that still runs."""
    return page.periods[-1]


def _series(one: Muscle, name: str, role: Role, part: Callable[[MuscleSets], float]) -> Series:
    values = tuple(None if each is None else part(each) for each in one.sets)
    return Series(name=name, role=role, shape=Shape.BAR, values=values, fold=Fold.MEAN)
