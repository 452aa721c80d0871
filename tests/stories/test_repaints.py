"""What a key of a session costs: no layout for a character, one look at the keys, a repaint of what changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.screen import Screen

from hybridtui.logbook import Logbook
from hybridtui.ui.app import HybridApp
from hybridtui.ui.logbook_thread import LogbookThread
from hybridtui.ui.screens.today import TodayScreen
from hybridtui.ui.screens.today_state import State


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list that grows by one whenever a screen is laid out anew."""
    done: list[str] = []
    lay_out = Screen._refresh_layout

    def counted(self: Screen[object], *args: object, **options: object) -> None:
        done.append(type(self).__name__)
        lay_out(self, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Screen, "_refresh_layout", counted)
    return done


@pytest.mark.usefixtures("with_plan")
async def test_typing_an_entry_lays_nothing_out(open_story, layouts):
    async with open_story() as story:
        await story.press("enter", "K")
        layouts.clear()

        await story.type("80x8,8,6")

        assert "80 kg × 8, 8, 6" in story.text
        assert layouts == []


@pytest.mark.usefixtures("with_plan")
async def test_a_logged_set_lays_nothing_out(open_story, layouts):
    async with open_story() as story:
        await story.press("enter", "K", "enter")
        await story.type("80x5")
        layouts.clear()

        await story.press("enter")

        assert "Saved: set 2 of Back squat" in story.text
        assert layouts == []


@pytest.mark.usefixtures("with_plan")
async def test_what_decides_which_keys_are_offered_is_looked_at_once_for_all(open_story, monkeypatch):
    async with open_story() as story:
        await story.press("enter", "K")
        seen: list[State] = []
        look = TodayScreen.__dict__["state"].fget

        def counted(screen: TodayScreen) -> State:
            seen.append(look(screen))
            return seen[-1]

        monkeypatch.setattr(TodayScreen, "state", property(counted))

        keys = story.app.screen.active_bindings

        assert {"enter", "space", "u", "k"} <= keys.keys()
        assert len(seen) == 1


async def test_the_first_frame_is_painted_before_the_log_is_asked(open_story, monkeypatch):
    seen: list[str] = []
    paint, ask = Screen._compositor_refresh, LogbookThread.ask

    def painted(self: Screen[object]) -> None:
        if not self.app._batch_count:  # else nothing reaches the terminal
            seen.append("painted")
        paint(self)

    async def asked(self: LogbookThread, question: Callable[[Logbook], object]) -> object:
        seen.append("asked")
        return await ask(self, question)

    monkeypatch.setattr(Screen, "_compositor_refresh", painted)
    monkeypatch.setattr(LogbookThread, "ask", asked)
    guide = HybridApp.__dict__["guided"].func
    monkeypatch.setattr(HybridApp.__dict__["guided"], "func", lambda app: seen.append("guide") or guide(app))

    async with open_story():
        assert seen[0] == "painted"
        assert seen.index("guide") < seen.index("asked")
