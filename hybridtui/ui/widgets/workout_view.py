"""One planned workout in full: what it is for, its steps, its reasons."""

from __future__ import annotations

from collections.abc import Iterator

from textual.containers import VerticalScroll
from textual.content import Content

from hybridtui.domain.text import clean
from hybridtui.domain.units import DistanceUnit
from hybridtui.domain.workout import Step, StepKind, Why, Workout
from hybridtui.ui import look, words
from hybridtui.ui.widgets.fitted import Fitted, hanging

BROAD = 60
"""From this width on a step takes one line."""

OF_THE_DAY = frozenset({"B.4", "hit", "miss"})
"""Reasons that follow from the log: told beside their step, not among the rules."""

SENTENCE = 400


class WorkoutView(VerticalScroll, can_focus=True):
    """A workout, or in words why there is none."""

    DEFAULT_CSS = """
    WorkoutView { scrollbar-size-vertical: 1; }
    """

    def compose(self) -> Iterator[Fitted]:
        """One text, laid out for the width there is."""
        yield Fitted()

    def show(self, workout: Workout, state: str, unit: DistanceUnit) -> None:
        """Show ``workout``; ``state`` says how far it is."""
        self.border_title = Content(clean(workout.title))
        self.query_one(Fitted).show(lambda width: _lines(workout, state, unit, width))

    def say(self, title: str, *sentences: str) -> None:
        """Show words in the place of a workout."""
        self.border_title = Content(clean(title))
        self.query_one(Fitted).show(
            lambda width: [line for text in sentences for line in Content(text).wrap(max(10, width))]
        )


def _lines(workout: Workout, state: str, unit: DistanceUnit, width: int) -> Iterator[Content]:
    yield _facts(workout, state)
    if workout.purpose:
        yield from Content.styled(clean(workout.purpose, SENTENCE), "$foreground-muted").wrap(max(10, width))
    yield Content()
    for step in workout.steps:
        yield from _step(step, unit, width)
    reasons = tuple(dict.fromkeys((*workout.why, *(why for step in workout.steps for why in step.why))))
    rules = [why for why in reasons if why.rule not in OF_THE_DAY]
    if rules:
        yield Content()
        yield Content.styled("Why so", "bold")
        for why in rules:
            yield from reason(why, width)


def reason(why: Why, width: int) -> list[Content]:
    """Write a reason, its sentence beside the id of its rule."""
    return hanging(Content.styled(clean(why.rule), "$foreground-muted"), Content(clean(why.text, SENTENCE)), width, 6)


def _facts(workout: Workout, state: str) -> Content:
    when = {"today": "today", "done": f"done {look.DONE_SIGN}", "missed": f"missed {look.MISSED_SIGN}"}.get(state)
    day = f"{workout.day:%A} {workout.day.day} {workout.day:%B}"
    facts = look.DOT.join(part for part in (f"{workout.minutes} min", day, when) if part)
    return Content.assemble((look.signed(workout.kind), f"bold {look.colour(workout.kind)}"), look.DOT, facts)


def _step(step: Step, unit: DistanceUnit, width: int) -> Iterator[Content]:
    amount = words.amount(step, unit)
    if step.load is not None:
        amount = f"{amount} {words.TIMES} {step.load}"
    manner = words.manner(step)
    quiet = step.kind in (StepKind.WARMUP, StepKind.COOLDOWN, StepKind.RECOVERY)
    style = "$foreground-muted" if quiet else "bold"
    title = clean(step.title)
    if width >= BROAD:
        yield Content.assemble(
            (Content(title).truncate(27, ellipsis=True, pad=True).plain, style),
            f" {amount:<14} ",
            (manner, "$foreground-muted"),
        ).truncate(width, ellipsis=True)
    else:
        space = max(0, width - len(amount) - 1)
        yield Content.assemble((Content(title).truncate(space, ellipsis=True, pad=True).plain, style), " ", amount)
        if manner:
            yield from hanging(Content(), Content.styled(manner, "$foreground-muted"), width, 2)
    for why in step.why[:1]:
        if why.rule in OF_THE_DAY:
            yield from hanging(Content(), Content.styled(clean(why.text, SENTENCE), "$foreground-muted"), width, 2)
