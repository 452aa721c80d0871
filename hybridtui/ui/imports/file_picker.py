"""Choosing what to import: a path to type, and the list of what it could mean."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from hybridtui.domain.problems import Problem
from hybridtui.domain.text import harmless
from hybridtui.ui import look
from hybridtui.ui.imports.file_list import FileList, PathInput
from hybridtui.ui.imports.folder import Entry, Held, Listing, begun_anew, chosen, held, listing
from hybridtui.ui.text import user_text

READS = (
    "Strong, Hevy, FitNotes, Liftosaur, StrongLifts, Garmin, Strava, Apple Health, FIT, GPX, TCX and our own files; "
    "folders and zips as well."
)


NAME_LIMIT = 32
"""Of a name in the line that says what enter does: that must not become two."""


class FilePicker(Vertical):
    """Path and list together; says which files were chosen."""

    @dataclass
    class Picked(Message):
        """These files and folders are to be read."""

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
        self._held = Held()
        self._asked: object = None
        self._marked: frozenset[Path] = frozenset()

    def compose(self) -> ComposeResult:
        """Lay out path, list and what is marked."""
        yield PathInput(self._start, placeholder="a file or a folder", select_on_focus=False)
        yield FileList(markup=False)
        yield Static(classes="status")
        yield Static(READS, classes="reads")

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
        """Read the folder off the event loop, it may lie on a slow disk; then count what lies below it."""
        self._asked = asked = object()
        seen = await asyncio.to_thread(listing, typed)
        self._held = Held()
        self._show(seen)
        if typed.endswith("/") and not seen.problem:
            self._held = await asyncio.to_thread(held, seen.folder, given_up=lambda: self._asked is not asked)
            self._tell()

    def _show(self, seen: Listing) -> None:
        self._listing = seen
        self.matches.set_options(Option(self._line(entry)) for entry in seen.entries)
        self.matches.highlighted = 0 if seen.entries else None
        self._tell()

    def _tell(self) -> None:
        self.query_one(".status", Static).update(user_text(self._status()))

    def _status(self) -> str:
        """Return what is here, and what enter would do with it where the cursor is."""
        seen, inside = self._listing, self._held
        if self._marked:
            return f"{len(self._marked)} marked: enter reads {'it' if len(self._marked) == 1 else 'them'}."
        if seen.problem:
            return f"This folder cannot be listed: {seen.problem}."
        if self.matches.has_focus and self.matches.highlighted is not None:
            entry = seen.entries[self.matches.highlighted]
            name = entry.name if len(entry.name) <= NAME_LIMIT else f"{entry.name[: NAME_LIMIT - 1]}…"
            return f"enter {'opens' if entry.folder else 'reads'} {name}; space marks several."
        if inside.files:
            return f"{_files(inside)}: enter reads {'it' if inside.files == 1 else 'all of them'}."
        if not self.path.value.endswith("/"):
            return "" if seen.entries else "Nothing of that name here can be imported."
        return "" if seen.entries else "Nothing here to import: type, or paste, where your files are."

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
    @work(exclusive=True, group="choosing", name="read")
    async def _submitted(self) -> None:
        """Take what is marked, else what the path names; looked at off the event loop."""
        if self._marked:
            self._pick(tuple(sorted(self._marked)))
            return
        try:
            path = await asyncio.to_thread(chosen, self.path.value)
        except Problem as problem:
            if len(self._listing.entries) == 1 and not self.path.value.endswith("/"):
                self._take(self._listing.entries[0])
            else:
                self.post_message(self.Refused(problem))
        else:
            self._pick((path,))

    @on(OptionList.OptionHighlighted)
    @on(events.DescendantFocus)
    def _elsewhere(self) -> None:
        """Say what enter does where the cursor is now."""
        self._tell()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self._take(self._listing.entries[event.option_index])

    def _take(self, entry: Entry) -> None:
        """Open a folder; read a file, and what is marked with it."""
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
        self._marked ^= {entry.path}
        self.matches.replace_option_prompt_at_index(event.index, self._line(entry))
        self._tell()


def _files(inside: Held) -> str:
    """Say how many files a folder holds: ``142 files here, 131 of them in folders below``."""
    words = f"{'more than ' if inside.more else ''}{inside.files:,} {'file' if inside.files == 1 else 'files'} here"
    if not inside.below:
        return words
    return f"{words}, {'all' if not inside.here else f'{inside.below:,}'} in folders below"


def usual_places() -> Iterator[Path]:
    """Yield where exports usually lie, best first."""
    home = Path.home()
    yield home / "Downloads"
    yield home
    yield Path("/")
