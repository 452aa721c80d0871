"""Choosing an exercise by typing a few letters of its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from hybridtui.domain.exercises import Exercise
from hybridtui.domain.library import pattern_words
from hybridtui.domain.text import NAME_LIMIT, clean
from hybridtui.domain.typed_names import matching
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.widgets.clean_input import CleanInput
from hybridtui.ui.widgets.key_bar import KeyBar

SHOWN = 50
"""Most names listed at a time; more letters narrow it down."""

LIKELY = "≈ likely"
"""Stands behind what a name probably means."""

WIDEST = 36
"""Cells for the names; what they train stands behind them in a column."""

_ADD = "add"


@dataclass(frozen=True, slots=True)
class OwnName:
    """The name of an exercise that the library does not have."""

    name: str


class PickExerciseDialog(ModalScreen[str | OwnName | None]):
    """Filters the library and the athlete's own; what is not there can be added as an own exercise."""

    DEFAULT_CSS = """
    PickExerciseDialog {
        & .dialog { height: 80%; }
        & Input { background: $boost; margin-bottom: 1; }
        & OptionList { height: 1fr; border: none; background: transparent; padding: 0; scrollbar-size-vertical: 1;
            text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """
    BINDINGS = [
        Binding("enter", "choose", "Choose", key_display="⏎", priority=True, id="pick.choose", tooltip="Take this one"),
        Binding("up", "move(-1)", "Up", show=False, priority=True, id="pick.up", tooltip="The one above"),
        Binding("down", "move(1)", "Move", key_display="↑↓", priority=True, id="pick.down", tooltip="The one below"),
        Binding("escape", "leave", "Cancel", key_display="esc", id="pick.leave", tooltip="Back"),
    ]

    names = getters.query_one(OptionList)

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        *,
        question: str = "Which exercise?",
        adds: bool = True,
        likely: Sequence[str] = (),
        ahead: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Choose among ``exercises``, by id; ``adds`` if a name that none of them has can be taken as a new one.

        While nothing is typed, the answers of ``ahead`` (words by what is returned) come first, then the
        ``likely`` exercises.
        """
        super().__init__()
        self._likely = [exercises[id_] for id_ in likely if id_ in exercises]
        self._ahead = ahead
        self._exercises = exercises
        self._question = question
        self._adds = adds

    def compose(self) -> ComposeResult:
        """Lay out the line and the names."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(f"{APP_NAME} · {clean(self._question)}")
            yield CleanInput(limit=NAME_LIMIT, placeholder="a few letters, such as squ")
            yield OptionList()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show everything at first."""
        self._filter("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._filter(event.value)

    def _filter(self, typed: str) -> None:
        found = list(matching(self._exercises.values(), typed))
        name = clean(typed)
        options = [] if name else [Option(Content(clean(words)), id=f"id:{id_}") for id_, words in self._ahead.items()]
        likely = [] if name else self._likely
        others = [each for each in found[:SHOWN] if each not in likely]
        column = min(WIDEST, max((len(each.name) for each in (*likely, *others)), default=0))
        options += [Option(_line(each, column, LIKELY), id=f"id:{each.id}") for each in likely]
        options += [Option(_line(each, column), id=f"id:{each.id}") for each in others]
        if self._adds and name and not any(exercise.name.casefold() == name.casefold() for exercise in found):
            options.append(Option(Content.assemble(("+ add ", "$text-accent"), name, " as your own"), id=_ADD))
        self.names.clear_options()
        self.names.add_options(options)
        self.names.highlighted = 0 if options else None

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == _ADD:
            self.dismiss(OwnName(clean(self.query_one(Input).value)))
        elif event.option_id is not None:
            self.dismiss(event.option_id.removeprefix("id:"))

    def action_choose(self) -> None:
        """Take what is highlighted."""
        self.names.action_select()

    def action_move(self, by: int) -> None:
        """Highlight the name above or below, while one goes on typing."""
        if by > 0:
            self.names.action_cursor_down()
        else:
            self.names.action_cursor_up()

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)


def _line(exercise: Exercise, column: int, said: str = "") -> Content:
    about = ", ".join(part for part in (pattern_words(exercise), exercise.primary.replace("_", " ")) if part)
    name = Content(clean(exercise.name))
    gap = max(2, column + 2 - name.cell_length)
    return Content.assemble(name, " " * gap, (said or ("own" if exercise.own else about), "$foreground-muted"))
