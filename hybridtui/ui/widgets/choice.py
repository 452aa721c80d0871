"""One of several, chosen by moving to it: ``enter`` is left to the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Way(Generic[T]):
    """One way to answer: what it means, how it is called, a few words about it."""

    value: T
    label: str
    note: str = ""


class Choice(OptionList, Generic[T], inherit_bindings=False):
    """A list in which the highlighted line is the answer.

    Past the last line, ``down`` goes on to the next field of the page, and ``up`` past
    the first goes back: one hand on the arrows reaches everything.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor_down", "Next", show=False, id="choice.next", tooltip="Choose the next line"),
        Binding("up", "cursor_up", "Previous", show=False, id="choice.previous", tooltip="Choose the line before"),
        Binding("home", "first", "First", show=False, id="choice.first", tooltip="Choose the first line"),
        Binding("end", "last", "Last", show=False, id="choice.last", tooltip="Choose the last line"),
    ]

    DEFAULT_CSS = """
    Choice {
        border: none;
        padding: 0;
        background: transparent;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        scrollbar-size-vertical: 1;
        & > .option-list--option-highlighted { color: $foreground; background: $foreground 8%; text-style: none; }
        &:focus {
            border: none;
            background-tint: transparent;
            & > .option-list--option-highlighted { color: $foreground; background: $primary 30%; text-style: bold; }
        }
    }
    """

    @dataclass
    class Changed(Message):
        """Another line became the answer."""

        choice: OptionList
        """The list that it happened in."""

        @property
        def control(self) -> OptionList:
            """The list, for ``@on`` selectors."""
            return self.choice

    def __init__(self, ways: Sequence[Way[T]], chosen: T, *, id: str | None = None) -> None:  # noqa: A002
        """Show ``ways``, the one whose value is ``chosen`` highlighted (else the first)."""
        super().__init__(id=id)
        self._ways = tuple(ways)
        self._label_width = max(len(way.label) for way in ways)
        self.set_options(Option(self._line(way, chosen=False)) for way in ways)
        self.choose(chosen)

    @property
    def value(self) -> T:
        """The answer."""
        return self._ways[self.highlighted or 0].value

    def choose(self, value: T) -> None:
        """Make ``value`` the answer, if it is one of the ways."""
        self.highlighted = next((n for n, way in enumerate(self._ways) if way.value == value), 0)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Move the mark with the highlight, and say so."""
        super().watch_highlighted(highlighted)
        if highlighted is None:
            return
        for number, way in enumerate(self._ways):
            self.replace_option_prompt_at_index(number, self._line(way, chosen=number == highlighted))
        if self.is_mounted:
            self._keep_in_sight(highlighted)
            self.post_message(self.Changed(self))

    def _keep_in_sight(self, line: int) -> None:
        """Scroll the page with the highlight where it is taller than the screen."""
        if isinstance(page := self.parent, Widget):
            page.scroll_to_region(Region(0, self.virtual_region.y + line, 1, 1), animate=False)

    def action_cursor_down(self) -> None:
        """Choose the next line; from the last one go on to the next field."""
        if self.highlighted == self.option_count - 1:
            self.screen.focus_next()
        else:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """Choose the line before; from the first one go back to the field before."""
        if self.highlighted == 0:
            self.screen.focus_previous()
        else:
            super().action_cursor_up()

    def _line(self, way: Way[T], *, chosen: bool) -> Content:
        mark = "▸ " if chosen else "  "
        return Content.assemble(mark, way.label.ljust(self._label_width + 2), (way.note, "$foreground-muted"))
