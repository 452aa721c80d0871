"""One planned workout in full, its steps to be gone through one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var

from hybridtui.domain.units import DistanceUnit
from hybridtui.domain.workout import Step, Why, Workout
from hybridtui.ui.widgets.fitted import Layout
from hybridtui.ui.widgets.text_pane import TextPane
from hybridtui.ui.widgets.workout_lines import Written, written

TO_THE_STEPS, ON_THE_STEPS = "tab: its steps", "w: why this step"
"""What to press, in the frame."""


class WorkoutView(TextPane, inherit_bindings=False):
    """A workout, or in words why there is none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Step before", show=False, id="plan.step-up", tooltip="Go to the step before"),
        Binding("down", "step(1)", "Next step", show=False, id="plan.step-down", tooltip="Go to the next step"),
    ]

    cursor: var[int | None] = var(None)
    """The step under the cursor, as long as the keys are here."""

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._workout: Workout | None = None
        self._written = Written((), ())

    @property
    def step(self) -> Step | None:
        """The step under the cursor."""
        if self._workout is None or self.cursor is None or self.cursor >= len(self._workout.steps):
            return None
        return self._workout.steps[self.cursor]

    def show(self, workout: Workout, state: str, reasons: Sequence[Why], unit: DistanceUnit) -> None:
        """Show ``workout`` with its ``reasons``; ``state`` says how far it is."""
        if self._workout is None or workout.id != self._workout.id:
            self.set_reactive(WorkoutView.cursor, 0 if self.has_focus else None)
        self._workout = workout
        self.border_subtitle = ON_THE_STEPS if self.has_focus else TO_THE_STEPS

        def lines(width: int) -> Sequence[Content]:
            self._written = written(workout, state, reasons, unit, width)
            return self._written.selecting(self.cursor)

        self.write(workout.title, lines)

    def tell(self, title: str, lines: Layout) -> None:
        """Show words in the place of a workout."""
        self._workout, self._written = None, Written((), ())
        self.border_subtitle = ""
        self.write(title, lines)

    def say(self, title: str, *sentences: str) -> None:
        """Show sentences in the place of a workout."""
        self.tell(title, lambda width: [line for text in sentences for line in Content(text).wrap(max(10, width))])

    def action_step(self, by: int) -> None:
        """Go to the next step, or the one before; past the last one scroll on through the reasons, and back."""
        here = self.cursor if self.cursor is not None else -1
        steps = self._written.steps
        below = 0 <= here < len(steps) and self.scroll_offset.y > steps[here].start
        if 0 <= here + by < len(steps) and not (by < 0 and below):
            self.cursor = here + by
        else:
            self.scroll_relative(y=by, animate=False)

    def watch_cursor(self) -> None:
        """Mark the step, and keep it in sight."""
        self.lay_out()
        if self.cursor is None or self.cursor >= len(self._written.steps):
            return
        lines = self._written.steps[self.cursor]
        top = self.scroll_offset.y
        wanted = min(max(top, lines.stop - self.size.height), lines.start)
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, immediate=True)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Mark the first step when one comes here, and none when one leaves."""
        super().watch_has_focus(_has_focus)
        self.cursor = 0 if _has_focus and self._workout is not None else None
        if self._workout is not None:
            self.border_subtitle = ON_THE_STEPS if _has_focus else TO_THE_STEPS
