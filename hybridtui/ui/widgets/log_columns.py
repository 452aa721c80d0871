"""The columns of the log: which there are at a width, and what each says of a session. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from rich.cells import cell_len, set_cell_size

from hybridtui.domain.history import SessionLine
from hybridtui.domain.session import Source
from hybridtui.domain.text import clean
from hybridtui.domain.units import KG_PER_LB, M_PER_MI, DistanceUnit, WeightUnit, round_half_up
from hybridtui.domain.workout import Kind
from hybridtui.ui.look import SIGNS, WORDS

ROOMY = 100
"""From this width on the log also tells the time of day and where a session comes from."""

TIGHT = 70
"""Below this width it leaves out weight and load."""

LONGEST_TITLE = 48
"""A title's column is no wider, so that the numbers stay near."""

LOOKS = {Kind.RUN: "run", Kind.STRENGTH: "strength", Kind.HYBRID: "both", Kind.COMBO: "both", Kind.RECOVERY: "calm"}
"""Names of the styles of kinds; others are muted."""

SOURCES = {Source.APP: "", Source.STRONG: "Strong", Source.FIT: "FIT"}


@dataclass(frozen=True, slots=True)
class LogColumn:
    """One column: its head, its width, and what it says of a session."""

    title: str
    width: int
    text: Callable[[SessionLine], str]
    right: bool = False
    look: Callable[[SessionLine], str] | None = None
    """Which style it has; None: the row's."""

    def fit(self, text: str) -> str:
        """Return the text in exactly the column's width; what is cut off ends in dots."""
        if (length := cell_len(text)) > self.width:
            return set_cell_size(text, max(0, self.width - 1)) + "…"
        room = " " * (self.width - length)
        return room + text if self.right else text + room


@cache
def log_columns(width: int, weight: WeightUnit, distance: DistanceUnit) -> tuple[LogColumn, ...]:
    """Return the columns that a log of this width has, one cell apart; the title takes what is left."""
    metres = M_PER_MI if distance is DistanceUnit.MI else 1000.0
    kilos = KG_PER_LB if weight is WeightUnit.LB else 1.0
    date = LogColumn(" date", 16, lambda line: f" {line.local_date:%a %d %b %Y}")
    sign = LogColumn("", 1, lambda line: SIGNS[line.kind], look=_look)
    kind = LogColumn("kind", 9, _kind)
    numbers = (
        LogColumn("min", 4, lambda line: _whole(line.total_s / 60), right=True),
        LogColumn("mi" if distance is DistanceUnit.MI else "km", 5, lambda line: _one(line.distance_m / metres), True),
        LogColumn("sets", 4, lambda line: _whole(line.sets), right=True),
        LogColumn(str(weight), 7, lambda line: _whole(line.tonnage_kg / kilos), right=True),
        LogColumn("load", 5, lambda line: _whole(line.load_au), right=True),
    )
    first: tuple[LogColumn, ...] = (date, sign, kind)
    last: tuple[LogColumn, ...] = numbers if width >= TIGHT else numbers[:3]
    if width >= ROOMY:
        time = LogColumn("time", 5, lambda line: f"{line.started_local:%H:%M}", look=lambda _: "muted")
        source = LogColumn("", 18, _source, look=lambda _: "muted")
        first, last = (date, time, sign, kind), (*numbers, source)
    taken = sum(column.width + 1 for column in (*first, *last))
    return (
        *first,
        LogColumn("session", max(4, min(LONGEST_TITLE, width - taken - 1)), lambda line: clean(line.title)),
        *last,
    )


def _kind(line: SessionLine) -> str:
    return clean(line.sport) if line.kind is Kind.OTHER and line.sport else WORDS[line.kind]


def _look(line: SessionLine) -> str:
    return LOOKS.get(line.kind, "muted")


def _source(line: SessionLine) -> str:
    flags = ", ".join(clean(flag) for flag in line.flags)
    return ": ".join(part for part in (SOURCES[line.source], flags) if part)


def _whole(number: float) -> str:
    return f"{number:,.0f}" if number else ""


def _one(number: float) -> str:
    return f"{round_half_up(number, 0.1):.1f}" if number else ""
