"""The terminal driver: Textual's own, made to survive what terminals really send.

Textual 8.2.8 dies of a byte that is not UTF-8 and of an over-long escape sequence
(Textualize/textual#6456), and leaves raw mode and the alternate screen behind when
it is terminated. Source: reliability.md 2.5.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import signal
from collections.abc import Iterator
from typing import IO

from textual.drivers.linux_driver import LinuxDriver

from hybridtui.domain.text import clean

TITLE_LIMIT = 80
"""Longest terminal title, in characters."""

_PUSH_TITLE, _POP_TITLE = "\x1b[22;2t", "\x1b[23;2t"


class LastingFile:
    """A terminal to write to that may go away: from then on what is written is dropped.

    Textual's writing thread dies of the error instead, and the app waits for ever for room in its queue.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write a text, or drop it."""
        with _gone_is_fine():
            self._file.write(text)

    def flush(self) -> None:
        """Send what was written, or drop it."""
        with _gone_is_fine():
            self._file.flush()

    def fileno(self) -> int:
        """Return the terminal's number."""
        return self._file.fileno()


@contextlib.contextmanager
def _gone_is_fine() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno != errno.EIO:  # SIGHUP says the rest
            raise


class SteadyDriver(LinuxDriver):
    """Reads on after unreadable input; ends tidily on SIGTERM and SIGHUP; can name the terminal's window."""

    _titled = False

    def start_application_mode(self) -> None:
        """Take the terminal, and be told when we are asked to end."""
        if self._file is not None and not isinstance(self._file, LastingFile):
            self._file = LastingFile(self._file)  # type: ignore[assignment]
        super().start_application_mode()  # type: ignore[no-untyped-call]
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._end, number)

    def _end(self, number: int) -> None:
        self._app.exit(return_code=128 + number)

    def run_input_thread(self) -> None:
        """Read keys until the app ends; what cannot be read is dropped."""
        while True:
            try:
                return super().run_input_thread()
            except (ValueError, OverflowError):
                continue
            except OSError as error:
                if error.errno == errno.EIO:  # the terminal is gone; SIGHUP says the rest
                    return None
                raise

    def set_title(self, title: str) -> None:
        """Name the terminal's window; its own title comes back at the end."""
        if not self._titled:
            self._titled = True
            self.write(_PUSH_TITLE)
        self.write(f"\x1b]2;{clean(title, TITLE_LIMIT)}\x1b\\")

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        if self._titled:
            self._titled = False
            self.write(_POP_TITLE)
        with contextlib.suppress(OSError):
            super().stop_application_mode()
