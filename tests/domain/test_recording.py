"""Entries get their order and their places."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain import guide, recording
from hybridtui.domain.calendar import Moment
from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.guide import Place
from hybridtui.domain.session import LoggedSet, Session, SetKind, Side
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Form, Kind, Step, StepKind, Workout
from tests.domain.sessions import BEGAN, LUNGE, RUN, SQUAT, after, session, station, with_mark, with_set

LUNGES = catalogue()["forward_lunge"]
LEFT, RIGHT = SetDraft(reps=8, side=Side.LEFT), SetDraft(reps=7, side=Side.RIGHT)


def logged(now: Session, place: Place | None, *drafts: SetDraft) -> tuple[LoggedSet, ...]:
    ids = map(str, count())
    return recording.logged_sets(now, place, LUNGES, drafts, after(60), lambda: next(ids))


def numbers(sets: tuple[LoggedSet, ...]) -> list[int | None]:
    return [one.set_number for one in sets]


def test_left_and_right_share_a_place() -> None:
    now = session(LUNGE)
    assert numbers(logged(now, Place(0, 1), LEFT, RIGHT)) == [1, 1]
    assert numbers(logged(now, Place(0, 1), LEFT, RIGHT, RIGHT, LEFT)) == [1, 1, 2, 2]
    assert numbers(logged(now, Place(0, 1), LEFT, LEFT)) == [1, 2]


def test_after_one_side_the_other_follows_without_a_rest() -> None:
    now = session(LUNGE)
    [left] = logged(now, Place(0, 1), LEFT)
    assert left.rest_s is None
    [right] = logged(replace(now, sets=(left,)), Place(0, 1), RIGHT)
    assert right.rest_s == 60
    assert logged(now, Place(0, 1), LEFT, RIGHT)[-1].rest_s == 60


def test_further_sets_of_a_line_leave_out_places_already_done() -> None:
    now = with_set(session(SQUAT), Place(0, 2))
    assert numbers(logged(now, Place(0, 1), SetDraft(reps=8), SetDraft(reps=8))) == [1, 3]


def test_a_warm_up_takes_no_place_between_sets_that_do() -> None:
    warm = SetDraft(reps=5, kind=SetKind.WARMUP)
    assert numbers(logged(session(SQUAT), Place(0, 1), warm, SetDraft(reps=8), SetDraft(reps=8))) == [None, 1, 2]


def test_in_a_circuit_a_place_of_a_round_is_done_by_its_own_station() -> None:
    now = session(station("A"), station("B"))
    [done] = logged(now, Place(1, 2), SetDraft(seconds=40))
    assert (done.step, done.set_number, done.rest_s) == (1, 2, 20)


def test_a_run_takes_the_subtype_of_its_session() -> None:
    long_run = session(RUN, kind=Kind.RUN, subtype="long")
    assert recording.logged_run(long_run, Place(0, 1), RunDraft(seconds=60), after(0), "r").subtype == "long"
    assert recording.logged_run(session(RUN), Place(0, 1), RunDraft(seconds=60), after(0), "r").subtype == "easy"


def test_a_longer_rest_in_overtime_runs_from_now() -> None:
    now = with_set(session(SQUAT), Place(0, 1), at=0)
    changed = recording.rest_changed(now, 30, after(200))
    assert changed is not None
    assert changed.rest_s == 230
    assert recording.rest_changed(session(SQUAT), 30, after(200)) is None


drafts = st.builds(
    SetDraft,
    reps=st.integers(0, 20),
    load=st.none() | st.just(Load(20)),
    side=st.sampled_from([None, Side.LEFT, Side.RIGHT]),
    kind=st.sampled_from([SetKind.WORKING, SetKind.WARMUP]),
)


@given(st.lists(drafts, min_size=1, max_size=8), st.integers(1, 2))
def test_whatever_is_logged_is_kept_in_order_and_ends_no_other_place(typed: list[SetDraft], first: int) -> None:
    now = session(LUNGE, SQUAT)
    new = logged(now, Place(0, first), *typed)
    assert [(one.reps, one.load, one.side, one.kind) for one in new] == [
        (draft.reps, draft.load, draft.side, draft.kind) for draft in typed
    ]
    positions = [one.position for one in new]
    assert positions == sorted(set(positions))
    then = replace(now, sets=new)
    assert all(guide.outcome(then, Place(1, n)) is None for n in (1, 2, 3))
    assert guide.outcome(then, Place(0, 1)) is None or first == 1


def test_following_a_circuit_keeps_its_level_since_an_unrated_gentle_one_counts_for_less() -> None:
    planned = Workout(
        id="w", day=BEGAN.date(), kind=Kind.HYBRID, subtype="circuit", title="Circuit", minutes=25,
        run_minutes=12, strength_minutes=13, steps=(station("A"),), level=1,
    )  # fmt: skip
    assert recording.following(planned, "s", Moment.at(BEGAN)).level == 1
    assert recording.following(replace(planned, level=None), "s", Moment.at(BEGAN)).level is None


def test_a_superset_only_changes_within_the_round_and_rests_after_it_as_long_as_its_longest() -> None:
    row, press = replace(SQUAT, group=1, rest_s=90), replace(LUNGE, group=1, rest_s=120)
    now = session(row, press)
    assert [recording.rest_after(now, Place(index, 1)) for index in (0, 1)] == [15, 15]
    assert recording.rest_after(with_set(now, Place(0, 1)), Place(1, 1)) == 120
    assert recording.rest_after(with_set(now, Place(1, 1)), Place(0, 1)) == 120


def test_a_longer_exercise_of_a_superset_rests_in_full_once_it_is_alone() -> None:
    assert recording.rest_after(session(replace(SQUAT, group=1), replace(LUNGE, group=1)), Place(0, 3)) == 120


def test_stations_keep_their_own_rests() -> None:
    assert recording.rest_after(session(station("A"), station("B")), Place(0, 1)) == 20


def test_where_the_clock_is_the_rest_there_is_no_other() -> None:
    emom = replace(station("A"), form=Form.EMOM, block_s=60)
    assert recording.rest_after(session(emom), Place(0, 1)) == 0


def test_the_rest_after_a_ramp_set_changes_no_entry() -> None:
    lighter = Step(kind=StepKind.WARMUP, title="Back squat, 50 %", exercise="back_squat", reps=8, rest_s=45)
    now = with_mark(with_set(session(SQUAT, lighter, LUNGE), Place(0, 1), at=0), Place(1, 1), at=20)
    assert recording.rest_changed(now, 15, after(30)) is None
