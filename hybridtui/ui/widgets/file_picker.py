"""Choosing what to import: a path to type, and the list of what it could mean."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from hybridtui.domain.problems import Problem
from hybridtui.domain.text import harmless
from hybridtui.ui import look
from hybridtui.ui.folder import Entry, Listing, begun_anew, chosen, listing
from hybridtui.ui.text import user_text
from hybridtui.ui.widgets.clean_input import CleanInput


class PathInput(CleanInput):
    """The path; ``tab`` completes it, ``down`` goes into the list."""

    LEAVES = frozenset()  # file names may hold anything
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Look at it", id="import.look", tooltip="Read it and show what is in it"),
        Binding("tab", "complete", "Complete", id="import.complete", tooltip="Complete the name with the first match"),
        Binding("down", "app.focus_next", "List", show=False, id="import.list", tooltip="Go into the list"),
    ]

    class Completed(Message):
        """``tab`` was pressed."""

    def action_complete(self) -> None:
        """Ask for the first match."""
        self.post_message(self.Completed())


class FileList(OptionList):
    """What matches; ``space`` marks several files."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Open or look at it", id="import.open", tooltip="Open the folder, or read the file"),
        Binding("space", "mark", "Mark", id="import.mark", tooltip="Mark this file, to import several"),
        Binding("backspace,left", "parent", "Folder above", id="import.parent", tooltip="Go to the folder above"),
    ]

    @dataclass
    class Marked(Message):
        """``space`` was pressed on an option."""

        index: int

    class Parent(Message):
        """The folder above is wanted."""

    def action_mark(self) -> None:
        """Ask to mark the highlighted file."""
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


class FilePicker(Vertical):
    """Path and list together; says which files were chosen."""

    @dataclass
    class Picked(Message):
        """These files are to be looked at."""

        paths: tuple[Path, ...]

    @dataclass
    class Refused(Message):
        """What was typed cannot be taken, in words."""

        problem: Problem

    path = getters.query_one(PathInput)
    matches = getters.query_one(FileList)

    def __init__(self, start: Path) -> None:
        """Begin in the folder ``start``."""
        super().__init__()
        self._start = f"{start}/"
        self._listing = Listing(start, ())
        self._marked: frozenset[Path] = frozenset()

    def compose(self) -> ComposeResult:
        """Lay out path, list and what is marked."""
        yield PathInput(self._start, placeholder="a file or a folder", select_on_focus=False)
        yield FileList(markup=False)
        yield Static(classes="status")

    def on_mount(self) -> None:
        """Start with the path."""
        self.path.focus()
        self._read(self._start)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if (path := begun_anew(event.value)) != event.value:
            self.path.value = path
            self.path.cursor_position = len(path)
        else:
            self._read(path)

    @work(exclusive=True, group="listing", name="read")
    async def _read(self, typed: str) -> None:
        """Read the folder off the event loop: it may lie on a slow disk."""
        self._show(await asyncio.to_thread(listing, typed))

    def _show(self, seen: Listing) -> None:
        self._listing = seen
        self.matches.set_options(Option(self._line(entry)) for entry in seen.entries)
        self.matches.highlighted = 0 if seen.entries else None
        self._tell()

    def _tell(self) -> None:
        seen, files = self._listing, [entry for entry in self._listing.entries if not entry.folder]
        if self._marked:
            words = f"{look.count(len(self._marked), 'file')} marked: enter looks inside."
        elif seen.problem:
            words = f"This folder cannot be listed: {seen.problem}."
        elif files and self.path.value.endswith("/"):
            words = f"{look.count(len(files), 'file')} here: enter on the path looks at all of them."
        elif not seen.entries:
            words = "No folder and no .csv or .fit file of that name here."
        else:
            words = "Strong exports end in .csv, files of a watch in .fit."
        self.query_one(".status", Static).update(words)

    def _line(self, entry: Entry) -> Content:
        mark = f"{look.DONE_SIGN} " if entry.path in self._marked else "  "
        size = "" if entry.folder else f"{max(1, round(entry.size / 1024)):,} kB"
        return Content.assemble(mark, user_text(entry.name), (f"  {size}", "$foreground-muted"))

    @on(PathInput.Completed)
    def _complete(self) -> None:
        if self.matches.highlighted is not None:
            self._go(self._listing.entries[self.matches.highlighted].path)

    def _go(self, path: Path) -> None:
        """Write a path into the line, as far as it can be written."""
        typed = f"{path}/" if path.is_dir() and path != path.parent else str(path)
        if typed == harmless(typed):
            self.path.value = typed
            self.path.cursor_position = len(typed)
        else:
            self.post_message(self.Refused(Problem("The name of that folder cannot be typed: please rename it.")))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        if self._marked:
            self._pick(tuple(sorted(self._marked)))
            return
        try:
            paths = chosen(self.path.value)
        except Problem as problem:
            if len(self._listing.entries) == 1 and not self.path.value.endswith("/"):
                self._take(self._listing.entries[0])
            else:
                self.post_message(self.Refused(problem))
        else:
            self._pick(paths)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self._take(self._listing.entries[event.option_index])

    def _take(self, entry: Entry) -> None:
        """Open a folder; look at a file, or at those marked."""
        if entry.folder:
            self._go(entry.path)
        else:
            self._pick(tuple(sorted(self._marked | {entry.path})))

    def _pick(self, paths: tuple[Path, ...]) -> None:
        self.post_message(self.Picked(paths))

    @on(FileList.Parent)
    def _go_up(self) -> None:
        self._go(self._listing.folder.parent)

    @on(FileList.Marked)
    def _mark(self, event: FileList.Marked) -> None:
        entry = self._listing.entries[event.index]
        if not entry.folder:
            self._marked ^= {entry.path}
            self.matches.replace_option_prompt_at_index(event.index, self._line(entry))
            self._tell()


def usual_places() -> Iterator[Path]:
    """Yield where exports usually lie, best first."""
    home = Path.home()
    yield home / "Downloads"
    yield home
    yield Path("/")
