"""ANSWERS.toml: every key, every default, and refusals that name the key and the way out."""

from __future__ import annotations

import random
from datetime import date

import pytest

from hybridtui.domain.athlete import EQUIPMENT_PROFILES, Athlete, Goal, Level, Limit, Race, RaceResult, StrengthGoal
from hybridtui.domain.calendar import Weekday
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import harmless
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.formats.plans import answers
from hybridtui.formats.plans.answers import KEYS, Asking
from hybridtui.formats.plans.entries import Entry
from tests.hostile import HOSTILE

MON, TUE, WED, THU, FRI, SAT, SUN = Weekday

EVERYTHING = """\
goal = "half"
balance = 0.8
level = "advanced"
days = ["sun", "tue", "wed", "sat"]
days_per_week = 4
minutes = { tue = 45, sun = 120 }
slots = { tue = 2 }
equipment = ["home", "barbell"]
run_minutes = 150
longest_run = 70
strength_sessions = 2
race = { distance_m = 21097.5, date = 2026-06-07 }
result = { distance_m = 5000, time_s = 1474 }
easy_pace_s_per_km = 360.5
limits = ["knee", "no_jump"]
age = 47
long_run_day = "sat"
units = "imperial"
start = 2026-03-02
seed = 7
allow_doubles = true
strength_goal = "power"
quality_runs = 2
lighter_every = 3
bodyweight_kg = 71.5
see_professional = true
"""


def read(text: str) -> Asking:
    return answers.read(text, "me.toml")


def refusal(text: str) -> str:
    with pytest.raises(Problem) as caught:
        read(text)
    return str(caught.value)


def test_every_key_is_understood() -> None:
    asking = read(EVERYTHING)
    assert asking.start == date(2026, 3, 2)
    assert asking.athlete == Athlete(
        goal=Goal.HALF,
        balance=0.8,
        level=Level.ADVANCED,
        days=(TUE, WED, SAT, SUN),
        days_per_week=4,
        minutes=(45, 45, 45, 45, 45, 45, 120),
        slots=(1, 2, 1, 1, 1, 1, 1),
        equipment=EQUIPMENT_PROFILES["home"] | {"barbell"},
        run_minutes=150,
        longest_run=70,
        strength_sessions=2,
        race=Race(21097.5, date(2026, 6, 7)),
        result=RaceResult(5000, 1474),
        easy_pace_s_per_km=360.5,
        limits=frozenset({Limit.KNEE, Limit.NO_JUMP}),
        age=47,
        long_run_day=SAT,
        weight_unit=WeightUnit.LB,
        distance_unit=DistanceUnit.MI,
        seed=7,
        allow_doubles=True,
        strength_goal=StrengthGoal.POWER,
        quality_runs=2,
        lighter_every=3,
        bodyweight_kg=71.5,
        see_professional=True,
    )
    assert set(KEYS) == {line.split(" = ")[0] for line in EVERYTHING.splitlines()}


def test_nothing_is_enough() -> None:
    assert read("") == Asking(Athlete(), None)


@pytest.mark.parametrize(
    ("limits", "meant"),
    [
        ('"none"', frozenset()),
        ('["none"]', frozenset()),
        ("[]", frozenset()),
        ('"knee"', {Limit.KNEE}),
        ('["none", "wrist"]', {Limit.WRIST}),
    ],
)
def test_limits_are_a_list_a_single_word_or_none(limits: str, meant: set[Limit]) -> None:
    assert read(f"limits = {limits}").athlete.limits == meant


@pytest.mark.parametrize(
    ("goal", "balance"),
    [("general", 0.5), ("strength-first", 0.3), ("run-first", 0.7), ("10k", 0.7), ("half", 0.75), ("marathon", 0.8)],
)
def test_a_goal_brings_its_balance(goal: str, balance: float) -> None:
    assert read(f'goal = "{goal}"').athlete.balance == balance
    assert read(f'goal = "{goal}"\nbalance = 0.45').athlete.balance == 0.45


