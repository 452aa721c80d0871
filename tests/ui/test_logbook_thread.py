"""The thread that the log is asked on, when nobody waits for its answer any more."""

from __future__ import annotations

import asyncio
import gc
from threading import Event

import pytest

from hybridtui.domain.problems import Problem
from hybridtui.ui.logbook_thread import LogbookThread


class Closed:
    """A log of which only the end is asked."""

    def close(self) -> None:
        pass


@pytest.mark.parametrize(("error", "told"), [(Problem("stopped"), 0), (ZeroDivisionError("a fault"), 1)])
async def test_a_refusal_that_nobody_waits_for_is_let_go_and_a_fault_is_told(error: Exception, told: int) -> None:
    heard: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: heard.append(context))
    book, begun, go_on = LogbookThread(Closed), Event(), Event()

    def question(_book: object) -> None:
        begun.set()
        go_on.wait(5)
        raise error

    asked = asyncio.create_task(book.ask(question))
    await asyncio.to_thread(begun.wait, 5)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    go_on.set()
    await book.close()
    await asyncio.sleep(0)
    gc.collect()
    assert len(heard) == told
