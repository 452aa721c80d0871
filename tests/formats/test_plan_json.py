"""Plans as JSON: the keys programs rely on, a round trip that loses nothing a rule asks for, and refusals by path."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Goal, Level, Limit, Race, RaceResult
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.estimate import session_seconds
from hybridtui.domain.plan.check import check
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import harmless
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.domain.workout import Correction, Kind, Plan, Relaxed, Step, StepKind, Why, Workout
from hybridtui.formats.plans import plan_json
from tests.domain.plan.builders import MONDAY, PERSONAS, plan

Document = dict[str, Any]
MON, TUE, WED, THU, FRI, SAT, SUN = Weekday

OTHERS = {
    "a newcomer": Athlete(),
    "a newcomer in midweek": Athlete(),
    "bands at home, sore knee": Athlete(
        equipment=EQUIPMENT_PROFILES["travel"], limits=frozenset({Limit.KNEE}), minutes=(40,) * 7, run_minutes=40
    ),
    "advanced, six days": Athlete(
        level=Level.ADVANCED,
        goal=Goal.TEN_K,
        balance=0.65,
        days=tuple(Weekday),
        days_per_week=6,
        minutes=(75,) * 7,
        equipment=EQUIPMENT_PROFILES["gym"],
        run_minutes=240,
        longest_run=80,
        strength_sessions=2,
        result=RaceResult(5000, 1210),
    ),
    "two days": Athlete(days=(TUE, SAT), minutes=(60,) * 7, equipment=EQUIPMENT_PROFILES["home"]),
    "lifter with little time": Athlete(
        level=Level.INTERMEDIATE,
        balance=0.25,
        days=(MON, TUE, THU, SAT),
        minutes=(50, 50, 50, 50, 50, 90, 50),
        equipment=EQUIPMENT_PROFILES["gym"],
        run_minutes=45,
        strength_sessions=3,
    ),
    "a 10 km race with paces": Athlete(
        level=Level.INTERMEDIATE,
        goal=Goal.TEN_K,
        balance=0.70,
        days=(MON, TUE, THU, SAT, SUN),
        minutes=(80,) * 7,
        equipment=EQUIPMENT_PROFILES["gym"],
        run_minutes=180,
        longest_run=70,
        strength_sessions=2,
        race=Race(10_000, MONDAY + timedelta(weeks=8, days=-1)),
        result=RaceResult(5000, 1474),
    ),
    "a half marathon too near": Athlete(
        goal=Goal.HALF,
        balance=0.75,
        days=(TUE, THU, SUN),
        minutes=(60, 60, 60, 60, 60, 60, 120),
        run_minutes=120,
        longest_run=60,
        race=Race(21_097.5, MONDAY + timedelta(weeks=5, days=-1)),
    ),
    "to be cleared by a doctor": Athlete(see_professional=True, equipment=EQUIPMENT_PROFILES["home"]),
}
ATHLETES = {**PERSONAS, **OTHERS}


@cache
def drafted(name: str) -> Plan:
    start = MONDAY + timedelta(days=2) if "midweek" in name else MONDAY
    return plan(ATHLETES[name], start, weeks=5 if "too near" in name else 8)


def through_json(one: Plan) -> Plan:
    return plan_json.read(json.dumps(plan_json.document(one), allow_nan=False), "plan.json")


def document(name: str = "P2") -> Document:
    return dict(json.loads(_written(name)))


@cache
def _written(name: str) -> str:
    return json.dumps(plan_json.document(drafted(name)))


def refusal(changed: Document) -> str:
    with pytest.raises(Problem) as caught:
        plan_json.read(json.dumps(changed), "plan.json")
    return str(caught.value)


@pytest.mark.parametrize("name", ATHLETES)
def test_what_is_written_is_judged_as_what_was_drafted(name: str) -> None:
    before, after = drafted(name), through_json(drafted(name))
    assert check(after) == check(before)
    assert [w.minutes for week in after.weeks for w in week.workouts] == [
        w.minutes for week in before.weeks for w in week.workouts
    ]
    for mine, again in zip(before.weeks, after.weeks, strict=True):
        assert (again.number, again.week, again.phase, again.deload) == (
            mine.number,
            mine.week,
            mine.phase,
            mine.deload,
        )
        for one, other in zip(mine.workouts, again.workouts, strict=True):
            assert session_seconds(other.steps) == pytest.approx(session_seconds(one.steps), abs=0.5)
            assert (other.day, other.hard, other.leg_heavy, other.long) == (one.day, one.hard, one.leg_heavy, one.long)


@pytest.mark.parametrize("name", ATHLETES)
def test_broken_plans_are_judged_alike_before_and_after(name: str) -> None:
    """Each week shifted by days and each workout turned round: what breaks must break in the document as well."""
    whole = drafted(name)
    for days in (1, 3):
        weeks = tuple(replace(week, workouts=_shifted(week.workouts, days)) for week in whole.weeks)
        broken = replace(whole, weeks=weeks)
        assert check(through_json(broken)) == check(broken) != ()


def _shifted(workouts: tuple[Workout, ...], by: int) -> tuple[Workout, ...]:
    days = (w.day + timedelta(days=(w.day.weekday() + by) % 7 - w.day.weekday()) for w in workouts)
    moved = (replace(w, day=day, steps=w.steps[::-1]) for w, day in zip(workouts, days, strict=True))
    return tuple(sorted(moved, key=lambda w: (w.day, w.slot)))


def test_the_keys_are_those_of_the_contract() -> None:
    written = document()
    assert list(written) == ["engine", "athlete", "weeks", "relaxed", "breaches"]
    week = written["weeks"][0]
    assert set(week) == {
        "number", "phase", "deload", "run_minutes", "strength_minutes", "run_share", "cost", "days"
    }  # fmt: skip
    assert [day["weekday"] for day in week["days"]] == ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    assert [day["date"] for day in week["days"]] == [str(MONDAY + timedelta(days=n)) for n in range(7)]
    assert week["days"][0]["workouts"] == []
    assert set(week["days"][1]["workouts"][0]) == {
        "kind", "subtype", "slot", "minutes", "run_minutes", "strength_minutes", "hard", "leg_heavy", "long", "title",
        "steps", "why",
    }  # fmt: skip
    assert set(week["days"][1]["workouts"][0]["why"][0]) == {"rule", "text"}


def test_steps_hold_what_applies_to_them_alone() -> None:
    allowed = {
        "kind", "exercise", "sets", "reps", "reps_max", "seconds", "load_kg", "rpe", "rest_s", "tempo", "distance_m",
        "pace_s_per_km", "zone",
    }  # fmt: skip
    steps = [
        step
        for name in ATHLETES
        for week in document(name)["weeks"]
        for day in week["days"]
        for workout in day["workouts"]
        for step in workout["steps"]
    ]
    assert {key for step in steps for key in step} <= allowed
    assert all(value is not None for step in steps for value in step.values())
    assert {step["kind"] for step in steps} == {kind.value for kind in StepKind}
    for step in steps:
        if step["kind"] in ("set", "hold", "station"):
            assert step["sets"] >= 1
            assert "exercise" in step


@pytest.mark.parametrize("name", ATHLETES)
def test_the_seconds_of_warm_up_and_cool_down_add_up_to_their_lengths(name: str) -> None:
    """R21 can be checked by adding: nobody has to know which drills have two sides, or how long a ramp set takes."""
    for week in document(name)["weeks"]:
        for workout in [w for day in week["days"] for w in day["workouts"] if w["kind"] != "recovery"]:
            short = workout["minutes"] <= 20
            for kind, least in (("warmup", 180 if short else 300), ("cooldown", 120 if short else 180)):
                steps = [step for step in workout["steps"] if step["kind"] == kind]
                assert sum(step["seconds"] * step.get("sets", 1) for step in steps) >= least


def test_only_circuits_have_a_level() -> None:
    workouts = [w for week in document("P6")["weeks"] for day in week["days"] for w in day["workouts"]]
    assert {w["kind"] for w in workouts if "level" in w} == {"hybrid"}
    assert all(w["level"] in (1, 2, 3) for w in workouts if w["kind"] == "hybrid")


def test_numbers_are_whole_where_they_are_whole() -> None:
    step = Step(
        kind=StepKind.SET,
        title="Squat",
        exercise="back_squat",
        sets=3,
        reps=5,
        reps_max=5,
        load=Load(225, WeightUnit.LB),
        rpe=8.0,
        rest_s=180,
        distance_m=400.0,
        pace_s_per_km=281.123456789,
    )
    week = drafted("P2").weeks[0]
    squat = replace(week.workouts[1], steps=(step,))
    one = replace(drafted("P2"), weeks=(replace(week, workouts=(squat,)),))
    written = plan_json.document(one)
    text = json.dumps(written)
    assert '"rpe": 8,' in text
    assert '"load_kg": 102.058283' in text
    assert '"distance_m": 400,' in text
    assert '"pace_s_per_km": 281.123457' in text
    assert '"reps_max"' not in text


def test_days_before_the_start_hold_nothing() -> None:
    week = document("a newcomer in midweek")["weeks"][0]
    assert week["days"][0]["date"] == str(MONDAY)
    assert [day["workouts"] for day in week["days"][:2]] == [[], []]
    assert document("a newcomer in midweek")["athlete"]["start"] == str(MONDAY + timedelta(days=2))


def test_what_was_bent_keeps_its_weeks() -> None:
    told = replace(drafted("P2"), relaxed=(Relaxed("R17", "over two weeks", (2, 3)),))
    assert plan_json.document(told)["relaxed"] == [{"rule": "R17", "text": "over two weeks", "weeks": [2, 3]}]
    assert through_json(told).relaxed == told.relaxed


def test_programs_may_leave_out_what_follows_from_the_rest() -> None:
    sparse = {
        "athlete": {"level": "intermediate", "start": "2026-03-02", "age": None},
        "weeks": [
            {
                "days": [
                    {"date": "2026-03-02", "workouts": [{"kind": "run", "subtype": "long", "minutes": 50}]},
                    {"date": "2026-03-04", "workouts": [{"kind": "hybrid", "minutes": 30, "level": 2}]},
                    {"date": "2026-03-06", "workouts": [{"kind": "strength", "subtype": "SF", "strength_minutes": 40}]},
                    {"date": "2026-03-07", "workouts": [{"kind": "recovery", "minutes": 20}]},
                    {"date": "2026-03-08"},
                ],
                "comment": "a key of somebody's own",
            }
        ],
    }
    read = plan_json.read(json.dumps(sparse), "plan.json")
    run, circuit, strength, easy = read.weeks[0].workouts
    assert (run.run_minutes, run.strength_minutes, run.long, run.hard) == (50, 0, True, True)
    assert (circuit.run_minutes, circuit.strength_minutes, circuit.subtype, circuit.hard) == (15, 15, "circuit", True)
    assert (strength.minutes, strength.strength_minutes, strength.hard) == (40, 40, False)
    assert (easy.kind, easy.run_minutes, easy.strength_minutes) == (Kind.RECOVERY, 0, 0)
    assert (read.weeks[0].number, read.start) == (1, date(2026, 3, 2))


def test_a_mark_that_hides_what_the_steps_say_helps_no_plan() -> None:
    changed = document()
    wednesday, saturday = (changed["weeks"][0]["days"][day]["workouts"] for day in (2, 5))
    heavy = wednesday.pop()
    assert heavy["leg_heavy"]
    saturday.append(heavy | {"leg_heavy": False, "hard": False})
    assert "R4" in {breach.rule for breach in check(plan_json.read(json.dumps(changed), "plan.json"))}
    for mark in ("leg_heavy", "hard"):
        del saturday[-1][mark]
    unmarked = plan_json.read(json.dumps(changed), "plan.json").weeks[0].workouts
    assert [w.day.weekday() for w in unmarked if w.leg_heavy and w.hard] == [SAT]


def test_what_log_and_athlete_changed_since_is_kept() -> None:
    first = drafted("P2").weeks[0]
    moved = replace(first.workouts[0], moved_from=MONDAY, because="a wedding on Monday")
    held = Correction(week=2, base=120, longest=50, lighter=True, why=Why("C.6.6", "two weeks without running"))
    week = replace(first, workouts=(moved, *first.workouts[1:]))
    changed = replace(drafted("P2"), weeks=(week, *drafted("P2").weeks[1:]), corrections=(held,))
    again = through_json(changed)
    assert again.corrections == (held,)
    assert (again.weeks[0].workouts[0].moved_from, again.weeks[0].workouts[0].because) == (
        MONDAY,
        "a wedding on Monday",
    )
    assert check(again) == check(changed)


def first_workout(changed: Document) -> Document:
    return dict_of(changed["weeks"][0]["days"][1]["workouts"][0])


def dict_of(value: object) -> Document:
    assert isinstance(value, dict)
    return value


WORKOUT = "plan.json: weeks[0].days[1].workouts[0]"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda d: first_workout(d).update(kind="ran"), f"{WORKOUT}.kind: 'ran' is not a kind of workout"),
        (lambda d: first_workout(d).update(kind="other"), f"{WORKOUT}.kind: 'other' is not a kind of workout"),
        (lambda d: first_workout(d).update(subtype="tempoo"), f"{WORKOUT}.subtype: 'tempoo' is not a subtype of run"),
        (lambda d: first_workout(d).pop("kind"), f"{WORKOUT}: 'kind' is missing"),
        (lambda d: first_workout(d).pop("subtype"), f"{WORKOUT}: 'subtype' is missing"),
        (lambda d: first_workout(d).update(minutes="50"), f"{WORKOUT}.minutes: '50' is not a number"),
        (lambda d: first_workout(d).update(minutes=-5), f"{WORKOUT}.minutes: -5 is out of range; give 0 to 1440"),
        (lambda d: first_workout(d).update(slot="noon"), f"{WORKOUT}.slot: 'noon' is not a slot; use am or pm"),
        (lambda d: first_workout(d).update(long=1), f"{WORKOUT}.long: 1 is neither true nor false"),
        (lambda d: first_workout(d).update(steps={}), f"{WORKOUT}.steps: a table is not a list"),
        (lambda d: first_workout(d).update(level=4), f"{WORKOUT}.level: 4 is out of range; give 1 to 3"),
        (
            lambda d: first_workout(d)["steps"][0].update(exercise="brisk_wlak"),
            f"{WORKOUT}.steps[0].exercise: 'brisk_wlak' is not an exercise of the library; did you mean 'brisk_walk'?",
        ),
        (lambda d: first_workout(d)["steps"][0].update(kind="squat"), f"{WORKOUT}.steps[0].kind: 'squat' is not"),
        (lambda d: first_workout(d)["steps"][0].update(tempo="fast"), f"{WORKOUT}.steps[0].tempo: 'fast' is no tempo"),
        (lambda d: first_workout(d)["steps"][0].update(reps=8, reps_max=6), ".reps_max: 6 is out of range; give 8 to"),
        (lambda d: first_workout(d)["steps"][0].update(zone="X"), ".steps[0].zone: 'X' is not a zone; use E, M, T, I"),
        (lambda d: d.pop("athlete"), "plan.json: 'athlete' is missing"),
        (lambda d: d.pop("weeks"), "plan.json: 'weeks' is missing"),
        (lambda d: d.update(weeks=[]), "plan.json: weeks: a plan needs at least one week"),
        (lambda d: d.update(weeks=None), "plan.json: 'weeks' is missing"),
        (lambda d: d["weeks"][0].update(days=[]), "plan.json: weeks[0].days: list the seven days"),
        (lambda d: d["weeks"][0].update(phase="bulk"), "plan.json: weeks[0].phase: 'bulk' is not a phase"),
        (lambda d: d["weeks"].reverse(), "plan.json: weeks[1]: weeks must follow one another"),
        (lambda d: d["weeks"][0]["days"][1].update(weekday="wed"), "weekday: 'wed', but 2026-03-03 is 'tue'"),
        (lambda d: d["weeks"][0]["days"][1].update(date="2026-03-32"), "days[1].date: '2026-03-32' is not a date"),
        (lambda d: d["weeks"][0]["days"][1].update(date="2026-03-10"), "days[1]: 2026-03-10 is named twice, or lies"),
        (lambda d: d["weeks"][0]["days"][1].update(date="2026-03-02"), "days[0]: 2026-03-02 is named twice"),
        (lambda d: d["athlete"].update(balance=1.2), "plan.json: athlete.balance: 1.2 is out of range"),
        (lambda d: d["athlete"].update(days=["mon"]), "plan.json: athlete.days: a plan of running and strength needs"),
        (lambda d: d["athlete"].update(goal="win"), "plan.json: athlete.goal: 'win' is not a goal"),
    ],
)
def test_a_refusal_names_the_path(change: Callable[[Document], object], words: str) -> None:
    changed = document()
    change(changed)
    assert words in refusal(changed)


@pytest.mark.parametrize(
    "text",
    [
        "", "null", "[]", "3", '"plan"', "{", "{}", '{"athlete": {}}', '{"athlete": {}, "weeks": {}}',
        '{"athlete": {}, "weeks": NaN}', '{"athlete": {"balance": 1e999}, "weeks": []}', "[" * 100_000,
        '{"a":' * 100_000, '{"athlete": {"age": ' + "9" * 9_000 + "}}", "\ufeff{}", "\0", "goal = '10k'",
    ],
)  # fmt: skip
def test_what_is_no_plan_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(Problem) as caught:
        plan_json.read(text, "plan.json")
    assert str(caught.value).startswith("plan.json: ")
    assert str(caught.value).isprintable()


STRANGE = [
    None, True, False, -1, 0, 1, 3, 1e9, 1e300, -0.5, 10**30, "", "x", "run", "SF", "mon", "2026-03-05", "\x1b[2J", [],
    {}, [None], [[]], {"a": 1}, "9" * 500,
]  # fmt: skip


def test_mutated_plans_are_judged_or_refused_but_never_crash() -> None:
    dice = random.Random(11)
    refusals = []
    for turn in range(300):
        changed = document(("P2", "P1", "P6")[turn % 3])
        del changed["weeks"][2:]
        for _ in range(dice.randint(1, 3)):
            _mutate(changed, dice)
        try:
            check(plan_json.read(json.dumps(changed), "plan.json"))
        except Problem as problem:
            refusals.append(str(problem))
    assert [text for text in refusals if harmless(text) != text] == []
    assert 60 < len(refusals) < 240


def _mutate(node: Any, dice: random.Random) -> None:
    """Walk to a random place, and drop, replace or double what is there."""
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not keys:
            return
        key = dice.choice(keys)
        below = node[key]
        if isinstance(below, dict | list) and below and dice.random() < 0.85:
            node = below
            continue
        action = dice.randrange(3)
        if action == 0:
            del node[key]
        elif action == 1:
            node[key] = dice.choice(STRANGE)
        elif isinstance(node, list):
            node.insert(key, below)
        else:
            node[dice.choice(keys)] = below
        return
