"""Plan: the weeks to the horizon or the race, why they look like that, and what may be changed."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import Static

from hybridtui.domain.dates import full_day
from hybridtui.domain.plan.explaining import why_step, why_week
from hybridtui.domain.problems import Problem
from hybridtui.domain.workout import Plan, Workout
from hybridtui.ui import moving, plan_page
from hybridtui.ui.plan_page import PlanPage
from hybridtui.ui.screens.plan_changes import ChangingPlace
from hybridtui.ui.screens.plan_keys import KEYS, State, offered
from hybridtui.ui.targets import AIMED_WEEKS, GLANCE_S, Targets
from hybridtui.ui.widgets.fitted import Fitted
from hybridtui.ui.widgets.key_bar import KeyBar
from hybridtui.ui.widgets.plan_grid import PlanGrid
from hybridtui.ui.widgets.plan_week import Cursor, Marks, Progress
from hybridtui.ui.widgets.title_bar import TitleBar
from hybridtui.ui.widgets.workout_view import WorkoutView

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook


class PlanScreen(ChangingPlace):
    """Weeks down, days across; the selected workout in full with its reasons."""

    CSS_PATH = "plan.tcss"
    AUTO_FOCUS = "PlanGrid"
    BINDINGS = KEYS

    page: var[PlanPage | None] = var(None)
    """The plan and how far it is done."""

    grid = getters.query_one(PlanGrid)
    view = getters.query_one(WorkoutView)

    def __init__(self) -> None:
        super().__init__()
        self._targets = Targets(self.app.book)

    def compose(self) -> ComposeResult:
        """Lay out weeks, notes and the workout."""
        yield TitleBar(mode="plan")
        with Vertical(id="weeks", classes="panel"):
            yield PlanGrid(compact=plan_page.is_tight(self.app.size))
            yield Fitted(id="bent")
        yield WorkoutView(classes="panel")
        yield Static(id="empty")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the workout with the cursor, in one repaint: a message would come a frame later."""
        self.watch(self.grid, "cursor", self._look, init=False)
        self.watch(self.view, "cursor", self.refresh_bindings, init=False)

    def on_screen_resume(self) -> None:
        """Read the plan anew whenever one comes here."""
        self._read(plan_page.followed)

    def read_again(self) -> None:
        """Show the plan as it is after a change."""
        self._read(plan_page.current)

    # keys

    @property
    def state(self) -> State:
        """All that decides which keys there are."""
        there = self.is_mounted and self.page is not None and bool(self.page.weeks)
        workout = self.grid.workout if there else None
        return State(
            plan=there,
            workout=workout,
            standing=self.grid.state(workout) if workout is not None else "",
            moving=self.moving is not None,
            landing=there and self.moving is not None and self.moving.lands(self.grid.cursor),
            steps=there and self.view.has_focus,
            offer=workout is not None and plan_page.has_offer(self.view.step, workout),
        )

    @property
    def plan(self) -> Plan | None:
        """The plan shown."""
        return self.page.plan if self.page is not None else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Offer only what does something now."""
        return offered(action, self.state)

    def action_open(self) -> None:
        """Go to Today, where the workout waits."""
        self.app.action_show("today")

    def action_scroll(self, pages: int) -> None:
        """Scroll the workout while the weeks keep the cursor."""
        self.view.scroll_relative(y=pages * max(1, self.view.size.height - 1), animate=False)

    def action_steps(self) -> None:
        """Go through the steps of the workout."""
        self.view.focus()

    def action_weeks(self) -> None:
        """Go back to the weeks."""
        self.grid.focus()

    def action_why(self) -> None:
        """Explain the step, the workout or the week that the cursor is on."""
        page, workout, step = self.page, self.state.workout, self.view.step
        if page is None or workout is None:
            self.action_why_week()
        else:
            self.explain(*((step.title, why_step(step)) if step else (workout.title, page.why(workout))))

    def action_why_week(self) -> None:
        """Explain the phase and the minutes of the week."""
        plan, week = self.plan, self.grid.week
        if plan is not None and week is not None:
            self.explain(plan_page.week_title(week), why_week(plan, week))

    def action_move(self) -> None:
        """Lift the workout: the days it may go to show what they would break."""
        if (workout := self.grid.workout) is not None:
            self.lift(workout)

    def action_put(self) -> None:
        """Put the lifted workout on the day under the cursor."""
        if self.moving is not None and self.grid.cursor is not None:
            self.put(self.moving, self.grid.cursor.day)

    def action_leave(self) -> None:
        """Leave the lifted workout where it is, and go back there."""
        if (left := self.moving) is not None:
            self.moving = None
            self.grid.go_to(left.workout.id)

    def action_take_offer(self) -> None:
        """Do the exercise that is offered for the step under the cursor."""
        if (workout := self.grid.workout) is not None and (step := self.view.step) is not None:
            self.exchange(workout, step)

    def action_missed(self) -> None:
        """Choose what becomes of a missed workout."""
        if (workout := self.grid.workout) is not None:
            self.make_up(workout)

    # showing

    @on(events.Resize)
    def _fit(self, event: events.Resize) -> None:
        """Squeeze the weeks where the workout below them needs the room."""
        self.grid.compact = plan_page.is_tight(event.size)

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _focus_moved(self) -> None:
        self.refresh_bindings()

    @work(exclusive=True, group="read", name="read")
    async def _read(self, question: Callable[[Logbook], Plan | None]) -> None:
        today = self.app.clock.now().date()
        try:
            plan = await self.app.book.ask(question)
            self.page = page = await self.app.book.ask(lambda book: plan_page.gathered(book, plan, today))
            await self._aim(page)
        except Problem as problem:
            self.app.refuse(problem)

    async def _aim(self, page: PlanPage) -> None:
        """Fill in the targets that the log gives, of the workout under the cursor first."""
        due = {workout.id: workout for week in page.coming[:AIMED_WEEKS] for workout in week.workouts}
        while due:
            here = self.grid.workout
            await self._take_aim(due.pop(here.id) if here is not None and here.id in due else due.pop(next(iter(due))))

    @work(exclusive=True, group="aim", name="read")
    async def _aim_later(self, workout: Workout) -> None:
        """Fill in the targets of a workout far ahead, once the cursor stays there."""
        await sleep(GLANCE_S)
        with suppress(Problem):
            await self._take_aim(workout)

    async def _take_aim(self, workout: Workout) -> None:
        if await self._targets.read(workout, self.plan) and workout == self.grid.workout:
            self._show_workout()

    def watch_page(self, page: PlanPage | None) -> None:
        """Show what was read."""
        if page is None:
            return
        self.query_one(TitleBar).show_day(page.today)
        self.set_class(not page.weeks, "-empty")
        if page.plan is None or not page.weeks:
            self.query_one("#empty", Static).update(plan_page.nothing(page.plan))
            self.refresh_bindings()
            return
        self.query_one("#weeks").border_title = plan_page.headline(page.plan.athlete, page.today)
        self.query_one("#bent", Fitted).show(lambda width: plan_page.notes(page, width, brief=self.grid.compact))
        self._name_signs()
        self.grid.show(page.weeks, Progress(page.today, page.done, page.close_ids))
        self._look()

    def watch_moving(self, lifted: moving.Moving | None) -> None:
        """Mark the days that the lifted workout may go to, and stand on the best; or put the marks away."""
        self._name_signs()
        self.grid.marks = lifted.marks if lifted else Marks()
        if lifted is not None:
            self.grid.focus()
            self.grid.cursor = Cursor(lifted.best)
        self._look()

    def _name_signs(self) -> None:
        """Say below the weeks what their signs mean."""
        if self.page is not None:
            self.query_one("#weeks").border_subtitle = moving.LEGEND if self.moving else self.page.legend

    def _look(self) -> None:
        """Show what is under the cursor."""
        self.refresh_bindings()
        self._show_workout()
        workout = self.grid.workout
        if workout is not None and self.moving is None and workout not in self._targets:
            self._aim_later(workout)

    def _show_workout(self) -> None:
        plan, page, workout = self.plan, self.page, self.grid.workout
        if plan is None or page is None or self.grid.cursor is None:
            return
        day = self.grid.cursor.day
        if (lifted := self.moving) is not None:
            self.view.tell(f"Move {lifted.workout.title}", partial(lifted.lines, day, self.grid.planned))
        elif workout is None:
            self.view.say(full_day(day), "Rest is part of the plan.")
        else:
            aimed, standing = self._targets.of(workout), self.grid.state(workout)
            self.view.show(aimed, standing, page.why(aimed), plan.athlete.distance_unit)
