"""Whatever is written can be read: on every screen, in dark and in light, text differs from what it stands on."""

from __future__ import annotations

import pytest
from rich.color import Color

LEAST = 25
"""Difference in brightness, of 255, that the quietest text must keep; rules and scrollbars are no text."""


def brightness(colour: Color) -> float:
    red, green, blue = colour.get_truecolor()
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


LEAST_OF_SIGNS = 60
"""A sign is a single small shape: it must differ more."""


def unreadable(app) -> list[str]:
    """Return the words of the screen that stand on their own colour, and the signs of training that are too pale."""
    return [
        segment.text
        for strip in app.screen._compositor.render_strips()
        for segment in strip
        if any(character.isalnum() or character in "▲■◆" for character in segment.text)
        and segment.style is not None
        and segment.style.color is not None
        and segment.style.bgcolor is not None
        and abs(brightness(segment.style.color) - brightness(segment.style.bgcolor))
        < (LEAST_OF_SIGNS if any(sign in segment.text for sign in "▲■◆") else LEAST)
    ]


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
async def test_no_word_is_lost_on_its_background(open_story, with_plan, theme):
    async with open_story(size=(120, 40)) as story:
        story.app.theme = theme
        for key in ("f2", "f4", "f5", "f6", "f3", "f2"):
            await story.press(key)
            assert unreadable(story.app) == []


async def test_the_first_screen_is_readable_as_it_opens(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        assert "Mon" in story.text
        assert unreadable(story.app) == []
