"""What to do without a plan: run or lift."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from hybridtui.domain.workout import Kind
from hybridtui.ui.look import APP_NAME, sign
from hybridtui.ui.widgets.key_bar import KeyBar

CHOICES = (
    (Kind.RUN, "r", "Run", "distance and time, or a stopwatch"),
    (Kind.STRENGTH, "s", "Strength", "any exercises, set by set"),
)


class FreeSessionDialog(ModalScreen[Kind | None]):
    """Two choices, by arrow and ``enter`` or by letter."""

    DEFAULT_CSS = """
    FreeSessionDialog OptionList { height: auto; border: none; background: transparent; padding: 0;
        &:focus { border: none; } }
    """
    BINDINGS = [
        Binding("enter", "choose_shown", "Start", key_display="⏎", priority=True, id="free.start", tooltip="Begin"),
        Binding("r", "choose('run')", "Run", id="free.run", tooltip="Begin a run"),
        Binding("s", "choose('strength')", "Strength", id="free.strength", tooltip="Begin a strength session"),
        Binding("escape", "leave", "Cancel", key_display="esc", id="free.leave", tooltip="Back"),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the choices."""
        with Vertical(classes="dialog") as box:
            box.border_title = f"{APP_NAME} · Free session"
            yield OptionList(*(Option(_line(*choice), id=choice[0].value) for choice in CHOICES))
        yield KeyBar()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(Kind(str(event.option_id)))

    def action_choose_shown(self) -> None:
        """Begin what is highlighted."""
        self.query_one(OptionList).action_select()

    def action_choose(self, kind: str) -> None:
        """Begin a session of this kind."""
        self.dismiss(Kind(kind))

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)


def _line(kind: Kind, key: str, title: str, about: str) -> Content:
    return Content.assemble((f" {key}  ", "bold"), f"{sign(kind)} {title:<10}", about)
