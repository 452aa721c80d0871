"""What can happen besides the walk itself: pauses, longer phases, rearranging, a restart, what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain import guide, recording, totals
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.engine.leading import place_now
from hybridtui.domain.engine.reworking import settled
from hybridtui.domain.engine.state import (
    Event,
    GoOn,
    Hold,
    LogRun,
    LogSets,
    Longer,
    Pass,
    Rework,
    Skip,
    SkipStep,
    Split,
    State,
    Tick,
)
from hybridtui.domain.guide import Place
from hybridtui.domain.problems import Problem
from hybridtui.domain.session import Pause, Session, Status
from hybridtui.domain.units import Distance
from hybridtui.domain.workout import Form, Kind
from tests.domain.engine.walking import Walk, counted, interval, recovery, timed
from tests.domain.sessions import COOL_DOWN, PLANK, RUN, SQUAT, WARM_UP, after, session

SWINGS = replace(WARM_UP, title="Leg swings", seconds=30)
LEFT_SET = LogSets(Place(0, 1), "back_squat", (SetDraft(reps=8),))


def run() -> Walk:
    walk = Walk(session(WARM_UP, SWINGS, RUN, COOL_DOWN, kind=Kind.RUN))
    walk.begin()
    return walk


def rest_left(walk: Walk) -> float:
    rest = guide.rest_running(walk.session, walk.now.utc)
    assert rest is not None
    return rest.left_s(walk.now.utc)


def test_while_all_stands_still_no_second_goes_by() -> None:
    walk = run()
    walk.sleep(100)
    outcome = walk.do(Hold())
    assert (outcome.label, outcome.minor, walk.session.is_paused) == ("pause", True, True)
    assert walk.sleep(5000).logged == ()
    walk.do(GoOn())
    assert walk.session.pauses == (Pause(after(100), after(5100)),)
    walk.sleep(199)
    assert walk.phase == "Brisk walk"
    assert walk.sleep(1).logged == (Place(0, 1),)
    assert walk.log == [("Brisk walk done", None, 5300)]


def test_the_rest_stands_still_too() -> None:
    walk = Walk(session(SQUAT))
    walk.enter()
    walk.sleep(30)
    walk.do(Hold())
    walk.sleep(600)
    assert rest_left(walk) == 90
    rest = guide.rest_running(walk.session, walk.now.utc)
    assert rest is not None
    assert rest.is_paused
    assert rest.started(walk.now.utc, 1000) == 970
    walk.do(GoOn())
    walk.sleep(20)
    assert rest_left(walk) == 70


def test_a_rest_may_be_made_longer_while_it_stands_still_and_after() -> None:
    walk = Walk(session(SQUAT))
    walk.enter()
    walk.sleep(30)
    walk.do(Hold())
    walk.sleep(600)
    outcome = walk.do(Longer(15))
    assert (outcome.label, outcome.minor, rest_left(walk)) == ("rest", True, 105)
    walk.do(GoOn())
    walk.sleep(200)
    walk.do(Longer(15))
    assert rest_left(walk) == 15


@pytest.mark.parametrize("event", [LEFT_SET, Tick(Place(1, 1)), Split()])
def test_whatever_is_done_ends_a_pause(event: Event) -> None:
    walk = Walk(session(SQUAT, COOL_DOWN))
    walk.do(Hold())
    walk.sleep(60)
    walk.do(event)
    assert walk.session.pauses == (Pause(after(0), after(60)),)


def test_leaving_something_out_does_not() -> None:
    walk = run()
    walk.sleep(10)
    walk.do(Hold())
    walk.sleep(60)
    walk.do(SkipStep(0))
    assert walk.session.is_paused
    assert walk.line is not None
    assert walk.line.is_paused
    assert walk.line.reading(walk.now.ticks).left_s == 1800


def test_a_second_pause_within_one_and_going_on_without_one_are_nothing() -> None:
    walk = Walk(session(SQUAT))
    assert walk.do(GoOn()).label == ""
    walk.do(Hold())
    assert walk.do(Hold()).label == ""
    assert len(walk.session.pauses) == 1


def test_a_pause_never_ends_before_it_began_though_the_wall_clock_was_set_back() -> None:
    walk = Walk(session(SQUAT))
    walk.do(Hold())
    walk.seconds, walk.wall_ahead = 60, -3600
    walk.do(GoOn())
    assert walk.session.pauses == (Pause(after(0), after(0)),)


def test_a_pause_is_no_training_time() -> None:
    paused = replace(session(SQUAT), pauses=(Pause(after(600), after(2400)), Pause(after(3000))))
    assert totals.proposed_minutes(paused, 3000.0) == 20
    assert totals.proposed_minutes(paused, 4200.0) == 20


def test_a_session_paused_overnight_took_as_long_as_it_was_trained() -> None:
    slept = replace(session(SQUAT), pauses=(Pause(after(1800), after(1800 + 10 * 3600)),))
    assert totals.proposed_minutes(slept, 10 * 3600.0 + 3600) == 60


def test_the_phase_that_runs_is_made_longer_and_what_is_logged_is_what_was_done() -> None:
    walk = Walk(session(PLANK))
    walk.begin()
    walk.sleep(10)
    assert walk.do(Longer(15)).label == ""
    assert walk.sleep(40).logged == ()
    assert walk.sleep(8).logged == (Place(0, 1),)
    assert walk.session.sets[0].seconds == 55


def test_a_phase_made_shorter_than_it_has_run_is_over() -> None:
    walk = run()
    walk.sleep(290)
    walk.do(Longer(-30))
    assert walk.sleep(0).logged == (Place(0, 1),)
    assert walk.log == [("Brisk walk done", None, 290)]


@pytest.mark.parametrize("by_s", [15, -15])
def test_a_rep_done_to_a_tempo_keeps_its_beat(by_s: int) -> None:
    walk = Walk(session(replace(SQUAT, tempo="3-1-1-0", reps=2, reps_max=None)))
    walk.begin()
    walk.sleep(3 + 1)
    beating = walk.line
    assert beating is not None
    walk.do(Longer(by_s))
    assert walk.line == beating


def test_the_time_of_an_amrap_can_be_made_longer_after_its_end() -> None:
    walk = Walk(session(counted("push_up", 8, Form.AMRAP, 60)))
    walk.begin()
    walk.sleep(80)
    walk.do(Longer(30))
    assert walk.line is not None
    assert walk.line.reading(walk.now.ticks).left_s == 30
    assert walk.enter().label == "round 1 of the AMRAP"


def test_a_clock_slept_through_logs_all_that_it_led_through_however_long_the_sleep() -> None:
    walk = run()
    outcome = walk.sleep(300 + 30 + 1800 + 60 + 8 * 3600)
    assert (len(outcome.logged), walk.line, walk.left) == (4, None, 0)


def test_a_stopwatch_that_nobody_stopped_is_put_away() -> None:
    walk = Walk(session(interval("400 m", 2, metres=400)))
    walk.begin()
    assert walk.sleep(3 * 3600).state.line is not None
    assert walk.sleep(3600 + 10).state.line is None


def test_a_clock_taken_over_to_another_steady_clock_runs_on() -> None:
    walk = run()
    walk.sleep(310)
    assert walk.line is not None
    again = Walk(walk.session, replace(walk.line, started=walk.line.started - 3000), seconds=walk.seconds - 3000)
    assert again.phase == "Leg swings"


def test_a_wall_clock_that_steps_changes_only_what_is_written_down() -> None:
    walk = run()
    walk.sleep(100)
    walk.wall_ahead = -3600
    assert walk.sleep(200).logged == (Place(0, 1),)
    assert walk.session.marks[0].at == after(300 - 3600)
    assert walk.phase == "Leg swings"


def reworked(walk: Walk, *steps: int) -> Session:
    return replace(walk.session, steps=tuple(walk.session.steps[index] for index in steps))


def test_what_is_moved_while_the_clock_runs_is_led_through_in_its_new_place() -> None:
    walk = run()
    walk.sleep(100)
    outcome = walk.do(Rework(reworked(walk, 0, 2, 1, 3), "order of steps"))
    assert (outcome.label, walk.phase) == ("order of steps", "Brisk walk")
    walk.sleep(200)
    assert walk.phase == "Easy run"
    walk.sleep(1800)
    assert (walk.phase, walk.here) == ("Leg swings", Place(2, 1))


def test_the_phase_that_runs_follows_its_step() -> None:
    walk = run()
    walk.sleep(100)
    walk.do(Rework(reworked(walk, 1, 0, 2, 3), "order of steps"))
    assert (walk.phase, walk.here) == ("Brisk walk", Place(1, 1))
    assert walk.sleep(200).logged == (Place(1, 1),)
    assert walk.phase == "Easy run"


def test_two_steps_alike_keep_their_order() -> None:
    walk = Walk(session(COOL_DOWN, COOL_DOWN, RUN))
    walk.begin()
    walk.sleep(70)
    walk.do(Rework(replace(walk.session, steps=(*walk.session.steps, WARM_UP)), "one more step"))
    assert walk.here == Place(1, 1)


def test_a_station_exchanged_while_it_runs_takes_the_time_that_is_left() -> None:
    walk = Walk(session(timed("burpee", 2, 40, 20), timed("push_up", 2, 40, 20)))
    walk.begin()
    walk.sleep(15)
    steps = (timed("step_jack", 2, 40, 20), walk.session.steps[1])
    walk.do(Rework(replace(walk.session, steps=steps), "swap"))
    walk.sleep(30)
    assert walk.log == [("step_jack", 40, 45)]
    walk.sleep(20 + 40 + 20)
    assert walk.phase == "step_jack"


def test_a_clock_whose_step_is_gone_goes_on_with_what_is_to_do_now() -> None:
    walk = run()
    walk.sleep(100)
    walk.do(Rework(reworked(walk, 1, 2, 3), "one step fewer"))
    assert (walk.phase, walk.here) == ("Leg swings", Place(0, 1))
    walk.do(Rework(replace(walk.session, steps=(SQUAT,)), "something else"))
    assert walk.line is None


def test_an_end_passed_before_a_session_is_rearranged_is_logged_where_its_step_is_now() -> None:
    walk = run()
    walk.seconds = 310  # nobody looked at the clock since it began
    walk.do(Rework(reworked(walk, 2, 0, 1, 3), "order of steps"))
    assert [(mark.step, mark.at) for mark in walk.session.marks] == [(1, after(300))]
    assert (walk.phase, walk.here) == ("Leg swings", Place(2, 1))


def test_what_is_told_late_comes_after_what_the_clock_led_through() -> None:
    walk = run()
    walk.seconds = 335
    outcome = walk.do(Skip(Place(1, 1)))
    assert outcome.label == "Brisk walk and skip of Leg swings"
    assert outcome.logged == (Place(0, 1), Place(1, 1))


@pytest.mark.parametrize("event", [Tick(Place(9, 1)), SkipStep(9), LogSets(Place(0, 0), "x", (SetDraft(reps=1),))])
def test_a_place_that_is_not_there_is_refused(event: Event) -> None:
    with pytest.raises(Problem, match="no such step"):
        run().do(event)


def test_a_place_ends_once() -> None:
    walk = run()
    walk.do(Skip(Place(0, 1)))
    with pytest.raises(Problem, match="Brisk walk is over already"):
        walk.do(Tick(Place(0, 1)))


def test_a_finished_session_is_reopened_first() -> None:
    walk = Walk(replace(session(SQUAT), status=Status.FINISHED))
    with pytest.raises(Problem, match="reopen"):
        walk.do(LEFT_SET)


def test_nothing_is_led_twice_by_the_same_key() -> None:
    walk = run()
    walk.sleep(100)
    walk.begin()
    assert walk.line is not None
    assert walk.line.reading(walk.now.ticks).elapsed_s == 100


def test_undoing_gives_the_clock_nothing_to_do_until_it_is_begun_anew() -> None:
    walk = run()
    walk.sleep(310)
    walk.session = replace(walk.session, marks=())
    assert walk.do(Pass()).logged == ()


def test_entries_of_runs_rest_as_their_step_asks() -> None:
    resting = session(replace(RUN, rest_s=60), SQUAT, kind=Kind.COMBO)
    assert recording.rest_after(resting, Place(0, 1)) == 60


def test_the_clock_of_an_amrap_runs_on_though_a_round_is_taken_back() -> None:
    walk = Walk(session(counted("push_up", 8, Form.AMRAP, 300), counted("plank", 8, Form.AMRAP, 300)))
    walk.begin()
    walk.sleep(100)
    before = walk.session
    walk.enter()
    taken_back = settled(State(before, walk.line), walk.now.ticks)
    assert taken_back.line is not None
    assert place_now(taken_back.line, walk.now.ticks) == Place(0, 1)
    assert taken_back.line.reading(walk.now.ticks).left_s == 205


ROUNDS = (interval("400 m", 3, metres=400), replace(timed("lunge", 3, 0, 60), seconds=None, reps=10))


def test_in_rounds_of_runs_and_reps_the_clock_that_was_started_once_comes_back_after_the_rest() -> None:
    walk = Walk(session(*ROUNDS))
    walk.begin()
    walk.sleep(5 + 98)
    walk.enter()  # the first run is done
    assert walk.line is None
    walk.sleep(30)
    walk.enter()  # and its lunges
    assert (walk.phase, walk.here) == ("Rest", Place(0, 2))
    walk.sleep(60 + 99)
    walk.enter()
    walk.sleep(20)
    walk.enter()
    walk.sleep(10)
    walk.enter()  # the rest is cut short
    walk.sleep(101)
    walk.enter()
    assert [run.seconds for run in walk.session.runs] == [98, 99, 101]
    walk.sleep(20)
    walk.enter()
    assert walk.line is None
    assert guide.current(walk.session) is None


def test_rounds_written_down_afterwards_start_no_clock() -> None:
    walk = Walk(session(*ROUNDS))
    walk.sleep(40)
    for place in guide.places(walk.session.steps):
        step = walk.session.steps[place.step]
        draft = RunDraft(distance=Distance(400), seconds=98)
        walk.do(LogRun(place, draft) if step.is_run else LogSets(place, "lunge", (SetDraft(reps=10),)))
        assert walk.line is None
        walk.sleep(10)


def test_a_repeat_taken_back_is_open_again_while_the_clock_leads_on() -> None:
    walk = Walk(session(interval("Run", 3, seconds=60), recovery("Walk", 3, 90)))
    walk.begin()
    before = walk.session
    walk.sleep(70)
    taken_back = settled(State(before, walk.line), walk.now.ticks)
    again = Walk(taken_back.session, taken_back.line, walk.seconds)
    assert (again.phase, guide.current(again.session)) == ("Walk", Place(0, 1))
    assert again.sleep(90).logged == (Place(1, 1),)
    assert again.here == Place(0, 2)
