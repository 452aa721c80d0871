"""Notifications of the desktop: only where the terminal is known to pass them on, and nothing it could obey."""

from __future__ import annotations

import re

import pytest

from hybridtui.ui.desktop import notification

TMUX = {"TMUX": "/run/tmux-1000/default,1,0", "TERM": "tmux-256color", "TERM_PROGRAM": "tmux"}
OSC = re.compile(r"\x1b\](?P<code>9|99|777);(?P<text>[^\x00-\x1f\x7f-\x9f]*)\x1b\\")


def written(environ: dict[str, str], title: str = "Done", body: str = "Back squat") -> str:
    return notification(environ, title, body)


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        ({"TERM_PROGRAM": "iTerm.app", "TERM": "xterm-256color"}, "9"),
        ({"ConEmuPID": "77", "TERM": "xterm-256color"}, "9"),
        ({"TERM_PROGRAM": "WezTerm", "TERM": "xterm-256color"}, "777"),
        ({"TERM_PROGRAM": "ghostty", "TERM": "xterm-ghostty"}, "777"),
        ({"TERM": "xterm-ghostty"}, "777"),
        ({"TERM": "foot"}, "777"),
        ({"TERM": "rxvt-unicode-256color"}, "777"),
        ({"KONSOLE_VERSION": "240802", "TERM": "xterm-256color"}, "777"),
        ({"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1"}, "99"),
        ({"TERM": "xterm-kitty"}, "99"),
    ],
)
def test_each_known_terminal_gets_the_code_it_understands(environ: dict[str, str], code: str) -> None:
    found = OSC.findall(written(environ))
    assert {name for name, _ in found} == {code}
    assert "".join(OSC.split(written(environ))[::3]) == ""
    shown = " ".join(text for _, text in found)
    assert "Done" in shown
    assert "Back squat" in shown


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"TERM": "xterm-256color"},
        {"TERM": "linux"},
        {"TERM": "alacritty", "KITTY_WINDOW_ID": "1"},
        {"TERM_PROGRAM": "Apple_Terminal", "TERM": "xterm-256color"},
        {"TERM_PROGRAM": "vscode", "TERM": "xterm-256color", "KONSOLE_VERSION": "240802"},
        {"WT_SESSION": "1", "TERM": "xterm-256color"},
        {"VTE_VERSION": "7600", "TERM": "xterm-256color"},
        {"STY": "1.pts-0", "TERM": "screen.xterm-256color", "KITTY_WINDOW_ID": "1"},
        TMUX,
    ],
)
def test_an_unknown_terminal_gets_nothing(environ: dict[str, str]) -> None:
    assert written(environ) == ""


@pytest.mark.parametrize("trace", ["KITTY_WINDOW_ID", "KONSOLE_VERSION", "ITERM_SESSION_ID", "WEZTERM_PANE"])
def test_tmux_passes_on_what_the_terminal_around_it_understands(trace: str) -> None:
    outside = {trace: "1", "TERM": "xterm-256color"}
    wrapped = written(TMUX | {trace: "1"})
    passed = re.findall(r"\x1bPtmux;((?:\x1b\x1b|[^\x1b])*)\x1b\\", wrapped)
    assert "".join(passed).replace("\x1b\x1b", "\x1b") == written(outside) != ""


HOSTILE = ("a;b;p=body;c", "x\x07y", "x\x1b\\\x1b]52;c;QQ==\x07", "\x9b2J\x9c", "\r\n\t", "\u202eevil", "9;4;1;50", "")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("environ", [{"TERM_PROGRAM": "iTerm.app"}, {"TERM": "foot"}, {"TERM": "xterm-kitty"}])
def test_no_text_can_end_the_code_or_add_a_part_to_it(environ: dict[str, str], text: str) -> None:
    code = written(environ, text, text)
    parts = [found["text"].count(";") for found in OSC.finditer(code)]
    plain = written(environ, "Done", "Squat")
    assert "".join(OSC.split(code)[::3]) == ""
    assert parts == [found["text"].count(";") for found in OSC.finditer(plain)]


def test_a_long_text_is_cut() -> None:
    assert len(written({"TERM": "foot"}, "a" * 10_000, "b" * 1_000_000)) < 300


def test_a_text_for_one_part_never_begins_with_a_number_of_a_command() -> None:
    assert written({"TERM_PROGRAM": "iTerm.app"}, "9", "4").startswith("\x1b]9;hybridtui")
