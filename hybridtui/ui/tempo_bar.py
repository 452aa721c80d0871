"""The phases of one rep side by side, as wide as they are long; the one that runs is filling (science.md B.7)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from textual.content import Content

from hybridtui.domain.phases import TEMPO_PHASES, Phase, Reading
from hybridtui.domain.units import decimal

FULL, EMPTY, FAINT = "█", "░", "45%"


TEXTS = frozenset({"$primary", "$accent", "$success", "$warning"})
"""Colours of blocks that have another for words."""


def ink(style: str) -> str:
    """Return the colour of words that go with blocks of colour ``style``: readable on light ground too."""
    return f"$text-{style[1:]}" if style in TEXTS else style


def tempo_bar(phases: Sequence[Phase], reading: Reading, columns: int, style: str) -> list[Content]:
    """Return two lines, at most ``columns`` wide: the bar of the rep that runs, and the names of its phases."""
    rep = _rep(phases, reading.phase_index)
    widths = _widths([phases[index].seconds or 0.0 for index in rep], columns)
    bar, names = [], []
    for index, wide in zip(rep, widths, strict=True):
        runs = index == reading.phase_index
        done = wide if index < reading.phase_index else round(reading.share * wide) if runs else 0
        bar.append(Content.assemble((FULL * done, style), (EMPTY * (wide - done), f"$foreground {FAINT}")))
        name = Content.styled(_name(phases[index], wide), f"bold {ink(style)}" if runs else "$foreground-muted")
        names.append(name.pad_right(wide - name.cell_length))
    return [Content(" ").join(bar), Content(" ").join(names)]


def _rep(phases: Sequence[Phase], index: int) -> range:
    """The indexes of the phases that belong to the same rep as the one at ``index``."""

    def belongs(other: int) -> bool:
        phase = phases[other]
        return phase.kind in TEMPO_PHASES and phase.number == phases[index].number

    first = last = index
    while first > 0 and belongs(first - 1):
        first -= 1
    while last + 1 < len(phases) and belongs(last + 1):
        last += 1
    return range(first, last + 1)


def _widths(seconds: Sequence[float], columns: int) -> list[int]:
    """Share the columns out by seconds, one blank between two; the sum is never more than there is."""
    room, whole = columns - len(seconds) + 1, sum(seconds)
    bounds = [0]
    passed = 0.0
    for length in seconds:
        passed += length
        bounds.append(round(room * passed / whole))
    return [end - begin for begin, end in pairwise(bounds)]


def _name(phase: Phase, wide: int) -> str:
    word, length = phase.label.lower(), decimal(phase.seconds or 0.0)
    return next((text for text in (f"{word} {length}", word, length) if len(text) <= wide), "")
