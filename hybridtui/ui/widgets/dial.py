"""A number of few steps, turned with left and right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Dial(Widget, can_focus=True):
    """``◂ 3 ▸ days a week``: one of ``steps``, shown by ``words``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", "Less", show=False, id="dial.less", tooltip="One step less"),
        Binding("right", "turn(1)", "More", show=False, id="dial.more", tooltip="One step more"),
        Binding("down", "app.focus_next", "Next", show=False, id="dial.next", tooltip="Go to the next field"),
        Binding("up", "app.focus_previous", "Previous", show=False, id="dial.previous", tooltip="Go back a field"),
    ]

    DEFAULT_CSS = """
    Dial {
        height: auto;
        width: auto;
        min-width: 100%;
        padding: 0 1;
        &:focus { background: $primary 30%; text-style: bold; }
    }
    """

    index: reactive[int] = reactive(0, layout=True)
    """Which of the steps."""

    @dataclass
    class Changed(Message):
        """The dial was turned."""

        dial: Dial
        """Which dial."""

        @property
        def control(self) -> Dial:
            """The dial, for ``@on`` selectors."""
            return self.dial

    def __init__(
        self,
        steps: Sequence[int],
        value: int,
        words: Callable[[int], Content],
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Start at the step nearest to ``value``."""
        super().__init__(id=id)
        self._steps = tuple(steps)
        self._words = words
        self.set_reactive(Dial.index, self._nearest(value))

    @property
    def value(self) -> int:
        """The step it stands at."""
        return self._steps[self.index]

    def set_value(self, value: int) -> None:
        """Turn to the step nearest to ``value``."""
        self.index = self._nearest(value)

    def render(self) -> Content:
        """Draw the value between two arrows; an arrow that leads nowhere is not drawn."""
        less = "◂ " if self.index else "  "
        more = " ▸" if self.index < len(self._steps) - 1 else "  "
        return Content.assemble((less, "$foreground-muted"), self._words(self.value), (more, "$foreground-muted"))

    def validate_index(self, index: int) -> int:
        """Stay within the steps."""
        return max(0, min(index, len(self._steps) - 1))

    def watch_index(self) -> None:
        """Say that it was turned."""
        if self.is_mounted:
            self.post_message(self.Changed(self))

    def action_turn(self, by: int) -> None:
        """Turn by so many steps."""
        self.index += by

    @on(Click)
    def _clicked(self, event: Click) -> None:
        self.action_turn(-1 if event.x < 3 else 1)

    def _nearest(self, value: int) -> int:
        return min(range(len(self._steps)), key=lambda n: abs(self._steps[n] - value))
