"""The answers that a plan hangs on most, all on one page, each turned by a key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message

from hybridtui.domain.athlete import DEFAULT_BALANCE, EQUIPMENT_PROFILES, Athlete, Goal, Race, StrengthGoal
from hybridtui.domain.balance import percents
from hybridtui.domain.units import DistanceUnit
from hybridtui.domain.workout import Kind
from hybridtui.ui import look
from hybridtui.ui.questions.about import goal_words
from hybridtui.ui.widgets.dial import Dial
from hybridtui.ui.widgets.field import DayDial, Field, Option, Picker
from hybridtui.ui.widgets.share_bar import share_bar
from hybridtui.ui.widgets.training_days import TrainingDays

BAR = 9
"""Cells of the bar that shows the balance."""

RACES = {5000.0: "5 km", 10000.0: "10 km", 21097.5: "half marathon", 42195.0: "marathon"}
"""Distances to choose from, by metres."""

GOAL_RACES = {Goal.FIVE_K: 5000.0, Goal.TEN_K: 10000.0, Goal.HALF: 21097.5, Goal.MARATHON: 42195.0}

FURTHEST, USUAL = 364, 12 * 7
"""Days ahead: the last day a race may be on, and where one is put at first."""

PLACES = {"none": "nothing: floor and wall", "travel": "on a journey", "home": "at home", "gym": "a gym"}

AIMS = {
    None: "what suits level and balance",
    StrengthGoal.STRENGTH: "strength",
    StrengthGoal.HYPERTROPHY: "muscle",
    StrengthGoal.ENDURANCE: "endurance",
    StrengthGoal.POWER: "power",
    StrengthGoal.FORM: "form",
}

QUALITY = ("none", "1 a week", "2 a week")


class Answers(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Goal, balance, days, minutes, equipment, kinds of training and the race of an athlete."""

    DEFAULT_CSS = """
    Answers { height: auto; scrollbar-size-vertical: 1; & TrainingDays { margin: 0; padding: 0 0 0 1; } }
    """

    @dataclass
    class Changed(Message):
        """An answer changed."""

        athlete: Athlete
        """With the answers as they are now."""

    def __init__(self, athlete: Athlete, today: date) -> None:
        """Begin with what ``athlete`` answers; a race that is past is none."""
        super().__init__()
        self._athlete, self._today = athlete, today
        race = athlete.race if athlete.race is not None and athlete.race.day >= today else None
        self._goal = Picker([Option(goal, goal_words(goal)) for goal in Goal], athlete.goal, id="goal")
        self._balance = Dial(range(10, 95, 5), percents(athlete.balance)[0], _balance, id="balance")
        self._days = TrainingDays(athlete.days, athlete.minutes, id="days")
        self._count = Dial(range(2, 7), athlete.days_used, _number, id="count")
        self._equipment = Picker(_places(athlete.equipment), athlete.equipment, id="equipment")
        quality = [Option(number, words) for number, words in enumerate(QUALITY)]
        self._quality = Picker(quality, athlete.quality_runs, id="quality")
        self._aim = Picker([Option(aim, words) for aim, words in AIMS.items()], athlete.strength_goal, id="aim")
        races, metres = _races(race, athlete.distance_unit), race.distance_m if race is not None else None
        self._race = Picker(races, metres, id="race")
        ahead = (race.day - today).days if race is not None else _to_sunday(today, USUAL)
        self._race_day = DayDial(range(FURTHEST + 1), ahead, self._day_words, id="race-day")

    def compose(self) -> ComposeResult:
        """Lay out one line an answer."""
        yield Field("Goal", self._goal)
        yield Field("Balance", self._balance)
        yield self._days
        yield Field("Days a week", self._count)
        yield Field("Equipment", self._equipment)
        yield Field("Faster runs", self._quality)
        yield Field("Strength for", self._aim)
        yield Field("Race", self._race)
        yield Field("Race day", self._race_day)

    @property
    def athlete(self) -> Athlete:
        """The athlete with the answers as they are now."""
        before, days, count, metres = self._athlete, self._days.days, self._count.value, self._race.answer
        same_days = days == before.days and count == before.days_used
        same_share = self._balance.value == percents(before.balance)[0]
        return replace(
            before,
            goal=self._goal.answer,
            balance=before.balance if same_share else self._balance.value / 100,
            days=days,
            days_per_week=before.days_per_week if same_days else max(2, min(count, len(days))),
            minutes=self._days.minutes,
            equipment=self._equipment.answer,
            quality_runs=self._quality.answer,
            strength_goal=self._aim.answer,
            race=None if metres is None else Race(metres, self._today + timedelta(days=self._race_day.value)),
        )

    def go_to(self, field: str) -> None:
        """Put the cursor on a field by its id; on the first one without an id."""
        self.query_one(f"#{field or 'goal'}").focus()

    @on(Dial.Changed, "#goal")
    def _suggest(self) -> None:
        """Each goal brings its usual balance, and a race goal its distance to a race that is set."""
        goal = self._goal.answer
        with self.prevent(Dial.Changed):
            self._balance.set_value(percents(DEFAULT_BALANCE[goal])[0])
            if self._race.answer is not None and goal in GOAL_RACES:
                self._race.choose(GOAL_RACES[goal])

    @on(Dial.Changed, "#race-day")
    def _race_of_goal(self) -> None:
        """To turn the day of a race that there is not yet asks for one: of the goal, on the day that was proposed."""
        if self._race.answer is None:
            with self.prevent(Dial.Changed):
                self._race.choose(GOAL_RACES.get(self._goal.answer, min(RACES)))
                self._race_day.set_value(_to_sunday(self._today, USUAL))

    @on(TrainingDays.Changed)
    def _recount(self) -> None:
        """Train on the days that are ticked, at most five of them unless six are asked for."""
        with self.prevent(Dial.Changed):
            self._count.set_value(min(5, len(self._days.days)))

    @on(Dial.Changed)
    @on(TrainingDays.Changed)
    def _tell(self) -> None:
        self._race_day.refresh()
        self.post_message(self.Changed(self.athlete))

    def _day_words(self, ahead: int) -> Content:
        if self._race.answer is None:
            return Content.styled("no race; to turn it asks for one", "$foreground-muted")
        day = self._today + timedelta(days=ahead)
        when = look.count(ahead, "day") if ahead < 14 else f"{ahead // 7} weeks"
        return Content.assemble((f"{day:%a} {day.day} {day:%B}", "bold"), (f", in {when}", "$foreground-muted"))


