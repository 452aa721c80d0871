"""What can be done in place of an exercise: alike, possible, within reach, and never what hurts or stands there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Level, Limit
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.guide import Place as Spot
from hybridtui.domain.ladder import SLOW_TEMPO
from hybridtui.domain.plan.aims import Stage
from hybridtui.domain.plan.choice import Means
from hybridtui.domain.plan.limits import excluded_by
from hybridtui.domain.plan.prescription import prescribe
from hybridtui.domain.refitting import Place, refitted
from hybridtui.domain.substitutes import (
    Likeness,
    Rung,
    Substitute,
    easier,
    harder,
    in_place_of,
    on_rung,
    substitutes,
    usual_tempo,
)
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Form, Step, StepKind, Why
from tests.domain.sessions import session, station, with_set

GYM = Athlete(level=Level.INTERMEDIATE, equipment=EQUIPMENT_PROFILES["gym"])
STAGE = Stage(level=Level.INTERMEDIATE, week=8)
ALL = catalogue()


def means(profile: str = "gym", athlete: Athlete = GYM, week: int = 8) -> Means:
    return Means.of(replace(athlete, equipment=EQUIPMENT_PROFILES[profile]), week)


def ids(found: tuple[Substitute, ...]) -> list[str]:
    return [each.exercise.id for each in found]


def prescribed(id_: str, **known: object) -> Step:
    return replace(prescribe(ALL[id_], STAGE).step(), **known)  # type: ignore[arg-type]


# substitutes


def test_the_same_movement_for_the_same_muscle_comes_first_done_as_alike_as_can_be():
    found = substitutes(ALL["deadlift"], means())
    assert [each.likeness for each in found] == [Likeness.SAME] * 3
    assert ids(found)[0] == "romanian_deadlift"
    assert all(each.exercise.primary == "hamstrings" for each in found)


def test_then_another_movement_for_the_same_muscle():
    found = substitutes(ALL["kettlebell_swing"], means("none"))
    assert [(each.exercise.pattern, each.exercise.primary) for each in found[:2]] == [("bridge", "glutes")] * 2
    assert "same muscle: glutes" in found[0].why


def test_then_the_same_movement_and_what_stands_in_for_it():
    assert ids(substitutes(ALL["pull_up"], means("none")))[0] == "prone_y_raise"
    assert substitutes(ALL["pull_up"], means("none"))[-1].likeness is Likeness.KIN


def test_what_the_session_holds_already_is_not_offered():
    first = ids(substitutes(ALL["back_squat"], means()))
    again = ids(substitutes(ALL["back_squat"], means(), taken={first[0], first[1]}))
    assert again[0] == first[2]
    assert not {"back_squat", *first[:2]} & set(again)


@pytest.mark.parametrize("profile", EQUIPMENT_PROFILES)
@pytest.mark.parametrize("limits", [frozenset(), frozenset({Limit.KNEE, Limit.WRIST}), frozenset(Limit)])
@pytest.mark.parametrize("level", Level)
def test_nothing_is_offered_that_equipment_or_body_do_not_allow(profile: str, limits: frozenset[Limit], level: Level):
    here = means(profile, replace(GYM, limits=limits, level=level))
    for exercise in ALL.values():
        found = substitutes(exercise, here)
        assert len(found) <= 3
        assert exercise.id not in ids(found)
        assert len(set(ids(found))) == len(found)
        assert [each.likeness for each in found] == sorted(each.likeness for each in found)
        for each in found:
            assert each.exercise.possible_with(EQUIPMENT_PROFILES[profile])
            assert excluded_by(each.exercise, limits) is None


def test_a_beginner_is_offered_nothing_far_up_the_ladder():
    beginner = replace(GYM, level=Level.BEGINNER)
    offered = {id_ for e in ALL.values() for id_ in ids(substitutes(e, means("none", beginner)))}
    assert "pistol_squat" not in offered


def test_what_hurts_is_left_out():
    usual = substitutes(ALL["back_squat"], means())
    spared = substitutes(ALL["back_squat"], means(), hurts=lambda e: e.id == usual[0].exercise.id)
    assert usual[0] not in spared


def test_no_rung_that_hurts_is_offered_the_next_that_spares_it_is():
    front = ALL["front_squat"]
    step = prescribed("back_squat")
    assert easier(step, ALL["back_squat"], means(), None) == Rung(front)
    below = easier(step, ALL["back_squat"], means(), None, lambda other: other.id == front.id)
    assert below is not None
    assert below.exercise.id != front.id
    above = harder(prescribed("goblet_squat"), ALL["goblet_squat"], means(), lambda other: other.id == front.id)
    assert above is not None
    assert above.exercise.id != front.id


def test_an_own_exercise_has_substitutes_only_if_it_is_like_one_of_the_library():
    alike = Exercise(id="own:1", name="Hack squat", pattern="squat", primary="quads")
    unlike = Exercise(id="own:2", name="Sled", pattern="other")
    assert ids(substitutes(alike, means()))
    assert substitutes(unlike, means()) == ()


def test_among_the_athletes_own_one_that_is_alike_can_take_the_place():
    own = Exercise(id="own:1", name="Belt squat", pattern="squat", primary="quads")
    found = substitutes(ALL["wall_sit"], means("none"), own=[own], taken=set(ALL) - {"wall_sit"})
    assert ids(found) == ["own:1"]


# easier and harder


def test_easier_and_harder_are_the_next_rungs_that_the_equipment_allows():
    step = prescribed("goblet_squat")
    assert easier(step, ALL["goblet_squat"], means("none"), None) == Rung(ALL["bodyweight_squat"])
    assert harder(prescribed("bodyweight_squat"), ALL["bodyweight_squat"], means("none")) == Rung(ALL["tempo_squat"])


def test_where_nothing_harder_fits_the_same_is_done_slower_and_easier_is_back_to_the_usual_tempo():
    bridge = ALL["single_leg_bridge"]
    step = prescribed("single_leg_bridge", aims=(20, 20))
    assert harder(step, bridge, means("none")) == Rung(bridge, slow=True)
    slow = on_rung(step, Rung(bridge, slow=True), STAGE)
    assert slow.tempo == SLOW_TEMPO
    assert slow.reps_max is not None
    assert max(slow.aims) <= slow.reps_max < 20
    assert harder(slow, bridge, means("none")) is None
    back = easier(slow, bridge, means("none"), usual_tempo(bridge, STAGE))
    assert back == Rung(bridge, unslow=True)
    assert on_rung(slow, back, STAGE).tempo == step.tempo


def test_a_hold_has_no_slower_variant():
    assert harder(prescribed("side_plank_leg_raise"), ALL["side_plank_leg_raise"], means("none")) is None


# the step


def test_a_new_step_keeps_sets_rest_and_place_but_never_the_load_of_the_old_one():
    old = prescribed("back_squat", sets=4, rest_s=165, load=Load(120), aims=(6, 6, 6, 5), group=2)
    new = in_place_of(old, ALL["goblet_squat"], STAGE, Why("R28", "chosen"))
    assert (new.sets, new.rest_s, new.group) == (4, 165, 2)
    assert (new.load, new.aims) == (None, ())
    assert (new.exercise, new.title, new.kind) == ("goblet_squat", "Goblet squat", StepKind.SET)


def test_a_new_step_is_never_asked_to_be_harder_than_the_old_one():
    eased = prescribed("back_squat", rpe=5.0)
    assert in_place_of(eased, ALL["goblet_squat"], STAGE, Why("R28", "chosen")).rpe == 5.0


def test_a_held_exercise_in_place_of_a_counted_one_is_a_hold():
    new = in_place_of(prescribed("bodyweight_squat"), ALL["wall_sit"], STAGE, Why("R28", "chosen"))
    assert (new.kind, new.reps) == (StepKind.HOLD, None)
    assert new.seconds


def test_a_station_keeps_its_seconds_and_its_form():
    old = replace(station("Burpee"), exercise="burpee", form=Form.EMOM, block_s=60, load=Load(16))
    new = in_place_of(old, ALL["squat_jump"], STAGE, Why("R28", "chosen"))
    assert (new.kind, new.seconds, new.form, new.block_s, new.load) == (StepKind.STATION, 40, Form.EMOM, 60, None)


# other equipment


def place(profile: str) -> Place:
    return Place(
        means=means(profile),
        exercises=ALL,
        make=lambda step, new: (in_place_of(step, new, STAGE, Why("R28", "chosen")), ()),
        hurts=lambda _: False,
    )


def test_with_other_equipment_what_is_not_possible_is_exchanged_or_left_out_and_runs_stay():
    hill = Step(kind=StepKind.INTERVAL, title="Hill strides", exercise="hill_stride", seconds=20, sets=4)
    carry = prescribed("farmer_carry")
    before = session(hill, prescribed("back_squat"), carry, prescribed("plank"))
    after = refitted(before, place("none"))
    assert [step.exercise for step in after.session.steps] == ["hill_stride", "bodyweight_squat", "plank"]
    assert after.changes == (
        "Barbell back squat → Bodyweight squat",
        "Farmer carry left out: nothing like it can be done with this",
    )


def test_what_is_done_of_it_stays_as_it_was():
    before = with_set(session(prescribed("back_squat")), Spot(0, 1))
    after = refitted(before, place("none")).session
    assert [(step.exercise, step.sets) for step in after.steps] == [
        ("back_squat", 1),
        ("bodyweight_squat", before.steps[0].sets - 1),
    ]
    assert refitted(after, place("none")).changes == ()


def test_with_everything_at_hand_nothing_changes():
    before = session(prescribed("back_squat"), prescribed("plank"))
    assert refitted(before, place("gym")).session == before


def test_an_amrap_that_runs_stays_and_says_so():
    swings = replace(station("Swing", sets=2), exercise="kettlebell_swing", form=Form.AMRAP, block_s=600)
    squats = replace(station("Squat", sets=2), exercise="bodyweight_squat", form=Form.AMRAP, block_s=600)
    begun = with_set(session(swings, squats), Spot(0, 1))
    after = refitted(begun, place("none"))
    assert after.session == begun
    assert "Swing stays" in after.changes[0]


@pytest.mark.parametrize("profile", EQUIPMENT_PROFILES)
def test_whatever_was_planned_is_possible_afterwards(profile: str):
    lifts = [e for e in ALL.values() if e.pattern not in ("cardio", "recovery", "run_drill")]
    for start in range(0, len(lifts), 6):
        before = session(*(prescribed(e.id) for e in lifts[start : start + 6]))
        after = refitted(before, place(profile)).session
        exercises = [ALL[step.exercise or ""] for step in after.steps]
        assert all(e.possible_with(EQUIPMENT_PROFILES[profile]) for e in exercises)
        assert len(set(exercises)) == len(exercises)
