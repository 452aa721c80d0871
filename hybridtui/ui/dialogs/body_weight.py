"""The body weight of a day: one line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import ScreenResume
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from hybridtui.domain.body_weight import BodyWeight, typed
from hybridtui.domain.dates import dated
from hybridtui.domain.problems import Problem
from hybridtui.domain.text import clean
from hybridtui.domain.units import Load, WeightUnit
from hybridtui.ui.look import APP_NAME
from hybridtui.ui.widgets.clean_input import CleanInput
from hybridtui.ui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from hybridtui.logbook import Logbook
    from hybridtui.ui.app import HybridApp

ABOUT = "Estimates of pull-ups and dips with a weight use it, and the calendar draws it. Nothing else does."
LIMIT = 12

EXAMPLES = {WeightUnit.KG: "74.2 or 163lb", WeightUnit.LB: "163 or 74.2kg"}
"""How a weight is typed, by the athlete's unit."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What was said of a day; None: its weight is taken out again."""

    day: date
    weight: Load | None


class BodyWeightDialog(ModalScreen[Weighed | None]):
    """Shows the newest weight to be typed over; None: left as it was."""

    BINDINGS = [
        Binding("enter", "keep", "Keep", key_display="⏎", priority=True, id="weight.keep", tooltip="Keep the weight"),
        Binding("escape", "leave", "Leave", key_display="esc", id="weight.leave", tooltip="Leave it as it was"),
    ]
    DEFAULT_CSS = """
    BodyWeightDialog {
        & #weight { width: 1fr; background: $boost; margin-top: 1; }
        & #wrong { height: auto; min-height: 1; color: $text-error; }
    }
    """
    AUTO_FOCUS = "#weight"

    line = getters.query_one("#weight", CleanInput)

    def __init__(self, day: date, unit: WeightUnit, newest: BodyWeight | None) -> None:
        """Ask for the weight of ``day``; ``newest`` is the one known by then."""
        super().__init__()
        self._day, self._unit, self._newest = day, unit, newest

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        with Vertical(classes="dialog") as box:
            box.border_title = f"{APP_NAME} · Body weight"
            yield Static(f"{self._day:%A} {self._day.day} {self._day:%B %Y}", classes="question", markup=False)
            yield Static(f"{ABOUT}{self._known}", classes="about", markup=False)
            yield CleanInput(self._shown, limit=LIMIT, placeholder=EXAMPLES[self._unit], id="weight")
            yield Static(id="wrong", markup=False)
        yield KeyBar()

    @property
    def _shown(self) -> str:
        if self._newest is None:
            return ""
        return str(self._newest.weight) if self._own else str(self._newest.weight.to(self._unit))

    @property
    def _own(self) -> bool:
        """True if the newest weight is this day's."""
        return self._newest is not None and self._newest.day == self._day

    @property
    def _known(self) -> str:
        if self._newest is None:
            return ""
        if self._own:
            return " Emptied, the day has none again."
        last = self._newest
        return f" Last: {last.weight} on {last.day:%a} {dated(last.day)}."

    def action_keep(self) -> None:
        """Close with the weight; what is refused is said and the line stays."""
        if not clean(self.line.value) and self._own:
            self.dismiss(Weighed(self._day, None))
            return
        try:
            self.dismiss(Weighed(self._day, typed(self.line.value, self._unit)))
        except Problem as problem:
            self.query_one("#wrong", Static).update(clean(str(problem), 300))

    def action_leave(self) -> None:
        """Close without a change."""
        self.dismiss(None)

    @on(Input.Changed)
    def _changed(self) -> None:
        self.query_one("#wrong", Static).update("")


def keep_weight(book: Logbook, weighed: Weighed) -> str:
    """Keep the weight of a day, or take it out; return what to tell of it."""
    if weighed.weight is None:
        book.weights.drop(weighed.day)
        return "The body weight is taken out. u brings it back"
    book.weights.log(weighed.day, weighed.weight)
    return f"Body weight {weighed.weight} kept. u takes it back"


async def weigh(app: HybridApp) -> None:
    """Ask for today's weight, from any screen.

    Raises:
        Problem: if it could not be read or kept.
    """
    day = app.clock.now().date()
    athlete, newest = await app.book.ask(lambda book: (book.athlete(), book.weights.on(day)))
    unit = athlete.weight_unit if athlete is not None else WeightUnit.KG
    weighed = await app.push_screen_wait(BodyWeightDialog(day, unit, newest))
    if weighed is not None:
        app.say(await app.book.ask(lambda book: keep_weight(book, weighed)))
        app.screen.post_message(ScreenResume())  # it read the log before the weight was in it
