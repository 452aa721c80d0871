"""Every kind of session in a real terminal, the plug pulled in its middle, and led on to its end.

Time passes only as the test says, so nothing here waits for a clock.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal import sessions as planned
from tests.terminal.sessions import Training
from tests.terminal.terminal import Terminal

GET_READY, COUNT_IN = 5, 3
"""Seconds before what goes by the clock, and before a hold or a tempo set."""


@pytest.fixture
def training(terminal: Callable[..., Terminal], log: Path, tmp_path: Path) -> Training:
    """A log and a clock to train with."""
    return Training(terminal, log, tmp_path / "clock")


def begin(app: Terminal, title: str, *wanted: str) -> None:
    """Start today's workout."""
    app.wait(title, "Start")
    app.type("enter")
    app.wait("─ 0 of ", *wanted)


def lead(app: Terminal) -> None:
    """Start the clock of what comes next, and see it run: only then may time pass."""
    app.type("space")
    app.wait("Clock away")


def resume(app: Terminal, *wanted: str) -> None:
    """Go on with the session that was cut off."""
    app.wait("This session is still open", "Resume")
    app.type("enter")
    app.wait("k Skip", *wanted)


def finish(app: Terminal, title: str) -> None:
    """Finish with the effort asked for."""
    app.wait("Finish")
    app.type("f")
    app.wait(f"Finish {title}", "Effort")
    app.type("6", "enter")
    app.wait(f"Saved: {title}")


def test_straight_sets(training: Training) -> None:
    training.plan(planned.STRAIGHT)
    with training.opened() as app:
        begin(app, "Straight sets", "0 of 6 done")
        app.type("enter")
        app.wait("Set 1 of 3", "40 kg", "a side")
        app.type("enter")
        app.wait("Saved: set 1 of Back squat", "Rest 1:30")
        app.type("42.5x4@9")
        app.wait("42.5 kg × 4, RPE 9")
        app.type("enter")
        app.wait("Saved: set 2 of Back squat")
        app.kill()
    training.wait(60)
    with training.opened() as app:
        resume(app, "Set 3 of 3", "Rest 0:30")  # the rest ran on while nothing ran
        app.type("enter")
        app.wait("Saved: set 3 of Back squat", "Set 1 of 2")
        app.type("8,6")
        app.wait("8, 6 (2 sets)")
        app.type("enter")
        app.wait("6 of 6 done")
        finish(app, "Straight sets")
    squats = [("back_squat", 5, None), ("back_squat", 4, None), ("back_squat", 5, None)]
    assert training.sets() == [*squats, ("push_up", 8, None), ("push_up", 6, None)]


def test_a_superset_alternates_with_a_short_rest_within_and_a_full_one_after_the_round(training: Training) -> None:
    training.plan(planned.SUPERSET)
    with training.opened() as app:
        begin(app, "Superset", "Bench press", "round 1 of 2")
        app.type("enter")
        app.wait("Saved: set 1 of Bench press", "Rest 0:15")
        app.kill()
    training.wait(20)
    with training.opened() as app:
        resume(app, "Barbell row", "Rest over")
        app.type("enter")
        app.wait("Saved: set 1 of Barbell row", "Rest 1:30", "round 2 of 2")
        app.type("enter")
        app.wait("Saved: set 2 of Bench press")
        app.type("enter")
        app.wait("4 of 4 done")
        finish(app, "Superset")
    assert [row[0] for row in training.sets()] == ["bench_press", "barbell_row"] * 2


def test_a_circuit_goes_by_the_clock_alone(training: Training) -> None:
    training.plan(planned.CIRCUIT)
    with training.opened() as app:
        begin(app, "Circuit", "Bodyweight squat")
        lead(app)
        training.wait(GET_READY + 40)
        app.wait("Saved: ", "Bodyweight squat", "1 of 6 done")
        app.kill()
    training.wait(20 + 40 + 20 + 30)  # rest, push-ups, rest, half of the run
    with training.opened() as app:
        resume(app, "Run", "0:30", "2 of 6 done")
        training.wait(30 + 40 + 20 + 40 + 20 + 60)
        app.wait("6 of 6 done")
        finish(app, "Circuit")
    assert training.sets() == [("bodyweight_squat", None, 40.0), ("push_up", None, 40.0)] * 2
    assert training.runs() == [(None, 60.0)] * 2


def test_a_tempo_set_is_led_through_its_phases_and_confirmed(training: Training) -> None:
    training.plan(planned.TEMPO)
    with training.opened() as app:
        begin(app, "Tempo", "tempo 3-1-1-0")
        lead(app)
        training.wait(COUNT_IN + 5 + 3.5)
        app.wait("rep 2 of 4", "Pause")
        app.kill()
    training.wait(1)
    with training.opened() as app:
        resume(app, "rep 2 of 4", "Lift")
        training.wait(60)
        app.wait("Enter logs 4 reps")
        app.type("enter")
        app.wait("Saved: set 1 of Push-up")
        app.type("3", "enter")
        app.wait("2 of 2 done")
        finish(app, "Tempo")
    assert training.sets() == [("push_up", 4, None), ("push_up", 3, None)]


def test_a_hold_logs_itself_or_the_seconds_it_was_held(training: Training) -> None:
    training.plan(planned.HOLD)
    with training.opened() as app:
        begin(app, "Hold", "Plank", "Set 1 of 2")
        lead(app)
        training.wait(COUNT_IN + 10)
        app.wait("0:20")
        app.kill()
    training.wait(20)
    with training.opened() as app:
        resume(app, "Saved: set 1 of Plank", "Set 2 of 2")
        lead(app)
        training.wait(COUNT_IN + 21)
        app.wait("0:09")
        app.type("space")
        app.wait("21 s")
        app.type("enter")
        app.wait("2 of 2 done")
        finish(app, "Hold")
    assert training.sets() == [("plank", None, 30.0), ("plank", None, 21.0)]


