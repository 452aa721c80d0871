"""The colours of a chart, taken from the theme in use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from textual.color import Color

RGB = tuple[int, int, int]
"""Red, green, blue, 0-255: what plotext draws with."""


@dataclass(frozen=True, slots=True)
class Palette:
    """What each thing in a chart is painted with; running and strength as everywhere else."""

    run: RGB
    strength: RGB
    mark: RGB
    """Targets and means."""
    outside: RGB
    """Weeks outside the band."""
    grid: RGB
    band: RGB
    ground: RGB
    """What lies behind the chart."""
    textured: bool = False
    """True if strength must be told from running without colour (NO_COLOR)."""

    @classmethod
    def of(cls, variables: Mapping[str, str], ground: Color, *, dark: bool, textured: bool = False) -> Self:
        """Take the colours from a theme's variables and the widget's own background."""
        light, deep = (Color(225, 225, 225), Color(18, 18, 18))
        foreground = _solid(Color.parse(variables["foreground"]), light if dark else deep)
        ground = _solid(ground, deep if dark else light)

        def coloured(name: str) -> Color:
            return _solid(Color.parse(variables[name]), foreground)

        return cls(
            run=coloured("primary").rgb,
            strength=coloured("accent").rgb,
            mark=foreground.rgb,
            # A thin ring in plain orange is hard to see on a light ground.
            outside=coloured("warning").blend(foreground, 0.25).rgb,
            grid=foreground.blend(ground, 0.80).rgb,
            band=ground.blend(coloured("success"), 0.20).rgb,
            ground=ground.rgb,
            textured=textured,
        )


def _solid(colour: Color, default: Color) -> Color:
    """Return a colour that can be blended; one that the terminal chooses is taken to be like its name."""
    if colour.ansi is None:
        return colour
    return default if colour.ansi < 0 else Color(*colour.rgb).blend(default, 0.25)
