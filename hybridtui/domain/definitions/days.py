"""Days, adherence and body weight."""

from __future__ import annotations

from hybridtui.domain.figures import Definition

DEFINITIONS = (
    Definition(
        id="days.day",
        title="Day of the calendar",
        meaning="What the day was: run, strength, both, another sport or easy movement, planned rest that was kept, "
        "a day that no plan asked anything of, something missed, or something still to do. "
        "The bar beside the sign is how long it was.",
        formula="bar: up to 30, 60, 90 min, and longer; minutes of all sessions of the day",
        source="science.md 0; the steps of the bar are a product decision",
        unit="min",
        caveat="The day is the one on your wrist when a session began.",
    ),
    Definition(
        id="days.kept",
        title="Workouts kept",
        meaning="How many planned workouts were done, on their day or another of the week, in the app or not.",
        formula="planned workouts that a session counts for / planned workouts",
        source="science.md R41; how near is near is a product decision (3 days before to 2 after)",
        caveat="Where plans follow one another, the one adopted last counts for the week. Nothing here counts days "
        "in a row.",
    ),
    Definition(
        id="days.run",
        title="Run minutes against plan",
        meaning="Minutes run, of those planned for the week. More than planned is told as it is.",
        formula="run minutes of all sessions / planned run minutes",
        source="science.md 0",
        unit="min",
    ),
    Definition(
        id="days.strength",
        title="Strength minutes against plan",
        meaning="Minutes of strength, of those planned for the week. More than planned is told as it is.",
        formula="strength minutes of all sessions / planned strength minutes",
        source="science.md 0",
        unit="min",
    ),
    Definition(
        id="days.rest",
        title="Rest days kept",
        meaning="Planned rest days up to yesterday, and as many of them as there were days without run, strength or "
        "circuit.",
        formula="min(days of rest, planned rest days) / planned rest days",
        source="science.md 0, R3",
        caveat="Which day it was does not matter. Another sport or easy movement does not end a rest day.",
    ),
    Definition(
        id="weight.body",
        title="Body weight",
        meaning="What you logged; of several in a week or month the mean.",
        formula="mean of the weights logged in the period",
        source="science.md H.4: it is optional, and nothing is derived from it but loads on top of it (B.8)",
        unit="kg",
        caveat="A kilogram more or less from one day to the next is mostly water.",
    ),
)
"""Each number of the calendar."""
