"""What the athlete prefers is told to whoever keeps it, by its name, from a key or from the palette."""

from __future__ import annotations

import pytest

from hybridtui.ui.commands import commands


@pytest.fixture
def kept(monkeypatch):
    from hybridtui.ui.preferences import PreferringApp

    told = {}
    monkeypatch.setattr(PreferringApp, "_tell", lambda _, name, value: told.update({name: value}))
    return told


def palette(app):
    return {command.title: command.callback for command in commands(app)}


async def test_the_palette_offers_each_preference_and_keeps_it(open_story, kept):
    async with open_story() as story:
        for title, name, value in (
            ("Bell off", "bell", False),
            ("Flash off", "flash", False),
            ("Title off", "title", False),
            ("Notify off", "notify", False),
            ("Beat on", "beat", True),
            ("Effort: RPE", "effort", "rpe"),
        ):
            kept.clear()
            offered = palette(story.app)
            assert title in offered
            offered[title]()
            await story.settle()
            assert kept == {name: value}
            assert getattr(story.app.settings, name) == value
            assert title not in palette(story.app)


async def test_one_key_goes_through_the_ways_to_rate_a_set_and_round_again(open_story, kept):
    async with open_story() as story:
        ways = []
        for _ in range(3):
            story.app.action_rate()
            ways.append(kept["effort"])
        assert ways == ["rpe", "rir", "off"]
