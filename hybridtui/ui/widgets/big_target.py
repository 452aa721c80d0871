"""What to do now, in type that can be read from the rack: numbers large, units small."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from hybridtui.ui.digits import draw
from hybridtui.ui.words import TIMES, Big

SHORT, TALL = 3, 5
"""Rows of the digits, on a short screen and where there is room."""


class BigTarget(Widget):
    """``80 kg × 8 reps`` out of blocks; text that is no number is written plainly."""

    DEFAULT_CSS = """
    BigTarget { height: auto; width: 100%; }
    """

    parts: reactive[tuple[Big, ...]] = reactive((), layout=True)
    """Numbers with their units, in reading order."""
    colour: reactive[str] = reactive("foreground")
    """Theme variable of the numbers."""
    rows: reactive[int] = reactive(SHORT, layout=True)
    """Height of the digits."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Return the height of the digits, or nothing if there are none."""
        return self.rows if self.parts else 0

    def render(self) -> RenderResult:
        """Draw numbers and units on one base line; a smaller height if it is too wide."""
        for rows in range(self.rows, SHORT - 1, -1):
            lines = _lines(self.parts, rows, f"${self.colour}")
            if len(lines) and lines[0].cell_length <= self.size.width:
                return Content("\n").join(lines)
        return Content(f" {TIMES} ".join(f"{number} {unit}" for number, unit in self.parts))


def _lines(parts: Sequence[Big], rows: int, style: str) -> list[Content]:
    lines = [Content("")] * rows
    for index, (number, unit) in enumerate(parts):
        small = f" {unit}"
        if index:
            lines = _beside(lines, ["   "] * rows)
            lines[rows // 2] = lines[rows // 2].right_crop(3) + Content.styled(f" {TIMES} ", "$foreground")
        lines = _beside(lines, [Content.styled(line, style) for line in draw(number, rows)])
        blank = " " * len(small)
        lines = _beside(lines, [*[blank] * (rows - 1), Content.styled(small, "$foreground-muted")])
    return lines


def _beside(lines: Sequence[Content], block: Sequence[str | Content]) -> list[Content]:
    return [left + right for left, right in zip(lines, block, strict=True)]
