"""Correcting one set or run: the line it could have been typed as, and how it is understood."""

from __future__ import annotations

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from hybridtui.domain.drafts import RunDraft, SetDraft
from hybridtui.domain.entry import Expected, RunDraftEntry, SetEntry, parse
from hybridtui.domain.text import clean
from hybridtui.ui.text import user_text
from hybridtui.ui.widgets.clean_input import CleanInput
from hybridtui.ui.widgets.key_bar import KeyBar

ONE_SET = "One set at a time here: 80x8, not 80x8,8."
NO_TARGET = "Type what was done, not a change of the target: 80x8."


class EntryInput(CleanInput):
    """The line; ``enter`` is the dialog's."""

    BINDINGS = [Binding("enter", "submit", "Keep", key_display="⏎", id="edit.keep", tooltip="Keep the correction")]


class EditEntryDialog(ModalScreen[SetDraft | RunDraft | None]):
    """Asks for one set or run anew; None: left as it was."""

    BINDINGS = [Binding("escape", "leave", "Leave", key_display="esc", id="edit.leave", tooltip="Leave it as it was")]
    DEFAULT_CSS = """
    EditEntryDialog {
        #entry { background: $foreground 8%; margin-top: 1; }
        #entry:focus { background: $primary 30%; }
        #echo { height: auto; min-height: 1; color: $foreground-muted; margin-top: 1; }
        #echo.-wrong { color: $text-warning; }
    }
    """

    entry = getters.query_one(EntryInput)
    echo = getters.query_one("#echo", Static)

    def __init__(self, title: str, text: str, expected: Expected) -> None:
        """Correct ``text``, an entry of what ``title`` names, read against ``expected``."""
        super().__init__()
        self._title, self._text, self._expected = title, text, expected

    def compose(self) -> ComposeResult:
        """Lay out name, line and echo."""
        with Vertical(classes="dialog"):
            yield Static(user_text(self._title), classes="question")
            yield EntryInput(self._text, limit=80, select_on_focus=False, id="entry")
            yield Static(id="echo", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Say at once how the line is understood."""
        self._read()

    @on(Input.Changed)
    def _read(self) -> SetDraft | RunDraft | None:
        draft, told = self._understood()
        self.echo.update(clean(told, 300))
        self.echo.set_class(draft is None, "-wrong")
        return draft

    def _understood(self) -> tuple[SetDraft | RunDraft | None, str]:
        read = parse(self.entry.value, self._expected)
        match read:
            case RunDraftEntry():
                return read.draft, read.echo
            case SetEntry(sets=(one,)):
                return one, read.echo
            case SetEntry():
                return None, ONE_SET
            case _ if read.echo.startswith("Target"):
                return None, NO_TARGET
            case _:
                return None, read.echo

    @on(Input.Submitted)
    def _keep(self) -> None:
        draft = self._read()
        if draft is not None:
            self.dismiss(draft)

    def action_leave(self) -> None:
        """Close without a change."""
        self.dismiss(None)
