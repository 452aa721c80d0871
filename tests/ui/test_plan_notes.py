"""The notes below the weeks of Plan: what was bent and moved, as far as there is room, and where the rest is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.calendar import Week
from hybridtui.domain.plan.lived import TooClose
from hybridtui.domain.today import TodayPage
from hybridtui.domain.workout import Breach, Kind, Phase, Plan, PlannedWeek, Relaxed, Why, Workout
from hybridtui.ui.plan_page import FURTHER, MOST_NOTES, PlanPage, notes
from hybridtui.ui.today_lines import notices

MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)

RUN = Workout(id="run", day=FRIDAY, kind=Kind.RUN, subtype="long", title="Long run", minutes=60,
              run_minutes=60, strength_minutes=0, steps=(),
              moved_from=date(2026, 3, 7), because="Wedding on Saturday")  # fmt: skip

WEEK = PlannedWeek(number=1, week=Week.of(MONDAY), phase=Phase.GENERAL, deload=False, workouts=(RUN,))

PLAN = Plan(id="plan", engine="1", athlete=Athlete(), start=MONDAY, weeks=(WEEK,),
            breaches=(Breach("H1", FRIDAY, "Friday is no day of yours.", True),))  # fmt: skip


def told(plan: Plan, *, brief: bool, width: int = 76) -> list[str]:
    return [line.plain for line in notes(PlanPage(plan, frozenset(), MONDAY), width, brief=brief)]


def test_a_move_that_breaks_a_rule_is_told_in_a_line_or_with_its_reason() -> None:
    assert told(PLAN, brief=True) == ["moved Long run, by you to Fri 6 Mar: breaks H1"]
    in_full = "\n".join(told(PLAN, brief=False))
    assert "Wedding on Saturday" in in_full
    assert "Friday is no day of yours." in in_full


def test_notes_that_do_not_fit_end_with_the_key_to_the_others() -> None:
    bent = tuple(Relaxed(rule, f"{rule} gives way, and this is told at some length for all who want to know", ())
                 for rule in ("R2", "R7", "R9", "R17", "R20", "R22", "R30"))  # fmt: skip
    for brief, most in ((True, 2), (False, MOST_NOTES)):
        lines = told(replace(PLAN, relaxed=bent), brief=brief)
        assert len(lines) == most
        assert lines[-1].endswith(FURTHER)
        assert all(len(line) <= 76 for line in lines)
    assert not any(FURTHER in line for line in told(PLAN, brief=False))


def test_what_lies_too_close_to_what_was_done_is_told_first_and_with_the_workout() -> None:
    close = TooClose(workout=RUN, breach=Breach("R4", FRIDAY, "Long run on Fri follows Legs on Thu", True))
    page = PlanPage(PLAN, frozenset(), MONDAY, (close,))
    first = " ".join(notes(page, 76, brief=True)[0].plain.split())
    assert first == "R4 too close: Long run on Fri follows Legs on Thu"
    assert page.why(RUN)[0] == Why("R4", "Long run on Fri follows Legs on Thu. m moves it.")
    assert page.legend.endswith("! too close")


@pytest.mark.parametrize(
    ("day", "keys"),
    [
        (FRIDAY, "P and m move it; c eases it; P tells 1 more"),
        (date(2026, 3, 5), "P and m move it; P tells 1 more"),
    ],
)
def test_today_tells_what_lies_too_close_with_the_keys_that_help(day: date, keys: str) -> None:
    maybe = TooClose(workout=RUN, breach=Breach("H4", FRIDAY, "Perhaps", False))
    close = TooClose(workout=RUN, breach=Breach("R4", FRIDAY, "Long run on Fri follows " + 30 * "Legs ", True))
    (line,) = notices(TodayPage(day=day, athlete=None, last={}, exercises={}, too_close=(maybe, close)))
    assert line.plain.startswith("R4 Long run on Fri follows Legs")
    assert line.plain.endswith(keys)
    assert " Legs… P" in line.plain, "no word is cut"
    assert len(line) <= 156, "two lines of a small screen"


def test_today_leaves_out_what_a_rule_explains_rather_than_to_cut_it() -> None:
    text = "Strength and Easy run, then core strength on Sun do not go together: a day holds one run and one strength, "
    close = TooClose(workout=RUN, breach=Breach("H7", FRIDAY, text + "not the long one", True))
    (line,) = notices(TodayPage(day=FRIDAY, athlete=None, last={}, exercises={}, too_close=(close,)))
    assert line.plain == (
        "H7 Strength and Easy run, then core strength on Sun do not go together. P and m move it; c eases it"
    )
