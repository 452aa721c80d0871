r"""Texts that would act if anything believed them: for every field on every screen.

What a test may demand of each, after ``domain.text.clean`` and on the terminal:
no escape sequence, no control character, no bidirectional control reaches the
terminal; no markup is obeyed; nothing raises. Source: reliability.md 2.5.
"""

from __future__ import annotations

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
"""One emoji of three people: its zero-width joiners must survive cleaning."""

MARKUP: tuple[str, ...] = (
    "[bold red]Squat[/]",
    "[/]",
    "[/bold]",
    "[b",
    "[@click=app.quit]press me[/]",
    "[@click=app.bell()]x[/]",
    "[link=https://example.org]Row[/link]",
    "[link='file:///etc/passwd']x[/]",
    "[on $error]danger[/]",
    "[$primary]x[/$primary]",
    "\\[bold]escaped?[/bold]",
    "[[nested]]",
    "{curly} %s %(x)s {0!r} {self.__class__}",
    "5 [x] 5 reps]",
    ":skull: <b>html</b> &lt;",
)
"""Markup of Textual and Rich, whole, broken and nested; format strings."""

CONTROLS: tuple[str, ...] = (
    "\x1b]0;pwned\x07title",
    "\x1b]52;c;cHduZWQ=\x07clipboard",
    "\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[Hclear",
    "\x1b[31mred\x1b[0m",
    "\x1b[?1049lleave",
    "\x1bPq#0;2;0;0;0\x1b\\sixel",
    "\x1b_Gf=24;AAAA\x1b\\kitty",
    "\x9b31mC1 CSI",
    "\x9d0;C1 OSC\x9c",
    "\x90dcs\x9c",
    "bell\x07bell",
    "back\x08\x08space",
    "NUL\x00inside",
    "\x7fdelete\x0e\x0f",
    "line\nbreak\rreturn\r\nboth",
    "tab\tvertical\x0bform\x0c",
    "\x85next line\u2028separator\u2029paragraph",
)
"""ESC, OSC, DCS and C1 sequences, and single control characters."""

UNICODE: tuple[str, ...] = (
    "\u202eRight to left override",
    "\u2066isolate\u2069 \u202aembed\u202c",
    "\u200eleft\u200fright\u061cmarks",
    "zero\u200bwidth\ufeffjoined",
    "lone \ud800 high",
    "lone \udcff low",
    "e" + "\u0301" * 300,
    "\ufff9anno\ufffatation\ufffb",
    f"Team {FAMILY} squat",
    "深蹲 スクワット 스쿼트 " + "宽" * 60,
    "\u0e01\u0e33" * 50 + "\ufdfd" * 20,
)
"""Bidirectional controls, zero widths, lone surrogates, stacked marks, wide text."""

OTHER: tuple[str, ...] = (
    "",
    "   ",
    "x" * 100_000,
    "[" * 100_000,
    "\x1b[" * 50_000,
    "\x00" * 100_000,
    "'; DROP TABLE session; --",
    '=cmd|"/c calc"!A1',
    "../../etc/passwd",
    "%00%1b[31m",
)
"""Nothing, too much, and the classics of other interpreters."""

HOSTILE: tuple[str, ...] = MARKUP + CONTROLS + UNICODE + OTHER
