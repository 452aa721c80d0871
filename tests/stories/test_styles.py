"""How the other screens look is read while Today is looked at, not when they are gone to."""

from __future__ import annotations

import pytest
from textual.css.stylesheet import Stylesheet


@pytest.mark.usefixtures("with_plan")
@pytest.mark.parametrize("key", ["f3", "f4", "f5", "f6"])
async def test_going_to_a_screen_parses_no_style_that_is_known(open_story, monkeypatch, key):
    anew: list[Stylesheet] = []
    async with open_story() as story:
        await story.app.workers.wait_for_complete([w for w in story.app.workers if w.name == "_afterwards"])
        monkeypatch.setattr(Stylesheet, "reparse", lambda self: anew.append(self))

        await story.press(key)

        assert anew == []
