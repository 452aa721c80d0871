"""A session of every kind of step, walked through: where one is, what runs, what is written down and when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain import guide
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.engine.state import Halt, LogRun, LogSets, Skip, SkipStep, Tick
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.guide import Place
from hybridtui.domain.phases import EdgeKind, PhaseKind
from hybridtui.domain.ramp import ramp
from hybridtui.domain.session import MarkKind, Side
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Form, Kind
from tests.domain.engine.walking import Walk, counted, interval, recovery, timed
from tests.domain.sessions import COOL_DOWN, LUNGE, PLANK, RUN, SQUAT, WARM_UP, after, session

UPHILL = interval("Uphill 60 s", 2, seconds=60)
DOWN = recovery("Walk down", 2, 90)
FAST = interval("Fast 400 m", 3, metres=400)
JOG = recovery("Jog", 3, 90)
LIGHT = replace(COOL_DOWN, title="Side stretch", seconds=30, per_side=True)
ROW = replace(SQUAT, title="Row", exercise="db_row", sets=2, rest_s=90)
PRESS = replace(SQUAT, title="Press", exercise="bench_press", sets=2, rest_s=120)


def emom(minutes: int = 4) -> Walk:
    steps = counted("push_up", 8, Form.EMOM, 60, minutes // 2), counted("db_row", 6, Form.EMOM, 60, minutes // 2)
    return Walk(session(*steps, COOL_DOWN))


def amrap(seconds: int = 600) -> Walk:
    steps = counted("push_up", 8, Form.AMRAP, seconds), counted("bodyweight_squat", 12, Form.AMRAP, seconds)
    return Walk(session(*steps, COOL_DOWN))


def sets_of(walk: Walk) -> list[int]:
    return [step.sets for step in walk.session.steps]


def test_straight_sets_go_by_enter_and_rest_as_long_as_asked() -> None:
    walk = Walk(session(replace(SQUAT, sets=2)))
    assert walk.enter().label == "set 1 of Back squat"
    rest = guide.rest_running(walk.session, walk.now.utc)
    assert rest is not None
    assert rest.seconds == 120
    walk.seconds = 140
    walk.enter()
    assert walk.log == [("Back squat", 6, 0), ("Back squat", 6, 140)]
    assert walk.left == 0


def test_a_warm_up_leads_to_its_ramp_sets_and_stops_there() -> None:
    walk = Walk(session(WARM_UP, replace(LIGHT, kind=WARM_UP.kind), *ramp(catalogue()["back_squat"]), SQUAT))
    walk.begin()
    assert walk.sleep(300).label == "Brisk walk"
    assert (walk.here, walk.phase) == (Place(1, 1), "Side stretch")
    walk.sleep(66)
    assert walk.line is None
    assert guide.current(walk.session) == Place(2, 1)
    walk.enter()
    assert walk.log == [
        ("Brisk walk done", None, 300), ("Side stretch done", None, 365), ("Barbell back squat, 50 % done", None, 366),
    ]  # fmt: skip


def test_a_superset_changes_quickly_and_rests_after_the_round() -> None:
    walk = Walk(session(replace(ROW, group=1), replace(PRESS, group=1)))
    rests = []
    for _ in range(4):
        walk.enter()
        rests.append(walk.session.sets[-1].rest_s)
    assert [s.step for s in walk.session.sets] == [0, 1, 0, 1]
    assert rests == [15, 120, 15, 120]


def test_a_superset_rests_in_full_when_its_other_exercise_is_left_out_or_came_first() -> None:
    walk = Walk(session(replace(ROW, group=1), replace(PRESS, group=1)))
    walk.do(Skip(Place(1, 1)))
    walk.enter()
    assert walk.session.sets[-1].rest_s == 120
    walk.do(LogSets(Place(1, 2), "bench_press", (SetDraft(reps=8),)))
    assert walk.session.sets[-1].rest_s == 15
    walk.enter()
    assert walk.session.sets[-1].rest_s == 120


def test_a_superset_of_a_hold_and_a_lift_is_one_too() -> None:
    walk = Walk(session(replace(PLANK, group=1), replace(ROW, group=1)))
    walk.enter()
    assert walk.session.sets[-1].rest_s == 15


def test_a_hold_is_logged_when_it_is_over_with_the_seconds_held() -> None:
    walk = Walk(session(PLANK))
    walk.begin()
    assert walk.sleep(42).logged == ()
    assert walk.sleep(4).logged == (Place(0, 1),)
    assert walk.log == [("Plank", 40, 43)]
    assert walk.line is None
    rest = guide.rest_running(walk.session, walk.now.utc)
    assert rest is not None
    assert rest.left_s(walk.now.utc) == 42


def test_a_hold_given_up_early_is_logged_as_it_was() -> None:
    walk = Walk(session(PLANK))
    walk.begin()
    walk.sleep(3 + 25.6)
    assert walk.enter().logged == (Place(0, 1),)
    assert walk.session.sets[0].seconds == 26


def test_the_count_in_of_a_hold_can_be_cut_short_but_logs_nothing() -> None:
    walk = Walk(session(PLANK))
    walk.begin()
    walk.sleep(1)
    assert walk.enter().logged == ()
    assert walk.phase == "Hold"
    assert walk.sleep(40).logged == (Place(0, 1),)


def test_a_hold_of_each_side_is_one_set_or_two_if_they_differ() -> None:
    walk = Walk(session(replace(PLANK, per_side=True)))
    walk.begin()
    walk.sleep(3 + 40 + 5 + 40)
    assert [(s.seconds, s.side, s.per_side) for s in walk.session.sets] == [(40, None, True)]
    walk.begin()
    walk.sleep(3 + 30)
    walk.enter()
    assert walk.phase == "Change sides"
    walk.sleep(5 + 40)
    assert [(s.seconds, s.side) for s in walk.session.sets[1:]] == [(30, Side.LEFT), (40, Side.RIGHT)]
    assert walk.left == 0


def test_a_hold_begun_after_one_side_was_logged_logs_the_other() -> None:
    walk = Walk(session(replace(PLANK, per_side=True)))
    walk.do(LogSets(Place(0, 1), "plank", (SetDraft(seconds=35, side=Side.LEFT),)))
    walk.begin()
    walk.sleep(3 + 40)
    assert [(s.seconds, s.side) for s in walk.session.sets] == [(35, Side.LEFT), (40, Side.RIGHT)]


def test_a_side_logged_while_the_hold_of_both_runs_is_not_logged_again() -> None:
    walk = Walk(session(replace(PLANK, per_side=True)))
    walk.begin()
    walk.sleep(3 + 30)
    walk.enter()
    walk.do(LogSets(Place(0, 1), "plank", (SetDraft(seconds=30, side=Side.LEFT),)))
    walk.sleep(5 + 40)
    assert [(s.seconds, s.side) for s in walk.session.sets] == [(30, Side.LEFT), (40, Side.RIGHT)]


def test_a_tempo_set_beats_to_the_target_and_waits_for_the_athlete() -> None:
    walk = Walk(session(replace(SQUAT, tempo="3-1-1-0", reps=2, reps_max=None)))
    walk.begin()
    assert walk.sleep(3 + 4.5).logged == ()
    assert walk.phase == "Lift"
    walk.sleep(10)
    assert (walk.line, walk.log) == (None, [])
    walk.enter()
    assert walk.log == [("Back squat", 2, 17.5)]


def test_a_stopwatch_tells_nothing_of_a_set_in_reps() -> None:
    walk = Walk(session(SQUAT))
    walk.begin()
    walk.sleep(40)
    walk.enter()
    assert (walk.line, walk.log) == (None, [])


def test_an_easy_run_from_warm_up_to_stretch_needs_no_key() -> None:
    walk = Walk(session(WARM_UP, RUN, LIGHT, kind=Kind.RUN))
    walk.begin()
    for _ in range(90):
        walk.sleep(30)
    assert walk.log == [("Brisk walk done", None, 300), ("Easy run", 1800, 2100), ("Side stretch done", None, 2165)]
    assert (walk.line, walk.left) == (None, 0)
    assert [outcome.label for outcome in walk.outcomes if outcome.label] == ["Brisk walk", "Easy run", "Side stretch"]


def test_intervals_by_distance_take_the_time_of_the_split_key() -> None:
    walk = Walk(session(WARM_UP, FAST, JOG, COOL_DOWN, kind=Kind.RUN))
    walk.begin()
    walk.sleep(305)
    assert (walk.phase, walk.here) == ("Fast 400 m", Place(1, 1))
    walk.sleep(94.6)
    assert walk.enter().label == "rep 1 of Fast 400 m"
    assert (walk.phase, walk.here) == ("Jog", Place(2, 1))
    walk.sleep(100)
    assert (walk.phase, walk.here) == ("Fast 400 m", Place(1, 2))
    assert [(r.distance and r.distance.metres, r.seconds) for r in walk.session.runs] == [(400, 95)]
    assert walk.log[-1] == ("Jog done", None, pytest.approx(489.6))


def test_a_rest_is_cut_short_and_a_repeat_given_up_by_the_same_key() -> None:
    walk = Walk(session(UPHILL, DOWN, kind=Kind.RUN))
    walk.begin()
    walk.sleep(5 + 40)
    walk.enter()
    assert walk.session.runs[0].seconds == 40
    walk.sleep(30)
    assert walk.enter().label == "part 1 of Walk down"
    assert (walk.phase, walk.here) == ("Uphill 60 s", Place(0, 2))


def test_a_key_pressed_in_the_first_second_was_meant_for_what_came_before() -> None:
    walk = Walk(session(UPHILL, DOWN, kind=Kind.RUN))
    walk.begin()
    walk.sleep(5.4)
    assert walk.enter().logged == ()
    assert walk.sleep(60).logged == (Place(0, 1),)


def test_run_and_walk_is_logged_edge_by_edge() -> None:
    walk = Walk(session(interval("Run", 2, seconds=60), recovery("Walk", 2, 90), kind=Kind.RUN))
    walk.begin()
    walk.sleep(400)
    assert walk.log == [("Run", 60, 65), ("Walk done", None, 155), ("Run", 60, 215), ("Walk done", None, 305)]
    assert walk.outcomes[-1].label == "4 parts of Full body"


def test_two_repeats_passed_at_once_are_named() -> None:
    walk = Walk(session(replace(interval("200 m", 3, seconds=40), rest_s=20), kind=Kind.RUN))
    walk.begin()
    assert walk.sleep(5 + 40 + 20 + 40).label == "rep 1 and 2 of 200 m"


def test_a_circuit_leads_on_with_its_own_rests() -> None:
    walk = Walk(
        session(timed("push_up", 2, 40, 20), timed("bodyweight_squat", 2, 40, 20), interval("Run", 2, seconds=60))
    )
    walk.begin()
    seen = []
    while walk.left and walk.seconds < 1000:
        walk.sleep(1)
        if not seen or seen[-1] != walk.phase:
            seen.append(walk.phase)
    assert seen[:7] == ["Get ready", "push_up", "Rest", "bodyweight_squat", "Rest", "Run", "push_up"]
    assert walk.seconds == 5 + 2 * (40 + 20 + 40 + 20 + 60)
    assert [(s.seconds, s.rest_s) for s in walk.session.sets] == [(40, 20)] * 4


def test_a_station_skipped_gives_way_to_the_next_and_one_logged_rests_before_it() -> None:
    walk = Walk(session(timed("push_up", 1, 40, 20), timed("bodyweight_squat", 1, 40, 20), timed("plank", 1, 40, 20)))
    walk.begin()
    walk.sleep(15)
    walk.do(Skip(Place(0, 1)))
    assert (walk.phase, walk.here) == ("Get ready", Place(1, 1))
    walk.sleep(15)
    walk.do(LogSets(Place(1, 1), "bodyweight_squat", (SetDraft(reps=15),)))
    assert (walk.phase, walk.here) == ("Rest", Place(2, 1))


def test_tabata_ends_with_its_last_round() -> None:
    walk = Walk(session(timed("burpee", 8, 20, 10)))
    walk.begin()
    walk.sleep(5 + 8 * 20 + 7 * 10)
    assert (walk.left, walk.line) == (0, None)
    assert [at for _, _, at in walk.log] == [25 + 30 * n for n in range(8)]


def test_an_emom_starts_on_the_minute_whatever_was_done_when() -> None:
    walk = emom()
    walk.begin()
    walk.sleep(5 + 30)
    assert walk.enter().label == "set 1 of push_up"
    assert (walk.phase, walk.here) == ("push_up", Place(0, 1))
    assert walk.enter().logged == ()
    walk.sleep(30)
    assert walk.here == Place(1, 1)
    walk.sleep(60)
    walk.do(LogSets(Place(0, 2), "push_up", (SetDraft(reps=6),)))
    walk.sleep(120)
    assert walk.log == [("push_up", 8, 35), ("db_row", 6, 125), ("push_up", 6, 125), ("db_row", 6, 245)]
    assert walk.line is None
    starts = [heard.label for heard in walk.heard if heard.edge.kind is EdgeKind.START]
    assert starts == ["Get ready", "push_up", "db_row", "push_up", "db_row"]


def test_a_skipped_start_of_an_emom_is_sat_out() -> None:
    walk = emom()
    walk.begin()
    walk.sleep(10)
    walk.do(Skip(Place(0, 1)))
    assert walk.phase == "push_up"
    walk.sleep_until(5 + 60)
    assert (walk.phase, walk.here) == ("db_row", Place(1, 1))


def test_an_amrap_grows_round_by_round_until_its_time_is_up() -> None:
    walk = amrap(300)
    walk.begin()
    walk.sleep(60)
    assert walk.enter().label == "round 1 of the AMRAP"
    walk.do(LogSets(Place(0, 2), "push_up", (SetDraft(reps=8),)))
    walk.sleep(60)
    walk.enter()
    assert (sets_of(walk), walk.here) == ([3, 3, 1], Place(0, 3))
    walk.sleep_until(304)
    assert walk.phase == "As many rounds as possible"
    walk.sleep(20)
    assert walk.line is not None
    assert walk.enter().label == "end of the AMRAP"
    assert (sets_of(walk), walk.line, guide.current(walk.session)) == ([2, 2, 1], None, Place(2, 1))


def test_the_set_in_hand_when_an_amrap_is_over_still_counts() -> None:
    walk = amrap(60)
    walk.begin()
    walk.enter()  # cuts the moment to get ready short
    walk.sleep(30)
    walk.enter()
    walk.sleep(35)
    walk.do(LogSets(Place(0, 2), "push_up", (SetDraft(reps=5),)))
    walk.enter()
    assert sets_of(walk) == [2, 1, 1]
    assert guide.current(walk.session) == Place(2, 1)


def test_an_amrap_whose_last_round_is_complete_when_the_time_is_up_ends_by_itself() -> None:
    walk = amrap(60)
    walk.begin()
    walk.sleep(70)
    for place, exercise in ((Place(0, 1), "push_up"), (Place(1, 1), "bodyweight_squat")):
        walk.do(LogSets(place, exercise, (SetDraft(reps=5),)))
    assert (sets_of(walk), walk.line, guide.current(walk.session)) == ([1, 1, 1], None, Place(2, 1))


def test_what_was_never_begun_of_an_amrap_is_skipped() -> None:
    walk = amrap(60)
    walk.begin()
    walk.sleep(70)
    walk.enter()
    assert guide.progress(walk.session) == (2, 3)
    assert {mark.kind for mark in walk.session.marks} == {MarkKind.SKIPPED}


def test_an_amrap_is_ended_early_by_leaving_out_what_is_left_of_it() -> None:
    walk = amrap(600)
    walk.begin()
    walk.sleep(60)
    walk.enter()
    assert walk.do(SkipStep(0)).label == "end of the AMRAP"
    assert (sets_of(walk), walk.line) == ([1, 1, 1], None)


def test_rounds_of_an_amrap_grow_without_a_clock_too() -> None:
    walk = amrap()
    walk.enter()
    walk.enter()
    assert (sets_of(walk), guide.current(walk.session)) == ([2, 2, 1], Place(0, 2))


def test_a_combo_leads_through_its_run_and_hands_over_to_the_sets() -> None:
    walk = Walk(session(WARM_UP, RUN, LUNGE, PLANK, LIGHT, kind=Kind.COMBO))
    walk.begin()
    walk.sleep(300 + 1800 + 20)
    assert (walk.line, guide.current(walk.session)) == (None, Place(2, 1))
    walk.enter()
    walk.enter()
    walk.begin()
    walk.sleep(43)
    walk.begin()
    walk.sleep(43)
    walk.begin()
    assert walk.sleep(70).label == "Side stretch"
    assert walk.left == 0


def test_the_whole_warm_up_is_skipped_by_one_key_and_the_run_begins() -> None:
    walk = Walk(session(WARM_UP, replace(WARM_UP, title="Leg swings", seconds=30), RUN, kind=Kind.RUN))
    walk.begin()
    walk.sleep(10)
    outcome = walk.do(SkipStep(0))
    assert (outcome.label, outcome.logged) == ("skip of the warm-up", (Place(0, 1), Place(1, 1)))
    assert (walk.phase, walk.here) == ("Easy run", Place(2, 1))
    assert walk.do(SkipStep(2)).label == "skip of Easy run"
    assert (walk.left, walk.line) == (0, None)


def test_a_typed_result_takes_the_place_of_what_the_clock_would_log() -> None:
    walk = Walk(session(RUN, COOL_DOWN, kind=Kind.RUN))
    walk.begin()
    walk.seconds = 1800.05  # its end passed, but nobody looked yet
    walk.do(LogRun(Place(0, 1), RunDraft(seconds=1790)))
    assert walk.log == [("Easy run", 1790, pytest.approx(1800.05))]
    assert (walk.here, walk.phase) == (Place(1, 1), "Calf stretch")


def test_what_was_done_out_of_order_is_not_led_through_again() -> None:
    walk = Walk(session(WARM_UP, replace(WARM_UP, title="Leg swings"), RUN, kind=Kind.RUN))
    walk.begin()
    walk.sleep(5)
    walk.do(Tick(Place(1, 1)))
    assert walk.phase == "Brisk walk"
    walk.sleep_until(300)
    assert walk.phase == "Easy run"


def test_the_load_of_today_counts_where_a_clock_logs_a_lift() -> None:
    swing = replace(counted("kettlebell_swing", 10, Form.EMOM, 60, 2), load=Load(16))
    carried = replace(counted("pull_up", 5, Form.EMOM, 60, 2), load=Load(5))
    walk = Walk(session(swing, carried))
    walk.begin()
    walk.sleep(5 + 4 * 60)
    assert [(s.load, s.bodyweight, s.reps) for s in walk.session.sets[:2]] == [
        (Load(16), False, 10),
        (Load(5), True, 5),
    ]


def test_the_clock_put_away_logs_nothing() -> None:
    walk = Walk(session(PLANK))
    walk.begin()
    walk.sleep(20)
    assert walk.do(Halt()).label == ""
    walk.sleep(100)
    assert (walk.line, walk.log) == (None, [])


def test_a_session_without_steps_has_a_stopwatch() -> None:
    walk = Walk(session())
    walk.begin()
    assert walk.line is not None
    assert walk.line.phases[0].kind is PhaseKind.OPEN
    walk.sleep(60)
    walk.do(LogSets(None, "push_up", (SetDraft(reps=20),), name="Push-up"))
    assert walk.outcomes[-1].label == "set of Push-up"
    assert walk.line is None
    rest = guide.rest_running(walk.session, after(60))
    assert rest is not None
    assert rest.seconds == guide.FREE_REST_S
