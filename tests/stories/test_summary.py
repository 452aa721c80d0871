"""The end of a session: what its summary says, and that the most important of it is always in sight."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from hybridtui.domain import cards
from hybridtui.domain.drafts import SetDraft
from hybridtui.domain.guide import Place
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.logbook import Logbook
from tests.stories.conftest import ATHLETE

ALL_CARDS = {card.text for card in vars(cards).values() if isinstance(card, cards.Card)}


async def through(story) -> None:
    """Begin today's strength session and follow it to its end, all as planned, in the planned 45 minutes."""
    await story.press("enter")
    for _ in range(9):
        await story.press("enter")
    await story.press("enter", "6", "tab", "backspace", "backspace", "4", "5", "enter")


def cards_in(text: str) -> int:
    """How many information cards are told, one that is told twice counted twice."""
    return sum(text.count(card[:30]) for card in ALL_CARDS)


def shown(story) -> str:
    """The right pane as one line."""
    halves = [line.split("│") for line in story.text.splitlines()]
    return re.sub(r"\s+", " ", " ".join(parts[-2] for parts in halves if len(parts) > 3))


async def test_a_session_as_planned_says_so_with_one_card_and_names_what_is_next_with_its_target(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await through(story)
        text = shown(story)
        assert "all as planned" in text
        assert "Next today · ▲ run · Easy run" in text
        assert "This week 0 % run" in text
        assert cards_in(text) == 1
        await story.press("enter", "enter", "K", "k", "K", "f", "enter")
        text = shown(story)
        assert "Next tomorrow · ■ strength · Full body · 45 min · Back squat 3 × 6–8 at 80 kg" in text


async def test_what_differed_is_told_in_words(open_story, with_plan):
    async with open_story(size=(120, 40)) as story:
        await story.press("enter", "K")
        await story.type("82.5x6,6")
        await story.press("enter", "k")
        await story.press("f", "8", "enter")
        text = shown(story)
        assert "Back squat: 2 of 3 sets, 2.5 kg more" in text
        assert "Push-up: not done" in text
        assert "Warm-up: skipped" in text
        assert re.search(r"\d+ steps still to do: o goes on", text)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_most_important_stays_where_room_is_short(open_story, with_plan, size):
    async with open_story(size=size) as story:
        await story.press("enter", "K")
        await story.type("85x6,6,6")
        await story.press("enter", "f", "8", "enter")
        text = shown(story)
        for fact in ("Done", "Left", "Next"):
            assert fact in text, fact
        assert "This week 0 % run, target 50/50: strength a little ahead" in story.text  # above, where room is short


async def test_exactly_one_information_card_fits_where_room_is_short(open_story, with_plan):
    async with open_story() as story:
        await through(story)
        assert cards_in(shown(story)) == 1


async def test_records_are_named_once_each_beside_one_card_and_the_load(open_story, with_plan, location, clock):
    with Logbook.open(location, clock) as book:
        before = book.sessions.start("thu-0")
        book.sessions.log_sets(before.id, Place(1, 1), "back_squat", [SetDraft(load=Load(80), reps=6)])
        book.sessions.finish(before.id, rpe=7, minutes=30)
    clock.pass_(3600)
    async with open_story(size=(120, 40)) as story:
        await story.press("enter", "K")
        await story.type("85x6,6,6")
        await story.press("enter", "f", "8", "tab", *["backspace"] * 3, "4", "5", "enter")
        text = shown(story)
        assert text.count("Records") == 1
        assert text.count("Heaviest: 85 kg") == 1
        assert cards_in(text) == 1
        assert "Load 360 (minutes × effort 8)" in text


async def test_what_was_lifted_is_told_in_the_unit_of_the_athlete(open_story, with_plan, location, clock):
    with Logbook.open(location, clock) as book:
        book.save_athlete(replace(ATHLETE, weight_unit=WeightUnit.LB))
    async with open_story(size=(120, 40)) as story:
        await story.press("enter", "K")
        await story.type("100x10")
        await story.press("enter", "f", "enter")
        assert "1 set · 1,000 lb lifted" in shown(story)
        assert "kg lifted" not in story.text
