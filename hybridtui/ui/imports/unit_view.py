"""What files may leave open: whether they are in kilograms or pounds, in kilometres or miles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from hybridtui.ui.imports.open_units import WORDS, OpenUnits, Row
from hybridtui.ui.look import CURRENT_SIGN, count
from hybridtui.ui.widgets.fitted import Fitted, hanging

SAYS = "{whose} not say whether {it} in {one} or {other}."
ONE_FOR_ALL = "The first line answers for all of them, the others for one file each."


class UnitList(OptionList, inherit_bindings=False):
    """One line for what a file leaves open; the arrows change the answer of the line under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,right,space", "turn", "Other unit", key_display="←→", id="import.unit-turn",
                tooltip="The other unit, in the line under the cursor"),
        Binding("up", "cursor_up", "Up", show=False, id="import.unit-up", tooltip="The line above"),
        Binding("down", "cursor_down", "Down", show=False, id="import.unit-down", tooltip="The line below"),
        Binding("pageup", "page_up", "Page up", show=False, id="import.unit-page-up", tooltip="A page up"),
        Binding("pagedown", "page_down", "Page down", show=False, id="import.unit-page-down", tooltip="A page down"),
        Binding("home", "first", "First", show=False, id="import.unit-first", tooltip="The first line"),
        Binding("end", "last", "Last", show=False, id="import.unit-last", tooltip="The last line"),
    ]  # fmt: skip

    class Moved(Message):
        """Another line is under the cursor, or says something else."""

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.units = OpenUnits()

    @property
    def here(self) -> Row | None:
        """The line under the cursor."""
        return self.units.rows[self.highlighted] if self.highlighted is not None else None

    def show(self, units: OpenUnits) -> None:
        """Ask for these."""
        self.units = units
        self._lay_out()
        self.highlighted = 0 if units.rows else None

    def on_resize(self, _event: events.Resize) -> None:
        """Fill the columns there are now."""
        self._lay_out()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Say what the answers for the line under the cursor would mean."""
        super().watch_highlighted(highlighted)
        self.post_message(self.Moved())

    def action_turn(self) -> None:
        """Say the other unit of the line under the cursor."""
        if self.here is not None:
            self.here.turn()
            self._lay_out()
            self.post_message(self.Moved())

    def _lay_out(self) -> None:
        kept = self.highlighted
        self.set_options(Option(line) for line in self._told())
        self.highlighted = kept

    def called(self, row: Row) -> str:
        """Return how the file of a line is called, or that it is for all."""
        return f"all {len(row.opens):,} files" if len(row.opens) > 1 else self.units.called(row.opens[0].file)

    def _told(self) -> Iterator[Content]:
        rows = self.units.rows
        room = max(20, self.size.width - self.scrollbar_size_vertical)
        across = [max((cell_len(_amount(row, at)) for row in rows), default=0) for at in (0, 1)]
        called = max(12, min(max((cell_len(self.called(row)) for row in rows), default=0), room - sum(across) - 24))
        for row in rows:
            answers = [_answer(row, at, across[at]) for at in (0, 1)]
            what = "" if len(row.opens) > 1 else row.opens[0].what
            line = Content.assemble(
                " ",
                Content(self.called(row)).truncate(called, ellipsis=True, pad=True),
                *answers,
                "   ",
                (what, "$foreground-muted"),
            )
            yield line.truncate(room, ellipsis=True)


class UnitView(Vertical):
    """What is asked, a line for each file that asks, and what each answer would mean: one is seen to be wrong."""

    def compose(self) -> ComposeResult:
        """Lay out the three."""
        yield Fitted(self._asked, id="asked")
        yield UnitList()
        yield Fitted(self._meanings, id="meanings")

    @property
    def list(self) -> UnitList:
        """The lines."""
        return self.query_one(UnitList)

    def on_unit_list_moved(self) -> None:
        """Show what the answers mean where the cursor is."""
        for fitted in self.query(Fitted):
            fitted.refresh(layout=True)

    def _asked(self, width: int) -> Iterator[Content]:
        here = self.list.here
        if here is None:
            return
        files = here.opens
        several = len(files) > 1
        whose = f"{count(len(files), 'file')} do" if several else f"{self.list.called(here)} does"
        one, other = (WORDS[way] for way in here.ways)
        says = SAYS.format(whose=whose, it="they are" if several else "it is", one=one, other=other)
        yield from hanging(Content(), Content.styled(says, "bold"), width, 0)
        if several:
            yield from hanging(Content(), Content.styled(ONE_FOR_ALL, "$foreground-muted"), width, 0)
        yield Content()

    def _meanings(self, width: int) -> Iterator[Content]:
        """Yield what the weight or distance of the line under the cursor would be in either unit."""
        here = self.list.here
        if here is None:
            return
        first = here.opens[0]
        yield Content()
        whose = f" in {self.list.units.called(first.file)}" if len(here.opens) > 1 else ""
        yield Content.styled(f"Your {first.what}{whose} was", "bold").truncate(width, ellipsis=True)
        for way in here.ways:
            words = Content.assemble(f"{first.amount(way)}  ", (first.meaning(way), "$foreground-muted"))
            yield words.truncate(width, ellipsis=True)


def _amount(row: Row, at: int) -> str:
    unit = row.ways[at]
    return WORDS[unit] if len(row.opens) > 1 else row.opens[0].amount(unit)


def _answer(row: Row, at: int, across: int) -> Content:
    """Return one of the two answers, with a sign before the one that is said."""
    chosen = row.answer is row.ways[at]
    text = f"   {CURRENT_SIGN if chosen else ' '} {_amount(row, at).rjust(across)}"
    return Content.styled(text, "bold" if chosen else "$foreground-muted")
