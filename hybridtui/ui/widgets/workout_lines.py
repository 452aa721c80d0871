"""A planned workout written out: what it is for, its steps, its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from hybridtui.domain.cards import Card, When, cards_for
from hybridtui.domain.dates import full_day, short_day
from hybridtui.domain.rule_names import rule_name
from hybridtui.domain.text import clean
from hybridtui.domain.units import DistanceUnit
from hybridtui.domain.workout import Step, StepKind, Why, Workout
from hybridtui.ui import look, words
from hybridtui.ui.widgets.fitted import hanging
from hybridtui.ui.widgets.reasons import SENTENCE, sentence

BROAD = 60
"""From this width on a step takes one line."""

WIDEST_TITLE = 34

LABEL = 6
"""Cells for the id of a rule."""

OF_THE_DAY = frozenset({"B.4", "hit", "miss"})
"""Reasons that follow from the log: told beside their step, not among the rules."""


@dataclass(frozen=True, slots=True)
class Written:
    """The lines of a workout, and which of them are each step's."""

    lines: tuple[Content, ...]
    steps: tuple[range, ...]

    def selecting(self, step: int | None) -> tuple[Content, ...]:
        """Return the lines with one step under the cursor."""
        here = self.steps[step] if step is not None and step < len(self.steps) else ()
        return tuple(
            line.stylize("$foreground on $primary 30%") if n in here else line for n, line in enumerate(self.lines)
        )


def written(workout: Workout, state: str, reasons: Sequence[Why], unit: DistanceUnit, width: int) -> Written:
    """Write a workout in lines of ``width`` cells; ``state`` says how far it is."""
    lines = list(_facts(workout, state).wrap(max(10, width)))
    if workout.purpose:
        lines += Content.styled(clean(workout.purpose, SENTENCE), "$foreground-muted").wrap(max(10, width))
    lines.append(Content())
    steps: list[range] = []
    for block in _steps(workout.steps, unit, width):
        steps.append(range(len(lines), len(lines) + len(block)))
        lines += block
    rules = [why for why in reasons if why.rule not in OF_THE_DAY]
    if rules:
        lines += [Content(), Content.styled("Why so", "bold")]
        lines += (line for why in rules for line in reason(why, width))
    cards = cards_for(workout)
    if cards:
        lines += [Content(), Content.styled("Good to know", "bold")]
        lines += (line for card in cards for line in _card(card, width))
    return Written(tuple(lines), tuple(steps))


def reason(why: Why, width: int) -> list[Content]:
    """Write a reason, its sentence beside the id of its rule; where it is narrow, below the rule's name."""
    label = Content.styled(clean(why.rule), "$foreground-muted")
    name = rule_name(why.rule)
    if width >= BROAD or not name:
        return hanging(label, sentence(why), width, LABEL)
    text = Content(clean(why.text, SENTENCE))
    return [
        *hanging(label, Content.styled(name, "$foreground-muted"), width, LABEL),
        *hanging(Content(), text, width, LABEL),
    ]


def _card(card: Card, width: int) -> list[Content]:
    """Write an information card: when it is of use, and what it says."""
    about = f"{card.title}, {card.when}: " if card.when is not When.ANY_TIME else f"{card.title}: "
    text = Content.assemble((about, "$foreground-muted"), clean(card.text, SENTENCE))
    return hanging(Content.styled(card.rule, "$foreground-muted"), text, width, LABEL)


def _facts(workout: Workout, state: str) -> Content:
    when = {"today": "today", "done": f"done {look.DONE_SIGN}", "missed": f"missed {look.MISSED_SIGN}"}.get(state)
    day = full_day(workout.day)
    came = workout.moved_from
    moved = f"moved from {short_day(came)}" if came is not None and came != workout.day else ""
    facts = look.DOT.join(part for part in (f"{workout.minutes} min", day, when, moved) if part)
    kind = f"{look.RACE_SIGN} {look.RACE_WORD}" if workout.is_race else look.signed(workout.kind)
    return Content.assemble((kind, f"bold {look.colour(workout.kind)}"), look.DOT, facts)


def _amount(step: Step, unit: DistanceUnit) -> str:
    amount = words.amount(step, unit)
    return f"{amount}{look.DOT}{step.load}" if step.load is not None else amount


def _title(step: Step, cells: int) -> Content:
    quiet = step.kind in (StepKind.WARMUP, StepKind.COOLDOWN, StepKind.RECOVERY)
    title = Content.styled(clean(step.title), "$foreground-muted" if quiet else "bold")
    return title.truncate(max(0, cells), ellipsis=True, pad=True)


def _row(step: Step, unit: DistanceUnit, title: int, amount: int, width: int) -> Iterator[Content]:
    """Write a step on one line, in columns; what does not fit goes below."""
    manner = Content.styled(words.manner(step, unit), "$foreground-muted")
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
    if manner := words.manner(step, unit):
        yield from hanging(Content(), Content.styled(manner, "$foreground-muted"), width, 2)


def _steps(steps: Sequence[Step], unit: DistanceUnit, width: int) -> Iterator[list[Content]]:
    """Write the steps; a sentence about the day's target is told once."""
    amount = max((len(_amount(step, unit)) for step in steps), default=0)
    title = min(WIDEST_TITLE, max((len(step.title) for step in steps), default=0))
    told: set[str] = set()
    for step in steps:
        lines = list(_row(step, unit, title, amount, width) if width >= BROAD else _block(step, unit, width))
        for why in step.why[:1]:
            if why.rule in OF_THE_DAY and why.text not in told:
                told.add(why.text)
                lines += hanging(Content(), Content.styled(clean(why.text, SENTENCE), "$foreground-muted"), width, 2)
        yield lines
