"""Digits out of blocks, of any height: seven segments drawn in half cells, which are nearly square.

Textual's own Digits are three rows high; a clock has to be read from three metres.
Arrows and a square say from as far what a rep asks for: down, up, stand still.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

_SEGMENTS = {
    "0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd", "6": "afgedc", "7": "abc",
    "8": "abcdefg", "9": "abcdfg", "-": "g",
}  # fmt: skip
"""Lit segments, named as on every seven-segment display: a on top, clockwise, g in the middle."""

_CELLS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}

Grid = list[list[bool]]


WIDE, SLIM = 0.62, 0.5
"""How wide a digit is, as a part of its height; slim where there is little room."""

DOWN, UP, STILL = "↓", "↑", "■"
"""Lower, lift, stand still."""


@lru_cache(maxsize=256)
def draw(text: str, rows: int, shape: float = WIDE) -> tuple[str, ...]:
    r"""Return ``text`` (digits, ``: . , + - x``, DOWN, UP, STILL, blanks) as ``rows`` lines of blocks, equally wide.

    >>> print("\n".join(line.rstrip() for line in draw("1", 4)))
        █
        █
        █
        █
    """
    height = rows * 2
    stroke = max(1, round(height / 7))
    gap = " " * stroke
    glyphs = [_cells(_glyph(character, height, stroke, shape)) for character in text]
    return tuple(gap.join(glyph[row] for glyph in glyphs) for row in range(rows))


def width(text: str, rows: int, shape: float = WIDE) -> int:
    """Return how many cells wide ``text`` is at that height."""
    return len(draw(text, rows, shape)[0]) if text else 0


def tallest(text: str, columns: int, rows: int, least: int = 3) -> tuple[str, ...]:
    """Draw ``text`` as tall as the room allows, slim if that makes it taller; at least ``least`` rows."""
    heights = range(rows, least - 1, -1)
    drawn = (draw(text, height, shape) for height in heights for shape in (WIDE, SLIM))
    return next((lines for lines in drawn if len(lines[0]) <= columns), draw(text, least, SLIM))


def _glyph(character: str, height: int, stroke: int, shape: float) -> Grid:
    wide = max(4, round(height * shape))
    if character == " ":
        return [[False] * stroke for _ in range(height)]
    if character in ":.,":
        return _points(character, height, stroke)
    if character in "+x":
        return _cross(character, height, stroke, wide)
    if character in (DOWN, UP):
        return _arrow(character, height, stroke, wide)
    grid = [[False] * wide for _ in range(height)]
    if character == STILL:
        _fill(grid, 0, (height - wide) // 2, wide, wide)
        return grid
    middle = (height - stroke) // 2
    boxes = {
        "a": (0, 0, wide, stroke),
        "g": (0, middle, wide, stroke),
        "d": (0, height - stroke, wide, stroke),
        "f": (0, 0, stroke, middle + stroke),
        "b": (wide - stroke, 0, stroke, middle + stroke),
        "e": (0, middle, stroke, height - middle),
        "c": (wide - stroke, middle, stroke, height - middle),
    }
    for segment in _SEGMENTS.get(character, ""):
        _fill(grid, *boxes[segment])
    return grid


def _points(character: str, height: int, stroke: int) -> Grid:
    grid = [[False] * stroke for _ in range(height)]
    if character == ":":
        _fill(grid, 0, height // 3 - stroke // 2, stroke, stroke)
        _fill(grid, 0, height - height // 3 - stroke + stroke // 2, stroke, stroke)
    else:
        _fill(grid, 0, height - stroke, stroke, stroke)
    return grid


def _cross(character: str, height: int, stroke: int, wide: int) -> Grid:
    side = wide if (wide - stroke) % 2 == 0 else wide - 1
    grid = [[False] * side for _ in range(height)]
    top = (height - side) // 2
    if character == "+":
        _fill(grid, 0, top + (side - stroke) // 2, side, stroke)
        _fill(grid, (side - stroke) // 2, top, stroke, side)
        return grid
    for step in range(side):
        for column in (step, side - 1 - step):
            _fill(grid, max(0, min(side - stroke, column)), top + step, stroke, 1)
    return grid


def _arrow(character: str, height: int, stroke: int, wide: int) -> Grid:
    side = wide if (wide - stroke) % 2 == 0 else wide + 1
    grid = [[False] * side for _ in range(height)]
    point = (side + 1) // 2
    _fill(grid, (side - stroke) // 2, 0, stroke, height - point)
    for step in range(point):
        _fill(grid, step, height - point + step, side - 2 * step, 1)
    return grid if character == DOWN else grid[::-1]


def _fill(grid: Grid, left: int, top: int, wide: int, high: int) -> None:
    for row in grid[max(0, top) : top + high]:
        row[left : left + wide] = [True] * len(row[left : left + wide])


def _cells(grid: Grid) -> Sequence[str]:
    pairs = zip(grid[::2], grid[1::2], strict=True)
    return ["".join(_CELLS[cell] for cell in zip(upper, lower, strict=True)) for upper, lower in pairs]
