"""Half of a session is half of a session: it earns nothing, and costs nothing that was done (B.4, R28)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.exercises import catalogue
from hybridtui.domain.history import Exposure
from hybridtui.domain.ladder import Offer, offer
from hybridtui.domain.progression import Target, next_target
from hybridtui.domain.session import LoggedSet
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.domain.workout import Step, StepKind

MONDAY = date(2026, 1, 5)
PLANNED = 3


def did(
    day: int, *reps: int, kg: float | None = 60, planned: int | None = PLANNED, rpe: float | None = None, **more: bool
) -> Exposure:
    """Return a session in which so many sets of those planned were done; ``planned`` None: a free one."""
    load = None if kg is None else Load(kg)
    sets = [LoggedSet(id=f"{n}", position=n, exercise="x", load=load, reps=r, rpe=rpe) for n, r in enumerate(reps)]
    asked = (6, 8) if planned else (None, None)
    return Exposure(
        session_id=f"{day}",
        local_date=MONDAY + timedelta(days=day),
        sets=tuple(sets),
        target_reps=asked[0],
        target_reps_max=asked[1],
        target_sets=planned,
        **more,
    )


def held(day: int, *seconds: float, planned: int | None = PLANNED) -> Exposure:
    sets = [LoggedSet(id=f"{n}", position=n, exercise="plank", seconds=s) for n, s in enumerate(seconds)]
    return Exposure(session_id=f"{day}", local_date=MONDAY + timedelta(days=day), sets=tuple(sets), target_sets=planned)


SQUAT = Step(kind=StepKind.SET, title="", exercise="back_squat", sets=PLANNED, reps=6, reps_max=8)
PUSH_UP = Step(kind=StepKind.SET, title="", exercise="push_up", sets=PLANNED, reps=6, reps_max=8)
PLANK = Step(kind=StepKind.HOLD, title="", exercise="plank", sets=PLANNED, seconds=45)


def target(step: Step, *past: Exposure) -> Target:
    return next_target(step, catalogue()[step.exercise or ""], past, WeightUnit.KG)


def offered(step: Step, *past: Exposure) -> Offer | None:
    return offer(step, catalogue()[step.exercise or ""], past, lambda _: True)


def asks(found: Target) -> tuple[float | None, tuple[int, ...]]:
    return (found.load.value if found.load else None), found.reps


@pytest.mark.parametrize(
    ("past", "asked"),
    [
        ([did(0, 8)], (60, (8, 6, 6))),  # of sets that were never done nothing is known
        ([did(0, 8, 8)], (60, (8, 8, 6))),
        ([did(0, 8, 8, 7), did(2, 8)], (60, (8, 8, 8))),  # 8, 8, 8 were aimed at, and still are
        ([did(0, 8, 7, 7), did(2, 8, 8)], (60, (8, 8, 7))),
        ([did(0, 8, 8, 7), did(2, 5)], (60, (6, 8, 8))),
        ([did(0, 8, 8, 7), did(2, 8), did(4, 8, 8, 8)], (62.5, (6, 6, 6))),  # a whole one earns the step
    ],
)
def test_sets_that_were_not_done_stay_as_they_were_aimed_at(
    past: list[Exposure], asked: tuple[float, tuple[int, ...]]
) -> None:
    assert asks(target(SQUAT, *past)) == asked


@given(st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=PLANNED - 1), min_size=1, max_size=6))
def test_no_row_of_short_sessions_raises_a_load_or_asks_for_a_harder_exercise(sessions: list[list[int]]) -> None:
    weighted = [did(2 * n, *reps) for n, reps in enumerate(sessions)]
    found = target(SQUAT, *weighted)
    assert found.load is not None
    assert found.load.kg <= 60
    bare = offered(PUSH_UP, *(did(2 * n, *reps, kg=None, rpe=6) for n, reps in enumerate(sessions)))
    assert bare is None or bare.kind.value == "easier"


def test_a_single_set_outside_the_plan_masters_nothing() -> None:
    assert offered(PUSH_UP, did(0, 8, kg=None, planned=None, rpe=6), did(2, 8, kg=None, planned=None, rpe=6)) is None
    whole = [did(day, 8, 8, 8, kg=None, planned=None, rpe=6) for day in (0, 2)]
    assert offered(PUSH_UP, *whole) is not None, "three of them do"


def test_a_hold_finished_short_neither_grows_nor_is_too_hard() -> None:
    for planned in (PLANNED, None):
        short = [held(0, 45, planned=planned), held(2, 45, planned=planned)]
        assert (target(PLANK, *short).seconds, offered(PLANK, *short)) == (45, None)
    failed = [held(0, 20), held(2, 20)]
    easier = offered(PLANK, *failed)
    assert easier is not None
    assert easier.kind.value == "easier"


def test_stations_say_nothing_of_what_is_possible() -> None:
    whole = did(0, 8, 8, 7)
    rounds = [did(day, *[5] * 9, kg=None, planned=9, by_clock=True) for day in (2, 4)]
    assert asks(target(SQUAT, whole, *rounds)) == asks(target(SQUAT, whole))
    assert offered(PUSH_UP, *rounds) is None
