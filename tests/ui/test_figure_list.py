"""Lists of figures: where headings keep their distance, and what is told of the figure in hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.content import Content

from hybridtui.domain.definitions import definitions
from hybridtui.domain.figures import Figure
from hybridtui.ui.history.about import about
from hybridtui.ui.history.figure_columns import Columns, rows, written
from hybridtui.ui.history.figure_list import FigureGroup, FigureLine

FITNESS = Figure(definition="load.ctl", name="Fitness", value="183 a day", made=("as of 2026-03-01", "begun with 0"))


def groups(*sizes: int) -> list[FigureGroup]:
    return [FigureGroup(heading="Load", lines=(FigureLine(figure=FITNESS),) * size) for size in sizes]


@pytest.mark.parametrize(
    ("sizes", "height", "expected"),
    [
        ((3, 3), 9, 9),
        ((3, 3), 8, 8),
        ((3, 3), 4, 8),
        ((20, 20), 43, 43),
        ((20, 20), 42, 42),
        ((20, 20), 41, 43),
        ((3, 3), 0, 9),
    ],
    ids=["room", "just no room", "low, scrolled", "high, room", "high, just no room", "high, scrolled", "no size yet"],
)
def test_headings_keep_their_distance_unless_that_pushes_lines_out_of_sight(sizes, height, expected):
    laid_out = rows(groups(*sizes), height)
    assert len(laid_out) == expected
    assert [row.line for row in laid_out if row.line is not None] == list(range(sum(sizes)))


@pytest.mark.parametrize("width", [30, 60, 100])
@pytest.mark.parametrize("height", range(13))
def test_what_is_told_of_a_figure_keeps_to_its_room_and_breaks_off_nowhere(width, height):
    drawn = about(FITNESS, width, height).plain
    lines = drawn.splitlines() if drawn else []
    assert len(lines) <= height
    assert all(len(line) <= width for line in lines)
    told = " ".join(" ".join(lines).split())
    meaning = " ".join(definitions()["load.ctl"].meaning.split())
    if height:
        assert "Fitness" in lines[0]
        assert "183 a day" in told or height == 1
    begins = meaning.split(". ", maxsplit=1)[0][:20]
    assert (begins in told) == (meaning in told), "in full or not at all"


def test_the_meaning_is_told_before_how_it_was_made():
    definition = definitions()["load.ctl"]
    drawn = about(FITNESS, 200, 20).plain
    assert drawn.index(definition.meaning) < drawn.index("as of 2026-03-01") < drawn.index("begun with 0")
    assert definition.caveat in drawn


def test_a_long_name_takes_the_room_of_a_bar_that_is_not_there():
    long = replace(FITNESS, name="Dumbbell single-leg deadlift")
    lines = [FigureLine(figure=long, glance=Content("▂▃▆")), FigureLine(figure=long)]
    columns = Columns.fit(lines, 60, 24)
    drawn = [written(line, columns).plain for line in lines]
    assert "Dumbbell single-leg dea…" in drawn[0]
    assert long.name in drawn[1]
    assert drawn[0].index("183 a day") == drawn[1].index("183 a day")
