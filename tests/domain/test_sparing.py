"""What pain leaves of a workout before it starts: exchanged, shortened, gentle, or the athlete's own call."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Level
from hybridtui.domain.calendar import Moment
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.pain import Pain, Part, loads
from hybridtui.domain.plan.choice import Means
from hybridtui.domain.ramp import ramp
from hybridtui.domain.refitting import Made
from hybridtui.domain.sparing import Sparing, before_starting
from hybridtui.domain.workout import RACE, Kind, Step, StepKind, Workout

ATHLETE = Athlete(level=Level.INTERMEDIATE, equipment=EQUIPMENT_PROFILES["gym"])
NOW = Moment(datetime(2026, 3, 4, 17, tzinfo=UTC), 3600, "Europe/Berlin", date(2026, 3, 4))


def step(name: str, kind: StepKind = StepKind.SET, **known: object) -> Step:
    bare = Step(kind=kind, title=catalogue()[name].name, exercise=name, sets=3, reps=8, rest_s=60)
    return replace(bare, **known)  # type: ignore[arg-type]


SQUAT, PRESS, CURL = step("back_squat"), step("overhead_press"), step("db_curl")
RUN = Step(kind=StepKind.INTERVAL, title="Easy run", seconds=1200, zone="E")


def workout(kind: Kind, *steps: Step, run: int = 0, strength: int = 0, **known: object) -> Workout:
    bare = Workout(
        id="w", day=NOW.local_date, kind=kind, subtype="x", title="Today's", minutes=run + strength, run_minutes=run,
        strength_minutes=strength, steps=steps,
    )  # fmt: skip
    return replace(bare, **known)  # type: ignore[arg-type]


def by(part: Part, level: int = 6) -> Sparing:
    def make(old: Step, new: Exercise) -> Made:
        return replace(old, exercise=new.id, title=new.name), ()

    told = Pain(id="p", at=NOW.utc, day=NOW.local_date, part=part, level=level)
    return Sparing(pains=(told,), means=Means.of(ATHLETE, 1), exercises=catalogue(), make=make)


def after(planned: Workout, part: Part, level: int = 6) -> Workout:
    found = before_starting(planned, by(part, level), ATHLETE, NOW)
    assert found.workout is not None
    return found.workout


@pytest.mark.parametrize("part", [part for part in Part if part not in (Part.CHEST, Part.HEAD)])
def test_nothing_that_is_left_loads_what_hurts(part: Part) -> None:
    left = after(workout(Kind.STRENGTH, SQUAT, PRESS, CURL, strength=40), part)
    named = [catalogue()[each.exercise] for each in left.steps if each.exercise]
    assert [exercise.id for exercise in named if loads(part, exercise)] == []


def test_the_ramp_of_a_lift_goes_with_it() -> None:
    planned = workout(Kind.STRENGTH, *ramp(catalogue()["back_squat"]), SQUAT, CURL, strength=40)
    assert "back_squat" not in {each.exercise for each in after(planned, Part.KNEE).steps}


def test_a_combo_without_its_run_is_a_shorter_strength_session() -> None:
    left = after(workout(Kind.COMBO, RUN, PRESS, CURL, run=20, strength=20), Part.CALF)
    assert (left.kind, left.run_minutes, left.minutes) == (Kind.STRENGTH, 0, left.strength_minutes)
    assert left.minutes == 20


def test_a_run_becomes_something_gentle_or_rest() -> None:
    found = before_starting(workout(Kind.RUN, RUN, run=30), by(Part.SHIN), ATHLETE, NOW)
    assert found.workout is not None
    assert found.workout.kind is Kind.RECOVERY
    assert found.changes[0].endswith("or rest")


def test_an_arm_that_hurts_leaves_a_run_as_it_is() -> None:
    planned = workout(Kind.RUN, RUN, run=30)
    assert after(planned, Part.ELBOW) == planned


def test_a_little_pain_changes_nothing() -> None:
    planned = workout(Kind.STRENGTH, SQUAT, strength=30)
    assert after(planned, Part.KNEE, 3) == planned


def test_a_race_and_recovery_are_the_athletes_own_call() -> None:
    race = workout(Kind.RUN, RUN, run=30, subtype=RACE)
    gentle = workout(Kind.RECOVERY, Step(kind=StepKind.RECOVERY, title="Walk", seconds=1200), run=0, strength=20)
    assert after(race, Part.KNEE, 9) == race
    assert after(gentle, Part.KNEE, 9) == gentle


@pytest.mark.parametrize("part", [Part.CHEST, Part.HEAD])
def test_h1_after_chest_pain_or_dizziness_only_gentle_movement_is_left(part: Part) -> None:
    found = before_starting(workout(Kind.STRENGTH, SQUAT, strength=40), by(part, 2), ATHLETE, NOW)
    assert found.workout is not None
    assert found.workout.kind is Kind.RECOVERY
    assert "looked at before you train again" in found.why[0].text
