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

    @classmethod
    def of(cls, variables: Mapping[str, str], ground: Color) -> Self:
        """Take the colours from a theme's variables and the widget's own background."""
        foreground = Color.parse(variables["foreground"])
        return cls(
            run=Color.parse(variables["primary"]).rgb,
            strength=Color.parse(variables["accent"]).rgb,
            mark=foreground.rgb,
            # A thin ring in plain orange is hard to see on a light ground.
            outside=Color.parse(variables["warning"]).blend(foreground, 0.25).rgb,
            grid=foreground.blend(ground, 0.80).rgb,
            band=ground.blend(Color.parse(variables["success"]), 0.20).rgb,
            ground=ground.rgb,
        )
