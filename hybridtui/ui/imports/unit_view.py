"""The one question that files may leave open: whether they are in kilograms or pounds."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from hybridtui.domain.imports import UnitQuestion
from hybridtui.domain.text import clean
from hybridtui.domain.units import WeightUnit
from hybridtui.ui.look import count
from hybridtui.ui.widgets.choice import Choice, Way

ONE = "{file} does not say whether it is in kilograms or pounds. Your best {exercise} was"
SEVERAL = (
    "{file} and {more} do not say whether they are in kilograms or pounds. One answer goes for all: "
    "if they differ, import them one by one. "
    "Your best {exercise} was"
)


class UnitView(Vertical):
    """What the athlete's best would be in either unit: one of them is at once seen to be wrong."""

    def compose(self) -> ComposeResult:
        """Lay out the question and both answers."""
        yield Static(id="question")
        yield Choice((Way(WeightUnit.KG, ""), Way(WeightUnit.LB, "")), WeightUnit.KG)

    @property
    def unit(self) -> WeightUnit:
        """The unit chosen."""
        chosen: WeightUnit = self.query_one(Choice).value
        return chosen

    def ask(self, question: UnitQuestion, files: Sequence[str]) -> None:
        """Show what each answer would mean; the likelier one is proposed. ``files`` are those that ask."""
        first, *more = (clean(name.rsplit("/", 1)[-1]) for name in files)
        words = (SEVERAL if more else ONE).format(
            file=first, more=count(len(more), "more file"), exercise=clean(question.exercise)
        )
        self.query_one("#question", Static).update(Content(words))
        self.query_one(Choice).set_ways(
            (
                Way(WeightUnit.KG, str(question.in_kg), f"that is {question.in_kg.to(WeightUnit.LB)}"),
                Way(WeightUnit.LB, str(question.in_lb), f"that is {question.in_lb.to(WeightUnit.KG)}"),
            ),
            question.likely or WeightUnit.KG,
        )
