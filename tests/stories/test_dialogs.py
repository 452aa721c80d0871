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
        assert "1  amrap 12: 5 pull-up, 10 push-up, 15 squat" in box(story)
        await story.press("escape", "1")
        assert "amrap 12: 5 pull-up, 10 push-up, 15 squat" in box(story)[1]


async def test_the_whole_scale_of_effort_and_what_a_number_means_fit_a_small_screen(open_story, with_plan):
    async with open_story(size=(60, 16)) as story:
        await story.press("a", "k", "l")
        assert any(line.endswith("from 4 you move differently") for line in box(story))
        await story.press("escape", "enter", "enter", "enter", "f")
        assert any(line.split() == ["Effort", *map(str, range(11))] for line in box(story))


async def test_what_a_highlighted_entry_of_a_session_says_can_be_read(open_story, with_plan):
    async with open_story(size=(80, 24)) as story:
        await story.press("enter", "enter", "enter", "f", "enter", "enter", "f5", "l", "enter")
        assert "What was done" in story.text
        assert faint(story) == []


async def test_the_sheet_of_a_session_tells_what_hurt_in_it(open_story, with_plan):
    async with open_story(size=(80, 24)) as story:
        await story.press("enter", "enter", "enter", "a", "k", "l", "2", "enter")
        await story.press("f", "enter", "enter", "f5", "l", "enter")
        assert "Ache: Left knee: 2 of 10" in story.text


def faint(story) -> list[str]:
    """What stands on the highlighted entry with too little contrast to be read at a glance."""
    strips = story.app.screen._compositor.render_strips()
    row = next(y for y, line in enumerate(story.text.splitlines()) if "80 kg × 6" in line and "planned" not in line)
    return [
        segment.text
        for segment in strips[row]
        if segment.text.strip(" │") and segment.style is not None and contrast(segment.style) < READABLE
    ]


def contrast(style) -> float:
    """The contrast ratio of a text (WCAG 2)."""
    light, dark = sorted((luminance(style.color), luminance(style.bgcolor)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour) -> float:
    parts = [part / 255 for part in colour.get_truecolor()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


READABLE = 3.0
"""Contrast that large or bold text asks for (WCAG 2)."""


async def test_the_check_in_tells_when_to_stop_from_the_number_that_ends_an_exercise(open_story, with_plan):
    async with open_story(size=(80, 24)) as story:
        await story.press("a", "k", "l", "2", "enter", "c")
        assert any("2 of 10" in line for line in box(story))
        assert "Dizzy" not in story.text
        await story.press("escape", "a", "5", "enter", "c")
        assert "Dizzy" in story.text
