"""How are you today? Ten seconds, and what it changes today, before anything is saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.cards import STOP
from hybridtui.domain.pain import STOP_FROM, worst_of
from hybridtui.domain.plan.adjusting import Adjusted, for_day
from hybridtui.domain.readiness import Instead, Readiness, Verdict, as_usual, band
from hybridtui.domain.text import clean
from hybridtui.domain.today import TodayPage
from hybridtui.domain.workout import Kind
from hybridtui.ui.app import TALL
from hybridtui.ui.check_in import COLOURS, HOURS, SIGNS, Answers
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.widgets.check_in_form import CheckInForm
from hybridtui.ui.widgets.key_bar import KeyBar


class CheckInDialog(ModalScreen[Readiness | None]):
    """Five digits, then ``enter``; at once ``enter`` if all is as usual. Sleep, illness and pain for who wants to.

    Begun with its first digit it takes four more, and the fifth saves.
    """

    DEFAULT_CSS = """
    CheckInDialog {
        & VerticalScroll { height: auto; max-height: 12; margin-top: 1; scrollbar-size-vertical: 1; }
        & #verdict { height: auto; }
    }
    CheckInDialog.-short VerticalScroll { max-height: 9; }
    CheckInDialog.-low VerticalScroll { max-height: 4; margin-top: 0; }
    """
    AUTO_FOCUS = "CheckInForm"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-short"), (TALL, "-tall")]
    BINDINGS = [
        Binding("enter", "save", "Save", key_display="⏎", id="check-in.save", tooltip="Save, and train as it says"),
        Binding("p", "keep", "As planned", id="check-in.keep", tooltip="Train as planned all the same"),
        Binding("r", "instead('rest')", "Rest", id="check-in.rest", tooltip="Rest today"),
        Binding("e", "instead('recovery')", "Easy recovery", id="check-in.recovery",
                tooltip="Something gentle in place of the plan"),
        Binding("i", "ill", "Ill", id="check-in.ill", tooltip="Say that you are ill, or well again"),
        Binding("pagedown", "scroll_verdict(1)", "Read on", show=False, id="check-in.on", tooltip="Scroll down"),
        Binding("pageup", "scroll_verdict(-1)", "Read back", show=False, id="check-in.up", tooltip="Scroll up"),
        Binding("escape", "leave", "Cancel", key_display="esc", id="check-in.leave", tooltip="Say nothing today"),
    ]  # fmt: skip

    form = getters.query_one(CheckInForm)

    def __init__(self, page: TodayPage, first: int | None = None) -> None:
        """Ask about the day of ``page``; ``first`` is the answer to the first question, if it was told already."""
        super().__init__()
        self._page = page
        self._answers = Answers.of(page.reading).with_pain(worst_of(page.pains, page.day))
        self._brief = first is not None
        """True while five digits are all that is told: then the fifth one saves."""
        if first is not None:
            self._answers = self._answers.begun_with(first)

    def compose(self) -> ComposeResult:
        """Lay out the questions, and below them what follows from the answers."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(f"{APP_NAME} · How are you today?")
            yield CheckInForm(self._answers)
            with VerticalScroll(can_focus=False):
                yield Static(id="verdict", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what was told before."""
        self._show()

    @property
    def reading(self) -> Readiness | None:
        """What was told, once the five questions are answered, or none of them: then all is as usual."""
        return self.form.answers.reading(self._page.day, as_usual(self._page.day, self._page.readings))

    @property
    def verdict(self) -> Verdict | None:
        """What it says of the day."""
        reading = self.reading
        return band(reading, self._page.readings) if reading is not None else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Offer to save what is whole, and to keep the plan where it would be changed."""
        if not self.is_mounted or action not in ("save", "keep", "instead"):
            return True
        if action == "keep":
            return any(each.changes for each in self._adjusted())
        return self.reading is not None

    def on_key(self, event: events.Key) -> None:
        """Take digits that come before the questions have the focus: the first one opened the dialog."""
        if self.focused is None and event.character is not None and self.form.took(event.character):
            event.stop()

    def action_save(self) -> None:
        """Close with the answers."""
        self.dismiss(self.reading)

    def action_keep(self) -> None:
        """Close with the answers, and the plan as it is."""
        if (reading := self.reading) is not None:
            self.dismiss(replace(reading, kept=True))

    def action_instead(self, what: str) -> None:
        """Close with the answers, and something else in place of the plan."""
        if (reading := self.reading) is not None:
            self.dismiss(replace(reading, instead=Instead(what)))

    def action_ill(self) -> None:
        """Say that you are ill, or not."""
        answers = self.form.answers
        self.form.answers = replace(answers, ill=not answers.ill)

    def action_scroll_verdict(self, by: int) -> None:
        """Scroll through what the answers lead to, where it is longer than its room."""
        self.query_one(VerticalScroll).scroll_relative(y=by * 4, animate=False)

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    @on(CheckInForm.Answered)
    def _answered(self, event: CheckInForm.Answered) -> None:
        before, self._answers = self._answers, event.answers
        self._brief = self._brief and event.answers.at == before.at + 1  # by digits, one after the other
        if self._brief and event.answers.at == HOURS:
            self.dismiss(event.answers.reading(self._page.day))
        else:
            self._show()

    def _show(self) -> None:
        self.query_one("#verdict", Static).update(Content("\n").join(self._lines()))
        self.refresh_bindings()

    def _adjusted(self) -> tuple[Adjusted, ...]:
        page, reading, verdict = self._page, self.reading, self.verdict
        if reading is None or verdict is None:
            return ()
        planned = [each.planned for each in page.adjusted] or page.workouts
        recovered = any(line.kind is Kind.RECOVERY for line in page.done)
        return for_day(planned, reading, verdict.band, page.athlete or Athlete(), recovered=recovered)

    def _lines(self) -> Iterator[Content]:
        answers, verdict = self.form.answers, self.verdict
        if verdict is None or answers.untold:
            yield Content.styled("1 to 5 for each, 5 the best. It only ever makes a day easier.", "$foreground-muted")
        if verdict is not None:
            name = f"{SIGNS[verdict.band]} {verdict.band}"
            usual = Content.assemble(("⏎", "bold"), " if all is as usual: ") if answers.untold else ""
            yield Content.assemble(usual, (name, f"bold {COLOURS[verdict.band]}"), f" · {verdict.total} of 25")
        hurts = answers.pain.isdigit() and int(answers.pain) >= STOP_FROM
        if answers.ill or hurts or any(pain.alarms for pain in self._page.pains):
            yield Content.styled(STOP.text, "$text-warning")
        if verdict is not None:
            yield from _today(self._adjusted())
            weightiest_first = reversed(verdict.why)
            yield from (Content.styled(clean(why.text, 600), "$foreground-muted") for why in weightiest_first)


def _today(adjusted: Sequence[Adjusted]) -> Iterator[Content]:
    """Yield what becomes of each workout of the day."""
    for each in adjusted:
        replaced = each.workout is None or each.workout.kind is not each.planned.kind or each.may_move
        if each.changes and not replaced:
            yield Content.styled(clean(each.planned.title), "bold")
        yield from (Content(clean(change, 600)) for change in each.changes)
        if each.may_move or each.planned.is_race:
            yield Content(clean(each.why[-1].text, 600))
    if adjusted and not any(each.changes for each in adjusted):
        yield Content("Today as planned.")
