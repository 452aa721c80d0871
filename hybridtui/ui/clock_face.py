"""The running clock drawn for three metres: digits as tall as the room allows, and a bar; words around them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from hybridtui.domain.phases import TEMPO_PHASES, Phase, PhaseKind, Reading
from hybridtui.ui import clock_words
from hybridtui.ui.digits import DOWN, STILL, UP, draw, tallest
from hybridtui.ui.running import Running
from hybridtui.ui.tempo_bar import ink, tempo_bar

COLOURS = {
    PhaseKind.PREPARE: "warning",
    PhaseKind.WORK: "accent",
    PhaseKind.HOLD: "accent",
    PhaseKind.LOWER: "accent",
    PhaseKind.STRETCH: "accent",
    PhaseKind.LIFT: "accent",
    PhaseKind.TOP: "accent",
    PhaseKind.RUN: "primary",
    PhaseKind.JOG: "success",
    PhaseKind.REST: "success",
    PhaseKind.OPEN: "foreground",
}
"""Work stands out from rest; the word above says the same."""

SIGNS = {PhaseKind.LOWER: DOWN, PhaseKind.LIFT: UP, PhaseKind.STRETCH: STILL, PhaseKind.TOP: STILL}
"""What a rep asks for, drawn beside the seconds left: a word cannot be read from three metres."""

MOST_ROWS, LEAST_ROWS, SMALL_ROWS = 28, 7, 3
"""Digits grow with the screen; only hours are drawn smaller than can be read from three metres."""

FAR_ROWS = 9
"""Digits get so many rows before there is room for blank lines."""

COUNT_ROWS, COUNT_GAP = 5, " " * 4
"""Which rep or round it is stands beside the digits, less high, where there is room for both."""

BAR_COLUMNS = 96
FULL, EMPTY, FAINT = "█", "░", "45%"


def clock_face(running: Running, ticks: float, columns: int, rows: int) -> Content:
    """Return all of it for ``columns`` and ``rows``, from what it is down to what comes next."""
    reading = running.timeline.reading(ticks)
    style = _style(running, reading)
    bar = _bars(running, reading, min(columns, BAR_COLUMNS), style)
    head = [Content.styled(clock_words.heading(running, reading), f"bold {ink(style)}")]
    task = Content.styled(clock_words.task(running, reading), "$foreground")
    tail = Content.styled(clock_words.coming(running, reading), "$foreground-muted")
    spare = rows - LEAST_ROWS - 1 - len(head) - len(bar) - bool(task) - 1
    tasks = _wrapped(task, columns, spare)
    tails = _wrapped(tail, columns, spare - len(tasks) + bool(task))
    free = rows - len(head) - len(tasks) - len(bar) - len(tails)
    below = free > LEAST_ROWS
    others = max(0, min(2, free - below - FAR_ROWS))
    digits = _digits(running, reading, style, columns, free - below - others)
    blank = [Content("")]
    lines = [*head, *tasks, *blank * (others > 0), *digits, *blank * below, *bar, *blank * (others > 1), *tails]
    return Content("\n").join(_fitted(line, columns) for line in lines)


def _wrapped(text: Content, columns: int, spare: int) -> list[Content]:
    """The lines of a text: one, or two where it does not fit on one and a line is spare."""
    if not text:
        return []
    lines = text.wrap(max(1, columns))
    return [text] if len(lines) == 1 or spare < 1 else [lines[0], Content(" ").join(lines[1:])]


def _fitted(line: Content, columns: int) -> Content:
    return line.truncate(columns, ellipsis=True) if line.cell_length > columns else line


def _digits(running: Running, reading: Reading, style: str, columns: int, room: int) -> list[Content]:
    """The digits, the sign of what a rep asks for before them, and the count behind them if there is room for both."""
    text = clock_words.shown(reading)
    if not reading.finished and (sign := SIGNS.get(reading.phase.kind)):
        text = f"{sign} {text}"
    most = max(SMALL_ROWS, min(MOST_ROWS, room))
    least = min(LEAST_ROWS, most)
    count = [] if reading.finished else _count(running, reading.phase, max(COUNT_ROWS, most // 3))
    beside = max((line.cell_length for line in count), default=0)
    lines = tallest(text, columns - beside, most, least)
    if len(lines[0]) + beside > columns or len(lines) < len(count):
        count, lines = [], tallest(text, columns, most, least)
    if len(lines[0]) > columns:
        lines = tallest(text, columns, most, SMALL_ROWS)
    drawn = [Content.styled(line, style) for line in lines]
    return _beside(drawn, count, beside) if count else drawn


def _beside(digits: Sequence[Content], count: Sequence[Content], columns: int) -> list[Content]:
    """Put the count at the foot of the digits."""
    above = [Content("")] * (len(digits) - len(count))
    padded = [line.pad_left(columns - line.cell_length) for line in (*above, *count)]
    return [left + right for left, right in zip(digits, padded, strict=True)]


def _count(running: Running, phase: Phase, rows: int) -> list[Content]:
    """Which rep, repeat or round it is, with of how many below: empty where nothing is counted."""
    if running.rounds:
        number, below = running.rounds, "round"
    elif phase.of and phase.kind in TEMPO_PHASES | clock_words.EFFORTS:
        number, below = phase.number, f"of {phase.of}"
    else:
        return []
    lines = draw(str(number), rows)
    drawn = [Content.styled(f"{COUNT_GAP}{line}", "$foreground") for line in lines]
    return [*drawn, Content.styled(f"{COUNT_GAP}{below}", "$foreground-muted")]


def _style(running: Running, reading: Reading) -> str:
    if reading.paused:
        return "$foreground-muted"
    if reading.finished:
        return "$warning" if running.origin == "rest" else "$success"
    return f"${COLOURS[reading.phase.kind]}"


def _bars(running: Running, reading: Reading, wide: int, style: str) -> Sequence[Content]:
    if reading.phase.kind in TEMPO_PHASES and not reading.finished:
        return tempo_bar(running.timeline.phases, reading, wide, style)
    if reading.left_s is None:
        return []
    done = round(min(1.0, reading.share) * wide)
    return [Content.assemble((FULL * done, style), (EMPTY * (wide - done), f"$foreground {FAINT}"))]
