"""What the log shows at one moment: what a filter found, one page of it, and where one was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.query.sorting import NEWEST, Key, Order
from hybridtui.domain.units import M_PER_MI, DistanceUnit, decimal, round_half_up
from hybridtui.ui.look import DOT
from hybridtui.ui.widgets.log_columns import SAME_SIGN
from hybridtui.ui.widgets.session_log import PAGE

if TYPE_CHECKING:
    from hybridtui.domain.history import SessionLine
    from hybridtui.domain.query.found import Found, Sums
    from hybridtui.domain.units import WeightUnit
    from hybridtui.logbook import Logbook

_SMALL = 100
"""Below this many hours or kilometres a sum has a decimal."""

_ORDERS = {
    Key.DAY: ("newest first", "oldest first"),
    Key.MINUTES: ("longest first", "shortest first"),
    Key.KM: ("farthest first", "nearest first"),
    Key.PACE: ("fastest first", "slowest first"),
    Key.SETS: ("most sets first", "fewest sets first"),
    Key.TONNAGE: ("most weight moved first", "least weight moved first"),
    Key.LOAD: ("greatest load first", "smallest load first"),
    Key.RPE: ("hardest first", "easiest first"),
    Key.TITLE: ("by title", "by title, from Z"),
}
"""How each order is called: from its usual end, and from the other."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the list is to show."""

    text: str = ""
    """The filter."""
    order: Order = NEWEST


@dataclass(frozen=True, slots=True)
class Held:
    """Where one was in the list."""

    deleted: str | None = None
    """The session deleted last: where it is there again, it is taken in hand."""
    session: str | None = None
    """The session in hand."""
    index: int = 0
    """Where to be if it is gone."""

    def among(self, ids: tuple[str, ...]) -> int:
        """Return where to be in a list of sessions."""
        for wanted in (self.deleted, self.session):
            if wanted in ids:
                return ids.index(wanted)
        return max(0, min(self.index, len(ids) - 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPage:
    """What a filter found, and one page of it."""

    athlete: Athlete
    text: str
    """The filter."""
    order: Order
    found: Found
    offset: int
    lines: tuple[SessionLine, ...]
    """The sessions from ``offset`` on."""

    @property
    def units(self) -> tuple[WeightUnit, DistanceUnit]:
        """The athlete's units."""
        return self.athlete.weight_unit, self.athlete.distance_unit

    @property
    def heading(self) -> str:
        """What is listed, in which order."""
        return f"Sessions, {_ORDERS[self.order.by][self.order.turned]}"

    @property
    def count(self) -> str:
        """How many were found, in words, and of how many that is unknown."""
        return _found(self.found.sums)

    def sums(self, room: int) -> str:
        """What the sessions found amount to, each workout once; in so many cells at most, if it can be."""
        sums, mi = self.found.sums, self.athlete.distance_unit is DistanceUnit.MI
        same, guessed = sums.counted_elsewhere, sums.estimated
        parts = [
            f"{sums.sessions:,} session{'' if sums.sessions == 1 else 's'}",
            f"{_rounded(sums.total_s / 3600)} h",
            f"{_rounded(sums.distance_m / (M_PER_MI if mi else 1000))} {'mi' if mi else 'km'}",
            f"load {'~' if guessed else ''}{round_half_up(sums.load_au):,.0f} AU",
        ]
        estimated = f", {guessed:,} estimated" if guessed else ""
        for said, last in ((" counted with another record", estimated), (" same workout", ""), ("", "")):
            first = f"{parts[0]} ({same:,} {SAME_SIGN}{said})" if same else parts[0]
            line = DOT.join((first, *parts[1:])) + last
            if len(line) <= room:
                break
        return line


def _rounded(number: float) -> str:
    """Write a sum with a decimal as long as it is small."""
    return decimal(number, 1) if number < _SMALL else f"{round_half_up(number):,.0f}"


def log_page(text: str, order: Order, held: Held, book: Logbook) -> LogPage:
    """Read what a filter finds, and the page of it that one is to be on.

    Raises:
        Problem: if it is no filter.
    """
    found = book.search.found(book.search.parse(text), order)
    offset = held.among(found.ids) // PAGE * PAGE
    return LogPage(
        athlete=book.athlete() or Athlete(),
        text=text,
        order=order,
        found=found,
        offset=offset,
        lines=book.search.lines_of(found.ids[offset : offset + PAGE]),
    )


def counted(text: str, book: Logbook) -> str:
    """Return how many sessions a filter finds, in words.

    Raises:
        Problem: if it is no filter.
    """
    return _found(book.search.sums(book.search.parse(text)))


def _found(sums: Sums) -> str:
    return f"{sums.sessions:,} found" + (f", {sums.unknown:,} unknown" if sums.unknown else "")
