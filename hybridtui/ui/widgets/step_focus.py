"""The step in focus: what to do, last time, why, how, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from hybridtui.domain.text import clean, clean_note
from hybridtui.ui.big_type import SHORT, TALL, Big, big_type
from hybridtui.ui.widgets.repaint import repaint

ROWS_FOR_TALL = 22
"""From this height on the numbers are drawn taller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the pane shows: a heading, large numbers, and facts by name."""

    name: str
    """Of the exercise, workout or state; may be people's text."""
    colour: str = "foreground"
    """Theme variable of the numbers."""
    big: tuple[Big, ...] = ()
    manner: str = ""
    """Lines under the numbers: which repeat, then tempo, effort, rest."""
    facts: tuple[tuple[str, str], ...] = ()
    """Pairs such as (``Last``, ``3 Mar · 80 kg × 8, 8, 7``); a fact without a text is left out."""


class StepFocus(Widget, can_focus=False):
    """Shows one card; longer texts wrap beside their name, and lists give way where room is short."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._card = Card(name="")
        self._title = ""
        self._painted: list[Content] = []

    def show(self, card: Card, title: str) -> None:
        """Show another card under another title; painted is what differs from what is shown."""
        self._card = card
        if title != self._title:
            self._title = title
            self.border_title = title  # repaints all
        repaint(self, self._painted, self._rows())

    def render(self) -> RenderResult:
        """Write the card into the room there is."""
        self._painted = self._rows()
        return Content("\n").join(self._painted)

    def _rows(self) -> list[Content]:
        card, (wide, high) = self._card, self.size
        lines = [Content.styled(clean(card.name), "bold")]
        if card.big:
            rows = TALL if high >= ROWS_FOR_TALL else SHORT
            lines += [Content(""), *big_type(card.big, wide, rows, f"${card.colour}")]
            lines += [Content("")] if rows == TALL else []
        if card.manner:
            lines += [Content.styled(line, "$foreground-muted") for line in card.manner.split("\n")]
        lines.append(Content(""))
        lines += _table(card.facts, wide, high - len(lines))
        return lines


SPARE = ("Load", "Balance", "To know")
"""Facts that give way before anything else, in this order; the balance stands above as well."""

OWN = "Note"
"""The fact that is the athlete's own, and goes last."""

ELSEWHERE = ("Today", "Cues")
"""Facts that History and Library tell as well."""


def _table(facts: Sequence[tuple[str, str]], wide: int, high: int) -> list[Content]:
    """Write facts beside their names.

    Where room is short, what is spare goes, the end of the longest list, what stands elsewhere too, then the longest.
    """
    shown = [(name, clean_note(text, 600).split("\n")) for name, text in facts if text]
    indent = max((len(name) for name, _ in shown), default=0) + 2
    while len(lines := _lines(shown, indent, wide)) > high and shown:
        if (spare := _first_of(SPARE, shown)) is not None:
            shown.remove(spare)
            continue
        longest = max(
            (fact for fact in shown if fact[0] != OWN or len(shown) == 1),
            key=lambda fact: (len(fact[1]), len(_lines([fact], indent, wide))),
        )
        if len(longest[1]) > 1:
            longest[1].pop()
        else:
            shown.remove(_first_of(ELSEWHERE, shown) or longest)
    return lines


def _first_of(names: Sequence[str], shown: Sequence[tuple[str, list[str]]]) -> tuple[str, list[str]] | None:
    return next((fact for name in names for fact in shown if fact[0] == name), None)


def _lines(facts: Sequence[tuple[str, list[str]]], indent: int, wide: int) -> list[Content]:
    lines: list[Content] = []
    for name, texts in facts:
        wrapped = [line for text in texts for line in Content(text).wrap(max(10, wide - indent))]
        for number, line in enumerate(wrapped):
            head = Content.styled(name if number == 0 else "", "$foreground-muted")
            lines.append(Content.assemble(head.pad_right(indent - head.cell_length), line))
    return lines
