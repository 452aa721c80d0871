"""What the athlete did lately: the plan begins there, not above."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.content import Content

from hybridtui.domain.athlete import Athlete
from hybridtui.domain.problems import Problem
from hybridtui.domain.recent import most_in_one_run
from hybridtui.ui.look import count
from hybridtui.ui.questions.question import Question
from hybridtui.ui.widgets.dial import Dial
from hybridtui.ui.widgets.number_entry import NumberEntry


class RunningQuestion(Question):
    """Minutes of running a week, and the longest run."""

    name_ = "Running lately"
    asked = "How much have you run in the last four weeks?"
    advice = "A guess will do. With 0 you begin by walking and running in turns."

    def fields(self) -> ComposeResult:
        """Ask for both numbers."""
        athlete = self._athlete
        yield NumberEntry("Running, on average", "minutes a week", athlete.run_minutes, low=0, high=1200, id="weekly")
        yield NumberEntry(
            "Longest single run", "minutes; 0 if unsure", athlete.longest_run, low=0, high=300, id="longest"
        )

    def answer(self, athlete: Athlete) -> Athlete:
        """Take both numbers over.

        Raises:
            Problem: if one is no number, or the longest run is longer than four weeks of running.
        """
        weekly = self.query_one("#weekly", NumberEntry).number() or 0
        longest = self.query_one("#longest", NumberEntry).number() or 0
        if longest > most_in_one_run(weekly):
            raise Problem("The longest run cannot be longer than all running of four weeks: please check both numbers.")
        return replace(athlete, run_minutes=weekly, longest_run=longest)


class StrengthQuestion(Question):
    """Strength sessions a week."""

    name_ = "Strength lately"
    asked = "How often have you trained strength in the last four weeks?"
    advice = "← and → change the number. Bodyweight and machines count."

    def fields(self) -> ComposeResult:
        """Offer 0 to 7."""
        yield Dial(range(8), self._athlete.strength_sessions, _sessions, id="sessions")

    def answer(self, athlete: Athlete) -> Athlete:
        """Take the number over."""
        return replace(athlete, strength_sessions=self.query_one("#sessions", Dial).value)


def _sessions(number: int) -> Content:
    words = count(number, "session") if number else "no sessions"
    return Content.assemble((words, "bold"), " a week")
