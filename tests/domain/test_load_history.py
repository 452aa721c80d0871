"""Loads over time: what is known, what is not, and how it is said (science.md D.1-D.5, H.8)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import By, Month, Week, span
from hybridtui.domain.definitions import definitions
from hybridtui.domain.load_models import day_by_day
from hybridtui.domain.loads import figures, wording
from hybridtui.domain.loads.days import DayLoad, summed
from hybridtui.domain.loads.log import LoadLog, curve
from hybridtui.domain.loads.page import page
from hybridtui.domain.loads.seeding import seed_au
from hybridtui.domain.loads.state import LoadState, StrainRank, state, week_of

MONDAY = date(2026, 1, 5)


def log(loads: dict[int, float], *, today: int, seed: float = 0.0) -> LoadLog:
    """A log of runs by day, counted from a Monday; today is such a day, too."""
    days = tuple(
        DayLoad(MONDAY + timedelta(days=n), run_au=au, run_s=au * 6, sessions=1, runs=1) for n, au in loads.items()
    )
    return LoadLog.of(MONDAY + timedelta(days=today), days[0].day if days else None, days, seed)


def every_day(days: int, au: float = 50.0) -> dict[int, float]:
    return dict.fromkeys(range(days), au)


def test_nothing_is_known_of_an_empty_log() -> None:
    assert state(log({}, today=3), MONDAY) == LoadState(day=MONDAY)


def test_nothing_is_known_before_the_log_and_after_today() -> None:
    known = log(every_day(40), today=39)
    for day in (MONDAY - timedelta(days=1), MONDAY + timedelta(days=40)):
        found = state(known, day)
        assert (found.ctl, found.atl, found.form, found.acwr) == (None, None, None, None)
    assert state(known, MONDAY).ctl is not None


def test_a_week_that_runs_is_not_judged_by_days_to_come() -> None:
    assert week_of(log(every_day(6), today=5), Week.of(MONDAY)).monotony is None
    assert week_of(log(every_day(6), today=6), Week.of(MONDAY)).monotony is not None


def test_a_comparison_takes_28_days_of_log_rest_days_among_them() -> None:
    assert state(log({0: 50, 20: 50}, today=26), MONDAY + timedelta(days=26)).acwr is None
    found = state(log({0: 50, 20: 50}, today=27), MONDAY + timedelta(days=27))
    assert (found.days_known, found.acwr) == (28, 0)
    assert state(log({0: 50}, today=60), MONDAY + timedelta(days=60)).acwr is None


def test_fitness_and_fatigue_begin_with_what_was_reported() -> None:
    found = curve(log({0: 100}, today=0, seed=60)).on(MONDAY)
    assert found is not None
    assert found.form == 0
    assert 60 < found.ctl < found.atl < 100


@pytest.mark.parametrize(
    ("began", "start", "seed"),
    [
        (date(2026, 3, 2), date(2026, 3, 2), 120.0),
        (date(2026, 2, 2), date(2026, 3, 2), 120.0),
        (date(2026, 2, 1), date(2026, 3, 2), 0.0),
        (date(2026, 3, 9), date(2026, 3, 2), 120.0),
        (None, date(2026, 3, 2), 0.0),
        (date(2026, 3, 2), None, 0.0),
    ],
)
def test_only_a_log_that_began_with_the_plan_is_seeded(began: date | None, start: date | None, seed: float) -> None:
    athlete = Athlete(run_minutes=100, strength_sessions=2)  # (100 x 3 + 2 x 45 x 6) / 7
    assert seed_au(athlete, began, start) == seed


def test_strain_is_ranked_among_the_own_last_weeks_only_if_there_are_some() -> None:
    hard = {n: 100.0 * (1 + n // 7) for n in range(35) if n % 7 in (0, 3)}
    assert state(log(hard, today=27), MONDAY + timedelta(days=27)).rank is None
    assert state(log(hard, today=34), MONDAY + timedelta(days=34)).rank == StrainRank(below=4, of=4)


def test_a_usual_week_and_the_last_seven_days_are_sums_of_days() -> None:
    now = state(log({n: 10.0 * (n + 1) for n in range(28)}, today=27), MONDAY + timedelta(days=27))
    assert now.week_au == sum(range(220, 290, 10))
    assert now.usual_au == sum(range(10, 290, 10)) / 4


def test_a_week_like_the_others_is_above_none_of_them() -> None:
    same = {n: 100.0 for n in range(35) if n % 7 in (0, 3)}
    assert state(log(same, today=34), MONDAY + timedelta(days=34)).rank == StrainRank(below=0, of=4)


@pytest.mark.parametrize(
    ("ratio", "said"),
    [(0.66, "smaller than usual"), (0.67, "about usual"), (1.5, "about usual"), (1.51, "bigger than usual")],
)
def test_a_week_is_bigger_than_usual_above_one_and_a_half(ratio: float, said: str) -> None:
    assert wording.against_usual(ratio) == said


def test_months_are_made_of_the_days_in_them() -> None:
    shown = page(log(every_day(60), today=59), span(By.MONTH, 3, MONDAY + timedelta(days=59)))
    assert [one.period for one in shown.periods] == [Month(2026, 1), Month(2026, 2), Month(2026, 3)]
    assert [one.sums.together.au for one in shown.periods] == [27 * 50, 28 * 50, 5 * 50]
    assert [one.monotony for one in shown.periods] == [10, 10, 10]


def test_weeks_to_come_and_before_the_log_are_unknown() -> None:
    shown = page(log({0: 50}, today=2), [Week.of(MONDAY).plus(n) for n in (-1, 0, 1)])
    assert [one.known for one in shown.periods] == [False, True, False]
    assert [one.ctl is None for one in shown.periods] == [True, False, True]


days_of_log = st.dictionaries(st.integers(0, 200), st.sampled_from([0.0, 30.0, 420.0, 2000.0]), max_size=30)


@settings(max_examples=60)
@given(days_of_log, st.integers(0, 220), st.integers(-40, 260), st.sampled_from(list(By)))
def test_any_log_can_be_looked_at_on_any_day(loads: dict[int, float], today: int, day: int, by: By) -> None:
    known = log({n: loads[n] for n in sorted(loads) if n <= today}, today=today)
    on = MONDAY + timedelta(days=day)
    first = on - timedelta(days=30)
    assert known.daily(first, on) == day_by_day({each.day: each.au for each in known.days}, first, on)
    shown = page(known, span(by, 12, on))
    found = (
        *figures.sports(shown.current.sums, shown.current.period), *figures.fitness(shown.now),
        figures.usual(shown.now), *figures.spread(shown.settled),
    )  # fmt: skip
    for figure in found:
        assert figure.definition in definitions()
        assert figure.value
        assert "None" not in f"{figure.value}{figure.note}{figure.made}"


def test_each_sport_stands_by_itself_and_estimates_are_counted() -> None:
    both = summed([
        DayLoad(MONDAY, 300, 0, 0, 1800, 0, 1, 1, 1, 1, 0, 0),
        DayLoad(MONDAY + timedelta(days=1), 0, 200, 50, 0, 1200, 2, 1, 0, 0, 1, 0, 1, 1),
    ])  # fmt: skip
    shown = figures.sports(both, Week.of(MONDAY))
    assert [(one.name, one.value, one.note) for one in shown] == [
        ("Run", "~300 AU", "1 of 1 estimated"),
        ("Strength", "200 AU", "all 1 rated"),
        ("Other", "~50 AU", "1 of 1 estimated"),
        ("Together", "~550 AU", "2 of 3 estimated"),
        ("Run share", "60 %", "of minutes 60 %"),
    ]
    assert shown[0].behind == "run>0 and same=no and week=2026-W02"


@pytest.mark.parametrize(("form", "note"), [(0.2, ""), (-0.4, ""), (0.6, "fitness leads"), (-8.0, "fatigue leads")])
def test_nothing_leads_where_form_is_shown_as_nothing(form, note):
    shown = figures.fitness(LoadState(day=MONDAY, days_known=50, ctl=40.0, atl=40.0, form=form))[-1]
    assert (shown.note, shown.value == "0") == (note, not note)
