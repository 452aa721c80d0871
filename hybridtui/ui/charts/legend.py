"""What the signs of a chart stand for, outside its data."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from hybridtui.domain.text import clean
from hybridtui.ui.charts.bars import TEXTURES
from hybridtui.ui.charts.data import ChartData, Shape
from hybridtui.ui.charts.lines import DASHES, INSIDE, OUTSIDE, dot_of
from hybridtui.ui.charts.palette import RGB, Palette

LINES = ("⠒⠒", "⠒⠐⠂", "⠂⠂")
"""The first line, the second, the third: unbroken, dashed, dotted."""


def title(data: ChartData, *, axis: bool = True) -> Content:
    """Return the chart's title, and its unit unless the title says it, or the ``axis`` beside it."""
    named = Content.styled(clean(data.title), "bold")
    if not data.unit or (axis and data.unit == "%") or data.unit in data.title:
        return named
    return Content.assemble(named, f" {data.unit}")


def legend(data: ChartData, palette: Palette) -> Content:
    """Return sign and name of every series, in its colour."""
    pieces = [
        Content.assemble(Content.styled(sign, _hex(colour)), f" {clean(name)}")
        for sign, colour, name in _entries(data, palette)
    ]
    return Content("  ").join(pieces)


def _hex(colour: RGB) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _entries(data: ChartData, palette: Palette) -> Iterator[tuple[str, RGB, str]]:
    lines = dots = 0
    for one in data.series:
        colour = palette.of_role(one.role)
        match one.shape:
            case Shape.BAR:
                yield TEXTURES.get(one.role, "■") if palette.textured else "■", colour, one.name
            case Shape.STEP:
                yield "━", colour, one.name
            case Shape.TICK:
                yield "╺╸", colour, one.name
            case Shape.LINE:
                dot = INSIDE if one.dotted else ""
                yield LINES[min(lines, len(DASHES) - 1)] + dot, colour, one.name
                lines += 1
            case Shape.DOT:
                yield dot_of(one, dots), colour, one.name if data.band is None else f"in {_band(data)}"
                dots += 1
    if data.band is None:
        return
    if dots:
        yield OUTSIDE, palette.outside, "outside"
    else:
        yield "█", palette.band, _band(data)


def _band(data: ChartData) -> str:
    low, high = data.band or (0.0, 0.0)
    return f"{data.write(low)}-{data.write(high)}" + (" %" if data.unit == "%" else "")
