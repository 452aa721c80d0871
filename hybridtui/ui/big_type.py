"""Numbers large and their units small, on one base line: ``80 kg × 8 reps``."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from hybridtui.ui.digits import draw
from hybridtui.ui.look import TIMES

Big = tuple[str, str]
"""A number to be shown large, and its small unit: ``("80", "kg")``."""

SHORT, TALL = 3, 5
"""Rows of the digits, on a short screen and where there is room."""


def big_type(parts: Sequence[Big], columns: int, rows: int, style: str) -> list[Content]:
    """Return the lines of ``parts``, at most ``rows`` high; plain words if even SHORT is too wide."""
    for height in range(rows, SHORT - 1, -1):
        lines = _lines(parts, height, style)
        if lines[0].cell_length <= columns:
            return lines
    return [Content.styled(f" {TIMES} ".join(f"{number} {unit}" for number, unit in parts), f"bold {style}")]


def _lines(parts: Sequence[Big], rows: int, style: str) -> list[Content]:
    lines = [Content("")] * rows
    for index, (number, unit) in enumerate(parts):
        if index:
            lines = _beside(lines, ["   "] * rows)
            lines[rows // 2] = lines[rows // 2].right_crop(3) + Content.styled(f" {TIMES} ", "$foreground")
        lines = _beside(lines, [Content.styled(line, style) for line in draw(number, rows)])
        small = f" {unit}"
        lines = _beside(lines, [*[" " * len(small)] * (rows - 1), Content.styled(small, "$foreground-muted")])
    return lines


def _beside(lines: Sequence[Content], block: Sequence[str | Content]) -> list[Content]:
    return [left + right for left, right in zip(lines, block, strict=True)]
