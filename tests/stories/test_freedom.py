"""Changing the session while it runs, by keys: what is stored, what is said, and that one key takes it back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hybridtui.domain import guide
from hybridtui.domain.guide import Place
from hybridtui.domain.ladder import SLOW_TEMPO
from hybridtui.domain.session import Session
from hybridtui.logbook import Logbook
from tests.hostile import HOSTILE


def stored(story) -> Session:
    with story.log() as book:
        session = book.today().open_session
    assert session is not None
    return session


def told(story) -> str:
    """What was said in a note."""
    return " ".join(note.message for note in story.app._notifications)


def titles(session: Session) -> list[str]:
    return [step.title for step in session.steps]


async def begin(story) -> None:
    """Start the strength session and tick its warm-up off."""
    await story.press("enter", "enter")


async def test_another_exercise_costs_two_keys_however_quickly_they_are_pressed(open_story, with_plan):
    async with open_story() as story:
        await begin(story)
        await story.hurry("x", "enter")
        session = stored(story)
        assert session.sets == (), "enter was the dialog's: no set was logged"
        assert session.steps[1].title != "Back squat"
        assert f"{session.steps[1].title}, today only: u takes it back" in story.text
        await story.press("u")
        assert titles(stored(story))[1] == "Back squat"


async def test_the_dialog_says_why_what_with_and_with_which_target(open_story, with_plan):
    async with open_story() as story:
        await begin(story)
        await story.press("x")
        assert "In place of Back squat" in story.text
        assert "same movement and muscle: squat, quads" in story.text
        assert "not done before" in story.text
        assert "easier" in story.text
        await story.press("escape")
        assert titles(stored(story))[1] == "Back squat"


async def test_from_now_on_changes_the_plan_as_well_and_one_undo_takes_back_both(
    open_story, with_plan, location, clock
):
    first, *others = with_plan.weeks  # without its Thursday: the same muscles hard on two days in a row break R5
    rested = replace(first, workouts=tuple(w for w in first.workouts if w.id != "thu-0"))
    with Logbook.open(location, clock) as book:
        book.plans.adopt(replace(with_plan, id="rested", weeks=(rested, *others)))
    async with open_story() as story:
        await begin(story)
        await story.press("x", "tab", "enter")
        new = stored(story).steps[1].exercise
        assert "from now on: u takes it back" in story.text
        with story.log() as book:
            assert planned(book) == {new}
        await story.press("u")
        with story.log() as book:
            assert planned(book) == {"back_squat"}
        assert titles(stored(story))[1] == "Back squat"


def planned(book: Logbook) -> set[str | None]:
    plan = book.plans.current()
    assert plan is not None
    return {w.steps[1].exercise for week in plan.weeks for w in week.workouts if w.id.startswith("thu")}


async def test_what_would_break_a_rule_from_now_on_is_refused_and_nothing_is_changed(open_story, with_plan):
    async with open_story() as story:
        await begin(story)
        before = stored(story)
        await story.press("x", "tab", "enter")
        assert "would break R5" in told(story)
        assert stored(story) == before


async def test_any_exercise_of_the_library_can_take_the_place_also_one_that_is_new_to_it(open_story, with_plan):
    async with open_story() as story:
        await begin(story)
        await story.press("x", "n")
        await story.type("sled drag")
        await story.press("enter")
        assert titles(stored(story))[1] == "sled drag"


async def test_easier_and_harder_are_one_key_each(open_story, with_plan):
    async with open_story() as story:
        await begin(story)
        await story.press("less_than_sign")
        easier = stored(story).steps[1].title
        assert easier != "Back squat"
        assert f"{easier}, today only: u takes it back" in story.text
        await story.press("greater_than_sign")
        assert stored(story).steps[1].title not in (easier, "Push-up")


async def test_where_nothing_is_harder_it_is_done_slower(open_story, with_plan):
    async with open_story() as story:
        await begin(story)
        await story.press("K", "E", "down", "down", "down", "down", "enter")  # at the push-ups, with nothing at hand
        for _ in range(3):
            await story.press("greater_than_sign")
        step = stored(story).steps[2]
        assert step.tempo == SLOW_TEMPO
        await story.press("greater_than_sign")
        assert "nothing harder than" in told(story)
        await story.press("less_than_sign")
        assert stored(story).steps[2].tempo != SLOW_TEMPO


# the rest of the session


async def test_what_is_chosen_from_the_rest_comes_next(open_story, with_plan):
    async with open_story() as story:
        await begin(story)
        await story.press("enter", "o", "down", "down", "enter")
        session = stored(story)
        assert titles(session)[1:3] == ["Side plank", "Back squat"]
        assert guide.current(session) == Place(1, 1)
        assert guide.outcome(session, Place(2, 1)) == "done"
        await story.press("u")
        assert titles(stored(story))[1] == "Back squat"


async def test_steps_are_moved_one_place_at_a_time(open_story, with_plan):
    async with open_story() as story:
        await begin(story)
        await story.press("o", "J", "J", "shift+up", "escape")
        assert titles(stored(story))[1:4] == ["Push-up", "Back squat", "Side plank"]


async def test_sets_are_added_and_taken_away_and_two_exercises_joined_and_parted(open_story, with_plan):
    async with open_story() as story:
        await begin(story)
        await story.press("o", "plus")
        assert stored(story).steps[1].sets == 4
        await story.press("minus", "minus")
        assert stored(story).steps[1].sets == 2
        await story.press("g")
        groups = [step.group for step in stored(story).steps[1:3]]
        assert groups[0] == groups[1] is not None
        assert "Part" in story.text
        await story.press("g")
        assert stored(story).steps[1].group is None
        await story.press("u", "u", "u", "u")
        assert stored(story).steps[1].sets == 4


async def test_an_exercise_is_added_after_the_one_in_focus(open_story, with_plan):
    async with open_story() as story:
        await begin(story)
        await story.press("o", "a")
        await story.type("dead bug")
        await story.press("enter")
        assert titles(stored(story))[1:4] == ["Back squat", "Dead bug", "Push-up"]
        await story.press("escape")
        assert "Dead bug" in story.text


async def test_a_step_is_swapped_and_skipped_from_the_list(open_story, with_plan):
    async with open_story() as story:
        await begin(story)
        await story.press("o", "down", "x", "enter")
        assert stored(story).steps[2].title != "Push-up"
        await story.press("k", "escape")
        session = stored(story)
        assert guide.outcome(session, Place(2, 2)) == "skipped"
        assert guide.current(session) == Place(1, 1)


async def test_in_the_list_what_cannot_be_is_not_offered(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await begin(story)
        await story.press("o")
        assert "Sooner" not in story.text.splitlines()[-1]
        assert "Later" in story.text.splitlines()[-1]
        await story.press("end")  # the cool-down
        last = story.text.splitlines()[-1]
        assert "Later" not in last
        assert "Superset" not in last
        assert "+ Set" in last, "a round more of a stretch, but not less than one"


# equipment


async def test_before_it_begins_a_workout_is_shown_and_begun_with_what_is_there_today(open_story, with_plan):
    async with open_story() as story:
        await story.press("E", "down", "down")
        assert "Back squat → Goblet squat" in story.text
        await story.press("enter")
        assert "Goblet squat" in story.text
        await story.press("enter")
        session = stored(story)
        assert "Goblet squat" in titles(session)
        with story.log() as book:
            assert planned(book) == {"back_squat"}, "only today"


async def test_while_it_runs_the_rest_is_done_with_what_is_there(open_story, with_plan):
    async with open_story() as story:
        await begin(story)
        await story.press("enter", "E", "end", "enter")
        session = stored(story)
        assert titles(session)[1:3] == ["Back squat", "Bodyweight squat"]
        assert (session.steps[1].sets, session.steps[2].sets) == (1, 2)
        await story.press("x")
        assert "no equipment" in story.text
        await story.press("escape", "u")
        assert titles(stored(story))[1] == "Back squat"
        assert stored(story).steps[1].sets == 3


# what is hostile


@pytest.mark.parametrize("size", [(80, 24), (60, 16)])
async def test_hostile_names_are_shown_as_they_are_and_obeyed_never(open_story, with_plan, location, clock, size):
    with Logbook.open(location, clock) as book:
        session = book.sessions.start("w-strength")
        for name in ("[bold red]Squat[/]", "\x1b]0;pwned\x07title", "[@click=app.quit]press me[/]"):
            own = book.add_exercise(name, like="back_squat")
            book.freedom.swap(session.id, 1, own.id)
    async with open_story(size=size) as story:
        await story.press("enter", "enter", "x")
        assert "[@click=app.quit]press" in story.text
        await story.press("escape", "o")
        assert "[@click=app.quit]press" in story.text
        await story.press("g", "plus", "escape", "E", "end")
        assert "[@click=app.quit]press" in story.text
        await story.press("escape")
        assert stored(story).steps[1].sets == 4


async def test_hostile_texts_in_the_search_leave_the_session_intact(open_story, with_plan):
    async with open_story() as story:
        await begin(story)
        before = stored(story)
        await story.press("x", "n")
        for text in HOSTILE[::7]:
            story.app.screen.query_one("Input").value = text
            await story.settle()
        await story.press("escape")
        assert stored(story) == before
