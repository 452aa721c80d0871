"""``hybridtui plan draft``: the six personas, what people read, what programs read, refusals."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from hybridtui.domain.plan import ENGINE
from hybridtui.formats.plans.answers import KEYS
from tests.cli.conftest import Command
from tests.cli.personas import PERSONAS, QUALITY, days_of, expected, most_cost
from tests.conftest import FixedClock

README = Path(__file__).parents[2] / "README.md"
WEEK_OF = {"P4": 5}
"""The oracle's week is the first, but for P4, who is in week 5 of a race plan (F.5)."""

EVERY_KEY = """\
goal = "10k"
balance = 0.7
level = "intermediate"
days = ["tue", "thu", "sat", "sun"]
days_per_week = 4
minutes = { tue = 45, sun = 90 }
slots = { sat = 2 }
equipment = ["gym"]
run_minutes = 150
longest_run = 60
strength_sessions = 2
race = { distance_m = 10000, date = 2026-05-17 }
result = { distance_m = 5000, time_s = 1474 }
limits = ["wrist"]
age = 41
long_run_day = "sun"
units = "imperial"
start = 2026-03-02
seed = 3
allow_doubles = true
"""


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.toml"
    path.write_text(PERSONAS["P2"], encoding="utf-8")
    return path


def workouts(week: dict[str, Any]) -> list[dict[str, Any]]:
    return [dict(workout) for day in week["days"] for workout in day["workouts"]]


def code(workout: dict[str, Any]) -> str:
    """Return the oracle's letters for a workout: SF, SU ..., RW, HY, E, L, Q."""
    if workout["kind"] == "hybrid":
        return "HY"
    subtype = str(workout["subtype"])
    return {"runwalk": "RW", "easy": "E", "strides": "E", "long": "L"}.get(
        subtype, "Q" if subtype in QUALITY else subtype
    )


@pytest.mark.parametrize("name", PERSONAS)
def test_a_persona_gets_the_week_of_the_oracle(planned: Command, name: str) -> None:
    number = WEEK_OF.get(name, 1)
    outcome = planned("draft", "-", "--json", stdin=PERSONAS[name].encode())
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.report["breaches"] == []
    week = outcome.report["weeks"][number - 1]
    oracle = expected(name)
    assert sorted(map(code, workouts(week))) == sorted(session.code for session in oracle)
    assert week["run_minutes"] == pytest.approx(sum(s.run_minutes for s in oracle), abs=5)
    assert week["strength_minutes"] == pytest.approx(sum(s.strength_minutes for s in oracle), abs=5)
    assert week["cost"] <= most_cost(name) + 1e-5
    assert sum(bool(day["workouts"]) for day in week["days"]) == days_of(name)
    assert sum(w["leg_heavy"] for w in workouts(week)) == sum(s.leg_heavy for s in oracle)
    assert sum(w["long"] for w in workouts(week)) == sum(s.long for s in oracle)


@pytest.mark.parametrize("name", PERSONAS)
def test_what_draft_prints_check_reads(planned: Command, name: str) -> None:
    printed = planned("draft", "-", "--json", "--weeks", "8", stdin=PERSONAS[name].encode()).out
    checked = planned("check", "-", "--json", stdin=printed.encode())
    assert checked.code == 0
    assert [breach for breach in checked.report["breaches"] if breach["hard"]] == []


def test_a_plan_leads_up_to_its_race_or_holds_four_weeks(planned: Command) -> None:
    to_race = planned("draft", "-", "--json", stdin=PERSONAS["P4"].encode()).report["weeks"]
    assert [week["phase"] for week in to_race] == ["base"] * 4 + ["build"] * 4 + ["peak"] * 2 + ["taper"] * 2
    (race,) = to_race[-1]["days"][6]["workouts"]
    assert (race["kind"], race["subtype"]) == ("run", "race")
    assert to_race[-1]["run_minutes"] == sum(w["run_minutes"] for w in workouts(to_race[-1]) if w["subtype"] != "race")
    four = planned("draft", "-", "--json", stdin=PERSONAS["P2"].encode()).report["weeks"]
    assert [week["phase"] for week in four] == ["general"] * 4


