"""Today, followed by keys: what an athlete does in the gym, and what is stored of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from textual.events import Key
from textual.widgets._toast import Toast

from hybridtui.domain import guide
from hybridtui.domain.guide import Place
from hybridtui.domain.session import LoggedSet, Session, Side, Status
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind
from hybridtui.logbook import Logbook
from hybridtui.ui.app import AppSettings, HybridApp
from hybridtui.ui.logbook_thread import LogbookThread
from hybridtui.ui.stage import Stage


def stored(story) -> Session:
    """Return the open session as the file holds it."""
    with story.log() as book:
        session = book.today().open_session
    assert session is not None
    return session


def only_finished(story) -> Session:
    """Return the one finished session of the file."""
    with story.log() as book:
        assert book.today().open_session is None
        (line,) = book.history.lines(0, 10)
        return book.history.session(line.id)


def amounts(sets: tuple[LoggedSet, ...]) -> list[tuple[float | None, int | None, float | None]]:
    return [(s.load.kg if s.load else None, s.reps, s.rpe) for s in sets]


async def test_sets_are_logged_as_planned_by_enter_and_otherwise_by_shorthand(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter")  # start, warm-up done
        await story.press("enter")  # as planned
        await story.type("82,5x5@8")
        await story.press("enter")
        await story.type("7")
        await story.press("enter")
        assert amounts(stored(story).sets) == [(80, 6, None), (82.5, 5, 8), (80, 7, None)]
        assert "Saved: set 3 of Back squat" in story.text
        assert guide.current(stored(story)) == Place(2, 1)


async def test_a_whole_session_as_planned_is_one_enter_a_step_and_none_for_rest(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("enter")
        places = guide.places(stored(story).steps)
        for _ in places:
            await story.press("enter")
            clock.pass_(150)
        await story.press("enter")  # all done: asks how it was
        await story.press("7", "enter")
        session = only_finished(story)
        assert session.rpe == 7
        assert len(session.sets) == 7
        assert guide.progress(session) == (len(places), len(places))
        assert "Saved: Full body" in story.text


async def test_one_line_may_hold_several_sets_with_one_undo(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter")
        await story.type("8,8,6")
        await story.press("enter")
        assert [s.reps for s in stored(story).sets] == [8, 8, 6]
        await story.press("u")
        assert stored(story).sets == ()


async def test_undo_redo_and_skip_go_back_and_forth(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter", "enter", "k")
        assert guide.outcome(stored(story), Place(1, 2)) == "skipped"
        await story.press("u")
        assert guide.outcome(stored(story), Place(1, 2)) is None
        await story.press("u")
        assert stored(story).sets == ()
        assert guide.current(stored(story)) == Place(1, 1)
        await story.press("U", "U")
        assert len(stored(story).sets) == 1
        assert guide.outcome(stored(story), Place(1, 2)) == "skipped"


async def test_the_rest_of_a_step_can_be_skipped_at_once(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter", "K")
        assert guide.current(stored(story)) == Place(2, 1)


async def test_an_interrupted_session_is_offered_first_with_place_and_rest(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("enter", "enter", "enter")
    clock.pass_(45)
    async with open_story() as story:
        assert story.app.guided.stage is Stage.RESUME
        assert "still open" in story.text
        assert "Rest 1:15 of 2:00" in story.text
        await story.press("enter")
        assert story.app.guided.spot.place == Place(1, 2)
        await story.press("enter")
        assert len(stored(story).sets) == 2


async def test_an_interrupted_session_can_be_finished_as_it_is(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("enter", "enter", "enter")
    clock.pass_(86_400)
    async with open_story() as story:
        await story.press("f", "enter")
        session = only_finished(story)
        assert session.status is Status.FINISHED
        assert len(session.sets) == 1


async def test_an_empty_session_can_be_discarded(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "d")
        with story.log() as book:
            assert book.today().open_session is None
            assert book.history.count() == 0
        assert story.app.guided.stage is Stage.READY


async def test_letters_are_commands_only_while_the_line_is_empty(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter")
        footer = {active.binding.key for active in story.app.screen.active_bindings.values() if active.binding.show}
        assert {"u", "k", "f", "enter", "space"} <= footer
        await story.type("8k")
        assert story.app.screen.entry.text == "8k"
        footer = {active.binding.key for active in story.app.screen.active_bindings.values() if active.binding.show}
        assert "k" not in footer
        assert guide.current(stored(story)) == Place(1, 1)
        await story.press("backspace", "backspace", "k")
        assert guide.outcome(stored(story), Place(1, 1)) == "skipped"


async def test_what_cannot_be_read_is_told_and_stays_on_the_line(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter")
        await story.type("80xx")
        await story.press("enter")
        assert story.app.screen.entry.text == "80xx"
        assert stored(story).sets == ()
        assert "80x8" in story.text


async def test_what_is_typed_at_a_step_that_logs_nothing_is_answered(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter")
        await story.type("3km 21:00")
        assert "Nothing to log at this step" in story.text
        await story.press("enter")
        assert "Nothing to log at this step" in story.text
        assert guide.progress(stored(story))[0] == 0
        await story.press("escape", "enter")
        assert guide.progress(stored(story))[0] == 1


async def test_the_target_can_be_changed_from_the_line(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter")
        await story.type("+2.5")
        await story.press("enter", "enter")
        assert amounts(stored(story).sets) == [(82.5, 6, None)]
        assert stored(story).steps[1].load == Load(82.5)


async def test_two_quick_enters_are_two_sets(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter")
        await story.pilot.press("enter", "enter")
        await story.settle()
        assert [s.set_number for s in stored(story).sets] == [1, 2]


async def in_one_burst(story, *keys: str) -> None:
    """Send keys as a line that stalled hands them on: all at once, the first not taken before the last is there."""
    for key in keys:
        story.app.post_message(Key(key, key if len(key) == 1 else None))
    await story.settle()
    await story.settle()


async def test_the_keys_after_the_start_are_for_the_first_step_however_quick(open_story, with_plan):
    async with open_story() as story:
        await in_one_burst(story, "enter", "space")
        assert story.app.guided.stage is Stage.GUIDE
        assert story.app.running is not None
        assert story.app.running.origin == "step"


async def test_a_set_typed_right_after_the_start_is_logged_in_the_order_of_the_keys(open_story, with_plan):
    async with open_story() as story:
        await in_one_burst(story, "enter", "K", "8", "0", "x", "5", "enter", "k", "8", "enter")
        assert amounts(stored(story).sets) == [(80, 5, None), (80, 8, None)]
        assert [s.set_number for s in stored(story).sets] == [1, 3]
        assert story.app.screen.entry.text == ""


async def test_what_is_typed_for_a_dialog_that_is_about_to_open_is_never_logged(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter", "enter")
        await in_one_burst(story, "t", *"seat 4".replace(" ", ""), "enter", "f", "7", "enter")
        session = only_finished(story)
        assert amounts(session.sets) == [(80, 6, None)]
        assert session.sets[0].note == "seat4"
        assert session.rpe == 7


async def test_holds_log_their_seconds_by_themselves_and_on_each_side(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("enter", "enter", "K", "K", "space")
        assert "Get ready" in story.text
        clock.pass_(3 + 30 + 10 + 30)
        story.app._look()
        await story.settle()
        (held,) = stored(story).sets
        assert held.seconds == 30
        assert held.per_side
        assert held.side is None


async def test_a_hold_stopped_early_puts_its_seconds_on_the_line(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("enter", "enter", "K", "K", "space")
        clock.pass_(3 + 21)
        await story.press("space")
        assert story.app.screen.entry.text == "21s"
        await story.press("enter")
        assert [s.seconds for s in stored(story).sets] == [21]


async def test_sides_can_differ(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter", "K", "K")
        await story.type("L20s R25s")
        await story.press("enter")
        assert [(s.side, s.seconds) for s in stored(story).sets] == [(Side.LEFT, 20), (Side.RIGHT, 25)]


async def test_a_rest_can_be_made_longer_and_is_so_after_a_restart(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("enter", "enter", "enter", "right_square_bracket")
        assert "of 2:15" in story.text
    async with open_story() as story:
        assert "of 2:15" in story.text


async def test_the_other_workout_of_the_day_can_be_done_first(open_story, with_plan):
    async with open_story() as story:
        await story.press("down", "enter", "enter")
        await story.type("4km 21:30")
        await story.press("enter")
        (run,) = stored(story).runs
        assert run.distance is not None
        assert (run.distance.metres, run.seconds) == (4000, 1290)
        await story.press("f", "4", "enter", "enter")
        assert story.app.guided.stage is Stage.READY
        assert story.app.guided.workouts[0].title == "Full body"


async def test_a_free_strength_session_takes_any_exercise(open_story, with_plan):
    async with open_story() as story:
        await story.press("n", "s")
        await story.type("goblet")
        await story.press("enter")
        await story.type("20x10")
        await story.press("enter", "enter")
        await story.press("n")
        await story.type("pull-up")
        await story.press("enter")
        await story.type("bw+5x6")
        await story.press("enter")
        session = stored(story)
        assert session.kind is Kind.STRENGTH
        assert [(s.exercise, s.load, s.reps) for s in session.sets] == [
            ("goblet_squat", Load(20), 10),
            ("goblet_squat", Load(20), 10),
            ("pull_up", Load(5), 6),
        ]
        assert session.sets[-1].bodyweight


async def test_exercises_are_chosen_by_words_not_by_ids(open_story, with_plan):
    async with open_story() as story:
        await story.press("n", "s")
        await story.type("plank")
        assert "core: resist arching" in story.text
        assert "antiext" not in story.text


async def test_a_first_free_hold_asks_for_seconds(open_story, with_plan):
    async with open_story() as story:
        await story.press("n", "s")
        await story.type("plank")
        await story.press("enter")
        assert "type the seconds held" in story.text


async def test_a_stopwatch_cannot_be_made_longer(open_story, with_plan):
    async with open_story() as story:
        await story.press("n", "r", "space")
        offered = {active.binding.id for active in story.app.screen.active_bindings.values() if active.enabled}
        assert "today.stop" in offered
        assert "today.longer" not in offered
        await story.press("f3")
        offered = {active.binding.id for active in story.app.screen.active_bindings.values() if active.enabled}
        assert "timer.pause" in offered
        assert "timer.longer" not in offered


async def test_an_exercise_of_ones_own_can_be_added_on_the_way(open_story, with_plan):
    async with open_story() as story:
        await story.press("n", "s")
        await story.type("Zercher walk")
        await story.press("enter")
        await story.type("60x12")
        await story.press("enter")
        (logged,) = stored(story).sets
        with story.log() as book:
            assert book.exercises()[logged.exercise].name == "Zercher walk"


async def test_a_free_run_is_timed_or_typed(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("n", "r", "space")
        clock.pass_(1830)
        await story.press("space")
        assert story.app.screen.entry.text == "30:30"
        await story.press("enter")
        assert [run.seconds for run in stored(story).runs] == [1830]


async def test_a_stopwatch_runs_on_behind_dialogs_and_other_screens(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("n", "r", "space")
        clock.pass_(900)
        await story.press("f1", "escape", "P", "T", "f3", "f2")
        clock.pass_(930)
        await story.press("space")
        assert story.app.screen.entry.text == "30:30"


async def test_finishing_early_keeps_what_was_done_and_the_answers(open_story, with_plan, clock):
    async with open_story() as story:
        await story.press("enter", "enter", "enter")
        clock.pass_(20 * 60)
        await story.press("f", "8", "tab")
        await story.press("backspace", "backspace", "3", "3", "tab")
        await story.type("knee fine")
        await story.press("enter")
        session = only_finished(story)
        assert (session.rpe, round(session.total_s / 60), session.note) == (8, 33, "knee fine")
        assert "7 steps still to do" in story.text
        assert "Next" in story.text


async def test_finishing_by_mistake_can_be_undone(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter", "enter", "f", "enter", "u")
        assert len(stored(story).sets) == 1
        assert story.app.guided.stage is Stage.RESUME


async def test_a_day_without_training_says_what_comes_next(open_story, with_plan, clock):
    clock.pass_(2 * 86_400)
    async with open_story() as story:
        assert story.app.guided.page.day == date(2026, 3, 6)
        assert "A day without training" in story.text
        assert "Long run" in story.text
        assert "free session" in story.text


async def test_a_log_that_cannot_be_opened_is_told_and_tried_again(open_story, with_plan, location):
    whole = location.read_bytes()
    location.write_bytes(b"not a log")
    async with open_story() as story:
        assert "cannot be opened" in story.text
        assert location.read_bytes() == b"not a log"
        location.write_bytes(whole)
        await story.press("enter")
        assert story.app.guided.stage is Stage.READY


async def test_undo_is_offered_only_where_there_is_something_to_take_back(open_story, with_plan):
    async with open_story() as story:
        page = story.app.guided.page
        story.app.guided.page = replace(page, undo=None, redo=None)
        story.app.screen.show_all()
        await story.settle()
        assert "u Undo" not in story.text
        story.app.guided.page = replace(page, undo="new plan")
        story.app.screen.show_all()
        await story.settle()
        assert "u Undo" in story.text


async def test_a_first_load_is_asked_for_before_enter_is_pressed(open_story, with_plan, location, clock):
    with Logbook.open(location, clock) as book:
        today = book.today().workouts[0]
        steps = tuple(replace(step, load=None) for step in today.steps)
        book.sessions.start(today.id, steps=steps)
    async with open_story() as story:
        await story.press("enter", "enter")
        assert "Now   No load is known yet: type it" in story.text
        await story.type("60x6")
        await story.press("enter")
        assert "No load is known yet" not in story.text
        assert "set 3 of Back squat · 60 kg × 6" in story.text


async def test_a_note_that_says_nothing_new_is_no_change(open_story, with_plan):
    async with open_story() as story:
        await story.press("enter", "enter", "enter", "t", "enter")
        assert "note on a set" not in story.text
        await story.press("u")
        assert stored(story).sets == ()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_note_stays_away_from_the_foot_where_is_what_comes_next(with_plan, location, clock, calm, size):
    app = calm.app = HybridApp(LogbookThread(lambda: Logbook.open(location, clock)), clock, AppSettings())
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        app.say("Back squat · Heaviest: 80 kg\nBest e1RM: 93 kg")
        await pilot.pause()
        (note,) = app.screen.query(Toast)
        assert note.region.height
        assert note.region.bottom <= size[1] // 3
