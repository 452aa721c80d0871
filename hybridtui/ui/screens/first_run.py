"""The first run: eight questions, one health check, one plan. Also to be answered again later."""

from __future__ import annotations

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import ContentSwitcher, Input, Static

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.newcomer import newcomer
from hybridtui.domain.problems import Problem
from hybridtui.domain.recent import begun
from hybridtui.domain.workout import Plan
from hybridtui.ui.app import HybridApp
from hybridtui.ui.look import count
from hybridtui.ui.questions import BEGINNING, QUESTIONS, HealthQuestion, Question, UnitsQuestion
from hybridtui.ui.widgets.first_week import FirstWeek
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.title_bar import TitleBar

PAGES: tuple[type[Question], ...] = (*QUESTIONS, HealthQuestion)
DRAFT = len(PAGES)
"""The page after the last question."""

HISTORY_IS_IN = (
    "✓ Your history is in: {sessions}. The plan begins with what you did in the last four weeks.\n\n"
    "Eight questions and a health check, then a plan to look at; enter keeps what is shown. "
    "i reads more files."
)


class FirstRunScreen(ModalScreen[bool]):
    """Asks, drafts, adopts; dismissed with True once a plan is adopted, False if left.

    ``enter`` all the way through gives a plan made from the answers it began with:
    everybody's defaults for a newcomer, the athlete's own when asked again.
    """

    app = getters.app(HybridApp)
    CSS_PATH = "first_run.tcss"
    AUTO_FOCUS = None
    BINDINGS = [
        Binding("enter", "next", "Next", id="first-run.next", tooltip="Keep this answer and go on"),
        Binding("enter", "adopt", "Adopt", id="first-run.adopt", tooltip="Keep this plan and open Today"),
        Binding("escape", "back", "Back", id="first-run.back", tooltip="Back to the question before"),
        Binding("left", "back", "Back", show=False, id="first-run.left", tooltip="Back to the question before"),
        Binding("i", "import", "Import history first", id="first-run.import", tooltip="Read what you logged elsewhere"),
        Binding("u", "undo", "Undo", id="first-run.undo", tooltip="Take back the newest change, such as an import"),
        Binding("question_mark,f1", "app.help", "Help", key_display="?", id="app.help", tooltip="The keys here"),
    ]

    position: reactive[int] = reactive(-1, bindings=True)
    """Which page is shown, DRAFT being the plan itself; -1 before the first."""
    plan: reactive[Plan | None] = reactive(None, bindings=True)
    """The draft on the last page, once it is there."""

    frame = getters.query_one("#frame", Vertical)
    switcher = getters.query_one(ContentSwitcher)
    draft = getters.query_one(FirstWeek)

    def __init__(self, athlete: Athlete | None = None) -> None:
        """Ask a newcomer, or ``athlete`` again."""
        super().__init__()
        self._known = athlete
        self._answers: list[Athlete] = []
        """What was known before each page; the last one is the newest."""
        self._sessions = 0
        """How many the log holds, as far as a newcomer is told."""

    def compose(self) -> ComposeResult:
        """Lay out the frame; the questions come one by one."""
        yield TitleBar(place="Goal and days")
        with Vertical(id="frame"):
            yield Static(id="progress")
            with ContentSwitcher():
                yield FirstWeek(id="draft")
            yield Static(id="problem", markup=False)
        yield KeyBar()

    async def on_mount(self) -> None:
        """Begin with the first question."""
        self._answers = [self._known or newcomer(self.app.clock.now().date())]
        await self._show(0)
        if self._known is None:
            self._look_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Offer only what leads somewhere."""
        match action:
            case "import":
                return self.position == 0
            case "undo":
                return self.position == 0 and self._known is None and self._sessions > 0
            case "back":
                return self.position > 0 or self._known is not None
            case "next":
                return 0 <= self.position < DRAFT
            case "adopt":
                return self.plan is not None
        return True

    @on(Input.Submitted)
    async def _submitted(self) -> None:
        await self.action_next()

    async def action_next(self) -> None:
        """Keep the answer and go on."""
        page = self.switcher.query_one(f"#page-{self.position}", Question)
        try:
            answered = page.answer(self._answers[self.position])
        except Problem as problem:
            self._complain(str(problem))
            return
        self._answers[self.position + 1 :] = [answered]
        await self._show(self.position + 1)

    async def action_back(self) -> None:
        """Go back a page, its answer kept; before the first page leave."""
        if self.position == 0:
            self.dismiss(False)
        else:
            await self._show(self.position - 1)

    def action_adopt(self) -> None:
        """Keep the plan and leave for Today."""
        self._adopt()

    def action_import(self) -> None:
        """Read the athlete's history, so that the plan begins where they are."""
        self._import()

    async def _show(self, position: int) -> None:
        self._complain("")
        self.plan = None
        self.position = position
        self.query_one("#progress", Static).update(_progress(position))
        if position < DRAFT:
            page = await self._page(position)
            self.frame.border_title = page.name_
            self.switcher.current = page.id
            page.focus_first()
        else:
            self.frame.border_title = "Your plan"
            self.switcher.current = "draft"
            await self.draft.wait()
            self._draft(self._answers[-1])

    async def _page(self, position: int) -> Question:
        """Return the page, made when it is first reached, so that what was typed stays."""
        for page in self.switcher.query(f"#page-{position}").results(Question):
            return page
        page = PAGES[position](self._answers[position])
        await self.switcher.add_content(page, id=f"page-{position}")
        return page

    def _complain(self, words: str) -> None:
        problem = self.query_one("#problem", Static)
        problem.display = bool(words)
        problem.update(words)

    @work(exclusive=True, group="draft", name="read")
    async def _draft(self, athlete: Athlete) -> None:
        """Draft off the screen's thread and show the first week."""
        try:
            plan = await self.app.book.ask(lambda book: book.plans.draft(athlete))
        except Problem as problem:
            self._complain(f"{problem} Press escape to change your answers.")
            return
        if self.position == DRAFT:
            await self.draft.show(plan, replaces=self._known is not None)
            self.plan = plan

    @work(exclusive=True, group="adopt", name="do")
    async def _adopt(self) -> None:
        """Keep athlete and plan, then leave for Today."""
        if (plan := self.plan) is None:
            return
        self.plan = None
        try:
            await self.app.book.ask(lambda book: book.save_athlete(plan.athlete))
            await self.app.book.ask(lambda book: book.plans.adopt(plan))
        except Problem as problem:
            self.plan = plan
            self._complain(str(problem))
            return
        self.dismiss(True)
        self.app.action_show("today")

    def action_undo(self) -> None:
        """Take back the newest change: History, where it could be done too, opens only after the answers."""
        self._undo()

    @work(exclusive=True, group="pages")
    async def _import(self) -> None:
        """Import, then begin the later questions with what the log tells."""
        from hybridtui.ui.dialogs.import_files import ImportDialog

        report = await self.app.push_screen_wait(ImportDialog(behind=False))
        if report is not None and report.sessions:
            await self._begin_at_log()

    @work(exclusive=True, group="pages", name="do")
    async def _undo(self) -> None:
        """Take back the newest change, and begin with what is left."""
        from hybridtui.ui.history.log_changes import taken_back

        try:
            self.app.say(await self.app.book.ask(taken_back))
        except Problem as problem:
            self.app.refuse(problem)
        await self._begin_at_log()

    @work(exclusive=True, group="pages", name="read")
    async def _look_back(self) -> None:
        """Begin with a history that was imported before the app was closed, or the answers taken back."""
        await self._begin_at_log(anyway=False)

    async def _begin_at_log(self, *, anyway: bool = True) -> None:
        """Begin from what the log tells, if nothing is in it only ``anyway``; later questions are asked anew."""
        try:
            sessions, lately = await self.app.book.ask(lambda book: (book.history.count(), book.history.recent()))
        except Problem as problem:
            self._complain(str(problem))
            return
        if not self.is_running or self.position != 0 or not (sessions or anyway):
            return
        for page in self.switcher.query(Question):
            if not isinstance(page, UnitsQuestion):
                await page.remove()
        self._sessions = sessions
        self._answers = [begun(self._answers[0], lately)]
        words = HISTORY_IS_IN.format(sessions=count(sessions, "session")) if sessions else BEGINNING
        self.switcher.query_one(UnitsQuestion).tell(words)
        self.refresh_bindings()


def _progress(position: int) -> Content:
    """Draw how far one is."""
    asked = len(QUESTIONS)
    done = min(position + 1, asked)
    words = f"{done} of {asked}" if position < asked else "health check" if position < DRAFT else "look, then adopt"
    return Content.assemble(
        ("━━━━" * done, "$primary"), ("━━━━" * (asked - done), "$foreground 20%"), (f" {words}", "$foreground-muted")
    )
