"""Where a plan may begin: the mean of four weeks (R9) and the longest run of 30 days (C.6.4)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.history import SessionLine
from hybridtui.domain.recent import Recent, begun, gone_on, recent, since
from hybridtui.domain.session import Source
from hybridtui.domain.workout import Kind

TODAY = date(2026, 3, 4)


def a_line(days_ago: int, *, run: float = 0, strength: float = 0) -> SessionLine:
    day = TODAY - timedelta(days=days_ago)
    return SessionLine(
        id=f"{days_ago}-{run}",
        local_date=day,
        started_local=datetime(day.year, day.month, day.day, 18),
        kind=Kind.RUN if run else Kind.STRENGTH,
        title="",
        total_s=(run + strength) * 60,
        run_s=run * 60,
        strength_s=strength * 60,
        distance_m=0,
        sets=0,
        tonnage_kg=0,
        load_au=0,
        source=Source.APP,
    )


def test_an_empty_log_is_no_training():
    assert recent((), TODAY) == Recent(0, 0, 0)


def test_minutes_and_sessions_are_means_of_four_weeks():
    lines = [a_line(0, run=40), a_line(7, run=50), a_line(27, run=30), *(a_line(n, strength=45) for n in range(1, 9))]
    assert recent(lines, TODAY) == Recent(run_minutes=30, longest_run=50, strength_sessions=2)


def test_the_longest_run_counts_for_thirty_days_but_minutes_for_twenty_eight():
    lines = [a_line(28, run=80), a_line(29, run=90), a_line(30, run=200)]
    assert recent(lines, TODAY) == Recent(run_minutes=0, longest_run=90, strength_sessions=0)
    assert since(TODAY) == TODAY - timedelta(days=29)


def test_a_session_dated_after_today_does_not_count():
    assert recent([a_line(-1, run=60, strength=10)], TODAY) == Recent()


def test_the_first_run_begins_with_what_the_log_tells():
    athlete = begun(Athlete(age=40), Recent(run_minutes=90, longest_run=60, strength_sessions=2))
    assert (athlete.age, athlete.run_minutes, athlete.longest_run, athlete.strength_sessions) == (40, 90, 60, 2)


def test_what_no_plan_can_begin_from_is_cut_to_the_ranges_of_the_questions():
    athlete = begun(Athlete(), Recent(run_minutes=5000, longest_run=900, strength_sessions=14))
    assert (athlete.run_minutes, athlete.longest_run, athlete.strength_sessions) == (1200, 300, 7)


def test_a_longest_run_older_than_the_four_weeks_is_not_claimed():
    lately = recent([a_line(29, run=90)], TODAY)
    assert begun(Athlete(), lately).longest_run == 0


def test_a_single_run_may_be_all_of_the_four_weeks():
    lately = recent([a_line(3, run=41)], TODAY)
    assert begun(Athlete(), lately).longest_run == 41


def test_who_followed_a_plan_for_four_weeks_goes_on_with_what_was_done() -> None:
    lines = [a_line(n, run=30) for n in range(1, 29, 7)] + [a_line(n, strength=45) for n in range(2, 29, 4)]
    answered = Athlete(run_minutes=150, longest_run=90, strength_sessions=3)
    now = gone_on(answered, lines, TODAY - timedelta(days=30), TODAY)
    assert (now.run_minutes, now.longest_run, now.strength_sessions) == (30, 30, 2)


def test_the_weeks_before_a_plan_are_as_they_were_answered() -> None:
    answered = Athlete(run_minutes=120, longest_run=60, strength_sessions=2)
    lines = [a_line(20, run=300), a_line(10, run=40), a_line(0, run=90)]
    now = gone_on(answered, lines, TODAY - timedelta(days=14), TODAY)
    assert (now.run_minutes, now.longest_run, now.strength_sessions) == (70, 60, 1)


def test_answers_stay_while_nothing_is_logged_by_the_plan() -> None:
    answered = Athlete(run_minutes=120, longest_run=60, strength_sessions=2)
    assert gone_on(answered, [a_line(40, run=50)], TODAY - timedelta(days=28), TODAY) == answered
