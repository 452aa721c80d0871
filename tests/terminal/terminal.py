"""A real pseudo-terminal with a program in it: type, look, kill.

Waiting is always for something to be on the screen, never for a time to pass.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

LAUNCH = Path(__file__).with_name("launch.py")
"""Starts the app as its entry point does, with a clock that begins where it is told."""

ESCAPES = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[P_^X][^\x1b]*\x1b\\|[()][0-9A-B]|[@-Z\\-_=>78])"
)
"""Escape codes, to be taken out of what was written."""

NOT_HANDED_ON = ("HYBRIDTUI_", "TEXTUAL", "COLUMNS", "LINES", "NO_COLOR")
"""Variables of whoever runs the tests that would change what is drawn; pytest-xdist sets some."""

PATIENT_S = 120.0
"""So long something is waited for that comes at once, unless the machine is slow and busy."""
SWALLOWED_S = 1.0
"""A key that shows nothing for so long was swallowed; twice as long as the app took to start, if that is longer."""

_NOT_FOR_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*(?:u|\$p)|\x1b[P_^][^\x1b]*\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")


def handed_on(**environment: str) -> dict[str, str]:
    """Return the environment of a program in a terminal: ours, but for what would change what is drawn."""
    return {
        **{key: value for key, value in os.environ.items() if not key.startswith(NOT_HANDED_ON)},
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "TEXTUAL_ANIMATIONS": "none",
        **environment,
    }


class Terminal:
    """A child process on a pty of its own, and the screen it has drawn."""

    def __init__(
        self, *arguments: str, columns: int = 120, rows: int = 40, command: list[str] | None = None, **environment: str
    ) -> None:
        self.raw = bytearray()
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._drawn = 0
        self._status: int | None = None
        self._swallowed_s, self._begun = 0.0, time.monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:  # pragma: no cover - the child
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
                self.become(command or [sys.executable, str(LAUNCH)], list(arguments), handed_on(**environment))
            finally:
                os._exit(127)

    def become(self, command: list[str], arguments: list[str], environment: dict[str, str]) -> None:
        """Turn the child into the program; never returns."""
        os.execvpe(command[0], [*command, *arguments], environment)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.alive:
            self.kill()
        with contextlib.suppress(OSError):
            os.close(self.fd)

    @property
    def alive(self) -> bool:
        """Whether the child still runs."""
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._status = status
        return self._status is None

    @property
    def text(self) -> str:
        """The screen as lines of text."""
        self.pump(0.0)
        fresh = bytes(self.raw[self._drawn :])
        self._drawn = len(self.raw)
        self._stream.feed(_NOT_FOR_PYTE.sub(b"", fresh))
        return "\n".join(self._screen.display)

    def pump(self, seconds: float) -> bool:
        """Read what the child has written, waiting so long for it at most; False at its end."""
        while select.select([self.fd], [], [], seconds)[0]:
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                return False
            if not data:
                return False
            self.raw += data
            seconds = 0.0
        return True

    def type(self, *keys: str) -> Self:
        """Send keys: names such as ``enter`` or ``f5``, or text as it is."""
        for key in keys:
            left = KEYS.get(key, key).encode()
            while left:
                left = left[os.write(self.fd, left[:1024]) :]
                self.pump(0.0)  # the child writes too: read, or both would wait for ever
        return self

    def wait(self, *wanted: str, seconds: float = PATIENT_S) -> str:
        """Wait until every text is on the screen and return it.

        Raises:
            AssertionError: with the screen, if that does not happen in time.
        """
        end = time.monotonic() + seconds
        while True:
            screen = self.text
            if all(text in screen for text in wanted):
                self._swallowed_s = self._swallowed_s or max(SWALLOWED_S, 2 * (time.monotonic() - self._begun))
                return screen
            left = end - time.monotonic()
            if left <= 0 or not self.pump(min(left, 0.25)):
                missing = [text for text in wanted if text not in self.text]
                if missing:
                    raise AssertionError(f"{missing} did not appear; the screen was:\n{self.text}")

    def insist(self, key: str, *wanted: str) -> str:
        """Press a key until every text is on the screen, as one does when a terminal swallowed it."""
        for _ in range(20):
            self.type(key)
            try:
                return self.wait(*wanted, seconds=self._swallowed_s)
            except AssertionError:
                continue
        return self.wait(*wanted, seconds=0.0)

    def through_first_run(self) -> int:
        """Keep every default of the first run and adopt the plan; return how many keys that took."""
        for question in range(1, 9):
            assert "hybridtui" in self.wait(f"{question} of 8")
            self.type("enter")
        assert "hybridtui" in self.wait("not medical advice")
        self.type("enter")
        self.wait("Your plan", "enter adopts")
        self.type("enter")
        self.wait("Full-body strength", "Start")
        return 10

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size as a user dragging its corner does."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen.resize(rows, columns)
        os.kill(self.pid, signal.SIGWINCH)

    def resize_until(self, columns: int, rows: int, *wanted: str) -> str:
        """Give the window a size until the screen shows it: in a burst of sizes a signal may be lost."""
        for _ in range(40):
            self.resize(columns, rows)
            try:
                return self.wait(*wanted, seconds=3.0)
            except AssertionError:
                continue
        return self.wait(*wanted, seconds=0.0)

    def kill(self, number: int = signal.SIGKILL) -> int:
        """Send a signal (kill -9 unless told) and return the exit code."""
        os.kill(self.pid, number)
        return self.wait_exit()

    def wait_exit(self, seconds: float = PATIENT_S) -> int:
        """Wait for the child to end and return its exit code (negative: its signal).

        Raises:
            AssertionError: if it does not end in time.
        """
        end = time.monotonic() + seconds
        while self.alive:
            if time.monotonic() > end:
                raise AssertionError(f"still running; the screen was:\n{self.text}")
            if not self.pump(0.02):
                with contextlib.suppress(ChildProcessError):
                    self._status = os.waitpid(self.pid, 0)[1]
        self.pump(0.0)
        assert self._status is not None
        return os.waitstatus_to_exitcode(self._status)

    def hang_up(self, seconds: float = PATIENT_S) -> int:
        """Close the window, and return the exit code the child ends with.

        Raises:
            AssertionError: if it does not end in time.
        """
        os.close(self.fd)
        self.fd = -1
        end = time.monotonic() + seconds
        while self.alive:
            if time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                self._status = signal.SIGKILL
                raise AssertionError("it went on without a terminal")
            time.sleep(0.01)
        assert self._status is not None
        return os.waitstatus_to_exitcode(self._status)


KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "ctrl+q": "\x11",
    "ctrl+z": "\x1a",
}
