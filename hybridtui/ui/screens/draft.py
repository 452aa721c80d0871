"""What if: other answers, and the plan that they would give, beside the one that is followed."""

from __future__ import annotations

from functools import partial

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.domain.workout import Plan
from hybridtui.ui.app import HybridApp
from hybridtui.ui.widgets.answers import Answers
from hybridtui.ui.widgets.draft_lines import LEGEND, Comparison, draft_lines
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.text_pane import TextPane
from hybridtui.ui.widgets.title_bar import TitleBar


class Consequence(TextPane, can_focus=False):
    """What the answers would make of the plan."""


class DraftScreen(ModalScreen[Plan | None]):
    """Every turn of an answer drafts anew, off the screen's thread; only the newest answers are drafted.

    Dismissed with the draft once it is adopted, with None if all stays as it was.
    """

    app = getters.app(HybridApp)
    CSS_PATH = "draft.tcss"
    AUTO_FOCUS = None
    BINDINGS = [
        Binding("a,enter", "adopt", "Adopt", key_display="a", id="draft.adopt", tooltip="Follow this plan from today"),
        Binding("escape", "leave", "Leave all as it is", key_display="esc", id="draft.leave", tooltip="Back to Plan"),
        Binding("pagedown", "scroll(1)", "Scroll", key_display="PgDn", id="draft.down", tooltip="Read on"),
        Binding("pageup", "scroll(-1)", "Scroll up", show=False, id="draft.up", tooltip="Read back"),
        Binding("question_mark,f1", "app.help", "Help", key_display="?", id="app.help", tooltip="The keys here"),
    ]

    plan: reactive[Plan | None] = reactive(None, bindings=True)
    """The draft of the answers as they are; None while it is made, and where none can be made."""

    answers = getters.query_one(Answers)
    pane = getters.query_one(Consequence)

    def __init__(self, athlete: Athlete, now: Plan | None, field: str = "") -> None:
        """Begin with the answers of ``athlete``, who follows the plan ``now``, at a ``field`` by its id."""
        super().__init__()
        self._now, self._field = now, field
        self._wanted = self._athlete = athlete
        self._drafting = False

    def compose(self) -> ComposeResult:
        """Lay out the answers, and what comes of them."""
        today = self.app.clock.now().date()
        yield TitleBar(place="What if", day=today)
        with Vertical(id="answers", classes="panel") as frame:
            frame.border_title = "Your answers"
            frame.border_subtitle = "← → changes, ↑ ↓ goes on"
            yield Answers(self._athlete, today)
        yield Consequence(classes="panel")
        yield KeyBar()

    def on_mount(self) -> None:
        """Draft at once: what these answers give today may differ from the plan made of them weeks ago."""
        self.pane.border_subtitle = LEGEND
        self.answers.go_to(self._field)
        self._draft_newest()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Offer adoption once there is a draft of these answers."""
        return action != "adopt" or self.plan is not None

    def action_adopt(self) -> None:
        """Leave with the draft."""
        if self.plan is not None:
            self.dismiss(self.plan)

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)

    def action_scroll(self, pages: int) -> None:
        """Scroll what comes of the answers, while the keys stay with them."""
        self.pane.scroll_relative(y=pages * max(1, self.pane.size.height - 1), animate=False)

    @on(Answers.Changed)
    def _answered(self, event: Answers.Changed) -> None:
        self._wanted = event.athlete
        self.plan = None
        if not self._drafting:
            self._draft_newest()

    @work(group="draft", name="read")
    async def _draft_newest(self) -> None:
        """Draft until the newest answers are drafted; what was asked for in between is left out."""
        self._drafting = True
        try:
            while True:
                asked = self._wanted
                drafted = await self._draft(asked)
                if asked is self._wanted:
                    break
        finally:
            self._drafting = False
        if isinstance(drafted, Plan):
            self._show(drafted)
        else:
            self.pane.write("No plan of these answers", partial(_refusal, str(drafted)))

    async def _draft(self, athlete: Athlete) -> Plan | Problem:
        try:
            return await self.app.book.ask(lambda book: book.plans.preview(athlete))
        except Problem as problem:
            return problem

    def _show(self, plan: Plan) -> None:
        self.plan = plan
        found = Comparison(self._now, plan, self.app.clock.now().date())
        self.pane.write("What would change", partial(draft_lines, found))


def _refusal(words: str, width: int) -> list[Content]:
    return Content.styled(clean(words, 400), "$text-error").wrap(max(10, width))
