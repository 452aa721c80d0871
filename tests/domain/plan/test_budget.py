"""Run minutes and long runs against progression.csv, run/walk against c25k.csv (science.md C.6, C.8)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hybridtui.domain.athlete import Athlete, Goal, Level
from hybridtui.domain.plan import budget, c25k, season

ORACLES = Path(__file__).parents[2] / "oracles"
PROGRESSIONS = {
    "P4_half_12wk": (150, 0.80, 240, 4),
    "general_8wk_from_60": (60, 0.80, 150, 3),
    "runner_300_keepslifting": (300, 1.00, 400, 5),
}


def oracle(name: str) -> list[dict[str, str]]:
    with (ORACLES / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("scenario", PROGRESSIONS)
def test_weekly_minutes_and_long_runs_grow_as_the_oracle_says(scenario: str) -> None:
    current, share, most, runs = PROGRESSIONS[scenario]
    rows = [r for r in oracle("progression.csv") if r["scenario"] == scenario]
    ramp = budget.Ramp(budget.floor_to(current * share), most)
    longest = budget.longest_known(Athlete(run_minutes=current))
    taper = iter(season.TAPER[Goal.HALF])
    for row in rows:
        week = ramp.taper(next(taper)) if row["kind"] == "taper" else ramp.week()
        assert week.minutes == int(row["run_minutes"])
        assert week.step_back == (row["kind"] == "step_back")
        if row is rows[-1] and row["kind"] == "taper":
            assert row["long_run_minutes"] == "0"  # the race
            break
        long = budget.long_run(week.minutes, runs, longest)
        assert long == int(row["long_run_minutes"])
        longest = max(longest, long)


def test_strength_that_is_new_takes_a_fifth_off_the_first_week() -> None:
    assert budget.first_week(Athlete(run_minutes=200), adds_strength=True) == 160
    assert budget.first_week(Athlete(run_minutes=200), adds_strength=False) == 200


@pytest.mark.parametrize(("running", "first"), [(0, 40), (10, 40), (20, 20), (45, 40), (50, 40), (60, 45)])
def test_little_running_is_not_cut_further(running: int, first: int) -> None:
    athlete = Athlete(level=Level.INTERMEDIATE, run_minutes=running)
    assert budget.first_week(athlete, adds_strength=True) == max(first, budget.floor_to(0.8 * running))


def test_from_fifty_years_on_every_third_week_is_lighter() -> None:
    assert budget.step_back_every(Athlete(age=49)) == 4
    assert budget.step_back_every(Athlete(age=50)) == 3


@pytest.mark.parametrize("level", Level)
def test_only_the_advanced_may_go_more_than_four_weeks_without_a_lighter_one(level: Level) -> None:
    chosen = [budget.step_back_every(Athlete(level=level, lighter_every=weeks, age=55)) for weeks in (3, 4, 5, 6)]
    assert chosen == ([3, 4, 5, 6] if level is Level.ADVANCED else [3, 4, 4, 4])


def test_a_lighter_week_out_of_turn_takes_the_place_of_the_next_one_if_that_is_near() -> None:
    def lighter(asked: int) -> list[int]:
        ramp = budget.Ramp(120, 240)
        return [n for n in range(1, 10) if ramp.week(lighter=n == asked).step_back]

    assert lighter(5) == [4, 5, 8]
    assert lighter(6) == [4, 6]
    assert lighter(7) == [4, 7]
    assert lighter(8) == [4, 8]


def test_a_restart_grows_from_where_it_begins_and_is_not_followed_by_a_lighter_week() -> None:
    ramp = budget.Ramp(120, 240)
    weeks = [ramp.week(base=80 if number == 7 else None) for number in range(1, 11)]
    assert [week.minutes for week in weeks] == [120, 130, 140, 105, 150, 165, 80, 85, 90, 65]
    assert [week.step_back for week in weeks[6:]] == [False, False, False, True]


def test_a_week_that_is_held_is_not_built_upon() -> None:
    ramp = budget.Ramp(120, 240)
    assert [ramp.week(base=130 if number == 3 else None).minutes for number in range(1, 6)] == [120, 130, 130, 95, 140]


def test_nothing_is_built_on_minutes_that_the_days_did_not_hold() -> None:
    ramp = budget.Ramp(120, 240)
    minutes = []
    for _ in range(3):
        minutes.append(ramp.week().minutes)
        ramp.held(min(minutes[-1], 125))
    assert minutes == [120, 130, 135]


def test_the_peak_follows_goal_and_level() -> None:
    assert budget.peak(Athlete(goal=Goal.HALF, level=Level.INTERMEDIATE)) == 240
    assert budget.peak(Athlete(goal=Goal.STRENGTH_FIRST)) == 120


def test_run_walk_weeks_hold_what_the_programme_says() -> None:
    for row in oracle("c25k.csv"):
        for number in range(int(row["run_no"][0]), int(row["run_no"][-1]) + 1):
            structure = c25k.structures(int(row["week"]), 3)[number - 1]
            run = sum(part.seconds for part in structure if part.runs)
            assert (run, c25k.seconds(structure) - run) == (int(row["run_s"]), int(row["walk_s"]))


def test_two_runs_a_week_take_the_first_and_last_session_one_the_last() -> None:
    a, _, c = c25k.structures(5, 3)
    assert c25k.structures(5, 2) == (a, c)
    assert c25k.structures(5, 1) == (c,)


def test_a_short_day_drops_trailing_repeats() -> None:
    structure = c25k.structures(1, 1)[0]
    cut = c25k.fitted(structure, 900)
    assert structure[: len(cut)] == cut
    assert c25k.seconds(cut) == 900
    assert c25k.fitted(c25k.structures(9, 1)[0], 610) == (c25k.Stretch(True, 600),)
