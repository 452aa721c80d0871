"""A drafted plan in a few lines: its first week, and why it looks like that."""

from __future__ import annotations

from collections.abc import Iterator

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from hybridtui.domain.workout import Kind, Plan, PlannedWeek, Why, Workout
from hybridtui.ui import look
from hybridtui.ui.text import user_text
from hybridtui.ui.widgets.reasons import Reasons
from hybridtui.ui.widgets.share_bar import split

MOST_REASONS = 6


class FirstWeek(VerticalScroll):
    """The first week of a plan that holds a workout, with its reasons and what to press."""

    DEFAULT_CSS = """
    FirstWeek {
        height: 1fr;
        padding: 0 1;
        scrollbar-size-vertical: 1;
        & > Static { height: auto; margin-bottom: 1; }
        & > .heading { text-style: bold; }
        & > .why { margin-bottom: 0; }
        & > .workouts { text-wrap: nowrap; text-overflow: ellipsis; }
        & > Reasons { margin-bottom: 1; }
    }
    """

    async def wait(self) -> None:
        """Say that a plan is on its way."""
        await self.remove_children()
        await self.mount(Static("Drafting your plan …", classes="muted"))

    async def show(self, plan: Plan, *, replaces: bool) -> None:
        """Show ``plan``; ``replaces`` if it takes the place of another."""
        await self.remove_children()
        await self.mount_all([*_parts(plan), Static(_next_step(replaces))])


def _parts(plan: Plan) -> Iterator[Widget]:
    week = next((week for week in plan.weeks if week.workouts), None)
    if week is None:
        yield Static("There is no workout in this plan: press escape and give it more days or minutes.")
        return
    yield Static(_headline(plan, week), classes="heading", markup=False)
    yield Static(Content("\n").join(map(_workout, week.workouts)), classes="workouts")
    yield Static("Why so", classes="heading why", markup=False)
    bent = [Why(relaxed.rule, f"Bent: {relaxed.text}") for relaxed in plan.relaxed]
    yield Reasons([*reasons(week)[:MOST_REASONS], *bent])


def reasons(week: PlannedWeek) -> tuple[Why, ...]:
    """Return the reasons of a week's workouts, each once, in order."""
    return tuple(dict.fromkeys(why for workout in week.workouts for why in workout.why))


def _next_step(replaces: bool) -> Content:
    kept = " It replaces the plan from today on; what you have done stays." if replaces else ""
    return Content.assemble(("enter", "bold"), " adopts this plan and opens Today.", (kept, "$foreground-muted"))


def _headline(plan: Plan, week: PlannedWeek) -> str:
    name = "This week" if week is plan.weeks[0] else "Your first week"
    run, strength = look.signed(Kind.RUN), look.signed(Kind.STRENGTH)
    target = split(plan.athlete.balance)
    return f"{name}: {run} {week.run_minutes} min, {strength} {week.strength_minutes} min; target {target}"


def _workout(workout: Workout) -> Content:
    return Content.assemble(
        f"{workout.day:%a} {workout.day.day:>2} {workout.day:%b}  ",
        (f"{look.sign(workout.kind)} ", f"bold {look.colour(workout.kind)}"),
        user_text(workout.title).truncate(24, ellipsis=True, pad=True),
        f" {workout.minutes:>3} min  ",
        (workout.purpose, "$foreground-muted"),
    )
