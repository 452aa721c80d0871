"""The dialogs of a session: all that decides is in sight, also on a small screen, and what was said stays."""

from __future__ import annotations

import pytest

SIZES = [(60, 16), (80, 24)]


def box(story) -> list[str]:
    """The lines inside the dialog."""
    region = story.app.screen.query_one(".dialog").region
    lines = story.text.splitlines()[region.y + 1 : region.bottom - 1]
    return [line[region.x + 1 : region.right - 1].strip() for line in lines]


@pytest.mark.parametrize("size", SIZES)
async def test_what_decides_is_in_sight_on_a_small_screen(open_story, with_plan, size):
    async with open_story(size=size) as story:
        await story.press("c")
        labels = ("Fatigue", "Sleep", "Muscles", "Stress", "Mood", "Hours of sleep", "Ill", "Pain")
        lines = box(story)
        assert [sum(label in line for line in lines) for label in labels] == [1] * 8
        assert any("GREEN" in line for line in lines)
        await story.press("escape", "E")
        assert any("home" in line and ("change" in line or "as planned" in line) for line in box(story))
        await story.press("escape", "enter", "enter", "x")
        assert "today only   from now on" in box(story)[-1]
        await story.press("escape", "o")
        assert any("Back squat" in line and "3 × 6–8" in line for line in box(story))
        assert "u takes it back" in box(story)[-1] or "u takes it back" in box(story)[-2]


async def test_what_was_saved_is_still_said_when_a_dialog_was_looked_at(open_story, with_plan):
    async with open_story(size=(80, 24)) as story:
        await story.press("enter", "enter", "enter")
        said = story.text.splitlines()[-3]
        assert "Saved: set 1 of Back squat" in said
        for key in ("o", "x", "a", "t"):
            await story.press(key, "escape")
            assert story.text.splitlines()[-3] == said, key
        await story.type("80x5")
        assert "Saved" not in story.text.splitlines()[-3]


async def test_a_block_is_typed_after_its_own_example(open_story, with_plan):
    async with open_story(size=(80, 24)) as story:
        await story.press("n", "b")
        assert any(line.startswith("such as amrap 12") for line in box(story))
