"""The seven days: which are for training, and how long each may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from hybridtui.domain.calendar import Weekday
from hybridtui.ui import look

SHORTEST = 10
LONGEST = 240
STEP = 5
COLUMN, NARROWEST = 10, 7


class TrainingDays(Widget, can_focus=True):
    """Monday to Sunday with a tick and the minutes below; the cursor moves across."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "switch", "Train or rest", id="days.toggle", tooltip="Make this a training day or a rest day"),
        Binding("plus", "longer(5)", "+5 min", key_display="+", id="days.longer", tooltip="Five minutes more that day"),
        Binding("minus", "longer(-5)", "−5 min", key_display="-", id="days.shorter", tooltip="Five minutes less"),
        Binding("left", "move(-1)", "Left", show=False, id="days.left", tooltip="Go to the day before"),
        Binding("right", "move(1)", "Right", show=False, id="days.right", tooltip="Go to the next day"),
        Binding("down", "app.focus_next", "Next", show=False, id="days.next", tooltip="Go to the next field"),
        Binding("up", "app.focus_previous", "Previous", show=False, id="days.previous", tooltip="Go back a field"),
    ]

    DEFAULT_CSS = """
    TrainingDays { height: 3; padding: 0 1; margin-bottom: 1; }
    """

    cursor: reactive[int] = reactive(0)
    """The weekday under the cursor, Monday 0."""
    chosen: reactive[frozenset[Weekday]] = reactive(frozenset[Weekday]())
    """The training days."""
    minutes: reactive[tuple[int, ...]] = reactive((45,) * 7)
    """Most minutes on each day, Monday first."""

    @dataclass
    class Changed(Message):
        """A day or its minutes changed."""

        days: TrainingDays
        """Which widget."""

    def __init__(self, chosen: Sequence[Weekday], minutes: Sequence[int], *, id: str | None = None) -> None:  # noqa: A002
        """Begin with these days and minutes."""
        super().__init__(id=id)
        self.set_reactive(TrainingDays.chosen, frozenset(chosen))
        self.set_reactive(TrainingDays.minutes, tuple(minutes))

    @property
    def days(self) -> tuple[Weekday, ...]:
        """The training days in order."""
        return tuple(sorted(self.chosen))

    def set_all(self, minutes: int) -> None:
        """Give every day the same length."""
        self.minutes = (minutes,) * 7

    def render(self) -> Content:
        """Draw names, ticks and minutes, each in its column."""
        return Content("\n").join(
            (
                Content.assemble(*(self._cell(day, day.short) for day in Weekday)),
                Content.assemble(*(self._cell(day, "[✓]" if day in self.chosen else "[ ]") for day in Weekday)),
                Content.assemble(*(self._cell(day, self._length(day)) for day in Weekday)),
            )
        )

    def action_switch(self) -> None:
        """Train or rest on the day under the cursor."""
        self.chosen = self.chosen ^ {Weekday(self.cursor)}
        self.post_message(self.Changed(self))

    def action_longer(self, by: int) -> None:
        """Change the length of the day under the cursor, if it is a training day."""
        day = Weekday(self.cursor)
        if day not in self.chosen:
            return
        minutes = list(self.minutes)
        minutes[day] = max(SHORTEST, min(LONGEST, minutes[day] + by))
        self.minutes = tuple(minutes)
        self.post_message(self.Changed(self))

    def action_move(self, by: int) -> None:
        """Go to another day."""
        self.cursor = max(0, min(6, self.cursor + by))

    def _length(self, day: Weekday) -> str:
        return f"{self.minutes[day]} min" if day in self.chosen else "rest"

    def _cell(self, day: Weekday, text: str) -> Content:
        on = day in self.chosen
        here = self.has_focus and day == self.cursor
        style = ("bold" if on else "$foreground-muted") + (" on $primary 30%" if here else "")
        mark = look.CURRENT_SIGN if here and text == day.short else " "
        return Content.styled(f"{mark}{text}".ljust(self._column), style)

    @property
    def _column(self) -> int:
        """Cells of a day: narrower where the screen is."""
        return max(NARROWEST, min(COLUMN, self.content_size.width // 7))

    @on(Click)
    def _clicked(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and offset.x // self._column < 7:
            self.cursor = offset.x // self._column
            self.action_switch()
