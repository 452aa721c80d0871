"""Notifications of the desktop, asked of the terminal by an escape code.

There is no standard. Three codes are about, each known to some terminals; to the rest
nothing is sent, since a terminal may show what it does not know. Source: platform.md 4.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from hybridtui.domain.text import clean
from hybridtui.ui.look import APP_NAME

TITLE_LIMIT, BODY_LIMIT = 60, 160
"""Longest texts, in characters: desktops show no more."""

_ESC, _ST = "\x1b", "\x1b\\"


class Code(StrEnum):
    """An operating system command by which a terminal can be asked to notify."""

    OSC_9 = "9"
    """One text: iTerm2, ConEmu."""
    OSC_777 = "777"
    """Title and text: Ghostty, foot, urxvt, Konsole, WezTerm."""
    OSC_99 = "99"
    """Title and text in pieces: kitty."""


BY_PROGRAM = {
    "iTerm.app": Code.OSC_9,
    "WezTerm": Code.OSC_777,
    "ghostty": Code.OSC_777,
}
"""What programs call themselves in TERM_PROGRAM."""

BY_TYPE = {
    "xterm-kitty": Code.OSC_99,
    "xterm-ghostty": Code.OSC_777,
    "foot": Code.OSC_777,
    "foot-extra": Code.OSC_777,
    "foot-direct": Code.OSC_777,
    "rxvt-unicode": Code.OSC_777,
    "rxvt-unicode-256color": Code.OSC_777,
    "wezterm": Code.OSC_777,
}
"""Terminal types that only one program uses: known also over ssh."""

BY_TRACE = {
    "KITTY_WINDOW_ID": Code.OSC_99,
    "GHOSTTY_RESOURCES_DIR": Code.OSC_777,
    "WEZTERM_PANE": Code.OSC_777,
    "KONSOLE_VERSION": Code.OSC_777,
    "ITERM_SESSION_ID": Code.OSC_9,
    "ConEmuPID": Code.OSC_9,
}
"""Variables that programs leave to their children, also to tmux; the first found counts."""

MULTIPLEXERS = ("tmux", "screen")
COMMON_TYPES = ("xterm", "xterm-256color", "xterm-direct")
"""Types that any program may claim: only a trace tells which it is."""


def code(environ: Mapping[str, str]) -> Code | None:
    """Return the code that the terminal is known to understand; None: none, or it is not known."""
    term, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
    if "STY" in environ:  # GNU screen passes nothing on that is not its own
        return None
    if program in BY_PROGRAM:
        return BY_PROGRAM[program]
    if program and program not in MULTIPLEXERS:
        return None
    if term in BY_TYPE:
        return BY_TYPE[term]
    if term in COMMON_TYPES or _in_tmux(environ):
        return next((known for trace, known in BY_TRACE.items() if environ.get(trace)), None)
    return None


def notification(environ: Mapping[str, str], title: str, body: str) -> str:
    """Return what to write to the terminal so that the desktop shows the texts; empty where nothing would come of it.

    The texts are cleaned; a semicolon, which separates the parts of a code, becomes a comma.
    Within tmux the code is wrapped, to be passed on if its ``allow-passthrough`` is on.
    """
    known = code(environ)
    if known is None:
        return ""
    written = _written(known, _plain(title, TITLE_LIMIT), _plain(body, BODY_LIMIT))
    return _passed_through(written) if _in_tmux(environ) else written


def _written(known: Code, title: str, body: str) -> str:
    match known:
        case Code.OSC_9:
            return f"{_ESC}]9;{APP_NAME}: {title}, {body}{_ST}"  # a number first would be a command to ConEmu
        case Code.OSC_777:
            return f"{_ESC}]777;notify;{title};{body}{_ST}"
        case Code.OSC_99:
            return f"{_ESC}]99;i=1:d=0:p=title;{title}{_ST}{_ESC}]99;i=1:d=1:p=body;{body}{_ST}"


def _plain(text: str, limit: int) -> str:
    return clean(text, limit).replace(";", ",")


def _in_tmux(environ: Mapping[str, str]) -> bool:
    return bool(environ.get("TMUX"))


def _passed_through(written: str) -> str:
    """Wrap codes for tmux, each by itself, every escape doubled."""
    codes = [f"{part}{_ST}" for part in written.split(_ST) if part]
    return "".join(f"{_ESC}Ptmux;{part.replace(_ESC, _ESC * 2)}{_ST}" for part in codes)
