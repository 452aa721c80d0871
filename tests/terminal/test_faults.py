"""What terminals and systems do to programs: the app ends tidily, or goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.terminal import PATIENT_S, Terminal

LEAVES = b"\x1b[?1049l"
"""What gives the terminal its own screen back."""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_the_app_with_the_terminal_restored(
    terminal: Callable[..., Terminal], number: signal.Signals, code: int
) -> None:
    with terminal() as app:
        app.wait("1 of 8")
        assert app.kill(number) == code
        assert LEAVES in app.raw


def test_a_window_closed_while_the_app_draws_ends_it(terminal: Callable[..., Terminal]) -> None:
    for keys in (16, 24, 32):
        with terminal("demo", columns=200, rows=50) as app:
            app.wait("Today", "Mon 2")
            app.type(*["f3", "f4", "f5", "f2"] * (keys // 4))
            assert app.hang_up() == 129


def test_bytes_that_are_no_text_do_not_end_the_app(terminal: Callable[..., Terminal]) -> None:
    with terminal() as app:
        app.wait("1 of 8")
        for noise in (b"\x87", b"caf\xe9", b"\x1b[999999999999~", b"\xff\xfe\x00"):
            os.write(app.fd, noise)
            app.insist("down", "▸ pounds and miles")
            app.insist("up", "▸ kilograms and kilometres")
        app.type("ctrl+q")
        assert app.wait_exit() == 0
        assert LEAVES in app.raw


def test_resizing_at_any_moment_and_too_small_a_window(terminal: Callable[..., Terminal]) -> None:
    with terminal() as app:
        app.wait("1 of 8")
        for columns, rows in ((80, 24), (200, 60), (1, 1), (300, 10), (61, 17)):
            app.resize(columns, rows)
        app.resize_until(50, 14, "too small")
        app.resize_until(80, 24, "1 of 8", "hybridtui", "Next")
        app.insist("enter", "2 of 8")


def test_a_large_paste_into_the_entry_line_leaves_the_session_intact(terminal: Callable[..., Terminal]) -> None:
    with terminal() as app:
        app.through_first_run()
        app.type("enter")
        app.wait("─ 0 of ")
        for done in range(1, 7):
            app.type("enter")
            app.wait(f"─ {done} of ")
        app.type("\x1b[200~" + "80x8@8 \x07[b]" * 80_000 + "\x1b[201~")
        app.wait("[b]80x8@8", "Type reps")  # as much as an entry may hold is seen, and cannot be read
        app.type("enter", "escape")
        app.wait("─ 6 of ", "Enter logs")
        app.type("1", "1", "enter")
        app.wait("─ 7 of ", "Saved: set 1 of Bodyweight squat")


def test_a_bug_ends_with_words_and_tells_nothing_of_the_athlete(
    terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    with terminal(HYBRIDTUI_TEST_BUG="1", XDG_STATE_HOME=str(tmp_path / "state")) as app:
        app.through_first_run()
        app.type("?")
        assert app.wait_exit() == 1
        assert LEAVES in app.raw
        assert "Everything it called saved is saved" in app.text
        assert b"canary" not in app.raw
    report = next((tmp_path / "state").rglob("crash.txt"))
    told = report.read_text(encoding="utf-8")
    assert "KeyError" in told
    assert "launch.py" in told
    assert "canary" not in told
    assert report.stat().st_mode & 0o777 == 0o600


def test_without_colour_every_state_is_still_told(terminal: Callable[..., Terminal]) -> None:
    with terminal("demo", now="2026-03-05T18:00:00+01:00", NO_COLOR="1") as app:
        app.wait("Start", "▲", "■", "done")
        app.type("ctrl+q")
        assert app.wait_exit() == 0
        assert b"\x1b[38;5;" not in app.raw


@pytest.mark.parametrize(
    ("where", "environment", "told"),
    [("pipe", {}, "needs a terminal"), ("pty", {"TERM": "dumb"}, "TERM='dumb'"), ("pty", {"TERM": ""}, "TERM=''")],
)
def test_without_a_terminal_it_says_so_at_once(
    tmp_path: Path, terminal: Callable[..., Terminal], where: str, environment: dict[str, str], told: str
) -> None:
    if where == "pty":
        with terminal(**environment) as app:
            assert app.wait_exit() == 2
            assert told in app.text
        return
    result = subprocess.run(
        [sys.executable, "-m", "hybridtui", "--database", str(tmp_path / "x.db")],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENT_S,  # it would wait for keys that cannot come
    )
    assert result.returncode == 2
    assert told in result.stderr
    assert not (tmp_path / "x.db").exists()


@pytest.mark.parametrize("content", [b"", b"not a database at all\n" * 40, b"SQLite format 3\x00" + b"\x00" * 40])
def test_a_foreign_or_broken_file_is_met_with_words_and_left_as_it_is(
    terminal: Callable[..., Terminal], log: Path, content: bytes
) -> None:
    log.parent.mkdir(mode=0o700)
    log.write_bytes(content)
    with terminal() as app:
        app.wait("log.db")
        app.type("ctrl+q")
        app.wait_exit()
    assert log.read_bytes() == content


def test_the_log_and_its_directory_are_for_the_owner_only(terminal: Callable[..., Terminal], log: Path) -> None:
    with terminal() as app:
        app.wait("1 of 8")
        files = [log.parent, *log.parent.iterdir()]
        assert {oct(path.stat().st_mode & 0o777) for path in files} <= {"0o700", "0o600"}
        app.type("ctrl+q")
        app.wait_exit()
