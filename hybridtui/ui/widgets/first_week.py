"""A drafted plan in a few lines: its first week, and why it looks like that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from hybridtui.domain.balance import split
from hybridtui.domain.text import clean
from hybridtui.domain.workout import Kind, Plan, PlannedWeek, Why, Workout
from hybridtui.ui import look
from hybridtui.ui.widgets.fitted import Fitted, Layout
from hybridtui.ui.widgets.reasons import Reasons

MOST_REASONS = 5
WIDEST_TITLE = 28


class FirstWeek(Vertical):
    """The first week of a plan, with its reasons and what to press.

    A plan that begins within a week shows the first whole week too: the rest of a week
    says little about what is to come.
    """

    DEFAULT_CSS = """
    FirstWeek {
        height: 1fr;
        padding: 0 1;
        & > VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
        & Static { height: auto; }
        & .workouts { margin-bottom: 1; }
        & Reasons { margin-right: 1; }
        & .heading { text-style: bold; }
        & > .next { margin-top: 1; }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out the week, and below it what to press."""
        yield VerticalScroll(can_focus=True)
        yield Static(classes="next")

    async def wait(self) -> None:
        """Say that a plan is on its way."""
        self.query_one(".next", Static).update("")
        await self._fill([Static("Drafting your plan …", classes="muted")])

    async def show(self, plan: Plan, *, replaces: bool) -> None:
        """Show ``plan``; ``replaces`` if it takes the place of another."""
        await self._fill(list(_parts(plan)))
        self.query_one(".next", Static).update(_next_step(replaces))
        self.query_one(VerticalScroll).focus()

    async def _fill(self, parts: Sequence[Widget]) -> None:
        scroll = self.query_one(VerticalScroll)
        await scroll.remove_children()
        await scroll.mount_all(parts)


def _parts(plan: Plan) -> Iterator[Widget]:
    weeks = _telling(plan)
    if not weeks:
        yield Static("There is no workout in this plan: press escape and give it more days or minutes.")
        return
    title = min(WIDEST_TITLE, max(len(_title(workout)) for week in weeks for workout in week.workouts))
    for week in weeks:
        yield Static(_headline(plan, week), classes="heading", markup=False)
        yield Fitted(_workouts(week.workouts, title)).add_class("workouts")
    yield Static("Why so", classes="heading", markup=False)
    bent = [Why(relaxed.rule, f"Bent: {relaxed.text}") for relaxed in plan.relaxed]
    yield Reasons([*_reasons(weeks)[:MOST_REASONS], *bent])


def _telling(plan: Plan) -> tuple[PlannedWeek, ...]:
    """Return the first week, and the first whole one if that is another."""
    whole = 0 if plan.start.weekday() == 0 else 1
    return tuple(week for week in plan.weeks[: whole + 1] if week.workouts)


def _reasons(weeks: Sequence[PlannedWeek]) -> tuple[Why, ...]:
    """Return the reasons of the weeks' workouts, each once, in order."""
    return tuple(dict.fromkeys(why for week in weeks for workout in week.workouts for why in workout.why))


def _next_step(replaces: bool) -> Content:
    kept = " It replaces the plan from today on; what you have done stays." if replaces else ""
    return Content.assemble(("enter", "bold"), " adopts this plan and opens Today.", (kept, "$foreground-muted"))


def _headline(plan: Plan, week: PlannedWeek) -> str:
    name = "This week" if week is plan.weeks[0] else "Next week"
    run, strength = look.signed(Kind.RUN), look.signed(Kind.STRENGTH)
    target = split(plan.athlete.balance)
    return f"{name}: {run} {week.run_minutes} min, {strength} {week.strength_minutes} min; target {target}"


def _workouts(workouts: Sequence[Workout], title: int) -> Layout:
    """Return a line for each workout; what they are for only where there is room for all of it."""

    def laid_out(width: int) -> list[Content]:
        lines = [_workout(workout, title) for workout in workouts]
        purposes = [clean(workout.purpose, 200) for workout in workouts]
        fits = all(line.cell_length + len(purpose) <= width for line, purpose in zip(lines, purposes, strict=True))
        if not fits:
            return lines
        return [line.append_text(purpose, "$foreground-muted") for line, purpose in zip(lines, purposes, strict=True)]

    return laid_out


def _workout(workout: Workout, title: int) -> Content:
    return Content.assemble(
        f"{workout.day:%a} {workout.day.day:>2} {workout.day:%b}  ",
        (f"{look.sign(workout.kind)} ", f"bold {look.colour(workout.kind)}"),
        Content(clean(_title(workout))).truncate(title, ellipsis=True, pad=True),
        f"  {workout.minutes:>3} min  ",
    )


def _title(workout: Workout) -> str:
    """Return its title without the minutes that stand behind it."""
    return workout.title.removesuffix(f" {workout.minutes} min")
