"""The clock of every kind of step: its phases, whose they are, and where it stops."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain.engine.leading import lead, leads, place_now
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.guide import Place
from hybridtui.domain.phases import PhaseKind
from hybridtui.domain.ramp import ramp
from hybridtui.domain.session import MarkKind, Side
from hybridtui.domain.workout import Form, Step, StepKind
from tests.domain.engine.walking import counted, interval, parts, recovery, timed
from tests.domain.sessions import COOL_DOWN, LUNGE, PLANK, RUN, SQUAT, WARM_UP, session, with_mark, with_set

SIDE_STRETCH = replace(COOL_DOWN, title="Side stretch", seconds=30, per_side=True)
TEMPO_SQUAT = replace(SQUAT, tempo="3-1-1-0", reps=2, reps_max=None)
READY = ("Get ready", 5.0, "")
COUNT_IN = ("Get ready", 3.0, "")

TABLE: dict[str, tuple[tuple[Step, ...], list[tuple[str, float | None, str]]]] = {
    "warm-up and cool-down, both sides": (
        (WARM_UP, SIDE_STRETCH),
        [("Brisk walk", 300, ""), ("Side stretch", 30, ""), ("Change sides", 5, ""), ("Side stretch", 30, "")],
    ),
    "an easy run in the middle of all": (
        (WARM_UP, RUN, COOL_DOWN),
        [("Brisk walk", 300, ""), ("Easy run", 1800, ""), ("Calf stretch", 60, "")],
    ),
    "intervals by time": (
        (interval("Hard", 2, seconds=180), recovery("Easy jog", 2, 120), COOL_DOWN),
        [
            READY, ("Hard", 180, "1/2"), ("Easy jog", 120, "1/2"), ("Hard", 180, "2/2"), ("Easy jog", 120, "2/2"),
            ("Calf stretch", 60, ""),
        ],
    ),
    "intervals by distance wait for the split": (
        (WARM_UP, interval("400 m", 2, metres=400), recovery("Jog", 1, 90)),
        [("Brisk walk", 300, ""), READY, ("400 m", None, "1/2"), ("Jog", 90, ""), ("400 m", None, "2/2")],
    ),
    "repeats with a rest of their own": (
        (replace(interval("200 m", 2, metres=200), rest_s=60),),
        [READY, ("200 m", None, "1/2"), ("Rest", 60, "2/2"), ("200 m", None, "2/2")],
    ),
    "run and walk": (
        (interval("Run", 2, seconds=60), recovery("Walk", 2, 90)),
        [READY, ("Run", 60, "1/2"), ("Walk", 90, "1/2"), ("Run", 60, "2/2"), ("Walk", 90, "2/2")],
    ),
    "a circuit: stations with their rests, a run after them, round by round": (
        (timed("squat", 2, 40, 20), timed("row", 2, 40, 20), interval("Run", 2, seconds=90), COOL_DOWN),
        [
            READY,
            ("squat", 40, "1/2"), ("Rest", 20, "1/2"), ("row", 40, "1/2"), ("Rest", 20, "1/2"), ("Run", 90, "1/2"),
            ("squat", 40, "2/2"), ("Rest", 20, "2/2"), ("row", 40, "2/2"), ("Rest", 20, "2/2"), ("Run", 90, "2/2"),
            ("Calf stretch", 60, ""),
        ],
    ),
    "tabata: no rest after the last": (
        (timed("burpee", 3, 20, 10), COOL_DOWN),
        [
            READY, ("burpee", 20, "1/3"), ("Rest", 10, "2/3"), ("burpee", 20, "2/3"), ("Rest", 10, "3/3"),
            ("burpee", 20, "3/3"), ("Calf stretch", 60, ""),
        ],
    ),
    "stations of each side": (
        (timed("lunge", 1, 30, 15, per_side=True),),
        [READY, ("lunge", 30, ""), ("Change sides", 5, ""), ("lunge", 30, "")],
    ),
    "EMOM: a start each minute, counted through": (
        (counted("push_up", 8, Form.EMOM, 60, 2), counted("row", 6, Form.EMOM, 60, 2), COOL_DOWN),
        [READY, ("push_up", 60, "1/4"), ("row", 60, "2/4"), ("push_up", 60, "3/4"), ("row", 60, "4/4")],
    ),
    "AMRAP: one clock": (
        (counted("push_up", 8, Form.AMRAP, 600), counted("row", 6, Form.AMRAP, 600), COOL_DOWN),
        [READY, ("As many rounds as possible", 600, "")],
    ),
    "the clock stops before what is counted in reps": (
        (WARM_UP, *ramp(catalogue()["back_squat"])[:1], SQUAT), [("Brisk walk", 300, "")],
    ),
    "a warm-up does not run into an EMOM": (
        (WARM_UP, counted("push_up", 8, Form.EMOM, 60, 2)), [("Brisk walk", 300, "")],
    ),
    "a hold": ((PLANK,), [COUNT_IN, ("Hold", 40, "")]),
    "a hold of each side": (
        (replace(PLANK, per_side=True),), [COUNT_IN, ("Hold", 40, ""), ("Change sides", 5, ""), ("Hold", 40, "")],
    ),
    "a tempo set": (
        (TEMPO_SQUAT,),
        [
            COUNT_IN, ("Lower", 3, "1/2"), ("Pause", 1, "1/2"), ("Lift", 1, "1/2"),
            ("Lower", 3, "2/2"), ("Pause", 1, "2/2"), ("Lift", 1, "2/2"),
        ],
    ),
    "anything else: a stopwatch": ((replace(SQUAT, tempo=None),), [("Back squat", None, "")]),
}  # fmt: skip


@pytest.mark.parametrize("kind", TABLE)
def test_the_clock_of(kind: str) -> None:
    steps, expected = TABLE[kind]
    assert parts(lead(session(*steps), Place(0, 1), 7.0)) == expected


@pytest.mark.parametrize("kind", TABLE)
def test_every_phase_knows_its_place_and_at_most_one_ends_it(kind: str) -> None:
    line = lead(session(*TABLE[kind][0]), Place(0, 1), 0.0)
    assert place_now(line, 0.0) == Place(0, 1)
    ends = [(phase.step, phase.set_number) for phase in line.phases if phase.ends]
    assert len(ends) == len(set(ends))
    assert all(None not in (phase.step, phase.set_number) for phase in line.phases)
    assert not any(phase.ends for phase in line.phases if phase.kind in (PhaseKind.PREPARE, PhaseKind.REST))


def test_a_rest_and_a_moment_to_get_ready_belong_to_what_follows() -> None:
    line = lead(session(timed("burpee", 2, 20, 10)), Place(0, 1), 0.0)
    assert [(phase.label, phase.set_number) for phase in line.phases] == [
        ("Get ready", 1), ("burpee", 1), ("Rest", 2), ("burpee", 2),
    ]  # fmt: skip


def test_nothing_of_an_amrap_or_a_tempo_set_ends_by_itself() -> None:
    for step in (counted("push_up", 8, Form.AMRAP, 600), TEMPO_SQUAT, replace(SQUAT, tempo=None)):
        assert not any(phase.ends for phase in lead(session(step), Place(0, 1), 0.0).phases)


def test_the_clock_may_begin_in_the_middle_and_passes_over_what_is_done() -> None:
    now = with_mark(session(interval("Run", 3, seconds=60), recovery("Walk", 3, 90)), Place(0, 2), MarkKind.SKIPPED)
    assert parts(lead(now, Place(1, 1), 0.0)) == [
        ("Walk", 90, "1/3"), ("Walk", 90, "2/3"), ("Run", 60, "3/3"), ("Walk", 90, "3/3"),
    ]  # fmt: skip


def test_a_start_of_an_emom_that_is_left_out_is_sat_out_so_that_the_others_stay_on_their_minute() -> None:
    emom = session(counted("push_up", 8, Form.EMOM, 60, 3), counted("row", 6, Form.EMOM, 60, 3))
    now = with_mark(with_mark(emom, Place(1, 1), MarkKind.SKIPPED), Place(0, 2), MarkKind.SKIPPED)
    assert [p[:2] for p in parts(lead(now, Place(0, 1), 0.0))] == [
        ("Get ready", 5), ("push_up", 60), ("Rest", 60), ("Rest", 60), ("row", 60), ("push_up", 60), ("row", 60),
    ]  # fmt: skip


def test_with_one_side_done_only_the_other_is_led_through() -> None:
    one = session(replace(LUNGE, tempo="2-0-1-0", reps=1))
    assert len(lead(one, Place(0, 1), 0.0).phases) == 1 + 2 + 1 + 2
    assert len(lead(with_set(one, Place(0, 1), side=Side.LEFT), Place(0, 1), 0.0).phases) == 1 + 2


@pytest.mark.parametrize(
    ("step", "by_itself"),
    [
        (WARM_UP, True),
        (RUN, True),
        (interval("5 km", metres=5000), True),
        (interval("Run as you like"), False),
        (timed("squat", 1, 40, 20), True),
        (Step(kind=StepKind.STATION, title="Lunges", reps=10, group=1), False),
        (counted("push_up", 8, Form.EMOM, 60), True),
        (counted("push_up", 8, Form.AMRAP, 0), False),
        (ramp(catalogue()["deadlift"])[0], False),
        (SQUAT, False),
        (PLANK, False),
        (Step(kind=StepKind.RECOVERY, title="Walk until ready"), False),
    ],
)
def test_what_goes_by_the_clock_by_itself(step: Step, by_itself: bool) -> None:
    assert leads(step) is by_itself
