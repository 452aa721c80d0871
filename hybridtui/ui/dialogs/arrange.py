"""The rest of the session as a list: another order, one set more, an exercise added, two of them a superset.

Each change is done at once, and ``u`` takes it back.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from hybridtui.domain.engine import arranging
from hybridtui.domain.engine.placing import block_of
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.domain.units import DistanceUnit
from hybridtui.ui.app import TALL, HybridApp
from hybridtui.ui.dialogs.swap import ask_for_swap
from hybridtui.ui.left_to_do import beyond, line_of, now, to_do
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.stage import UnreadableError
from hybridtui.ui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from hybridtui.domain.guide import Logged
    from hybridtui.domain.session import Session
    from hybridtui.logbook import Logbook
    from hybridtui.ui.rearranging import Rearranging

Next = Callable[[], Awaitable[str]]
"""What is to be done once the dialog is closed; it returns what was done, in words."""

HINT = "Each change is done at once; u takes it back."

SETS = Binding.Group("Set", compact=True)

_NAME = 44
"""Cells for the name of a step, before how much is left of it, where the screen is wide enough."""

_BESIDE = 24
"""Cells of the screen that are not for the name: how much is left of a step, the dialog's edges and what is beside."""


class ArrangeDialog(ModalScreen["Next | None"]):
    """Closes with what is still to be done: the step that was chosen comes next."""

    DEFAULT_CSS = """
    ArrangeDialog {
        & OptionList { height: auto; max-height: 26; border: none; background: transparent; padding: 0;
            text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size-vertical: 1;
            &:focus { border: none; }
        }
        & #said { height: auto; max-height: 2; margin: 1 1 0 1; color: $foreground-muted; }
    }
    ArrangeDialog.-short OptionList { max-height: 13; }
    ArrangeDialog.-low {
        & OptionList { max-height: 10; }
        & #said { margin-top: 0; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-short"), (TALL, "-tall")]
    BINDINGS = [
        Binding("enter", "now", "Do it now", key_display="⏎", priority=True, id="arrange.now",
                tooltip="Do this one next; the others follow"),
        Binding("J,shift+down", "move(1)", "Later", key_display="J", id="arrange.later", tooltip="One place later"),
        Binding("K,shift+up", "move(-1)", "Sooner", key_display="K", id="arrange.sooner", tooltip="One place sooner"),
        Binding("plus", "sets(1)", "Set more", key_display="+", id="arrange.more", group=SETS,
                tooltip="One set more, or a round"),
        Binding("minus", "sets(-1)", "Set less", key_display="-", id="arrange.less", group=SETS,
                tooltip="One set less, or a round"),
        Binding("g", "join", "Superset", id="arrange.join", tooltip="In turn with the next exercise"),
        Binding("g", "part", "Part", id="arrange.part", tooltip="One after another again"),
        Binding("x", "swap", "Swap", id="arrange.swap", tooltip="Another exercise in its place"),
        Binding("k", "skip", "Skip", id="arrange.skip", tooltip="Leave out what is left of it"),
        Binding("a", "add", "Add", id="arrange.add", tooltip="Add an exercise after it"),
        Binding("u", "undo", "Undo", id="arrange.undo", tooltip="Take back the newest change"),
        Binding("U", "redo", "Redo", show=False, id="arrange.redo", tooltip="Do again what was taken back"),
        Binding("escape", "leave", "Close", key_display="esc", id="arrange.leave", tooltip="Back to the session"),
    ]  # fmt: skip

    app = getters.app(HybridApp)
    listed = getters.query_one(OptionList)

    def __init__(self, guided: Rearranging, unit: DistanceUnit = DistanceUnit.KM) -> None:
        """Rearrange the session that ``guided`` leads through."""
        super().__init__()
        self._guided = guided
        self._unit = unit

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(classes="dialog") as box:
            box.border_title = f"{APP_NAME} · The rest of the session"
            yield OptionList(markup=False)
            yield Static(HINT, id="said", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin on the step in focus."""
        self._show(None)

    # what is highlighted

    @property
    def session(self) -> Session | None:
        """The session as it was last followed."""
        return self._guided.session

    @property
    def index(self) -> int | None:
        """The step that is highlighted, by its index in the session."""
        at = self.listed.highlighted if self.is_mounted else None
        if at is None or at >= self.listed.option_count:
            return None
        return int(self.listed.get_option_at_index(at).id or 0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Offer what can be done with the step that is highlighted."""
        if action in ("leave", "undo", "redo", "add"):
            return True
        session, index = self.session, self.index
        if session is None or index is None or index >= len(session.steps):
            return False
        step = session.steps[index]
        by = int(str(parameters[0])) if parameters else 0
        offered = {
            "move": lambda: beyond(session, index, by) is not None,
            "sets": lambda: _works(lambda: arranging.extra_set(session, index, by)),
            "join": lambda: step.group is None and _works(lambda: arranging.joined(session, index)),
            "part": lambda: _works(lambda: arranging.parted(session, index)),
            "swap": lambda: step.exercise is not None and not step.is_run,
        }
        return action not in offered or offered[action]()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self) -> None:
        self.refresh_bindings()

    # what is done

    @work
    async def do(self, action: Next, then: int | None = None) -> None:
        """Do one thing after those asked for before it; ``then`` is the step to highlight."""
        async with self._guided.turn:
            at = self.listed.highlighted
            try:
                said = await action()
            except UnreadableError as reason:
                said = str(reason)
            except Problem as problem:
                said = ""
                self.app.refuse(problem)
            self._show(then, at)
            self.query_one("#said", Static).update(Content(clean(said, 300) or HINT))

    def _with(self, change: Callable[[Logbook, str, int], Logged], then: int | None = None) -> None:
        if (index := self.index) is not None:
            self.do(lambda: self._guided.rearrange(lambda book, id_: change(book, id_, index)), then)

    def action_now(self) -> None:
        """Do the highlighted step next, and close."""
        self.listed.action_select()

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        session, index = self.session, self.index
        if session is None or index is None or (to := now(session)) in (index, None):
            self.dismiss(None)
            return
        together = block_of(session.steps, to)
        first = to if index in together else together.start
        self.dismiss(lambda: self._guided.rearrange(lambda book, id_: book.freedom.move(id_, index, first)))

    def action_move(self, by: int) -> None:
        """Put the step, with its group, one place later or sooner."""
        session, index = self.session, self.index
        if session is None or index is None or (to := beyond(session, index, by)) is None:
            return
        after = arranging.moved(session, index, to)
        then = next(i for i, step in enumerate(after.steps) if step is session.steps[index])
        self._with(lambda book, id_, index: book.freedom.move(id_, index, to), then)

    def action_sets(self, by: int) -> None:
        """One set more or less; of a circuit a round."""
        self._with(lambda book, id_, index: book.freedom.extra_set(id_, index, by))

    def action_join(self) -> None:
        """Make it a superset with the next exercise."""
        self._with(lambda book, id_, index: book.freedom.join(id_, index))

    def action_part(self) -> None:
        """Do the members of the superset one after another again."""
        self._with(lambda book, id_, index: book.freedom.part(id_, index))

    def action_skip(self) -> None:
        """Leave out what is left of it."""
        self._with(lambda book, id_, index: book.sessions.skip_step(id_, index))

    def action_swap(self) -> None:
        """Choose another exercise in its place."""
        if (index := self.index) is not None:
            ask_for_swap(self.app, self.do, index)

    @work
    async def action_add(self) -> None:
        """Choose an exercise, and add it after the highlighted step."""
        from hybridtui.ui.dialogs.pick_exercise import OwnName, PickExerciseDialog

        session, index = self.session, self.index
        if session is None or (page := self._guided.page) is None:
            return
        at = len(session.steps) if index is None else index + 1
        chosen = await self.app.push_screen_wait(PickExerciseDialog(page.exercises))
        if isinstance(chosen, OwnName):
            self.do(lambda: self._guided.add_own(chosen.name, at), at)
        elif chosen is not None:
            self.do(lambda: self._guided.add(chosen, at), at)

    def action_undo(self) -> None:
        """Take back the newest change."""
        self.do(self._guided.undo)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.do(self._guided.redo)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

    # showing

    def _show(self, then: int | None, at: int | None = None) -> None:
        """List what is left, and highlight a step, or else the line that was."""
        session = self.session
        indexes = to_do(session) if session is not None else ()
        self.listed.clear_options()
        if session is not None:
            room = min(_NAME, self.app.size.width - _BESIDE)
            self.listed.add_options([Option(line_of(session, i, self._unit, room), id=str(i)) for i in indexes])
        wanted = now(session) if then is None and at is None and session is not None else then
        if wanted in indexes:
            at = indexes.index(wanted)
        self.listed.highlighted = min(at or 0, len(indexes) - 1) if indexes else None
        self.refresh_bindings()


def _works(change: Callable[[], object]) -> bool:
    try:
        change()
    except Problem:
        return False
    return True
