"""Weeks down, days across: what is planned, and how far it is done."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from hybridtui.domain.calendar import Week
from hybridtui.domain.workout import PlannedWeek, Workout
from hybridtui.ui.widgets.plan_week import Columns, Cursor, Marks, Progress, WeekLines

ROUND = 5
"""Lines of frame and notes around weeks that take only the height they need."""

MOST = 0.6
"""Part of the screen that they take at most then."""


class PlanGrid(ScrollView, can_focus=True, inherit_bindings=False):
    """The weeks, with a cursor on one day, and on one workout of it.

    Drawn line by line, and only what is in sight: a week is written once for each place of the
    cursor in it, and a move of the cursor repaints the two days it leaves and reaches.

    While a workout is being moved the days it may go to carry marks, and the cursor goes over
    these days only.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Day before", show=False, id="plan.left", tooltip="Go to the day before"),
        Binding("right", "move(1)", "Next day", show=False, id="plan.right", tooltip="Go to the next day"),
        Binding("up", "step(-1)", "Week before", show=False, id="plan.up", tooltip="Go to the workout or week before"),
        Binding("down", "step(1)", "Next week", show=False, id="plan.down", tooltip="Go to the next workout or week"),
        Binding("home", "today", "This day", show=False, id="plan.home", tooltip="Go back to today"),
        Binding("end", "last", "Last week", show=False, id="plan.end", tooltip="Go to the race, or to the last week"),
    ]

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PlanGrid {
        height: auto;
        overflow: hidden scroll;
        scrollbar-size-vertical: 1;
        scrollbar-background: transparent;
        scrollbar-background-hover: transparent;
        scrollbar-background-active: transparent;
    }
    """

    cursor: reactive[Cursor | None] = reactive(None, repaint=False)
    """Where one is; None as long as there are no weeks."""
    compact: reactive[bool] = reactive(False, layout=True)
    """One line a workout, no line between weeks: where there is little height."""
    marks: var[Marks] = var(Marks())
    """What is said of days while a workout is being moved."""

    def __init__(self, *, compact: bool = False) -> None:
        super().__init__()
        self.set_reactive(PlanGrid.compact, compact)
        self.set_reactive(PlanGrid.show_vertical_scrollbar, True)  # as it will be: no second layout at the start
        self._weeks: tuple[PlannedWeek, ...] = ()
        self._progress = Progress(date.min, frozenset())
        self._numbers: dict[Week, int] = {}
        self._most = 0
        self._tops: tuple[int, ...] = ()
        self._drawn: dict[tuple[int, Cursor | None, bool], list[Strip]] = {}

    def show(self, weeks: Sequence[PlannedWeek], progress: Progress) -> None:
        """Show these weeks; the cursor stays where it is if it can, else today's week comes to the top."""
        height = self._height
        self._weeks, self._progress = tuple(weeks), progress
        self._numbers = {week.week: number for number, week in enumerate(weeks)}
        self._most = max((week.run_minutes + week.strength_minutes for week in weeks), default=0)
        self._lay_out()
        if self.cursor is None or self._number(self.cursor.day) is None:
            self.cursor = Cursor(progress.today if self._number(progress.today) is not None else weeks[0].week.monday)
            self._scroll_to_week()
        self.refresh(layout=self._height != height)

    @property
    def workout(self) -> Workout | None:
        """The workout under the cursor."""
        return self.cursor.workout(self.week) if self.cursor and self.week else None

    @property
    def planned(self) -> tuple[Workout, ...]:
        """All workouts of the day under the cursor."""
        return self.week.on(self.cursor.day) if self.cursor and self.week else ()

    @property
    def week(self) -> PlannedWeek | None:
        """The week under the cursor."""
        number = self._number(self.cursor.day) if self.cursor else None
        return None if number is None else self._weeks[number]

    def state(self, workout: Workout) -> str:
        """Say how far a workout is: done, missed, today, or nothing if it is to come."""
        return self._progress.state(workout)

    @property
    def columns(self) -> Columns:
        """How the cells of a line are shared out."""
        return Columns(self.size.width, self.compact)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Return the lines the weeks take, as many as leave room for what stands below them."""
        return max(1, min(self._height, int(viewport.height * MOST) - ROUND))

    def render_line(self, y: int) -> Strip:
        """Draw a line of a week in sight, or an empty one between two."""
        line = y + self.scroll_offset.y
        number = bisect_right(self._tops, line) - 1
        if number >= 0 and (row := line - self._tops[number]) < self._tall(self._weeks[number]):
            return self._strips(number)[row].extend_cell_length(self.size.width, self.visual_style.rich_style)
        return Strip.blank(self.size.width, self.visual_style.rich_style)

    def action_move(self, days: int) -> None:
        """Go some days on, within the weeks there are; over the marked days only, if there are any."""
        if self.cursor is None:
            return
        if self.marks.days:
            self._go(self.marks.beside(self.cursor.day, days))
        else:
            self._go(self.cursor.day + timedelta(days=days))

    def action_step(self, down: int) -> None:
        """Go to the day's next workout, from its last one to the week below (or the same above)."""
        if self.cursor is None or (week := self.week) is None:
            return
        slot = self.cursor.slot + down
        if self.marks.days:
            self._go(self.marks.beside(self.cursor.day, 7 * down))
        elif 0 <= slot < len(week.on(self.cursor.day)):
            self.cursor = Cursor(self.cursor.day, slot)
        else:
            self._go(self.cursor.day + timedelta(days=7 * down))

    def action_today(self) -> None:
        """Go back to today."""
        self._go(self._progress.today)

    def action_last(self) -> None:
        """Go to the race, or to the last workout."""
        workouts = [workout for week in self._weeks for workout in week.workouts]
        if workouts:
            self._go(next((w.day for w in workouts if w.is_race), workouts[-1].day))

    def go_to(self, workout_id: str) -> None:
        """Put the cursor on a workout, wherever it is now."""
        for week in self._weeks:
            for workout in week.workouts:
                if workout.id == workout_id:
                    self.cursor = Cursor(workout.day, week.on(workout.day).index(workout))

    def watch_cursor(self, old: Cursor | None, new: Cursor | None) -> None:
        """Keep the cursor in sight, and draw the days it left and reached."""
        top = self.scroll_offset.y
        self._keep_in_sight()
        if self.scroll_offset.y == top:
            for cursor in (old, new):
                if cursor is not None:
                    self._refresh_day(cursor.day)

    def watch_compact(self) -> None:
        """Write the weeks in fewer lines, or in more."""
        self._lay_out()

    def watch_marks(self) -> None:
        """Write the weeks with other marks."""
        self._lay_out()
        self._keep_in_sight()
        self.refresh(layout=self.styles.is_auto_height)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Draw the cursor lit, or not."""
        super().watch_has_focus(_has_focus)
        if self.cursor is not None:
            self._refresh_day(self.cursor.day)

    def notify_style_update(self) -> None:
        """Draw in other colours."""
        self._drawn.clear()
        super().notify_style_update()

    @on(events.Resize)
    def _resized(self) -> None:
        self._lay_out()
        self._keep_in_sight()

    @on(events.Click)
    def _clicked(self, event: events.Click) -> None:
        columns, offset = self.columns, event.get_content_offset(self)
        if offset is None or not 0 <= (column := (offset.x - columns.margin) // columns.day) < 7:
            return
        line = offset.y + self.scroll_offset.y
        number = bisect_right(self._tops, line) - 1
        if number >= 0:
            day = self._weeks[number].week.days[column]
            row = line - self._tops[number] - self._lines(None).head(self._weeks[number])
            if not self.marks.days or day in self.marks.days:
                self.cursor = Cursor(day, max(0, row) // columns.tall)

    def _go(self, day: date | None) -> None:
        if day is not None and self._number(day) is not None:
            self.cursor = Cursor(day)

    def _number(self, day: date) -> int | None:
        return self._numbers.get(Week.of(day))

    # lines

    @property
    def _height(self) -> int:
        return self._tops[-1] + self._tall(self._weeks[-1]) if self._weeks else 0

    def _tall(self, week: PlannedWeek) -> int:
        return (2 if self.marks.touch(week) else 1) + self.columns.workouts(week)

    def _lines(self, cursor: Cursor | None) -> WeekLines:
        return WeekLines(
            columns=self.columns,
            progress=self._progress,
            cursor=cursor,
            lit=self.has_focus,
            most=self._most,
            marks=self.marks,
        )

    def _lay_out(self) -> None:
        """Find the first line of each week."""
        self._drawn.clear()
        tops, top = [], 0
        for week in self._weeks:
            tops.append(top)
            top += self._tall(week) + self.columns.gap
        self._tops = tuple(tops)
        self.set_reactive(PlanGrid.virtual_size, Size(self.size.width, self._height))  # lays nothing else out
        self.vertical_scrollbar.window_virtual_size = self._height
        self.scroll_to(y=min(self.scroll_offset.y, self.max_scroll_y), animate=False)

    def _scroll_to_week(self) -> None:
        """Bring the week of the cursor to the top."""
        number = self._number(self.cursor.day) if self.cursor else None
        if number is not None:
            self.scroll_to(y=self._tops[number], animate=False, immediate=True)

    def _keep_in_sight(self) -> None:
        number = self._number(self.cursor.day) if self.cursor else None
        if number is None or not self.size.height:
            return
        top, height = self._tops[number], self._tall(self._weeks[number])
        wanted = min(max(self.scroll_offset.y, top + height - self.size.height), top)
        if wanted != self.scroll_offset.y:
            self.scroll_to(y=wanted, animate=False, immediate=True)

    def _refresh_day(self, day: date) -> None:
        number = self._number(day)
        if number is not None:
            columns, top = self.columns, self._tops[number] - self.scroll_offset.y
            left = columns.margin + day.weekday() * columns.day
            self.refresh(Region(left, top, columns.day, self._tall(self._weeks[number])))

    def _strips(self, number: int) -> list[Strip]:
        week = self._weeks[number]
        cursor = self.cursor if self.cursor and self.cursor.day in week.week.days else None
        key = (number, cursor, self.has_focus)
        if key not in self._drawn:
            visual = Content("\n").join(self._lines(cursor).write(week))
            self._drawn[key] = Visual.to_strips(self, visual, self.size.width, None, self.visual_style)
        return self._drawn[key]
