"""What there is to train with: days, minutes, equipment."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from hybridtui.domain.athlete import EQUIPMENT, EQUIPMENT_PROFILES, Athlete, Level
from hybridtui.domain.problems import Problem
from hybridtui.ui.questions.question import Question
from hybridtui.ui.widgets.choice import Choice, Way
from hybridtui.ui.widgets.dial import Dial
from hybridtui.ui.widgets.number_entry import NumberEntry
from hybridtui.ui.widgets.plates_line import PlatesLine
from hybridtui.ui.widgets.toggles import Toggles
from hybridtui.ui.widgets.training_days import LONGEST, SHORTEST, TrainingDays

ITEMS = {
    "band": "resistance band",
    "mini_band": "mini band",
    "pullup_bar": "pull-up bar",
    "low_bar": "low bar",
    "dip_bars": "dip bars",
    "suspension": "suspension trainer",
    "cable": "cable station",
    "machine": "machines",
    "ab_wheel": "ab wheel",
    "medicine_ball": "medicine ball",
    "rope": "skipping rope",
    "anchor": "door anchor",
    "partner": "a partner",
    "hill": "a hill nearby",
    "bike": "bicycle",
    "pool": "pool",
}
"""Words where the id alone does not say it."""


def item_words(item: str) -> str:
    """Return how a piece of equipment is called on screen."""
    return ITEMS.get(item, item)


PROFILES = (
    Way("none", "no equipment", "floor and wall"),
    Way("home", "at home", "bands, dumbbells, a chair, a table, a step"),
    Way("gym", "a gym", "barbells, racks, machines and the rest"),
)


class DaysQuestion(Question):
    """Which days, how many of them, and how long."""

    name_ = "Days"
    asked = "When can you train?"
    advice = "space: training or rest. + and −: the minutes of that day."

    def fields(self) -> ComposeResult:
        """Show the week, then the numbers."""
        lengths = {self._athlete.minutes[day] for day in self._athlete.days}
        same = lengths.pop() if len(lengths) == 1 else None
        yield TrainingDays(self._athlete.days, self._athlete.minutes, id="days")
        yield NumberEntry("Minutes a day", "on every training day", same, low=SHORTEST, high=LONGEST, id="minutes")
        yield Dial(range(2, 7), self._athlete.days_used, _days_a_week, id="count")
        yield Static("", id="told", classes="told", markup=False)

    def on_mount(self) -> None:
        """Say what the days amount to."""
        self._tell()

    @on(TrainingDays.Changed)
    def _count(self) -> None:
        days = self.query_one(TrainingDays)
        self.query_one("#count", Dial).set_value(min(5, len(days.days)))
        lengths = {days.minutes[day] for day in days.days}
        entry = self.query_one("#minutes", NumberEntry).input
        with self.prevent(Input.Changed):
            entry.value = str(lengths.pop()) if len(lengths) == 1 else ""
        self._tell()

    @on(Input.Changed, "#minutes Input")
    def _spread(self, event: Input.Changed) -> None:
        """Give all days the minutes typed, as soon as they can be meant."""
        if event.value.isascii() and event.value.isdecimal() and SHORTEST <= int(event.value) <= LONGEST:
            self.query_one(TrainingDays).set_all(int(event.value))

    @on(Dial.Changed)
    def _tell(self) -> None:
        """Say what the numbers mean."""
        ticked, used = len(self.query_one(TrainingDays).days), self.query_one("#count", Dial).value
        if ticked < 2:
            words = "Tick at least two days: the plan needs one for running and one for strength."
        elif used > ticked:
            words = f"Only {ticked} days are ticked: the plan will use those."
        elif used == ticked:
            words = f"The plan trains on these {used} days and rests on the other {7 - used}."
        else:
            words = f"The plan picks {used} of these {ticked} days and rests on the other {7 - used}."
        self.query_one("#told", Static).update(words)

    def answer(self, athlete: Athlete) -> Athlete:
        """Take days and minutes over.

        Raises:
            Problem: if there are too few days, or too few of them for rest.
        """
        week = self.query_one(TrainingDays)
        self.query_one("#minutes", NumberEntry).number(required=False)
        wanted = min(self.query_one("#count", Dial).value, len(week.days))
        if len(week.days) < 2:
            raise Problem("Tick at least two days: one for running and one for strength.")
        if wanted == 6 and athlete.level is Level.BEGINNER:
            raise Problem(
                "Six days are for trained athletes: as a beginner choose five or fewer, to rest twice a week."
            )
        return replace(athlete, days=week.days, days_per_week=wanted, minutes=week.minutes)


class EquipmentQuestion(Question):
    """What is at hand: a profile, then single items."""

    name_ = "Equipment"
    asked = "What can you train with?"
    advice = "Choose where you train; below, space adds or takes away single things."
    DEFAULT_CSS = """
    EquipmentQuestion #bar { height: auto; padding: 0 1; }
    """

    def fields(self) -> ComposeResult:
        """Offer the profiles, the items below."""
        yield Choice(PROFILES, _profile(self._athlete.equipment), id="profile")
        yield Toggles([(item, item_words(item)) for item in EQUIPMENT], self._athlete.equipment, columns=3, id="items")
        with Vertical(id="bar") as bar:
            bar.display = "barbell" in self._athlete.equipment
            yield Static("Your own bar and pairs of plates, if you like", classes="heading", markup=False)
            yield PlatesLine(self._athlete)

    @on(Choice.Changed, "#profile")
    def _fill(self) -> None:
        self.query_one("#items", Toggles).chosen = EQUIPMENT_PROFILES[self.query_one("#profile", Choice).value]
        self._show_bar()

    @on(Toggles.Changed, "#items")
    def _show_bar(self) -> None:
        """Ask for bar and plates only where there is a barbell."""
        self.query_one("#bar").display = "barbell" in self.query_one("#items", Toggles).chosen

    def answer(self, athlete: Athlete) -> Athlete:
        """Take equipment, bar and plates over.

        Raises:
            Problem: if bar and plates cannot be read.
        """
        chosen = self.query_one("#items", Toggles).chosen
        if "barbell" not in chosen:
            return replace(athlete, equipment=chosen)
        bar, plates = self.query_one(PlatesLine).read()
        return replace(athlete, equipment=chosen, bar=bar, plates=plates)


def _profile(equipment: frozenset[str]) -> str:
    """Name the profile nearest to ``equipment``."""
    return min(EQUIPMENT_PROFILES, key=lambda name: len(EQUIPMENT_PROFILES[name] ^ equipment))


def _days_a_week(days: int) -> Content:
    return Content.assemble((str(days), "bold"), " training days a week")
