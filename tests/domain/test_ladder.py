"""Harder, easier or slower: what the log suggests in place of an exercise (R28, R29)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hybridtui.domain.athlete import Athlete, Level, Limit
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.history import Exposure
from hybridtui.domain.ladder import SLOW_TEMPO, Offer, OfferKind, offer
from hybridtui.domain.plan.choice import Means, suited
from hybridtui.domain.session import LoggedSet
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Step, StepKind
from tests.domain.test_progression import MONDAY, session

TOP, BELOW = (12, 12, 12), (12, 7, 12)
ADVANCED = Athlete(level=Level.ADVANCED)


def offered(
    exercise: str,
    *past: Exposure,
    athlete: Athlete = ADVANCED,
    lo: int = 8,
    hi: int = 12,
    tempo: str | None = "2-0-2-0",
    seconds: int | None = None,
) -> Offer | None:
    kind = StepKind.HOLD if seconds else StepKind.SET
    reps = (None, None) if seconds else (lo, hi)
    step = Step(
        kind=kind, title="", exercise=exercise, sets=3, reps=reps[0], reps_max=reps[1], tempo=tempo, seconds=seconds
    )
    means = Means.of(athlete, 9)

    def suits(other: Exercise) -> bool:
        return other in suited(other.pattern, means)

    return offer(step, catalogue()[exercise], past, suits)


def done(*reps: int, day: int = 0, rpe: float | None = 7, load: float | None = None) -> Exposure:
    return session(day, load, *reps, rpe=rpe, asked=(8, 12))


def held(day: int, *seconds: float) -> Exposure:
    sets = tuple(LoggedSet(id=f"h{n}", position=n, exercise="x", seconds=s) for n, s in enumerate(seconds))
    return Exposure(session_id=f"e{day}", local_date=MONDAY + timedelta(days=day), sets=sets, target_sets=3)


def test_mastered_twice_in_a_row_offers_the_next_of_the_ladder() -> None:
    found = offered("glute_bridge", done(*TOP), done(*TOP, day=3))
    assert found is not None
    assert (found.kind, found.exercise.id, found.rule) == (OfferKind.HARDER, "single_leg_bridge", "R28")
    assert "Single-leg glute bridge" in found.why


@pytest.mark.parametrize(
    "past",
    [
        [],
        [done(*TOP)],
        [done(*TOP), done(12, 12, 11, day=3)],
        [done(*TOP), done(*TOP, day=3, rpe=7.5)],
        [done(*TOP), done(12, 11, 12, day=3), done(*TOP, day=6)],
        [done(*BELOW)],
        [done(*BELOW), done(8, 8, 8, day=3), done(*BELOW, day=6)],
    ],
)
def test_once_or_not_in_a_row_or_hard_offers_nothing(past: list[Exposure]) -> None:
    assert offered("glute_bridge", *past) is None


def test_below_the_range_twice_in_a_row_offers_the_one_before() -> None:
    found = offered("push_up", done(*BELOW), done(*BELOW, day=3))
    assert found is not None
    assert (found.kind, found.exercise.id, found.rule) == (OfferKind.EASIER, "knee_push_up", "R28")


def test_what_no_equipment_is_there_for_is_not_offered() -> None:
    found = offered("plank_shoulder_tap", done(*TOP), done(*TOP, day=3))
    assert found is not None
    assert found.kind is OfferKind.SLOWER
    wheel = Athlete(level=Level.ADVANCED, equipment=frozenset({"ab_wheel"}))
    found = offered("plank_shoulder_tap", done(*TOP), done(*TOP, day=3), athlete=wheel)
    assert found is not None
    assert found.exercise.id == "ab_wheel"


def test_what_a_limit_spares_is_not_offered() -> None:
    past = [done(*TOP), done(*TOP, day=3)]
    free, wrist = (
        offered("knee_push_up", *past),
        offered("knee_push_up", *past, athlete=Athlete(level=Level.ADVANCED, limits=frozenset({Limit.WRIST}))),
    )
    assert free is not None
    assert free.exercise.id == "push_up"
    assert wrist is not None
    assert wrist.kind is OfferKind.SLOWER


def test_what_a_level_does_not_reach_is_done_slower_instead() -> None:
    past = [done(*TOP), done(*TOP, day=3)]
    found = offered("knee_push_up", *past, athlete=Athlete())
    assert found is not None
    assert (found.kind, found.exercise.id, found.rule) == (OfferKind.SLOWER, "knee_push_up", "R29")
    assert offered("knee_push_up", *past, athlete=Athlete(), tempo=SLOW_TEMPO) is None


def test_a_lift_that_gets_heavier_needs_nothing_harder() -> None:
    past = [done(*TOP, load=20), done(*TOP, day=3, load=20)]
    assert (
        offered("db_bench_press", *past, athlete=Athlete(level=Level.ADVANCED, equipment=frozenset({"dumbbell"})))
        is None
    )


def test_a_hold_at_45_seconds_offers_the_next() -> None:
    past = [held(0, 45, 45, 45), held(3, 45, 45, 45)]
    found = offered("knee_plank", *past, seconds=45)
    assert found is not None
    assert found.exercise.id == "plank"


def test_nothing_is_offered_across_movements() -> None:
    """A step-down's harder neighbour is a squat: the week would lose its lunge (R17)."""
    box = Athlete(level=Level.ADVANCED, equipment=frozenset({"box", "step"}))
    found = offered("lateral_step_down", done(*TOP), done(*TOP, day=3), athlete=box)
    assert found is not None
    assert found.exercise.pattern == "lunge"


def test_the_ladder_is_asked_only_where_a_change_is_due() -> None:
    asked: list[str] = []
    step = Step(kind=StepKind.SET, title="", exercise="push_up", sets=3, reps=8, reps_max=12)

    def suits(other: Exercise) -> bool:
        asked.append(other.id)
        return True

    assert offer(step, catalogue()["push_up"], [done(9, 9, 9)], suits) is None
    assert asked == []


def test_a_load_on_the_body_counts_as_load() -> None:
    past = [done(*TOP, load=10), done(*TOP, day=3, load=10)]
    assert Load(10) == past[0].sets[0].load
    bar = Athlete(level=Level.ADVANCED, equipment=frozenset({"pullup_bar", "dumbbell"}))
    assert offered("weighted_pull_up", *past, athlete=bar) is None