def test_intervals_by_distance_are_split_with_a_key(training: Training) -> None:
    training.plan(planned.BY_DISTANCE)
    with training.opened() as app:
        begin(app, "Fast 400s", "Brisk walk")
        lead(app)
        training.wait(60 + GET_READY)
        app.wait("Fast 400 m", "1 of 4", "90 s")
        training.wait(97)
        app.type("enter")
        app.wait("Saved: rep 1 of Fast 400 m", "Walk or jog slowly")
        training.wait(90 + 50)
        app.wait("Fast 400 m · rep 2 of 4")
        app.kill()
    training.wait(45)
    with training.opened() as app:
        resume(app, "2 of 4", "1:35")
        for rep, seconds, then in ((2, 0, "5 of 10"), (3, 96, "7 of 10"), (4, 93, "9 of 10")):
            training.wait(seconds)
            app.type("enter")
            app.wait(f"Saved: rep {rep} of Fast 400 m")
            training.wait(90)
            app.wait(then)
        training.wait(200)
        app.wait("10 of 10 done")
        finish(app, "Fast 400s")
    assert training.runs() == [(400.0, 97.0), (400.0, 95.0), (400.0, 96.0), (400.0, 93.0)]


def test_intervals_by_time_go_by_themselves_while_the_app_is_dead(training: Training) -> None:
    training.plan(planned.BY_TIME)
    with training.opened() as app:
        begin(app, "Three minutes hard", "Brisk walk")
        lead(app)
        training.wait(60 + GET_READY + 170)
        app.wait("1 of 4", "0:10")
        app.kill()
    training.wait(10 + 120 + 180 + 120 + 30)
    with training.opened() as app:
        resume(app, "3 of 4", "2:30", "5 of 10 done")
        app.type("C")
        app.wait("3 of 4", "2 min", "easy jog")
        app.type("T")
        training.wait(150 + 120)
        app.wait("4 of 4", "last one")
        training.wait(60 * 60)
        app.wait("10 of 10 done")
        finish(app, "Three minutes hard")
    assert training.runs() == [(None, 180.0)] * 4


def test_run_and_walk(training: Training) -> None:
    training.plan(planned.RUN_WALK)
    with training.opened() as app:
        begin(app, "Run/walk", "Brisk walk")
        lead(app)
        training.wait(300 + GET_READY + 60)
        app.wait("Walk", "1:30", "2 of 17 done")
        app.kill()
    training.wait(90 + 60 + 90)
    with training.opened() as app:
        resume(app, "Run", "3 of 8")
        training.wait(40)
        app.type("enter")  # cut short
        app.wait("Saved: rep 3 of Run", "Walk")
        app.type("space")
        app.wait("Paused")
        training.wait(600)
        app.type("space")
        app.wait("1:30", "Logged by the clock")
        training.wait(60 * 60)
        app.wait("17 of 17 done")
        finish(app, "Run/walk")
    assert training.runs() == [(None, 60.0), (None, 60.0), (None, 40.0), *[(None, 60.0)] * 5]


def test_a_run_with_strength_after_it(training: Training) -> None:
    training.plan(planned.COMBO)
    with training.opened() as app:
        begin(app, "Run, then strength", "Easy run")
        lead(app)
        training.wait(400)
        app.wait("3:20")
        app.kill()
    training.wait(200)
    with training.opened() as app:
        resume(app, "Back squat", "Set 1 of 2")
        app.type("enter")
        app.wait("Saved: set 1 of Back squat")
        app.type("enter")
        app.wait("3 of 3 done")
        finish(app, "Run, then strength")
    assert training.runs() == [(None, 600.0)]
    assert training.sets() == [("back_squat", 5, None)] * 2


def test_an_amrap_counts_rounds_until_its_time_is_up(training: Training) -> None:
    training.plan(planned.AMRAP)
    with training.opened() as app:
        begin(app, "AMRAP", "AMRAP 10 min")
        lead(app)
        training.wait(GET_READY + 60)
        app.wait("9:00", "round 1")
        app.type("enter")
        app.wait("round 2")
        app.kill()
    training.wait(60)
    with training.opened() as app:
        resume(app, "8:00", "round 2")
        app.type("enter")
        app.wait("round 3")
        app.type("4", "enter")
        app.wait("Saved: set 3 of Pull-up")
        training.wait(480)
        app.wait("End the block")
        app.type("enter")
        app.wait("5 of 5 done")
        finish(app, "AMRAP")
    full = [("pull_up", 5, None), ("push_up", 10, None)]
    assert training.sets() == [*full, *full, ("pull_up", 4, None)]


def test_an_emom_begins_anew_every_minute(training: Training) -> None:
    training.plan(planned.EMOM)
    with training.opened() as app:
        begin(app, "EMOM", "EMOM", "Burpee")
        lead(app)
        training.wait(GET_READY + 30)
        app.wait("1 of 6", "0:30")
        app.type("enter")  # done early: the minute runs on
        app.wait("Saved: ", "Burpee")
        app.kill()
    training.wait(60)
    with training.opened() as app:
        resume(app, "2 of 6", "0:30", "Push-up")
        app.type("7")
        app.type("enter")
        app.wait("Saved: ", "Push-up")
        training.wait(30 + 4 * 60)
        app.wait("6 of 6 done")
        finish(app, "EMOM")
    assert (
        training.sets()
        == [("burpee", 8, None), ("push_up", 7, None)]
        + [
            ("burpee", 8, None),
            ("push_up", 10, None),
        ]
        * 2
    )