def test_days_are_put_in_order_and_five_of_them_are_used_unless_six_are_asked_for() -> None:
    week = 'days = ["sun", "sat", "fri", "thu", "wed", "tue"]\nlevel = "intermediate"\n'
    athlete = read(week).athlete
    assert athlete.days == (TUE, WED, THU, FRI, SAT, SUN)
    assert athlete.days_used == 5
    assert read(week + "days_per_week = 6").athlete.days_used == 6
    assert read('days = ["tue", "sat"]').athlete.days_used == 2


def test_days_without_minutes_of_their_own_have_45() -> None:
    assert read("minutes = 30").athlete.minutes == (30,) * 7
    assert read("minutes = { mon = 30, sat = 90 }").athlete.minutes == (30, 45, 45, 45, 45, 90, 45)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"gym"', EQUIPMENT_PROFILES["gym"]),
        ('"travel"', EQUIPMENT_PROFILES["travel"]),
        ('"none"', frozenset()),
        ("[]", frozenset()),
        ('["none", "dumbbell"]', frozenset({"dumbbell"})),
        ('["travel", "kettlebell"]', EQUIPMENT_PROFILES["travel"] | {"kettlebell"}),
        ('"kettlebell"', frozenset({"kettlebell"})),
    ],
)
def test_equipment_is_named_by_id_or_by_place(written: str, meant: frozenset[str]) -> None:
    assert read(f"equipment = {written}").athlete.equipment == meant


def test_units_may_be_mixed() -> None:
    athlete = read('units = { weight = "kg", distance = "mi" }').athlete
    assert (athlete.weight_unit, athlete.distance_unit) == (WeightUnit.KG, DistanceUnit.MI)


@pytest.mark.parametrize("written", ["2026-06-07", '"2026-06-07"'])
def test_dates_are_tomls_own_or_in_quotes(written: str) -> None:
    assert read(f"start = {written}").start == date(2026, 6, 7)
    race = read(f"race = {{ distance_m = 10000, date = {written} }}").athlete.race
    assert race == Race(10000, date(2026, 6, 7))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('days = ["munday"]', "me.toml: days: 'munday' is not a weekday; use mon, tue, wed, thu, fri, sat or sun"),
        ('days = ["monday"]', "me.toml: days: 'monday' is not a weekday; did you mean 'mon'?"),
        ('days = ["mon", "mon"]', "me.toml: days: 'mon' is named twice; name each day once"),
        ('days = "mon"', "me.toml: days: 'mon' is not a list; write it in square brackets"),
        ("days = [1]", "me.toml: days: 1 is not a weekday; use mon, tue, wed, thu, fri, sat or sun"),
        ('gaol = "10k"', "me.toml: 'gaol' is not a key; did you mean 'goal'?"),
        ('goal = "10km"', "me.toml: goal: '10km' is not a goal; did you mean '10k'?"),
        ("goal = 10", "me.toml: goal: 10 is not a goal; use general"),
        ('level = "expert"', "me.toml: level: 'expert' is not a level; use beginner, intermediate or advanced"),
        ('equipment = "gim"', "me.toml: equipment: 'gim' is not equipment we know; did you mean 'gym'?"),
        ('equipment = ["dumbell"]', "equipment: 'dumbell' is not equipment we know; did you mean 'dumbbell'?"),
        ('limits = ["knees"]', "me.toml: limits: 'knees' is not a limit; did you mean 'knee'?"),
        ("minutes = 45.5", "me.toml: minutes: 45.5 is not a whole number"),
        ("minutes = true", "me.toml: minutes: true is not a number"),
        ('minutes = "45"', "me.toml: minutes: '45' is not a number"),
        ("minutes = { munday = 45 }", "me.toml: minutes: 'munday' is not a key"),
        ("minutes = { mon = false }", "me.toml: minutes.mon: false is not a number"),
        ("slots = 2", "me.toml: slots: 2 is not a table of keys and values"),
        ("balance = nan", "me.toml: balance: this number is out of range"),
        ("balance = inf", "me.toml: balance: this number is out of range"),
        ("run_minutes = 99999999999999999999", "me.toml: run_minutes: this number is out of range"),
        ("seed = 0x" + "f" * 9000, "me.toml: seed: this number is out of range"),
        ("allow_doubles = 1", "me.toml: allow_doubles: 1 is neither true nor false"),
        ("race = { distance_m = 10000 }", "me.toml: race: 'date' is missing"),
        ("race = { distance = 10000 }", "me.toml: race: 'distance' is not a key; did you mean 'distance_m'?"),
        ('race = { distance_m = 1, date = "7 June" }', "race.date: '7 June' is not a date; write it as 2026-03-02"),
        ("start = 2026-03-02T10:00:00", "me.toml: start: '2026-03-02 10:00:00' is not a date"),
        ('start = "2026-02-30"', "me.toml: start: '2026-02-30' is not a date; write it as 2026-03-02"),
        ("start = 9999-12-31", "me.toml: start: '9999-12-31' is too far away; give a day from 1970 to 2199"),
        ("result = 5", "me.toml: result: 5 is not a table of keys and values"),
        ('units = "metrics"', "me.toml: units: 'metrics' is not a system of units; did you mean 'metric'?"),
        ('units = { weight = "st" }', "me.toml: units.weight: 'st' is not a unit of weight; use kg or lb"),
        ("goal = ", "me.toml: this is not TOML: Invalid value (at end of document)"),
        ('\ngoal = "10k"\nlevel', "me.toml: this is not TOML: Expected '=' after a key"),
        ("days = " + "[" * 20_000, "me.toml: this is not"),
        ("age = " + "9" * 9_000, "me.toml: this is not a file of answers"),
    ],
)
def test_a_refusal_names_the_key_and_the_way_out(text: str, words: str) -> None:
    assert words in refusal(text)


