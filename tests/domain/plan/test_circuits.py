"""Eighteen circuits: three levels, three lengths, with and without equipment (R13, F.4, I.8)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Level, Limit
from hybridtui.domain.estimate import session_minutes
from hybridtui.domain.exercises import catalogue
from hybridtui.domain.plan.choice import REACH, Means, height, possible
from hybridtui.domain.plan.circuit_templates import CIRCUITS, LOW_IMPACT, USUAL_MINUTES, CircuitTemplate, Length
from hybridtui.domain.plan.circuits import LEVELS, Circuit, circuit, stations_of
from hybridtui.domain.workout import StepKind

EVERYTHING = EQUIPMENT_PROFILES["gym"]
SWAPPED_IN = {"kettlebell_swing", "goblet_squat", "band_row", "weighted_russian_twist"}


def means(level: int, equipment: frozenset[str] = EVERYTHING, limits: Sequence[Limit] = (), week: int = 9) -> Means:
    levels = {1: Level.INTERMEDIATE, 2: Level.INTERMEDIATE, 3: Level.ADVANCED}
    athlete = Athlete(level=levels[level], equipment=equipment, limits=frozenset(limits))
    return Means.of(athlete, week)


def made(template: CircuitTemplate) -> Circuit:
    at_hand = EVERYTHING if template.kit else frozenset[str]()
    return circuit(USUAL_MINUTES[template.length], template.level, means(template.level, at_hand))


def patterns(found: Circuit) -> list[str]:
    return [exercise.pattern for exercise in found.exercises]


def test_r13_there_are_eighteen_each_with_its_name() -> None:
    assert len(CIRCUITS) == 18
    assert len({template.title for template in CIRCUITS.values()}) == 18
    assert "circuit-2-medium-kit" in CIRCUITS


def test_r13_no_two_are_the_same() -> None:
    assert len({template.stations for template in CIRCUITS.values()}) == 18
    shown = [tuple((s.exercise, s.seconds, s.sets) for s in made(t).steps) for t in CIRCUITS.values()]
    assert len(set(shown)) == 18


@pytest.mark.parametrize("template", CIRCUITS.values(), ids=CIRCUITS)
def test_each_is_made_as_it_is_written_for_who_has_everything(template: CircuitTemplate) -> None:
    found = made(template)
    assert found.template == template
    wanted = [way.split("|") for way in template.stations]
    for exercise, names in zip(found.exercises, wanted, strict=False):
        if len(found.exercises) == len(wanted):
            assert exercise.id in names


@pytest.mark.parametrize("template", CIRCUITS.values(), ids=CIRCUITS)
def test_stations_go_lower_upper_core_cardio(template: CircuitTemplate) -> None:
    parts = {"squat": 0, "lunge": 0, "hinge": 0, "bridge": 0, "plyo": 0}
    parts |= {"push_h": 1, "push_v": 1, "pull_h": 1, "pull_v": 1, "cardio": 3}
    for names in template.stations:
        assert len({parts.get(catalogue()[name].pattern, 2) for name in names.split("|")}) == 1
    turns = [parts.get(catalogue()[names.split("|")[0]].pattern, 2) for names in template.stations]
    assert turns == [n % 4 for n in range(len(turns))]
    assert len(turns) == LEVELS[template.level].stations


@pytest.mark.parametrize("template", CIRCUITS.values(), ids=CIRCUITS)
def test_r16_no_two_neighbours_work_the_same_muscle_from_round_to_round(template: CircuitTemplate) -> None:
    muscles = [exercise.primary for exercise in made(template).exercises]
    around = [*muscles, muscles[0]] if made(template).rounds > 1 else muscles
    assert all(before != after for before, after in pairwise(around))


@pytest.mark.parametrize("template", CIRCUITS.values(), ids=CIRCUITS)
def test_r14_each_fills_its_time(template: CircuitTemplate) -> None:
    minutes = USUAL_MINUTES[template.length]
    assert abs(session_minutes(made(template).steps) - minutes) <= 2


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("minutes", range(10, 61, 5))
def test_i8_rounds_and_runs_are_repeated_or_cut_to_any_slot(level: int, minutes: int) -> None:
    found = circuit(minutes, level, means(level))
    assert abs(session_minutes(found.steps) - minutes) <= max(2, 0.1 * minutes)
    assert len(found.exercises) >= 2


def test_level_one_never_leaves_the_ground() -> None:
    for template in CIRCUITS.values():
        if template.level == 1:
            for exercise in made(template).exercises:
                assert exercise.pattern != "plyo"
                assert exercise.pattern != "cardio" or exercise.id in LOW_IMPACT


def test_only_level_three_has_burpees_and_squat_jumps() -> None:
    hard = {"burpee", "squat_jump"}
    for template in CIRCUITS.values():
        named = {name for names in template.stations for name in names.split("|")}
        assert bool(named & hard) == (template.level == 3)


def test_with_equipment_its_exercises_come_in() -> None:
    for level in (2, 3):
        found = {
            e.id for t in CIRCUITS.values() if t.kit and t.level == level for e in stations_of(t, means(level), 10)
        }
        assert found >= SWAPPED_IN
    plain = [made(t) for t in CIRCUITS.values() if not t.kit]
    assert all(frozenset() in exercise.equipment for found in plain for exercise in found.exercises)


def test_equipment_that_brings_nothing_leaves_the_plain_circuit() -> None:
    assert not circuit(25, 2, means(2, frozenset({"chair"}))).template.kit
    assert circuit(25, 2, means(2, frozenset({"band"}))).template.kit


@pytest.mark.parametrize("limit", Limit)
@pytest.mark.parametrize("template", CIRCUITS.values(), ids=CIRCUITS)
def test_r26_what_a_limit_spares_is_replaced(template: CircuitTemplate, limit: Limit) -> None:
    able = means(template.level, EVERYTHING if template.kit else frozenset(), [limit])
    found = circuit(USUAL_MINUTES[template.length], template.level, able)
    assert all(possible(exercise, able) for exercise in found.exercises)
    assert abs(session_minutes(found.steps) - USUAL_MINUTES[template.length]) <= max(
        2, 0.1 * USUAL_MINUTES[template.length]
    )


@pytest.mark.parametrize("length", Length)
@pytest.mark.parametrize("profile", EQUIPMENT_PROFILES)
def test_i15_a_beginners_stations_are_within_reach(length: Length, profile: str) -> None:
    able = Means.of(Athlete(equipment=EQUIPMENT_PROFILES[profile]), 1)
    for exercise in circuit(USUAL_MINUTES[length], 1, able).exercises:
        assert possible(exercise, able)
        assert exercise.id == "bodyweight_squat" or height(exercise, able) <= REACH[Level.BEGINNER]


def test_a_lunge_is_in_every_circuit_of_usual_length() -> None:
    for template in CIRCUITS.values():
        assert "lunge" in patterns(made(template))  # P6, R17


def test_work_and_rest_are_those_of_the_level() -> None:
    for level, (work, rest) in {1: (30, 30), 2: (40, 20), 3: (45, 15)}.items():
        stations = [s for s in circuit(25, level, means(level)).steps if s.kind is StepKind.STATION]
        assert {(s.seconds, s.rest_s) for s in stations} == {(work, rest)}
        runs = [s for s in circuit(25, level, means(level)).steps if s.kind is StepKind.INTERVAL]
        assert len(runs) == len(stations) / 2
