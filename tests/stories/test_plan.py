"""Plan, by keys: this week and the next three, one workout in full, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from textual.widgets import Static

from hybridtui.domain.athlete import Goal, Race
from hybridtui.domain.calendar import Week
from hybridtui.domain.workout import Breach, Phase, Plan, PlannedWeek, Relaxed, Why
from hybridtui.logbook import Logbook
from hybridtui.ui.dialogs.why import WhyDialog
from hybridtui.ui.screens.first_run import FirstRunScreen
from hybridtui.ui.screens.plan import PlanScreen
from hybridtui.ui.screens.today import TodayScreen
from hybridtui.ui.widgets import plan_week
from hybridtui.ui.widgets.plan_grid import PlanGrid
from hybridtui.ui.widgets.workout_view import WorkoutView
from tests.hostile import HOSTILE


def plan_screen(story) -> PlanScreen:
    assert isinstance(story.app.screen, PlanScreen)
    return story.app.screen


def under_cursor(story) -> str | None:
    workout = plan_screen(story).query_one(PlanGrid).workout
    return workout.id if workout else None


@pytest.fixture
def adopted(location, clock):
    """Adopt a plan of one's own making."""

    def adopt(plan: Plan) -> None:
        with Logbook.open(location, clock) as book:
            book.save_athlete(plan.athlete)
            book.plans.adopt(plan)

    return adopt


PHASES = (Phase.BASE,) * 4 + (Phase.BUILD,) * 4 + (Phase.PEAK,) * 2 + (Phase.TAPER,) * 2


def towards_a_race(plan: Plan, past: int = 2) -> Plan:
    """Twelve weeks, ``past`` of them over, the fourth lighter, the race on the last Sunday, all of one pattern."""
    first = Week.of(date(2026, 3, 2)).plus(-past)

    def week(number: int, phase: Phase) -> PlannedWeek:
        here = first.plus(number)
        workouts = tuple(
            replace(w, id=f"{w.id}/{number}", day=here.days[w.day.weekday()]) for w in plan.weeks[1].workouts
        )
        return PlannedWeek(number=number + 1, week=here, phase=phase, deload=number == 3, workouts=workouts)

    weeks = [week(number, phase) for number, phase in enumerate(PHASES)]
    last = weeks[-1]
    race = replace(
        last.workouts[0],
        id="race",
        day=last.week.days[6],
        subtype="race",
        title="Half marathon",
        minutes=110,
        long=True,
    )
    weeks[-1] = replace(last, workouts=(*last.workouts[:1], race))
    athlete = replace(plan.athlete, goal=Goal.HALF, race=Race(21097.5, race.day))
    return replace(plan, athlete=athlete, start=first.monday, weeks=tuple(weeks))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_four_weeks_with_minutes_and_balance_and_the_workout_of_today(open_story, with_plan, size):
    async with open_story(size=size) as story:
        await story.press("P")
        for week in ("W10", "W11", "W12", "W13"):
            assert week in story.text
        assert "▲ 90 ■ 90" in story.text  # three runs of 30 min, two strength sessions of 45
        assert "50/50" in story.text
        assert "today 4" in story.text
        assert under_cursor(story) == "w-strength"
        assert "Full body" in story.text
        assert "Back squat" in story.text


