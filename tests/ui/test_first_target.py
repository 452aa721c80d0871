"""What the summary names of the session that comes next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain.units import DistanceUnit, Load
from hybridtui.domain.workout import Step, StepKind, Workout
from hybridtui.ui.summary import first_target
from tests.stories.conftest import RUN, STRENGTH

EASY = Step(kind=StepKind.INTERVAL, title="Easy", seconds=600, rpe=3.0, zone="E")
FAST = Step(kind=StepKind.INTERVAL, title="Fast 400 m", sets=5, distance_m=400.0, pace_s_per_km=270.0, rpe=8.0, group=1)
SQUAT = Step(kind=StepKind.SET, title="Back squat", exercise="back_squat", sets=3, reps=5, load=Load(82.5))


@pytest.mark.parametrize(
    ("workout", "told"),
    [
        (replace(RUN, steps=(EASY, FAST, EASY)), "5 × 400 m, 4:30/km"),
        (replace(RUN, steps=(EASY,)), "E easy"),
        (replace(STRENGTH, steps=(SQUAT,)), "Back squat 3 × 5 at 82.5 kg"),
        (replace(RUN, steps=(EASY, SQUAT)), "E easy"),
        (replace(RUN, steps=()), ""),
    ],
)
def test_it_is_the_first_lift_or_the_main_set(workout: Workout, told: str) -> None:
    assert first_target(workout, DistanceUnit.KM) == told
