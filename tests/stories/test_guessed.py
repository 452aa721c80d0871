"""Exercises that a watch guessed are confirmed by a key, and own ones become the library's; both can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.imports import Batch
from hybridtui.domain.session import LoggedSet, Source
from hybridtui.domain.units import Load
from hybridtui.domain.workout import Kind
from hybridtui.store import Store
from hybridtui.ui.screens.session import SessionScreen
from tests.stories.logged import fill, run


def lifted(clock, exercise: str, *, guessed: bool):
    sets = tuple(
        LoggedSet(id=f"{exercise}{at}", position=at, exercise=exercise, load=Load(60.0), reps=8, unconfirmed=guessed)
        for at in range(3)
    )
    whole = run(1, clock.now().date() - timedelta(days=1))
    return replace(whole, kind=Kind.STRENGTH, title="Watch", sets=sets, runs=(), run_s=0.0, strength_s=1800.0,
                   source=Source.FIT, subtype="")  # fmt: skip


async def test_guesses_of_a_watch_are_said_to_be_another_exercise(open_story, location, clock):
    fill(location, clock, [lifted(clock, "plank", guessed=True)])
    async with open_story() as story:
        story.app.push_screen(SessionScreen("session-1"))
        await story.settle()
        assert "? 3 sets with an exercise that the watch guessed: g confirms" in story.text
        assert "Guesses" in story.text.splitlines()[-1]
        await story.press("g")
        assert "Plank, as guessed" in story.text
        await story.type("front squ")
        await story.press("enter")
        assert "guessed" not in story.text
        assert "Barbell front squat" in story.text
        await story.press("u")
        assert "3 sets with an exercise that the watch guessed" in story.text
        await story.press("g", "enter")
        assert "guessed" not in story.text
        assert "Guesses" not in story.text.splitlines()[-1]
        assert "Plank" in story.text


async def test_an_own_exercise_becomes_one_of_the_library(open_story, location, clock):
    fill(location, clock, [])
    own = Exercise(id="own:bank-1", name="Bankdrücken [b]", pattern="other")
    with Store.open(location) as store:
        done = lifted(clock, own.id, guessed=False)
        store.add_batch(Batch("b", "import", "strong"), [own], [replace(done, batch_id="b")], clock.now())
    async with open_story() as story:
        await story.press("X")
        assert "Is really" not in story.text, "one of the library is what it is"
        await story.press("slash")
        await story.type("bankdr")
        await story.press("enter", "i")
        assert "3 sets will change" in story.text
        assert "Barbell bench press" in story.text
        assert "likely" in story.text
        await story.press("enter")
        assert "Nothing is called that" in story.text
        assert own.id not in story.log().exercises()
        assert len(story.log().history.exposures("bench_press")) == 1
