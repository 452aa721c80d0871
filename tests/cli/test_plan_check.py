"""``hybridtui plan check``: the twelve plans that must be rejected, and documents that are none (science.md F.5)."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hybridtui.logbook import plan_files
from tests.cli.conftest import Command
from tests.cli.personas import PERSONAS, QUALITY

Plan = dict[str, Any]
Workout = dict[str, Any]
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
START = date(2026, 3, 2)


@cache
def _drafted(name: str, folder: Path) -> str:
    path = folder / f"{name}.toml"
    path.write_text(PERSONAS[name], encoding="utf-8")
    return json.dumps(plan_files.document(plan_files.drafted(str(path), START, 4)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("personas")


Drafted = Callable[[str], Plan]


@pytest.fixture
def drafted(folder: Path) -> Drafted:
    """The plan of a persona, as a program reads it."""
    return lambda name: dict(json.loads(_drafted(name, folder)))


def take(plan: Plan, *subtypes: str, week: int = 1) -> Workout:
    """Take the first workout of these subtypes out of its week."""
    for day in plan["weeks"][week - 1]["days"]:
        for workout in day["workouts"]:
            if workout["subtype"] in subtypes:
                day["workouts"].remove(workout)
                return dict(workout)
    raise AssertionError(f"week {week} has none of {subtypes}")


def put(plan: Plan, workout: Workout, day: int, week: int = 1) -> None:
    plan["weeks"][week - 1]["days"][day]["workouts"].append(workout)


def every_day(plan: Plan) -> None:
    plan["athlete"]["days"] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def n1_legs_before_the_long_run(plan: Plan) -> None:
    put(plan, take(plan, "SF"), SAT)


def n2_the_same_legs_two_days_running(plan: Plan) -> None:
    lower, full = take(plan, "SL"), take(plan, "SF")
    for day in plan["weeks"][0]["days"][:3]:
        day["workouts"] = []
    put(plan, lower, MON)
    put(plan, full, TUE)


def n3_seven_days_without_rest(plan: Plan) -> None:
    every_day(plan)
    easy = copy.deepcopy(take(plan, "easy"))
    for day in plan["weeks"][0]["days"]:
        if not day["workouts"]:
            day["workouts"].append(copy.deepcopy(easy))


def n4_quality_then_long(plan: Plan) -> None:
    put(plan, take(plan, *QUALITY), SAT)


def n5_a_beginner_doubles_in_week_2(plan: Plan) -> None:
    put(plan, take(plan, "runwalk", week=2), MON, 2)


def n6_a_long_run_far_beyond_the_longest(plan: Plan) -> None:
    plan["athlete"]["longest_run"] = 60
    long = take(plan, "long")
    long["minutes"] = long["run_minutes"] = 75
    put(plan, long, SUN)


def n7_no_cool_down(plan: Plan) -> None:
    easy = take(plan, "easy")
    easy["steps"] = [step for step in easy["steps"] if step["kind"] != "cooldown"]
    put(plan, easy, THU)


def n8_core_before_the_squat(plan: Plan) -> None:
    strength = take(plan, "SF")
    work = [step for step in strength["steps"] if step["kind"] in ("set", "hold")]
    first = strength["steps"].index(work[0])
    strength["steps"].remove(work[-1])
    strength["steps"].insert(first, work[-1])
    put(plan, strength, WED)


def n9_a_barbell_in_a_beginners_first_week(plan: Plan) -> None:
    strength = take(plan, "SF")
    squat = next(step for step in strength["steps"] if step["kind"] == "set")
    squat["exercise"] = "back_squat"
    plan["athlete"]["equipment"] = ["barbell", "rack"]
    put(plan, strength, MON)


def n10_running_alone(plan: Plan) -> None:
    plan["athlete"]["balance"] = 0.5
    plan["weeks"][0].update(run_minutes=240, strength_minutes=30)


def n11_legs_on_sunday_long_on_monday(plan: Plan) -> None:
    every_day(plan)
    legs = take(plan, "SF")
    take(plan, "long")
    put(plan, legs, SUN)
    put(plan, take(plan, "long", week=2), MON, 2)


def n12_quality_on_the_day_after_legs(plan: Plan) -> None:
    quality, legs = take(plan, *QUALITY), take(plan, "SF")
    put(plan, legs, TUE)
    put(plan, quality, WED)


NEGATIVES: list[tuple[str, Callable[[Plan], None], str]] = [
    ("P2", n1_legs_before_the_long_run, "R4"),
    ("P3", n2_the_same_legs_two_days_running, "R5"),
    ("P2", n3_seven_days_without_rest, "R3"),
    ("P2", n4_quality_then_long, "R23"),
    ("P1", n5_a_beginner_doubles_in_week_2, "R11"),
    ("P2", n6_a_long_run_far_beyond_the_longest, "C.6.4"),
    ("P2", n7_no_cool_down, "R21"),
    ("P2", n8_core_before_the_squat, "R16"),
    ("P1", n9_a_barbell_in_a_beginners_first_week, "R8"),
    ("P2", n10_running_alone, "R2"),
    ("P2", n11_legs_on_sunday_long_on_monday, "R4"),
    ("P2", n12_quality_on_the_day_after_legs, "H4"),
]


@pytest.mark.parametrize(("name", "spoil", "rule"), NEGATIVES, ids=[spoil.__name__ for _, spoil, _ in NEGATIVES])
def test_a_plan_that_must_be_rejected_is(
    planned: Command, drafted: Drafted, name: str, spoil: Callable[[Plan], None], rule: str
) -> None:
    plan = drafted(name)
    before = planned("check", "-", "--json", stdin=json.dumps(plan).encode())
    assert before.code == 0
    assert rule not in [breach["rule"] for breach in before.report["breaches"] if breach["hard"]]
    spoil(plan)
    outcome = planned("check", "-", "--json", stdin=json.dumps(plan).encode())
    assert (outcome.code, outcome.err) == (1, "")
    hard = [breach for breach in outcome.report["breaches"] if breach["hard"]]
    assert rule in [breach["rule"] for breach in hard]
    assert all(set(breach) == {"rule", "date", "text", "hard"} for breach in outcome.report["breaches"])
    assert all(START <= date.fromisoformat(breach["date"]) < START + timedelta(weeks=5) for breach in hard)


def test_the_day_of_a_breach_is_the_day_it_happens_on(planned: Command, drafted: Drafted) -> None:
    plan = drafted("P2")
    n11_legs_on_sunday_long_on_monday(plan)
    breaches = planned("check", "-", "--json", stdin=json.dumps(plan).encode()).report["breaches"]
    assert [breach["date"] for breach in breaches if breach["rule"] == "R4"] == ["2026-03-09"]


def test_sums_that_are_not_those_of_the_workouts_are_named_but_break_nothing_by_themselves(
    planned: Command, drafted: Drafted
) -> None:
    plan = drafted("P2")
    plan["weeks"][1]["run_minutes"] += 2
    outcome = planned("check", "-", "--json", stdin=json.dumps(plan).encode())
    assert outcome.code == 0
    (wrong,) = [breach for breach in outcome.report["breaches"] if breach["rule"] == "R2"]
    held = plan["weeks"][1]["run_minutes"] - 2
    assert wrong == {
        "rule": "R2",
        "date": "2026-03-09",
        "text": f"week 2 says {held + 2} min of running, but its workouts hold {held}",
        "hard": False,
    }


def test_what_a_plan_tells_as_relaxed_is_shown_but_not_hard(planned: Command, drafted: Drafted) -> None:
    plan = drafted("P2")
    n12_quality_on_the_day_after_legs(plan)
    plan["relaxed"].append({"rule": "H4", "text": "no other day was free", "weeks": [1]})
    outcome = planned("check", "-", "--json", stdin=json.dumps(plan).encode())
    assert [breach["hard"] for breach in outcome.report["breaches"] if breach["rule"] == "H4"] == [False]
    assert (outcome.code == 0) == (not any(breach["hard"] for breach in outcome.report["breaches"]))


def test_no_plan_can_talk_itself_out_of_what_is_never_relaxed(planned: Command, drafted: Drafted) -> None:
    plan = drafted("P2")
    n1_legs_before_the_long_run(plan)
    plan["relaxed"] += [{"rule": "R4", "text": "by choice", "weeks": [1]}]
    assert planned("check", "-", stdin=json.dumps(plan).encode()).code == 1


def test_people_read_the_day_the_rule_and_the_sentence(planned: Command, drafted: Drafted) -> None:
    plan = drafted("P2")
    n1_legs_before_the_long_run(plan)
    outcome = planned("check", "-", stdin=json.dumps(plan).encode())
    assert (outcome.code, outcome.err) == (1, "")
    assert any(line.startswith("Sun 2026-03-08  R4     hard  ") for line in outcome.out.splitlines())
    assert "hard breach" in outcome.out.splitlines()[-1]


def test_a_file_is_read_as_well_as_the_standard_input(planned: Command, drafted: Drafted, tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(drafted("P1")), encoding="utf-8")
    outcome = planned("check", path)
    assert (outcome.code, outcome.err) == (0, "")
    assert "hard" not in outcome.out.replace("no hard rule is broken", "")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "this is not JSON"),
        (b"[]", "a list is not a table of keys and values"),
        (b'{"weeks": []}', "'athlete' is missing"),
        (b'{"athlete": {}, "weeks": [NaN]}', "NaN is not a number that a plan can hold"),
        (b'{"athlete": {}, "weeks": "\xff"}', "it is not written in UTF-8"),
        (b"[" * 200_000, "this is not a plan; 'hybridtui plan draft --json' prints one"),
        (b" " * 20_000_001, "it is larger than 20,000 kB"),
    ],
)
def test_what_is_no_plan_is_refused_in_one_sentence(planned: Command, data: bytes, words: str) -> None:
    outcome = planned("check", "-", stdin=data)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("hybridtui: standard input: ")
    assert words in outcome.err
    assert outcome.err.count("\n") == 1
    again = planned("check", "-", "--json", stdin=data)
    assert again.code == 1
    assert set(again.report) == {"error"}
    assert again.err == outcome.err


def test_a_kind_that_is_none_is_named_by_its_path(planned: Command, drafted: Drafted) -> None:
    plan = drafted("P2")
    plan["weeks"][3]["days"][1]["workouts"][0]["kind"] = "ran"
    said = planned("check", "-", stdin=json.dumps(plan).encode()).err
    assert "weeks[3].days[1].workouts[0].kind: 'ran' is not a kind of workout; did you mean 'run'?" in said


def test_the_log_is_left_alone(planned: Command, drafted: Drafted, database: Path) -> None:
    planned("check", "-", stdin=json.dumps(drafted("P6")).encode())
    assert not database.exists()
