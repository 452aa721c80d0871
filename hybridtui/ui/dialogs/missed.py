"""A missed workout: shift it, swap it for a lesser one, or let it go, each with what comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from hybridtui.domain.dates import full_day
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.widgets.fitted import hanging
from hybridtui.ui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from hybridtui.domain.plan.missed import Choice
    from hybridtui.domain.workout import Workout
    from hybridtui.ui.app import HybridApp

TEXT_LIMIT = 400
_LABEL = 11
"""Cells for digit and word, before the sentences."""

_NARROWEST = 40
"""Width to lay out for until it is known."""


class MissedDialog(ModalScreen["Choice | None"]):
    """Three choices, by digit or by arrow and ``enter``; what is not possible says why and cannot be chosen."""

    DEFAULT_CSS = """
    MissedDialog {
        & OptionList { height: auto; max-height: 100%; border: none; background: transparent; padding: 0; margin-top: 1;
            &:focus { border: none; }
            & > .option-list--option-disabled { color: $foreground-muted; }
            & > .option-list--separator { color: $foreground 25%; }
        }
    }
    """
    BINDINGS = [
        Binding("enter", "choose_shown", "Do it", key_display="⏎", priority=True, id="missed.choose",
                tooltip="Do what is highlighted"),
        Binding("1", "choose('shift')", "Shift", id="missed.shift", tooltip="Do it on a free day of its week"),
        Binding("2", "choose('swap')", "Swap", id="missed.swap", tooltip="Do it in place of a lesser workout"),
        Binding("3", "choose('drop')", "Drop", id="missed.drop", tooltip="Leave it out"),
        Binding("r", "reason", "Reason", id="missed.reason", tooltip="Say what came between; you never have to"),
        Binding("escape", "leave", "Decide later", key_display="esc", id="missed.leave", tooltip="Change nothing"),
    ]  # fmt: skip

    def __init__(self, workout: Workout, choices: Sequence[Choice]) -> None:
        """Ask what to do about ``workout``, which was missed."""
        super().__init__()
        self._workout = workout
        self._choices = {choice.action.value: choice for choice in choices}

    def compose(self) -> ComposeResult:
        """Lay out the choices."""
        day = self._workout.day
        with Vertical(classes="dialog") as box:
            box.border_title = f"{APP_NAME} · Missed"
            yield Static(Content(f"{clean(self._workout.title)}, {full_day(day)}: what now?"), classes="question")
            yield OptionList(*self._options())
        yield KeyBar()

    @on(events.Mount)
    def _highlight(self) -> None:
        """Begin on the first choice there is."""
        self.query_one(OptionList).action_first()

    @on(events.Resize)
    def _fit(self) -> None:
        self.call_after_refresh(self._wrap)

    def _wrap(self) -> None:
        """Lay the sentences out for the room there is."""
        listed = self.query_one(OptionList)
        width = listed.scrollable_content_region.width - 1
        for number, (action, choice) in enumerate(self._choices.items(), 1):
            listed.replace_option_prompt(action, _prompt(number, choice, width))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Offer a digit only for what is possible."""
        if action == "choose":
            choice = self._choices.get(str(parameters[0]))
            return choice is not None and choice.possible
        return True

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[str(event.option_id)])

    def action_choose_shown(self) -> None:
        """Do what is highlighted."""
        self.query_one(OptionList).action_select()

    def action_choose(self, action: str) -> None:
        """Do this."""
        self.dismiss(self._choices[action])

    @work
    async def action_reason(self) -> None:
        """Say what came between: it stays with the workout, also where that is left out then."""
        from hybridtui.domain.days import Missed
        from hybridtui.ui.dialogs.skip_reason import SkipReasonDialog, keep_reason

        app, workout = cast("HybridApp", self.app), self._workout
        before = await app.book.ask(lambda book: book.days.reason(workout.id))
        missed = Missed(workout=workout, said=before)
        said = await app.push_screen_wait(SkipReasonDialog(missed))
        if said is None:
            return
        try:
            app.say(await app.book.ask(lambda book: keep_reason(book, missed, said)))
        except Problem as problem:
            app.refuse(problem)

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)

    def _options(self) -> Iterator[Option | None]:
        """Yield the choices with a line between them."""
        for number, (action, choice) in enumerate(self._choices.items(), 1):
            if number > 1:
                yield None
            yield Option(_prompt(number, choice, _NARROWEST), id=action, disabled=not choice.possible)


def _prompt(number: int, choice: Choice, width: int) -> Content:
    text = clean(choice.text, TEXT_LIMIT)
    label = f" {number if choice.possible else '–'}  {choice.action.value.capitalize()}"
    words = Content(text if choice.possible else f"Not possible. {text}")
    return Content("\n").join(hanging(Content.styled(label, "bold" if choice.possible else ""), words, width, _LABEL))
