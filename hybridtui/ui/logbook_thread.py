"""The one thread on which the log is asked and written.

The screens never wait for a disk: they ``await ask(...)`` and go on painting. One
thread, not a pool, so answers come in the order of the questions, and the log is
opened there at the first question: the first paint does not wait for SQLAlchemy.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from hybridtui.domain.problems import Problem

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook

T = TypeVar("T")


class LogbookThread:
    """Asks one logbook, in order, off the event loop."""

    def __init__(self, open_logbook: Callable[[], Logbook]) -> None:
        self._open = open_logbook
        self._book: Logbook | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="logbook")

    async def ask(self, question: Callable[[Logbook], T]) -> T:
        """Return the logbook's answer.

        Once asked, a question is answered to its end even if the asking screen goes away:
        a set on its way to the disk is never half given up.

        Raises:
            Problem: what the logbook refuses; the first question also if it cannot be opened.
        """
        loop = asyncio.get_running_loop()
        answer = loop.run_in_executor(self._thread, self._answer, question)
        try:
            return await asyncio.shield(answer)
        except asyncio.CancelledError:
            answer.add_done_callback(_unheard)
            raise

    def _answer(self, question: Callable[[Logbook], T]) -> T:
        if self._book is None:
            self._book = self._open()
        return question(self._book)

    async def close(self) -> None:
        """Answer what was asked, close the log and end the thread."""
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, self._close_book)
        self._thread.shutdown(wait=True)

    def _close_book(self) -> None:
        if self._book is not None:
            self._book.close()
            self._book = None


def _unheard(answer: asyncio.Future[T]) -> None:
    """Let a refusal go that nobody waits for any more; what is a fault is still told."""
    if answer.cancelled():
        return
    error = answer.exception()
    if error is not None and not isinstance(error, Problem):
        answer.get_loop().call_exception_handler({"message": "A question to the log failed", "exception": error})
