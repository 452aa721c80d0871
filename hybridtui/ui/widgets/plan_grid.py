"""Weeks down, days across: what is planned, and how far it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from hybridtui.domain.balance import run_share
from hybridtui.domain.workout import Kind, PlannedWeek, Workout
from hybridtui.ui import look
from hybridtui.ui.widgets.share_bar import split

MARGIN, COMPACT_MARGIN, TIGHT_MARGIN = 13, 18, 12
"""Cells for the week's name and sums: on three lines, on two, and on two of few words."""

NARROWEST, TIGHTEST = 8, 6
"""Cells of a day, and of one where even those are too many."""

SHORT = {
    "runwalk": "run/walk", "SF": "full", "SL": "lower", "SU": "upper", "SA": "short A", "SB": "short B", "SC": "core",
    "timetrial": "trial", "progression": "progress",
}  # fmt: skip
"""Subtypes that do not fit a day's column, or say nothing, as they are written."""


class PlanGrid(Widget, can_focus=True):
    """The weeks, with a cursor on one day, and on one workout of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Day before", show=False, id="plan.left", tooltip="Go to the day before"),
        Binding("right", "move(1)", "Next day", show=False, id="plan.right", tooltip="Go to the next day"),
        Binding("up", "step(-1)", "Week before", show=False, id="plan.up", tooltip="Go to the workout or week before"),
        Binding("down", "step(1)", "Next week", show=False, id="plan.down", tooltip="Go to the next workout or week"),
        Binding("home", "today", "This day", show=False, id="plan.home", tooltip="Go back to today"),
    ]

    DEFAULT_CSS = """
    PlanGrid { height: auto; }
    """

    day: reactive[date | None] = reactive(None)
    """The day under the cursor."""
    slot: reactive[int] = reactive(0)
    """Which of its workouts."""
    compact: reactive[bool] = reactive(False, layout=True)
    """One line a workout, no line between weeks: where there is little height."""

    @dataclass
    class Moved(Message):
        """The cursor stands on another day or workout."""

        day: date
        workout: Workout | None

    def __init__(self) -> None:
        super().__init__()
        self._weeks: tuple[PlannedWeek, ...] = ()
        self._today: date | None = None
        self._done: frozenset[str] = frozenset()

    def show(self, weeks: Sequence[PlannedWeek], today: date, done: frozenset[str]) -> None:
        """Show these weeks; the cursor stays where it is if it can, else it goes to today."""
        self._weeks, self._today, self._done = tuple(weeks), today, done
        if self.day is None or self._week_of(self.day) is None:
            self.set_reactive(PlanGrid.day, today)
            self.set_reactive(PlanGrid.slot, 0)
        self.refresh(layout=True)
        self._tell()

    @property
    def workout(self) -> Workout | None:
        """The workout under the cursor."""
        planned = self._planned(self.day)
        return planned[min(self.slot, len(planned) - 1)] if planned else None

    def state(self, workout: Workout) -> str:
        """Say how far a workout is: done, missed, today, or nothing if it is to come."""
        if workout.id in self._done:
            return "done"
        if self._today is not None and workout.day <= self._today:
            return "today" if workout.day == self._today else "missed"
        return ""

    def render(self) -> Content:
        """Draw the weeks."""
        lines: list[Content] = []
        for week in self._weeks:
            lines += [*([Content()] * self._gap if lines else []), *self._week(week)]
        return Content("\n").join(lines)

    def action_move(self, days: int) -> None:
        """Go some days on, within the weeks shown."""
        self._go(days, 0)

    def action_step(self, down: int) -> None:
        """Go to the day's next workout, from its last one to the week below (or the same above)."""
        slot = self.slot + down
        if 0 <= slot < len(self._planned(self.day)):
            self.slot = slot
        else:
            self._go(7 * down, 0)

    def action_today(self) -> None:
        """Go back to today."""
        self.day, self.slot = self._today, 0

    def watch_day(self) -> None:
        """Tell where the cursor stands, and keep it in sight."""
        self._tell()
        top = 0
        for week in self._weeks:
            if self.day in week.week.days and isinstance(frame := self.parent, Widget):
                region = Region(0, self.virtual_region.y + top, 1, self._height(week))
                frame.scroll_to_region(region, animate=False)
            top += self._height(week) + self._gap

    def watch_slot(self) -> None:
        """Tell where the cursor stands."""
        self._tell()

    def _tell(self) -> None:
        if self.day is not None and self.is_mounted:
            self.post_message(self.Moved(self.day, self.workout))

    def _go(self, days: int, slot: int) -> None:
        if self.day is None:
            return
        wanted = self.day + timedelta(days=days)
        if self._week_of(wanted) is not None:
            self.slot = slot
            self.day = wanted

    def _week_of(self, day: date) -> PlannedWeek | None:
        return next((week for week in self._weeks if day in week.week.days), None)

    def _planned(self, day: date | None) -> tuple[Workout, ...]:
        week = self._week_of(day) if day else None
        return week.on(day) if week and day else ()

    @property
    def _gap(self) -> int:
        """Empty lines between weeks."""
        return 0 if self.compact else 1

    @property
    def _tight(self) -> bool:
        """True if there is too little width for spaces within a day."""
        return self.content_size.width < COMPACT_MARGIN + 7 * NARROWEST

    @property
    def _margin_width(self) -> int:
        if self._tight:
            return TIGHT_MARGIN
        return COMPACT_MARGIN if self.compact else MARGIN

    @property
    def _column(self) -> int:
        """Cells of a day, at this width."""
        return max(TIGHTEST if self._tight else NARROWEST, (self.content_size.width - self._margin_width) // 7)

    @property
    def _tall(self) -> int:
        """Lines of a workout."""
        return 1 if self.compact else 2

    def _height(self, week: PlannedWeek) -> int:
        return 1 + self._tall * max(1, *(len(week.on(day)) for day in week.week.days))

    def _week(self, week: PlannedWeek) -> list[Content]:
        height = self._height(week)
        columns = [self._margin(week, height)] + [self._day(week, day, height) for day in week.week.days]
        return [Content.assemble(*(cells[row] for cells in columns)) for row in range(height)]

    def _margin(self, week: PlannedWeek, height: int) -> list[Content]:
        share = run_share(week.run_minutes, week.strength_minutes)
        balance = Content.styled(split(share) if share is not None else "rest", "$foreground-muted")
        name = Content.styled(f"W{week.week.iso_week} {'lighter' if week.deload else week.phase}", "bold")
        minutes = Content.assemble(
            (f"{look.SIGNS[Kind.RUN]} {week.run_minutes}", f"${look.RUN_COLOUR}"),
            (f" {look.SIGNS[Kind.STRENGTH]} {week.strength_minutes}", f"${look.STRENGTH_COLOUR}"),
        )
        squeezed = [name if self._tight else name + " " + balance, minutes]
        lines = squeezed if self.compact else [name, minutes, balance]
        lines += [Content()] * (height - len(lines))
        return [line.truncate(self._margin_width - 1, pad=True) + " " for line in lines]

    def _day(self, week: PlannedWeek, day: date, height: int) -> list[Content]:
        name = f"{'today' if day == self._today else f'{day:%a}'} {day.day}"
        if self._tight:
            name = "today" if day == self._today else f"{day:%a}"[:2] + f" {day.day}"
        lines = [Content.styled(name, "bold underline" if day == self._today else "$foreground-muted")]
        for workout in week.on(day):
            lines += self._cell(workout)[: self._tall]
        if len(lines) == 1:
            lines.append(Content.styled(look.REST_SIGN, "$foreground-muted"))
        lines += [Content()] * (height - len(lines))
        cells = [line.truncate(self._column - 1, ellipsis=True, pad=True) + " " for line in lines]
        if day == self.day:
            self._mark(cells, week)
        return cells

    def _cell(self, workout: Workout) -> tuple[Content, Content]:
        state = self.state(workout)
        space = "" if self._tight else " "
        mark = {"done": space + look.DONE_SIGN, "missed": space + look.MISSED_SIGN}.get(state, "")
        colour = "$foreground-muted" if state in ("done", "missed") else look.colour(workout.kind)
        name = SHORT.get(workout.subtype, workout.subtype)
        return (
            Content.assemble((f"{look.sign(workout.kind)}{space}{workout.minutes}", f"bold {colour}"), mark),
            Content.styled(name, "$foreground-muted" if state in ("done", "missed") else ""),
        )

    def _mark(self, cells: list[Content], week: PlannedWeek) -> None:
        """Put the cursor under the workout it stands on, and under the name of its day."""
        many = len(self._planned(self.day))
        first = 1 + self._tall * min(self.slot, max(0, many - 1))
        style = "on $primary 30%" if self.has_focus else "on $foreground 10%"
        for row in (0, *range(first, min(first + self._tall, self._height(week)))):
            cells[row] = cells[row].stylize(style)

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or not 0 <= (column := (offset.x - self._margin_width) // self._column) < 7:
            return
        top = 0
        for week in self._weeks:
            height = self._height(week) + self._gap
            if offset.y < top + height:
                self.slot = max(0, offset.y - top - 1) // self._tall
                self.day = week.week.days[column]
                return
            top += height
