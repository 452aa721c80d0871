"""Answers out of range are refused by the name of their field (science.md F.1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hybridtui.domain.athlete import Athlete, Race, RaceResult
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.problems import Problem
from tests.domain.plan.builders import MONDAY, plan


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("balance", 0.05),
        ("balance", 0.95),
        ("balance", float("nan")),
        ("days", (Weekday.MON,)),
        ("days", ()),
        ("days", (Weekday.WED, Weekday.MON)),
        ("days", (Weekday.MON, Weekday.MON)),
        ("days_per_week", 7),
        ("days_per_week", 1),
        ("minutes", (9,) * 7),
        ("minutes", (45,) * 6),
        ("minutes", (45,) * 6 + (241,)),
        ("slots", (3,) * 7),
        ("equipment", frozenset({"trampoline"})),
        ("run_minutes", -1),
        ("run_minutes", 1201),
        ("longest_run", 301),
        ("strength_sessions", 8),
        ("age", 12),
        ("age", 101),
        ("bodyweight_kg", 0.0),
        ("result", RaceResult(1000.0, 240.0)),
        ("result", RaceResult(5000.0, 0.0)),
        ("easy_pace_s_per_km", float("inf")),
        ("race", Race(0.0, MONDAY + timedelta(weeks=12))),
        ("race", Race(50_000.0, MONDAY + timedelta(weeks=12))),
        ("race", Race(float("nan"), MONDAY + timedelta(weeks=12))),
        ("quality_runs", 3),
        ("quality_runs", -1),
        ("lighter_every", 2),
        ("lighter_every", 7),
    ],
)
def test_an_answer_out_of_range_is_refused_by_name(field: str, value: object) -> None:
    with pytest.raises(Problem, match=f"^{field}: "):
        plan(replace(Athlete(), **{field: value}))


@pytest.mark.parametrize("weeks", [0, 53, -1])
def test_a_plan_has_one_to_52_weeks(weeks: int) -> None:
    with pytest.raises(Problem, match=r"^weeks: "):
        plan(Athlete(), weeks=weeks)


def test_the_edges_of_the_ranges_are_in() -> None:
    edge = Athlete(balance=0.90, minutes=(10,) * 7, run_minutes=1200, longest_run=300, strength_sessions=7, age=13)
    assert plan(edge, MONDAY).weeks
