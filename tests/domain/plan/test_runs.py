"""What runs hold: lengths, limits, gates, paces and their turns over the weeks (science.md C.2, C.7-C.9, R14, R20,
R21, R30)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.athlete import Athlete, Goal, Level, Limit, Race, RaceResult
from hybridtui.domain.estimate import session_minutes, step_seconds
from hybridtui.domain.plan import c25k, runs
from hybridtui.domain.plan.choice import Means
from hybridtui.domain.plan.definitions import climbs, is_above_easy, is_quality
from hybridtui.domain.plan.pacing import Pacing
from hybridtui.domain.plan.quality import quality
from hybridtui.domain.plan.rotation import quality_subtypes
from hybridtui.domain.plan.run_limits import RunLimits
from hybridtui.domain.plan.week import Asked
from hybridtui.domain.units import DistanceUnit
from hybridtui.domain.workout import Phase, Step, StepKind, Workout
from tests.domain.plan.builders import GYM, MONDAY, P2, P4, find, plan

QUALITY = ("tempo", "cruise", "vo2", "reps", "hills", "fartlek", "progression")
TEN_K = RaceResult(10000, 3000)
HILLY = GYM | {"hill"}
FLATLAND = GYM - {"machine"}
"""No hill, and no treadmill either."""
RUNNER = replace(P2, result=TEN_K, equipment=HILLY)
PACED, BY_EFFORT = Pacing.of(RUNNER), Pacing()
BIG_WEEK = RunLimits.of(400, PACED)

levels = st.sampled_from(list(Level))
pacings = st.sampled_from([PACED, BY_EFFORT, Pacing.of(replace(RUNNER, result=RaceResult(5000, 1020)))])
lengths = st.integers(4, 30).map(lambda fives: fives * 5)


def means(level: Level = Level.INTERMEDIATE, limits: frozenset[Limit] = frozenset()) -> Means:
    return Means.of(replace(RUNNER, level=level, limits=limits), 10)


def seconds(steps: tuple[Step, ...], kind: StepKind) -> float:
    return sum(step_seconds(step) for step in steps if step.kind is kind)


def fast_seconds(steps: tuple[Step, ...], zone: str | None = None) -> float:
    return sum(step_seconds(step) for step in steps if is_above_easy(step) and zone in (None, step.zone))


def main(steps: tuple[Step, ...]) -> Step:
    return next(step for step in steps if is_above_easy(step))


def assert_as_long_as_planned(steps: tuple[Step, ...], minutes: int) -> None:
    """R14 and R21: the steps fill their time, with a warm-up and a cool-down that deserve the names."""
    assert abs(session_minutes(steps) - minutes) <= max(2, 0.10 * minutes)
    short = minutes <= 20
    assert seconds(steps, StepKind.WARMUP) >= (180 if short else 300)
    assert seconds(steps, StepKind.COOLDOWN) >= (120 if short else 180)
    assert all(step_seconds(step) > 0 for step in steps)


@given(lengths, levels, st.sampled_from(QUALITY), pacings, st.integers(60, 420), st.integers(1, 52))
def test_quality_runs_fill_their_minutes_and_keep_their_limits(
    minutes: int, level: Level, subtype: str, pacing: Pacing, week_minutes: int, week: int
) -> None:
    limits = RunLimits.of(week_minutes, pacing)
    steps = quality(subtype, minutes, limits, pacing, means(level), week)
    assert_as_long_as_planned(steps, minutes)
    # Two repeats, or ten minutes at T, are held however small the week (I.5).
    assert fast_seconds(steps, "T") <= max(600, 0.10 * week_minutes * 60) + 1
    assert fast_seconds(steps, "I") <= max(2 * 180, 0.08 * week_minutes * 60) + 1
    assert fast_seconds(steps, "R") <= max(2 * 120, 0.05 * week_minutes * 60) + 1
    assert fast_seconds(steps) <= max(660, 0.20 * week_minutes * 60) + 1


@given(lengths, levels, pacings, st.booleans(), st.sampled_from([0, 4]))
def test_easy_and_long_runs_fill_their_minutes(
    minutes: int, level: Level, pacing: Pacing, walk: bool, strides: int
) -> None:
    assert_as_long_as_planned(runs.easy(minutes, means(level), pacing, walk=walk, strides=strides), minutes)
    if minutes >= 40:
        assert_as_long_as_planned(runs.long(minutes, means(level), pacing), minutes)
    if minutes >= 60:
        assert_as_long_as_planned(runs.long(minutes, means(level), pacing, marathon_minutes=20), minutes)


@pytest.mark.parametrize("subtype", QUALITY)
def test_drills_and_strides_come_before_fast_running(subtype: str) -> None:
    steps = quality(subtype, 50, BIG_WEEK, PACED, means(), 8)
    names = [step.exercise for step in steps if step.kind is StepKind.WARMUP]
    assert {"easy_jog", "leg_swing_front", "marching_a", "stride"} <= set(names)
    assert 600 <= seconds(steps, StepKind.WARMUP) <= 900


@pytest.mark.parametrize("limit", [Limit.KNEE, Limit.ANKLE])
def test_what_asks_to_be_spared_has_no_strides(limit: Limit) -> None:
    steps = quality("tempo", 50, BIG_WEEK, PACED, means(limits=frozenset({limit})), 8)
    assert "stride" not in [step.exercise for step in steps]


# --- shapes of main sets -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("subtype", "week_minutes", "week", "sets", "each"),
    [
        ("tempo", 90, 1, 1, 600),  # ten minutes are always allowed
        ("tempo", 240, 1, 1, 19 * 60),  # a tenth of the distance, at 5:05 for 6:15
        ("tempo", 420, 1, 1, 25 * 60),
        ("cruise", 90, 1, 2, 300),
        ("cruise", 200, 1, 3, 300),
        ("cruise", 320, 1, 5, 300),
        ("cruise", 260, 1, 3, 420),
        ("vo2", 110, 1, 2, 180),
        ("vo2", 252, 1, 5, 180),
        ("vo2", 252, 2, 3, 240),
        ("hills", 60, 1, 10, 60),
        ("fartlek", 180, 1, 12, 60),
    ],
)
def test_a_main_set_is_as_long_as_its_limit_allows(
    subtype: str, week_minutes: int, week: int, sets: int, each: int
) -> None:
    step = main(quality(subtype, 60, RunLimits.of(week_minutes, PACED), PACED, means(), week))
    assert (step.sets, step.seconds) == (sets, each)


def test_the_peak_of_climbs_is_ten_of_seventy_five_seconds() -> None:
    assert (main(quality("hills", 60, BIG_WEEK, PACED, means(), 1)).sets) == 10
    assert main(quality("hills", 60, BIG_WEEK, PACED, means(), 1)).seconds == 75


@pytest.mark.parametrize(("week", "metres", "times"), [(5, 200, 10), (6, 400, 8)])
def test_repetitions_go_by_distance_with_rests_as_long_as_they_take(week: int, metres: int, times: int) -> None:
    steps = quality("reps", 60, BIG_WEEK, PACED, means(), week)
    step, rest = main(steps), next(step for step in steps if step.kind is StepKind.RECOVERY)
    assert (step.distance_m, step.seconds, step.pace_s_per_km, step.zone) == (metres, None, 261, "R")
    assert step.sets == min(times, int(BIG_WEEK.repetition_s // (metres * 0.261)))
    assert rest.seconds is not None
    assert rest.seconds >= metres * 0.261
    assert rest.sets == step.sets


def test_repetitions_without_a_pace_go_by_time() -> None:
    step = main(quality("reps", 60, RunLimits.of(300, BY_EFFORT), BY_EFFORT, means(), 5))
    assert (step.distance_m, step.seconds, step.pace_s_per_km) == (None, 45, None)


@given(st.integers(60, 420), st.integers(35, 60), st.sampled_from(["cruise", "vo2", "reps", "hills"]))
def test_recoveries_are_as_long_as_the_library_says(week_minutes: int, minutes: int, subtype: str) -> None:
    limits = RunLimits.of(week_minutes, PACED)
    steps = quality(subtype, minutes, limits, PACED, means(), 8)
    work = step_seconds(main(steps)) / main(steps).sets
    rest = next(step.seconds for step in steps if step.kind is StepKind.RECOVERY)
    assert rest is not None
    least, most = {"cruise": (60, 90), "vo2": (0.5 * work, work)}.get(subtype, (work, 2 * work))
    assert least <= rest <= most


def test_a_progression_run_is_easy_steady_and_brisk_for_equally_long() -> None:
    steps = quality("progression", 55, RunLimits.of(240, PACED), PACED, means(), 1)
    thirds = [step for step in steps if "third" in step.title]
    assert [step.zone for step in thirds] == ["E", "M", "T"]
    assert len({step.seconds for step in thirds}) == 1
    assert [step.rpe for step in thirds] == [3, 5, 6]


@pytest.mark.parametrize(
    ("subtype", "rpe"),
    [("tempo", 6), ("cruise", 7), ("vo2", 8), ("reps", 8), ("hills", 7), ("fartlek", 6), ("progression", 5)],
)
def test_efforts_are_those_of_the_library(subtype: str, rpe: float) -> None:
    assert main(quality(subtype, 60, BIG_WEEK, PACED, means(), 1)).rpe == rpe


def test_two_fast_runs_and_a_steady_finish_share_what_a_week_may_hold_above_easy() -> None:
    one, two = (RunLimits.of(300, PACED, parts=parts) for parts in (1, 2))
    assert one.above_easy_s == 2 * two.above_easy_s == 0.20 * 300 * 60
    assert RunLimits.of(300, PACED, peak=True).above_easy_s == 0.25 * 300 * 60


def test_a_taper_has_the_same_effort_in_fewer_repeats() -> None:
    athlete = replace(RUNNER, goal=Goal.HALF, race=Race(21097.5, MONDAY + timedelta(days=83)))
    drafted = plan(athlete, weeks=12)
    build, taper = main(find(drafted, 6, "cruise").steps), main(find(drafted, 11, "cruise").steps)
    assert drafted.weeks[10].phase is Phase.TAPER
    assert (taper.pace_s_per_km, taper.rpe) == (build.pace_s_per_km, build.rpe)
    assert step_seconds(taper) < step_seconds(build)


# --- paces and their reasons -------------------------------------------------------------------


def running_steps(workout: Workout) -> list[Step]:
    return [step for step in workout.steps if step.kind is StepKind.INTERVAL]


def test_every_zone_has_its_pace_and_says_where_it_comes_from() -> None:
    for subtype, zone, pace in (("tempo", "T", 306), ("cruise", "T", 306), ("vo2", "I", 281), ("reps", "R", 261)):
        step = main(quality(subtype, 60, BIG_WEEK, PACED, means(), 5))
        assert (step.zone, step.pace_s_per_km) == (zone, pytest.approx(pace, abs=1))
        assert any("From your 10 km in 50:00, VDOT 40.0:" in why.text for why in step.why)


def test_an_easy_run_tells_the_whole_range_of_its_pace() -> None:
    (step,) = (step for step in runs.easy(40, means(), PACED) if step.kind is StepKind.INTERVAL)
    assert step.pace_s_per_km == 375
    assert any("6:38/km to 5:55/km" in why.text for why in step.why)


def test_paces_are_told_in_the_athletes_unit() -> None:
    miles = Pacing.of(replace(RUNNER, distance_unit=DistanceUnit.MI))
    assert "10:41/mi to 9:31/mi" in miles.why("E").text


def test_a_rough_pace_is_called_rough() -> None:
    rough = Pacing.of(replace(RUNNER, result=None, easy_pace_s_per_km=375))
    assert rough.pace("E") == 375
    assert "roughly VDOT 40" in rough.why("T").text


@pytest.mark.parametrize(
    ("athlete", "says"),
    [
        (replace(RUNNER, level=Level.BEGINNER), "In the first months"),
        (replace(RUNNER, result=RaceResult(5000, 1900)), "Below VDOT 30 (yours is estimated at 28.9)"),
        (replace(RUNNER, result=None), "Without a race result"),
    ],
    ids=["beginner", "below 30", "unknown"],
)
def test_others_run_by_effort_and_are_told_why(athlete: Athlete, says: str) -> None:
    pacing = Pacing.of(athlete)
    for subtype in QUALITY:
        steps = quality(subtype, 50, RunLimits.of(200, pacing), pacing, means(athlete.level), 9)
        assert all(step.pace_s_per_km is None and step.distance_m is None for step in steps)
        assert all(step.rpe for step in steps if step.kind is StepKind.INTERVAL)
    assert says in pacing.why("T").text
    assert "talk test" in pacing.why("E").text


@pytest.mark.parametrize("subtype", QUALITY)
def test_main_sets_say_what_comes_next(subtype: str) -> None:
    step = main(quality(subtype, 60, BIG_WEEK, PACED, means(), 5))
    assert step.why[0].rule in ("C.7", "R30")
    assert {"hit", "miss"} <= {why.rule for why in step.why}


PROMISES = ("will ", "guarantee", "prevent", "optimal", "best way", "burn", "lactate")


def test_runs_promise_nothing() -> None:
    for subtype in QUALITY:
        steps = quality(subtype, 60, BIG_WEEK, PACED, means(), 5)
        texts = " ".join(why.text for step in steps for why in step.why).lower()
        assert not [word for word in PROMISES if word in texts]


# --- which quality when ------------------------------------------------------------------------


def phases(goal: Goal) -> list[Phase]:
    """Sixteen weeks to a race, or without one."""
    tapers = {Goal.FIVE_K: 1, Goal.TEN_K: 1, Goal.HALF: 2, Goal.MARATHON: 3}
    if goal not in tapers:
        return [Phase.GENERAL] * 16
    left = 16 - tapers[goal]
    peak, build = round(0.2 * left), round(0.4 * left)
    base = left - peak - build
    return (
        [Phase.BASE] * base + [Phase.BUILD] * build + [Phase.PEAK] * peak + [Phase.TAPER] * tapers[goal]
    )  # fmt: skip


SHORT = {"hills": "H", "fartlek": "F", "tempo": "T", "cruise": "C", "vo2": "V", "reps": "R", "progression": "P"}


def turns(athlete: Athlete, count: int = 1, minutes: int = 240) -> str:
    """The quality runs of sixteen weeks, a letter each."""
    limits = RunLimits.of(minutes, Pacing.of(athlete))
    weeks = []
    for week, phase in enumerate(phases(athlete.goal), start=1):
        asked = Asked(athlete=athlete, week=week, minutes=minutes, longest=80, phase=phase)
        chosen = quality_subtypes(asked, count, limits)
        assert len(chosen) == len(set(chosen)) == count
        weeks.append("".join(SHORT[subtype] for subtype in chosen))
    return " ".join(weeks)


FLAT = replace(RUNNER, equipment=FLATLAND)
ADVANCED = Level.ADVANCED


@pytest.mark.parametrize(
    ("athlete", "expected"),
    [
        # Without a race: base and build in turn, four weeks each.
        (replace(RUNNER, balance=0.5), "H H H H F T F T H H H H F T F T"),
        (replace(FLAT, balance=0.5), "F P F P F T F T F P F P F T F T"),
        # A runner's 70/30 (persona P2): tempo, vo2 and hills in turn.
        (FLAT, "T V F T V F T V F T V F T V F T"),
        (RUNNER, "T V H T V H T V H T V H T V H T"),
        (replace(RUNNER, balance=0.3), "H H H H F T F T H H H H F T F T"),
        # To a race: base, build, peak, taper.
        (replace(FLAT, goal=Goal.FIVE_K), "F P F P F P V C V C V C V R V V"),
        (replace(FLAT, goal=Goal.TEN_K), "F P F P F P C V C V C V T V T V"),
        (replace(FLAT, goal=Goal.HALF), "F P F P F C C C C C C T T T C C"),
        (replace(FLAT, goal=Goal.MARATHON), "F P F P F C C C C C T T T C C C"),
        # Hills in the base weeks, where there is something to run up (P4).
        (replace(RUNNER, goal=Goal.HALF), "H H H H H C C C C C C T T T C C"),
        (replace(RUNNER, goal=Goal.FIVE_K, level=ADVANCED), "H H H H H H V C V C V C V R V V"),
    ],
)
def test_quality_runs_take_turns_by_phase_and_goal(athlete: Athlete, expected: str) -> None:
    assert turns(athlete) == expected


@pytest.mark.parametrize("goal", list(Goal))
@pytest.mark.parametrize("level", [Level.INTERMEDIATE, Level.ADVANCED])
@pytest.mark.parametrize("equipment", [FLATLAND, GYM, HILLY], ids=["flat", "treadmill", "hilly"])
def test_two_quality_runs_of_a_week_differ(goal: Goal, level: Level, equipment: frozenset[str]) -> None:
    weeks = turns(replace(RUNNER, goal=goal, level=level, equipment=equipment), count=2).split()
    assert len(set(weeks)) > 2
    assert ("H" in "".join(weeks)) is (equipment != FLATLAND)


@pytest.mark.parametrize("athlete", [RUNNER, replace(P4, equipment=HILLY)], ids=["general", "half"])
def test_hills_come_every_other_week_of_base_and_build(athlete: Athlete) -> None:
    """R30: as hill repeats, or as the strides of an easy run, from the third week on (C.7)."""
    climbing = (Phase.BASE, Phase.BUILD, Phase.GENERAL)
    early = [week for week in plan(athlete, weeks=12).weeks[2:] if week.phase in climbing]
    assert len(early) >= 6
    for one, two in pairwise(early):
        assert any(climbs(workout) for workout in (*one.workouts, *two.workouts))


def test_repetitions_wait_until_an_intermediate_has_done_four_weeks() -> None:
    limits = RunLimits.of(240, PACED)

    def peak_week(level: Level, week: int) -> tuple[str, ...]:
        athlete = replace(FLAT, goal=Goal.FIVE_K, level=level)
        return quality_subtypes(Asked(athlete=athlete, week=week, minutes=240, longest=80, phase=Phase.PEAK), 1, limits)

    assert [peak_week(Level.INTERMEDIATE, week) for week in (2, 4, 6)] == [("fartlek",), ("fartlek",), ("reps",)]
    assert peak_week(Level.ADVANCED, 2) == ("reps",)


@pytest.mark.parametrize(
    "athlete", [replace(FLAT, level=Level.BEGINNER), replace(FLAT, limits=frozenset({Limit.PREGNANCY}))]
)
@pytest.mark.parametrize("goal", list(Goal))
def test_nothing_at_rpe_8_for_beginners_and_in_pregnancy(athlete: Athlete, goal: Goal) -> None:
    assert not set(turns(replace(athlete, goal=goal))) & {"V", "R"}


@pytest.mark.parametrize("minutes", [90, 95])
def test_hard_intervals_wait_for_a_week_that_can_hold_them(minutes: int) -> None:
    assert not set(turns(replace(FLAT, goal=Goal.FIVE_K), minutes=minutes)) & {"V", "R"}


def test_a_beginners_first_fast_runs_are_fartlek() -> None:
    athlete = replace(P4, level=Level.BEGINNER, equipment=HILLY, allow_doubles=False)
    drafted = plan(athlete, weeks=16)
    by_week = [[w.subtype for w in week.workouts if is_quality(w)] for week in drafted.weeks]
    assert not any(by_week[:6])
    first = next(week for week in by_week if week)
    assert first == ["fartlek"]
    assert {"hills"} <= {subtype for week in by_week for subtype in week}


# --- whole plans -------------------------------------------------------------------------------


def test_fast_minutes_of_a_plan_keep_to_their_share_of_the_week() -> None:
    for athlete in (P2, RUNNER, replace(RUNNER, goal=Goal.FIVE_K), replace(P4, quality_runs=2)):
        for week in plan(athlete, weeks=16).weeks:
            fast = sum(fast_seconds(w.steps) for w in week.workouts if w.run_minutes and not w.strength_minutes)
            share = 0.25 if week.phase is Phase.PEAK else 0.20
            assert fast <= share * 60 * week.run_minutes + 30


@pytest.mark.parametrize("minutes", [30, 15])
def test_a_week_of_three_runs_or_more_has_two_kinds_of_them(minutes: int) -> None:
    """R20: strides, from the third week on, where there is neither a long nor a fast run."""
    short_days = replace(P2, minutes=(minutes,) * 7, run_minutes=80, longest_run=30, allow_doubles=False)
    weeks = plan(short_days, weeks=8).weeks
    assert "strides" in {w.subtype for week in weeks for w in week.workouts}
    for week in weeks[2:]:
        kinds = [w.subtype for w in week.workouts if w.kind == "run"]
        if len(kinds) >= 3:
            assert len(set(kinds)) > 1


def test_the_peak_of_a_half_marathon_ends_its_long_runs_steadily() -> None:
    athlete = replace(RUNNER, goal=Goal.HALF, run_minutes=220, longest_run=80)
    race = replace(athlete, race=Race(21097.5, MONDAY + timedelta(days=83)))
    drafted = plan(race, weeks=12)
    for week in drafted.weeks:
        long = [w for w in week.workouts if w.long and not w.is_race]
        steady = [step for w in long for step in w.steps if step.zone == "M"]
        assert bool(steady) is (week.phase is Phase.PEAK and bool(long) and not week.deload)
        assert all(20 * 60 <= (step.seconds or 0) <= 30 * 60 for step in steady)


def test_every_faster_run_says_why_it_stands_in_its_week() -> None:
    workout = find(plan(RUNNER, weeks=4), 3, "hills")
    assert "R30" in {why.rule for why in workout.why}
    assert running_steps(workout)


# --- run/walk ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("week", "count", "minutes"),
    [
        (5, 3, [[5, 5, 5], [8, 8], [20]]),
        (5, 2, [[5, 5, 5], [20]]),
        (5, 1, [[20]]),
        (6, 3, [[5, 8, 5], [10, 10], [25]]),
        (6, 2, [[5, 8, 5], [25]]),
        (6, 1, [[25]]),
        (6, 4, [[5, 8, 5], [10, 10], [25], [5, 8, 5]]),
    ],
)
def test_run_walk_takes_a_b_and_c_or_a_and_c_or_c(week: int, count: int, minutes: list[list[int]]) -> None:
    ran = [[part.seconds // 60 for part in session if part.runs] for session in c25k.structures(week, count)]
    assert ran == minutes


@given(st.integers(1, 9), st.integers(1, 3), st.integers(3, 12).map(lambda fives: fives * 5))
def test_run_walk_sessions_fill_their_minutes(week: int, count: int, minutes: int) -> None:
    for structure in c25k.structures(week, count):
        made = runs.runwalk(week, structure, minutes, means(Level.BEGINNER))
        if made.shortened or minutes <= runs.runwalk_minutes(week, count):
            assert_as_long_as_planned(made.steps, minutes)
