"""One answer on one line: its name, and a dial to turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Label

from hybridtui.ui.widgets.dial import Dial

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One of the answers: what it means, and how it is called."""

    value: T
    words: str


class Field(Horizontal):
    """``Equipment  ◂ a gym ▸``."""

    DEFAULT_CSS = """
    Field {
        height: 1;
        & > Label { width: 14; padding-left: 1; color: $foreground-muted; }
        & > Dial { width: 1fr; min-width: 0; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(self, label: str, dial: Dial) -> None:
        """Show ``dial`` beside its name."""
        super().__init__()
        self._label, self._dial = label, dial

    def compose(self) -> ComposeResult:
        """Lay out name and dial."""
        yield Label(self._label, markup=False)
        yield self._dial


class Picker(Dial, Generic[T]):
    """A dial over answers that are no numbers."""

    def __init__(self, options: Sequence[Option[T]], chosen: T, *, id: str) -> None:  # noqa: A002
        """Offer ``options``; the first one if ``chosen`` is none of them."""
        self._options = tuple(options)
        index = next((n for n, option in enumerate(self._options) if option.value == chosen), 0)
        super().__init__(range(len(self._options)), index, self._words_of, id=id)

    @property
    def answer(self) -> T:
        """The value it stands at."""
        return self._options[self.index].value

    def choose(self, value: T) -> None:
        """Turn to a value, if it is one of the answers."""
        self.index = next((n for n, option in enumerate(self._options) if option.value == value), self.index)

    def _words_of(self, index: int) -> Content:
        return Content.styled(self._options[index].words, "bold")


class DayDial(Dial):
    """A dial over days to come, by single days and by weeks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "turn(7)", "A week later", key_display="+", id="day.later", tooltip="A week later"),
        Binding("minus", "turn(-7)", "Earlier", key_display="-", id="day.earlier", tooltip="A week earlier"),
    ]

    def __init__(self, days: range, value: int, words: Callable[[int], Content], *, id: str) -> None:  # noqa: A002
        """Begin so many days from now."""
        super().__init__(days, value, words, id=id)
