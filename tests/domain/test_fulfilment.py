"""What a finished session says against its plan, and which card it gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from hybridtui.domain import cards
from hybridtui.domain.cards import card_after
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.fulfilment import fulfilment
from hybridtui.domain.guide import Place
from hybridtui.domain.session import MarkKind, Session
from hybridtui.domain.units import Distance, DistanceUnit, Load
from hybridtui.domain.workout import Kind, Step, StepKind, Workout
from tests.domain.sessions import session, with_mark, with_run, with_set

SQUAT = Step(kind=StepKind.SET, title="Back squat", exercise="back_squat", sets=2, reps=6, load=Load(80))
PLANK = Step(kind=StepKind.HOLD, title="Plank", exercise="plank", sets=1, seconds=30)
WARM_UP = Step(kind=StepKind.WARMUP, title="Walk", seconds=300)
RUN = Step(kind=StepKind.INTERVAL, title="Easy run", seconds=1800)
REPEATS = Step(kind=StepKind.INTERVAL, title="400 m", sets=5, distance_m=400)


def said(done: Session, workout: Workout | None = None) -> tuple[str, ...]:
    return fulfilment(done, workout, catalogue()).differences


def squats(*loads: float, reps: int = 6) -> Session:
    done = session(SQUAT)
    for number, load in enumerate(loads, start=1):
        done = with_set(done, Place(0, number), load=Load(load), reps=reps)
    return done


def test_as_planned_there_is_nothing_to_say() -> None:
    assert said(squats(80, 80)) == ()


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (squats(80), "Back squat: 1 of 2 sets"),
        (squats(82.5, 82.5), "Back squat: 2.5 kg more"),
        (squats(75, 75), "Back squat: 5 kg less"),
        (squats(80, 80, reps=7), "Back squat: 2 reps more"),
        (squats(80, reps=5), "Back squat: 1 of 2 sets, 1 rep fewer"),
        (session(SQUAT), "Back squat: not done"),
        (with_mark(session(PLANK), Place(0, 1), MarkKind.SKIPPED), "Plank: skipped"),
        (with_set(session(PLANK), Place(0, 1), reps=None, seconds=40, exercise="plank"), "Plank: 10 s longer"),
        (with_mark(session(SQUAT), Place(0, 1), MarkKind.SKIPPED), "Back squat: not done"),
        (session(replace(WARM_UP, kind=StepKind.COOLDOWN)), "Cool-down: not done"),
        (with_run(session(RUN), Place(0, 1), 1200), "Running: 20 of 30 min"),
        (with_run(session(RUN), Place(0, 1), 2400), "Running: 10 min more"),
        (session(RUN), "Running: not done"),
        (with_mark(session(RUN), Place(0, 1), MarkKind.SKIPPED), "Running: skipped"),
    ],
)
def test_what_was_more_less_or_skipped(done: Session, words: str) -> None:
    assert said(done) == (words,)


def test_a_watch_stopped_late_is_no_difference() -> None:
    assert said(with_run(session(RUN), Place(0, 1), 1860)) == ()


def test_repeats_by_distance_are_counted_and_measured() -> None:
    done = session(REPEATS)
    for number in (1, 2, 3):
        done = with_run(done, Place(0, number), 90, distance=Distance(400, DistanceUnit.M))
    assert said(done) == ("Running: 3 of 5 repeats, 1.2 of 2 km",)


def test_a_warm_up_that_was_left_out_is_told_one_that_was_done_is_not() -> None:
    before = session(WARM_UP)
    assert said(with_mark(before, Place(0, 1), MarkKind.SKIPPED)) == ("Warm-up: skipped",)
    assert said(with_mark(before, Place(0, 1))) == ()


def workout(*steps: Step, minutes: int = 45) -> Workout:
    return Workout(
        id="w", day=date(2026, 3, 4), kind=Kind.STRENGTH, subtype="SF", title="Full body", minutes=minutes,
        run_minutes=0, strength_minutes=minutes, steps=steps,
    )  # fmt: skip


def test_an_exchanged_exercise_is_named_with_what_it_stood_for() -> None:
    done = with_set(session(PLANK), Place(0, 1), reps=None, seconds=30, exercise="plank")
    assert said(done, workout(SQUAT)) == ("Plank in place of Barbell back squat",)


def test_what_was_done_beside_the_plan_is_added() -> None:
    done = squats(80, 80)
    extra = replace(done.sets[0], id="x", position=9, exercise="plank", step=None, set_number=None)
    assert said(replace(done, sets=(*done.sets, extra))) == ("Plank: 1 set added",)


def test_places_are_counted_as_done_skipped_or_left() -> None:
    done = with_mark(squats(80), Place(0, 2), MarkKind.SKIPPED)
    found = fulfilment(done, None, catalogue())
    assert (found.done, found.skipped, found.left) == (1, 1, 0)


class TestTheOneCard:
    @pytest.mark.parametrize("kind", [Kind.RUN, Kind.STRENGTH, Kind.RECOVERY, Kind.HYBRID])
    @pytest.mark.parametrize("rpe", [None, 3.0, 9.0])
    def test_no_card_comes_twice_running(self, kind: Kind, rpe: float | None) -> None:
        done = session(kind=kind, rpe=rpe, run_s=3000.0, strength_s=600.0)
        shown = [card_after(done, number) for number in range(12)]
        assert all(one != other for one, other in pairwise(shown))

    def test_not_even_after_a_session_of_another_kind(self) -> None:
        hard = session(kind=Kind.RUN, rpe=9.0, run_s=5400.0)
        gentle = session(kind=Kind.RECOVERY)
        for number in range(12):
            assert card_after(hard, number) != card_after(gentle, number + 1)
            assert card_after(gentle, number) != card_after(hard, number + 1)

    def test_r35_soon_again_means_eating_soon(self) -> None:
        hard = session(kind=Kind.RUN, rpe=9.0, run_s=3600.0)
        assert card_after(hard, 0, soon_again=True) is cards.CARBOHYDRATE_SOON
        assert card_after(hard, 0) is cards.CARBOHYDRATE_AFTER

    def test_r34_an_easy_run_asks_for_no_protein(self) -> None:
        easy = session(kind=Kind.RUN, rpe=3.0, run_s=1800.0)
        assert cards.PROTEIN not in {card_after(easy, number) for number in range(12)}
