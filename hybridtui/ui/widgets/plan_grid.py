"""Weeks down, days across: what is planned, and how far it is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from hybridtui.domain.workout import PlannedWeek, Workout
from hybridtui.ui.widgets.plan_week import Columns, Cursor, Progress, WeekLines


class PlanGrid(Widget, can_focus=True):
    """The weeks, with a cursor on one day, and on one workout of it.

    Drawn line by line: a week is written once for each place of the cursor in it, and a move of
    the cursor repaints the two days it leaves and reaches.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Day before", show=False, id="plan.left", tooltip="Go to the day before"),
        Binding("right", "move(1)", "Next day", show=False, id="plan.right", tooltip="Go to the next day"),
        Binding("up", "step(-1)", "Week before", show=False, id="plan.up", tooltip="Go to the workout or week before"),
        Binding("down", "step(1)", "Next week", show=False, id="plan.down", tooltip="Go to the next workout or week"),
        Binding("home", "today", "This day", show=False, id="plan.home", tooltip="Go back to today"),
    ]

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PlanGrid { height: auto; }
    """

    cursor: reactive[Cursor | None] = reactive(None, repaint=False)
    """Where one is; None as long as there are no weeks."""
    compact: reactive[bool] = reactive(False, layout=True)
    """One line a workout, no line between weeks: where there is little height."""

    def __init__(self, *, compact: bool = False) -> None:
        super().__init__()
        self.set_reactive(PlanGrid.compact, compact)
        self._weeks: tuple[PlannedWeek, ...] = ()
        self._progress = Progress(date.min, frozenset())
        self._drawn: dict[tuple[int, Cursor | None, bool], list[Strip]] = {}

    def show(self, weeks: Sequence[PlannedWeek], progress: Progress) -> None:
        """Show these weeks; the cursor stays where it is if it can, else it goes to today."""
        self._weeks, self._progress = tuple(weeks), progress
        if self.cursor is None or self._week_of(self.cursor.day) is None:
            self.cursor = Cursor(progress.today)
        self._drawn.clear()
        self.refresh(layout=True)

    @property
    def workout(self) -> Workout | None:
        """The workout under the cursor."""
        week = self._week_of(self.cursor.day) if self.cursor else None
        return self.cursor.workout(week) if week and self.cursor else None

    def state(self, workout: Workout) -> str:
        """Say how far a workout is: done, missed, today, or nothing if it is to come."""
        return self._progress.state(workout)

    @property
    def columns(self) -> Columns:
        """How the cells of a line are shared out."""
        return Columns(self.content_size.width, self.compact)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Return how many lines the weeks take."""
        columns = Columns(width, self.compact)
        return sum(map(columns.height, self._weeks)) + columns.gap * max(0, len(self._weeks) - 1)

    def render_line(self, y: int) -> Strip:
        """Draw a line of a week, or an empty one between two."""
        for number, (top, week) in enumerate(self._tops()):
            if top <= y < top + self.columns.height(week):
                return self._strips(number, week)[y - top]
        return Strip.blank(self.size.width, self.visual_style.rich_style)

    def action_move(self, days: int) -> None:
        """Go some days on, within the weeks shown."""
        if self.cursor is not None:
            wanted = self.cursor.day + timedelta(days=days)
            if self._week_of(wanted) is not None:
                self.cursor = Cursor(wanted)

    def action_step(self, down: int) -> None:
        """Go to the day's next workout, from its last one to the week below (or the same above)."""
        if self.cursor is None or (week := self._week_of(self.cursor.day)) is None:
            return
        slot = self.cursor.slot + down
        if 0 <= slot < len(week.on(self.cursor.day)):
            self.cursor = Cursor(self.cursor.day, slot)
        else:
            self.action_move(7 * down)

    def action_today(self) -> None:
        """Go back to today."""
        self.cursor = Cursor(self._progress.today)

    def watch_cursor(self, old: Cursor | None, new: Cursor | None) -> None:
        """Draw the days it left and reached, and keep the new one in sight."""
        columns = self.columns
        for top, week in self._tops():
            height = columns.height(week)
            for number, day in enumerate(week.week.days):
                if day in (old and old.day, new and new.day):
                    self.refresh(Region(columns.margin + number * columns.day, top, columns.day, height))
            if new and new.day in week.week.days and isinstance(frame := self.parent, Widget):
                region = Region(0, self.virtual_region.y + top, 1, height)
                frame.scroll_to_region(region, animate=False)

    def watch_compact(self) -> None:
        """Write the weeks in fewer lines, or in more."""
        self._drawn.clear()

    def notify_style_update(self) -> None:
        """Draw in other colours."""
        self._drawn.clear()
        super().notify_style_update()

    @on(events.Resize)
    def _resized(self) -> None:
        self._drawn.clear()

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        columns = self.columns
        offset = event.get_content_offset(self)
        if offset is None or not 0 <= (column := (offset.x - columns.margin) // columns.day) < 7:
            return
        for top, week in self._tops():
            if top <= offset.y < top + columns.height(week) + columns.gap:
                self.cursor = Cursor(week.week.days[column], max(0, offset.y - top - 1) // columns.tall)

    def _week_of(self, day: date) -> PlannedWeek | None:
        return next((week for week in self._weeks if day in week.week.days), None)

    def _tops(self) -> Iterator[tuple[int, PlannedWeek]]:
        """Yield the weeks, each with its first line."""
        columns, top = self.columns, 0
        for week in self._weeks:
            yield top, week
            top += columns.height(week) + columns.gap

    def _strips(self, number: int, week: PlannedWeek) -> list[Strip]:
        cursor = self.cursor if self.cursor and self.cursor.day in week.week.days else None
        key = (number, cursor, self.has_focus)
        if key not in self._drawn:
            lines = WeekLines(self.columns, self._progress, cursor, self.has_focus).write(week)
            visual = Content("\n").join(lines)
            self._drawn[key] = Visual.to_strips(self, visual, self.size.width, None, self.visual_style)
        return self._drawn[key]
