"""What was done off the plan, and what of the plan lies too close to it: told, never moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from hybridtui.domain.athlete import Athlete, Level
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.plan.lived import TooClose
from hybridtui.domain.plan.missed import Choice
from hybridtui.domain.problems import Problem
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind, Plan, Workout
from hybridtui.logbook import Logbook
from tests.conftest import FixedClock
from tests.logbook import plans
from tests.logbook.conftest import Reopen

WED, DAY = plans.MONDAY + timedelta(days=2), timedelta(days=1)
ATHLETE = Athlete(level=Level.INTERMEDIATE, days=tuple(Weekday), minutes=(120,) * 7)
LONG = replace(
    plans.run("long", WED + DAY), subtype="long", title="Long run 90 min", minutes=90, run_minutes=90, long=True
)
TEMPO = replace(plans.run("tempo", WED + DAY), subtype="tempo", title="Tempo run")
UPPER = replace(plans.strength("upper", WED + DAY), steps=(plans.PUSH_UP,), subtype="SU", title="Upper body")


def following(*workouts: Workout) -> Plan:
    """Return a plan whose first week holds these workouts."""
    whole = plans.plan(weeks=6)
    first = replace(whole.weeks[0], workouts=workouts)
    return replace(whole, athlete=ATHLETE, weeks=(first, *whole.weeks[1:]))


@pytest.fixture
def begin(reopen: Reopen) -> Callable[..., Logbook]:
    """Open a log in which these workouts are the plan's first week; today is its Wednesday."""

    def open_(*workouts: Workout) -> Logbook:
        book = reopen()
        book.save_athlete(ATHLETE)
        book.plans.adopt(following(*workouts))
        return book

    return open_


def lift(book: Logbook, exercise: str = "back_squat", sets: int = 6, rpe: float | None = 8.0) -> None:
    session = book.sessions.start_free(Kind.STRENGTH, "Legs at the gym")
    book.sessions.log_sets(session.id, None, exercise, [SetDraft(load=Load(100), reps=8, rpe=rpe)] * sets)
    book.sessions.finish(session.id, rpe=7, minutes=15)  # too short to count as a planned one


def run(book: Logbook, rpe: float, minutes: int = 30) -> None:
    session = book.sessions.start_free(Kind.RUN, "Run with the club")
    book.sessions.finish(session.id, rpe=rpe, minutes=minutes)


def told(book: Logbook) -> list[tuple[str, str, bool]]:
    return [(each.workout.id, each.breach.rule, each.breach.hard) for each in close(book)]


def close(book: Logbook) -> tuple[TooClose, ...]:
    return book.today().too_close


def test_heavy_legs_that_nobody_planned_are_told_before_the_long_run_and_move_nothing(begin, clock: FixedClock):
    book = begin(LONG)
    lift(book)
    before = book.plans.current()
    assert told(book) == [("long", "R4", True)]
    clock.pass_(86400)
    (found,) = close(book)
    assert found.breach.text == (
        "Long run 90 min on Thu follows Legs at the gym on Wed: a long run needs legs that are not tired from strength"
    )
    assert book.plans.current() == before
    clock.pass_(86400)
    assert not told(book)


@pytest.mark.parametrize(
    ("planned", "exercise", "sets", "rpe", "expected"),
    [
        (TEMPO, "back_squat", 6, 8.0, [("tempo", "H4", True)]),
        (plans.strength("SF", WED + DAY), "bench_press", 3, 8.0, []),
        (UPPER, "back_squat", 6, 8.0, []),
        (LONG, "bench_press", 6, 9.0, []),
        (LONG, "back_squat", 5, 7.0, []),
        (LONG, "back_squat", 6, 6.0, []),
        (LONG, "back_squat", 6, None, [("long", "R4", False)]),
        (LONG, "bench_press", 6, None, []),
        (plans.run("easy", WED + DAY), "back_squat", 6, 8.0, []),
    ],
    ids=[
        "fast running", "other muscles", "upper body", "no legs", "five sets", "easy sets", "nobody rated the legs",
        "nobody rated the arms", "an easy run may follow",
    ],
)  # fmt: skip
def test_the_rules_of_neighbouring_days_judge_what_was_done(begin, planned, exercise, sets, rpe, expected):
    book = begin(planned)
    lift(book, exercise, sets, rpe)
    assert told(book) == expected


