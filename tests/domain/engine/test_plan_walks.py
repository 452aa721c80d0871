"""Every workout the planner makes is led through: one key begins a clock, one logs a set, none is needed for rest."""

from __future__ import annotations

import pytest

from hybridtui.domain import guide, recording
from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Moment
from hybridtui.domain.engine.leading import leads
from hybridtui.domain.workout import Kind, StepKind, Workout
from tests.domain.engine.walking import Walk
from tests.domain.sessions import BEGAN
from tests.domain.test_walkthrough import BEGINNER, LIFTER, RUNNER, workouts

LONGEST_REPEAT_S = 100


def led_through(workout: Workout) -> tuple[Walk, int]:
    """Walk through a workout as planned; return the walk and how many keys it took."""
    walk, keys = Walk(recording.following(workout, "s", Moment.at(BEGAN))), 0
    while (here := guide.current(walk.session)) is not None:
        step = walk.session.steps[here.step]
        if walk.line is None:
            keys += 1
            if leads(step):
                walk.begin()
            else:
                walk.sleep(30)
                walk.enter()
            continue
        left = walk.line.reading(walk.now.ticks).left_s
        if left is None:
            keys += 1
            walk.sleep(LONGEST_REPEAT_S)
            walk.enter()
        else:
            walk.sleep(max(left, 0.1))
    return walk, keys


@pytest.mark.parametrize("athlete", [BEGINNER, LIFTER, RUNNER], ids=["beginner", "lifter", "runner"])
def test_every_workout_is_led_through_to_its_end(athlete: Athlete) -> None:
    for workout in workouts(athlete):
        walk, keys = led_through(workout)
        assert walk.left == 0, workout.title
        counted = [s for s in workout.steps if not leads(s) or s.distance_m]
        by_hand = sum(step.sets for step in counted)
        stretches = 1 + sum(b.sets for b in counted if not b.distance_m)
        assert keys <= by_hand + stretches, workout.title
        timed = sum(
            s.sets * (s.seconds or 0) for s in workout.steps if s.kind is StepKind.INTERVAL and not s.distance_m
        )
        assert sum(run.seconds for run in walk.session.runs if run.distance is None) == timed, workout.title

        if workout.kind in (Kind.RUN, Kind.HYBRID) and not any(step.distance_m for step in workout.steps):
            assert keys == 1, workout.title
            # up to the seconds it takes to get ready and to change sides, and what the estimate adds to set up
            assert walk.seconds == pytest.approx(workout.minutes * 60, abs=60), workout.title
