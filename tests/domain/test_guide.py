"""The way through a session: walking order, the place, the rest."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain import guide
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.guide import Place
from hybridtui.domain.ramp import ramp
from hybridtui.domain.session import MarkKind, Pause, Session, SetKind, Side, Status
from hybridtui.domain.workout import Step, StepKind
from tests.domain.sessions import (
    COOL_DOWN,
    LUNGE,
    PLANK,
    RUN,
    SQUAT,
    WARM_UP,
    after,
    session,
    station,
    with_mark,
    with_run,
    with_set,
)


def test_sets_of_a_step_follow_one_another() -> None:
    assert guide.places((WARM_UP, SQUAT, PLANK)) == (
        Place(0, 1),
        Place(1, 1),
        Place(1, 2),
        Place(1, 3),
        Place(2, 1),
        Place(2, 2),
    )


def test_a_circuit_goes_round_by_round() -> None:
    circuit = (WARM_UP, station("Squat"), station("Push-up"), station("Row", sets=2), COOL_DOWN)
    assert [(p.step, p.set_number) for p in guide.places(circuit)] == [
        (0, 1),
        (1, 1), (2, 1), (3, 1),
        (1, 2), (2, 2), (3, 2),
        (1, 3), (2, 3),
        (4, 1),
    ]  # fmt: skip


def test_two_circuits_are_walked_one_after_the_other() -> None:
    steps = (station("A", 2, group=1), station("B", 2, group=1), station("C", 2, group=2), station("D", 2, group=2))
    assert [p.step for p in guide.places(steps)] == [0, 1, 0, 1, 2, 3, 2, 3]


def test_run_and_walk_alternate() -> None:
    run = Step(kind=StepKind.INTERVAL, title="Run", sets=2, seconds=60, group=1)
    walk = Step(kind=StepKind.RECOVERY, title="Walk", sets=2, seconds=90, group=1)
    assert [p.step for p in guide.places((run, walk))] == [0, 1, 0, 1]


def test_the_current_place_is_the_first_neither_logged_nor_marked() -> None:
    now = session(WARM_UP, SQUAT, RUN, COOL_DOWN)
    assert guide.current(now) == Place(0, 1)
    now = with_mark(now, Place(0, 1))
    now = with_set(now, Place(1, 1))
    assert guide.current(now) == Place(1, 2)
    now = with_mark(now, Place(1, 2), MarkKind.SKIPPED)
    now = with_mark(now, Place(1, 3), MarkKind.SKIPPED)
    now = with_run(now, Place(2, 1), 1800)
    assert guide.current(now) == Place(3, 1)
    assert guide.current(with_mark(now, Place(3, 1))) is None


def test_logging_out_of_order_comes_back_to_what_was_left() -> None:
    now = with_set(session(SQUAT, PLANK), Place(1, 1))
    assert guide.current(now) == Place(0, 1)
    assert guide.following(now, Place(0, 3)) == Place(1, 2)
    assert guide.following(now, Place(1, 2)) is None


def test_outcomes_and_progress_tell_done_from_skipped() -> None:
    now = with_mark(with_set(session(SQUAT), Place(0, 1)), Place(0, 2), MarkKind.SKIPPED)
    assert [guide.outcome(now, Place(0, n)) for n in (1, 2, 3)] == ["done", "skipped", None]
    assert guide.progress(now) == (2, 3)


def test_with_one_side_done_the_other_is_still_to_do() -> None:
    left = with_set(session(LUNGE), Place(0, 1), side=Side.LEFT)
    assert guide.current(left) == Place(0, 1)
    assert guide.current(with_set(left, Place(0, 1), side=Side.RIGHT)) == Place(0, 2)
    assert guide.current(with_mark(left, Place(0, 1), MarkKind.SKIPPED)) == Place(0, 2)


def test_a_warm_up_set_of_a_step_takes_no_place() -> None:
    now = with_set(session(SQUAT), Place(0, 1), kind=SetKind.WARMUP, set_number=None)
    assert guide.current(now) == Place(0, 1)


def test_a_session_without_steps_has_no_place() -> None:
    assert guide.current(session()) is None
    assert guide.progress(session()) == (0, 0)


def test_the_rest_follows_from_the_newest_entry() -> None:
    now = with_set(with_set(session(SQUAT), Place(0, 1), at=60), Place(0, 2), at=300)
    rest = guide.rest_running(now, after(330))
    assert rest is not None
    assert (rest.since, rest.seconds, rest.next) == (after(300), 120, Place(0, 3))
    assert rest.left_s(after(330)) == 90
    assert rest.left_s(after(430)) == -10
    assert rest.started(after(330), ticks=5000) == 4970


def test_the_newest_entry_is_known_by_its_position_when_the_clock_was_set_back() -> None:
    now = with_set(with_set(session(SQUAT), Place(0, 1), at=3600), Place(0, 2), at=10, rest_s=60)
    rest = guide.rest_running(now, after(20))
    assert rest is not None
    assert rest.seconds == 60
    assert guide.Rest(after(100), 60, None).left_s(after(0)) == 60


def test_nothing_rests_before_the_first_set_or_after_the_last() -> None:
    now = session(replace(SQUAT, sets=1))
    assert guide.rest_running(now, after(0)) is None
    assert guide.rest_running(with_set(now, Place(0, 1)), after(10)) is None


def test_nothing_rests_in_a_finished_session() -> None:
    now = replace(with_set(session(SQUAT), Place(0, 1)), status=Status.FINISHED)
    assert guide.rest_running(now, after(10)) is None


def test_nothing_rests_once_the_next_step_was_ticked_off() -> None:
    now = with_set(session(replace(SQUAT, sets=1), COOL_DOWN, COOL_DOWN), Place(0, 1), at=0)
    assert guide.rest_running(now, after(10)) is not None
    assert guide.rest_running(with_mark(now, Place(1, 1), at=20), after(30)) is None


def test_a_ramp_set_rests_though_it_is_only_ticked_off() -> None:
    now = session(*ramp(catalogue()["back_squat"]), SQUAT)
    rest = guide.rest_running(with_mark(now, Place(0, 1), at=10), after(20))
    assert rest is not None
    assert (rest.since, rest.seconds, rest.next) == (after(10), 45, Place(1, 1))
    skipped = with_mark(now, Place(0, 1), MarkKind.SKIPPED, at=10)
    assert guide.rest_running(skipped, after(20)) is None


def test_skipping_a_set_leaves_the_rest_running() -> None:
    now = with_mark(with_set(session(SQUAT), Place(0, 1), at=0), Place(0, 2), MarkKind.SKIPPED, at=10)
    rest = guide.rest_running(now, after(20))
    assert rest is not None
    assert rest.next == Place(0, 3)


def test_a_rest_over_for_a_quarter_of_an_hour_was_a_pause() -> None:
    now = with_set(session(SQUAT), Place(0, 1), at=0)
    assert guide.rest_running(now, after(120 + 14 * 60)) is not None
    assert guide.rest_running(now, after(120 + 16 * 60)) is None


def test_the_last_set_of_an_exercise_rests_before_the_next_one() -> None:
    now = with_set(session(replace(SQUAT, sets=1), PLANK), Place(0, 1), at=0)
    rest = guide.rest_running(now, after(1))
    assert rest is not None
    assert rest.next == Place(1, 1)


def test_the_aim_of_each_set_is_its_own() -> None:
    aimed = replace(SQUAT, aims=(8, 8, 7))
    assert [guide.target_reps(aimed, n) for n in (1, 2, 3, 4)] == [8, 8, 7, 7]
    assert guide.target_reps(SQUAT, 2) == 6
    assert guide.target_reps(PLANK, 1) is None


def test_places_are_named_for_people() -> None:
    now = session(WARM_UP, SQUAT, replace(RUN, title="400 m", sets=6))
    assert [guide.name(now, place) for place in (Place(0, 1), Place(1, 2), Place(2, 5))] == [
        "Brisk walk",
        "set 2 of Back squat",
        "rep 5 of 400 m",
    ]


steps = st.lists(
    st.builds(
        Step,
        kind=st.sampled_from(StepKind),
        title=st.just("x"),
        sets=st.integers(1, 4),
        group=st.none() | st.integers(1, 2),
    ),
    max_size=6,
)


@given(steps)
def test_every_set_of_every_step_is_walked_once(walked: list[Step]) -> None:
    everything = {Place(i, n) for i, step in enumerate(walked) for n in range(1, step.sets + 1)}
    walk = guide.places(walked)
    assert set(walk) == everything
    assert len(walk) == len(everything)


@given(steps, st.lists(st.integers(0, 99), max_size=30))
def test_the_walk_ends_whatever_is_done_in_whatever_order(walked: list[Step], picks: list[int]) -> None:
    now: Session = session(*walked)
    for pick in picks:
        if (walk := guide.places(now.steps)) and guide.outcome(now, place := walk[pick % len(walk)]) is None:
            now = with_mark(now, place, MarkKind.SKIPPED if pick % 3 else MarkKind.DONE)
    left = guide.progress(now)[1] - guide.progress(now)[0]
    for _ in range(left):
        here = guide.current(now)
        assert here is not None
        now = with_mark(now, here)
    assert guide.current(now) is None


def test_several_places_are_named_together() -> None:
    now = session(replace(RUN, title="400 m", sets=6), SQUAT)
    assert guide.names(now, [Place(0, 2)]) == "rep 2 of 400 m"
    assert guide.names(now, [Place(0, 2), Place(0, 3)]) == "rep 2 and 3 of 400 m"
    assert guide.names(now, [Place(0, n) for n in (2, 3, 4)]) == "3 reps of 400 m"
    assert guide.names(now, [Place(0, 6), Place(1, 1), Place(1, 2)]) == "3 parts of Full body"


def test_neighbours_of_one_group_belong_together_and_others_of_its_number_do_not() -> None:
    steps = (station("A"), station("B"), SQUAT, station("C"), SQUAT)
    assert [guide.group_of(steps, index) for index in range(5)] == [
        range(2), range(2), range(2, 3), range(3, 4), range(4, 5),
    ]  # fmt: skip


def test_a_rest_stands_still_while_the_session_does() -> None:
    now = with_set(session(SQUAT), Place(0, 1), at=0)
    paused = replace(now, pauses=(Pause(after(-90), after(-60)), Pause(after(20), after(50)), Pause(after(100))))
    rest = guide.rest_running(paused, after(5000))
    assert rest is not None
    assert rest.is_paused
    assert (rest.left_s(after(30)), rest.left_s(after(60)), rest.left_s(after(5000))) == (100, 90, 50)
    assert rest.started(after(60), ticks=1000) == 970


def test_a_rest_over_before_a_long_pause_is_not_forgotten_after_it() -> None:
    now = replace(with_set(session(SQUAT), Place(0, 1), at=0), pauses=(Pause(after(200), after(9000)),))
    assert guide.rest_running(now, after(9100)) is not None


def test_only_the_part_of_a_pause_within_a_stretch_counts() -> None:
    pauses = (Pause(after(0), after(100)), Pause(after(200), after(300)), Pause(after(400)))
    assert guide.stood_s(pauses, after(50), after(250)) == 100
    assert guide.stood_s(pauses, after(350), after(500)) == 100
    assert guide.stood_s(pauses, after(100), after(200)) == 0
