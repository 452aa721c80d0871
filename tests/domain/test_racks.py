"""An athlete's own bar and plates decide what a barbell can weigh (science B.5), wherever a load follows (B.4, R22)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hybridtui.domain.athlete import Athlete, Plates
from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.history import Exposure
from hybridtui.domain.plan.lighter_strength import lighter
from hybridtui.domain.plates import loadable_above, loadable_below, told
from hybridtui.domain.progression import Target, next_target
from hybridtui.domain.racks import Racks
from hybridtui.domain.ramp import ramp, ramped
from hybridtui.domain.readiness import Band
from hybridtui.domain.session import LoggedSet
from hybridtui.domain.too_hard import eased_load
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.domain.workout import Step, StepKind

KG, LB = WeightUnit.KG, WeightUnit.LB
SQUAT, CURL, PULL_UP = (catalogue()[name] for name in ("back_squat", "db_curl", "pull_up"))
DAY = date(2026, 3, 2)


def athlete(bar: float | None, *plates: tuple[float, int], unit: WeightUnit = KG) -> Athlete:
    return Athlete(
        bar=None if bar is None else Load(bar, unit),
        plates=tuple(Plates(Load(weight, unit), pairs) for weight, pairs in plates),
    )


HOME = athlete(17.5, (20, 1), (10, 1), (5, 2), (1.25, 1))
ONLY_BIG = athlete(20, (20, 2), (10, 1))
"""20, 40, 60, 80, 100, 120 kg."""


def done(load: float, *reps: int, step: Step, days_ago: int = 2) -> Exposure:
    sets = tuple(
        LoggedSet(id=str(n), position=n, exercise="back_squat", load=Load(load), reps=count)
        for n, count in enumerate(reps)
    )
    return Exposure(
        session_id=str(days_ago),
        local_date=DAY - timedelta(days=days_ago),
        sets=sets,
        target_reps=step.reps,
        target_reps_max=step.reps_max,
        target_sets=step.sets,
    )


SETS_OF_6_TO_8 = Step(kind=StepKind.SET, title="Back squat", exercise="back_squat", sets=3, reps=6, reps_max=8)


def target(who: Athlete, *past: Exposure, lighter: bool = False) -> Target:
    return next_target(SETS_OF_6_TO_8, SQUAT, past, KG, day=DAY, racks=Racks.of(who), lighter=lighter)


@given(
    st.lists(st.tuples(st.sampled_from([0.5, 1.25, 2.5, 5, 7, 10, 20]), st.integers(1, 2)), min_size=1, max_size=4),
    st.integers(0, 1600).map(lambda n: n / 8),
)
def test_a_load_is_rounded_and_raised_to_what_the_plates_make(plates: list[tuple[float, int]], load: float) -> None:
    racks = Racks.of(athlete(15, *plates))
    counts = product(*(range(pairs + 1) for _, pairs in plates))
    built = {15 + 2 * sum(n * weight for n, (weight, _) in zip(ns, plates, strict=True)) for ns in counts}
    below = loadable_below(Load(load), SQUAT.equipment, KG, racks)
    above = loadable_above(Load(load), SQUAT.equipment, racks)
    assert below.value == max((weight for weight in built if weight <= load), default=15)
    assert above.value == min((weight for weight in built if weight > load), default=load)


def test_only_the_barbell_is_the_athletes_own() -> None:
    racks = Racks.of(HOME)
    assert loadable_above(Load(8), CURL.equipment, racks) == Load(9)
    assert loadable_above(Load(5), PULL_UP.equipment, racks) == Load(7.5)
    assert loadable_above(Load(135, LB), SQUAT.equipment, racks) == Load(140, LB)  # plates are never mixed
    assert Racks.of(Athlete()) == Racks()


def test_the_part_that_was_not_told_is_a_usual_gyms() -> None:
    no_plates, no_bar = Racks.of(athlete(10)), Racks.of(athlete(None, (45, 2), unit=LB))
    assert loadable_below(Load(31), SQUAT.equipment, KG, no_plates) == Load(30)
    assert loadable_above(Load(45, LB), SQUAT.equipment, no_bar) == Load(135, LB)


def test_at_the_heaviest_there_is_no_step_up() -> None:
    assert loadable_above(Load(120), SQUAT.equipment, Racks.of(ONLY_BIG)) == Load(120)


def test_an_earned_increase_is_the_next_load_the_plates_make() -> None:
    found = target(HOME, done(87.5, 8, 8, 8, step=SETS_OF_6_TO_8))
    assert found.load == Load(90)  # 17.5 and 20 + 10 + 5 + 1.25 a side
    assert found.reps == (6, 6, 6)


def test_where_the_next_load_is_a_big_step_the_reps_go_up_first() -> None:
    first = target(ONLY_BIG, done(60, 8, 8, 8, step=SETS_OF_6_TO_8))
    assert (first.load, first.reps) == (Load(60), (9, 8, 8))
    past = [done(60, *(reps,) * 3, step=SETS_OF_6_TO_8, days_ago=20 - n) for n, reps in enumerate((8, 10, 12))]
    assert target(ONLY_BIG, *past).load == Load(80)
    assert "80 kg" in first.hit


def test_at_the_heaviest_the_load_stays_and_says_so() -> None:
    found = target(ONLY_BIG, done(120, 8, 8, 8, step=SETS_OF_6_TO_8))
    assert found.load == Load(120)
    assert "nothing heavier" in found.why
    assert "nothing heavier" in found.hit


def test_everything_lighter_is_rounded_down_to_what_the_plates_make() -> None:
    past = done(80, 8, 8, 7, step=SETS_OF_6_TO_8)
    racks = Racks.of(ONLY_BIG)
    assert target(ONLY_BIG, past, lighter=True).load == Load(60)
    step = Step(kind=StepKind.SET, title="Back squat", exercise="back_squat", sets=3, reps=5, load=Load(80), rpe=7)
    loads = [each.load for each in ramped((*ramp(SQUAT), step), catalogue().get, racks)]
    assert loads == [Load(40), Load(60), Load(80)]  # 50 %; 70 % would be 40 again; 85 %
    part = lighter((step,), Band.AMBER, leg_heavy=False, racks=racks)
    assert part.steps[0].load == Load(60)
    hard = [LoggedSet(id="a", position=0, exercise="back_squat", load=Load(80), reps=5, rpe=9)] * 2
    assert eased_load(step, hard, SQUAT, racks) == Load(60)


@pytest.mark.parametrize(
    ("who", "exercise", "load", "words"),
    [
        (Athlete(), SQUAT, Load(72.5), "25 + 1.25 kg a side"),
        (Athlete(), SQUAT, Load(20), "empty bar"),
        (Athlete(), SQUAT, Load(17.5), "1.25 kg a side, 15 kg bar"),
        (Athlete(), SQUAT, Load(135, LB), "45 lb a side"),
        (Athlete(), SQUAT, Load(5), "5 kg is less than the bar, 10 kg"),
        (athlete(20, (25, 1), (1.25, 2)), SQUAT, Load(75), "25 + 2 × 1.25 kg a side"),
        (athlete(20, (20, 1), (10, 1)), SQUAT, Load(82), "82 kg cannot be built: 80 kg is 20 + 10 kg a side"),
        (athlete(20, (20, 1)), SQUAT, Load(25), "25 kg cannot be built: 20 kg is the empty bar"),
        (athlete(20, (20, 1)), SQUAT, Load(100), "100 kg cannot be built: 60 kg is 20 kg a side"),
        (athlete(20, (20, 1)), SQUAT, Load(15), "15 kg is less than the bar, 20 kg"),
        (athlete(20, (20, 1)), SQUAT, Load(135, LB), "135 lb cannot be built: 60 kg is 20 kg a side"),
        (Athlete(), SQUAT, None, ""),
        (Athlete(), CURL, Load(20), ""),
        (Athlete(), PULL_UP, Load(20), ""),
        (Athlete(), Exercise(id="own:1", name="Sled", pattern="other"), Load(20), ""),
    ],
)
def test_the_target_is_told_as_what_goes_on_each_side(
    who: Athlete, exercise: Exercise, load: Load | None, words: str
) -> None:
    assert told(load, exercise, who) == words


@given(
    st.lists(st.tuples(st.sampled_from([0.5, 1.25, 2.5, 5, 7, 10, 20]), st.integers(1, 3)), min_size=1, max_size=5),
    st.floats(20, 250),
    st.lists(st.integers(4, 14), min_size=3, max_size=3),
)
def test_no_target_rises_by_more_than_one_step_and_none_is_beyond_the_plates(
    plates: list[tuple[float, int]], aimed: float, reps: list[int]
) -> None:
    who = athlete(20, *plates)
    load = loadable_below(Load(aimed), SQUAT.equipment, KG, Racks.of(who))
    found = target(who, done(load.value, *reps, step=SETS_OF_6_TO_8))
    above = loadable_above(load, SQUAT.equipment, Racks.of(who))
    assert found.load in (load, above)
    if found.load != load:
        big = above.kg > 1.1 * load.kg
        assert min(reps) >= (12 if big else 8)
    assert found.load is not None
    assert told(found.load, SQUAT, who).endswith(("a side", "empty bar"))
    assert "cannot be built" not in told(found.load, SQUAT, who)
