"""Where it aches and how much: one letter, a side, a number."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from hybridtui.ui.ache import PARTS, SIDES, Ache
from hybridtui.ui.look import CURRENT_SIGN
from hybridtui.ui.widgets.keyed_form import CHOSEN, KeyedForm

_ROWS = len(PARTS) // 2
_COLUMN = 34

WIDE = 60
"""Cells from which there is room for what the numbers mean."""

BRIEF = 3
"""Rows that are enough once it is known where."""


class AcheForm(KeyedForm):
    """Two columns of places, each behind its letter; below them side and number."""

    DEFAULT_CSS = f"""
    AcheForm {{ height: {_ROWS + 3}; }}
    """
    BINDINGS = [
        Binding("backspace", "erase", "Erase", show=False, id="ache.erase", tooltip="Take back what was told last"),
    ]

    ache: reactive[Ache] = reactive(Ache())
    """All that was told so far."""

    @dataclass
    class Told(Message):
        """Something was told, or taken back."""

        ache: Ache

    def __init__(self, ache: Ache) -> None:
        """Begin with what was told before."""
        super().__init__()
        self.set_reactive(AcheForm.ache, ache)

    def watch_ache(self, before: Ache, now: Ache) -> None:
        """Say that something was told."""
        self.set_class(now.part is not None, "-told")
        if before != now:
            self.post_message(self.Told(now))

    def on_mount(self) -> None:
        """Know whether there is a place already."""
        self.set_class(self.ache.part is not None, "-told")

    def took(self, character: str) -> bool:
        """Take a character, if it tells something."""
        ache = self.ache.typed(character)
        self.ache = ache or self.ache
        return ache is not None

    def on_click(self, event: events.Click) -> None:
        """Choose the place that was clicked."""
        index = event.y + (_ROWS if event.x >= _COLUMN else 0)
        if event.y < _ROWS:
            self.ache = Ache(list(PARTS.values())[index][0])

    def action_erase(self) -> None:
        """Take back what was told last."""
        self.ache = self.ache.erased()

    def render(self) -> Content:
        """Draw places, side and number."""
        letters = list(PARTS)
        if self.ache.part is not None and self.size.height <= BRIEF:
            chosen = next(letter for letter in letters if PARTS[letter][0] is self.ache.part)
            return Content("\n").join((self._place(chosen), self._side(), self._number()))
        rows = [
            Content.assemble(self._place(left).pad_right(_COLUMN - self._place(left).cell_length), self._place(right))
            for left, right in zip(letters[:_ROWS], letters[_ROWS:], strict=True)
        ]
        return Content("\n").join((*rows, Content(""), self._side(), self._number()))

    def _place(self, letter: str) -> Content:
        part, words = PARTS[letter]
        here = part is self.ache.part
        mark = f"{CURRENT_SIGN} " if here else "  "
        return Content.assemble(mark, (letter, "bold"), " ", (f" {words} ", CHOSEN) if here else f" {words}")

    def _side(self) -> Content:
        ache = self.ache
        if not ache.has_sides:
            return Content.styled("  Side     –", "$foreground-muted")
        if ache.proposed:
            return Content(f"  Side     {ache.side or 'both'}")
        words = {"l": "left", "r": "right", "b": "both"}
        sides = [
            Content.assemble((key, "bold"), (f" {words[key]} ", CHOSEN if side is ache.side else ""))
            for key, side in SIDES.items()
        ]
        return Content.assemble("  Side     ", Content("  ").join(sides))

    def _number(self) -> Content:
        ache = self.ache
        if ache.part is None:
            return Content.styled("  Number   first a letter: where is it?", "$foreground-muted")
        cursor = Content.styled(" ", CHOSEN)
        told = " 0 gone, 1-3 you move as ever, 4-10 you do not"
        if self.size.width < WIDE:
            told = " 0 gone, from 4 you move differently"
        hint = "" if ache.text else told
        return Content.assemble("  Number   ", (ache.text, "bold"), cursor, (hint or " of 10", "$foreground-muted"))
