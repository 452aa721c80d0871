"""The running clock in giant digits, with what it times above and what comes next below."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from hybridtui.domain.phases import TEMPO_PHASES, Phase, PhaseKind, Reading
from hybridtui.domain.text import clean
from hybridtui.ui.digits import draw, tallest
from hybridtui.ui.running import Running, face, hands

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

MOST_ROWS, LEAST_ROWS = 15, 7
"""Digits grow with the screen, and are never smaller than can be read from three metres."""

FULL, EMPTY = "█", "░"


class BigClock(Widget):
    """Repaints when what is shown changes: at most once a second, or an eighth of the bar."""

    DEFAULT_CSS = """
    BigClock { width: 1fr; height: 1fr; content-align: center middle; text-align: center; }
    """

    running: reactive[Running | None] = reactive(None)
    """The clock to show."""
    ticks: reactive[float] = reactive(0.0, repaint=False)
    """Steady seconds now."""
    idle: reactive[str] = reactive("")
    """What is said where no clock runs."""

    def __init__(self) -> None:
        super().__init__()
        self._painted = ""

    def watch_ticks(self) -> None:
        """Repaint if something else is to be shown."""
        if self.running is not None and self._content().plain != self._painted:
            self.refresh()

    def render(self) -> RenderResult:
        """Draw it in the middle."""
        content = self._content()
        self._painted = content.plain
        return content

    def _content(self) -> Content:
        running = self.running
        if running is None:
            return Content.styled(self.idle, "$foreground-muted")
        reading = running.timeline.reading(self.ticks)
        style = _style(running, reading)
        columns, room = self.size.width, self.size.height
        text = shown(reading)
        rows = tallest(text, columns - 4, min(MOST_ROWS, max(LEAST_ROWS, room - 8)), LEAST_ROWS)
        blocks = Content("\n").join(Content.styled(line, style) for line in draw(text, rows))
        lines = [
            _heading(running, reading, style),
            Content(""),
            blocks,
            Content(""),
            _bar(reading, min(columns - 4, 60), style),
            Content(""),
            _coming(running, reading),
        ]
        return Content("\n").join(lines)


def shown(reading: Reading) -> str:
    """Return what the digits say: a whole second of a tempo phase counted down, else the clock."""
    if reading.phase.kind in TEMPO_PHASES and not reading.finished:
        return face(reading).removeprefix("0:0").removeprefix("0:")
    return face(reading)


def _style(running: Running, reading: Reading) -> str:
    if reading.paused:
        return "$foreground-muted"
    if reading.finished:
        return "$warning" if running.origin == "rest" else "$success"
    return f"${COLOURS[reading.phase.kind]}"


def _heading(running: Running, reading: Reading, style: str) -> Content:
    label = clean(running.label)
    if running.origin == "rest":
        return Content.styled("Rest is over" if reading.finished else "Rest", f"bold {style}")
    if reading.finished:
        return Content.styled(f"{label} · done", f"bold {style}")
    phase = clean(reading.phase.label)
    words = phase if phase == label else f"{label} · {phase}"
    count = f" {reading.count}" if reading.count else ""
    return Content.styled(f"{words}{count}" + (" · paused" if reading.paused else ""), f"bold {style}")


def _bar(reading: Reading, wide: int, style: str) -> Content:
    if reading.left_s is None:
        return Content("")
    done = round(min(1.0, reading.share) * wide)
    return Content.assemble((FULL * done, style), (EMPTY * (wide - done), "$foreground 20%"))


def _coming(running: Running, reading: Reading) -> Content:
    """Say what comes next: the next phase, else what follows the clock."""
    phase = reading.next_phase
    if phase is not None:
        return Content.assemble(("next  ", "$foreground-muted"), _phase(phase))
    if running.following:
        return Content.assemble(("next  ", "$foreground-muted"), clean(running.following))
    return Content.styled("" if reading.finished else "then you are done", "$foreground-muted")


def _phase(phase: Phase) -> str:
    length = "" if phase.seconds is None else f" {hands(round(phase.seconds))}"
    count = f", {phase.number} of {phase.of}" if phase.of else ""
    return f"{clean(phase.label)}{length}{count}"
