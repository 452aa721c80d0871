"""Load: what was trained, weighed by how hard it was."""

from __future__ import annotations

from hybridtui.domain.figures import Definition

_SRPE = "session-RPE (AU)"
_SPLIT = "A session of both sports is split by its minutes. Without a rating the usual effort of its kind stands in: ~."

DEFINITIONS = (
    Definition(
        id="load.run",
        title=f"Run load, {_SRPE}",
        meaning=f"How hard the sessions with running were, times how long they took. {_SPLIT}",
        formula="sum of effort (0-10) × run minutes",
        source="science.md D.1 (Foster)",
        unit="AU",
        caveat="An hour that felt harder counts more, whatever the pace was.",
    ),
    Definition(
        id="load.strength",
        title=f"Strength load, {_SRPE}",
        meaning=f"How hard the strength sessions were, times how long they took, rests included. {_SPLIT}",
        formula="sum of effort (0-10) × strength minutes",
        source="science.md D.1 (Foster; Day 2004 for lifting)",
        unit="AU",
        caveat="It is not the weight lifted: tonnage and hard sets stand on the tab of strength.",
    ),
    Definition(
        id="load.other",
        title=f"Load of other sports, {_SRPE}",
        meaning="Effort times minutes of other sports and of recovery; neither running nor strength.",
        formula="sum of effort (0-10) × minutes",
        source="science.md D.1",
        unit="AU",
    ),
    Definition(
        id="load.together",
        title=f"Load together, {_SRPE}",
        meaning="The load of both sports and all others in one unit. The same workout from two sources counts once.",
        formula="run load + strength load + load of other sports",
        source="science.md D.1, D.5",
        unit="AU",
        caveat="Loads by heart rate or pace are never added to it: they are another unit.",
    ),
    Definition(
        id="load.share",
        title="Run share of the load",
        meaning="How much of the load of running and strength was running, beside the share of the minutes.",
        formula="run load / (run + strength load)",
        source="science.md D.5",
        unit="%",
        caveat="The target is one of minutes: strength often carries more load for each minute.",
    ),
    Definition(
        id="load.ctl",
        title="Fitness (CTL)",
        meaning="The load of a usual day, of the last six weeks above all: what you are used to.",
        formula="CTL += (load − CTL) × (1 − e^(−1/42)), day by day, rest days 0",
        source="science.md D.4 (as GoldenCheetah)",
        unit="AU a day",
        caveat="Other tools use 1/42 or 2/43. It begins at 0, or at what you said to have trained before the log.",
    ),
    Definition(
        id="load.atl",
        title="Fatigue (ATL)",
        meaning="The load of a usual day, of the last week above all: what you did lately.",
        formula="ATL += (load − ATL) × (1 − e^(−1/7)), day by day, rest days 0",
        source="science.md D.4 (as GoldenCheetah)",
        unit="AU a day",
        caveat="It knows load only: how you feel, sleep and eat is not in it.",
    ),
    Definition(
        id="load.form",
        title="Form",
        meaning="Fitness less fatigue as the day begins: below zero after much work, above it after rest.",
        formula="form = CTL − ATL, of the day before",
        source="science.md D.4",
        unit="AU a day",
        caveat="An estimate from load alone: no value of it is good or bad by itself.",
    ),
    Definition(
        id="load.monotony",
        title="Monotony",
        meaning="How alike the seven days of a week were. Hard days and rest days make it small.",
        formula="mean of seven daily loads / their standard deviation (sample); at most 10",
        source="science.md D.2 (Foster)",
        caveat="Known when the week is over. By months: the mean of the weeks that end in it.",
    ),
    Definition(
        id="load.strain",
        title="Strain",
        meaning="The load of a week times its monotony, beside your own last 12 weeks.",
        formula="load of the week × monotony",
        source="science.md D.2 (Foster)",
        unit="AU",
        caveat="Limits known from team sports say little about you: only your own weeks are compared.",
    ),
    Definition(
        id="load.usual",
        title="This week against usual",
        meaning="The last seven days beside a usual week of the last four. Above 1.5 it is bigger than usual.",
        formula="mean load of 7 days / mean load of 28 days (these 7 among them)",
        source="science.md D.3 (rolling, coupled)",
        caveat="A comparison, no forecast: it foretells neither form nor injury. It needs 28 days of log.",
    ),
)
"""Each number of load."""
