"""The balance line says what the numbers say (science 0, R2, H.5; DESIGN 2)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.balance import headline, percents, run_share
from hybridtui.domain.calendar import Week
from hybridtui.domain.history import Totals
from hybridtui.domain.workout import Kind, Phase, PlannedWeek, Workout

WEEK = Week(2026, 10)
MINUTES = st.integers(0, 600)


def week(run: float = 0, strength: float = 0, runs: int = 0, strengths: int = 0) -> Totals:
    return Totals(
        period=WEEK, run_s=run * 60, strength_s=strength * 60, runs=runs, strength_sessions=strengths, sessions=runs
    )


def planned(*sessions: tuple[int, int]) -> PlannedWeek:
    """Return a week of sessions, each so many minutes of running and of strength."""
    workouts = tuple(
        Workout(
            id=str(n),
            day=date(2026, 3, 2 + n),
            kind=Kind.RUN if run else Kind.STRENGTH,
            subtype="",
            title="",
            minutes=run + strength,
            run_minutes=run,
            strength_minutes=strength,
            steps=(),
        )
        for n, (run, strength) in enumerate(sessions)
    )
    return PlannedWeek(number=1, week=WEEK, phase=Phase.GENERAL, deload=False, workouts=workouts)


@given(MINUTES, MINUTES, MINUTES)
def test_shares_of_run_and_strength_make_one(run: int, strength: int, hybrid: int) -> None:
    share, other = run_share(run, strength, hybrid), run_share(strength, run, hybrid)
    if share is None:
        assert other is None
        assert not run + strength + hybrid
    else:
        assert other is not None
        assert share + other == pytest.approx(1)


@given(st.floats(0, 1))
def test_percents_sum_to_a_hundred(share: float) -> None:
    run, strength = percents(share)
    assert run + strength == 100
    assert abs(run - share * 100) <= 0.5 + 1e-9


def test_the_line_of_the_design() -> None:
    line = headline(week(run=90, strength=50, runs=2, strengths=3), 0.70, planned((45, 0), (45, 0), (0, 15)))
    assert line == "This week 64 % run, target 70/30: one strength session ahead"


def test_an_empty_week_has_nothing_to_weigh() -> None:
    assert headline(week(), 0.50) == "Nothing yet this week, target 50/50"
    assert headline(week(), 0.50, planned()) == "Nothing yet this week, target 50/50"


def test_an_empty_week_says_what_is_planned() -> None:
    line = headline(week(), 0.70, planned((40, 0), (30, 0), (0, 30)))
    assert line == "Nothing yet this week, target 70/30: 70 min run, 30 min strength planned"


@pytest.mark.parametrize("run", [65, 70, 75])
def test_within_five_points_is_in_balance(run: int) -> None:
    line = headline(week(run=run, strength=100 - run, runs=2, strengths=1), 0.70)
    assert line == f"This week {run} % run, target 70/30: in balance"


@pytest.mark.parametrize(
    ("totals", "words"),
    [
        (week(run=30, runs=1), "one run ahead"),
        (week(run=60, runs=2), "two runs ahead"),
        (week(strength=40, strengths=1), "one strength session ahead"),
        (week(strength=80, strengths=2), "two strength sessions ahead"),
        (week(strength=320, strengths=8), "8 strength sessions ahead"),
    ],
)
def test_how_far_ahead_is_counted_in_sessions(totals: Totals, words: str) -> None:
    assert headline(totals, 0.50, planned((30, 0), (30, 0), (0, 40))).endswith(f": {words}")


def test_less_than_half_a_session_is_a_little() -> None:
    assert headline(week(run=100, strength=80, runs=2, strengths=2), 0.50).endswith(": running a little ahead")
    assert headline(week(run=80, strength=100, runs=2, strengths=2), 0.50).endswith(": strength a little ahead")


@given(MINUTES, MINUTES, st.integers(10, 90), st.booleans())
def test_any_week_gets_a_line_that_names_the_side_ahead(run: int, strength: int, target: int, plan: bool) -> None:
    line = headline(week(run, strength, 3, 2), target / 100, planned((30, 0), (0, 40)) if plan else None)
    assert f"target {target}/{100 - target}" in line
    if " ahead" in line:
        share = run / (run + strength)
        assert ("strength" in line.split(": ")[1]) == (share < target / 100)
