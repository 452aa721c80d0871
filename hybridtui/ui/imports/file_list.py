"""The line for a path, and the list of what it could mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList

from hybridtui.ui.widgets.clean_input import CleanInput


class PathInput(CleanInput):
    """The path; ``tab`` completes it, ``down`` goes into the list."""

    LEAVES = frozenset()  # file names may hold anything
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Read", id="import.look", tooltip="Read this file, or all that is in this folder"),
        Binding("tab", "complete", "Complete", id="import.complete", tooltip="Complete the name with the first match"),
        Binding("down", "app.focus_next", "List", id="import.list", tooltip="Go into the list"),
    ]

    class Completed(Message):
        """``tab`` was pressed."""

    def action_complete(self) -> None:
        """Ask for the first match."""
        self.post_message(self.Completed())


class FileList(OptionList):
    """What matches; ``space`` marks several files and folders."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Open or read", id="import.open", tooltip="Open the folder, or read what is marked"),
        Binding("space", "mark", "Mark", id="import.mark", tooltip="Mark this file or folder, to import several"),
        Binding("backspace,left", "parent", "Folder above", id="import.parent", tooltip="Go to the folder above"),
    ]

    @dataclass
    class Marked(Message):
        """``space`` was pressed on an option."""

        index: int

    class Parent(Message):
        """The folder above is wanted."""

    def action_mark(self) -> None:
        """Ask to mark the highlighted line."""
        if self.highlighted is not None:
            self.post_message(self.Marked(self.highlighted))

    def action_parent(self) -> None:
        """Ask for the folder above."""
        self.post_message(self.Parent())

    def action_cursor_up(self) -> None:
        """Go up; from the first line back to the path."""
        if not self.highlighted:
            self.screen.focus_previous()
        else:
            super().action_cursor_up()