def test_a_muscle_and_hard_runs_want_their_days_apart(begin):
    book = begin(plans.strength("SF", WED + DAY), TEMPO)
    run(book, rpe=9, minutes=15)
    assert told(book) == [("tempo", "R23", True)]
    lift(book, sets=3)
    assert ("SF", "R5", True) in told(book)


def test_an_easy_run_however_long_and_minutes_without_sets_say_nothing(begin):
    book = begin(LONG)
    run(book, rpe=4, minutes=30)
    session = book.sessions.start_free(Kind.STRENGTH, "Strength")
    book.sessions.finish(session.id, rpe=9, minutes=50)
    assert not told(book)


def test_what_was_planned_so_or_bent_by_the_plan_is_not_told_again(begin):
    heavy = replace(plans.strength("legs", WED), steps=(replace(plans.SQUAT, sets=6),), leg_heavy=True)
    book = begin(heavy, LONG)
    session = book.sessions.start("legs")
    book.sessions.finish(session.id, rpe=7, minutes=40)
    lift(book)
    assert not told(book)


def test_a_leg_day_done_a_day_late_is_told(begin, clock: FixedClock):
    legs = replace(plans.strength("legs", WED - DAY), steps=(replace(plans.SQUAT, sets=6),), leg_heavy=True)
    book = begin(legs, LONG)
    session = book.sessions.start("legs")
    book.sessions.log_sets(session.id, None, "back_squat", [SetDraft(load=Load(60), reps=8, rpe=8.0)] * 6)
    book.sessions.finish(session.id, rpe=7, minutes=40)
    assert told(book) == [("long", "R4", True)]


def test_heavy_legs_in_the_morning_are_told_before_the_long_run_of_the_day(begin):
    book = begin(replace(LONG, day=WED))
    lift(book)
    assert told(book) == [("long", "H7", True)]


def test_a_move_is_judged_by_what_was_done_and_its_reason_is_kept(begin):
    book = begin(replace(LONG, day=WED + 3 * DAY))
    assert "R4" not in rules(book, WED + DAY)
    lift(book)
    assert "R4" in rules(book, WED + DAY)
    assert "R4" not in rules(book, WED + 2 * DAY)
    with pytest.raises(Problem, match="Legs at the gym"):
        book.moves.move("long", WED + DAY)
    book.moves.move("long", WED + DAY, "Visitors all weekend")
    moved = book.plans.current()
    assert moved is not None
    assert moved.workout("long").because == "Visitors all weekend"
    assert "R4" in {relaxed.rule for relaxed in moved.relaxed}


def test_where_a_workout_is_now_its_preview_says_what_is_wrong_there(begin):
    book = begin(LONG)
    lift(book)
    (here,) = [each for each in book.moves.candidates("long") if each.here]
    assert [breach.rule for breach in here.breaches] == ["R4"]
    assert not here.best


def rules(book: Logbook, day: date) -> set[str]:
    return {breach.rule for each in book.moves.candidates("long") if each.day == day for breach in each.breaches}


def test_a_missed_long_run_is_not_shifted_behind_legs_that_nobody_planned(begin, clock: FixedClock):
    book = begin(replace(LONG, day=WED + 2 * DAY))
    clock.pass_(3 * 86400)
    assert shift(book).possible
    lift(book)
    found = shift(book)
    assert not found.possible
    assert "follows Legs at the gym on Sat" in found.text


def shift(book: Logbook) -> Choice:
    return book.moves.choices("long")[0]
