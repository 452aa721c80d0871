"""How the calendar says what a day was: a sign of its own for each state, a bar for how long, minutes where they fit.

Colour repeats what the sign says; without it nothing is lost.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from hybridtui.domain.calendar import Week
from hybridtui.domain.days import Day, SideKept, State, WeekKept
from hybridtui.domain.units import whole_minutes
from hybridtui.domain.workout import Kind
from hybridtui.ui.look import COLOURS, DONE_SIGN, MISSED_SIGN, REST_SIGN, SIGNS

STATE_SIGNS = {
    State.RUN: SIGNS["run"],
    State.STRENGTH: SIGNS["strength"],
    State.BOTH: SIGNS["combo"],
    State.OTHER: SIGNS["other"],
    State.KEPT: DONE_SIGN,
    State.FREE: REST_SIGN,
    State.MISSED: MISSED_SIGN,
    State.NONE: " ",
}
"""By state; what is due has the hollow sign of its kind."""

DUE_SIGNS = {Kind.RUN: "△", Kind.STRENGTH: "□", Kind.HYBRID: "◇", Kind.COMBO: "◇"}
UNTIMED = "?"
"""In place of the minutes of a day whose sessions have none: what was imported without a time."""

BARS = " ▂▄▆█"
"""How long a day was, by ``Day.level``."""

STATE_WORDS = {
    State.RUN: "run",
    State.STRENGTH: "strength",
    State.BOTH: "run and strength",
    State.OTHER: "other sport or easy movement",
    State.KEPT: "planned rest, kept",
    State.FREE: "rest",
    State.MISSED: "missed",
    State.DUE: "still to do",
    State.NONE: "",
}

_STATE_COLOURS = {
    State.RUN: f"${COLOURS['run']}",
    State.STRENGTH: f"${COLOURS['strength']}",
    State.BOTH: f"${COLOURS['combo']}",
    State.OTHER: "$foreground-muted",
    State.KEPT: "$text-success",
    State.FREE: "$foreground-muted",
    State.MISSED: "$text-warning",
    State.DUE: "$foreground",
    State.NONE: "",
}
CURSOR = "$block-cursor-foreground on $block-cursor-background bold"
CURSOR_UNLIT = "on $foreground 15%"
MUTED = "$foreground-muted"

LABEL, MARGIN = 8, 25
"""Cells for month and Monday, and for the numbers of the week."""

RUN_CELLS, STRENGTH_CELLS, REST_CELLS = 10, 8, 5
SHORT_DAY, LONG_DAY, LONGEST_DAY = 4, 6, 8
"""Cells of a day: sign and bar; with its minutes; with some air as well."""


LEGEND = {
    State.RUN: "run",
    State.STRENGTH: "strength",
    State.BOTH: "both",
    State.OTHER: "other",
    State.KEPT: "rest kept",
    State.FREE: "free",
    State.MISSED: "missed",
}


def legend(width: int) -> Content:
    """Say what the signs mean, on one line; shorter words where there is little room."""
    gap = "   " if width >= 100 else " "
    parts = [
        part
        for state, word in LEGEND.items()
        for part in ((STATE_SIGNS[state], _STATE_COLOURS[state]), (f" {word}{gap}", MUTED))
    ]
    due = "".join(dict.fromkeys(DUE_SIGNS.values()))
    bars = f"{BARS[1:]} 30 60 90+ min" if width >= 100 else f"{BARS[1:]} min"
    return Content.assemble(*parts, due, (f" due{gap}", MUTED), bars)


def sign_of(day: Day) -> str:
    """Return the sign of a day."""
    if day.state is not State.DUE:
        return STATE_SIGNS[day.state]
    kinds = {each.kind for each in day.asked if each.kind in DUE_SIGNS}
    return DUE_SIGNS[kinds.pop() if len(kinds) == 1 else Kind.COMBO]


def colour_of(day: Day) -> str:
    """Return the style of its sign."""
    if day.state is State.DUE and len(day.asked) == 1:
        return f"${COLOURS[day.asked[0].kind]}"
    return _STATE_COLOURS[day.state]


@dataclass(frozen=True, slots=True)
class Columns:
    """How the cells of a line are shared out."""

    width: int

    @property
    def day(self) -> int:
        """Cells of one day."""
        room = (self.width - LABEL - MARGIN) // 7
        return LONGEST_DAY if room >= LONGEST_DAY else LONG_DAY if room >= LONG_DAY else SHORT_DAY

    def header(self) -> Content:
        """Name the columns."""
        names = "".join(name.ljust(self.day) for name in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
        return Content.assemble(
            (" " * LABEL + names, MUTED),
            " " * (RUN_CELLS - 5), (SIGNS["run"], f"${COLOURS['run']}"), (" run", MUTED),
            " " * (STRENGTH_CELLS - 5), (SIGNS["strength"], f"${COLOURS['strength']}"), (" str", MUTED),
            ("rest".rjust(REST_CELLS + 1), MUTED),
        )  # fmt: skip

    def line(self, days: tuple[Day, ...], kept: WeekKept, *, top: bool) -> list[tuple[str, str]]:
        """Return label, seven days and the week's numbers, each text with its style; ``top``: it is the first line."""
        label = (_label(kept.week, top=top), MUTED)
        return [label, *(part for day in days for part in self.cells(day)), *_numbers(kept)]

    def cells(self, day: Day) -> list[tuple[str, str]]:
        """Return a day as texts with styles."""
        partly = MISSED_SIGN if day.missed and day.done else " "
        sign, colour, bar = sign_of(day), colour_of(day), BARS[day.level]
        if self.day == SHORT_DAY:
            return [(f"{sign}{bar}", colour), (f"{partly} ", "$text-warning")]
        told = f"{whole_minutes(day.minutes * 60) if day.minutes else UNTIMED:>3}" if day.done else "   "
        air = " " * (self.day - LONG_DAY)
        return [(f"{sign}{bar}", colour), (told, "$foreground"), (partly + air, "$text-warning")]


def _label(week: Week, *, top: bool) -> str:
    """Name the month at its first Monday, and on the line at the top; below January the year."""
    monday = week.monday
    if monday.day <= 7 or top:
        return f"{monday:%b}  {monday.day:>2} "
    year = f"{monday:%Y}" if monday.month == 1 and monday.day <= 14 else "    "
    return f"{year} {monday.day:>2} "


def _numbers(kept: WeekKept) -> list[tuple[str, str]]:
    rest = f"{kept.rest_kept}/{kept.rest_planned}" if kept.rest_planned else ""
    return [
        *_of_side(kept.run, RUN_CELLS, planned=kept.planned),
        *_of_side(kept.strength, STRENGTH_CELLS, planned=kept.planned),
        (rest.rjust(REST_CELLS + 1), "$foreground"),
    ]


def _of_side(side: SideKept, cells: int, *, planned: bool) -> list[tuple[str, str]]:
    done = str(whole_minutes(side.done_s)) if side.done_s or planned else ""
    asked = f"/{whole_minutes(side.planned_s)}" if planned else ""
    return [(done.rjust(cells - len(asked)), "$foreground"), (asked, MUTED)]
