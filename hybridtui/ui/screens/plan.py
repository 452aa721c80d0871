"""Plan: this week and the next three, and why they look like that."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.widgets import Static

from hybridtui.domain.balance import run_share
from hybridtui.domain.calendar import Week
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.domain.workout import Kind, Plan, PlannedWeek, Workout
from hybridtui.ui import look
from hybridtui.ui.app import TALL, WIDE
from hybridtui.ui.questions.about import goal_words
from hybridtui.ui.screens.place import Place
from hybridtui.ui.widgets.fitted import Fitted, hanging
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.plan_grid import PlanGrid
from hybridtui.ui.widgets.plan_week import Progress
from hybridtui.ui.widgets.share_bar import split
from hybridtui.ui.widgets.title_bar import TitleBar
from hybridtui.ui.widgets.workout_view import WorkoutView

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook

WEEKS = 4
"""This week and the next three."""

LEGEND = look.DOT.join((*map(look.signed, (Kind.RUN, Kind.STRENGTH, Kind.HYBRID)), "✓ done", "✗ missed"))


@dataclass(frozen=True, slots=True)
class Page:
    """What the screen shows."""

    plan: Plan | None
    done: frozenset[str]
    today: date

    @property
    def weeks(self) -> tuple[PlannedWeek, ...]:
        """The weeks shown."""
        if self.plan is None:
            return ()
        this = Week.of(self.today)
        return tuple(week for week in self.plan.weeks if this <= week.week < this.plus(WEEKS))


class PlanScreen(Place):
    """Weeks down, days across; the selected workout in full with its reasons."""

    CSS_PATH = "plan.tcss"
    AUTO_FOCUS = "PlanGrid"
    BINDINGS = [
        Binding("enter", "open", "Open Today", id="plan.open", tooltip="Start or resume today's workout"),
        Binding("g", "app.first_run", "Goal and days", id="plan.goal", tooltip="Change your answers, draft a new plan"),
        Binding("pagedown", "scroll(1)", "Scroll", show=False, id="plan.down-page", tooltip="Scroll the workout down"),
        Binding("pageup", "scroll(-1)", "Scroll up", show=False, id="plan.up-page", tooltip="Scroll the workout up"),
    ]

    page: var[Page | None] = var(None)
    """The plan and how far it is done."""

    grid = getters.query_one(PlanGrid)
    view = getters.query_one(WorkoutView)

    def __init__(self) -> None:
        super().__init__()
        self._aimed: dict[str, Workout] = {}

    def compose(self) -> ComposeResult:
        """Lay out weeks, notes and the workout."""
        yield TitleBar(mode="plan")
        with Vertical(id="weeks", classes="panel") as weeks:
            weeks.border_subtitle = LEGEND
            yield PlanGrid(compact=_squeezed(self.app.size))
            yield Fitted(id="bent")
        yield WorkoutView(classes="panel")
        yield Static(id="empty")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the workout with the cursor, in one repaint: a message would come a frame later."""
        self.watch(self.grid, "cursor", self._look, init=False)

    def on_screen_resume(self) -> None:
        """Read the plan anew whenever one comes here."""
        self._read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Offer Today only on a workout of today that is still to do."""
        if action == "open":
            workout = self.grid.workout if self.is_mounted and self.page else None
            return workout is not None and self.grid.state(workout) == "today"
        return True

    def action_open(self) -> None:
        """Go to Today, where the workout waits."""
        self.app.action_show("today")

    def action_scroll(self, pages: int) -> None:
        """Scroll the workout while the weeks keep the cursor."""
        self.view.scroll_relative(y=pages * max(1, self.view.size.height - 1), animate=False)

    @on(events.Resize)
    def _fit(self, event: events.Resize) -> None:
        """Squeeze the weeks where the workout below them needs the room."""
        self.grid.compact = _squeezed(event.size)

    @work(exclusive=True, group="read", name="read")
    async def _read(self) -> None:
        today = self.app.clock.now().date()
        try:
            plan = await self.app.book.ask(_current)
            done = await self.app.book.ask(lambda book: book.plans.done())
            self.page = page = Page(plan, done, today)
            await self._aim(page)
        except Problem as problem:
            self.app.refuse(problem)

    async def _aim(self, page: Page) -> None:
        """Fill in the targets that the log gives, of the workout under the cursor first."""
        due = {workout.id: workout for week in page.weeks for workout in week.workouts}
        while due:
            here = self.grid.workout
            workout = due.pop(here.id) if here is not None and here.id in due else due.pop(next(iter(due)))
            self._aimed[workout.id] = await self.app.book.ask(partial(_targeted, workout, page.plan))
            if workout == self.grid.workout:
                self._look()

    def watch_page(self, page: Page | None) -> None:
        """Show what was read."""
        if page is None:
            return
        self.query_one(TitleBar).show_day(page.today)
        self.set_class(not page.weeks, "-empty")
        if page.plan is None or not page.weeks:
            self.query_one("#empty", Static).update(_nothing(page.plan))
            return
        athlete = page.plan.athlete
        self.query_one(
            "#weeks"
        ).border_title = (
            f"{goal_words(athlete.goal)}, {split(athlete.balance)}, {athlete.level}, {athlete.days_used} days a week"
        )
        self.query_one("#bent", Fitted).show(lambda width: self._notes(page, width))
        self.grid.show(page.weeks, Progress(page.today, page.done))
        self._look()

    def _notes(self, page: Page, width: int) -> list[Content]:
        """Sum the weeks up where there is room, and say which rules were bent."""
        return ([] if self.grid.compact else [*_sum(page), Content()]) + _bent(page, width)

    def _look(self) -> None:
        """Show what is under the cursor."""
        if self.page is None or self.page.plan is None or self.grid.cursor is None:
            return
        self.refresh_bindings()
        workout, day = self.grid.workout, self.grid.cursor.day
        if workout is None:
            self.view.say(f"{day:%A} {day.day} {day:%B}", "Rest is part of the plan.")
        else:
            aimed = self._aimed.get(workout.id, workout)
            self.view.show(aimed, self.grid.state(workout), self.page.plan.athlete.distance_unit)


def _squeezed(size: Size) -> bool:
    """Return whether there is too little room for two lines a workout."""
    return size.height < TALL or size.width < WIDE


def _current(book: Logbook) -> Plan | None:
    """Return the plan with at least three weeks to come, if that many can be made and saved."""
    if not book.read_only:
        with suppress(Problem):
            return book.plans.extend_if_needed()
    return book.plans.current()


def _targeted(workout: Workout, plan: Plan | None, book: Logbook) -> Workout:
    return book.plans.targeted(workout, plan)


def _nothing(plan: Plan | None) -> Content:
    words = "There is no plan yet." if plan is None else "The plan has come to its end."
    return Content.assemble((words, "bold"), "\n\nPress ", ("g", "bold"), " to set goal and days and to draft one.")


def _sum(page: Page) -> list[Content]:
    """Say what the weeks amount to together: the balance is kept over four of them (R2)."""
    run, strength = sum(week.run_minutes for week in page.weeks), sum(week.strength_minutes for week in page.weeks)
    share = run_share(run, strength)
    if share is None or page.plan is None:
        return []
    return [
        Content.assemble(
            f"Together: {look.signed(Kind.RUN)} {run} min, {look.signed(Kind.STRENGTH)} {strength} min, ",
            (split(share), "bold"),
            f"; target {split(page.plan.athlete.balance)}",
        )
    ]


def _bent(page: Page, width: int) -> list[Content]:
    """Say which rules the plan had to bend, in the weeks shown."""
    if page.plan is None:
        return []
    numbers = {week.number for week in page.weeks}
    lines: list[Content] = []
    for relaxed in page.plan.relaxed:
        if not relaxed.weeks or numbers & set(relaxed.weeks):
            label = Content.styled(clean(relaxed.rule), "$text-warning")
            lines += hanging(label, Content(f"bent: {clean(relaxed.text, 400)}"), width, 6)
    return lines
