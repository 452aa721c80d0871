"""The charts of the balance of strength work. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hybridtui.domain.lifting.page import LiftingPage, OneSided
from hybridtui.domain.lifting.shares import Shares
from hybridtui.domain.lifting.sides import WIDE, SideGap
from hybridtui.ui.charts.data import ChartData, Fold, Role, Series, Shape
from hybridtui.ui.history.strength_words import in_unit, sets

Counted = Callable[[Shares], float]
"""Which sets count."""

PUSH_PULL: tuple[Counted, Counted] = (lambda of: of.push), (lambda of: of.pull)
SQUAT_AND_HINGE: tuple[Counted, Counted] = (lambda of: of.squat), (lambda of: of.hinge)
"""What is weighed against what."""


def tonnage_chart(page: LiftingPage) -> ChartData:
    """Return the tonnage of each week or month."""
    values = tuple(None if kg is None else in_unit(kg, page.unit) for kg in page.tonnage_kg)
    return ChartData(
        id="tonnage",
        title="Tonnage",
        periods=page.periods,
        series=(Series(name="lifted", role=Role.STRENGTH, shape=Shape.BAR, values=values, fold=Fold.SUM),),
        unit=str(page.unit),
        current=page.periods[-1],
    )


def push_pull_chart(page: LiftingPage) -> ChartData:
    """Return the sets of pushing and of pulling."""
    return pair_chart(page, "push_pull", ("Push", "pull"), PUSH_PULL)


def pair_chart(page: LiftingPage, id_: str, names: tuple[str, str], counted: tuple[Counted, Counted]) -> ChartData:
    """Return the sets of two kinds of work beside each other."""
    name, beside = names
    series = (
        Series(name=name.lower(), role=Role.STRENGTH, shape=Shape.BAR, values=counts(page, counted[0]), fold=Fold.SUM),
        Series(name=beside, role=Role.OTHER, shape=Shape.BAR, values=counts(page, counted[1]), fold=Fold.SUM),
    )
    return _sets_chart(page, id_, f"{name} and {beside}", series)


def share_chart(page: LiftingPage, id_: str, name: str, part: Counted, whole: Counted) -> ChartData:
    """Return the sets of a part, on those of the rest."""
    rest = tuple(None if each is None else whole(each) - part(each) for each in page.shares)
    series = (
        Series(name=name.lower(), role=Role.STRENGTH, shape=Shape.BAR, values=counts(page, part), fold=Fold.SUM),
        Series(name="others", role=Role.OTHER, shape=Shape.BAR, values=rest, fold=Fold.SUM),
    )
    return _sets_chart(page, id_, f"{name} work", series)


def gap_chart(page: LiftingPage, one: OneSided, summary: str) -> ChartData:
    """Return the gap between left and right of an exercise."""
    return ChartData(
        id=f"sides:{one.exercise.id}",
        title=f"{one.exercise.name}, gap of left and right",
        periods=page.periods,
        series=(
            Series(
                name="gap",
                role=Role.STRENGTH,
                shape=Shape.DOT,
                values=tuple(_newest(page, one.gaps)),
                fold=Fold.HIGHEST,
            ),
        ),
        unit="%",
        band=(0.0, WIDE * 100),
        summary=summary,
        current=page.periods[-1],
    )


def _newest(page: LiftingPage, gaps: tuple[SideGap, ...]) -> Iterator[float | None]:
    """Yield the gap of each period's last session with both sides."""
    newest = {page.by.of(gap.day): gap.gap * 100 for gap in gaps}
    for period in page.periods:
        yield newest.get(period)


def _sets_chart(page: LiftingPage, id_: str, title: str, series: tuple[Series, ...]) -> ChartData:
    return ChartData(
        id=id_,
        title=title,
        periods=page.periods,
        series=series,
        unit="sets",
        write=sets,
        current=page.periods[-1],
    )


def counts(page: LiftingPage, counted: Counted) -> tuple[float | None, ...]:
    """Return how many sets counted in each week or month; None: unknown."""
    return tuple(None if each is None else counted(each) for each in page.shares)


def ratios(page: LiftingPage, one: Counted, other: Counted) -> tuple[float | None, ...]:
    """Return one count against another in each week or month; None: unknown, or nothing to compare with."""
    return tuple(one(each) / other(each) if each is not None and other(each) else None for each in page.shares)
