"""The running clock at the foot of a screen: it never takes focus and never blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from hybridtui.domain.text import clean
from hybridtui.ui.running import Running, face, hands

if TYPE_CHECKING:
    from hybridtui.domain.phases import Reading

FULL, HALF = "━", "╸"


class RestBar(Widget, can_focus=False):
    """``Rest 1:23 of 2:00 ━━━━━╸──── then set 3 of Back squat``; overtime counts up."""

    DEFAULT_CSS = """
    RestBar { height: 1; padding: 0 1; background: $boost; }
    """

    running: reactive[Running | None] = reactive(None)
    """The clock to show; None: an empty line."""
    ticks: reactive[float] = reactive(0.0, repaint=False)
    """Steady seconds now; repaints only when what is shown changes."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._painted = ""

    def watch_ticks(self) -> None:
        """Repaint if another second or another piece of the bar is due."""
        if self.running is not None and self._line().plain != self._painted:
            self.refresh()

    def render(self) -> RenderResult:
        """Draw the clock on one line."""
        line = self._line()
        self._painted = line.plain
        return line

    def _line(self) -> Content:
        running = self.running
        if running is None:
            return Content("")
        reading = running.timeline.reading(self.ticks)
        over = reading.finished and running.origin == "rest"
        clock_style = "bold $text-warning" if over else "bold"
        left = Content.assemble(_label(running, reading), " ", (face(reading), clock_style), _whole(reading))
        following = f"then {clean(running.following)}" if running.following else ""
        right = Content.styled(following, "$foreground-muted")
        room = self.size.width - left.cell_length - 2
        right = right.truncate(max(0, room - 10), ellipsis=True)
        bar = _bar(reading, room - right.cell_length - (2 if following else 0))
        return Content.assemble(left, "  ", bar, "  " if following else "", right)


def _label(running: Running, reading: Reading) -> Content:
    if reading.paused:
        return Content.styled("Paused", "bold $text-warning")
    if running.origin == "rest":
        return Content("Rest over" if reading.finished else "Rest")
    label = clean(reading.phase.label)
    return Content(f"{label} {reading.count}".strip())


def _whole(reading: Reading) -> Content:
    if reading.left_s is None or reading.finished or reading.phase.seconds is None:
        return Content("")
    return Content.styled(f" of {hands(round(reading.phase.seconds))}", "$foreground-muted")


def _bar(reading: Reading, room: int) -> Content:
    if room < 6 or reading.left_s is None:
        return Content(" " * max(0, room))
    halves = round(min(1.0, reading.share) * room * 2)
    full, half = divmod(halves, 2)
    done = FULL * full + (HALF if half else "")
    style = "$warning" if reading.finished else "$primary"
    return Content.assemble((done, style), (FULL * (room - len(done)), "$foreground 15%"))
