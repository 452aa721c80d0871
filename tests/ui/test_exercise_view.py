"""What Library says of an exercise: where its muscles are known from."""

from __future__ import annotations

from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.own_exercises import OWN_PATTERN, completed
from hybridtui.ui.widgets.exercise_view import ExercisePage, _lines


def said_of(exercise: Exercise) -> str:
    page = ExercisePage(exercise=exercise, ladder=(), equipment=frozenset())
    return "\n".join(line.plain for line in _lines(page, 100))


def test_muscles_that_only_a_name_tells_say_so() -> None:
    mine = Exercise(id="own:1", name="Hack Squat", pattern=OWN_PATTERN)
    assert "quads, also glutes, hamstrings · known by its name" in said_of(completed(mine))
    assert "not known" in said_of(mine)
    assert "known by its name" not in said_of(catalogue()["back_squat"])
