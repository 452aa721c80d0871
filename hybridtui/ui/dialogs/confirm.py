"""A question with a yes and a no."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from hybridtui.ui.text import user_text
from hybridtui.ui.widgets.key_bar import KeyBar


class ConfirmDialog(ModalScreen[bool]):
    """Asks before something that cannot be had for one key; ``enter`` does it, ``escape`` does not."""

    BINDINGS = [
        Binding("enter,y", "answer(True)", "Yes", key_display="⏎", id="confirm.yes", tooltip="Do it"),
        Binding("escape,n", "answer(False)", "No", key_display="esc", id="confirm.no", tooltip="Leave it as it is"),
    ]

    def __init__(self, question: str, about: str = "") -> None:
        """Ask ``question``; ``about`` says what will happen. Both may hold people's text."""
        super().__init__()
        self._question, self._about = question, about

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Vertical(classes="dialog"):
            yield Static(user_text(self._question), classes="question")
            if self._about:
                yield Static(user_text(self._about), classes="about")
        yield KeyBar()

    def action_answer(self, answer: bool) -> None:
        """Close with the answer."""
        self.dismiss(answer)
