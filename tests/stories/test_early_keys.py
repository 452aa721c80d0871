"""Keys that are pressed while the log is still being asked."""

from __future__ import annotations

import threading

from hybridtui.logbook import Logbook
from hybridtui.ui.app import HybridApp
from hybridtui.ui.logbook_thread import LogbookThread


async def test_the_entry_line_takes_no_key_before_a_session_goes_on(open_story, with_plan, location, clock, calm):
    async with open_story() as story:
        await story.press("enter")
    answer = threading.Event()

    def slow() -> Logbook:
        answer.wait()
        return Logbook.open(location, clock)

    app = HybridApp(LogbookThread(slow), clock)
    async with app.run_test(size=(80, 24)) as pilot:
        try:
            await pilot.pause()
            assert app.focused is None
        finally:
            answer.set()
            calm.app = app
