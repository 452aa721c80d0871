"""Who the athlete is: units, goal and balance, level."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from hybridtui.domain.athlete import DEFAULT_BALANCE, Athlete, Goal, Level
from hybridtui.domain.balance import percents, split
from hybridtui.domain.units import DistanceUnit, WeightUnit
from hybridtui.domain.workout import Kind
from hybridtui.ui import look
from hybridtui.ui.questions.question import Question
from hybridtui.ui.widgets.choice import Choice, Way
from hybridtui.ui.widgets.dial import Dial
from hybridtui.ui.widgets.number_entry import NumberEntry
from hybridtui.ui.widgets.share_bar import share_bar

UNITS = (
    Way((WeightUnit.KG, DistanceUnit.KM), "kilograms and kilometres", "80 kg, 5:30 /km"),
    Way((WeightUnit.LB, DistanceUnit.MI), "pounds and miles", "175 lb, 8:50 /mi"),
    Way((WeightUnit.KG, DistanceUnit.MI), "kilograms and miles", "80 kg, 8:50 /mi"),
    Way((WeightUnit.LB, DistanceUnit.KM), "pounds and kilometres", "175 lb, 5:30 /km"),
)

GOALS = {
    Goal.GENERAL: ("all-round fitness", "some of both"),
    Goal.STRENGTH_FIRST: ("strength first", "lift more, keep running"),
    Goal.RUN_FIRST: ("running first", "run more, stay strong"),
    Goal.FIVE_K: ("a 5 km run", ""),
    Goal.TEN_K: ("a 10 km run", ""),
    Goal.HALF: ("a half marathon", ""),
    Goal.MARATHON: ("a marathon", ""),
    Goal.TIME_SAVER: ("little time", "short sessions that count"),
}

LEVELS = (
    Way(Level.BEGINNER, "beginner", "less than six months of regular training"),
    Way(Level.INTERMEDIATE, "intermediate", "six months to two years"),
    Way(Level.ADVANCED, "advanced", "more than two years"),
)

BEGINNING = (
    "Eight questions and a health check, then a plan to look at. enter keeps what is shown: "
    "enter all the way gives a newcomer a gentle plan.\n\n"
    "With an export of Strong, Hevy, Garmin, Strava or Apple Health, or files of a watch, press i: your history is "
    "read first, and the plan begins there."
)

BAR_WIDTH = 20
"""One cell for each step of the balance."""


def goal_words(goal: Goal) -> str:
    """Return how a goal is called on screen."""
    return GOALS[goal][0]


class UnitsQuestion(Question):
    """Kilograms or pounds, kilometres or miles."""

    name_ = "Units"
    asked = "Which units do you think in?"
    advice = "What you type or import keeps its own unit; this is how things are shown."

    def fields(self) -> ComposeResult:
        """Offer the pairs."""
        yield Choice(UNITS, (self._athlete.weight_unit, self._athlete.distance_unit), id="units")
        yield Static(BEGINNING, classes="told", markup=False)

    def tell(self, words: str) -> None:
        """Say something else of how to begin."""
        self.query_one(".told", Static).update(words)

    def answer(self, athlete: Athlete) -> Athlete:
        """Take the units over."""
        weight, distance = self.query_one("#units", Choice).value
        return replace(athlete, weight_unit=weight, distance_unit=distance)


class GoalQuestion(Question):
    """The goal, and with it the balance between running and strength."""

    name_ = "Goal and balance"
    asked = "What do you train for?"
    advice = "The goal suggests how to share your time; ← and → change the share."

    BINDINGS = [
        Binding("left", "shift(-5)", "More strength", key_display="←", id="goal.less", tooltip="Five percent less run"),
        Binding("right", "shift(5)", "More run", key_display="→", id="goal.more", tooltip="Five percent more running"),
    ]

    def fields(self) -> ComposeResult:
        """Offer the goals, the balance below."""
        ways = tuple(
            Way(goal, words, f"{split(DEFAULT_BALANCE[goal])}   {note}") for goal, (words, note) in GOALS.items()
        )
        yield Choice(ways, self._athlete.goal, id="goal")
        yield Static("Share of your training time", classes="heading", markup=False)
        yield Dial(range(10, 95, 5), percents(self._athlete.balance)[0], _balance, id="balance")

    def action_shift(self, by: int) -> None:
        """Move the balance while the list of goals has the focus."""
        dial = self.query_one("#balance", Dial)
        dial.set_value(dial.value + by)

    @on(Choice.Changed, "#goal")
    def _suggest(self) -> None:
        """Each goal brings its usual balance."""
        self.query_one("#balance", Dial).set_value(percents(DEFAULT_BALANCE[self.query_one("#goal", Choice).value])[0])

    def answer(self, athlete: Athlete) -> Athlete:
        """Take goal and balance over."""
        share = self.query_one("#balance", Dial).value
        return replace(athlete, goal=self.query_one("#goal", Choice).value, balance=share / 100)


class LevelQuestion(Question):
    """How long the athlete has trained, and how old they are if they say."""

    name_ = "Level"
    asked = "How long have you trained regularly?"
    advice = "It decides how hard the plan begins. If in doubt, take the lower one."

    def fields(self) -> ComposeResult:
        """Offer the levels, the age below."""
        yield Choice(LEVELS, self._athlete.level, id="level")
        yield NumberEntry("Age, if you like", "years; may stay empty", self._athlete.age, low=13, high=100, id="age")

    def answer(self, athlete: Athlete) -> Athlete:
        """Take level and age over."""
        age = self.query_one("#age", NumberEntry).number(required=False)
        return replace(athlete, level=self.query_one("#level", Choice).value, age=age)


def _balance(percent: int) -> Content:
    return Content.assemble(
        (f"{look.signed(Kind.RUN)} {percent} % ", f"bold ${look.RUN_COLOUR}"),
        share_bar(percent / 100, BAR_WIDTH),
        (f" {100 - percent} % {look.signed(Kind.STRENGTH)}", f"bold ${look.STRENGTH_COLOUR}"),
    )
