"""Lifts as they are said and drawn: a rated estimate is never compared with one that is at least so much."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import By, Week, span
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.lifting.done import LikeSets
from hybridtui.domain.lifting.page import LiftingLog, LiftingPage, page
from hybridtui.domain.session import SetKind
from hybridtui.ui.charts.data import Shape
from hybridtui.ui.history.strength_lifts import lifts
from hybridtui.ui.history.strength_muscles import muscles
from hybridtui.ui.history.strength_words import Told

TODAY = date(2026, 3, 4)
WEEKS = 6


def sets(week: int, kg: float, rpe: float | None) -> LikeSets:
    """Return three sets of five back squats, so many weeks ago."""
    return LikeSets(
        period=Week.of(TODAY).plus(-week), exercise="back_squat", kind=SetKind.WORKING, bodyweight=False, day=None,
        reps=5, rpe=rpe, hard=None if rpe is None else True, sets=3, heaviest_kg=kg, tonnage_kg=15 * kg, one_sided=0,
    )  # fmt: skip


def told(*done: LikeSets) -> LiftingPage:
    """Return the page of six weeks."""
    periods = span(By.WEEK, WEEKS, TODAY)
    log = LiftingLog(
        periods=periods, by=By.WEEK, today=TODAY, began=TODAY - timedelta(days=60), athlete=Athlete(),
        exercises=catalogue(),
        done={period: [one for one in done if one.period == period] for period in periods},
        runs={}, gaps={}, focus=(), records=(),
    )  # fmt: skip
    return page(log, lambda _day: None)


def squat(*done: LikeSets) -> Told:
    (one,) = lifts(told(*done)).told
    return one


def test_the_line_goes_through_rated_estimates_and_the_others_stand_alone() -> None:
    chart = squat(sets(4, 100, 8), sets(2, 60, None), sets(0, 102, 8)).chart()
    line, dots = chart.series
    assert (line.shape, dots.shape, dots.hollow) == (Shape.LINE, Shape.DOT, True)
    assert [value is not None for value in line.values] == [False, True, False, False, False, True]
    assert [value is not None for value in dots.values] == [False, False, False, True, False, False]
    assert line.over >= 3, "one week without a rating does not break it"
    assert chart.summary == "from 123 kg to 126 kg"


def test_where_nothing_is_rated_the_line_says_at_least() -> None:
    one = squat(sets(3, 60, None), sets(0, 90, None))
    (line,) = one.chart().series
    assert (line.name, line.shape) == ("≥ at least", Shape.LINE)
    assert one.chart().summary == "from ≥ 70 kg to ≥ 105 kg"
    assert (one.line.figure.value, one.line.figure.note) == ("≥ 105 kg", "Epley")


@pytest.mark.parametrize(
    ("later", "value", "note"),
    [(60.0, "123 kg", "RPE chart, W06"), (120.0, "≥ 140 kg", "Epley")],
    ids=["less says nothing", "as much or more says more"],
)
def test_the_newest_rated_estimate_is_told_with_its_week_unless_later_sets_say_more(
    later: float, value: str, note: str
) -> None:
    one = squat(sets(4, 100, 8), sets(0, later, None))
    assert (one.line.figure.value, one.line.figure.note) == (value, note)
    assert one.chart().summary == "", "a rated estimate and a lower bound cannot be compared"


def test_sets_that_nobody_rated_are_at_most_hard() -> None:
    quads = next(one for one in muscles(told(sets(1, 60, None))).told if one.line.figure.name == "quads")
    assert quads.line.figure.value == "≤ 0.8"
    both = next(
        one for one in muscles(told(sets(1, 60, None), sets(1, 100, 8))).told if one.line.figure.name == "quads"
    )
    assert both.line.figure.value == "0.8-1.5"
    assert "═" not in both.line.glance.plain
    assert both.line.glance.plain.strip() == "━━━━━╍╍╍╍╍", "told apart without colour"
