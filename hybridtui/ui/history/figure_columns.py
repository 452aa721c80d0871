"""The columns of a list of figures: how wide each is, and a line written into them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from hybridtui.domain.text import clean

if TYPE_CHECKING:
    from hybridtui.ui.history.figure_list import FigureGroup, FigureLine

GAP = 2
"""Cells between two columns."""

SHORTEST_NAME = 8
"""Cells that a name keeps where room is short."""

SHORTEST_NOTE = 6
"""Cells below which a note is left out."""

MANY_ROWS = 24
"""In a list so high that has to be scrolled anyway, headings keep their distance."""


class Row(NamedTuple):
    """One row of the list: a heading, an empty row, or a line by its index."""

    group: FigureGroup | None
    line: int | None


def rows(groups: Sequence[FigureGroup], height: int) -> tuple[Row, ...]:
    """Return the rows; with an empty one before each heading but the first, unless that pushes lines out of sight."""
    tight = tuple(_rows(groups, airy=False))
    airy = tuple(_rows(groups, airy=True))
    fits = not height or len(airy) <= height
    return airy if fits or (len(tight) > height >= MANY_ROWS) else tight


def _rows(groups: Sequence[FigureGroup], *, airy: bool) -> Iterator[Row]:
    index = 0
    for number, group in enumerate(groups):
        if group.heading:
            if airy and number:
                yield Row(None, None)
            yield Row(group, None)
        for _ in group.lines:
            yield Row(None, index)
            index += 1


class Columns(NamedTuple):
    """Cells of each column; 0: left out."""

    name: int
    glance: int
    value: int
    note: int

    @classmethod
    def fit(cls, lines: Sequence[FigureLine], width: int, longest_name: int | None) -> Columns:
        """Give the value its cells, then the name, then the glance, then the note."""
        value = max((Content(one.figure.value).cell_length for one in lines), default=0)
        name = max((_named(one).cell_length for one in lines), default=0)
        glance = max((one.glance.cell_length for one in lines), default=0)
        value = min(value, max(0, width - SHORTEST_NAME - GAP))
        name = min(name, longest_name or name, max(SHORTEST_NAME, width - value - GAP))
        rest = width - name - value - GAP
        glance = glance + GAP if glance and glance + GAP <= rest else 0
        rest -= glance + GAP
        return cls(name, glance, value, rest if rest >= SHORTEST_NOTE else 0)


def _named(line: FigureLine) -> Content:
    name = clean(line.figure.name)
    return Content.assemble((f"{line.sign} ", line.colour), name) if line.sign else Content(name)


def written(line: FigureLine, columns: Columns) -> Content:
    """Write a line into its columns; where there is nothing to glance at, a long name takes that room too."""
    blank = not line.glance.plain.strip()
    parts: list[Content] = [
        _named(line).truncate(columns.name + (columns.glance if blank else 0), ellipsis=True, pad=True)
    ]
    if columns.glance and not blank:
        parts += [Content(" " * GAP), line.glance.truncate(columns.glance - GAP, pad=True)]
    value = Content(line.figure.value).truncate(columns.value, ellipsis=True)
    parts += [Content(" " * (GAP + columns.value - value.cell_length)), value.stylize(f"bold {line.value_colour}")]
    if columns.note and line.figure.note:
        note = Content(clean(line.figure.note)).truncate(columns.note, ellipsis=True)
        parts += [Content(" " * GAP), note.stylize("$foreground-muted")]
    return Content("").join(parts)