def test_every_answer_is_kept_and_completed(planned: Command) -> None:
    outcome = planned("draft", "-", "--json", "--weeks", "2", stdin=EVERY_KEY.encode())
    assert outcome.code == 0
    athlete = outcome.report["athlete"]
    assert outcome.report["engine"] == ENGINE
    assert athlete["minutes"] == {"mon": 45, "tue": 45, "wed": 45, "thu": 45, "fri": 45, "sat": 45, "sun": 90}
    assert athlete["slots"]["sat"] == 2
    assert athlete["race"] == {"distance_m": 10000, "date": "2026-05-17"}
    assert athlete["result"] == {"distance_m": 5000, "time_s": 1474}
    assert "barbell" in athlete["equipment"]
    kept = ("goal", "balance", "level", "days_per_week", "limits", "age", "long_run_day", "units", "start", "seed")
    assert [athlete[key] for key in kept] == [
        "10k", 0.7, "intermediate", 4, ["wrist"], 41, "sun", "imperial", "2026-03-02", 3
    ]  # fmt: skip


def test_every_day_and_every_workout_is_where_it_says(planned: Command, answers: Path) -> None:
    report = planned("draft", answers, "--json", "--weeks", "3").report
    assert [week["number"] for week in report["weeks"]] == [1, 2, 3]
    dates = [day["date"] for week in report["weeks"] for day in week["days"]]
    assert dates == sorted(dates)
    assert (len(dates), dates[0]) == (21, "2026-03-02")
    for week in report["weeks"]:
        assert week["run_minutes"] == sum(w["run_minutes"] for w in workouts(week))
        assert week["strength_minutes"] == sum(w["strength_minutes"] for w in workouts(week))
        assert week["run_share"] == pytest.approx(
            week["run_minutes"] / (week["run_minutes"] + week["strength_minutes"]), abs=1e-6
        )


def test_the_same_answers_give_the_same_bytes(planned: Command, answers: Path) -> None:
    first, second = (planned("draft", answers, "--json", "--weeks", "6").out for _ in range(2))
    assert first == second
    assert planned("draft", answers).out == planned("draft", answers).out


def test_without_a_start_it_is_today_on_a_monday_and_the_next_monday_otherwise(
    planned: Command, clock: FixedClock
) -> None:
    said = planned("draft", "-", "--json")
    assert said.report["athlete"]["start"] == "2026-03-09"
    assert "from Mon 9 March 2026" in planned("draft", "-").out
    clock.at = datetime(2026, 3, 9, 6, 0, tzinfo=UTC)
    assert planned("draft", "-", "--json").report["athlete"]["start"] == "2026-03-09"


def test_people_read_weeks_days_steps_reasons_and_what_was_bent(planned: Command, answers: Path) -> None:
    lines = planned("draft", answers).out.splitlines()
    assert lines[0] == "Plan of 4 weeks from Mon 2 March 2026"
    assert lines[1].startswith("general, intermediate, balance 70/30, days Tue Wed Thu Sat Sun")
    assert lines[3] == "Week 1 of 4, 2 March to 8 March: run 190 min, strength 80 min (70/30)"
    assert lines[4] == "  Mon    rest"
    (squat, *_) = [line.split("Barbell back squat ")[1].strip() for line in lines if "  Barbell back squat " in line]
    assert re.fullmatch(r"\d x \d+-\d+, RPE [\d.]+, rest \S+ min, tempo \S+", squat)
    for word in ("warm-up", "cool-down", "why"):
        assert any(line.strip().startswith(word) for line in lines)
    assert lines[-1] == "No rule had to be bent."
    assert max(map(len, lines)) <= 120
    assert all(line.isascii() and line == line.rstrip() for line in lines)


def test_people_read_which_rule_was_bent_in_which_weeks(planned: Command) -> None:
    out = planned("draft", "-", "--weeks", "6", stdin=PERSONAS["P1"].encode()).out
    bent = out[out.index("What had to be bent:") :]
    assert "C.8" in bent
    assert "(week 6)" in bent


def test_the_example_of_the_readme_drafts_a_plan_that_breaks_nothing(planned: Command) -> None:
    section = README.read_text(encoding="utf-8").split("## For programs")[1].split("\n## ")[0]
    example = section.split("```toml\n")[1].split("```")[0]
    outcome = planned("draft", "-", "--json", stdin=example.encode())
    assert (outcome.code, len(outcome.report["weeks"]), outcome.report["breaches"]) == (0, 12, [])