async def test_reasons_are_told_with_their_rules(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await story.press("P")
        assert "R31" in story.text
        assert "Two strength sessions" in story.text
        assert "R17" in story.text


async def test_the_arrows_go_over_days_workouts_and_weeks(open_story, with_plan):
    async with open_story() as story:
        await story.press("P", "down")
        assert under_cursor(story) == "w-run"
        await story.press("down")
        assert plan_screen(story).query_one(PlanGrid).cursor.day == date(2026, 3, 11)
        assert under_cursor(story) is None
        assert "Rest is part of the plan." in story.text
        await story.press("right")
        assert under_cursor(story) == "thu-1"
        await story.press("home")
        assert under_cursor(story) == "w-strength"
        await story.press("up", "left", "left", "left", "left")  # the cursor stays within the weeks
        assert plan_screen(story).query_one(PlanGrid).cursor.day == date(2026, 3, 2)


async def test_done_missed_and_coming_are_told_by_signs(open_story, with_plan, location, clock):
    with Logbook.open(location, clock) as book:
        session = book.sessions.start("w-run")
        book.sessions.finish(session.id, rpe=4, minutes=30)
    async with open_story() as story:
        await story.press("P")
        assert "▲ 30 ✗" in story.text  # Monday's run
        assert "▲ 30 ✓" in story.text
        await story.press("down")
        assert "done ✓" in story.text
        await story.press("left", "left")
        assert "missed ✗" in story.text


async def test_a_workout_that_is_open_is_not_yet_done(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter", "P")  # start, warm-up
        assert "✓ done" in story.text  # the legend
        assert "done ✓" not in story.text
        await story.press("enter")
        assert story.app.current_mode == "today"


async def test_enter_leads_from_todays_workout_to_today_and_from_no_other(open_story, with_plan):
    async with open_story() as story:
        await story.press("P", "right", "enter")
        assert isinstance(story.app.screen, PlanScreen)
        await story.press("left", "enter")
        assert isinstance(story.app.screen, TodayScreen)


async def test_without_a_plan_it_says_what_to_press(open_story, location, clock, with_plan):
    with Logbook.open(location, clock) as book:
        for _ in range(2):
            book.sessions.undo_last()
        book.save_athlete(with_plan.athlete)
    async with open_story() as story:
        await story.press("P")
        assert "There is no plan yet" in story.text
        assert "Press g" in story.text
        await story.press("g")
        assert isinstance(story.app.screen, FirstRunScreen)


async def test_a_bent_rule_is_told_in_the_weeks_it_was_bent(open_story, with_plan, adopted):
    bent = (Relaxed("R2", "runs cannot be shorter", (1,)), Relaxed("R9", "long ago", (9,)))
    adopted(replace(with_plan, relaxed=bent))
    async with open_story() as story:
        await story.press("P")
        assert "bent: runs cannot be shorter" in story.text
        assert "long ago" not in story.text


async def test_a_plan_that_ends_soon_goes_on(open_story, with_plan, clock):
    clock.pass_(21 * 86400)
    async with open_story() as story:
        await story.press("P")
        for week in ("W13", "W14", "W15", "W16"):
            assert week in story.text


async def test_the_mouse_chooses_a_day(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await story.press("P")
        grid = plan_screen(story).query_one(PlanGrid)
        await story.pilot.click(PlanGrid, offset=(13 + 5 * grid.columns.day + 1, 1))
        await story.settle()
        assert under_cursor(story) == "sat-0"


async def test_resizing_keeps_cursor_and_workout(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await story.press("P", "down")
        await story.pilot.resize_terminal(80, 24)
        await story.settle()
        assert under_cursor(story) == "w-run"
        assert "Easy run" in story.text
        assert plan_screen(story).query_one(PlanGrid).compact


async def test_hostile_titles_and_reasons_are_shown_and_not_obeyed(open_story, with_plan, adopted):
    first, *others = with_plan.weeks
    for text in HOSTILE[::6]:
        nasty = text[:200]
        workouts = tuple(
            replace(workout, title=nasty, purpose=nasty, why=(Why("R1", nasty),)) for workout in first.workouts
        )
        adopted(replace(with_plan, weeks=(replace(first, workouts=workouts), *others), relaxed=(Relaxed("R2", nasty),)))
        async with open_story() as story:
            await story.press("P")
            assert isinstance(story.app.screen, PlanScreen), text
            assert plan_screen(story).query_one(WorkoutView).border_title is not None
            assert not any(ord(character) < 32 for character in story.text if character != "\n"), text


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
async def test_all_weeks_to_the_race_are_there_and_the_race_is_marked_by_sign_and_word(
    open_story, with_plan, adopted, size
):
    adopted(towards_a_race(with_plan))
    async with open_story(size=size) as story:
        await story.press("P")
        assert "⚑ 21.1 km in 9 weeks" in story.text
        assert "W10 base" in story.text
        await story.press("end")
        assert under_cursor(story) == "race"
        assert {"⚑", "race"} <= set(story.text.split("taper")[-1].replace("⚑race", "⚑ race").split())
        assert "Half marathon" in story.text
        await story.press("home")
        assert plan_screen(story).query_one(PlanGrid).cursor.day == date(2026, 3, 4)
        assert "W10 base" in story.text


async def test_it_opens_at_this_week_and_past_ones_are_reached_upwards(open_story, with_plan, adopted):
    adopted(towards_a_race(with_plan))
    async with open_story() as story:
        await story.press("P")
        assert "W9" not in story.text
        await story.press("up")
        assert "W9" in story.text
        await story.press("up", "up", "up")  # not beyond the first
        assert "W8" in story.text
        assert plan_screen(story).query_one(PlanGrid).cursor.day == date(2026, 2, 18)


async def test_phases_and_lighter_weeks_are_named_and_a_bar_shows_minutes_and_balance(open_story, with_plan, adopted):
    adopted(towards_a_race(with_plan))
    async with open_story(size=(120, 40)) as story:
        await story.press("P")
        for name in ("W10 base", "W11 lighter", "W12 build", "W15 build", "W16 peak"):
            assert name in story.text
        assert "▲ 60 ■ 45" in story.text
        assert "57/43 ▰▰▰▱▱▱" in story.text


async def test_of_a_plan_of_a_year_only_the_weeks_in_sight_are_drawn(open_story, with_plan, adopted, monkeypatch):
    plan = towards_a_race(with_plan)
    year = tuple(
        replace(plan.weeks[1], number=n + 1, week=plan.weeks[0].week.plus(n), workouts=()) for n in range(12, 52)
    )
    adopted(replace(plan, athlete=with_plan.athlete, weeks=(*plan.weeks[:-1], *year)))
    written: list[PlannedWeek] = []
    write = plan_week.WeekLines.write
    monkeypatch.setattr(plan_week.WeekLines, "write", lambda lines, week: (written.append(week), write(lines, week))[1])
    async with open_story() as story:
        await story.press("P")
        assert 0 < len(written) < 12
        await story.hurry("down", "down", "down", "down")
        written.clear()
        await story.press("down")
        assert 0 < len(written) <= 6


def explained(story) -> str:
    """Everything that the open dialog says, seen or not."""
    assert isinstance(story.app.screen, WhyDialog)
    return "\n".join(str(line.render()) for line in story.app.screen.query(Static))


async def test_why_answers_for_the_workout_with_the_names_of_its_rules(open_story, with_plan):
    async with open_story() as story:
        await story.press("P", "w")
        assert "Two strength sessions a week" in explained(story)
        assert "R31, strength for runners" in explained(story)
        await story.press("escape")
        assert isinstance(story.app.screen, PlanScreen)


async def test_why_answers_for_the_step_under_the_cursor(open_story, with_plan):
    async with open_story() as story:
        await story.press("P", "tab", "down", "w")
        assert "Why Back squat" in story.text
        assert "A squat pattern every week." in explained(story)
        assert "Two strength sessions" not in explained(story)
        await story.press("escape", "escape", "w")
        assert "Why Full body" in story.text
        await story.press("escape", "down", "tab", "down", "w")
        assert "Zone E, easy: you can talk" in explained(story)


async def test_the_steps_are_gone_through_to_the_reasons_below_them_and_back(open_story, with_plan):
    async with open_story() as story:
        await story.press("P", "tab")
        view = plan_screen(story).query_one(WorkoutView)
        assert view.step.title == "Easy rowing"
        await story.hurry(*["down"] * 12)
        assert view.step.title == "Stretch calves and hips"
        assert "A squat pattern every week" in story.text
        await story.hurry(*["down"] * 9)
        assert "Good to know" in story.text  # the information cards
        assert "Drinking, before" in story.text
        await story.hurry(*["up"] * 30)
        assert view.step.title == "Easy rowing"
        assert "Easy rowing" in story.text
        await story.press("escape", "right")
        assert plan_screen(story).query_one(PlanGrid).cursor.day == date(2026, 3, 5)
        assert view.step is None


async def test_why_answers_for_the_week_from_a_day_of_rest_and_by_a_key_of_its_own(open_story, with_plan, adopted):
    bent = (Relaxed("R20", "only one kind of run fits", (3,)),)
    adopted(replace(towards_a_race(with_plan), relaxed=bent))
    async with open_story() as story:
        await story.press("P", "w")  # Wednesday is for rest
        assert "Why week 10, from Monday 2 March" in story.text
        assert "Base: easy minutes" in explained(story)
        assert "The race is in 9 weeks." in explained(story)
        assert "60 min after 60 min in week 9" in explained(story)
        assert "Bent: only one kind of run fits" in explained(story)
        assert "R20, variety" in explained(story)
        await story.press("escape", "right", "down", "W")
        assert "Lighter on purpose" in explained(story)


async def test_what_the_athlete_moved_is_told_with_the_reason_and_what_it_breaks(open_story, with_plan, adopted):
    first, *others = with_plan.weeks
    *kept, run = first.workouts
    moved = replace(run, day=date(2026, 3, 6), moved_from=run.day, because="Wedding on Saturday")
    breach = Breach("H1", moved.day, "Friday is no day of yours.", True)
    soft = Breach("R20", date(2026, 3, 7), "Little variety.", False)
    adopted(replace(with_plan, weeks=(replace(first, workouts=(*kept, moved)), *others), breaches=(breach, soft)))
    async with open_story(size=(120, 40)) as story:
        await story.press("P")
        assert "Wedding on Saturday" in story.text
        assert "Friday is no day of yours." in story.text
        assert "Little variety" not in story.text
        await story.press("right", "right", "w")
        assert "You moved it here from Saturday 7 March." in explained(story)
        assert "Your reason: Wedding on Saturday" in explained(story)
