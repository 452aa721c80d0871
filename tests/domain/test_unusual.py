"""What lies more than a fifth above anything ever done is asked about once; what is planned is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.bests import Bests, RunBests
from hybridtui.domain.entry import Expected, parse
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.session import LoggedSet, RunEntry, SetKind, Side
from hybridtui.domain.units import Distance, DistanceUnit, Load, WeightUnit
from hybridtui.domain.unusual import unusual
from hybridtui.domain.workout import Step, StepKind

LB = WeightUnit.LB
SQUAT = Expected(exercise=catalogue()["back_squat"], target_load=Load(80), target_reps=8)
IN_LB = replace(SQUAT, weight_unit=LB)
PULL_UP = Expected(exercise=catalogue()["pull_up"], target_reps=5)
PLANK = Expected(exercise=catalogue()["plank"], step=Step(kind=StepKind.HOLD, title="Plank", seconds=40))
LUNGE = Expected(
    exercise=catalogue()["db_walking_lunge"],
    step=Step(kind=StepKind.SET, title="Lunge", reps=10, per_side=True),
    target_load=Load(12),
)
RUN = Expected(step=Step(kind=StepKind.INTERVAL, title="Easy run", seconds=1800))

LIFTED = Bests(kg=95, added_kg=10, reps=10, seconds=60)
RAN = RunBests(metres=21_000, seconds=7200, s_per_km=240)

ASKED = [
    (SQUAT, "120x5", LIFTED, "120 kg is 26 % above your heaviest, 95 kg: enter again logs it"),
    (SQUAT, "800x8", LIFTED, "800 kg is 8.4 times your heaviest, 95 kg: enter again logs it"),
    (IN_LB, "260x5", LIFTED, "260 lb is 24 % above your heaviest, 209.4 lb: enter again logs it"),
    (SQUAT, "80x88", LIFTED, "88 reps are 8.8 times your most, 10: enter again logs it"),
    (SQUAT, "80x8,88,8", LIFTED, "88 reps are 8.8 times your most, 10: enter again logs it"),
    (PULL_UP, "bw+16x5", LIFTED, "16 kg is 60 % above your heaviest, 10 kg: enter again logs it"),
    (LUNGE, "L8 R80", LIFTED, "80 reps are 8 times your most, 10: enter again logs it"),
    (PULL_UP, "8", Bests(reps=5), "8 reps are 60 % above your most, 5: enter again logs it"),
    (SQUAT, "250x8", Bests(kg=20, reps=8), "250 kg is 12.5 times your heaviest, 20 kg: enter again logs it"),
    (PLANK, "100", LIFTED, "100 s is 67 % above your longest, 60 s: enter again logs it"),
    (RUN, "30km 2:00:00", RAN, "30 km is 43 % above your longest, 21 km: enter again logs it"),
    (RUN, "3:00:00", RAN, "3:00:00 is 50 % above your longest, 2:00:00: enter again logs it"),
    (RUN, "5km 14:10", RAN, "2:50/km is 41 % faster than your fastest, 4:00/km: enter again logs it"),
    (RUN, "3mi 14:00", RAN, "4:40/mi is 38 % faster than your fastest, 6:26/mi: enter again logs it"),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "text", "bests", "words"), ASKED)
def test_far_above_the_best_is_asked_about_with_the_numbers(
    expected: Expected, text: str, bests: Bests | RunBests, words: str
) -> None:
    assert unusual(parse(text, expected), bests, expected) == words


STEP = Step(kind=StepKind.SET, title="Squat", reps=12, reps_max=15)
USUAL = [
    (SQUAT, "114x5", LIFTED),  # just a fifth above
    (SQUAT, "80x12", LIFTED),
    (replace(SQUAT, target_load=Load(120)), "120x5", LIFTED),  # planned
    (replace(SQUAT, target_load=Load(120)), "", LIFTED),
    (replace(SQUAT, target_reps=15), "15", LIFTED),
    (replace(SQUAT, step=STEP), "15", LIFTED),  # the top of the range asked for
    (SQUAT, "200x1 w", LIFTED),  # a warm-up set
    (SQUAT, "200x50", Bests()),  # nothing to compare with
    (SQUAT, "bw+12x8", LIFTED),
    (PULL_UP, "bw+100x5", Bests(kg=95, reps=8)),  # never with a load on the body
    (PULL_UP, "2", Bests(reps=1)),
    (PULL_UP, "7", Bests(reps=5)),  # few reps more are a step, however little there was before
    (SQUAT, "25x8", Bests(kg=20, reps=8)),  # the next weight is
    (PULL_UP, "bw+5x5", Bests(kg=None, added_kg=2.5, reps=8)),
    (PLANK, "30", Bests(seconds=20)),
    (RUN, "3km 20:00", RunBests(metres=2000, seconds=900, s_per_km=400)),
    (replace(PLANK, target_seconds=90), "90", LIFTED),
    (SQUAT, "+100", LIFTED),
    (SQUAT, "nonsense", LIFTED),
    (RUN, "25km 2:20:00", RAN),
    (RUN, "5km 18:00", RAN),
    (RUN, "200m 0:30", RAN),  # too short for a pace
    (RUN, "30km 5:00:00", RunBests()),
    (Expected(step=Step(kind=StepKind.INTERVAL, title="Long run", distance_m=30_000)), "30km", RAN),
    (Expected(step=Step(kind=StepKind.INTERVAL, title="Long run", seconds=10_800)), "", RAN),
    (SQUAT, "200x50", None),
]


@pytest.mark.parametrize(("expected", "text", "bests"), USUAL)
def test_what_is_near_planned_or_without_a_past_is_not(
    expected: Expected, text: str, bests: Bests | RunBests | None
) -> None:
    assert unusual(parse(text, expected), bests, expected) is None


def test_the_sets_of_a_session_that_runs_count_too() -> None:
    def logged(**known: object) -> LoggedSet:
        return LoggedSet(id="a", position=1, exercise="back_squat", **known)  # type: ignore[arg-type]

    done = [
        logged(load=Load(120), reps=5),
        logged(load=Load(200), reps=1, kind=SetKind.WARMUP),
        logged(load=Load(200), reps=0),
        logged(load=Load(12), bodyweight=True, reps=12),
        logged(seconds=90.0, side=Side.LEFT),
    ]
    assert LIFTED.including(done) == Bests(kg=120, added_kg=12, reps=12, seconds=90)
    assert Bests().including([]) == Bests()


def test_the_runs_of_a_session_that_runs_count_too() -> None:
    done = [
        RunEntry(id="a", position=1, distance=Distance(30, DistanceUnit.KM), seconds=9000),
        RunEntry(id="b", position=2, distance=Distance(200), seconds=30),
        RunEntry(id="c", position=3, distance=Distance(400), seconds=80),
        RunEntry(id="d", position=4, seconds=9600),
        RunEntry(id="e", position=5, sport="cycling", distance=Distance(80, DistanceUnit.KM), seconds=9900),
    ]
    assert RAN.including(done) == RunBests(metres=30_000, seconds=9600, s_per_km=200)


@given(st.text("0123456789.,:x@+-%srlbwkgmi/ ", max_size=20), st.sampled_from([SQUAT, PULL_UP, PLANK, LUNGE, RUN]))
def test_whatever_is_read_is_asked_about_in_one_sentence_or_not_at_all(text: str, expected: Expected) -> None:
    for bests in (LIFTED, RAN, Bests(), RunBests(), None):
        words = unusual(parse(text, expected), bests, expected)
        assert words is None or words.endswith(": enter again logs it")


def test_asking_twice_is_asking_once() -> None:
    first = LIFTED.including([LoggedSet(id="a", position=1, exercise="back_squat", load=Load(120), reps=5)])
    assert unusual(parse("120x5", SQUAT), first, SQUAT) is None
