"""The step in focus: what to do, last time, why, how, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import getters
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from hybridtui.domain.text import clean, clean_note
from hybridtui.ui.widgets.big_target import BigTarget
from hybridtui.ui.words import Big


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the pane shows: a heading, large numbers, and facts by name."""

    name: str
    """Of the exercise, workout or state; may be people's text."""
    colour: str = "foreground"
    """Theme variable of the numbers."""
    big: tuple[Big, ...] = ()
    manner: str = ""
    """One line under the numbers: tempo, effort, rest."""
    facts: tuple[tuple[str, str], ...] = ()
    """Pairs such as (``Last``, ``3 Mar · 80 kg × 8, 8, 7``); a fact without a text is left out."""


class StepFocus(VerticalScroll, can_focus=False):
    """Shows one card; longer texts wrap beside their name."""

    DEFAULT_CSS = """
    StepFocus {
        & > .name { text-style: bold; height: auto; }
        & > .manner { color: $foreground-muted; height: auto; }
        & > BigTarget { margin: 1 0; }
        & > .facts { height: auto; margin-top: 1; }
    }
    """

    target = getters.query_one(BigTarget)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._card = Card(name="")

    def compose(self) -> ComposeResult:
        """Lay out name, numbers, manner and facts."""
        yield Static(classes="name", markup=False)
        yield BigTarget()
        yield Static(classes="manner", markup=False)
        yield Static(classes="facts", markup=False)

    def show(self, card: Card) -> None:
        """Show another card."""
        self._card = card
        self._draw()
        self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Wrap anew."""
        self._draw()

    def _draw(self) -> None:
        card = self._card
        self.query_one(".name", Static).update(Content(clean(card.name)))
        self.target.parts, self.target.colour = card.big, card.colour
        self.target.display = bool(card.big)
        self._set(".manner", Content(card.manner))
        wide = max(20, self.scrollable_content_region.width)
        self._set(".facts", _table(card.facts, wide, self._room_for_facts()))

    def _room_for_facts(self) -> int:
        """Return how many lines are left under name, numbers and manner."""
        numbers = self.target.rows + self.target.styles.margin.height if self._card.big else 0
        return self.size.height - 2 - numbers - bool(self._card.manner)

    def _set(self, selector: str, content: Content) -> None:
        line = self.query_one(selector, Static)
        line.display = bool(content.plain)
        line.update(content)


def _table(facts: Sequence[tuple[str, str]], wide: int, high: int) -> Content:
    """Write facts beside their names; where they do not fit, the last lines of a list go first."""
    shown = [(name, clean_note(text, 600).split("\n")) for name, text in facts if text]
    indent = max((len(name) for name, _ in shown), default=0) + 2
    while len(lines := _lines(shown, indent, wide)) > high:
        longest = max((texts for _, texts in shown), key=len, default=[])
        if len(longest) <= 1:
            break
        longest.pop()
    return Content("\n").join(lines)


def _lines(facts: Sequence[tuple[str, list[str]]], indent: int, wide: int) -> list[Content]:
    lines: list[Content] = []
    for name, texts in facts:
        wrapped = [line for text in texts for line in Content(text).wrap(max(10, wide - indent))]
        for number, line in enumerate(wrapped):
            head = Content.styled(name if number == 0 else "", "$foreground-muted")
            lines.append(Content.assemble(head.pad_right(indent - head.cell_length), line))
    return lines
