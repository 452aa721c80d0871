"""``hybridtui plan show``: the adopted plan, or words where there is none."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.clock import Clock
from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from tests.cli.conftest import Command
from tests.conftest import FixedClock


@pytest.fixture
def adopted(database: Path, clock: Clock) -> None:
    """A log whose athlete follows a plan from Wednesday, 4 March 2026 on."""
    with Logbook.open(database, clock) as book:
        book.save_athlete(Athlete())
        book.plans.adopt(book.plans.draft(Athlete()))


def test_without_a_plan_it_says_what_to_do(planned: Command) -> None:
    outcome = planned("show")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == "hybridtui: There is no plan yet: open 'hybridtui', answer the questions and adopt one.\n"
    again = planned("show", "--json")
    assert again.code == 1
    assert again.report == {"error": "There is no plan yet: open 'hybridtui', answer the questions and adopt one."}


@pytest.mark.usefixtures("adopted")
def test_people_read_the_plan_they_follow(planned: Command) -> None:
    outcome = planned("show")
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0].endswith("from Wed 4 March 2026")
    assert "  Wed    Run/walk week 1, 30 min" in lines


@pytest.mark.usefixtures("adopted")
def test_people_read_what_lies_too_close_to_what_they_did(planned: Command, database: Path, clock: FixedClock) -> None:
    clock.pass_(86400.0)
    with Logbook.open(database, clock) as book:
        legs = book.sessions.start_free(Kind.STRENGTH, "Legs")
        squats = [SetDraft(load=Load(100), reps=5, rpe=9.0)] * 6
        book.sessions.log_sets(legs.id, None, "back_squat", squats)
        book.sessions.finish(legs.id, rpe=8, minutes=10)
    told = planned("show").out.partition("Too close to what was done:\n")[2].splitlines()
    assert told[0].startswith("Fri 2026-03-06  R6     hard  ")
    assert "on Fri follows Legs on Thu" in told[0]
    assert told[-1] == "1 hard breach."


@pytest.mark.usefixtures("adopted")
def test_programs_read_it_as_a_draft_and_can_check_it(planned: Command) -> None:
    shown = planned("show", "--json")
    assert (shown.code, shown.err) == (0, "")
    assert shown.report["athlete"]["start"] == "2026-03-04"
    assert list(shown.report) == ["engine", "athlete", "weeks", "relaxed", "breaches"]
    checked = planned("check", "-", "--json", stdin=shown.out.encode())
    assert checked.code == 0
    assert [breach for breach in checked.report["breaches"] if breach["hard"]] == shown.report["breaches"] == []


def test_what_was_moved_by_hand_is_judged_where_it_lies(planned: Command, database: Path, clock: Clock) -> None:
    with Logbook.open(database, clock) as book:
        book.save_athlete(Athlete())
        plan = book.plans.draft(Athlete())
        second = plan.weeks[1]
        one_day = tuple(replace(workout, day=second.week.days[0]) for workout in second.workouts)
        moved = replace(plan, weeks=(plan.weeks[0], replace(second, workouts=one_day), *plan.weeks[2:]))
        book.plans.adopt(moved)
    shown = planned("show", "--json")
    assert shown.code == 0
    assert {"R11"} <= {breach["rule"] for breach in json.loads(shown.out)["breaches"]}
