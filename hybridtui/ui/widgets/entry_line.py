"""The line into which sets and runs are typed, with what it understood beside it.

``enter`` is taken here, not by the screen's binding: a key bubbles up by messages, and
whoever types quickly would have the first letters of the next entry read with this one.

Letters are commands as long as the line is empty, except those that begin an entry;
once something is typed, everything an entry can hold goes into the line. Keys the
line does not take bubble on to the screen's bindings, so the footer, which asks
``check_consume_key``, is always true.
"""

from __future__ import annotations

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from hybridtui.domain.text import clean
from hybridtui.ui.widgets.clean_input import CleanInput

BEGINS = frozenset("0123456789+-sbLR")
"""What an entry may begin with."""

NEVER = frozenset("[]?")
"""No entry holds these: they stay commands while one types."""

LIMIT = 80
"""Longest entry, in characters."""


class EntryField(CleanInput, inherit_bindings=False):
    """An input that, while it is empty, leaves most letters to the screen."""

    BINDINGS = [
        *(binding for binding in Input.BINDINGS if not isinstance(binding, tuple) and binding.key != "enter"),
    ]

    def __init__(self) -> None:
        super().__init__(limit=LIMIT, select_on_focus=False)

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002 - Textual's
        """Return whether a key goes into the line."""
        if character is None or not character.isprintable() or character in NEVER:
            return False
        return bool(self.value) or character in BEGINS

    def replace(self, text: str, start: int, end: int) -> None:
        """Put ``text`` between two places, as much of it as there is room for: what is pasted is seen, and judged."""
        room = LIMIT - len(self.value) + abs(end - start)
        super().replace(text[: max(0, room)], start, end)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(EntryLine.Entered(self.value))
            self.value = ""
        elif not self.check_consume_key(event.key, event.character):
            event.prevent_default()  # Input would insert it; the screen's bindings get it instead


class EntryLine(Horizontal):
    """The field, and the echo of what it holds."""

    DEFAULT_CSS = """
    EntryLine {
        height: 1;
        background: $boost;
        padding: 0 1;
        & > .prompt { width: 2; color: $primary; text-style: bold; }
        & > EntryField { width: 14; background: transparent; background-tint: transparent; }
        & > EntryField:focus { background-tint: transparent; }
        & > .echo { width: 1fr; height: 1; text-wrap: nowrap; text-overflow: ellipsis; color: $foreground-muted; }
        & > .echo.-wrong { color: $text-warning; }
        & > .echo.-saved { color: $text-success; }
    }
    """

    field = getters.query_one(EntryField)

    _said_of: object = None
    """What the words beside the line were said of, if they tell what was done; None: they are a hint."""

    class Edited(Message):
        """The line was changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Entered(Message):
        """Enter was pressed; the line is empty again."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text
            """What was typed; empty: as planned."""

    def compose(self) -> ComposeResult:
        """Lay out prompt, field and echo."""
        yield Static("›", classes="prompt")
        yield EntryField()
        yield Static(classes="echo", markup=False)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.field.value

    def clear(self) -> None:
        """Empty the line."""
        self.field.value = ""

    def put(self, text: str) -> None:
        """Put an entry into the line, to be confirmed or changed."""
        self.field.value = text
        self.field.cursor_position = len(text)

    def say(self, text: str, of: object, *, wrong: bool = False) -> None:
        """Say what was done, or why not; it stays in sight as long as the hints are ``of`` the same."""
        self.echo(text, wrong=wrong, saved=not wrong)
        self._said_of = of

    def hint(self, text: str, of: object, *, wrong: bool = False) -> None:
        """Say what ``enter`` does, or what the line means, unless something was said of the same before."""
        if self.text or self._said_of is None or self._said_of != of:
            self.echo(text, wrong=wrong)

    def suggest(self, example: str) -> None:
        """Show an example as long as nothing is typed."""
        self.field.placeholder = example

    def echo(self, text: str, *, wrong: bool = False, saved: bool = False) -> None:
        """Say what the line was understood to mean, what is wrong with it, or what was saved."""
        self._said_of = None
        line = self.query_one(".echo", Static)
        line.set_class(wrong, "-wrong")
        line.set_class(saved, "-saved")
        line.update(Content(clean(text, 300)), layout=False)

    @on(Input.Changed)
    def _edited(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Edited(event.value))
