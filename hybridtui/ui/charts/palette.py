"""The colours of a chart, taken from the theme in use."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from textual.color import Color

from hybridtui.ui.charts.data import Role

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
    main: RGB = (0, 0, 0)
    second: RGB = (0, 0, 0)
    other: RGB = (0, 0, 0)
    easy: RGB = (0, 0, 0)
    moderate: RGB = (0, 0, 0)
    hard: RGB = (0, 0, 0)
    cursor: RGB = (0, 0, 0)
    """What lies behind the period in hand."""
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

        run, strength = coloured("primary"), coloured("accent")
        other = foreground.blend(ground, 0.45)
        main, second = _apart(
            [coloured(name) for name in ("success", "secondary", "warning")],
            [run, strength, other],
            ground,
            foreground,
        )
        return cls(
            run=run.rgb,
            strength=strength.rgb,
            main=main.rgb,
            second=second.rgb,
            other=other.rgb,
            easy=run.blend(ground, 0.57).rgb,
            moderate=run.blend(ground, 0.22).rgb,
            hard=run.blend(foreground, 0.75).rgb,
            cursor=ground.blend(foreground, 0.13).rgb,
            mark=foreground.rgb,
            # A thin ring in plain orange is hard to see on a light ground.
            outside=coloured("warning").blend(foreground, 0.25).rgb,
            grid=foreground.blend(ground, 0.80).rgb,
            band=ground.blend(coloured("success"), 0.20).rgb,
            ground=ground.rgb,
            textured=textured,
        )

    def of_role(self, role: Role) -> RGB:
        """Return the colour of what a series stands for."""
        colour: RGB = getattr(self, role.value)
        return colour

    def seen_on(self, behind: RGB | None) -> RGB:
        """Return what a mark is painted with on a colour: that of marks, or the ground where it is seen better."""
        return max((self.mark, self.ground), key=lambda one: math.dist(one, behind or self.ground))


APART = 64.0
"""How far colours must lie from each other (in RGB) to be told apart at a glance."""

SEEN = 150.0
"""How far a thin line's colour must lie from the ground."""


def _apart(
    candidates: Sequence[Color], taken: Sequence[Color], ground: Color, foreground: Color
) -> tuple[Color, Color]:
    """Choose two colours that are seen on the ground and are not like those taken; at worst, two greys."""
    chosen: list[Color] = []
    for candidate in candidates:
        seen = candidate
        while _distance(seen, ground) < SEEN and _distance(seen, foreground) > APART / 4:
            seen = seen.blend(foreground, 0.25)
        if all(_distance(seen, other) >= APART for other in (*taken, *chosen)):
            chosen.append(seen)
    chosen += [foreground.blend(ground, 0.12), foreground.blend(ground, 0.28)]
    return chosen[0], chosen[1]


def _distance(one: Color, other: Color) -> float:
    return math.dist(one.rgb, other.rgb)


def _solid(colour: Color, default: Color) -> Color:
    """Return a colour that can be blended; one that the terminal chooses is taken to be like its name."""
    if colour.ansi is None:
        return colour
    return default if colour.ansi < 0 else Color(*colour.rgb).blend(default, 0.25)
