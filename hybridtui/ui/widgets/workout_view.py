"""One planned workout in full: what it is for, its steps, its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from hybridtui.domain.text import clean
from hybridtui.domain.units import DistanceUnit
from hybridtui.domain.workout import Step, StepKind, Why, Workout
from hybridtui.ui import look, words
from hybridtui.ui.widgets.fitted import hanging
from hybridtui.ui.widgets.text_pane import TextPane

BROAD = 60
"""From this width on a step takes one line."""

WIDEST_TITLE = 34

OF_THE_DAY = frozenset({"B.4", "hit", "miss"})
"""Reasons that follow from the log: told beside their step, not among the rules."""

SENTENCE = 400


class WorkoutView(TextPane):
    """A workout, or in words why there is none."""

    def show(self, workout: Workout, state: str, unit: DistanceUnit) -> None:
        """Show ``workout``; ``state`` says how far it is."""
        self.write(workout.title, lambda width: _lines(workout, state, unit, width))

    def say(self, title: str, *sentences: str) -> None:
        """Show words in the place of a workout."""
        self.write(title, lambda width: [line for text in sentences for line in Content(text).wrap(max(10, width))])


def _lines(workout: Workout, state: str, unit: DistanceUnit, width: int) -> Iterator[Content]:
    yield from _facts(workout, state).wrap(max(10, width))
    if workout.purpose:
        yield from Content.styled(clean(workout.purpose, SENTENCE), "$foreground-muted").wrap(max(10, width))
    yield Content()
    yield from _steps(workout.steps, unit, width)
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


def _amount(step: Step, unit: DistanceUnit) -> str:
    amount = words.amount(step, unit)
    return f"{amount}{look.DOT}{step.load}" if step.load is not None else amount


def _title(step: Step, cells: int) -> Content:
    quiet = step.kind in (StepKind.WARMUP, StepKind.COOLDOWN, StepKind.RECOVERY)
    title = Content.styled(clean(step.title), "$foreground-muted" if quiet else "bold")
    return title.truncate(max(0, cells), ellipsis=True, pad=True)


def _row(step: Step, unit: DistanceUnit, title: int, amount: int, width: int) -> Iterator[Content]:
    """Write a step on one line, in columns; what does not fit goes below."""
    manner = Content.styled(words.manner(step), "$foreground-muted")
    row = Content.assemble(_title(step, title), f"  {_amount(step, unit):<{amount}}  ")
    if row.cell_length + manner.cell_length <= width:
        yield row + manner
    else:
        yield row
        yield from hanging(Content(), manner, width, 2)


def _block(step: Step, unit: DistanceUnit, width: int) -> Iterator[Content]:
    """Write a step where there is little width: how it is done goes below."""
    amount = _amount(step, unit)
    yield Content.assemble(_title(step, width - len(amount) - 1), " ", amount)
    if manner := words.manner(step):
        yield from hanging(Content(), Content.styled(manner, "$foreground-muted"), width, 2)


def _steps(steps: Sequence[Step], unit: DistanceUnit, width: int) -> Iterator[Content]:
    """Write the steps; a sentence about the day's target is told once."""
    amount = max((len(_amount(step, unit)) for step in steps), default=0)
    title = min(WIDEST_TITLE, max((len(step.title) for step in steps), default=0))
    told: set[str] = set()
    for step in steps:
        yield from _row(step, unit, title, amount, width) if width >= BROAD else _block(step, unit, width)
        for why in step.why[:1]:
            if why.rule in OF_THE_DAY and why.text not in told:
                told.add(why.text)
                yield from hanging(Content(), Content.styled(clean(why.text, SENTENCE), "$foreground-muted"), width, 2)
