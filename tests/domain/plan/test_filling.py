"""Strength sessions follow the athlete's aim, and their sets grow no faster than rules and muscles allow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Level, Limit, StrengthGoal
from hybridtui.domain.estimate import session_minutes
from hybridtui.domain.exercises import LOWER_PATTERNS, catalogue
from hybridtui.domain.plan.aims import Stage
from hybridtui.domain.plan.bookends import Bookends
from hybridtui.domain.plan.choice import Means
from hybridtui.domain.plan.coverage import REQUIRED, Coverage, Needed
from hybridtui.domain.plan.definitions import hard_sets, working_sets
from hybridtui.domain.plan.filling import fill, turn
from hybridtui.domain.plan.gradual import Ceiling
from hybridtui.domain.plan.order import LEG_PATTERNS, Filled, Order
from hybridtui.domain.plan.prescription import prescribe
from hybridtui.domain.plan.templates import TEMPLATES
from hybridtui.domain.tempo import Aim, Tempo, default_tempo
from hybridtui.domain.volume import fractional_sets, weekly_cap
from hybridtui.domain.workout import Kind, Plan, Step, StepKind, Workout
from tests.domain.plan.builders import GYM, P1, P2, P3, P5, PERSONAS, plan

EVERY_GOAL = (None, *StrengthGoal)


def strength(drafted: Plan, weeks: range | None = None) -> Iterator[Workout]:
    for week in drafted.weeks:
        if weeks is None or week.number in weeks:
            yield from (w for w in week.workouts if w.kind in (Kind.STRENGTH, Kind.COMBO))


def sets(workout: Workout) -> list[Step]:
    return [step for step in workout.steps if step.kind in (StepKind.SET, StepKind.HOLD)]


def pattern(step: Step) -> str:
    return catalogue()[step.exercise or ""].pattern


def order(template: str = "SF", minutes: int = 45, **more: object) -> Order:
    means = Means.of(P3, 1)
    asked = Order(
        template=TEMPLATES[template],
        seconds=minutes * 60,
        bookends=Bookends(360, 240),
        stage=Stage(level=Level.INTERMEDIATE, week=1),
        means=means,
        needed=Needed(REQUIRED, 2),
        covered=Coverage(),
    )
    return replace(asked, **more)  # type: ignore[arg-type]


def length(filled: Filled) -> float:
    return sum(p.length for p in filled.prescriptions) + filled.bookends.seconds


# --- R27: what strength aims at -----------------------------------------------------------------

TABLE = {
    StrengthGoal.STRENGTH: ((3, 6), 7, 9, (120, 300)),
    StrengthGoal.HYPERTROPHY: ((6, 12), 7, 9, (60, 180)),
    StrengthGoal.ENDURANCE: ((15, 20), 6, 8, (30, 90)),
    StrengthGoal.POWER: ((3, 6), 1, 6, (120, 180)),
    StrengthGoal.FORM: ((8, 12), 6, 8, (30, 60)),
}
"""B.3: reps, effort, rest."""


@pytest.mark.parametrize("goal", StrengthGoal)
@pytest.mark.parametrize("exercise", ["bench_press", "barbell_row"])
def test_r27_each_aim_has_its_reps_effort_and_rests(goal: StrengthGoal, exercise: str) -> None:
    (lo, hi), easiest, hardest, rests = TABLE[goal]
    found = prescribe(catalogue()[exercise], Stage(level=Level.INTERMEDIATE, week=9, goal=goal, heavy=True))
    assert found.reps is not None
    assert found.reps_max is not None
    assert lo <= found.reps <= found.reps_max <= hi
    assert easiest <= found.rpe <= hardest
    assert rests[0] <= found.rest_least <= found.rest <= found.rest_most <= rests[1]


def test_r27_without_a_choice_an_intermediate_runners_legs_train_for_strength() -> None:
    squats = [s for w in strength(plan(P2), range(1, 2)) for s in sets(w) if s.exercise == "back_squat"]
    assert [(s.reps, s.reps_max) for s in squats] == [(4, 6)]


def test_r27_the_chosen_aim_shapes_the_whole_plan() -> None:
    for workout in strength(plan(replace(P2, strength_goal=StrengthGoal.ENDURANCE), weeks=3)):
        for step in sets(workout):
            if (
                step.reps is not None
                and catalogue()[step.exercise or ""].compound
                and "pull_up" not in str(step.exercise)
            ):
                assert (step.reps, step.reps_max) == (15, 20)


def test_power_begins_with_few_fast_jumps_that_are_never_hard() -> None:
    athlete = replace(P3, strength_goal=StrengthGoal.POWER)
    jumps = [s for w in strength(plan(athlete)) for s in sets(w) if pattern(s) == "plyo"]
    assert jumps
    assert all(s.rpe is not None and s.rpe <= 6 and s.reps_max is not None and s.reps_max <= 6 for s in jumps)
    assert all(s.tempo is not None and Tempo.parse(s.tempo).explosive for s in jumps)
    for workout in strength(plan(athlete)):
        if any(pattern(s) == "plyo" for s in sets(workout)):
            assert pattern(sets(workout)[0]) == "plyo"  # R16


@pytest.mark.parametrize("limit", [Limit.KNEE, Limit.NO_JUMP, Limit.ANKLE, Limit.HIP])
def test_power_has_no_jumps_where_a_limit_spares_them(limit: Limit) -> None:
    athlete = replace(P3, strength_goal=StrengthGoal.POWER, limits=frozenset({limit}))
    assert all(pattern(s) != "plyo" for w in strength(plan(athlete)) for s in sets(w))


def test_power_is_left_out_on_days_with_a_run() -> None:
    athlete = replace(P5, strength_goal=StrengthGoal.POWER)
    drafted = plan(athlete)
    ran = {w.day for week in drafted.weeks for w in week.workouts if w.kind is Kind.RUN}
    both = [w for w in strength(drafted) if w.day in ran]
    assert both
    fast = str(default_tempo(Aim.POWER))
    assert all(step.tempo != fast for w in both for step in sets(w))
    assert any(
        step.tempo == fast for w in strength(plan(replace(P3, strength_goal=StrengthGoal.POWER))) for step in sets(w)
    )


@pytest.mark.parametrize("goal", EVERY_GOAL)
def test_r8_wins_over_every_aim_in_a_beginners_first_weeks(goal: StrengthGoal | None) -> None:
    gentle = frozenset({"band", "mini_band", "dumbbell", "kettlebell", "cable", "machine"})
    for workout in strength(plan(replace(P1, equipment=GYM, strength_goal=goal), weeks=4)):
        for step in sets(workout):
            assert catalogue()[step.exercise or ""].possible_with(gentle)
            assert step.rpe is not None
            assert step.rpe <= 7
            assert step.reps is None or (step.reps_max is not None and 10 <= step.reps <= step.reps_max <= 20)


def test_below_sixteen_all_is_technique_whatever_the_aim() -> None:
    for workout in strength(plan(replace(P3, age=15, strength_goal=StrengthGoal.STRENGTH), weeks=8)):
        assert all(step.reps is None or step.reps >= 10 for step in sets(workout))


@pytest.mark.parametrize("goal", EVERY_GOAL)
@pytest.mark.parametrize("name", PERSONAS)
def test_every_aim_gives_a_legal_plan_of_the_promised_length(name: str, goal: StrengthGoal | None) -> None:
    drafted = plan(replace(PERSONAS[name], strength_goal=goal), weeks=8)
    assert drafted.breaches == ()
    for workout in strength(drafted):
        assert abs(session_minutes(workout.steps) - workout.minutes) <= max(2, 0.1 * workout.minutes)  # R14


# --- H.2: from 65 years on ----------------------------------------------------------------------


def test_from_65_on_balance_is_trained_and_nothing_is_lifted_fast() -> None:
    for week in plan(replace(P2, age=67), weeks=3).weeks:
        steps = [s for w in week.workouts if w.kind is Kind.STRENGTH for s in sets(w)]
        assert any(pattern(s) == "core_lateral" for s in steps)
        assert any(catalogue()[s.exercise or ""].unilateral and pattern(s) in ("hinge", "lunge") for s in steps)
        for step in (s for s in steps if s.tempo is not None):
            assert Tempo.parse(step.tempo or "").lift >= 2
            assert not Tempo.parse(step.tempo or "").explosive


# --- R22 and B.6: how many sets -----------------------------------------------------------------


@pytest.mark.parametrize("name", PERSONAS)
def test_r22_a_muscles_sets_rise_by_two_a_week_at_most(name: str) -> None:
    drafted = plan(PERSONAS[name], weeks=12)
    told = {number for relaxed in drafted.relaxed if relaxed.rule == "R22" for number in relaxed.weeks}
    weeks = [w for w in drafted.weeks if not w.deload]
    for index, week in enumerate(weeks[1:], 1):
        before = [working_sets(w.workouts) for w in weeks[max(0, index - 2) : index]]
        for muscle, count in working_sets(week.workouts).items():
            assert count <= max(w.get(muscle, 0) for w in before) + 2 or week.number in told


def test_r22_a_session_with_much_time_grows_by_rests_and_other_muscles_first() -> None:
    before = {"quads": 2, "chest": 1, "hamstrings": 1, "glutes": 1, "upper_back": 1, "abs": 2, "obliques": 1}
    filled = fill(order(minutes=45, ceiling=Ceiling(before=before)))
    done = Coverage().with_(p.done for p in filled.prescriptions).sets
    assert all(count <= before.get(muscle, 0) + 2 for muscle, count in done.items())
    assert filled.bent == ()
    assert abs(length(filled) - 45 * 60) <= 270


def test_r22_is_bent_and_told_only_where_nothing_else_fills_the_time() -> None:
    nothing = dict.fromkeys(("quads", "chest", "upper_back", "glutes", "abs"), 0)
    filled = fill(order(minutes=60, ceiling=Ceiling(before=nothing)))
    assert "R22" in filled.bent
    assert abs(length(filled) - 60 * 60) <= 360


@pytest.mark.parametrize("name", ["P2", "P3", "P5"])
def test_b6_no_muscle_has_more_hard_sets_than_a_week_should_hold(name: str) -> None:
    athlete = PERSONAS[name]
    for week in plan(athlete, weeks=8).weeks:
        steps = [s for w in week.workouts for s in w.steps if s.logs_sets]
        for muscle, count in fractional_sets((catalogue()[s.exercise or ""], hard_sets(s)) for s in steps).items():
            assert count <= weekly_cap(muscle, athlete.level, week.run_minutes)


def test_b6_legs_that_run_much_get_fewer_sets() -> None:
    assert [weekly_cap("quads", Level.INTERMEDIATE, minutes) for minutes in (119, 120, 240, 241)] == [18, 12, 12, 9]
    assert weekly_cap("chest", Level.BEGINNER, 300) == 10


# --- a race is near (C.9) -----------------------------------------------------------------------


def test_before_a_race_sets_are_cut_and_the_effort_stays() -> None:
    whole = fill(order("SF", 45))
    peak = fill(order("SF", 35, stage=Stage(level=Level.INTERMEDIATE, week=1, share=0.67)))
    usual = {p.exercise.id: p for p in whole.prescriptions}
    for one in peak.prescriptions:
        if one.exercise.id in usual:
            assert one.sets <= usual[one.exercise.id].sets
            assert one.rpe == usual[one.exercise.id].rpe
    assert sum(p.sets for p in peak.prescriptions) < sum(p.sets for p in whole.prescriptions)
    assert abs(length(peak) - 35 * 60) <= 210


@pytest.mark.parametrize("template", ["SU", "SC"])
def test_close_to_a_race_no_set_is_for_the_legs(template: str) -> None:
    filled = fill(order(template, 30, no_legs=True))
    assert filled.prescriptions
    assert all(e.pattern not in LEG_PATTERNS for e in filled.exercises)


# --- what a session is made of ------------------------------------------------------------------


@pytest.mark.parametrize("name", ["P2", "P3", "P5"])
def test_exercises_stay_for_a_block_of_four_weeks(name: str) -> None:
    first, second, third, lighter = plan(PERSONAS[name]).weeks
    used = [
        {s.exercise for w in week.workouts if w.kind is Kind.STRENGTH for s in sets(w)}
        for week in (first, second, third)
    ]
    assert used[0] == used[1] == used[2]
    assert {s.exercise for w in lighter.workouts if w.kind is Kind.STRENGTH for s in sets(w)} <= used[0]


@pytest.mark.parametrize("profile", EQUIPMENT_PROFILES)
@pytest.mark.parametrize("limit", [None, *Limit])
def test_r15_r26_all_that_is_prescribed_is_at_hand_and_allowed(profile: str, limit: Limit | None) -> None:
    limits = frozenset({limit}) if limit is not None else frozenset[Limit]()
    athlete = replace(P3, equipment=EQUIPMENT_PROFILES[profile], limits=limits)
    means = Means.of(athlete, 1)
    for workout in strength(plan(athlete, weeks=1)):
        for step in sets(workout):
            assert catalogue()[step.exercise or ""].possible_with(means.equipment)


def test_r16_jumps_then_compound_then_isolation_then_core() -> None:
    for workout in strength(plan(replace(P3, strength_goal=StrengthGoal.POWER), weeks=2)):
        turns = [turn(catalogue()[step.exercise or ""]) for step in sets(workout)]
        assert turns == sorted(turns)


def test_r18_without_anything_to_pull_on_it_is_told_why_pulling_is_light() -> None:
    bare = replace(P3, equipment=frozenset())
    assert any(why.rule == "R18" for w in strength(plan(bare, weeks=1)) for why in w.why)
    assert not any(why.rule == "R18" for w in strength(plan(P3, weeks=1)) for why in w.why)


@pytest.mark.parametrize("name", ["P2", "P3", "P5"])
def test_r19_weeks_have_both_free_weights_and_the_bodys_own(name: str) -> None:
    for week in plan(PERSONAS[name]).weeks:
        ways = [catalogue()[s.exercise or ""].equipment for w in week.workouts for s in w.steps if s.logs_sets]
        assert any(frozenset() in equipment for equipment in ways)
        assert any(way & {"barbell", "dumbbell", "kettlebell"} for equipment in ways for way in equipment)


def test_i12_beside_lower_sessions_upper_ones_have_one_light_set_for_the_hips() -> None:
    filled = fill(order("SU", 45, lower_nearby=True))
    hips = [p for p in filled.prescriptions if p.exercise.pattern in ("bridge", "hip_abd")]
    assert sum(p.sets for p in hips) <= 1
    assert all(e.pattern not in LOWER_PATTERNS for e in filled.exercises)


def test_steps_say_which_row_of_the_table_they_follow() -> None:
    for athlete in (P1, P2, replace(P3, strength_goal=StrengthGoal.FORM)):
        assert all(step.why for workout in strength(plan(athlete, weeks=1)) for step in workout.steps)


def test_nobody_without_equipment_is_asked_for_any() -> None:
    for workout in strength(plan(Athlete(level=Level.ADVANCED, run_minutes=100, strength_sessions=2), weeks=4)):
        assert all(frozenset() in catalogue()[s.exercise or ""].equipment for s in sets(workout))
