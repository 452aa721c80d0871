"""The constraints H1-H15 and the conventions beside the rules: running's share of speed, races, caps, health."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hybridtui.domain.athlete import Athlete, Goal, Level, Race
from hybridtui.domain.plan.check import check
from hybridtui.domain.plan.definitions import event_of, minutes_above_easy
from hybridtui.domain.workout import Correction, Kind, Phase, Plan, Step, StepKind, Why, Workout
from tests.domain.plan.builders import MON, MONDAY, P1, P2, P3, P4, P5, find, plan, with_week
from tests.domain.plan.mutations import asked_by, every, hard, made, moved, soft

RUNNER = plan(P2)
SUNDAY = MONDAY + timedelta(days=6)


def step(exercise: str, sets: int = 3, *, rpe: float = 8.0, **more: object) -> Step:
    return replace(
        Step(kind=StepKind.SET, title="Set", exercise=exercise, sets=sets, reps=8, rpe=rpe),
        **more,  # type: ignore[arg-type]
    )


def fast(minutes: int, zone: str | None = "T", rpe: float = 6.0) -> Step:
    return Step(kind=StepKind.INTERVAL, title="Fast", seconds=60 * minutes, zone=zone, rpe=rpe)


def week_of(*workouts: Workout, athlete: Athlete = P2) -> Plan:
    """A plan of one week."""
    return with_week(replace(RUNNER, weeks=RUNNER.weeks[:1]), 1, *workouts, athlete=athlete)


def test_h1_days_minutes_and_slots() -> None:
    single = replace(P2, slots=(1,) * 7)
    twice = week_of(made(1, Kind.RUN, "easy", 30), made(1, Kind.STRENGTH, "SU", 30, slot="pm"), athlete=single)
    assert "H1" in hard(twice)
    assert "H1" not in hard(asked_by(twice, replace(P2, slots=(2,) * 7)))
    assert "H1" in hard(week_of(made(0, Kind.RUN, "easy", 30)))
    assert "H1" in hard(week_of(made(1, Kind.RUN, "easy", 95)))


def test_h4_speed_never_follows_heavy_legs_whatever_it_is_called() -> None:
    legs = made(1, Kind.STRENGTH, "SL", 40, steps=(step("back_squat", 6),))
    hidden = made(2, Kind.RUN, "easy", 40, steps=(fast(12),))
    assert "H4" in hard(week_of(legs, hidden))
    assert "H4" in hard(week_of(legs, made(2, Kind.HYBRID, "circuit", 40, level=2)))
    assert "H4" not in hard(week_of(legs, made(2, Kind.RUN, "easy", 40)))


def test_h7_speed_and_heavy_legs_share_a_day_only_hours_apart() -> None:
    run = made(1, Kind.RUN, "tempo", 40)
    legs = made(1, Kind.STRENGTH, "SL", 40, steps=(step("back_squat", 6),))
    apart = week_of(run, replace(legs, slot="pm"), athlete=P5)
    assert "H7" not in hard(apart)
    assert "H7" in hard(week_of(run, legs, athlete=P5))
    assert "H7" in hard(week_of(replace(run, slot="pm"), legs, athlete=P5))
    assert "H7" in hard(asked_by(apart, replace(P5, level=Level.BEGINNER)))


def test_e3_who_goes_first_on_a_double_day() -> None:
    run, strength = made(1, Kind.RUN, "easy", 30), made(1, Kind.STRENGTH, "SU", 30, slot="pm")
    assert "E.3" not in soft(week_of(run, strength))
    assert "E.3" in soft(week_of(run, strength, athlete=replace(P2, balance=0.4)))
    jumps = replace(strength, steps=(step("squat_jump", rpe=6.0),))
    assert "E.3" in soft(week_of(run, jumps))
    assert "E.3" in soft(
        week_of(
            replace(run, subtype="tempo"), replace(strength, slot="am", steps=(step("push_up"), step("forward_lunge")))
        )
    )


@pytest.mark.parametrize(("distance", "days"), [(5_000, 4), (10_000, 4), (21_097.5, 5), (42_195, 7)])
def test_h13_legs_rest_before_a_race(distance: float, days: int) -> None:
    """``days``: fewest from the last leg work to the race."""
    steps = (step("bodyweight_squat", 2, rpe=5.0),)
    for before in (days - 1, days):
        race = Race(distance, MONDAY + timedelta(days=before))
        legs = made(0, Kind.STRENGTH, "SL", 40, steps=steps)
        caught = "H13" in hard(week_of(legs, athlete=replace(P2, race=race)))
        assert caught is (before < days)


def test_h13_the_last_two_days_are_easy_and_race_day_is_for_the_race() -> None:
    racing = replace(P2, race=Race(10_000, SUNDAY))
    assert "H13" in hard(week_of(made(4, Kind.RUN, "tempo", 40), athlete=racing))
    assert "H13" not in hard(week_of(made(3, Kind.RUN, "tempo", 40), athlete=racing))
    assert "H13" in hard(week_of(made(6, Kind.STRENGTH, "SC", 20), athlete=racing))
    assert "H13" not in hard(week_of(made(6, Kind.RUN, "race", 50), athlete=racing))


def test_a_race_is_trained_for_as_the_event_nearest_to_it() -> None:
    assert [event_of(m) for m in (3000, 8_046, 16_093, 21_097.5, 50_000)] == [
        Goal.FIVE_K,
        Goal.TEN_K,
        Goal.HALF,
        Goal.HALF,
        Goal.MARATHON,
    ]


def test_c6_one_long_run_and_none_longer() -> None:
    assert "C.6" in hard(week_of(made(1, Kind.RUN, "long", 60, long=True), made(3, Kind.RUN, "long", 60)))
    assert "C.6" in hard(week_of(made(1, Kind.RUN, "long", 50, long=True), made(3, Kind.RUN, "easy", 60)))
    assert "C.6" in hard(week_of(made(1, Kind.RUN, "easy", 155)))
    assert "C.6" not in hard(RUNNER)


def test_c64_the_cap_follows_what_was_run() -> None:
    restart = Correction(week=2, base=60, longest=30, why=Why("C.6.6", "After a break."))
    assert "C.6.4" in hard(replace(RUNNER, corrections=(restart,)))
    known = replace(restart, base=None, longest=90)
    longer = every(RUNNER, lambda w: replace(w, run_minutes=85, minutes=85) if w.long and w.day > SUNDAY else w)
    assert "C.6.4" in hard(longer)
    assert "C.6.4" not in hard(replace(longer, corrections=(known,)))


def test_c64_only_warns_of_what_the_athlete_moved() -> None:
    longer = replace(find(RUNNER, 1, "long"), run_minutes=90, minutes=90, moved_from=SUNDAY - timedelta(days=1))
    others = [w for w in RUNNER.weeks[0].workouts if not w.long]
    assert "C.6.4" not in hard(week_of(*others, longer))
    assert "C.6.4" in soft(week_of(*others, longer))


def test_c6_a_restart_is_where_to_grow_from() -> None:
    restart = Correction(week=2, base=100, why=Why("C.6.6", "After a break."))
    assert "C.6" in hard(replace(RUNNER, corrections=(restart,)))


def test_c9_how_much_of_the_week_is_fast() -> None:
    easy = [made(day, Kind.RUN, "easy", 40) for day in (1, 3, 5)]
    assert "C.9" not in hard(week_of(*easy, made(6, Kind.RUN, "tempo", 40, steps=(fast(30),))))
    tempo = week_of(*easy, made(6, Kind.RUN, "tempo", 40, steps=(fast(36),)))
    assert "C.9" in hard(tempo)
    assert "C.9" not in hard(replace(tempo, weeks=tuple(replace(w, phase=Phase.PEAK) for w in tempo.weeks)))


def test_c9_how_many_runs_are_fast() -> None:
    quick = [made(day, Kind.RUN, "tempo", 40) for day in (1, 3)]
    assert "C.9" in hard(week_of(*quick, made(5, Kind.RUN, "easy", 40)))
    four = [*quick, made(5, Kind.RUN, "easy", 40), made(6, Kind.RUN, "easy", 40)]
    assert "C.9" not in hard(week_of(*four))
    assert "C.9" in hard(week_of(*four, made(0, Kind.RUN, "vo2", 40)))


@pytest.mark.parametrize(
    ("step_", "minutes"),
    [
        (fast(10), 10),
        (fast(10, None, 7.0), 10),
        (fast(10, "E", 3.0), 0),
        (fast(2, "R", 3.0), 0),
        (fast(10, None, 4.0), 0),
    ],
)
def test_what_counts_as_faster_than_easy(step_: Step, minutes: int) -> None:
    assert minutes_above_easy(made(1, Kind.RUN, "easy", 40, steps=(step_,))) == minutes


def test_c7_some_runs_wait() -> None:
    assert "C.7" in hard(week_of(made(1, Kind.RUN, "vo2", 40), athlete=P1))
    assert "C.7" not in hard(week_of(made(1, Kind.RUN, "fartlek", 40), athlete=P1))
    assert "C.7" in hard(week_of(made(1, Kind.RUN, "reps", 40)))
    assert "C.7" not in hard(week_of(made(1, Kind.RUN, "reps", 40), athlete=replace(P2, level=Level.ADVANCED)))


def test_c7_each_zone_has_its_share() -> None:
    easy = [made(day, Kind.RUN, "easy", 40) for day in (1, 3, 5)]
    assert "C.7" in soft(week_of(*easy, made(6, Kind.RUN, "cruise", 40, steps=(fast(20),))))
    assert "C.7" not in soft(week_of(*easy, made(6, Kind.RUN, "cruise", 40, steps=(fast(16),))))


def test_e6_caps_by_balance() -> None:
    runs = [made(day, Kind.RUN, "easy", 20) for day in (1, 2, 3, 5)]
    assert "E.6" in hard(week_of(*runs, athlete=P3))
    assert "E.6" not in hard(week_of(*runs[:3], athlete=P3))
    legs = [made(d, Kind.STRENGTH, "SL", 40, steps=(step("back_squat", 6),)) for d in (1, 3, 5)]
    assert "E.6" in hard(week_of(*legs))
    more = [replace(run, run_minutes=25, minutes=25) for run in runs]
    assert "E.6" in soft(week_of(*more, made(6, Kind.STRENGTH, "SF", 35)))
    assert "E.6" not in soft(week_of(*more, made(6, Kind.STRENGTH, "SF", 40)))
    assert "E.6" not in soft(week_of(*runs, made(6, Kind.STRENGTH, "SF", 35)))  # the balance asks for no more


def test_b6_and_b9_volume_and_balance_of_muscles() -> None:
    much = made(1, Kind.STRENGTH, "SF", 60, steps=(step("push_up", 20), step("db_row", 20)))
    assert "B.6" in soft(week_of(much))
    legs = made(1, Kind.STRENGTH, "SF", 60, steps=(step("back_squat", 13),))
    runs = [replace(made(d, Kind.RUN, "easy", 40), run_minutes=40) for d in (2, 4, 6)]
    assert "B.6" in soft(week_of(legs, *runs))  # 12 for legs that run two hours
    assert "B.6" not in soft(week_of(legs, *runs[:2]))
    squats = made(1, Kind.STRENGTH, "SF", 60, steps=(step("back_squat", 5), step("romanian_deadlift", 2)))
    assert "B.9" in soft(week_of(squats))
    bridged = replace(squats, steps=(*squats.steps, step("glute_bridge", 2)))
    assert "B.9" not in soft(week_of(bridged))
    assert not {"B.6", "B.9"} & soft(RUNNER)


def test_health_and_age_come_before_everything() -> None:
    assert "H.1" in hard(asked_by(RUNNER, replace(P2, see_professional=True)))
    assert "F.1" in hard(asked_by(RUNNER, replace(P2, age=14)))
    assert not {"H.1", "F.1"} & hard(plan(replace(P2, age=14, see_professional=True)))


def test_a_workout_without_steps_is_judged_as_far_as_it_goes() -> None:
    bare = every(RUNNER, lambda w: replace(w, steps=()))
    assert "R32" in soft(bare)
    assert not {"R14", "R21"} & hard(bare)
    assert "R4" in hard(every(moved(RUNNER, 1, SF=5), lambda w: replace(w, steps=())))


def test_what_lies_before_the_start_is_not_judged() -> None:
    taken_over = replace(plan(P4, MONDAY + timedelta(days=3)), athlete=replace(P4, days=(MON, *P4.days[2:])))
    old = made(1, Kind.STRENGTH, "SF", 200)
    week = with_week(taken_over, 1, old, *taken_over.weeks[0].workouts)
    assert {b for b in check(week) if b.day < week.start} == set()


def test_warnings_come_once_a_week() -> None:
    assert len({(b.rule, b.day.isocalendar()[:2]) for b in check(RUNNER) if not b.hard}) == sum(
        not b.hard for b in check(RUNNER)
    )