def test_nothing_is_written(planned: Command, answers: Path, database: Path, tmp_path: Path) -> None:
    planned("draft", answers)
    planned("draft", answers, "--json")
    assert not database.exists()
    assert list(tmp_path.iterdir()) == [answers]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('days = ["munday"]', "days: 'munday' is not a weekday; use mon, tue, wed, thu, fri, sat or sun"),
        ("balance = 1.5", "balance: 1.5 is out of range; give a run share from 0.10 to 0.90"),
        ('days = ["mon"]', "days: a plan of running and strength needs at least two days a week"),
        ("days_per_week = 7", "days_per_week: 7 is out of range"),
        ("minutes = 300", "minutes: give each of the seven days 10 to 240 minutes"),
        ("slots = { mon = 3 }", "slots: give each of the seven days 1 session"),
        ("run_minutes = -1", "run_minutes: -1 is out of range"),
        ("age = 12", "age: 12 is out of range"),
        ("result = { distance_m = 800, time_s = 120 }", "result: 800 m is out of range"),
        ("goal = 10k", "this is not TOML:"),
    ],
)
def test_answers_out_of_range_are_refused_by_file_and_key(
    planned: Command, tmp_path: Path, text: str, words: str
) -> None:
    path = tmp_path / "me.toml"
    path.write_text(text, encoding="utf-8")
    outcome = planned("draft", path)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith(f"hybridtui: {path}: ")
    assert words in outcome.err
    again = planned("draft", path, "--json")
    assert (again.code, again.err) == (1, outcome.err)
    assert f"hybridtui: {again.report['error']}\n" == outcome.err


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda _: None, "there is no such file"),
        (lambda path: path.mkdir(), "it cannot be read: Is a directory"),
        (lambda path: path.write_bytes(b"goal = '\xff\xfe'"), "it is not written in UTF-8"),
        (lambda path: path.write_bytes(b"# " + b"x" * 200_000), "it is larger than 100 kB"),
    ],
)
def test_a_file_that_is_none_is_refused_in_words(planned: Command, tmp_path: Path, make: Any, words: str) -> None:
    path = tmp_path / "me.toml"
    make(path)
    outcome = planned("draft", path)
    assert outcome.code == 1
    assert f"{path}: {words}" in outcome.err


@pytest.mark.parametrize("weeks", ["0", "-3", "99"])
def test_weeks_out_of_range_are_refused(planned: Command, answers: Path, weeks: str) -> None:
    outcome = planned("draft", answers, "--weeks", weeks)
    assert outcome.code == 1
    assert f"weeks: {weeks} is out of range; a plan has 1 to 52 weeks" in outcome.err


@pytest.mark.parametrize(
    "arguments",
    [(), ("draft",), ("draft", "-", "--weeks", "many"), ("drafft", "-"), ("draft", "-", "--yaml"), ("check",)],
)
def test_wrong_usage_is_told_with_2(planned: Command, arguments: tuple[str, ...]) -> None:
    outcome = planned(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("usage: hybridtui ")


def test_help_shows_an_example_of_each(planned: Command) -> None:
    for command in ("draft", "check", "show"):
        outcome = planned(command, "--help")
        assert outcome.code == 0
        assert f"  hybridtui plan {command}" in outcome.out
        assert "exit code:" in outcome.out


def test_help_names_every_key_of_the_answers(planned: Command) -> None:
    shown = planned("draft", "--help").out
    assert [key for key in KEYS if not re.search(rf"\b{key} = ", shown)] == []


def test_a_pipe_of_two_commands_needs_neither_log_nor_sqlalchemy(answers: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from hybridtui.__main__ import main; code = main(sys.argv[1:]);"
        "sys.exit(9 if 'sqlalchemy' in sys.modules or 'textual' in sys.modules else code)"
    )
    log = tmp_path / "log.db"
    run = [sys.executable, "-c", script, "--database", str(log), "plan"]
    drafted = subprocess.run([*run, "draft", str(answers), "--json"], capture_output=True, check=True)
    assert drafted.stderr == b""
    checked = subprocess.run([*run, "check", "-", "--json"], input=drafted.stdout, capture_output=True, check=True)
    assert json.loads(checked.stdout).keys() == {"breaches"}
    assert not log.exists()
