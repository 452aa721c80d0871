"""The rest of a session rearranged: nothing logged is lost, moved to another exercise, or asked for again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hybridtui.domain import guide
from hybridtui.domain.engine import arranging
from hybridtui.domain.engine.placing import begun, blocks
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.guide import Place, group_of
from hybridtui.domain.problems import Problem
from hybridtui.domain.ramp import ramp
from hybridtui.domain.session import LoggedSet, MarkKind, Session, SetKind, StepMark
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Form, Step, StepKind
from tests.domain.sessions import (
    BEGAN,
    COOL_DOWN,
    LUNGE,
    PLANK,
    RUN,
    SQUAT,
    WARM_UP,
    session,
    station,
    with_mark,
    with_run,
    with_set,
)

PRESS = Step(
    kind=StepKind.SET, title="Bench press", exercise="bench_press", sets=3, reps=8, rest_s=90, load=Load(50),
    aims=(9, 8, 8),
)  # fmt: skip
ROW = replace(SQUAT, title="Barbell row", exercise="barbell_row", aims=(8, 7, 7))


def titles(session: Session) -> list[str]:
    return [step.title for step in session.steps]


def place_now(session: Session) -> tuple[str, int] | None:
    here = guide.current(session)
    return None if here is None else (session.steps[here.step].title, here.set_number)


def superset(*steps: Step, group: int = 1) -> tuple[Step, ...]:
    return tuple(replace(step, group=group) for step in steps)


def begun_with(before: Session, *places: Place) -> Session:
    for place in places:
        before = with_set(before, place)
    return before


# order


def test_a_step_done_now_stands_before_the_others_and_what_was_done_stays_done():
    before = begun_with(with_mark(session(WARM_UP, SQUAT, PRESS, PLANK), Place(0, 1)), Place(1, 1))
    after = arranging.moved(before, 3, 1)
    assert titles(after) == ["Brisk walk", "Plank", "Back squat", "Bench press"]
    assert place_now(after) == ("Plank", 1)
    assert guide.outcome(after, Place(2, 1)) == "done"


def test_a_superset_moves_as_one_and_is_never_torn_apart_by_what_moves_past_it():
    before = session(SQUAT, *superset(PRESS, ROW), PLANK)
    assert titles(arranging.moved(before, 2, 0)) == ["Bench press", "Barbell row", "Back squat", "Plank"]
    assert titles(arranging.moved(before, 0, 1)) == ["Bench press", "Barbell row", "Back squat", "Plank"]
    assert titles(arranging.moved(before, 3, 2)) == ["Back squat", "Plank", "Bench press", "Barbell row"]


def test_within_a_superset_a_step_moves_by_itself():
    before = session(*superset(PRESS, ROW), PLANK)
    assert titles(arranging.moved(before, 0, 1)) == ["Barbell row", "Bench press", "Plank"]


def test_ramp_sets_go_with_their_lift():
    lift = replace(SQUAT, exercise="back_squat")
    before = session(PRESS, *ramp(catalogue()["back_squat"]), lift)
    after = arranging.moved(before, 4, 0)
    assert titles(after)[-1] == "Bench press"
    assert [step.exercise for step in after.steps[:4]] == ["back_squat"] * 4


def test_two_circuits_with_one_number_stay_two_side_by_side():
    before = session(station("A"), station("B"), PLANK, station("C"), station("D"))
    after = arranging.moved(before, 2, 0)
    assert [list(block) for block in blocks(after.steps)] == [[0], [1, 2], [3, 4]]
    assert guide.places(after.steps)[2:5] == (Place(1, 1), Place(2, 1), Place(1, 2))


# another exercise


def test_before_its_first_set_an_exercise_is_exchanged_in_place():
    after = arranging.exchanged(session(WARM_UP, SQUAT, PLANK), 1, replace(ROW, sets=9))
    assert titles(after) == ["Brisk walk", "Barbell row", "Plank"]
    assert after.steps[1].sets == 3


def test_sets_that_are_done_stay_with_the_exercise_they_were_done_of():
    before = begun_with(session(PRESS, PLANK), Place(0, 1), Place(0, 2))
    after = arranging.exchanged(before, 0, ROW)
    assert [(step.title, step.sets, step.aims) for step in after.steps[:2]] == [
        ("Bench press", 2, (9, 8)),
        ("Barbell row", 1, (8,)),
    ]
    assert [s.step for s in after.sets] == [0, 0]
    assert place_now(after) == ("Barbell row", 1)


def test_a_set_left_out_by_a_deletion_is_done_of_the_new_exercise():
    before = begun_with(session(PRESS, PLANK), Place(0, 2))
    after = arranging.exchanged(before, 0, ROW)
    assert [(step.title, step.sets) for step in after.steps[:2]] == [("Bench press", 1), ("Barbell row", 2)]
    assert guide.outcome(after, Place(0, 1)) == "done"


def test_in_a_superset_the_rounds_to_come_have_the_new_exercise():
    before = begun_with(session(*superset(PRESS, SQUAT), PLANK), Place(0, 1), Place(1, 1))
    after = arranging.exchanged(before, 0, ROW)
    assert [(s.title, s.sets) for s in after.steps] == [
        ("Bench press", 1), ("Back squat", 1), ("Barbell row", 2), ("Back squat", 2), ("Plank", 2),
    ]  # fmt: skip
    todo = [place for place in guide.places(after.steps) if guide.outcome(after, place) is None]
    assert [after.steps[place.step].title for place in todo[:4]] == ["Barbell row", "Back squat"] * 2


def test_a_round_half_done_keeps_what_was_done_in_it():
    before = begun_with(session(*superset(PRESS, SQUAT)), Place(0, 1), Place(1, 1), Place(0, 2))
    after = arranging.exchanged(before, 1, ROW)
    assert place_now(after) == ("Barbell row", 1)
    assert [after.steps[s.step].title for s in after.sets] == ["Bench press", "Back squat", "Bench press"]


def test_warm_up_sets_of_the_old_exercise_are_kept_outside_the_plan():
    warm = LoggedSet(id="w", position=1, exercise="back_squat", kind=SetKind.WARMUP, load=Load(40), reps=8, step=0)
    after = arranging.exchanged(session(SQUAT, sets=(warm,)), 0, ROW)
    assert after.sets == (replace(warm, step=None),)


def test_a_ramp_gives_way_to_that_of_the_new_lift_unless_it_was_begun():
    old, new = ramp(catalogue()["back_squat"]), ramp(catalogue()["front_squat"])
    front = replace(SQUAT, title="Front squat", exercise="front_squat")
    fresh = session(WARM_UP, *old, replace(SQUAT, exercise="back_squat"), PLANK)
    after = arranging.exchanged(fresh, 4, front, new[:2])
    assert [step.exercise for step in after.steps] == [None, *["front_squat"] * 3, "plank"]
    begun = with_mark(fresh, Place(1, 1))
    assert [step.exercise for step in arranging.exchanged(begun, 4, front, new).steps] == [
        None, "back_squat", "back_squat", "back_squat", "front_squat", "plank",
    ]  # fmt: skip


def test_what_is_done_and_an_amrap_that_runs_cannot_be_exchanged():
    done = begun_with(session(PLANK), Place(0, 1), Place(0, 2))
    with pytest.raises(Problem, match="nothing left"):
        arranging.exchanged(done, 0, ROW)
    amrap = [replace(station(name, sets=2), form=Form.AMRAP, block_s=600) for name in "AB"]
    with pytest.raises(Problem, match="AMRAP has begun"):
        arranging.exchanged(begun_with(session(*amrap), Place(0, 1)), 0, station("C"))


# more, less, together


def test_an_exercise_is_added_after_a_superset_never_inside_it():
    after = arranging.added(begun_with(session(*superset(PRESS, ROW), SQUAT), Place(2, 1)), PLANK, 1)
    assert titles(after) == ["Bench press", "Barbell row", "Plank", "Back squat"]
    assert [s.step for s in after.sets] == [3]


def test_an_extra_set_is_one_more_place_also_when_sets_beyond_the_plan_were_logged():
    done = begun_with(session(PLANK), Place(0, 1), Place(0, 2))
    assert place_now(arranging.extra_set(done, 0)) == ("Plank", 3)
    assert place_now(arranging.extra_set(begun_with(done, Place(0, 3)), 0)) == ("Plank", 4)


def test_the_aims_of_an_extra_set_are_those_of_the_last():
    assert arranging.extra_set(session(PRESS), 0).steps[0].aims == (9, 8, 8, 8)
    assert arranging.extra_set(session(PRESS), 0, -1).steps[0].aims == (9, 8)


def test_a_circuit_gets_a_round_more_a_superset_a_set():
    after = arranging.extra_set(session(station("A"), station("B")), 1)
    assert [step.sets for step in after.steps] == [4, 4]
    after = arranging.extra_set(session(*superset(PRESS, ROW)), 1)
    assert [step.sets for step in after.steps] == [3, 4]


def test_a_set_that_was_done_is_not_taken_away():
    done = begun_with(session(PLANK), Place(0, 1), Place(0, 2))
    with pytest.raises(Problem, match="Set 2 of Plank is begun"):
        arranging.extra_set(done, 0, -1)
    with pytest.raises(Problem, match="only one set"):
        arranging.extra_set(session(WARM_UP), 0, -1)


def test_a_superset_alternates_with_the_next_exercise_that_is_not_begun():
    before = begun_with(session(SQUAT, PRESS, PLANK, ROW), Place(1, 1), Place(0, 1))
    after = arranging.joined(before, 0)
    assert titles(after) == ["Back squat", "Plank", "Bench press", "Barbell row"]
    assert len({after.steps[0].group, after.steps[1].group}) == 1
    assert place_now(after) == ("Plank", 1)
    assert [after.steps[s.step].title for s in after.sets] == ["Bench press", "Back squat"]
    assert titles(arranging.joined(after, 0))[:3] == ["Back squat", "Plank", "Barbell row"]


def test_a_superset_parts_into_straight_sets():
    before = begun_with(session(*superset(PRESS, ROW)), Place(0, 1), Place(1, 1))
    after = arranging.parted(before, 1)
    assert [step.group for step in after.steps] == [None, None]
    assert place_now(after) == ("Bench press", 2)


def test_what_cannot_be_a_superset_says_so():
    with pytest.raises(Problem, match="no sets after Plank"):
        arranging.joined(session(PLANK, COOL_DOWN), 0)
    with pytest.raises(Problem, match="cannot begin a superset"):
        arranging.joined(session(RUN, PLANK), 0)
    with pytest.raises(Problem, match="not part of a superset"):
        arranging.parted(session(station("A"), station("B")), 0)


def test_what_is_left_of_a_step_can_be_taken_out():
    before = begun_with(session(SQUAT, PLANK, LUNGE), Place(0, 1), Place(2, 1))
    after = arranging.dropped(arranging.dropped(before, 0), 1)
    assert [(step.title, step.sets) for step in after.steps] == [("Back squat", 1), ("Lunge", 2)]
    assert place_now(after) == ("Lunge", 2)


# properties

_LONE = st.sampled_from((SQUAT, PRESS, PLANK, LUNGE, WARM_UP, RUN, replace(RUN, sets=3)))
_TOGETHER = st.lists(st.sampled_from((SQUAT, PRESS, ROW, LUNGE)), min_size=2, max_size=3).map(lambda s: superset(*s))
_CIRCUIT = st.integers(2, 3).map(lambda n: tuple(station(f"Station {i}") for i in range(n)))


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """A session with some of its places done, skipped or half done, in any order."""
    runs = draw(st.lists(st.one_of(_LONE.map(lambda step: (step,)), _TOGETHER, _CIRCUIT), min_size=1, max_size=5))
    steps = [
        replace(step, group=number if len(run) > 1 else None) for number, run in enumerate(runs, 1) for step in run
    ]
    made = session(*(replace(s, exercise=f"exercise {i}", title=f"Step {i}") for i, s in enumerate(steps)))
    for place in draw(st.lists(st.sampled_from(guide.places(made.steps)), unique=True, max_size=8)):
        step = made.steps[place.step]
        if draw(st.booleans()):
            made = with_mark(made, place, draw(st.sampled_from(MarkKind)))
        else:
            made = with_run(made, place, 60) if step.is_run else with_set(made, place)
    return made


CHANGES = {
    "move": lambda s, i, j: arranging.moved(s, i, j),
    "exchange": lambda s, i, _: arranging.exchanged(s, i, replace(ROW, exercise="new", title="New")),
    "add": lambda s, _, j: arranging.added(s, replace(ROW, exercise="new", title="New"), j),
    "more": lambda s, i, _: arranging.extra_set(s, i),
    "less": lambda s, i, _: arranging.extra_set(s, i, -1),
    "join": lambda s, i, _: arranging.joined(s, i),
    "part": lambda s, i, _: arranging.parted(s, i),
    "drop": lambda s, i, _: arranging.dropped(s, i),
}


def ended(session: Session) -> list[tuple[str, str | None]]:
    """What each entry is of, by id, with how its place ended."""
    found = []
    for entry in (*session.sets, *session.runs, *session.marks):
        assert entry.step is not None
        place = Place(entry.step, entry.set_number or 0)
        of = session.steps[entry.step].exercise or ""
        found.append((f"{entry.id} of {of}", guide.outcome(session, place)))
    return sorted(found)


@settings(max_examples=150)
@given(st.data(), sessions())
def test_nothing_done_is_lost_moved_to_another_exercise_or_asked_for_again(data: st.DataObject, before: Session):
    todo = len(guide.places(before.steps)) - guide.progress(before)[0]
    for _ in range(3):
        step, other = data.draw(st.integers(0, len(before.steps) - 1)), data.draw(st.integers(0, len(before.steps) - 1))
        change = data.draw(st.sampled_from(sorted(CHANGES)))
        try:
            after = CHANGES[change](before, step, other)
        except Problem:
            continue
        assert ended(after) == ended(before)
        assert [replace(s, step=None, set_number=None) for s in after.sets] == [
            replace(s, step=None, set_number=None) for s in before.sets
        ]
        assert all(0 < entry.set_number <= after.steps[entry.step].sets for entry in (*after.sets, *after.marks))
        left = len(guide.places(after.steps)) - guide.progress(after)[0]
        if change in ("move", "exchange", "join", "part"):
            assert left == todo
        if not after.steps:
            return
        before, todo = after, left


@settings(max_examples=150)
@given(sessions(), st.data())
def test_moved_there_and_back_is_the_same_session(before: Session, data: st.DataObject):
    step, to = data.draw(st.integers(0, len(before.steps) - 1)), data.draw(st.integers(0, len(before.steps) - 1))
    there, steps = arranging.moved(before, step, to), before.steps
    mine = group_of(steps, step)
    # Back is where it was: past what stood next to it on the side that it left by.
    past = steps[step] if to in mine else steps[mine.stop] if to > step else steps[mine.start - 1]
    target = step if to in mine else there.steps.index(past)
    assert arranging.moved(there, there.steps.index(steps[step]), target) == before


@settings(max_examples=150)
@given(sessions(), st.data())
def test_exchanged_all_sets_begun_belong_to_the_old_exercise_and_all_others_to_the_new(
    before: Session, data: st.DataObject
):
    step = data.draw(st.integers(0, len(before.steps) - 1))
    done, asked = len(begun(before, step)), before.steps[step].sets
    if done == asked:
        return
    after = arranging.exchanged(before, step, replace(ROW, exercise="new", title="New"))
    sets = {e: sum(s.sets for s in after.steps if s.exercise == e) for e in ("new", before.steps[step].exercise)}
    assert list(sets.values()) == [asked - done, done]


def test_a_mark_that_has_no_step_any_more_is_no_mark():
    """Only an unplaced mark can be lost, and there is none: marks always stand at a set."""
    mark = StepMark(id="m", step=0, set_number=1, kind=MarkKind.SKIPPED, at=BEGAN)
    after = arranging.dropped(session(SQUAT, PLANK, marks=(mark,)), 0)
    assert after.marks == (mark,)
    assert after.steps[0].sets == 1