def test_a_slip_in_toml_is_named_by_its_line() -> None:
    assert "line 3" in refusal('goal = "10k"\nlevel = "beginner"\nage 12\n')


def said(given: Entry) -> str:
    """Return what a refusal says; nothing if there is none."""
    try:
        answers.asked(given.table(KEYS), strict=True)
    except Problem as problem:
        return str(problem)
    return ""


def test_hostile_texts_are_harmless_in_every_key() -> None:
    sentences = [said(Entry("me.toml", "", {key: text})) for key in KEYS for text in HOSTILE]
    assert [text for text in sentences if harmless(text) != text or len(text) > 700] == []
    assert "" not in sentences


BITS = ("", "\0", "{", "]", '"', "nan", "-1", "é", "=", "\n", "[[x]]")


def mutated(dice: random.Random) -> str:
    letters = list(EVERYTHING)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(letters))
        letters[at : at + dice.randint(0, 4)] = dice.choice(BITS)
    return "".join(letters)


def test_mutated_files_are_read_or_refused_but_never_crash() -> None:
    dice = random.Random(3)
    refusals = []
    for _ in range(600):
        try:
            read(mutated(dice))
        except Problem as problem:
            refusals.append(str(problem))
    assert [text for text in refusals if harmless(text) != text] == []
    assert 60 < len(refusals) < 600


def test_the_completed_answers_read_as_the_same_athlete() -> None:
    asking = read(EVERYTHING)
    assert asking.start is not None
    written = answers.document(asking.athlete, asking.start)
    assert answers.asked(Entry("plan.json", "", written).table(), strict=False) == asking


def test_the_completed_answers_say_what_was_left_out() -> None:
    assert answers.document(Athlete(), date(2026, 3, 2)) == {
        "goal": "general",
        "balance": 0.5,
        "level": "beginner",
        "days": ["mon", "wed", "fri"],
        "days_per_week": 3,
        "minutes": 45,
        "slots": dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 1),
        "equipment": [],
        "run_minutes": 0,
        "longest_run": 0,
        "strength_sessions": 0,
        "limits": [],
        "long_run_day": "sun",
        "units": "metric",
        "start": "2026-03-02",
        "seed": 0,
        "allow_doubles": False,
        "quality_runs": 1,
    }
