"""How many sessions of each kind a week holds (science.md F.3, R7, I.1, I.9, I.10)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain.athlete import Athlete, Goal, Level, Limit
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.plan.mix import Mix, MixRules, circuit_level, ladder, wanted

TRAINED = Athlete(level=Level.INTERMEDIATE, days=tuple(Weekday))


def first(days: int, balance: float, athlete: Athlete = TRAINED, week: int = 8) -> Mix:
    return next(wanted(MixRules(replace(athlete, days_per_week=days, balance=balance), week)))


@pytest.mark.parametrize(
    ("days", "balance", "mix"),
    [
        (2, 0.70, Mix(1, combos=1)),
        (2, 0.50, Mix(strengths=1, combos=1)),
        (2, 0.30, Mix(strengths=1, combos=1)),
        (3, 0.70, Mix(2, combos=1)),
        (3, 0.50, Mix(1, 1, circuits=1)),
        (3, 0.30, Mix(1, 2)),
        (4, 0.70, Mix(2, 1, combos=1)),
        (4, 0.50, Mix(2, 2)),
        (4, 0.30, Mix(1, 3)),
        (5, 0.70, Mix(3, 1, combos=1)),
        (5, 0.50, Mix(3, 2)),
        (5, 0.30, Mix(2, 3)),
        (6, 0.70, Mix(4, 2)),
        (6, 0.50, Mix(3, 3)),
        (6, 0.30, Mix(2, 4)),
    ],
)
def test_the_table_of_days_and_balance(days: int, balance: float, mix: Mix) -> None:
    assert first(days, balance) == mix


def test_doubles_make_room_for_a_fourth_run() -> None:
    assert first(5, 0.70, replace(TRAINED, allow_doubles=True)) == Mix(4, 2)
    assert first(4, 0.60, replace(TRAINED, allow_doubles=True, days=TRAINED.days[:4], slots=(2,) * 7)) == Mix(4, 3)


def test_a_beginners_first_weeks_hold_two_strength_sessions_at_most() -> None:
    beginner = replace(TRAINED, level=Level.BEGINNER)
    assert first(5, 0.30, beginner, week=1) == Mix(3, 2)
    assert first(5, 0.30, beginner, week=5) == Mix(2, 3)


def test_beginners_use_five_days_at_most() -> None:
    beginner = replace(TRAINED, level=Level.BEGINNER, days_per_week=6)
    assert beginner.days_used == 5


def test_busy_athletes_get_the_circuit_first() -> None:
    assert first(5, 0.50, replace(TRAINED, goal=Goal.TIME_SAVER)) == Mix(2, 2, circuits=1)


def test_circuits_wait_for_the_health_question() -> None:
    cautious = MixRules(replace(TRAINED, days_per_week=3, see_professional=True), 8)
    assert not cautious.allows(Mix(1, 1, circuits=1))
    assert all(not mix.circuits for mix in wanted(cautious))


def test_the_ladder_goes_from_the_wanted_mix_a_step_at_a_time() -> None:
    rungs = list(ladder(Mix(1, 1, circuits=1)))
    assert [mix for steps, mix in rungs if steps <= 1] == [
        Mix(1, 1, circuits=1),
        Mix(1, 1),
        Mix(2, 1),
        Mix(0, 1, circuits=1),
        Mix(1, 0, circuits=1),
        Mix(0, 1, circuits=1, combos=1),
        Mix(1, 0, circuits=1, combos=1),
        Mix(0, 0, circuits=1, combos=1),
    ]
    assert [steps for steps, _ in rungs] == sorted(steps for steps, _ in rungs)


@pytest.mark.parametrize("mix", [Mix(3), Mix(0, 2), Mix(1, 4), Mix(4, 2)])
def test_a_week_without_one_of_the_sports_or_with_too_much_is_not_allowed(mix: Mix) -> None:
    assert not MixRules(replace(TRAINED, days_per_week=4, balance=0.5), 8).allows(mix)


@pytest.mark.parametrize(
    ("athlete", "level"),
    [
        (Athlete(), 1),
        (replace(TRAINED, level=Level.INTERMEDIATE), 2),
        (replace(TRAINED, level=Level.ADVANCED), 3),
        (replace(TRAINED, level=Level.ADVANCED, age=66), 2),
        (replace(TRAINED, level=Level.ADVANCED, limits=frozenset({Limit.PREGNANCY})), 1),
    ],
)
def test_circuits_are_as_hard_as_the_athlete_is_trained(athlete: Athlete, level: int) -> None:
    assert circuit_level(athlete) == level
