"""What files say an exercise trains is taken where its name does not tell it better."""

from __future__ import annotations

from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.formats.lifting import muscle_words
from tests.formats.options import read_text
from tests.formats.test_fitnotes import NEW
from tests.formats.test_liftosaur import HEADER, row


def brought(text: str) -> dict[str, Exercise]:
    return {exercise.name: exercise for exercise in read_text(text).exercises}


def test_the_category_of_fitnotes_is_the_muscle_of_an_exercise_that_nobody_knows() -> None:
    rows = ("Red Machine,Triceps", "Blue Machine,Back", "Green Machine,Legs", "Chin Up,Biceps")
    found = brought("\n".join([NEW, *(f"2024-08-04,{each},40.0,kgs,8,,,," for each in rows)]))
    assert (found["Red Machine"].primary, found["Red Machine"].secondary) == ("triceps", ())
    assert (found["Blue Machine"].primary, found["Blue Machine"].secondary) == ("upper_back", ("lats",))
    assert not found["Green Machine"].primary  # legs are several muscles, and a press is no calf raise
    assert not found["Chin Up"].primary  # its name tells it


def test_the_targets_of_liftosaur_are_the_muscles_of_an_exercise_that_nobody_knows() -> None:
    line = row(exercise="Red Machine").replace('"a,b",', '"Quadriceps,Gluteus Maximus","Soleus,Something"')
    machine = brought(f"{HEADER}\n{line}\n")["Red Machine"]
    assert (machine.primary, machine.secondary) == ("quads", ("glutes", "calves"))
    assert not brought(f"{HEADER}\n{row(exercise='Red Machine')}\n")["Red Machine"].primary


def test_they_are_words_of_the_library() -> None:
    words = {muscle for each in catalogue().values() for muscle in (each.primary, *each.secondary)}
    told = {*muscle_words._MUSCLES.values(), *(each for some in muscle_words._CATEGORIES.values() for each in some)}
    assert told <= words
