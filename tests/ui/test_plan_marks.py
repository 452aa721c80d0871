"""The marks of days while a workout is being moved: what fits of them, in the narrowest column too."""

from __future__ import annotations

import pytest

from hybridtui.ui.widgets.plan_week import Mark

MANY = Mark(sign="✗", rules=("R17", "H1", "R7"), style="")


@pytest.mark.parametrize(
    ("room", "written"), [(11, "✗ R17 H1 R7"), (8, "✗ R17 +2"), (7, "✗ R17…"), (5, "✗R17…"), (3, "✗")]
)
def test_of_several_rules_the_first_is_named_and_the_others_are_counted(room, written):
    assert str(MANY.fitted(room)) == written


@pytest.mark.parametrize(("room", "written"), [(7, "★ here"), (5, "★")])
def test_a_word_gives_way_to_its_sign(room, written):
    assert str(Mark(sign="★", word="here", style="").fitted(room)) == written


def test_a_day_that_breaks_nothing_has_its_sign_alone():
    assert str(Mark(sign="✓", style="").fitted(7)) == "✓"
