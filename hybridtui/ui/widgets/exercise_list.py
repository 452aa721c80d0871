"""The exercises found, as a list of any length."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.library import pattern_words
from hybridtui.ui.text import user_text


class ExerciseList(OptionList):
    """One line an exercise: its name at the left, its pattern at the right where there is room."""

    DEFAULT_CSS = """
    ExerciseList {
        border: none;
        padding: 0;
        background: transparent;
        overflow: hidden scroll;
        scrollbar-size-vertical: 1;
        scrollbar-background: transparent;
        scrollbar-background-hover: transparent;
        scrollbar-background-active: transparent;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        & > .option-list--option-highlighted { color: $foreground; background: $foreground 8%; text-style: none; }
        &:focus {
            border: none;
            background-tint: transparent;
            & > .option-list--option-highlighted { color: $foreground; background: $primary 30%; text-style: bold; }
        }
    }
    """

    highlighted: reactive[int | None] = reactive(None, repaint=False)
    """The line under the cursor; only what it leaves and reaches is drawn anew."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._exercises: tuple[Exercise, ...] = ()
        self._equipment: frozenset[str] = frozenset()
        self._room = 0
        self._lit: int | None = None

    @property
    def exercise(self) -> Exercise | None:
        """The exercise under the cursor."""
        return self._exercises[self.highlighted] if self.highlighted is not None else None

    @property
    def around(self) -> tuple[Exercise, ...]:
        """The exercise under the cursor, the one below and the one above."""
        here = self.highlighted
        if here is None:
            return ()
        return (*self._exercises[here : here + 2], *self._exercises[max(0, here - 1) : here])

    def show(self, exercises: Sequence[Exercise], equipment: frozenset[str], *, stay: bool) -> None:
        """Show these; what ``equipment`` does not allow is dimmed.

        The cursor stays on its exercise if it is to and can, else it goes to the first.
        """
        kept = self.exercise.id if stay and self.exercise else None
        self._exercises, self._equipment = tuple(exercises), equipment
        self._fill(next((n for n, found in enumerate(exercises) if found.id == kept), 0))

    def on_resize(self) -> None:
        """Write the lines for the room there is now."""
        if self.scrollable_content_region.width != self._room and self._exercises:
            self._fill(self.highlighted or 0)

    def _fill(self, here: int) -> None:
        self._room = self.scrollable_content_region.width
        self.set_options(Option(_line(each, self._equipment, self._room - 1)) for each in self._exercises)
        if self._exercises:
            self.highlighted = here

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Keep the cursor in sight, and draw the two lines that changed."""
        super().watch_highlighted(highlighted)
        for line in (self._lit, highlighted):
            if line is not None:
                self.refresh_line(line)
        self._lit = highlighted

    def go_to(self, exercise: Exercise) -> bool:
        """Put the cursor on an exercise; return whether it is in the list."""
        for number, found in enumerate(self._exercises):
            if found.id == exercise.id:
                self.highlighted = number
                return True
        return False


def _line(exercise: Exercise, equipment: frozenset[str], room: int) -> Content:
    style = "" if exercise.possible_with(equipment) else "$foreground-muted"
    name, pattern = user_text(exercise.name), pattern_words(exercise)
    line = name.stylize(style) if style else name
    gap = room - name.cell_length - len(pattern)
    return Content.assemble(line, " " * gap, (pattern, "$foreground-muted")) if gap > 1 else line
