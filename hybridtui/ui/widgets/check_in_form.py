"""The questions of the check-in, one a line, answered by digits one after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from hybridtui.ui.check_in import HOURS, ILL, LABELS, PAIN, WORDS, Answers
from hybridtui.ui.look import CURRENT_SIGN
from hybridtui.ui.widgets.keyed_form import CHOSEN, KeyedForm

_LABEL_WIDTH = max(map(len, LABELS)) + 2
_SCALE_COLUMN = _LABEL_WIDTH + 2

WIDE = 66
"""Cells from which there is room for what both ends of a scale mean."""


class CheckInForm(KeyedForm):
    """``▸ Fatigue   1  2  3  4  5   tired``: the marked line takes the next key."""

    DEFAULT_CSS = """
    CheckInForm { height: 8; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,tab", "move(1)", "Next", show=False, id="check-in.next", tooltip="Go to the next question"),
        Binding("up,shift+tab", "move(-1)", "Back", show=False, id="check-in.back", tooltip="Go back a question"),
        Binding("left", "turn(-1)", "Less", show=False, id="check-in.less", tooltip="One less"),
        Binding("right", "turn(1)", "More", show=False, id="check-in.more", tooltip="One more"),
        Binding("backspace", "erase", "Erase", show=False, id="check-in.erase", tooltip="Take the answer back"),
    ]

    answers: reactive[Answers] = reactive(Answers())
    """All that was told so far."""

    @dataclass
    class Answered(Message):
        """Something was told, or taken back."""

        answers: Answers
        """All of it."""

    def __init__(self, answers: Answers) -> None:
        """Begin with what was told before."""
        super().__init__()
        self.set_reactive(CheckInForm.answers, answers)

    def watch_answers(self, before: Answers, now: Answers) -> None:
        """Say that something was told."""
        if before != now:
            self.post_message(self.Answered(now))

    def took(self, character: str) -> bool:
        """Answer the question here with a character, if it is an answer."""
        answers = self.answers.typed(character)
        self.answers = answers or self.answers
        return answers is not None

    def on_click(self, event: events.Click) -> None:
        """Answer with the digit that was clicked, or go to its question."""
        column = event.x - _SCALE_COLUMN
        answers = replace(self.answers, at=min(event.y, PAIN))
        if event.y < HOURS and 0 <= column < 15:
            answers = answers.typed(str(column // 3 + 1)) or answers
        self.answers = answers

    def action_move(self, by: int) -> None:
        """Go to another question."""
        self.answers = self.answers.moved(by)

    def action_turn(self, by: int) -> None:
        """Answer one more or less."""
        self.answers = self.answers.turned(by)

    def action_erase(self) -> None:
        """Take an answer back."""
        self.answers = self.answers.erased()

    def render(self) -> Content:
        """Draw all questions."""
        return Content("\n").join(self._line(index) for index in range(len(LABELS)))

    def _line(self, index: int) -> Content:
        here = index == self.answers.at
        mark = f"{CURRENT_SIGN} " if here else "  "
        label = Content.styled(LABELS[index].ljust(_LABEL_WIDTH), "bold" if here else "$foreground-muted")
        return Content.assemble(mark, label, self._scale(index) if index < HOURS else self._told(index, here=here))

    def _scale(self, index: int) -> Content:
        chosen, words = self.answers.items[index], WORDS[index]
        digits = [Content.styled(f" {number} ", CHOSEN if number == chosen else "") for number in range(1, 6)]
        ends = f"1 {words[0]} … 5 {words[-1]}" if self.size.width >= WIDE else f"1 {words[0]}"
        meaning = words[chosen - 1] if chosen is not None else ends
        return Content.assemble(*digits, "  ", (meaning, "" if chosen is not None else "$foreground-muted"))

    def _told(self, index: int, *, here: bool) -> Content:
        answers = self.answers
        if index == ILL:
            return Content.assemble(
                " yes" if answers.ill else " no", ("   y or n" if here else "", "$foreground-muted")
            )
        text, unit = (answers.hours, "h") if index == HOURS else (answers.pain, "of 10")
        cursor = Content.styled(" ", CHOSEN) if here else Content("")
        if text:
            return Content.assemble(f" {text}", cursor, (f" {unit}", "$foreground-muted"))
        hint = "such as 7.5" if index == HOURS else "0 to 10"
        return Content.assemble(" ", cursor or "–", (f" {hint}, or leave it" if here else "", "$foreground-muted"))
