"""Finding exercises: by words, by group, by what is at hand (R15); ladders easiest first (R28)."""

from __future__ import annotations

import pytest

from hybridtui.domain.exercises import Exercise, catalogue
from hybridtui.domain.library import Group, Wanted, found, group_of, ladder, pattern_words


def ids(wanted: Wanted) -> list[str]:
    return [exercise.id for exercise in found(catalogue().values(), wanted)]


def test_without_a_wish_everything_is_found_in_its_order():
    assert ids(Wanted()) == list(catalogue())


@pytest.mark.parametrize("text", ["glute bridge", "BRIDGE glute", "  glute   bridge "])
def test_all_words_must_occur_in_any_order_and_case(text: str):
    assert "glute_bridge" in ids(Wanted(text=text))
    assert "push_up" not in ids(Wanted(text=text))


def test_what_is_called_so_comes_before_what_only_works_there():
    assert ids(Wanted(text="barbell back squat"))[0] == "back_squat"


def test_muscles_can_be_searched():
    assert all("calves" in (e.primary, *e.secondary) for e in found(catalogue().values(), Wanted(text="calves")))
    assert ids(Wanted(text="calves"))


def test_no_exercise_of_the_library_is_without_a_group():
    assert [e.id for e in catalogue().values() if group_of(e) is Group.OWN] == []


def test_groups_share_the_library_out():
    assert sum(len(ids(Wanted(group=group))) for group in Group) == len(catalogue())


def test_nothing_with_equipment_is_found_with_bare_hands():
    bare = ids(Wanted(equipment=frozenset()))
    assert "push_up" in bare
    assert "back_squat" not in bare
    assert "back_squat" in ids(Wanted(equipment=frozenset({"barbell", "rack"})))


def test_own_exercises_are_found_in_their_group_and_among_your_own():
    own = Exercise(id="own:1", name="Zercher squat", pattern="squat")
    assert found((own,), Wanted(group=Group.OWN)) == (own,)
    assert found((own,), Wanted(group=Group.SQUAT)) == (own,)
    assert found((own,), Wanted(group=Group.PUSH)) == ()


def test_a_ladder_climbs_from_the_easiest_step_to_the_hardest():
    steps = [e.id for e in ladder(catalogue(), catalogue()["bodyweight_squat"])]
    assert steps[:4] == ["wall_sit", "box_squat", "bodyweight_squat", "tempo_squat"]
    assert ladder(catalogue(), catalogue()["wall_sit"])[0].id == "wall_sit"


def test_a_ladder_that_leads_in_a_circle_ends():
    first = Exercise(id="a", name="a", pattern="squat", harder="b")
    second = Exercise(id="b", name="b", pattern="squat", harder="a")
    assert ladder({"a": first, "b": second}, first) == (first, second)


def test_patterns_are_words():
    assert not [e.id for e in catalogue().values() if "_" in pattern_words(e)]