def _places(equipment: frozenset[str]) -> list[Option[frozenset[str]]]:
    """Offer the profiles, and first what the athlete has if that is none of them."""
    profiles = [Option(EQUIPMENT_PROFILES[name], words) for name, words in PLACES.items()]
    if all(option.value != equipment for option in profiles):
        profiles.insert(0, Option(equipment, f"your own choice of {look.count(len(equipment), 'thing')}"))
    return profiles


def _races(race: Race | None, unit: DistanceUnit) -> list[Option[float | None]]:
    """Offer no race, the usual distances, and the athlete's if that is none of them."""
    options: list[Option[float | None]] = [Option(None, "none")]
    options += (Option(metres, words) for metres, words in RACES.items())
    if race is not None and race.distance_m not in RACES:
        options.append(Option(race.distance_m, look.distance(race.distance_m, unit)))
    return options


def _to_sunday(today: date, days: int) -> int:
    """Return how many days ahead the Sunday lies that ends the week ``days`` from now."""
    return days + 6 - (today + timedelta(days=days)).weekday()


def _number(number: int) -> Content:
    return Content.styled(str(number), "bold")


def _balance(percent: int) -> Content:
    return Content.assemble(
        (f"{look.signed(Kind.RUN)} {percent} % ", f"bold ${look.RUN_COLOUR}"),
        share_bar(percent / 100, BAR),
        (f" {100 - percent} % {look.sign(Kind.STRENGTH)}", f"bold ${look.STRENGTH_COLOUR}"),
    )
