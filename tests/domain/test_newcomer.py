"""A newcomer may begin on the day they come, and rests a day between any two of training."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.newcomer import newcomer
from hybridtui.domain.plan import draft

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize("today", [MONDAY + timedelta(days=n) for n in range(7)], ids=lambda day: f"{day:%a}")
def test_the_first_plan_has_something_to_do_today(today: date):
    athlete = newcomer(today)
    assert today.weekday() in athlete.days
    ids = iter(range(1000))
    plan = draft(athlete, today, weeks=4, plan_id="p", ids=lambda: str(next(ids)))
    assert plan.weeks[0].workouts[0].day == today


@pytest.mark.parametrize("today", [MONDAY + timedelta(days=n) for n in range(7)], ids=lambda day: f"{day:%a}")
def test_no_two_training_days_follow_one_another(today: date):
    days = newcomer(today).days
    assert len(days) == 3
    assert all(1 < later - earlier < 6 for earlier, later in pairwise(days))
    assert days[-1] - days[0] < 6


def test_everything_else_is_the_default():
    assert newcomer(MONDAY) == Athlete()
