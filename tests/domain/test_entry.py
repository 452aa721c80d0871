"""The entry line: what it understands, and that it always says so in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.entry import (
    Entry,
    Expected,
    RunDraft,
    RunDraftEntry,
    SetDraft,
    SetEntry,
    TargetChange,
    Unreadable,
    parse,
    write_run,
    write_sets,
)
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.session import LoggedSet, SetKind, Side
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.workout import Step, StepKind

if TYPE_CHECKING:
    from collections.abc import Callable

LB, MI = WeightUnit.LB, DistanceUnit.MI


def lift(name: str, **known: object) -> Expected:
    return Expected(exercise=catalogue()[name], **known)  # type: ignore[arg-type]


def logged(**known: object) -> LoggedSet:
    return LoggedSet(id="a", position=1, exercise="back_squat", **known)  # type: ignore[arg-type]


SQUAT = lift("back_squat", target_load=Load(80), target_reps=8)
SQUAT_LB = lift("back_squat", target_load=Load(185, LB), target_reps=5, weight_unit=LB)
FIRST_SQUAT = lift("back_squat", target_reps=8)
SECOND_SQUAT = lift("back_squat", target_reps=8, last=logged(load=Load(60), reps=8, rpe=7))
PULL_UP = lift("pull_up", target_reps=5)
BELTED_PULL_UP = lift("pull_up", target_reps=5, target_load=Load(10))
LUNGE = lift(
    "db_walking_lunge", step=Step(kind=StepKind.SET, title="Lunge", reps=10, per_side=True), target_load=Load(12)
)
PLANK = lift("plank", step=Step(kind=StepKind.HOLD, title="Plank", seconds=40))
STATION = lift("bodyweight_squat", step=Step(kind=StepKind.STATION, title="Squat", seconds=40))
RUN = Expected(step=Step(kind=StepKind.INTERVAL, title="Easy run", seconds=1800))
REP_400 = Expected(step=Step(kind=StepKind.INTERVAL, title="400 m", sets=6, distance_m=400, pace_s_per_km=240))
LONG_MI = Expected(step=Step(kind=StepKind.INTERVAL, title="Long run", distance_m=16093.44), distance_unit=MI)
FREE_RUN = Expected()

SETS = [
    (SQUAT, "", "Enter logs 80 kg x 8"),
    (SQUAT, "  ", "Enter logs 80 kg x 8"),
    (SQUAT, "80x8@8", "80 kg x 8, RPE 8"),
    (SQUAT, "80 x 8 @ 8.5", "80 kg x 8, RPE 8.5"),
    (SQUAT, "80*8", "80 kg x 8"),
    (SQUAT, "80×8", "80 kg x 8"),
    (SQUAT, "80X8 RPE 8", "80 kg x 8, RPE 8"),
    (SQUAT, "80x8rpe8", "80 kg x 8, RPE 8"),
    (SQUAT, "80x8 rir 2", "80 kg x 8, RPE 8"),
    (SQUAT, "8", "80 kg x 8"),
    (SQUAT, "7@9", "80 kg x 7, RPE 9"),
    (SQUAT, "7 reps", "80 kg x 7"),
    (SQUAT, "@9", "Enter logs 80 kg x 8, RPE 9"),
    (SQUAT, "82,5x8", "82.5 kg x 8"),
    (SQUAT, "82.5x8", "82.5 kg x 8"),
    (SQUAT, "100 lb x 5", "100 lb x 5"),
    (SQUAT_LB, "", "Enter logs 185 lb x 5"),
    (SQUAT_LB, "190x5", "190 lb x 5"),
    (SQUAT_LB, "80kgx5", "80 kg x 5"),
    (SQUAT, "80x8,8,6", "80 kg x 8, 8, 6 (3 sets)"),
    (SQUAT, "8,8,6", "80 kg x 8, 8, 6 (3 sets)"),
    (SQUAT, "8 8 6 @9", "80 kg x 8, 8, 6, RPE 9 (3 sets)"),
    (SQUAT, "80x0", "80 kg x 0 (failed)"),
    (SQUAT, "40x8 w", "40 kg x 8, warm-up"),
    (SQUAT, "40x8@4 w", "40 kg x 8, RPE 4, warm-up"),
    (SQUAT, "1000x1", "1000 kg x 1"),
    (SECOND_SQUAT, "", "Enter logs 60 kg x 8"),
    (SECOND_SQUAT, "6", "60 kg x 6"),
    (SECOND_SQUAT, "s", "60 kg x 8"),
    (SECOND_SQUAT, "s@9", "60 kg x 8, RPE 9"),
    (SECOND_SQUAT, "S", "60 kg x 8"),
    (PULL_UP, "", "Enter logs 5 reps"),
    (PULL_UP, "1", "1 rep"),
    (PULL_UP, "bw+10x5", "bodyweight + 10 kg x 5"),
    (PULL_UP, "BW + 7,5 kg x 5", "bodyweight + 7.5 kg x 5"),
    (PULL_UP, "10x5", "bodyweight + 10 kg x 5"),
    (PULL_UP, "bwx12", "bodyweight x 12"),
    (BELTED_PULL_UP, "", "Enter logs bodyweight + 10 kg x 5"),
    (BELTED_PULL_UP, "4", "bodyweight + 10 kg x 4"),
    (LUNGE, "", "Enter logs 12 kg x 10 each side"),
    (LUNGE, "8", "12 kg x 8 each side"),
    (LUNGE, "L8 R7", "12 kg x 8 left, 7 right"),
    (LUNGE, "14xl8,r7", "14 kg x 8 left, 7 right"),
    (PLANK, "", "Enter logs 40 s"),
    (PLANK, "45", "45 s"),
    (PLANK, "45s", "45 s"),
    (PLANK, "45 sec", "45 s"),
    (PLANK, "1:10", "70 s"),
    (PLANK, "2:30", "2:30 min"),
    (PLANK, "10x45s", "bodyweight + 10 kg x 45 s"),
    (PLANK, "45,40,35", "45 s, 40 s, 35 s (3 sets)"),
    (STATION, "", "Enter logs 40 s"),
    (STATION, "22", "22 reps"),
    (STATION, "35s", "35 s"),
]

RUNS = [
    (RUN, "", "Enter logs 30:00"),
    (RUN, "8km 44:10", "8 km in 44:10 (5:31/km)"),
    (RUN, "8 km 44:10", "8 km in 44:10 (5:31/km)"),
    (RUN, "8km in 44:10", "8 km in 44:10 (5:31/km)"),
    (RUN, "44:10 8km", "8 km in 44:10 (5:31/km)"),
    (RUN, "8,5 km 50:00", "8.5 km in 50:00 (5:53/km)"),
    (RUN, "10k 50:00", "10 km in 50:00 (5:00/km)"),
    (RUN, "5 mi 41:00", "5 mi in 41:00 (8:12/mi)"),
    (RUN, "400m 1:32", "400 m in 1:32 (3:50/km)"),
    (RUN, "30min", "30:00"),
    (RUN, "30 minutes", "30:00"),
    (RUN, "44:10", "44:10"),
    (RUN, "1:02:30", "1:02:30"),
    (RUN, "1h05", "1:05:00"),
    (RUN, "1h 5min", "1:05:00"),
    (RUN, "90s", "1:30"),
    (RUN, "75:00", "1:15:00"),
    (RUN, "44:10 @7", "44:10, RPE 7"),
    (RUN, "8km 44:10 rpe4", "8 km in 44:10 (5:31/km), RPE 4"),
    (RUN, "@4", "Enter logs 30:00, RPE 4"),
    (RUN, "8km", "8 km, no time"),
    (RUN, "8 44:10", "8 km in 44:10 (5:31/km)"),
    (LONG_MI, "8 60:00", "8 mi in 1:00:00 (7:30/mi)"),
    (LONG_MI, "", "Enter logs 10 mi, no time"),
    (REP_400, "", "Enter logs 400 m in 1:36 (4:00/km)"),
    (RUN, "5:20/km 30min", "5.63 km in 30:00 (5:20/km)"),
    (RUN, "10km 5:00/km", "10 km in 50:00 (5:00/km)"),
    (FREE_RUN, "5km 25:00", "5 km in 25:00 (5:00/km)"),
]

CHANGES = [
    (SQUAT, "+2.5", "Target 82.5 kg x 8", Load(82.5), None),
    (SQUAT, "+2,5kg", "Target 82.5 kg x 8", Load(82.5), None),
    (SQUAT, "-5", "Target 75 kg x 8", Load(75), None),
    (SQUAT, "-5%", "Target 75 kg x 8", Load(75), None),
    (SQUAT, "-1r", "Target 80 kg x 7", None, 7),
    (SQUAT, "+1 rep", "Target 80 kg x 9", None, 9),
    (SQUAT, "+2.5 -1r", "Target 82.5 kg x 7", Load(82.5), 7),
    (SQUAT_LB, "+5", "Target 190 lb x 5", Load(190, LB), None),
    (PULL_UP, "+2.5", "Target bodyweight + 2.5 kg x 5", Load(2.5), None),
    (PLANK, "+5s", "Target 45 s", None, None),
    (PLANK, "+5", "Target 45 s", None, None),
]

REFUSED = [
    (SQUAT, "1000.01x8", "0 to 1000 kg"),
    (SQUAT, "2300lbx8", "0 to 1000 kg"),
    (SQUAT, "80x1001", "0 to 1000"),
    (SQUAT, "80x8@10.5", "0 to 10"),
    (SQUAT, "80x" + "9" * 60, "0 to 1000"),
    (SQUAT, "8" * 200, "too long"),
    (SQUAT, "80x7.5", "whole numbers"),
    (SQUAT, "s", "no set to repeat"),
    (SQUAT, "-100", "cannot go below 0"),
    (SQUAT, "-8r", "cannot go below 1"),
    (SQUAT, "80x8x8", "80x8"),
    (SQUAT, "80x", "80x8"),
    (SQUAT, "hello", "80x8"),
    (SQUAT, "٨٠x٨", "80x8"),
    (SQUAT, "1e3x5", "80x8"),
    (SQUAT, "8_0x5", "80x8"),
    (SQUAT, "nanx5", "80x8"),
    (SQUAT, "-80x5", "80x8"),
    (SQUAT, ",".join("8" * 21), "At most 20"),
    (FIRST_SQUAT, "", "No load is known yet"),
    (FIRST_SQUAT, "8", "Which load"),
    (FIRST_SQUAT, "+2.5", "no target load"),
    (lift("push_up"), "", "no set to repeat"),
    (PLANK, "8 days", "seconds"),
    (PLANK, "700000", "7 days"),
    (PLANK, "-50s", "longer than 0"),
    (RUN, "8km 1:75", "59"),
    (RUN, "1001km 9:00:00", "1000 km"),
    (RUN, "0km 9:00", "longer than 0"),
    (RUN, "0:00", "longer than 0"),
    (RUN, "200h", "7 days"),
    (RUN, "8km 9km", "One distance"),
    (RUN, "30", "Minutes or distance"),
    (RUN, "5:20/km", "with a time or a distance"),
    (RUN, "80x8", "8km 44:10"),
    (LONG_MI, "x", "8mi 44:10"),
    (FREE_RUN, "", "distance and time"),
]


@pytest.mark.parametrize(("expected", "text", "echo"), SETS)
def test_a_set_is_read_and_said(expected: Expected, text: str, echo: str) -> None:
    read = parse(text, expected)
    assert isinstance(read, SetEntry)
    assert read.echo == echo


@pytest.mark.parametrize(("expected", "text", "echo"), RUNS)
def test_a_run_is_read_and_said(expected: Expected, text: str, echo: str) -> None:
    read = parse(text, expected)
    assert isinstance(read, RunDraftEntry)
    assert read.echo == echo


@pytest.mark.parametrize(("expected", "text", "echo", "load", "reps"), CHANGES)
def test_a_change_of_the_target_says_the_new_one(
    expected: Expected, text: str, echo: str, load: Load | None, reps: int | None
) -> None:
    read = parse(text, expected)
    assert isinstance(read, TargetChange)
    assert (read.echo, read.load, read.reps) == (echo, load, reps)


@pytest.mark.parametrize(("expected", "text", "words"), REFUSED)
def test_what_cannot_be_logged_says_why_or_how(expected: Expected, text: str, words: str) -> None:
    read = parse(text, expected)
    assert isinstance(read, Unreadable)
    assert words in read.echo


def test_sets_carry_exactly_what_was_typed() -> None:
    assert parse("80x8,6@9", SQUAT) == SetEntry(
        (SetDraft(load=Load(80), reps=8, rpe=9), SetDraft(load=Load(80), reps=6, rpe=9)),
        "80 kg x 8, 6, RPE 9 (2 sets)",
    )
    assert parse("L8 R7", LUNGE) == SetEntry(
        (SetDraft(load=Load(12), reps=8, side=Side.LEFT), SetDraft(load=Load(12), reps=7, side=Side.RIGHT)),
        "12 kg x 8 left, 7 right",
    )
    assert parse("40x8 w", SQUAT) == SetEntry(
        (SetDraft(load=Load(40), reps=8, kind=SetKind.WARMUP),), "40 kg x 8, warm-up"
    )


def test_repeating_a_set_leaves_its_effort_out() -> None:
    read = parse("s", SECOND_SQUAT)
    assert isinstance(read, SetEntry)
    assert read.sets == (SetDraft(load=Load(60), reps=8),)


def test_a_run_as_planned_has_the_steps_time_and_distance() -> None:
    read = parse("", REP_400)
    assert isinstance(read, RunDraftEntry)
    assert read.draft == RunDraft(distance=Distance(400), seconds=96)


def test_an_own_exercise_needs_no_load() -> None:
    own = Expected(exercise=Exercise(id="own:1", name="Sled", pattern="other"), target_reps=10)
    assert parse("", own).echo == "Enter logs 10 reps"
    assert parse("40x10", own).echo == "40 kg x 10"


ALL = [SQUAT, SQUAT_LB, FIRST_SQUAT, SECOND_SQUAT, PULL_UP, LUNGE, PLANK, STATION, RUN, REP_400, LONG_MI, FREE_RUN]
HOSTILE = [
    "\x1b]0;pwned\x07", "[/]", "[@click=app.quit]8[/]", "\x9b2J", "\u202e8x08", "\u200b8", "8\x00", "\ud800",
    "🏋️‍♀️x8", "=80x8", "'; DROP TABLE sets;--", "%s%n", "8" * 5000, "١٢x٣", "½x8", "²x²", "8\n8", "x" * 80,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("expected", ALL)
def test_hostile_text_is_answered_and_never_quoted(expected: Expected, text: str) -> None:
    read = parse(text, expected)
    assert read.echo
    assert read.echo.isprintable()
    assert "[" not in read.echo


grammar = st.text("0123456789.,:x@+-%srlbwkgmi/ hpeLRBW'\"", max_size=30)


@given(st.sampled_from(ALL), st.text() | grammar)
def test_reading_never_fails_and_always_answers(expected: Expected, text: str) -> None:
    assert parse(text, expected).echo


@given(st.sampled_from(ALL), grammar)
def test_whatever_is_accepted_lies_within_the_ranges_of_the_log(expected: Expected, text: str) -> None:
    match parse(text, expected):
        case SetEntry(sets):
            for draft in sets:
                assert draft.load is None or 0 <= draft.load.kg <= 1000
                assert draft.reps is None or 0 <= draft.reps <= 1000
                assert draft.seconds is None or 0 <= draft.seconds <= 604_800
                assert draft.rpe is None or 0 <= draft.rpe <= 10
                assert (draft.reps is None) != (draft.seconds is None)
        case RunDraftEntry(distance, seconds, rpe):
            assert distance is None or 0 < distance.metres <= 1_000_000
            assert seconds is None or 0 < seconds <= 604_800
            assert rpe is None or 0 <= rpe <= 10
            assert distance or seconds
        case TargetChange(load, reps):
            assert load is None or 0 <= load.kg <= 1000
            assert reps is None or 1 <= reps <= 1000


def hundredths(low: int, high: int) -> st.SearchStrategy[float]:
    return st.integers(low, high).map(lambda n: n / 100)


loads = st.none() | st.builds(Load, hundredths(0, 100_000), st.sampled_from(WeightUnit))
efforts = st.none() | st.integers(0, 20).map(lambda n: n / 2)


@st.composite
def set_lines(draw: st.DrawFn) -> tuple[SetDraft, ...]:
    load = draw(loads)
    bodyweight = load is None and draw(st.booleans())
    kind = draw(st.sampled_from([SetKind.WORKING, SetKind.WARMUP]))
    rpe = draw(efforts)
    sides = draw(st.sampled_from([(None,), (None, None, None), (Side.LEFT, Side.RIGHT), (Side.RIGHT,)]))
    counts: Callable[[], dict[str, float]] = lambda: draw(  # noqa: E731 - drawn once a side
        st.one_of(
            st.integers(0, 1000).map(lambda n: {"reps": n}), hundredths(0, 60_480_000).map(lambda s: {"seconds": s})
        )
    )
    return tuple(
        SetDraft(load=load, bodyweight=bodyweight, rpe=rpe, kind=kind, side=side, **counts())  # type: ignore[arg-type]
        for side in sides
    )


@given(set_lines(), st.booleans())
def test_sets_read_back_as_they_were_written(sets: tuple[SetDraft, ...], timed: bool) -> None:
    own = Expected(exercise=Exercise(id="own:1", name="x", pattern="other", timed=timed))
    read = parse(write_sets(sets), own)
    assert isinstance(read, SetEntry)
    assert read.sets == sets


def test_a_weight_on_top_of_the_body_reads_back() -> None:
    sets = (SetDraft(load=Load(10), bodyweight=True, reps=5, rpe=8.5),)
    assert _sets(parse(write_sets(sets), SQUAT)) == sets


def _sets(read: Entry) -> tuple[SetDraft, ...]:
    assert isinstance(read, SetEntry)
    return read.sets


@given(
    st.none() | st.builds(Distance, hundredths(1, 60_000), st.sampled_from(DistanceUnit)),
    hundredths(1, 60_480_000),
    efforts,
)
def test_runs_read_back_as_they_were_written(distance: Distance | None, seconds: float, rpe: float | None) -> None:
    run = RunDraft(distance=distance, seconds=seconds, rpe=rpe)
    read = parse(write_run(run), FREE_RUN)
    assert isinstance(read, RunDraftEntry)
    assert read.draft == run
