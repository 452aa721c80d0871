"""Today's workout by the table of D.6: less where the day asks for it, never more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Goal, Level, Race
from hybridtui.domain.estimate import session_minutes
from hybridtui.domain.plan.adjusting import MAY_MOVE, Adjusted, adjusted, for_day
from hybridtui.domain.plan.definitions import is_hard
from hybridtui.domain.readiness import Band, Instead, Readiness
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.domain.workout import RACE, Kind, Step, StepKind, Workout
from tests.domain.plan.builders import GYM, MONDAY, PERSONAS, plan

GREEN, AMBER, ORANGE, RED = Band
ATHLETE = Athlete(level=Level.INTERMEDIATE, equipment=GYM, run_minutes=150)
WARM_UP = Step(kind=StepKind.WARMUP, title="Brisk walk", seconds=300)
COOL_DOWN = Step(kind=StepKind.COOLDOWN, title="Easy walk", seconds=300)
NORMAL = Readiness(day=MONDAY, fatigue=3, sleep_quality=3, soreness=3, stress=3, mood=3)


def lift(exercise: str, sets: int = 3, **known: object) -> Step:
    given = {"title": exercise, "reps": 8, "rest_s": 120, "rpe": 8.0} | known
    return Step(kind=StepKind.SET, exercise=exercise, sets=sets, **given)  # type: ignore[arg-type]


def run(minutes: int, subtype: str = "easy", *steps: Step, **known: object) -> Workout:
    main = steps or (Step(kind=StepKind.INTERVAL, title="Easy running", seconds=minutes * 60 - 600, rpe=3.0, zone="E"),)
    given = {"title": f"Run {minutes} min", "minutes": minutes, "run_minutes": minutes, "strength_minutes": 0} | known
    return Workout(id="w", day=MONDAY, kind=Kind.RUN, subtype=subtype, steps=(WARM_UP, *main, COOL_DOWN), **given)  # type: ignore[arg-type]


def strength(*steps: Step, subtype: str = "SF", **known: object) -> Workout:
    whole = (WARM_UP, *steps, COOL_DOWN)
    minutes = session_minutes(whole)
    given = {"title": "Full body", "minutes": minutes, "run_minutes": 0, "strength_minutes": minutes} | known
    return Workout(id="w", day=MONDAY, kind=Kind.STRENGTH, subtype=subtype, steps=whole, **given)  # type: ignore[arg-type]


def repeats(times: int, seconds: int = 180) -> tuple[Step, ...]:
    fast = Step(
        kind=StepKind.INTERVAL, title="Hard", sets=times, seconds=seconds, rpe=8.0, zone="I", pace_s_per_km=250, group=1
    )
    return fast, Step(kind=StepKind.RECOVERY, title="Jog", sets=times, seconds=120, group=1)


LONG = run(60, "long", long=True, hard=True)
INTERVALS = run(35, "vo2", *repeats(5), hard=True)
SQUAT, ROW, BENCH = lift("back_squat", 4, load=Load(100)), lift("barbell_row"), lift("bench_press", 2, load=Load(60))
UPPER = strength(ROW, BENCH, subtype="SU")
LEGS = strength(SQUAT, lift("romanian_deadlift"), leg_heavy=True, hard=True)
MIXED = strength(SQUAT, lift("romanian_deadlift"), ROW, BENCH, leg_heavy=True, hard=True)
CIRCUIT = Workout(
    id="w",
    day=MONDAY,
    kind=Kind.HYBRID,
    subtype="circuit",
    title="Circuit, level 2",
    minutes=26,
    run_minutes=13,
    strength_minutes=13,
    level=2,
    hard=True,
    steps=(
        WARM_UP,
        Step(
            kind=StepKind.STATION, title="Lunge", exercise="forward_lunge", sets=8, seconds=40, rest_s=20, rpe=6.5,
            group=1,
        ),
        Step(kind=StepKind.INTERVAL, title="Run", sets=8, seconds=60, rpe=6.0, group=1),
        COOL_DOWN,
    ),
)  # fmt: skip
EASY_TWENTY = Step(kind=StepKind.INTERVAL, title="Easy running", seconds=900, rpe=3.0, zone="E")
COMBO = Workout(
    id="w",
    day=MONDAY,
    kind=Kind.COMBO,
    subtype="SC",
    title="Easy run, then core",
    minutes=20 + session_minutes((ROW, COOL_DOWN)),
    run_minutes=20,
    strength_minutes=session_minutes((ROW, COOL_DOWN)),
    steps=(WARM_UP, EASY_TWENTY, ROW, COOL_DOWN),
)


def today(workout: Workout, band: Band, athlete: Athlete = ATHLETE) -> Workout:
    found = adjusted(workout, band, athlete).workout
    assert found is not None
    return found


def main(workout: Workout) -> list[Step]:
    return [step for step in workout.steps if step.kind not in (StepKind.WARMUP, StepKind.COOLDOWN)]


class TestAmber:
    def test_strength_loses_a_set_of_each_exercise_with_more_than_two(self) -> None:
        found = adjusted(strength(SQUAT, ROW, BENCH), AMBER, ATHLETE)
        assert found.workout is not None
        assert [step.sets for step in main(found.workout)] == [3, 2, 2]
        assert found.changes[1:3] == ("4 sets → 3: back_squat", "3 sets → 2: barbell_row")

    def test_strength_loads_are_a_twentieth_lighter_down_to_a_weight_that_exists(self) -> None:
        found = adjusted(strength(SQUAT, BENCH), AMBER, ATHLETE)
        assert found.workout is not None
        assert [step.load for step in main(found.workout)] == [Load(95), Load(55)]  # 57 kg rounded down to loadable
        assert "Loads about 5 % lighter: back_squat 100 kg → 95 kg, bench_press 60 kg → 55 kg" in found.changes

    def test_pounds_stay_pounds_and_the_lightest_weight_stays(self) -> None:
        pounds = Load(225, WeightUnit.LB)
        lightest = Load(10)
        steps = main(today(strength(lift("back_squat", load=pounds), lift("bench_press", load=lightest)), AMBER))
        assert steps[0].load == Load(210, WeightUnit.LB)
        assert steps[1].load == lightest

    def test_strength_effort_is_capped_at_7_and_every_changed_step_says_why(self) -> None:
        for step in main(today(UPPER, AMBER)):
            assert step.rpe == 7
            assert step.why[0].rule == "D.6"
            assert "instead of" in step.why[0].text

    def test_aims_of_the_day_go_with_their_sets(self) -> None:
        aimed = lift("back_squat", 3, aims=(8, 8, 7))
        assert main(today(strength(aimed), AMBER))[0].aims == (8, 8)

    def test_a_quality_run_keeps_seven_of_ten_repetitions_and_its_pace(self) -> None:
        found = adjusted(INTERVALS, AMBER, ATHLETE)
        assert found.workout is not None
        fast, jog = main(found.workout)
        assert (fast.sets, jog.sets, fast.seconds, fast.pace_s_per_km) == (3, 3, 180, 250)
        assert found.changes == ("35 min → 25 min", "Hard: 5 × → 3 ×, at the same pace")
        assert found.workout.title == "Run 25 min"
        assert found.workout.hard

    @pytest.mark.parametrize(("times", "left"), [(2, 2), (3, 2), (4, 2), (6, 4), (10, 7)])
    def test_two_repetitions_are_the_least(self, times: int, left: int) -> None:
        assert main(today(run(60, "vo2", *repeats(times)), AMBER))[0].sets == left

    def test_one_long_effort_gets_shorter_by_whole_minutes(self) -> None:
        tempo = Step(kind=StepKind.INTERVAL, title="Tempo", seconds=25 * 60, rpe=6.0, zone="T")
        found = today(run(35, "tempo", tempo, hard=True), AMBER)
        assert main(found)[0].seconds == 17 * 60
        assert found.minutes == 27

    def test_a_circuit_is_done_one_level_down(self) -> None:
        found = adjusted(CIRCUIT, AMBER, ATHLETE)
        assert found.workout is not None
        station, running = main(found.workout)
        assert (found.workout.level, found.workout.title, found.workout.hard) == (1, "Circuit, level 1", False)
        assert (station.seconds, station.rest_s, station.rpe, running.rpe) == (30, 30, 6.0, 4.0)
        assert found.workout.minutes == CIRCUIT.minutes == session_minutes(found.workout.steps)
        assert found.changes == ("Level 2 → level 1: stations of 30 s, 30 s between them",)

    def test_the_gentlest_circuit_stays(self) -> None:
        gentle = replace(CIRCUIT, level=1, hard=False)
        assert adjusted(gentle, AMBER, ATHLETE) == Adjusted(planned=gentle, workout=gentle)

    def test_a_long_run_is_a_fifth_shorter_and_still_the_long_run(self) -> None:
        found = adjusted(LONG, AMBER, ATHLETE)
        assert found.workout is not None
        assert (found.workout.minutes, found.workout.run_minutes, found.workout.long) == (48, 48, True)
        assert session_minutes(found.workout.steps) == 48
        assert found.changes == ("60 min → 48 min",)
        assert not found.may_move

    def test_an_easy_run_is_as_planned(self) -> None:
        assert today(run(40), AMBER) == run(40)

    def test_a_combo_keeps_its_easy_run_and_loses_sets(self) -> None:
        found = today(COMBO, AMBER)
        assert found.run_minutes == 20
        assert [step.sets for step in main(found)] == [1, 2]
        assert found.minutes == found.run_minutes + found.strength_minutes < COMBO.minutes


class TestOrange:
    def test_strength_that_is_not_leg_heavy_keeps_half_its_sets(self) -> None:
        assert [step.sets for step in main(today(UPPER, ORANGE))] == [1, 1]

    def test_loads_are_15_percent_lighter_and_effort_at_most_6(self) -> None:
        bench = main(today(UPPER, ORANGE))[1]
        assert (bench.load, bench.rpe) == (Load(50), 6)  # 51 kg rounded down to loadable

    def test_a_leg_heavy_session_becomes_its_upper_body_part(self) -> None:
        found = adjusted(MIXED, ORANGE, ATHLETE)
        assert found.workout is not None
        assert [step.title for step in main(found.workout)] == ["barbell_row", "bench_press"]
        assert [step.sets for step in main(found.workout)] == [3, 2]
        assert found.changes[1] == "Left out, to spare the legs: back_squat, romanian_deadlift"
        assert not found.workout.leg_heavy
        assert not found.workout.hard

    def test_a_session_of_legs_alone_keeps_half_its_sets(self) -> None:
        found = today(LEGS, ORANGE)
        assert [step.sets for step in main(found)] == [2, 1]
        assert not found.leg_heavy

    @pytest.mark.parametrize(
        ("workout", "minutes"),
        [(INTERVALS, 17), (run(100, "vo2", *repeats(6)), 40), (run(20, "vo2", *repeats(2)), 15), (CIRCUIT, 15)],
    )
    def test_quality_and_circuits_become_half_an_easy_run_of_15_to_40_minutes(
        self, workout: Workout, minutes: int
    ) -> None:
        found = adjusted(workout, ORANGE, ATHLETE)
        assert found.workout is not None
        assert (found.workout.kind, found.workout.subtype, found.workout.minutes) == (Kind.RUN, "easy", minutes)
        assert not is_hard(found.workout)
        assert found.may_move is workout.hard or workout.subtype == "vo2"
        assert MAY_MOVE in found.workout.why
        assert found.changes[0].endswith(f"→ Easy run {minutes} min")

    @pytest.mark.parametrize(("planned", "minutes"), [(60, 30), (75, 37), (150, 45)])
    def test_a_long_run_becomes_half_an_easy_one_of_45_minutes_at_most(self, planned: int, minutes: int) -> None:
        found = today(run(planned, "long", long=True), ORANGE)
        assert (found.minutes, found.subtype, found.long) == (minutes, "easy", False)
        assert session_minutes(found.steps) == minutes

    def test_an_easy_run_is_a_quarter_shorter(self) -> None:
        found = adjusted(run(40), ORANGE, ATHLETE)
        assert found.workout is not None
        assert found.workout.minutes == session_minutes(found.workout.steps) == 30
        assert found.changes == ("40 min → 30 min",)

    def test_run_walk_loses_its_last_repeats(self) -> None:
        walk = Step(kind=StepKind.RECOVERY, title="Walk", sets=8, seconds=90, group=1)
        jog = Step(kind=StepKind.INTERVAL, title="Run", sets=8, seconds=60, rpe=4.0, zone="E", group=1)
        found = today(run(30, "runwalk", jog, walk), ORANGE)
        assert [step.sets for step in main(found)] == [4, 4]
        assert found.minutes == session_minutes(found.steps) == 20

    def test_both_parts_of_a_combo_are_less(self) -> None:
        found = today(COMBO, ORANGE)
        assert found.run_minutes == 15
        assert [step.sets for step in main(found)] == [1, 1]

    def test_a_beginner_walks_instead_of_a_circuit(self) -> None:
        found = today(replace(CIRCUIT, level=1), ORANGE, replace(ATHLETE, level=Level.BEGINNER))
        assert found.title == "Easy walk 15 min"


class TestRed:
    @pytest.mark.parametrize("workout", [LONG, INTERVALS, LEGS, MIXED, CIRCUIT, COMBO, run(30)])
    def test_everything_becomes_recovery_of_20_to_30_minutes_or_rest(self, workout: Workout) -> None:
        found = adjusted(workout, RED, ATHLETE)
        assert found.workout is not None
        assert found.workout.kind is Kind.RECOVERY
        assert 20 <= found.workout.minutes <= 30
        assert found.workout.run_minutes == found.workout.strength_minutes == 0
        assert all((step.rpe or 0) <= 3 for step in found.workout.steps)
        assert found.changes[0].endswith("min, or rest")
        assert found.may_move is is_hard(workout)

    @pytest.mark.parametrize(("workout", "title"), [(LONG, "Recovery walk 30 min"), (MIXED, "Easy yoga flow 20 min")])
    def test_what_is_gentle_suits_what_was_planned(self, workout: Workout, title: str) -> None:
        assert today(workout, RED).title == title

    def test_a_swim_is_offered_where_there_is_a_pool(self) -> None:
        with_pool = replace(ATHLETE, equipment=frozenset({"pool"}))
        assert "swim" in today(LONG, RED, with_pool).steps[0].why[0].text.lower()
        assert "swim" not in today(LONG, RED, replace(ATHLETE, equipment=frozenset())).steps[0].why[0].text.lower()


@pytest.mark.parametrize("band", [AMBER, ORANGE, RED])
def test_a_race_is_never_changed_but_words_are_said(band: Band) -> None:
    race = run(50, RACE, Step(kind=StepKind.INTERVAL, title="Race", distance_m=10_000, rpe=9.0), hard=True)
    found = adjusted(race, band, ATHLETE)
    assert found.workout == race
    assert found.changes == ()
    assert str(band) in found.why[0].text


@pytest.mark.parametrize("band", list(Band))
def test_recovery_is_as_planned_on_any_day(band: Band) -> None:
    gentle = today(LONG, RED)
    assert adjusted(gentle, band, ATHLETE).workout == gentle


class TestTheDay:
    TWO = (INTERVALS, replace(UPPER, id="w2"))

    def day(self, reading: Readiness, band: Band) -> list[Workout | None]:
        return [each.workout for each in for_day(self.TWO, reading, band, ATHLETE)]

    def test_as_planned_all_the_same(self) -> None:
        assert self.day(replace(NORMAL, kept=True, ill=True), RED) == list(self.TWO)

    def test_one_gentle_session_is_enough_for_a_red_day(self) -> None:
        gentle, nothing = self.day(NORMAL, RED)
        assert gentle is not None
        assert gentle.kind is Kind.RECOVERY
        assert nothing is None

    def test_the_ill_rest(self) -> None:
        assert self.day(replace(NORMAL, ill=True), RED) == [None, None]

    @pytest.mark.parametrize("band", list(Band))
    def test_r24_rest_and_recovery_can_be_had_on_any_day(self, band: Band) -> None:
        assert self.day(replace(NORMAL, instead=Instead.REST), band) == [None, None]
        gentle, nothing = self.day(replace(NORMAL, instead=Instead.RECOVERY), band)
        assert gentle is not None
        assert gentle.kind is Kind.RECOVERY
        assert nothing is None

    def test_rest_says_what_it_takes_the_place_of(self) -> None:
        first, second = for_day(self.TWO, replace(NORMAL, instead=Instead.REST), GREEN, ATHLETE)
        assert (first.changes, first.may_move) == (("Run 35 min → rest",), True)
        assert not second.may_move

    def test_a_race_stays_on_a_red_day(self) -> None:
        race = run(50, RACE)
        assert [each.workout for each in for_day((race,), NORMAL, RED, ATHLETE)] == [race]
        chosen = replace(NORMAL, instead=Instead.REST)
        assert [each.workout for each in for_day((race,), chosen, RED, ATHLETE)] == [None]


RACER = replace(
    PERSONAS["P2"], goal=Goal.TEN_K, race=Race(10_000, MONDAY + timedelta(weeks=7, days=6)), age=52, run_minutes=220
)
HOME = Athlete(equipment=EQUIPMENT_PROFILES["home"], run_minutes=60, balance=0.5, minutes=(40,) * 7)
EVERYONE = {**PERSONAS, "racer": RACER, "home": HOME}


@pytest.mark.parametrize("name", EVERYONE)
def test_no_drafted_workout_is_ever_raised(name: str) -> None:
    athlete = EVERYONE[name]
    for week in plan(athlete, weeks=8).weeks:
        for planned in week.workouts:
            workout = _loaded(planned)
            assert adjusted(workout, GREEN, athlete) == Adjusted(planned=workout, workout=workout)
            for band in (AMBER, ORANGE, RED):
                found = adjusted(workout, band, athlete)
                assert found.workout is not None
                _assert_no_more(workout, found.workout)
                assert bool(found.changes) is (found.workout != workout)
                assert found.why or found.workout == workout


def _loaded(workout: Workout) -> Workout:
    """Give the sets a load, as the targets of the day do."""
    return replace(workout, steps=tuple(replace(s, load=Load(37.5)) if s.logs_sets else s for s in workout.steps))


def _assert_no_more(planned: Workout, now: Workout) -> None:
    assert 0 < now.minutes <= planned.minutes
    assert now.strength_minutes <= planned.strength_minutes
    assert not (now.hard and not planned.hard)
    assert not (now.leg_heavy and not planned.leg_heavy)
    assert abs(session_minutes(now.steps) - now.minutes) <= max(2, now.minutes // 10)
    if (now.kind, now.subtype) != (planned.kind, planned.subtype):
        assert max((step.rpe or 0) for step in now.steps) <= max((step.rpe or 10) for step in planned.steps)
        return
    kept = planned.steps
    if len(now.steps) < len(planned.steps):
        kept = tuple(step for step in planned.steps if step.title in {s.title for s in now.steps})
    for step, old in zip(now.steps, kept, strict=True):
        assert (step.title, step.kind) == (old.title, old.kind)
        assert step.sets <= old.sets
        assert (step.seconds or 0) <= (old.seconds or 0)
        assert (step.distance_m or 0) <= (old.distance_m or 0)
        assert (step.rpe or 0) <= (old.rpe or 10)
        assert (step.load.kg if step.load else 0) <= (old.load.kg if old.load else 0)
        assert step.reps == old.reps
        assert step.pace_s_per_km == old.pace_s_per_km
