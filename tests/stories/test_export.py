"""The export dialog, by keys: choose a format, a day and a place; hear what was written, or why not."""

from __future__ import annotations

import json
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from hybridtui.domain.exports import ExportFormat
from hybridtui.domain.imports import Batch
from hybridtui.domain.session import Status
from hybridtui.store import Store
from hybridtui.ui.dialogs.export import LABELS, ExportDialog
from tests.store.builders import NOW, logged, session


@pytest.fixture
def trained(location, with_plan):
    """Two sessions with squats, a week apart."""
    ended = session().started.later(timedelta(hours=-2))
    done = [
        session(f"s{day}", day=-day, status=Status.FINISHED, ended=ended, sets=(logged(f"a{day}"),)) for day in (1, 8)
    ]
    with Store.open(location) as store:
        store.add_batch(Batch("b", "training", "app"), (), done, NOW)


async def test_data_goes_out_by_keys_and_what_cannot_be_written_says_why(
    open_story, trained, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / "Downloads").mkdir()
    proposed = tmp_path / "Downloads" / "hybridtui-2026-03-04.json"
    async with open_story() as story:
        await story.press("H", "x")
        dialog = story.app.screen
        assert isinstance(dialog, ExportDialog)
        for format_ in ExportFormat:
            assert f"{LABELS[format_]}  " in story.text
            assert format_.purpose in story.text
        assert (dialog.place.value, dialog.choice.value) == (str(proposed), ExportFormat.JSON)

        await story.press("enter")
        assert "Written: 2 sessions, " in story.text
        assert len(json.loads(proposed.read_text())["sessions"]) == 2
        assert stat.S_IMODE(proposed.stat().st_mode) == 0o600
        await story.press("enter")
        assert not isinstance(story.app.screen, ExportDialog)

        await story.press("x")
        assert story.app.screen.place.value.endswith("hybridtui-2026-03-04-2.json"), "what is there stays"
        story.app.screen.place.value = str(proposed)
        proposed.write_text("mine", encoding="utf-8")
        await story.press("enter")
        assert "is there already" in story.text
        assert proposed.read_text(encoding="utf-8") == "mine"
        await story.press("tab", "tab", "end", "a", "backspace")
        assert "is there already" not in story.text, "another place was typed"
        await story.press("enter", "enter")
        assert len(json.loads(proposed.read_text())["sessions"]) == 2
        await story.press("enter", "x", "down", "down", "down", "down")
        assert story.app.screen.place.value.endswith("hybridtui-markdown-2026-03-04.md"), "the place follows the format"
        await story.press("tab")
        await story.type("march")
        await story.press("enter")
        assert "“march” is no day" in story.text
        await story.press(*["backspace"] * 5)
        await story.type("2026-03-01")
        await story.press("tab", "ctrl+u")
        await story.type("~/nowhere/log.md")
        await story.press("enter")
        assert "make it first" in story.text
        (tmp_path / "nowhere").mkdir()
        monkeypatch.setenv("HOME", str(tmp_path))
        await story.press("enter")
        assert "Written: 1 session, " in story.text
        assert "Barbell back squat 1x5 @ 80 kg" in (tmp_path / "nowhere" / "log.md").read_text()
        await story.press("escape")
        assert not isinstance(story.app.screen, ExportDialog)
