"""The columns of the log: which there are at a width, and what each says of a session. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from rich.cells import cell_len, set_cell_size

from hybridtui.domain.flags import BY_THE_WAY
from hybridtui.domain.history import SessionLine
from hybridtui.domain.query.sorting import NEWEST, Key, Order
from hybridtui.domain.text import clean
from hybridtui.domain.units import KG_PER_LB, M_PER_MI, DistanceUnit, WeightUnit, clock, decimal, round_half_up
from hybridtui.domain.workout import Kind
from hybridtui.ui.look import SIGNS, WORDS
from hybridtui.ui.sources import NAMES

ROOMY = 100
"""From this width on the log also tells the time of day, the effort, and where a session comes from."""

VAST = 140
"""From this width on it tells the pace too."""

TIGHT = 70
"""Below this width it leaves out weight and load."""

LONGEST_TITLE = 48
"""A title's column is no wider, so that the numbers stay near."""

NOTES, LONGEST_NOTES = 18, 60
"""Cells of where a session comes from and what is to be known of it: at least, and what a wide log has for it."""

LOOKS = {Kind.RUN: "run", Kind.STRENGTH: "strength", Kind.HYBRID: "both", Kind.COMBO: "both", Kind.RECOVERY: "calm"}
"""Names of the styles of kinds; others are muted."""

SAME_SIGN, SAME_WORD = "=", "same workout"
"""Of a record of a workout that another record counts for."""


@dataclass(frozen=True, slots=True)
class LogColumn:
    """One column: its head, its width, and what it says of a session."""

    title: str
    width: int
    text: Callable[[SessionLine], str]
    right: bool = False
    look: Callable[[SessionLine], str] | None = None
    """Which style it has; None: the row's."""
    key: Key | None = None
    """What sorts by it."""

    def fit(self, text: str) -> str:
        """Return the text in exactly the column's width; what is cut off ends in dots."""
        if (length := cell_len(text)) > self.width:
            return set_cell_size(text, max(0, self.width - 1)) + "…"
        room = " " * (self.width - length)
        return room + text if self.right else text + room


@cache
def log_columns(width: int, weight: WeightUnit, distance: DistanceUnit, order: Order = NEWEST) -> tuple[LogColumn, ...]:
    """Return the columns that a log of this width has, one cell apart; the title takes what is left.

    The number that the log is sorted by is always among them: where room is short it takes
    the place of the kind, whose sign stays.
    """
    of = {column.key: column for column in _numbers(weight, distance)}
    shown = [key for key, from_width in _FROM_WIDTH.items() if width >= from_width]
    first = [
        LogColumn(" date", 16, lambda line: f" {line.local_date:%a %d %b %Y}", key=Key.DAY),
        LogColumn("", 1, _sign, look=_look),
    ]
    if order.by in of and order.by not in shown:
        shown.append(order.by)
    else:
        first.append(LogColumn("kind", 9, _kind))
    last = [of[key] for key in of if key in shown]
    if width >= ROOMY:
        first.insert(1, LogColumn("time", 5, lambda line: f"{line.started_local:%H:%M}", look=lambda _: "muted"))
        room = max(NOTES, min(LONGEST_NOTES, width - _taken(*first, *last) - LONGEST_TITLE - 2))
        last.append(LogColumn("", room, lambda line: _source(line, room), look=lambda _: "muted"))
    title = max(4, min(LONGEST_TITLE, width - _taken(*first, *last) - 1))
    return (*first, LogColumn("session", title, _title, key=Key.TITLE), *last)


def _taken(*columns: LogColumn) -> int:
    return sum(column.width + 1 for column in columns)


_FROM_WIDTH = {
    Key.MINUTES: 0, Key.KM: 0, Key.SETS: 0, Key.TONNAGE: TIGHT, Key.LOAD: TIGHT, Key.RPE: ROOMY, Key.PACE: VAST,
}  # fmt: skip
"""From which width of the log on a number is always shown."""


def _numbers(weight: WeightUnit, distance: DistanceUnit) -> tuple[LogColumn, ...]:
    """Return the columns of numbers in their order."""
    metres = M_PER_MI if distance is DistanceUnit.MI else 1000.0
    kilos = KG_PER_LB if weight is WeightUnit.LB else 1.0
    far = "mi" if distance is DistanceUnit.MI else "km"

    def numbers(title: str, width: int, key: Key, text: Callable[[SessionLine], str]) -> LogColumn:
        return LogColumn(title, width, text, right=True, key=key)

    return (
        numbers("min", 4, Key.MINUTES, lambda line: _whole(line.total_s / 60)),
        numbers(far, 5, Key.KM, lambda line: _one(line.distance_m / metres)),
        numbers(f"/{far}", 5, Key.PACE, lambda line: _pace(line, metres)),
        numbers("sets", 4, Key.SETS, lambda line: _whole(line.sets)),
        numbers(str(weight), 7, Key.TONNAGE, lambda line: _whole(line.tonnage_kg / kilos)),
        numbers("load", 6, Key.LOAD, _load),
        numbers("RPE", 4, Key.RPE, lambda line: decimal(line.rpe, 1) if line.rpe is not None else ""),
    )


def _title(line: SessionLine) -> str:
    return clean(line.title)


def _sign(line: SessionLine) -> str:
    return SIGNS[line.kind] if line.same_as is None else SAME_SIGN


def _load(line: SessionLine) -> str:
    number = _whole(line.load_au)
    return f"~{number}" if number and line.load_estimated else number


def _pace(line: SessionLine, metres: float) -> str:
    pace = line.pace_s_per_km
    return clock(pace * metres / 1000) if pace is not None else ""


def _kind(line: SessionLine) -> str:
    return clean(line.sport) if line.kind is Kind.OTHER and line.sport else WORDS[line.kind]


def _look(line: SessionLine) -> str:
    return LOOKS.get(line.kind, "muted") if line.same_as is None else "muted"


def _source(line: SessionLine, room: int) -> str:
    """Say where a session comes from and what is odd about it; where that is too long, the oddity alone."""
    flags = ", ".join(clean(flag) for flag in line.flags if flag not in BY_THE_WAY)
    told = ": ".join(part for part in (SAME_WORD if line.same_as else "", NAMES[line.source], flags) if part)
    return flags if flags and cell_len(told) > room else told


def _whole(number: float) -> str:
    return f"{round_half_up(number):,.0f}" if number else ""


def _one(number: float) -> str:
    return f"{round_half_up(number, 0.1):.1f}" if number else ""
