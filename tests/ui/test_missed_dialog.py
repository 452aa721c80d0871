"""The dialog about a missed workout, by itself: three choices, and only what is possible can be chosen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import OptionList

import hybridtui.ui
from hybridtui.domain.plan.missed import Action, Choice
from hybridtui.domain.workout import Kind, Workout
from hybridtui.ui.dialogs.missed import MissedDialog

RUN = Workout(
    id="w", day=date(2026, 3, 8), kind=Kind.RUN, subtype="long", title="Long run [b]75[/b] min\x1b[2J", minutes=75,
    run_minutes=75, strength_minutes=0, steps=(),
)  # fmt: skip


def choice(action: Action, text: str, *, possible: bool = True) -> Choice:
    return Choice(action=action, workout_id="w", possible=possible, text=text, label=action.value if possible else "")


SHIFT = choice(
    Action.SHIFT, "No day of its week is left, and what was missed is not added to the next one.", possible=False
)
SWAP = choice(Action.SWAP, "Do it on Sunday 8 March in place of Easy run 30 min, which is left out. " * 3)
DROP = choice(Action.DROP, "Leave it out. The week comes to 85 of 120 min, 41 % running instead of 50 %.")


class Asking(App[None]):
    """Nothing but the dialog."""

    CSS_PATH = [Path(hybridtui.ui.__file__).parent / "app.tcss"]

    def __init__(self, *choices: Choice) -> None:
        super().__init__()
        self.choices, self.answers = choices, list[Choice | None]()

    def on_mount(self) -> None:
        self.push_screen(MissedDialog(RUN, self.choices), self.answers.append)


async def answered(*keys: str, choices: tuple[Choice, ...] = (SHIFT, SWAP, DROP)) -> list[Choice | None]:
    app = Asking(*choices)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        return app.answers


def text(pilot: Pilot[None]) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (["2"], [SWAP]),
        (["3"], [DROP]),
        (["1"], []),
        (["enter"], [SWAP]),
        (["down", "enter"], [DROP]),
        (["down", "down", "enter"], [SWAP]),
        (["escape"], [None]),
    ],
)
async def test_digits_arrows_and_escape(keys: list[str], chosen: list[Choice | None]) -> None:
    assert await answered(*keys) == chosen


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 24)])
async def test_every_consequence_is_told_in_full_and_why_something_cannot_be(size: tuple[int, int]) -> None:
    app = Asking(SHIFT, SWAP, DROP)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = " ".join(text(pilot).replace("│", " ").split())
        assert "Long run [b]75[/b] min[2J, Sunday 8 March: what now?" in shown
        assert "Not possible. No day of its week is left" in shown
        assert "41 % running instead of 50 %." in shown
        assert shown.count("which is left out.") == 3
        listed = app.screen.query_one(OptionList)
        assert listed.get_option("shift").disabled


async def test_the_foot_offers_only_keys_that_do_something() -> None:
    app = Asking(SHIFT, SWAP, DROP)
    async with app.run_test() as pilot:
        await pilot.pause()
        foot = text(pilot).splitlines()[-1]
        assert "2 Swap" in foot
        assert "3 Drop" in foot
        assert "Shift" not in foot


async def test_all_three_can_be_chosen_if_all_are_possible() -> None:
    shift = choice(Action.SHIFT, "Do it on Sunday 8 March. The week keeps 120 min, 50 % of it running.")
    assert await answered("1", choices=(shift, SWAP, DROP)) == [shift]
    assert await answered("enter", choices=(shift, SWAP, DROP)) == [shift]
