"""Stop and rest: what to do when something is seriously wrong. Source: science.md H.1, R42."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from hybridtui.domain.cards import STOP
from hybridtui.ui.widgets.key_bar import KeyBar


class StopDialog(ModalScreen[bool]):
    """Fills the screen; the session can be finished as it is. True: finish it."""

    DEFAULT_CSS = """
    StopDialog {
        & > Vertical { width: 64; max-width: 94%; height: auto; }
        & #stop { text-style: bold; color: $text-error; text-align: center; width: 100%; margin-bottom: 1; }
        & #what { width: 100%; height: auto; }
    }
    """
    BINDINGS = [
        Binding("enter", "answer(True)", "Finish the session as it is", key_display="⏎", id="stop.finish",
                tooltip="What was done is kept"),
        Binding("escape", "answer(False)", "Back", key_display="esc", id="stop.back", tooltip="Leave it open"),
    ]  # fmt: skip

    def __init__(self, *, session: bool) -> None:
        """Show the text; with a ``session`` offer to finish it."""
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        with Vertical():
            yield Static(Content(STOP.title.upper()), id="stop")
            yield Static(Content(STOP.text), id="what")
        yield KeyBar()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to finish only what runs."""
        return self._session or action != "answer" or parameters == (False,)

    def action_answer(self, finish: bool) -> None:
        """Close, and finish the session or not."""
        self.dismiss(finish)
