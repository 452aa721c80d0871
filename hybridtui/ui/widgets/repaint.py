"""Painting only what changed of a widget that is lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget


def repaint(widget: Widget, old: Sequence[Content], new: Sequence[Content]) -> None:
    """Have ``widget`` paint its lines again where ``new`` differs from ``old``, what it last drew; else nothing."""
    width, height = widget.size
    pairs = list(zip_longest(old, new))[:height]
    changed = [Region(0, y, width, 1) for y, (was, line) in enumerate(pairs) if not same(was, line)]
    if changed:
        widget.refresh(*changed)


def same(one: Content | None, other: Content | None) -> bool:
    """Return whether two lines look the same."""
    return one is not None and other is not None and one.is_same(other)
