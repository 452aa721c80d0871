"""The grammar of the entry line, form by form, in kilograms and pounds, and its decimal commas.

Every line is also written from what it means, in all the ways it can be typed, and has
to be read as just that; and the echo names every number that is logged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.athlete import Athlete, Plates
from hybridtui.domain.entry import (
    Effort,
    Entry,
    Expected,
    RunDraft,
    RunDraftEntry,
    SetDraft,
    SetEntry,
    TargetChange,
    parse,
    write_run,
    write_sets,
)
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.racks import Racks
from hybridtui.domain.session import LoggedSet, SetKind, Side
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit, decimal
from hybridtui.domain.workout import Step, StepKind

KG, LB = WeightUnit.KG, WeightUnit.LB
KM, MI = DistanceUnit.KM, DistanceUnit.MI


EIGHTY = Load(80)


def squat(load: Load | None = EIGHTY, unit: WeightUnit = KG, effort: Effort = Effort.RPE) -> Expected:
    return Expected(
        exercise=catalogue()["back_squat"], target_load=load, target_reps=8, weight_unit=unit, effort=effort
    )


def reps(*counts: int, load: Load | None = EIGHTY, rpe: float | None = None, **more: object) -> list[SetDraft]:
    return [SetDraft(load=load, reps=count, rpe=rpe, **more) for count in counts]  # type: ignore[arg-type]


SIDES = [SetDraft(load=Load(12), reps=8, side=Side.LEFT), SetDraft(load=Load(12), reps=7, side=Side.RIGHT)]

IN_KG, IN_LB = squat(), squat(Load(185, LB), LB)
IN_RIR = squat(effort=Effort.RIR)
PULL_UP = Expected(exercise=catalogue()["pull_up"], target_reps=5)
PULL_UP_LB = replace(PULL_UP, weight_unit=LB)
LUNGE = Expected(
    exercise=catalogue()["db_walking_lunge"],
    step=Step(kind=StepKind.SET, title="Lunge", reps=10, per_side=True),
    target_load=Load(12),
)
SIDE_PLANK = Expected(
    exercise=catalogue()["side_plank"],
    step=Step(kind=StepKind.HOLD, title="Side plank", seconds=30, per_side=True),
)
PLANK = Expected(exercise=catalogue()["plank"], step=Step(kind=StepKind.HOLD, title="Plank", seconds=40))
RUN = Expected(step=Step(kind=StepKind.INTERVAL, title="Easy run", seconds=1800))
RUN_MI = replace(RUN, distance_unit=MI)
FIVE_K = Expected(step=Step(kind=StepKind.INTERVAL, title="5 km", distance_m=5000))
FOUR_HUNDRED = Expected(step=Step(kind=StepKind.INTERVAL, title="400 m", distance_m=400))
LAST = LoggedSet(id="a", position=1, exercise="back_squat", load=Load(77.5), reps=6)

SETS: list[tuple[Expected, str, list[SetDraft]]] = [
    # load x reps, with effort
    (IN_KG, "80x8@8", reps(8, rpe=8)),
    (IN_LB, "80x8@8", reps(8, load=Load(80, LB), rpe=8)),
    (IN_KG, "180lbx8@8", reps(8, load=Load(180, LB), rpe=8)),
    (IN_LB, "80 kg x 8 @ 8", reps(8, rpe=8)),
    (IN_KG, "80lbsx8", reps(8, load=Load(80, LB))),
    (IN_KG, "80kgsx8", reps(8)),
    # a comma left of x is a decimal comma, right of it it separates sets
    (IN_KG, "82,5x8", reps(8, load=Load(82.5))),
    (IN_KG, "82,5x8,8,6", reps(8, 8, 6, load=Load(82.5))),
    (IN_LB, "182,5x8", reps(8, load=Load(182.5, LB))),
    (IN_KG, "82.5x8, 8, 6", reps(8, 8, 6, load=Load(82.5))),
    (IN_KG, "7,5", reps(7, 5)),
    # several sets, also at the target's load
    (IN_KG, "80x8,8,6", reps(8, 8, 6)),
    (IN_KG, "8,8,6", reps(8, 8, 6)),
    (IN_LB, "8,8,6", reps(8, 8, 6, load=Load(185, LB))),
    (IN_KG, "8 8 6", reps(8, 8, 6)),
    # an effort at the end is that of all sets; several efforts are each their own set's
    (IN_KG, "8,8,6@9", reps(8, 8, 6, rpe=9)),
    (IN_KG, "80x8@8,8@9", [*reps(8, rpe=8), *reps(8, rpe=9)]),
    (IN_KG, "80x8@8,6", [*reps(8, rpe=8), *reps(6)]),
    (IN_KG, "8 @ 8, 6 @ 9.5", [*reps(8, rpe=8), *reps(6, rpe=9.5)]),
    (IN_KG, "@8", reps(8, rpe=8)),
    (IN_KG, "8@8", reps(8, rpe=8)),
    (IN_KG, "80x8@8.5", reps(8, rpe=8.5)),
    # again as before
    (replace(IN_KG, last=LAST), "s", reps(6, load=Load(77.5))),
    (replace(IN_KG, last=LAST), "s@9", reps(6, load=Load(77.5), rpe=9)),
    # on top of the body
    (PULL_UP, "bw+10x5", reps(5, load=Load(10), bodyweight=True)),
    (PULL_UP, "bw+7,5x5,5,4", reps(5, 5, 4, load=Load(7.5), bodyweight=True)),
    (PULL_UP_LB, "bw+25x5", reps(5, load=Load(25, LB), bodyweight=True)),
    (PULL_UP_LB, "bw + 10 kg x 5", reps(5, load=Load(10), bodyweight=True)),
    (PULL_UP, "bwx8", reps(8, load=None, bodyweight=True)),
    (PULL_UP, "bw x 8", reps(8, load=None, bodyweight=True)),
    (PULL_UP, "12", reps(12, load=None)),
    # sides
    (LUNGE, "L8 R7", SIDES),
    (LUNGE, "L8R7", SIDES),
    (LUNGE, "l 8 / r 7", SIDES),
    (LUNGE, "14xL8,R7@8", [
        SetDraft(load=Load(14), reps=8, side=Side.LEFT, rpe=8), SetDraft(load=Load(14), reps=7, side=Side.RIGHT, rpe=8)
    ]),
    (SIDE_PLANK, "L30s R25s", [SetDraft(seconds=30, side=Side.LEFT), SetDraft(seconds=25, side=Side.RIGHT)]),
    (SIDE_PLANK, "L1:10 R1:05", [SetDraft(seconds=70, side=Side.LEFT), SetDraft(seconds=65, side=Side.RIGHT)]),
    # holds
    (PLANK, "45s", [SetDraft(seconds=45)]),
    (PLANK, "45", [SetDraft(seconds=45)]),
    (PLANK, "1:10", [SetDraft(seconds=70)]),
    (PLANK, "45.5", [SetDraft(seconds=45.5)]),
    (PLANK, "45,40", [SetDraft(seconds=45), SetDraft(seconds=40)]),
    # reps in reserve are kept as the RPE they stand for; in words a scale means itself
    (IN_RIR, "80x8@2", reps(8, rpe=8)),
    (IN_RIR, "8@2,8@1,6@0", [*reps(8, rpe=8), *reps(8, rpe=9), *reps(6, rpe=10)]),
    (IN_RIR, "80x8 rpe 9", reps(8, rpe=9)),
    (IN_RIR, "80x8 rir 3", reps(8, rpe=7)),
    (IN_KG, "80x8 rir 3", reps(8, rpe=7)),
    (IN_KG, "80x8 rir 1.5", reps(8, rpe=8.5)),
    (squat(effort=Effort.OFF), "80x8@9", reps(8, rpe=9)),
    # warm-up
    (IN_KG, "40x8 w", reps(8, load=Load(40), kind=SetKind.WARMUP)),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "text", "sets"), SETS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_line_of_sets_means(expected: Expected, text: str, sets: list[SetDraft]) -> None:
    assert read_sets(parse(text, expected)) == tuple(sets)


RUNS = [
    (RUN, "5km 24:10", Distance(5, KM), 1450),
    (RUN, "5,2km 24:10", Distance(5.2, KM), 1450),
    (RUN, "5.2 km 24:10", Distance(5.2, KM), 1450),
    (RUN_MI, "5,2 41:00", Distance(5.2, MI), 2460),
    (RUN, "3mi 24:10", Distance(3, MI), 1450),
    (RUN, "5:20/km 30min", Distance(5.63, KM), 1800),
    (RUN, "8:30/mi 30min", Distance(3.53, MI), 1800),
    (RUN, "4:00/km 45s", Distance(0.188, KM), 45),
    (FIVE_K, "24:10", Distance(5, KM), 1450),
    (FIVE_K, "4:50/km", Distance(5, KM), 1450),
    (FIVE_K, "30min", None, 1800),
    (FOUR_HUNDRED, "1:32", Distance(400), 92),
    (RUN, "24:10", None, 1450),
]


@pytest.mark.parametrize(("expected", "text", "distance", "seconds"), RUNS)
def test_a_line_of_a_run_means(expected: Expected, text: str, distance: Distance | None, seconds: float) -> None:
    read = parse(text, expected)
    assert isinstance(read, RunDraftEntry)
    assert (read.distance, read.seconds) == (distance, seconds)


def test_an_effort_of_a_run_is_rpe_whatever_is_told_of_sets() -> None:
    read = parse("24:10 @7,5", replace(RUN, effort=Effort.RIR))
    assert isinstance(read, RunDraftEntry)
    assert (read.rpe, read.echo) == (7.5, "24:10, RPE 7.5")


HOME = Racks.of(Athlete(bar=Load(20), plates=(Plates(Load(20), 1), Plates(Load(5), 1))))
CHANGES = [
    (IN_KG, "+2.5", Load(82.5), None),
    (IN_LB, "+2,5", Load(187.5, LB), None),
    (IN_KG, "+5lb", Load(82.27), None),
    (IN_KG, "-5%", Load(75), None),
    (IN_LB, "-5%", Load(175, LB), None),
    (replace(IN_KG, racks=HOME), "-5%", Load(70), None),
    (replace(IN_KG, racks=HOME), "-20%", Load(60), None),
    (IN_KG, "-1r", None, 7),
    (IN_KG, "+2,5 -1r", Load(82.5), 7),
    (PULL_UP, "+2.5", Load(2.5), None),
]


@pytest.mark.parametrize(("expected", "text", "load", "count"), CHANGES)
def test_a_change_of_the_target_means(expected: Expected, text: str, load: Load | None, count: int | None) -> None:
    read = parse(text, expected)
    assert isinstance(read, TargetChange)
    assert (read.load, read.reps) == (load, count)


@pytest.mark.parametrize(
    ("expected", "text", "words"),
    [
        (IN_KG, "80x", "How many reps?"),
        (PULL_UP, "bw", "How many reps?"),
        (PULL_UP, "bw+10", "How many reps?"),
        (PULL_UP, "bw-20x5", "not a load"),
        (IN_KG, "80x8@", "How hard?"),
        (IN_KG, "80x8x3", "80x8,8,6"),
        (IN_KG, "80x8@8,5", "8@8.5, or 8@8 5"),
        (IN_KG, "80x8 rpe 8,5", "8@8.5, or 8@8 5"),
        (IN_KG, "80x8@11", "RPE is from 0 to 10"),
        (IN_RIR, "80x8@11", "RIR is from 0 to 10"),
        (IN_KG, "8@11,8", "RPE is from 0 to 10"),
        (IN_KG, "+2.5@8", "no effort"),
        (IN_KG, "+1%", "next load up is 82.5 kg"),
        (replace(IN_KG, racks=HOME), "+5%", "less than one step"),
        (RUN, "5.2", "Minutes or distance?"),
        (RUN, "1000,1km 9:00:00", "1000 km"),
        (RUN, "168:00:01", "7 days"),
        (IN_KG, "1000,5x1", "1000 kg"),
        (PULL_UP, "bw+1000.5x1", "1000 kg"),
    ],
)
def test_what_is_wrong_is_said(expected: Expected, text: str, words: str) -> None:
    assert words in parse(text, expected).echo


# --- every way to type it ----------------------------------------------------------------------

numbers = st.integers(0, 99_999).map(lambda n: n / 100)
efforts = st.integers(0, 20).map(lambda n: n / 2)
spaces = st.sampled_from(["", " "])


@st.composite
def typed_sets(draw: st.DrawFn) -> tuple[Expected, str, tuple[SetDraft, ...]]:
    """Return a line, and the sets it was written from."""
    mode = draw(st.sampled_from(Effort))
    unit = draw(st.sampled_from(WeightUnit))
    load = draw(st.none() | st.builds(Load, numbers, st.sampled_from(WeightUnit)))
    counts = draw(st.lists(st.integers(0, 1000), min_size=1, max_size=6))
    rated = draw(st.sampled_from(["not", "all", "each"])) if len(counts) > 1 else draw(st.sampled_from(["not", "all"]))
    rpes = draw(st.lists(efforts, min_size=len(counts), max_size=len(counts)))
    gap, x = draw(spaces), draw(st.sampled_from(["x", " x ", "X", "×", "*"]))
    text = ""
    if load is not None:
        value = decimal(load.value)
        named = load.unit is not unit or draw(st.booleans())
        text = (value.replace(".", ",") if draw(st.booleans()) else value) + (f"{gap}{load.unit}" if named else "") + x
    scale = [decimal(10 - rpe if mode is Effort.RIR else rpe) for rpe in rpes]
    words = [str(count) + (f"@{at}" if rated == "each" else "") for count, at in zip(counts, scale, strict=True)]
    text += draw(st.sampled_from([", ", " "] if rated == "each" else [",", ", ", " "])).join(words)
    text += f"{gap}@{gap}{scale[0]}" if rated == "all" else ""
    kept: Sequence[float | None] = [None] * len(counts)
    if rated != "not":
        kept = rpes if rated == "each" else rpes[:1] * len(counts)
    target = load or Load(61.5)
    sets = tuple(SetDraft(load=target, reps=count, rpe=rpe) for count, rpe in zip(counts, kept, strict=True))
    return squat(Load(61.5), unit, mode), text, sets


@given(typed_sets())
def test_however_sets_are_typed_they_are_read_as_meant_and_said_as_logged(
    case: tuple[Expected, str, tuple[SetDraft, ...]],
) -> None:
    expected, text, sets = case
    read = parse(text, expected)
    assert read_sets(read) == sets
    assert numbers_said(read.echo) == numbers_logged(sets, expected.effort)


grammar = st.text("0123456789.,:x@+-%srlbwkgmi/ hpeLRBW'\"", max_size=30)
ALL = [IN_KG, IN_LB, IN_RIR, PULL_UP, LUNGE, PLANK, SIDE_PLANK, RUN, RUN_MI, FIVE_K, replace(IN_KG, last=LAST)]


@given(st.sampled_from(ALL), grammar)
def test_whatever_is_read_can_be_written_and_read_again(expected: Expected, text: str) -> None:
    match parse(text, expected):
        case SetEntry(sets):
            again = replace(expected, target_load=None, last=None) if sets[0].load is None else expected
            if sets[0].load is None and again.needs_load:
                return  # a line without load takes the target's
            if sets[0].bodyweight or not expected.on_bodyweight:
                assert read_sets(parse(write_sets(sets, expected.effort), again)) == sets
        case RunDraftEntry() as run:
            free = Expected(distance_unit=expected.distance_unit)
            read = parse(write_run(run.draft), free)
            assert isinstance(read, RunDraftEntry)
            assert read.draft == run.draft


@given(
    st.floats(0.001, 900).map(lambda km: round(km, 3)),
    st.integers(1, 60_479_999).map(lambda n: n / 100),
)
def test_the_echo_of_a_run_is_exact(km: float, seconds: float) -> None:
    read = parse(write_run(RunDraft(distance=Distance(km, KM), seconds=seconds)), RUN)
    words = re.fullmatch(r"([0-9.]+) km in ([0-9:.]+) \(.*\)", read.echo)
    assert words is not None
    total = 0.0
    for part in words[2].split(":"):
        total = total * 60 + float(part)
    assert (float(words[1]), round(total, 2)) == (km, seconds)


def read_sets(entry: Entry) -> tuple[SetDraft, ...]:
    assert isinstance(entry, SetEntry), entry.echo
    return entry.sets


def numbers_said(echo: str) -> list[float]:
    """Return the numbers of an echo in order, without the count of sets."""
    return [float(number) for number in re.findall(r"[0-9.]+", re.sub(r" ?\([0-9]+ sets\)", "", echo))]


def numbers_logged(sets: tuple[SetDraft, ...], effort: Effort) -> list[float]:
    alike = len({draft.rpe for draft in sets}) == 1
    found = [sets[0].load.value] if sets[0].load else []
    for draft in sets:
        found.append(float(draft.reps or 0))
        if draft.rpe is not None and not alike:
            found.append(10 - draft.rpe if effort is Effort.RIR else draft.rpe)
    if alike and sets[0].rpe is not None:
        found.append(10 - sets[0].rpe if effort is Effort.RIR else sets[0].rpe)
    return found
