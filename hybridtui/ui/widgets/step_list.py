"""The steps of a workout or session, one a line, with where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from hybridtui.domain.text import clean
from hybridtui.ui.widgets.repaint import repaint


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step, as it is listed."""

    title: str
    """May be people's text."""
    sign: str = " "
    """How it stands."""
    edge: str = ""
    """A piece of the frame around a circuit or superset."""
    amount: str = ""
    """At the right: how much it asks for."""
    current: bool = False
    """True for the one in focus."""
    over: bool = False
    """True if it is done or skipped."""


class StepList(Widget, can_focus=False):
    """``▸ Back squat   2/3 × 8``; of a long list the part around the step in focus."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._lines: Sequence[StepLine] = ()
        self._titles = ("", "")
        self._painted: list[Content] = []

    def show(self, lines: Sequence[StepLine], title: Content, subtitle: Content) -> None:
        """Show other steps; painted is what differs from what is shown."""
        self._lines = lines
        if (titles := (title.markup, subtitle.markup)) != self._titles:
            self._titles = titles
            self.border_title, self.border_subtitle = title, subtitle  # repaints all
        repaint(self, self._painted, self._rows())

    def render(self) -> RenderResult:
        """Write the lines that fit."""
        self._painted = self._rows()
        return Content("\n").join(self._painted)

    def _rows(self) -> list[Content]:
        wide, high = self.size
        here = next((index for index, line in enumerate(self._lines) if line.current), 0)
        first, last = window(len(self._lines), here, high)
        shown = [_written(line, wide) for line in self._lines[first:last]]
        if first > 0:
            shown[0] = _more(first + 1)
        if last < len(self._lines):
            shown[-1] = _more(len(self._lines) - last + 1)
        return shown


def window(count: int, here: int, room: int) -> tuple[int, int]:
    """Return which of ``count`` lines to show in ``room`` so that ``here`` and its neighbours are among them.

    >>> window(5, 3, 10), window(20, 0, 8), window(20, 10, 8), window(20, 19, 8)
    ((0, 5), (0, 8), (6, 14), (12, 20))
    """
    if count <= room or room < 1:
        return 0, count
    first = max(0, min(here - room // 2, count - room))
    return first, first + room


def _more(hidden: int) -> Content:
    return Content.styled(f"  … {hidden} more", "$foreground-muted")


def _written(line: StepLine, room: int) -> Content:
    style = "bold" if line.current else "$foreground-muted" if line.over else ""
    left = Content.assemble(
        f"{line.sign} ", (f"{line.edge} " if line.edge else "", "$foreground-muted"), (clean(line.title), style)
    )
    gap = max(4, room - len(line.amount) - 1)
    quiet = "bold" if line.current else "$foreground-muted"
    return Content.assemble(left.truncate(gap, ellipsis=True, pad=True), " ", (line.amount, quiet))
